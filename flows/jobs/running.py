"""A run: its row from begin to end, its lease, and the heartbeat that keeps both alive."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from db.store import Store
from flows.jobs.opening import Desk
from flows.jobs.owners import is_dead, this_owner
from flows.jobs.tally import Tally
from flows.settings import as_values
from verifier.errors import DatabaseError
from verifier.model.run import Problem, RunReport

# A run is abandoned when its heart has not beaten for so long. A process killed outright thus
# blocks the next one for less than a minute.
BEAT_SECONDS = 10.0
ABANDONED_AFTER = timedelta(seconds=45)


@dataclass(slots=True)
class Running:
    """A run that goes on: its row's id, when it began, its sums, and at its end its report."""

    id: int
    kind: str
    owner: str
    started: datetime
    tally: Tally = field(default_factory=Tally)
    report: RunReport | None = None

    def ended(self) -> RunReport:
        """Return the report of a run that has ended."""
        assert self.report is not None
        return self.report


@contextmanager
def running(
    desk: Desk, kind: str, parameters: dict[str, Any] | None = None, *, alone: bool = False
) -> Iterator[Running]:
    """Give a run whose row is written, and ended whatever happens inside.

    With *alone* only one run of the kind goes on at a time: LeaseHeld where another one does.
    """
    owner = this_owner()
    started = desk.clock()
    if alone:
        desk.store.acquire_lease(kind, owner, now=started, stale_after=ABANDONED_AFTER, is_dead=is_dead)
    try:
        desk.store.abandon_stale_runs(now=started, stale_after=ABANDONED_AFTER)
        told = {**(parameters or {}), "settings": as_values(desk.settings)}
        number = desk.store.begin_run(kind, policy=desk.policy.name, parameters=told, now=started, owner=owner)
        with _heartbeat(desk, number):
            yield from _ending(desk, Running(number, kind, owner, started))
    finally:
        if alone:
            desk.store.release_lease(kind, owner)


def _ending(desk: Desk, run: Running) -> Iterator[Running]:
    """Yield the run, and write its end: as it stands, or failed where something was raised."""
    try:
        yield run
    except BaseException as error:
        run.tally.problems.append(Problem(run.kind, f"stopped ({error or type(error).__name__})"))
        run.tally.inputs = 0
        raise
    finally:
        run.report = run.tally.report(run.kind, run.started, desk.clock(), desk.policy.name)
        desk.store.end_run(run.id, run.report)


@contextmanager
def _heartbeat(desk: Desk, run: int) -> Iterator[None]:
    """Let the run's heart beat beside its work, and that of its leases, over a connection of its own."""
    done = threading.Event()
    beating = threading.Thread(target=_beat, args=(desk, run, done), daemon=True, name="heartbeat")
    beating.start()
    try:
        yield
    finally:
        done.set()
        beating.join(BEAT_SECONDS)


def _beat(desk: Desk, run: int, done: threading.Event) -> None:
    """Beat until the run is done; a beat that finds the database locked is left out."""
    while not done.wait(BEAT_SECONDS):
        with suppress(DatabaseError), Store.open(desk.settings.storage.database) as store:
            while True:
                store.heartbeat(run, now=desk.clock())
                if done.wait(BEAT_SECONDS):
                    return
