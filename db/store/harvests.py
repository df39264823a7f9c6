"""What became of reading and searching sources, and which days that covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import col, func, select
from sqlmodel.sql.expression import Select

from db.store.base import OpenDatabase
from db.store.sources import source_id
from db.tables.base import clean
from db.tables.runs import HarvestRow, SearchRow
from db.tables.transcripts import SourceRow
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval


@dataclass(frozen=True, slots=True)
class KeptHarvest:
    """One walk through a source as it is kept; the window is None where all of it was walked."""

    outcome: SourceOutcome
    window: Interval | None
    ended_at: datetime
    listed: int = 0
    added: int = 0
    pages: int = 0
    stopped_at_page: int | None = None  # where a cap ended the walk
    newest: date | None = None  # the latest day that any entry claims

    @property
    def whole(self) -> bool:
        """Whether the walk went well, and to its end."""
        return self.outcome.searched and self.stopped_at_page is None


@dataclass(frozen=True, slots=True)
class HarvestedDays:
    """A run of days of one source with what became of them; None: a walk through all that the source has."""

    interval: Interval | None
    harvest: KeptHarvest

    @property
    def outcome(self) -> str:
        """How the walk that counts for these days ended."""
        return self.harvest.outcome.outcome


class Harvests(OpenDatabase):
    """Walks through sources, and searches of them."""

    def add_harvest(
        self,
        outcome: SourceOutcome,
        *,
        run_id: int,
        window: Interval | None,
        now: datetime,
        listed: int = 0,
        added: int = 0,
        pages: int = 0,
        stopped_at_page: int | None = None,
        newest: date | None = None,
    ) -> None:
        """Keep what became of reading a source over a window; an unknown source is created."""
        first, last = _ends(window)
        with self.transaction() as session:
            session.add(
                HarvestRow(
                    source_id=source_id(session, outcome.source, now),
                    run_id=run_id,
                    window_from=first,
                    window_to=last,
                    outcome=outcome.outcome,
                    detail=outcome.detail,
                    listed=listed,
                    added=added,
                    ended_at=now,
                    pages=pages,
                    stopped_at_page=stopped_at_page,
                    newest=newest,
                )
            )

    def last_outcomes(self) -> tuple[SourceOutcome, ...]:
        """Return how the last harvest of each source ended, by the source's name; none for one never harvested."""
        return tuple(harvest.outcome for harvest in self.last_harvests())

    def last_searches(self) -> tuple[SourceOutcome, ...]:
        """Return how the last search of each source ended, by the source's name; none for one never asked."""
        newest = select(func.max(SearchRow.id)).group_by(col(SearchRow.source_id))
        asked = select(SearchRow, SourceRow.name).join(SourceRow, col(SourceRow.id) == SearchRow.source_id)
        asked = asked.where(col(SearchRow.id).in_(newest)).order_by(col(SourceRow.name))
        with self.reading() as session:
            return tuple(SourceOutcome(name, row.outcome, row.detail) for row, name in session.exec(asked))

    def last_harvests(self) -> tuple[KeptHarvest, ...]:
        """Return the last harvest of each source, by the source's name."""
        newest = select(func.max(HarvestRow.id)).group_by(col(HarvestRow.source_id))
        asked = _harvests().where(col(HarvestRow.id).in_(newest)).order_by(col(SourceRow.name))
        with self.reading() as session:
            return tuple(_kept(row, name) for row, name in session.exec(asked))

    def harvests_of(self, source: str) -> tuple[KeptHarvest, ...]:
        """Return all harvests of a source, newest first."""
        asked = _harvests().where(SourceRow.name == clean(source)).order_by(col(HarvestRow.id).desc())
        with self.reading() as session:
            return tuple(_kept(row, name) for row, name in session.exec(asked))

    def last_harvested(self, source: str) -> KeptHarvest | None:
        """Return the last harvest of a source that went well and was not ended by a cap; None if there is none.

        Work since its window is still to be done: its window's last day, or its end where it had no window.
        """
        return next((harvest for harvest in self.harvests_of(source) if harvest.whole), None)

    def harvested_days(self, source: str) -> tuple[HarvestedDays, ...]:
        """Return the days of a source that any harvest covered, in order, each run with the harvest that counts.

        That is the newest that went well and to its end, else the newest that went well, else the newest: a
        failure later on takes nothing back. What was walked without a window comes first, with interval None.
        """
        found = self.harvests_of(source)
        ranked = sorted(found, key=lambda harvest: (not harvest.whole, not harvest.outcome.searched))
        whole = [HarvestedDays(None, harvest) for harvest in ranked if harvest.window is None][:1]
        return (*whole, *_by_days([harvest for harvest in ranked if harvest.window is not None]))

    def add_search(
        self,
        outcome: SourceOutcome,
        *,
        run_id: int,
        person: str | None,
        phrase: str | None,
        window: Interval | None,
        now: datetime,
    ) -> None:
        """Keep what became of asking a source's own search; an unknown source is created."""
        first, last = _ends(window)
        with self.transaction() as session:
            session.add(
                SearchRow(
                    source_id=source_id(session, outcome.source, now),
                    run_id=run_id,
                    person=person,
                    phrase=phrase,
                    window_from=first,
                    window_to=last,
                    outcome=outcome.outcome,
                    detail=outcome.detail,
                    ended_at=now,
                )
            )


def _harvests() -> Select[HarvestRow, str]:
    """Return the question for harvests with the names of their sources."""
    return select(HarvestRow, SourceRow.name).join(SourceRow, col(SourceRow.id) == HarvestRow.source_id)


def _kept(row: HarvestRow, name: str) -> KeptHarvest:
    """Return the harvest of its row."""
    window = Interval(row.window_from, row.window_to) if row.window_from and row.window_to else None
    outcome = SourceOutcome(name, row.outcome, row.detail)
    sums = (row.listed, row.added, row.pages, row.stopped_at_page, row.newest)
    return KeptHarvest(outcome, window, row.ended_at, *sums)


def _by_days(ranked: list[KeptHarvest]) -> Iterable[HarvestedDays]:
    """Yield the days of harvests that have windows, given best first, as runs under the first that has them."""
    windows = [harvest.window for harvest in ranked if harvest.window]
    borders = sorted({w.first for w in windows} | {w.last + timedelta(days=1) for w in windows if w.last < date.max})
    run: HarvestedDays | None = None
    for number, first in enumerate(borders):
        last = borders[number + 1] - timedelta(days=1) if number + 1 < len(borders) else date.max
        best = next((h for h in ranked if h.window and h.window.first <= first and last <= h.window.last), None)
        if run and run.interval and best is run.harvest:
            run = HarvestedDays(Interval(run.interval.first, last), best)
            continue
        if run:
            yield run
        run = HarvestedDays(Interval(first, last), best) if best else None
    if run:
        yield run


def _ends(window: Interval | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of a window, None for an unbounded one."""
    return (None, None) if window is None else (window.first, window.last)
