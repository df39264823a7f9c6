"""How the sources stand reaches the verdicts: what failed, what is missing, what a source cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from store_samples import NOW, new_database

from db.store import Store
from flows.jobs.opening import desk_of
from flows.jobs.standing import Standing, standing_of
from flows.settings import Settings
from verifier.model.article import Basis, DateClaim, EventClaim, Speaker
from verifier.model.evidence import CoverageState, SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate
from verifier.retrieve.corpus import Claim
from verifier.retrieve.coverage import Declaration, Gap
from verifier.retrieve.reach import Reach
from verifier.sources.connector import Entry
from verifier.speakers.registry import People

TODAY = date(2025, 3, 22)  # the harvests ended on 20 March
BEFORE_MARCH = Interval(date.min, date(2025, 2, 28))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        opened.begin_run("harvest", policy="p", parameters={}, now=NOW)
        yield opened


def standing(store: Store, tmp_path: Path, *lines: str) -> Standing:
    """Return how one source stands that is configured so."""
    config = tmp_path / "quote-verifier.toml"
    config.write_text("\n".join(['[[source]]\nid = "works"\nkind = "folder"\npath = "works"', *lines]))
    return standing_of(store, Settings.load(config), People.load(), TODAY)


def harvest(store: Store, outcome: str, window: Interval | None = None, stopped_at_page: int | None = None) -> None:
    told = SourceOutcome("works", outcome, "403" if outcome == "blocked" else "")
    store.add_harvest(told, run_id=1, window=window, now=NOW, stopped_at_page=stopped_at_page)


MARCH = Interval(date(2025, 3, 1), date(2025, 3, 19))


def test_a_source_never_harvested_counts_as_failed(store: Store, tmp_path: Path) -> None:
    """Nothing is known of it, so nothing can be said to be absent."""
    assert standing(store, tmp_path) == Standing((SourceOutcome("works", "soft_error", "not harvested yet"),))


def test_a_source_switched_off(store: Store, tmp_path: Path) -> None:
    """It is disabled, whatever its last harvest said, and leaves no gap."""
    harvest(store, "blocked")
    assert standing(store, tmp_path, "enabled = false") == Standing((SourceOutcome("works", "disabled"),))


GAPS = [
    pytest.param(
        [("ok_hits", None, None)], "", [Gap("works", "not harvested since", Interval(date(2025, 3, 21), TODAY))],
        id="all of it",
    ),
    pytest.param(
        [("ok_hits", None, None)], "lag_days = 3",
        [Gap("works", "inside its publication lag of 3 days", Interval(date(2025, 3, 18), TODAY))],
        id="lag",
    ),
    pytest.param(
        [("ok_hits", None, 10)], "", [Gap("works", "stopped at page 10 of the listing")], id="cap without a window"
    ),
    pytest.param(
        [("ok_none", MARCH, None), ("blocked", Interval(date(2025, 3, 20), date(2025, 3, 20)), None)], "",
        [
            Gap("works", "not harvested for these days", BEFORE_MARCH),
            Gap("works", "blocked on these days", Interval.day(date(2025, 3, 20))),
            Gap("works", "not harvested since", Interval(date(2025, 3, 21), TODAY)),
            Gap("works", "not harvested since", Interval(date(2025, 3, 20), TODAY)),
        ],
        id="days before, failed and after",
    ),
    pytest.param(
        [("ok_hits", MARCH, 50)], "",
        [
            Gap("works", "not harvested for these days", BEFORE_MARCH),
            Gap("works", "stopped at page 50 of the listing", MARCH),
            Gap("works", "not harvested since", Interval(date(2025, 3, 20), TODAY)),
        ],
        id="capped window",
    ),
    pytest.param(
        [("ok_hits", Interval(date(2025, 3, 1), date(2025, 4, 30)), None)], "lag_days = 1",
        [
            Gap("works", "not harvested for these days", BEFORE_MARCH),
            Gap("works", "inside its publication lag of 1 day", Interval(date(2025, 3, 20), TODAY)),
        ],
        id="a window with days to come",
    ),
    pytest.param([("blocked", None, None)], "", [], id="failed: its outcome says so"),
]  # fmt: skip


@pytest.mark.parametrize(("harvests", "line", "gaps"), GAPS)
def test_gaps(
    store: Store, tmp_path: Path, harvests: list[tuple[str, Interval | None, int | None]], line: str, gaps: list[Gap]
) -> None:
    """What is known to be missing, by day, in words that stay the same from night to night."""
    for outcome, window, page in harvests:
        harvest(store, outcome, window, page)
    assert list(standing(store, tmp_path, line).gaps) == gaps


def test_what_a_source_declares_and_can_have(store: Store, tmp_path: Path) -> None:
    """From its configuration."""
    found = standing(
        store,
        tmp_path,
        'exhaustive_for = ["Astrid Holm"]',
        'persons = ["Astrid Holm"]',
        "coverage = { from = 2020-01-01 }",
    )
    holm = Speaker("Astrid Holm")
    assert found.declarations == (Declaration("works", holm),)
    assert found.reaches == (Reach("works", Interval(date(2020, 1, 1), date.max), (holm,)),)


def test_it_reaches_what_is_judged(tmp_path: Path) -> None:
    """The desk's corpus names cap, lag and what is listed without its text, where they touch the claimed days."""
    config = tmp_path / "quote-verifier.toml"
    config.write_text('[[source]]\nid = "works"\nkind = "folder"\npath = "works"\nlag_days = 2\n')
    settings = Settings.load(config, database=str(new_database(tmp_path)))
    claimed = DateClaim(Interval.day(date(2025, 3, 19)), "Wednesday", Basis.SENTENCE)
    with desk_of(settings, write=True, clock=lambda: NOW) as desk:
        run = desk.store.begin_run("harvest", policy="p", parameters={}, now=NOW)
        window = Interval(date(2025, 3, 1), date(2025, 3, 20))
        for stop in (None, 10):
            desk.store.add_harvest(
                SourceOutcome("works", "ok_hits"), run_id=run, window=window, now=NOW, stopped_at_page=stop
            )
        day = (RecordDate(date(2025, 3, 19), "listing"),)
        entry = Entry("b", None, "Press conference in Oslo", day, metadata_only=True)
        desk.store.note_entries("works", [entry], now=NOW)
        event = EventClaim(kind="press conference", place="Oslo")
        found = desk.corpus.coverage(Claim(Speaker("Astrid Holm"), claimed, event))
        undated = desk.corpus.coverage(Claim(Speaker("Astrid Holm")))
    assert found.state is CoverageState.KNOWN_NOT_HELD
    assert found.transcripts == 0
    assert found.gaps == (
        "works: not harvested for these days",  # 19 February: the article may have slipped by a month
        "works: inside its publication lag of 2 days",
        "works: listed, not held: “Press conference in Oslo” (its text is not to be had)",
    )
    assert "works: some of what it lists is not held" in undated.gaps
