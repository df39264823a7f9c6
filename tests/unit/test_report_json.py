"""``check --json`` and ``extract --jsonl``: keys, order and nesting are a contract with other programs."""

import json

import pytest
from report_samples import ABSENT, ARTICLE, CHECKED, MARKED, STATEMENTS, TEXT, VERDICTS

from verifier.report.json_report import check_json, extract_json

ANSWER = check_json(ARTICLE, STATEMENTS, VERDICTS)
STATEMENT_KEYS = (
    "id attribution_id form quotations speaker speaker_id speaker_mention relayed_by cue claimed_date "
    "claimed_date_text headline wording speaker_check dating context coverage translation_grade score match "
    "runners_up coverage_detail flags reasons policy"
).split()
MATCH_KEYS = (
    "doc_id title url date speaker turn tier rendition start end spans said context_before context_after edits"
).split()
QUOTE_KEYS = (
    "start end text speaker_mention speaker_start speaker_end speaker cue form claimed_date confidence statement "
    "attribution_id relayed_by quotation"
).split()


def test_article_and_statement_keys_stand_in_the_agreed_order():
    """The document has schema, article and statements; a statement all its keys, in order."""
    assert list(ANSWER) == ["schema", "article", "statements"]
    assert ANSWER["schema"] == 1
    assert list(ANSWER["article"]) == "id url title published published_origin lang sha256 text".split()
    assert list(ANSWER["statements"][0]) == STATEMENT_KEYS


def test_indirect_speech_has_a_reported_clause_and_no_quotations():
    """The reported clause stands where quotations stand, with its place and text."""
    reported = ANSWER["statements"][4]
    assert list(reported) == [*STATEMENT_KEYS[:4], "reported", *STATEMENT_KEYS[4:]]
    assert reported["quotations"] == []
    assert reported["reported"]["text"] == "the vote would be repeated"
    assert TEXT[reported["reported"]["start"] : reported["reported"]["end"]] == "the vote would be repeated"


def test_match_tells_where_the_words_stand():
    """A match has its keys in order; its hull holds its spans, its edits only kind, quoted and said."""
    found = ANSWER["statements"][1]["match"]
    assert list(found) == MATCH_KEYS
    assert (found["doc_id"], found["date"], found["turn"]) == ("larnvik/2024-03-05", "2024-03-05", 0)
    assert found["spans"] == [[96, 113], [147, 173]]
    assert (found["start"], found["end"]) == (96, 173)
    assert found["edits"] == [
        {"kind": "insertion_bracketed", "quoted": "[for fishermen]", "said": ""},
        {"kind": "omission_marked", "quoted": "…", "said": ", as the treasurer has shown you,"},
    ]


def test_runners_up_have_the_shape_of_a_match():
    """Another place is told like the chosen one."""
    (other,) = ANSWER["statements"][2]["runners_up"]
    assert list(other) == MATCH_KEYS
    assert other["said"] == "We will not close the harbour before the 40 boats return"


def test_what_was_searched_is_told_in_full():
    """Coverage has its state beside the statement and its detail below it."""
    absent = ANSWER["statements"][3]
    assert absent["coverage"] == "held"
    assert absent["match"] is None
    assert absent["coverage_detail"] == {
        "window": ["2024-03-04/2024-03-06", "2024-04-05"],
        "sources": [{"id": "larnvik", "outcome": "ok_hits"}, {"id": "larnvik-radio", "outcome": "throttled"}],
        "transcripts": 1,
        "words": 40,
        "newest": "2024-03-05",
        "gaps": ["2024-04-05"],
    }


def test_claims_are_days_as_text_or_null():
    """A claimed day is ISO, with the article's own words for it beside it; no claim is null."""
    claimed = [(one["claimed_date"], one["claimed_date_text"]) for one in ANSWER["statements"]]
    assert claimed[:2] == [("2024-03-05", "March 5, 2024"), (None, None)]


def test_quotations_lead_back_to_the_article():
    """Every quotation's offsets cut its text out of the article's."""
    for one in ANSWER["statements"]:
        for quotation in one["quotations"]:
            assert TEXT[quotation["start"] : quotation["end"]] == quotation["text"]


def test_everything_is_plain_json():
    """Nothing but JSON's own values is left in it."""
    assert json.loads(json.dumps(ANSWER)) == ANSWER


def test_a_verdict_beside_another_statement_is_refused():
    """A report never shows one statement's verdict under another."""
    with pytest.raises(ValueError, match="stands beside"):
        check_json(ARTICLE, (MARKED, ABSENT), (VERDICTS[3], VERDICTS[1]))
    with pytest.raises(ValueError, match="beside it"):
        type(CHECKED)(ARTICLE, (MARKED,), (VERDICTS[3],))


def test_extraction_lists_every_quotation_and_apart_indirect_speech():
    """Split quotations share a statement; indirect speech has the same keys in a list of its own."""
    answer = extract_json(ARTICLE, STATEMENTS)
    assert list(answer) == ["doc_id", "quotes", "indirect"]
    assert answer["doc_id"] == "https://ledger.example/harbour"
    assert all(list(quote) == QUOTE_KEYS for quote in (*answer["quotes"], *answer["indirect"]))
    assert [quote["statement"][-1] for quote in answer["quotes"]] == ["1", "2", "3", "3", "4"]
    (indirect,) = answer["indirect"]
    assert (indirect["text"], indirect["speaker"], indirect["form"]) == (
        "the vote would be repeated",
        "Jonas Berg",
        "indirect",
    )
