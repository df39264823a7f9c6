"""Runs and leases: what was done, and who may do it now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from store_samples import LATER, NOW, new_database

from db.store import Store
from verifier.errors import DatabaseError, LeaseHeld
from verifier.model.evidence import SourceOutcome
from verifier.model.run import Problem, RunReport, RunStatus
from verifier.model.text import Interval
from verifier.speakers.person import Office, Person

STALE = timedelta(minutes=10)
SOON = NOW + timedelta(minutes=9)
LONG_AFTER = NOW + timedelta(minutes=11)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


def begin(store: Store, kind: str = "nightly", owner: str | None = None) -> int:
    return store.begin_run(kind, policy="p", parameters={"since": "2025-03-19"}, now=NOW, owner=owner)


def report(status: RunStatus = RunStatus.COMPLETE, ended: datetime = LATER) -> RunReport:
    return RunReport(
        "nightly",
        status,
        NOW,
        ended,
        articles=2,
        statements=9,
        verdicts_added=7,
        transcripts_added=3,
        headlines=(("verified", 5), ("not_checkable", 4)),
        problems=(Problem("Ministry of Works", "no answer in 20 s"),),
        policy="p",
    )


def test_a_run_keeps_its_report(store: Store) -> None:
    """Sums, headlines and problems are read back as they were."""
    run = begin(store)
    store.end_run(run, report(RunStatus.DEGRADED))
    assert store.load_run_report(run) == report(RunStatus.DEGRADED)


def test_a_run_that_died_ends_with_its_heartbeat(store: Store) -> None:
    """Its last sign of life is what is known of its end."""
    run = begin(store)
    store.heartbeat(run, now=SOON)
    assert store.abandon_stale_runs(now=SOON + STALE, stale_after=STALE) == 0
    assert store.abandon_stale_runs(now=SOON + 2 * STALE, stale_after=STALE) == 1
    told = store.load_run_report(run)
    assert (told.status, told.ended) == (RunStatus.ABANDONED, SOON)
    with pytest.raises(DatabaseError, match="not running any more: it is abandoned"):
        store.end_run(run, report())


def test_only_a_complete_run_is_successful(store: Store) -> None:
    """A degraded or failed run has left work undone; the window goes back to the last complete one."""
    assert store.last_successful("nightly") is None
    complete, degraded, other = begin(store), begin(store), begin(store, "check")
    for run, status in ((complete, RunStatus.COMPLETE), (degraded, RunStatus.DEGRADED), (other, RunStatus.COMPLETE)):
        store.end_run(run, report(status))
    found = store.last_successful("nightly")
    assert found is not None
    assert (found.id, found.parameters, found.started, found.ended) == (complete, {"since": "2025-03-19"}, NOW, LATER)
    last = store.last_run()
    assert last is not None
    assert last.id == other


def test_a_lease_is_one_owners(store: Store) -> None:
    """Another is told who holds it, with exit code 75; the owner may take it again."""
    store.acquire_lease("nightly", "host:1", now=NOW, stale_after=STALE)
    store.acquire_lease("nightly", "host:1", now=SOON, stale_after=STALE)
    with pytest.raises(LeaseHeld, match=r"nightly is already running since 2025-03-20 06:30 UTC \(host:1\)") as told:
        store.acquire_lease("nightly", "host:2", now=LONG_AFTER, stale_after=STALE)
    assert told.value.exit_code == 75
    store.acquire_lease("harvest Ministry of Works", "host:2", now=NOW, stale_after=STALE)


def test_a_stale_lease_is_taken_over_and_its_run_abandoned(store: Store) -> None:
    """A process that died does not block the next night."""
    store.acquire_lease("nightly", "host:1", now=NOW, stale_after=STALE)
    dead = begin(store, owner="host:1")
    store.acquire_lease("nightly", "host:2", now=LONG_AFTER, stale_after=STALE)
    assert store.load_run_report(dead).status is RunStatus.ABANDONED
    store.release_lease("nightly", "host:1")
    with pytest.raises(LeaseHeld):
        store.acquire_lease("nightly", "host:3", now=LONG_AFTER, stale_after=STALE)


def test_a_heartbeat_keeps_the_leases_of_the_run(store: Store) -> None:
    """As long as the run says that it is alive, its leases are fresh."""
    store.acquire_lease("nightly", "host:1", now=NOW, stale_after=STALE)
    store.heartbeat(begin(store, owner="host:1"), now=SOON)
    with pytest.raises(LeaseHeld):
        store.acquire_lease("nightly", "host:2", now=LONG_AFTER, stale_after=STALE)


def test_a_released_lease_is_free(store: Store) -> None:
    """The next may take it at once."""
    store.acquire_lease("nightly", "host:1", now=NOW, stale_after=STALE)
    store.release_lease("nightly", "host:1")
    store.acquire_lease("nightly", "host:2", now=NOW, stale_after=STALE)


def test_naive_times_are_refused(store: Store) -> None:
    """A time without a zone is a mistake of the caller, not a row."""
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a zone"):
        store.acquire_lease("nightly", "host:1", now=naive, stale_after=STALE)
    assert store.raw.execute("SELECT count(*) FROM leases").fetchone() == (0,)


def test_times_of_other_zones_are_kept_in_utc(store: Store) -> None:
    """One moment, whatever zone it was given in, is one text, which sorts by time."""
    stockholm = datetime.fromisoformat("2025-03-20T07:30:00+01:00")
    store.begin_run("check", policy="p", parameters={}, now=stockholm)
    assert store.raw.execute("SELECT started_at FROM runs").fetchone() == ("2025-03-20T06:30:00.000000Z",)
    assert store.load_run_report(1).started == NOW


def test_outcomes_of_sources_are_rows(store: Store) -> None:
    """What became of a harvest or a search is kept with its window; an unknown source is created."""
    run, window = begin(store), Interval(date(2025, 3, 1), date(2025, 3, 19))
    store.add_harvest(SourceOutcome("Ministry of Works", "blocked", "403"), run_id=run, window=window, now=NOW)
    store.add_search(
        SourceOutcome("Ministry of Works", "ok_none"),
        run_id=run,
        person="Ada Lind",
        phrase="twelve more weeks",
        window=None,
        now=NOW,
    )
    harvested = store.raw.execute("SELECT source_id, window_from, window_to, outcome, detail FROM harvests").fetchall()
    assert harvested == [(1, "2025-03-01", "2025-03-19", "blocked", "403")]
    assert store.last_outcomes() == (SourceOutcome("Ministry of Works", "blocked", "403"),)
    store.add_harvest(SourceOutcome("Ministry of Works", "ok_none"), run_id=run, window=window, now=LATER)
    store.add_harvest(SourceOutcome("Archive", "disabled"), run_id=run, window=window, now=NOW)
    assert store.last_outcomes() == (
        SourceOutcome("Archive", "disabled"),
        SourceOutcome("Ministry of Works", "ok_none"),
    )
    searched = store.raw.execute("SELECT source_id, person, window_from, outcome FROM searches").fetchall()
    assert searched == [(1, "Ada Lind", None, "ok_none")]


def test_known_persons_are_exactly_the_given_ones(store: Store) -> None:
    """Names, labels and offices can be queried; a person gone from the file is gone from the table."""
    minister = Office("minister", "SE", "Minister of Works", date(2023, 1, 1))
    lind = Person(
        "ada-lind", "Ada Lind", "f", names=("Ada Lind", "Ada Lindh"), labels=("MS. LIND",), offices=(minister,)
    )
    assert store.keep_people([lind, Person("bo-ek", "Bo Ek")]) == 2
    assert store.keep_people([lind]) == 1
    assert store.kept_people() == ("ada-lind",)
    names = store.raw.execute("SELECT kind, name FROM speaker_names ORDER BY kind, name").fetchall()
    assert names == [("label", "MS. LIND"), ("name", "Ada Lind"), ("name", "Ada Lindh")]
    assert store.raw.execute("SELECT place, title, held_from, held_to FROM offices").fetchall() == [
        ("SE", "Minister of Works", "2023-01-01", None)
    ]
