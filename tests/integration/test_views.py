"""The views, on a database built by hand: every expected row was written from the inserted ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.store import Store

CONTRACT = {
    "verdict_report": (
        "statement_id verdict_id checked_at headline score wording speaker_check dating context coverage"
        " translation_grade quotation said speaker speaker_mention claimed_date_from claimed_date_to event_date"
        " days_apart article_url article_title published outlet transcript_url transcript_title source tier"
        " rendition edits reasons transcripts_searched policy"
    ),
    "match_scores": ("statement_id verdict_id rank doc_id wording_score speaker_score date_score total chosen"),
}
BUILT = Path(__file__).with_suffix(".sql")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Give the connection of the database built by hand."""
    path: Path = tmp_path_factory.mktemp("views") / "kept.db"
    with Store.open(path) as store:
        store.raw.executescript(BUILT.read_text(encoding="utf-8"))
        assert store.raw.execute("PRAGMA foreign_key_check").fetchall() == []
        yield store.raw


def asked(raw: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return raw.execute(sql).fetchall()


@pytest.mark.parametrize("view", CONTRACT)
def test_binding_columns(raw: sqlite3.Connection, view: str) -> None:
    """These columns, in this order, are what other programs read."""
    described = raw.execute(f"SELECT * FROM {view}").description
    assert [column[0] for column in described] == CONTRACT[view].split()


def test_the_first_question_people_ask(raw: sqlite3.Connection) -> None:
    """One row a statement, newest verdict, quotation parts joined, no join needed."""
    sql = "select headline, speaker, quotation, said, wording, dating, score, transcript_url from verdict_report"
    assert asked(raw, sql + " order by statement_id") == [
        ("not_checkable", "Ada Lind", "not a word of it", None, "no_match", "unknown", None, None),
        (
            "misdated",
            "Ada Lind",
            "The bridge … before June",
            "The bridge … before June",
            "exact",
            "wrong_date",
            0.97,
            "https://works.example/1",
        ),
        ("not_checkable", None, "he was sorry", None, "not_judged", "not_claimed", None, None),
    ]


def test_a_whole_row_of_the_report(raw: sqlite3.Connection) -> None:
    """The claim is the one the verdict judged; the rendition is the turn's own; the day shown is the first given."""
    assert asked(raw, "SELECT * FROM verdict_report WHERE statement_id = 'st-direct'") == [
        (
            "st-direct",
            2,
            "2025-03-21T00:00:00.000000Z",
            "misdated",
            0.97,
            "exact",
            "same",
            "wrong_date",
            "none_noted",
            "held",
            None,
            "The bridge … before June",
            "The bridge … before June",
            "Ada Lind",
            "Ms Lind",
            "2025-02-05",
            "2025-02-07",
            "2025-03-05",
            26,
            "https://herald.example/bridge",
            "Bridge soon",
            "2025-03-10",
            "The Herald",
            "https://works.example/1",
            "Briefing",
            "Ministry of Works",
            1,
            "interpretation",
            '[{"kind":"case","quoted":"The","said":"the"}]',
            '["26 days apart"]',
            3,
            "p",
        )
    ]


def test_a_row_without_a_match(raw: sqlite3.Connection) -> None:
    """A runner-up is not what was found: the record's columns are NULL, and there are no edits."""
    columns = "said, event_date, transcript_url, source, tier, rendition, edits, transcripts_searched"
    assert asked(raw, f"SELECT {columns} FROM verdict_report WHERE statement_id = 'st-absent'") == [
        (None, None, None, None, None, None, "[]", 2)
    ]


def test_match_scores(raw: sqlite3.Connection) -> None:
    """The places of the newest verdict, best first, with the one it rests on."""
    assert asked(raw, "SELECT * FROM match_scores ORDER BY statement_id, rank") == [
        ("st-absent", 4, 1, "briefing-0", 0.1, None, None, 0.1, 0),
        ("st-direct", 2, 1, "briefing-1", 1.0, 1.0, 0.0, 0.9, 1),
        ("st-direct", 2, 2, "briefing-0", 0.4, None, None, 0.3, 0),
    ]


def test_current_and_changed_verdicts(raw: sqlite3.Connection) -> None:
    """Current is the newest of each statement; changed is what a later verdict said otherwise."""
    assert asked(raw, "SELECT statement_id, verdict_id FROM current_verdicts ORDER BY verdict_id") == [
        ("st-direct", 2),
        ("st-indirect", 3),
        ("st-absent", 4),
    ]
    columns = "statement_id, verdict_id, previous_verdict_id, headline, previous_headline, wording, previous_wording"
    assert asked(raw, f"SELECT {columns} FROM changed_verdicts") == [
        ("st-direct", 2, 1, "misdated", "not_checkable", "exact", "no_match")
    ]


@pytest.mark.parametrize(
    ("view", "statements"), [("misdated", [("st-direct",)]), ("misattributed", []), ("altered", [])]
)
def test_views_of_one_headline(raw: sqlite3.Connection, view: str, statements: list[tuple[str]]) -> None:
    """Rows of verdict_report under that headline."""
    assert asked(raw, f"SELECT statement_id FROM {view}") == statements


def test_records_of_speakers_and_outlets(raw: sqlite3.Connection) -> None:
    """Statements counted by headline; who is not named has no record."""
    counts = "statements, verified, misdated, not_checkable"
    assert asked(raw, f"SELECT speaker, speaker_id, {counts} FROM speaker_record") == [
        ("Ada Lind", "ada-lind", 2, 0, 1, 1)
    ]
    assert asked(raw, f"SELECT outlet, articles, {counts} FROM outlet_record ORDER BY outlet") == [
        ("The Herald", 1, 2, 0, 1, 1),
        ("The Post", 1, 1, 0, 0, 1),
    ]


def test_coverage_gaps(raw: sqlite3.Connection) -> None:
    """What could not be searched, and why; indirect speech is not searched for."""
    assert asked(raw, "SELECT * FROM coverage_gaps") == [
        (
            "st-absent",
            4,
            "not_checkable",
            "partial",
            "a source failed",
            "Ada Lind",
            "ada-lind",
            "2025-03-01",
            "2025-03-01",
            2,
            "2025-02-27",
            '["2025-03-01"]',
            '[{"source":"Parliament","outcome":"blocked","detail":"403"}]',
            "https://post.example/bridge",
        )
    ]


def test_source_health(raw: sqlite3.Connection) -> None:
    """What each source holds, how its last harvests ended, and what is wrong with it."""
    works = (
        "Ministry of Works",
        1,
        520,
        "2025-03-06",
        "2025-03-06T00:00:00.000000Z",
        1,
        "t3",
        "throttled",
        "",
        "t1",
        2,
    )
    at = "2025-03-20T00:00:00.000000Z"
    parliament = ("Parliament", 0, 0, None, None, 0, at, "ok_hits", "", at, 0)
    assert asked(raw, "SELECT * FROM source_health ORDER BY source") == [
        (*works, None, None, 0, None, None, "full", None),
        (*parliament, 7, "2025-01-05", 1, "t9", 1, "excerpt", "Open Parliament Licence"),
    ]


def test_what_was_walked_and_what_was_not_had(raw: sqlite3.Connection) -> None:
    """Each walk with its window; each entry of which no text is held."""
    at = "2025-03-20T00:00:00.000000Z"
    assert asked(raw, "SELECT * FROM harvested_windows WHERE source = 'Parliament'") == [
        ("Parliament", "2025-03-01", "2025-03-20", "ok_hits", "", 2, 0, 7, 7, "2025-01-05", 1, at)
    ]
    missing = "SELECT source, entry_id, first_day, state, outcome, attempts FROM listed_not_held"
    assert asked(raw, missing) == [("Parliament", "sitting-9", "2025-01-05", "refused", "wall", 2)]


def test_transcript_changes(raw: sqlite3.Connection) -> None:
    """Each text that gave way to another, by the names of its versions."""
    told = ("t1", "t2", 21, 1, "will [-not-] open", 0, 1, "Briefing", "https://works.example/1")
    changes = asked(raw, "SELECT * FROM transcript_changes")
    assert changes == [("Ministry of Works", "briefing-1", "aaaa", "bbbb", *told)]
