"""What reports read, what a search finds, and what is left after a kill."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from store_samples import COVERAGE, FIRST, LATER, NOW, SECOND, article, filled, new_database, transcript, verdict

import db
from db.store import Store, headlines_of
from verifier.model.evidence import CoverageState, Headline, Wording
from verifier.model.transcript import Turn
from verifier.retrieve.corpus import Budget, Query


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a store with an altered and an unfound statement, judged in two runs."""
    with Store.open(new_database(tmp_path)) as opened:
        first = filled(opened)
        second = opened.begin_run("recheck", policy="p", parameters={}, now=LATER)
        partial = replace(COVERAGE, state=CoverageState.PARTIAL)
        absent = verdict(
            SECOND, headline=Headline.NOT_CHECKABLE, wording=Wording.NO_MATCH, match=None, score=None, coverage=partial
        )
        opened.add_verdict(article().id, SECOND, absent, run_id=first, checked_at=NOW)
        opened.add_verdict(article().id, FIRST, verdict(), run_id=second, checked_at=LATER)
        yield opened


def test_report_rows_are_values_in_the_articles_order(store: Store) -> None:
    """Days, times, headlines, edits and reasons come as what they are, however late a statement was judged."""
    altered, absent = store.report_rows()
    assert (altered.statement_id, altered.checked_at, altered.headline) == (FIRST.id, LATER, Headline.ALTERED)
    assert (altered.claimed_date_from, altered.event_date, altered.days_apart) == (
        date(2025, 2, 5),
        date(2025, 3, 5),
        28,
    )
    assert (altered.edits, altered.reasons) == (verdict().match.alignment.edits, verdict().reasons)  # type: ignore[union-attr]
    assert (altered.source, altered.tier, altered.rendition, altered.transcripts_searched) == (
        "Ministry of Works",
        1,
        "original",
        3,
    )
    assert (absent.quotation, absent.said, absent.score, absent.edits) == (
        "We need … twelve more weeks",
        None,
        None,
        (),
    )
    assert headlines_of((altered, absent)) == (("altered", 1), ("not_checkable", 1))


def test_report_rows_can_be_narrowed(store: Store) -> None:
    """To a run's verdicts, an article, a headline, or what was judged since."""

    def ids(**wanted: object) -> list[str]:
        return [row.statement_id for row in store.report_rows(**wanted)]  # type: ignore[arg-type]

    assert ids(run=1) == [SECOND.id]
    assert ids(article=article().id) == [FIRST.id, SECOND.id]
    assert ids(article="https://other.example/") == []
    assert ids(headline=Headline.ALTERED) == [FIRST.id]
    assert ids(since=LATER) == [FIRST.id]


def test_a_report_tells_the_claim_that_was_judged(store: Store) -> None:
    """A correction shows once a verdict judged it, not before."""
    store.add_claim(FIRST.id, speaker=None, date=None, note="no change but a note", now=LATER)
    corrected = store.load_statement(FIRST.id)
    assert corrected == FIRST
    assert [row.speaker for row in store.report_rows(headline=Headline.ALTERED)] == ["Ada Lind"]


def test_what_is_taken_down_leaves_the_report(store: Store) -> None:
    """The record's words leave the verdicts that quoted them; headline, score and places stay."""
    store.take_down_transcript("Ministry of Works", "briefing-1", reason="court order", now=LATER)
    (row,) = store.report_rows(headline=Headline.ALTERED)
    assert (row.said, row.score, row.edits[0].said) == ("", 0.93, "")
    kept = store.current_verdict(FIRST.id)
    assert kept is not None
    assert kept.verdict.match is not None
    assert (kept.verdict.match.turn.turn.text, kept.verdict.match.context_after) == ("", "")


def test_what_is_imported_is_found(store: Store) -> None:
    """The store's corpus proposes the passage that holds the words, and follows later imports."""
    corpus = store.corpus(None)
    query = Query(("before", "june", "we", "need"))
    assert [candidate.record for candidate in corpus.candidates(query, Budget())] == [transcript().record]
    later = transcript(Turn("Ada Lind", "I said before June. We need one more."), doc_id="briefing-2")
    store.add_transcripts([later], now=LATER)
    assert {candidate.record.doc_id for candidate in corpus.candidates(query, Budget())} == {"briefing-1", "briefing-2"}


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from store_samples import NOW, new_database, transcript
from db.store import Store
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    for number in range(10_000):
        store.add_transcripts([transcript(doc_id=f"{sys.argv[2]}-{number}-{part}") for part in range(3)], now=NOW)
        print(number, flush=True)
"""


def writer(path: Path, name: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "error", "-c", WRITER, str(path), name, str(Path(__file__).parent)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(db.__file__).parents[1])
    assert started.stdout is not None
    assert started.stdout.readline() == b"ready\n"
    return started


def test_a_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    """Killed at any moment, two writers leave a sound file: every transcript has all its turns, and is searchable."""
    path = tmp_path / "kept.db"
    for pause in (0.0, 0.07):
        writers = [writer(path, f"{name}-{pause}") for name in "ab"]
        time.sleep(pause)
        for started in writers:
            started.send_signal(signal.SIGKILL)
            started.communicate(timeout=30)
        with Store.open(path) as store:
            assert store.raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert store.raw.execute("PRAGMA foreign_key_check").fetchall() == []
            transcripts, turns, indexed = (
                store.raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("transcripts", "turns", "indexed_versions")
            )
            assert transcripts % 3 == 0
            assert (turns, indexed) == (2 * transcripts, transcripts)


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Both go on, turn by turn, and no row of either is lost."""
    path = tmp_path / "kept.db"
    writers = [writer(path, name) for name in "ab"]
    done = [started.stdout.readline() for _ in range(10) for started in writers if started.stdout]
    for started in writers:
        started.send_signal(signal.SIGKILL)
        started.communicate(timeout=30)
    assert b"" not in done
    with closing(sqlite3.connect(path)) as raw:
        names = {row[0] for row in raw.execute("SELECT doc_id FROM transcripts")}
    assert {f"{name}-{number}-{part}" for name in "ab" for number in range(10) for part in range(3)} <= names
