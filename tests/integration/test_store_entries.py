"""What sources list, and which days were walked: a harvest that was stopped goes on from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from store_samples import LATER, NOW, new_database, transcript

from db.store import EntryState, Store
from verifier.errors import DatabaseError
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate
from verifier.sources.connector import Entry

WORKS = "Ministry of Works"
ONE = Entry(
    "briefing-1",
    "https://works.example/1",
    "Press briefing on the bridge",
    (RecordDate(date(2025, 3, 5), "listing"), RecordDate(date(2025, 3, 6), "url")),
    "en",
    ("Ada Lind",),
    "Harbour Hall",
    note="As delivered",
    extra=(("row", "7"),),
)
TWO = Entry("briefing-2", "https://works.example/2", "Second", (RecordDate(date(2025, 3, 9), "listing"),))
THREE = Entry("speech-3", None, "Speech", (RecordDate(date(2025, 3, 9), "listing"),), metadata_only=True)
UNDATED = Entry("x-4", "https://works.example/4", "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        opened.begin_run("harvest", policy="p", parameters={}, now=NOW)
        yield opened


def pending(store: Store) -> list[str]:
    return [kept.entry.id for kept in store.pending_entries(WORKS)]


def test_an_entry_comes_back_as_it_was_listed(store: Store) -> None:
    """All that is needed to ask for its text after a crash; a text inside the list is not kept."""
    noted = store.note_entries(WORKS, [ONE, THREE], now=NOW)
    assert [(kept.entry, kept.state) for kept in noted] == [(ONE, "pending"), (THREE, "metadata_only")]
    (kept,) = store.pending_entries(WORKS)
    assert kept.entry == ONE
    assert (kept.attempts, kept.doc_id, kept.settled_at) == (0, None, None)
    inline = replace(TWO, inline="<p>All of it.</p>", inline_type="text/html")
    (noted_inline,) = store.note_entries(WORKS, [inline], now=NOW)
    assert noted_inline.entry == replace(inline, inline=None)


def test_a_stopped_walk_goes_on_with_what_is_pending(store: Store) -> None:
    """What was settled is not asked for again; what is to be tried again later waits for its time."""
    store.note_entries(WORKS, [ONE, TWO, UNDATED], now=NOW)
    store.add_transcripts([transcript()], now=NOW)
    store.settle_entry(WORKS, "briefing-1", "stored", now=NOW, outcome="ok", doc_id="briefing-1")
    later = NOW + timedelta(hours=2)
    store.settle_entry(WORKS, "x-4", EntryState.PENDING, now=NOW, outcome="rate_limited", next_attempt_at=later)
    assert pending(store) == ["briefing-2", "x-4"]
    assert [kept.entry.id for kept in store.pending_entries(WORKS, now=NOW)] == ["briefing-2"]
    assert [kept.entry.id for kept in store.pending_entries(WORKS, now=later, limit=1)] == ["briefing-2"]
    held = store.load_entry(WORKS, "briefing-1")
    assert held is not None
    assert (held.state, held.doc_id, held.attempts) == ("stored", "briefing-1", 1)


def test_listed_again(store: Store) -> None:
    """The state stays; what the list tells otherwise is noted; one that has become available is pending."""
    store.note_entries(WORKS, [ONE, THREE], now=NOW)
    store.settle_entry(WORKS, "briefing-1", "refused", now=NOW, outcome="soft_404", detail="the front page")
    same, available = store.note_entries(WORKS, [ONE, replace(THREE, url=URL, metadata_only=False)], now=LATER)
    assert (same.state, same.changed, same.first_seen_at, same.last_seen_at) == ("refused", False, NOW, LATER)
    assert (available.state, available.changed) == ("pending", True)
    (moved,) = store.note_entries(WORKS, [replace(ONE, title="Corrected title")], now=LATER)
    assert (moved.changed, moved.entry.title) == (True, "Corrected title")


URL = "https://works.example/3"


def test_mistakes_of_the_caller(store: Store) -> None:
    """An entry that was never listed, and a transcript that was never added."""
    with pytest.raises(DatabaseError, match="never listed briefing-1"):
        store.settle_entry(WORKS, "briefing-1", "stored", now=NOW)
    store.note_entries(WORKS, [ONE], now=NOW)
    with pytest.raises(DatabaseError, match="has to be added before its entry is settled"):
        store.settle_entry(WORKS, "briefing-1", "stored", now=NOW, doc_id="briefing-1")


@pytest.mark.parametrize(
    ("window", "whats"),
    [
        pytest.param(
            Interval(date(2025, 3, 6), date(2025, 3, 8)),
            [
                "listed, not held: “Press briefing on the bridge” (soft_404)",
                "some of what it lists has no day and is not held",
            ],
            id="a day of several",
        ),
        pytest.param(
            Interval.day(date(2025, 3, 9)),
            [
                "listed, not held: “Second” (its text was not had yet)",
                "listed, not held: “Speech” (its text is not to be had)",
                "some of what it lists has no day and is not held",
            ],
            id="pending and metadata",
        ),
        pytest.param(None, ["some of what it lists is not held"], id="any day"),
    ],
)
def test_what_is_listed_and_not_held(store: Store, window: Interval | None, whats: list[str]) -> None:
    """By the days that lists claim; each with its record, whose words are wanting."""
    store.note_entries(WORKS, [ONE, TWO, THREE, UNDATED], now=NOW)
    store.settle_entry(WORKS, "briefing-1", "refused", now=NOW, outcome="soft_404")
    found = store.listed_not_held(window, source=WORKS)
    assert [gap.what for gap in found] == whats
    if window and window.first == date(2025, 3, 6):
        (listed,) = [gap.listed for gap in found if gap.listed]
        assert (listed.title, listed.speakers, listed.complete, listed.words) == (ONE.title, ("Ada Lind",), False, 0)


def test_what_is_held_is_not_missing(store: Store) -> None:
    """Nor is it when its page is gone later: the text that was had stays the evidence (C05, C06, C08)."""
    store.note_entries(WORKS, [ONE], now=NOW)
    store.add_transcripts([transcript()], now=NOW)
    store.settle_entry(WORKS, "briefing-1", "stored", now=NOW, outcome="ok", doc_id="briefing-1")
    for outcome in ("gone", "gone", "wall", "suspicious_change"):
        store.settle_entry(WORKS, "briefing-1", "refused", now=LATER, outcome=outcome, detail="4 words")
    store.settle_entry(WORKS, "briefing-1", "unchanged", now=LATER, outcome="ok")
    assert store.listed_not_held() == ()
    told = [(event.kind, event.times) for event in store.record_events(WORKS, "briefing-1")]
    assert told == [("gone", 2), ("wall", 1), ("suspicious_change", 1), ("back", 1)]
    assert store.load_transcript(WORKS, "briefing-1") == transcript()
    seen = store.raw.execute("SELECT first_seen_at < last_seen_at FROM transcript_versions").fetchall()
    assert seen == [(1,)]


def march(first: int, last: int) -> Interval:
    return Interval(date(2025, 3, first), date(2025, 3, last))


def harvest(store: Store, outcome: str, window: Interval | None, **more: object) -> None:
    store.add_harvest(SourceOutcome(WORKS, outcome), run_id=1, window=window, now=NOW, **more)  # type: ignore[arg-type]


def test_the_last_harvest_is_one_that_went_to_its_end(store: Store) -> None:
    """Neither a failed one nor one that a cap ended: their work is still to be done."""
    assert store.last_harvested(WORKS) is None
    harvest(store, "ok_hits", march(1, 5), pages=3, newest=date(2025, 3, 4))
    harvest(store, "ok_hits", march(6, 9), stopped_at_page=50)
    harvest(store, "blocked", march(6, 10))
    found = store.last_harvested(WORKS)
    assert found is not None
    assert (found.window, found.pages, found.newest, found.ended_at) == (march(1, 5), 3, date(2025, 3, 4), NOW)


def test_days_are_covered_one_by_one(store: Store) -> None:
    """A day without records that was read differs from one that was not; a later failure takes nothing back."""
    harvest(store, "ok_none", march(1, 5))
    harvest(store, "blocked", march(4, 8))
    harvest(store, "ok_hits", march(8, 9), stopped_at_page=2)
    harvest(store, "ok_hits", march(12, 13))
    found = [(str(days.interval), days.outcome, days.harvest.stopped_at_page) for days in store.harvested_days(WORKS)]
    assert found == [
        ("2025-03-01/2025-03-05", "ok_none", None),
        ("2025-03-06/2025-03-07", "blocked", None),
        ("2025-03-08/2025-03-09", "ok_hits", 2),
        ("2025-03-12/2025-03-13", "ok_hits", None),
    ]
    harvest(store, "ok_hits", None)
    assert store.harvested_days(WORKS)[0].interval is None
    assert store.harvested_days("nobody") == ()
