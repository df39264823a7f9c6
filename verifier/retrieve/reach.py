"""What sources can have at all: one that cannot have a record of the claim was not to be searched for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verifier.model.article import Speaker
from verifier.model.text import Interval


@dataclass(frozen=True, slots=True)
class Reach:
    """What a source can have at all: records of these days, and of these persons."""

    source: str
    interval: Interval | None = None  # None: of any day
    persons: tuple[Speaker, ...] = ()  # none: of anybody


def out_of_reach(reaches: Iterable[Reach], windows: tuple[Interval, ...]) -> dict[str, str]:
    """Return which sources can have no record of a day in *windows*, each with its days in words."""
    outside = (reach for reach in reaches if not meets(reach.interval, windows))
    return {reach.source: _bounds(reach.interval) for reach in outside if reach.interval}


def _bounds(days: Interval) -> str:
    """Return "its records are from 2001-01-20 to 2009-01-20", without an end that is none."""
    first = f" from {days.first}" if days.first > date.min else ""
    return f"its records are{first}" + (f" to {days.last}" if days.last < date.max else "")


def meets(days: Interval | None, windows: tuple[Interval, ...]) -> bool:
    """Return whether some day is in both; no days, and no windows, stand for any day."""
    return days is None or not windows or any(days.first <= w.last and w.first <= days.last for w in windows)
