"""The views: what analysts and reports read, without a join. ``docs/sql.md`` tells every column.

The columns of ``verdict_report`` and ``match_scores`` are a contract with readers, order included.
"""

from __future__ import annotations

# The newest verdict is the one added last: ids do not depend on a clock that may jump.
_CURRENT_VERDICTS = """
SELECT v.id AS verdict_id, v.statement_id, v.run_id, v.claim_id, v.article_version_id, v.checked_at,
       v.headline, v.score, v.wording, v.speaker_check, v.dating, v.context, v.coverage,
       v.translation_grade, v.days_apart, v.coverage_detail, v.flags, v.reasons, v.policy
FROM verdicts AS v
WHERE v.id = (SELECT max(newer.id) FROM verdicts AS newer WHERE newer.statement_id = v.statement_id)
"""
# Spans count code points from 0, substr() counts them from 1.
_QUOTATION = """coalesce(
         (SELECT group_concat(part.text, ' … ')
          FROM (SELECT q.text FROM quotations AS q
                WHERE q.statement_id = v.statement_id AND q.article_version_id = v.article_version_id
                ORDER BY q.ordinal) AS part),
         substr(a.text, s.reported_start + 1, s.reported_end - s.reported_start))"""
_VERDICT_REPORT = f"""
SELECT v.statement_id, v.verdict_id, v.checked_at, v.headline, v.score, v.wording, v.speaker_check,
       v.dating, v.context, v.coverage, v.translation_grade,
       {_QUOTATION} AS quotation,
       m.said, c.speaker, c.mention AS speaker_mention,
       c.date_from AS claimed_date_from, c.date_to AS claimed_date_to,
       json_extract(m.dates, '$[0].day') AS event_date, v.days_apart,
       a.url AS article_url, a.title AS article_title, a.published, a.outlet,
       m.url AS transcript_url, m.title AS transcript_title, m.source, m.tier,
       coalesce(json_extract(m.turn, '$.rendition'), m.rendition) AS rendition,
       coalesce(al.edits, '[]') AS edits, v.reasons,
       json_extract(v.coverage_detail, '$.transcripts') AS transcripts_searched, v.policy
FROM current_verdicts AS v
JOIN statements AS s ON s.id = v.statement_id
JOIN article_versions AS a ON a.id = v.article_version_id
JOIN claims AS c ON c.id = v.claim_id
LEFT JOIN matches AS m ON m.verdict_id = v.verdict_id AND m.chosen = 1
LEFT JOIN alignments AS al ON al.match_id = m.id
"""
_MATCH_SCORES = """
SELECT v.statement_id, v.verdict_id, m.rank, m.doc_id, m.wording_score, m.speaker_score, m.date_score,
       m.total, m.chosen
FROM current_verdicts AS v
JOIN matches AS m ON m.verdict_id = v.verdict_id
WHERE m.rank <= 5
"""
_CHANGED_VERDICTS = """
SELECT now.statement_id, now.verdict_id, now.checked_at, now.previous_verdict_id,
       before.checked_at AS previous_checked_at,
       now.headline, before.headline AS previous_headline,
       now.wording, before.wording AS previous_wording,
       now.speaker_check, before.speaker_check AS previous_speaker_check,
       now.dating, before.dating AS previous_dating,
       now.policy, before.policy AS previous_policy
FROM (SELECT v.id AS verdict_id, v.statement_id, v.checked_at, v.headline, v.wording, v.speaker_check,
             v.dating, v.policy,
             lag(v.id) OVER (PARTITION BY v.statement_id ORDER BY v.id) AS previous_verdict_id
      FROM verdicts AS v) AS now
JOIN verdicts AS before ON before.id = now.previous_verdict_id
WHERE (now.headline, now.wording, now.speaker_check, now.dating)
   <> (before.headline, before.wording, before.speaker_check, before.dating)
"""
_HEADLINES = (
    "verified",
    "verified_translation",
    "located",
    "fragment_located",
    "inexact",
    "altered",
    "misattributed",
    "misdated",
    "not_in_record",
    "needs_review",
    "not_checkable",
)
_COUNTS = ", ".join(f"sum(headline = '{headline}') AS {headline}" for headline in _HEADLINES)
_SPEAKER_RECORD = f"""
SELECT c.speaker, c.speaker_id, count(*) AS statements, {_COUNTS}
FROM current_verdicts AS v
JOIN claims AS c ON c.id = v.claim_id
WHERE c.speaker IS NOT NULL
GROUP BY c.speaker, c.speaker_id
"""
_OUTLET_RECORD = f"""
SELECT a.outlet, count(DISTINCT a.article_pk) AS articles, count(*) AS statements, {_COUNTS}
FROM current_verdicts AS v
JOIN article_versions AS a ON a.id = v.article_version_id
GROUP BY a.outlet
"""
_COVERAGE_GAPS = """
SELECT v.statement_id, v.verdict_id, v.headline, v.coverage,
       json_extract(v.coverage_detail, '$.why') AS why,
       c.speaker, c.speaker_id, c.date_from AS claimed_date_from, c.date_to AS claimed_date_to,
       json_extract(v.coverage_detail, '$.transcripts') AS transcripts_searched,
       json_extract(v.coverage_detail, '$.newest') AS newest_transcript,
       json_extract(v.coverage_detail, '$.gaps') AS gaps,
       json_extract(v.coverage_detail, '$.sources') AS sources,
       a.url AS article_url
FROM current_verdicts AS v
JOIN claims AS c ON c.id = v.claim_id
JOIN article_versions AS a ON a.id = v.article_version_id
WHERE v.coverage <> 'held' AND v.wording <> 'not_judged'
"""
_SOURCE_HEALTH = """
SELECT s.name AS source,
       (SELECT count(*) FROM transcripts AS t WHERE t.source_id = s.id) AS transcripts,
       (SELECT coalesce(sum(tv.words), 0) FROM transcript_versions AS tv
        JOIN transcripts AS t ON t.id = tv.transcript_id WHERE t.source_id = s.id AND tv.is_newest = 1) AS words,
       (SELECT max(d.day) FROM record_dates AS d JOIN transcript_versions AS tv ON tv.id = d.version_id
        JOIN transcripts AS t ON t.id = tv.transcript_id WHERE t.source_id = s.id AND tv.is_newest = 1) AS newest_event,
       (SELECT max(t.created_at) FROM transcripts AS t WHERE t.source_id = s.id) AS last_added_at,
       (SELECT count(*) FROM transcript_versions AS tv JOIN transcripts AS t ON t.id = tv.transcript_id
        WHERE t.source_id = s.id AND tv.is_worse = 1) AS worse_copies,
       last.ended_at AS last_harvest_at, last.outcome AS last_outcome, last.detail AS last_detail,
       (SELECT h.ended_at FROM harvests AS h WHERE h.source_id = s.id AND h.outcome IN ('ok_hits', 'ok_none')
        ORDER BY h.id DESC LIMIT 1) AS last_ok_at,
       (SELECT count(*) FROM harvests AS h WHERE h.source_id = s.id AND h.id > coalesce(
          (SELECT max(g.id) FROM harvests AS g WHERE g.source_id = s.id AND g.outcome IN ('ok_hits', 'ok_none')), 0)
       ) AS failures_since_ok,
       last.stopped_at_page,
       (SELECT max(h.newest) FROM harvests AS h WHERE h.source_id = s.id) AS newest_listed,
       (SELECT count(*) FROM entries AS e WHERE e.source_id = s.id AND e.transcript_id IS NULL
        AND e.state IN ('pending', 'refused', 'metadata_only')) AS listed_not_held,
       (SELECT max(f.next_attempt_at) FROM fetches AS f WHERE f.source_id = s.id AND f.outcome = 'rate_limited'
        AND f.last_seen_at > coalesce((SELECT max(g.last_seen_at) FROM fetches AS g WHERE g.source_id = s.id
          AND g.outcome IN ('ok', 'not_modified')), '')) AS deferred_until,
       (SELECT julianday(max(h.ended_at)) - julianday(max(h.newest)) > s.stale_after_days FROM harvests AS h
        WHERE h.source_id = s.id AND h.outcome IN ('ok_hits', 'ok_none')) AS stale,
       s.store, s.licence
FROM sources AS s
LEFT JOIN harvests AS last ON last.id = (SELECT max(h.id) FROM harvests AS h WHERE h.source_id = s.id)
"""
_HARVESTED_WINDOWS = """
SELECT s.name AS source, h.window_from, h.window_to, h.outcome, h.detail, h.listed, h.added, h.pages,
       h.stopped_at_page, h.newest, h.run_id, h.ended_at
FROM harvests AS h JOIN sources AS s ON s.id = h.source_id
"""
_LISTED_NOT_HELD = """
SELECT s.name AS source, e.entry_id, e.title, e.url, e.first_day, e.last_day, e.state, e.outcome, e.detail,
       e.attempts, e.next_attempt_at, e.first_seen_at, e.last_seen_at
FROM entries AS e JOIN sources AS s ON s.id = e.source_id
WHERE e.transcript_id IS NULL AND e.state IN ('pending', 'refused', 'metadata_only')
"""
_TRANSCRIPT_CHANGES = """
SELECT s.name AS source, t.doc_id, old.version AS old_version, new.version AS new_version,
       c.changed_after, c.changed_before, c.added, c.removed, c.diff, c.declared, c.times,
       new.title, new.url
FROM version_changes AS c
JOIN transcripts AS t ON t.id = c.transcript_id
JOIN sources AS s ON s.id = t.source_id
JOIN transcript_versions AS old ON old.id = c.old_version_id
JOIN transcript_versions AS new ON new.id = c.new_version_id
"""
# A record's text changed after the version that a verdict rests on, or something else befell the record.
_RECORD_NEWS = """
SELECT n.statement_id, n.verdict_id, n.checked_at, n.headline, m.source, m.doc_id, m.version,
       held.is_newest AS still_newest, n.kind, n.first_at, n.last_at, n.times, n.detail, m.url
FROM (SELECT v.statement_id, v.verdict_id, v.checked_at, v.headline, m.id AS match_id,
             CASE c.declared WHEN 1 THEN 'text_corrected' ELSE 'text_changed' END AS kind,
             c.changed_after AS first_at, c.changed_before AS last_at, c.times, c.diff AS detail
      FROM current_verdicts AS v
      JOIN matches AS m ON m.verdict_id = v.verdict_id AND m.chosen = 1
      JOIN version_changes AS c ON c.old_version_id = m.version_id
      UNION ALL
      SELECT v.statement_id, v.verdict_id, v.checked_at, v.headline, m.id, e.kind, e.at, e.last_at, e.times, e.detail
      FROM current_verdicts AS v
      JOIN matches AS m ON m.verdict_id = v.verdict_id AND m.chosen = 1
      JOIN transcript_versions AS tv ON tv.id = m.version_id
      JOIN record_events AS e ON e.transcript_id = tv.transcript_id) AS n
JOIN matches AS m ON m.id = n.match_id
JOIN transcript_versions AS held ON held.id = m.version_id
"""


def _report_where(headline: str) -> str:
    """Return the rows of verdict_report under one headline."""
    return f"SELECT * FROM verdict_report WHERE headline = '{headline}'"


_QUERIES = {
    "current_verdicts": _CURRENT_VERDICTS,
    "verdict_report": _VERDICT_REPORT,
    "match_scores": _MATCH_SCORES,
    "changed_verdicts": _CHANGED_VERDICTS,
    "misdated": _report_where("misdated"),
    "misattributed": _report_where("misattributed"),
    "altered": _report_where("altered"),
    "speaker_record": _SPEAKER_RECORD,
    "outlet_record": _OUTLET_RECORD,
    "coverage_gaps": _COVERAGE_GAPS,
    "source_health": _SOURCE_HEALTH,
    "harvested_windows": _HARVESTED_WINDOWS,
    "listed_not_held": _LISTED_NOT_HELD,
    "transcript_changes": _TRANSCRIPT_CHANGES,
    "record_news": _RECORD_NEWS,
}
VIEWS: dict[str, str] = {name: f"CREATE VIEW {name} AS {query.strip()}" for name, query in _QUERIES.items()}
