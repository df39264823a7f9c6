-- The database that test_views.py asks: one run, two articles, four statements, four verdicts.
INSERT INTO sources (id, name, created_at) VALUES (1, 'Ministry of Works', '2025-03-01T00:00:00.000000Z');
INSERT INTO sources (id, name, created_at) VALUES (2, 'Parliament', '2025-03-02T00:00:00.000000Z');
INSERT INTO transcripts VALUES (1, 1, 'briefing-1', '2025-03-06T00:00:00.000000Z');
INSERT INTO transcript_versions (id, transcript_id, version, description, lang, title, url, tier, rendition, complete,
    words, is_newest, is_worse, first_seen_at, last_seen_at)
  VALUES (1, 1, 'aaaa', '', 'en', 'Briefing', 'https://works.example/1', 1, 'original', 1, 500, 0, 0, '', ''),
         (2, 1, 'bbbb', '', 'en', 'Briefing', 'https://works.example/1', 1, 'original', 1, 520, 1, 0, '', ''),
         (3, 1, 'cccc', '', 'en', 'Briefing', 'https://works.example/1', 5, 'asr', 1, 90, 0, 1, '', '');
INSERT INTO record_dates VALUES (2, 0, '2025-03-05', 'meta'), (2, 1, '2025-03-06', 'url'), (1, 0, '2025-12-31', 'url');
INSERT INTO articles VALUES (1, 'https://herald.example/bridge', '2025-03-10T00:00:00.000000Z');
INSERT INTO articles VALUES (2, 'https://post.example/bridge', '2025-03-11T00:00:00.000000Z');
INSERT INTO article_versions (id, article_pk, fingerprint, sha256, url, title, text, published, lang, outlet, flags,
    is_newest, first_seen_at)
  VALUES (1, 1, 'f1', 's1', 'https://herald.example/bridge', 'Bridge soon', 'Émile said he was sorry.', '2025-03-10', 'en',
          'The Herald', '[]', 1, ''),
         (2, 2, 'f2', 's2', 'https://post.example/bridge', 'Bridge', 'x', NULL, 'en', 'The Post', '[]', 1, '');
INSERT INTO statements (id, article_version_id, ordinal, form, attribution_id, lang, reported_start, reported_end,
    flags, created_at)
  VALUES ('st-direct', 1, 0, 'direct', 'a', 'en', NULL, NULL, '[]', ''),
         ('st-indirect', 1, 1, 'indirect', 'b', 'en', 11, 23, '[]', ''),
         ('st-absent', 2, 0, 'direct', 'c', 'en', NULL, NULL, '[]', ''),
         ('st-unjudged', 2, 1, 'direct', 'd', 'en', NULL, NULL, '[]', '');
INSERT INTO quotations VALUES ('st-direct', 1, 1, 40, 50, 'before June', 1.0), ('st-direct', 1, 0, 10, 30, 'The bridge', 1.0),
    ('st-direct', 2, 0, 0, 4, 'elsewhere', 1.0), ('st-absent', 2, 0, 0, 4, 'not a word of it', 1.0);
INSERT INTO claims (id, statement_id, origin, speaker, speaker_id, mention, attribution_confidence, date_from, date_to,
    created_at)
  VALUES (1, 'st-direct', 'article', 'Ada Lind', 'ada-lind', 'Ms Lind', 1.0, '2025-02-05', '2025-02-07', ''),
         (2, 'st-direct', 'person', 'Bo Ek', NULL, 'Ms Lind', 1.0, '2025-03-05', '2025-03-05', ''),
         (3, 'st-indirect', 'article', NULL, NULL, NULL, 1.0, NULL, NULL, ''),
         (4, 'st-absent', 'article', 'Ada Lind', 'ada-lind', 'the minister', 1.0, '2025-03-01', '2025-03-01', '');
INSERT INTO runs (id, kind, policy, parameters, status, started_at, heartbeat_at, articles, statements, verdicts_added,
    transcripts_added, headlines)
  VALUES (1, 'nightly', 'p', '{}', 'complete', '', '', 0, 0, 0, 0, '[]');
INSERT INTO verdicts (id, statement_id, claim_id, article_version_id, run_id, checked_at, fingerprint, headline, wording,
    speaker_check, dating, context, coverage, coverage_detail, score, days_apart, flags, reasons, policy)
  VALUES (1, 'st-direct', 1, 1, 1, '2025-03-20T00:00:00.000000Z', '', 'not_checkable', 'no_match', 'unresolved', 'unknown',
          'not_assessed', 'not_covered', '{"why": "nothing is held", "transcripts": 0}', NULL, NULL, '[]', '["open"]', 'p'),
         (2, 'st-direct', 1, 1, 1, '2025-03-21T00:00:00.000000Z', '', 'misdated', 'exact', 'same', 'wrong_date',
          'none_noted', 'held', '{"why": "held", "transcripts": 3}', 0.97, 26, '[]', '["26 days apart"]', 'p'),
         (3, 'st-indirect', 3, 1, 1, '2025-03-21T00:00:00.000000Z', '', 'not_checkable', 'not_judged', 'not_claimed',
          'not_claimed', 'not_assessed', 'partial', '{"why": "indirect", "transcripts": 0}', NULL, NULL, '[]', '[]', 'p'),
         (4, 'st-absent', 4, 2, 1, '2025-03-21T00:00:00.000000Z', '', 'not_checkable', 'no_match', 'unresolved', 'unknown',
          'not_assessed', 'partial',
          '{"why": "a source failed", "transcripts": 2, "newest": "2025-02-27", "gaps": ["2025-03-01"],
            "sources": [{"source": "Parliament", "outcome": "blocked", "detail": "403"}]}', NULL, NULL, '[]', '[]', 'p');
INSERT INTO matches (id, verdict_id, rank, chosen, version_id, source, doc_id, version, lang, title, dates, url, tier,
    rendition, complete, speakers, words, turn_number, turn_start, turn_end, turn, said, context_before, context_after,
    wording, wording_score, speaker_score, date_score, total)
  VALUES (1, 2, 1, 1, 2, 'Ministry of Works', 'briefing-1', 'bbbb', 'en', 'Briefing',
          '[{"day":"2025-03-05","origin":"meta"},{"day":"2025-03-06","origin":"url"}]', 'https://works.example/1', 1,
          'original', 1, '[]', 520, 0, 0, 9, '{"rendition":"interpretation"}', 'The bridge … before June', '', '', 'exact',
          1.0, 1.0, 0.0, 0.9),
         (2, 2, 2, 0, NULL, 'Ministry of Works', 'briefing-0', 'zzzz', 'en', 'Other', '[]', NULL, 2, 'original', 1, '[]', 9,
          0, 0, 9, '{"rendition":null}', 'The bridge', '', '', 'fragment', 0.4, NULL, NULL, 0.3),
         (3, 4, 1, 0, NULL, 'Ministry of Works', 'briefing-0', 'zzzz', 'en', 'Other', '[]', NULL, 2, 'original', 1, '[]', 9,
          0, 0, 9, '{"rendition":null}', 'not', '', '', 'no_match', 0.1, NULL, NULL, 0.1);
INSERT INTO alignments (match_id, spans, edits, quoted_words, matched_words, score, parts, parts_found, ordered, gap_words,
    gap_turns, first_turn, last_turn, longest_run)
  VALUES (1, '[]', '[{"kind":"case","quoted":"The","said":"the"}]', 1, 1, 1.0, 1, 1, 1, 0, 0, 0, 0, 1),
         (2, '[]', '[]', 1, 1, 1.0, 1, 1, 1, 0, 0, 0, 0, 1), (3, '[]', '[]', 1, 1, 1.0, 1, 1, 1, 0, 0, 0, 0, 1);
INSERT INTO harvests (id, source_id, run_id, outcome, detail, listed, added, ended_at)
  VALUES (1, 1, 1, 'ok_hits', '', 3, 1, 't1'), (2, 1, 1, 'blocked', '403', 0, 0, 't2'), (3, 1, 1, 'throttled', '', 0, 0, 't3');
INSERT INTO harvests (id, source_id, run_id, window_from, window_to, outcome, detail, listed, added, ended_at, pages,
    stopped_at_page, newest)
  VALUES (4, 2, 1, '2025-03-01', '2025-03-20', 'ok_hits', '', 2, 0, '2025-03-20T00:00:00.000000Z', 7, 7, '2025-01-05');
UPDATE sources SET stale_after_days = 30, store = 'excerpt', licence = 'Open Parliament Licence' WHERE id = 2;
INSERT INTO entries (source_id, entry_id, url, title, first_day, last_day, told, state, outcome, detail, attempts,
    transcript_id, first_seen_at, last_seen_at)
  VALUES (2, 'sitting-9', 'https://parliament.example/9', 'Sitting 9', '2025-01-05', '2025-01-05', '{}', 'refused', 'wall',
          'a wall stands before the page (403)', 2, NULL, 't1', 't2'),
         (1, 'briefing-1', NULL, 'Briefing', '2025-03-05', '2025-03-05', '{}', 'stored', 'ok', '', 1, 1, 't1', 't2');
INSERT INTO fetches (url, hops, headers, outcome, first_seen_at, last_seen_at, source_id, times, attempts, next_attempt_at)
  VALUES ('https://parliament.example/list', '[]', '[]', 'ok', 't1', 't1', 2, 1, 1, NULL),
         ('https://parliament.example/9', '[]', '[]', 'rate_limited', 't2', 't2', 2, 1, 1, 't9');
INSERT INTO version_changes (transcript_id, old_version_id, new_version_id, changed_after, changed_before, times, declared,
    added, removed, diff)
  VALUES (1, 1, 2, 't1', 't2', 1, 0, 21, 1, 'will [-not-] open');
