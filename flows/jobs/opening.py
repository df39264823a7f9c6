"""The desk at which a job works: configuration, people, thresholds, the open database, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from db.store import Store
from flows.jobs.standing import standing_of
from flows.settings import Settings
from verifier.model.policy import Policy
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present time, aware; the one clock of the edge, which tests replace by a fixed one."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """All that a job needs; the database is open while the desk is."""

    settings: Settings
    people: People
    policy: Policy
    store: Store
    clock: Clock

    @cached_property
    def corpus(self) -> Corpus:
        """The stored transcripts, searchable, with how the sources stand when it is first asked for."""
        stand = standing_of(self.store, self.settings, self.people, self.clock().date())
        return self.store.corpus(self.people, stand.outcomes, stand.gaps, stand.declarations, stand.reaches)

    def look_again(self) -> None:
        """Forget how the sources stood: something was asked or harvested since."""
        self.__dict__.pop("corpus", None)


@contextmanager
def desk_of(settings: Settings, *, write: bool, clock: Clock = utc_now) -> Iterator[Desk]:
    """Give the desk of a configuration; DatabaseError where the database cannot be used."""
    people = People.load(settings.people.file)
    with Store.open(settings.storage.database, write=write) as store:
        if write and store.kept_people() != tuple(sorted(people.persons)):
            store.keep_people(people.persons.values())
        yield Desk(settings, people, settings.judging, store, clock)


@contextmanager
def open_desk(config: Path | None, database: str | None, *, write: bool, clock: Clock = utc_now) -> Iterator[Desk]:
    """Give the desk that the command line names."""
    with desk_of(Settings.load(config, database=database), write=write, clock=clock) as desk:
        yield desk
