"""How the configured sources stand: what coverage must know about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from db.store import HarvestedDays, KeptHarvest, Store
from flows.settings import Settings
from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval
from verifier.retrieve.coverage import Declaration, Gap
from verifier.retrieve.reach import Reach
from verifier.sources.config import SourceConfig
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """What coverage must know of the sources: how they ended, what is missing, what they declare, what they can have.

    Its words change only when something changes: what they say stands in verdicts, and a word that differs
    from night to night would make every verdict a new one.
    """

    outcomes: tuple[SourceOutcome, ...] = ()
    gaps: tuple[Gap, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    reaches: tuple[Reach, ...] = ()


def standing_of(store: Store, settings: Settings, people: People, today: date) -> Standing:
    """Return how the configured sources stand *today*; what is listed and not held the store's corpus knows itself."""
    return Standing(
        source_outcomes(store, settings),
        source_gaps(store, settings, today),
        declarations(settings, people),
        reaches(settings, people),
    )


def source_outcomes(store: Store, settings: Settings) -> tuple[SourceOutcome, ...]:
    """Return what became of each source when it was last harvested.

    One that never was counts as failed; one that is switched off is disabled.
    """
    last = {outcome.source: outcome for outcome in (*store.last_outcomes(), *store.last_searches())}
    return tuple(_outcome(source, last) for source in settings.source)


def _outcome(source: SourceConfig, last: dict[str, SourceOutcome]) -> SourceOutcome:
    if not source.enabled:
        return SourceOutcome(source.id, "disabled")
    if source.only_searched:
        return last.get(source.id, SourceOutcome(source.id, "soft_error", "not asked yet"))
    return last.get(source.id, SourceOutcome(source.id, "soft_error", "not harvested yet"))


def source_gaps(store: Store, settings: Settings, today: date) -> tuple[Gap, ...]:
    """Return what is known to be missing from enabled sources: caps, failed and unwalked days, publication lag.

    None of it lies after *today*: nothing was said there yet.
    """
    return tuple(gap for source in settings.source if source.enabled for gap in _gaps(store, source, today))


def _gaps(store: Store, source: SourceConfig, today: date) -> Iterator[Gap]:
    """Yield the gaps of one source; one that was never harvested is told by its outcome."""
    days = store.harvested_days(source.id)
    if not days:
        return
    everything = days[0].harvest if days[0].interval is None else None
    if everything and everything.stopped_at_page:
        yield Gap(source.id, _capped(everything))
    last = store.last_harvested(source.id)
    if not (everything and everything.outcome.searched):
        yield from _by_day(source, [one for one in days if one.interval], today)
    if last is not None:
        yield from _lag(source, last, today)


def _by_day(source: SourceConfig, days: list[HarvestedDays], today: date) -> Iterator[Gap]:
    """Yield the days up to the last walk that none, only a failed one, or one ended by a cap, went over."""
    free = date.min
    for run in days:
        assert run.interval is not None
        if free < run.interval.first <= today:
            yield Gap(source.id, "not harvested for these days", Interval(free, run.interval.first - _DAY))
        if not run.harvest.outcome.searched:
            yield Gap(source.id, f"{run.outcome} on these days", run.interval)
        elif run.harvest.stopped_at_page:
            yield Gap(source.id, _capped(run.harvest), run.interval)
        free = min(run.interval.last, date.max - _DAY) + _DAY
    if days and free <= today:
        yield Gap(source.id, "not harvested since", Interval(free, today))


def _capped(harvest: KeptHarvest) -> str:
    return f"stopped at page {harvest.stopped_at_page} of the listing"


def _lag(source: SourceConfig, last: KeptHarvest, today: date) -> Iterator[Gap]:
    """Yield the days of which the source may not have had its records when it was last harvested whole."""
    end = last.ended_at.date()
    if last.window is not None:
        end = min(end, last.window.last)
    first = end - timedelta(days=source.lag_days) + _DAY
    if first <= today:
        lag = f"inside its publication lag of {source.lag_days} day{'' if source.lag_days == 1 else 's'}"
        yield Gap(source.id, lag if source.lag_days else "not harvested since", Interval(first, today))


def declarations(settings: Settings, people: People) -> tuple[Declaration, ...]:
    """Return which persons' every public word a source is configured to hold."""
    return tuple(
        Declaration(source.id, _person(name, people))
        for source in settings.source
        for name in source.exhaustive_for
        if source.enabled
    )


def reaches(settings: Settings, people: People) -> tuple[Reach, ...]:
    """Return what enabled sources can have at all, where their configuration bounds it."""
    bounded = (one for one in settings.source if one.enabled and (one.persons or one.coverage != type(one.coverage)()))
    return tuple(
        Reach(
            source.id,
            Interval(source.coverage.first or date.min, source.coverage.last or date.max),
            tuple(_person(name, people) for name in source.persons),
        )
        for source in bounded
    )


def _person(name: str, people: People) -> Speaker:
    return resolve(name, None, people) or Speaker(name)
