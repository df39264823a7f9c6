"""Addresses that are computed, not listed: a number or a day in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product

from verifier.model.text import Interval
from verifier.model.transcript import RecordDate
from verifier.sources.config.tables import NumberRange
from verifier.sources.templates import Value, fill_url

MOST = 5_000  # addresses of one walk


@dataclass(frozen=True, slots=True)
class Numbered:
    """One computed address, with the day that it is for where it is a day's."""

    url: str
    day: date | None = None

    @property
    def dates(self) -> tuple[RecordDate, ...]:
        """The day as a claim of the address."""
        return (RecordDate(self.day, "url"),) if self.day else ()


def _days(given: NumberRange, window: Interval | None) -> Iterator[date]:
    """Yield the days of a range within the window, newest first; without an end and a window none."""
    first, last = given.first, given.last
    if not isinstance(first, date) or (last is not None and not isinstance(last, date)):
        return
    begins = max(first, window.first) if window else first
    ends = min((one for one in (last, window.last if window else None) if one is not None), default=None)
    day = ends
    while day is not None and day >= begins:
        yield day
        day -= timedelta(days=1)


def _numbers(given: NumberRange) -> Iterator[str]:
    """Yield the numbers of a range in figures, newest, which is highest, first."""
    if isinstance(given.first, int) and isinstance(given.last, int):
        for number in range(given.last, given.first - 1, -1):
            yield str(number).zfill(given.width)


def addresses_of(template: str, ranges: Mapping[str, NumberRange], window: Interval | None) -> tuple[Numbered, ...]:
    """Return the addresses of a pattern within a window, newest first, at most 5,000.

    Days are those of the window. A day without an end, and a window without one, gives no address.
    """
    names = list(ranges)
    choices = [list(islice(_values(ranges[name], window), MOST)) for name in names]
    found = (dict(zip(names, chosen, strict=True)) for chosen in product(*choices))
    return tuple(islice((_numbered(template, values) for values in found), MOST))


def _values(given: NumberRange, window: Interval | None) -> Iterator[Value]:
    yield from _days(given, window) if isinstance(given.first, date) else _numbers(given)


def _numbered(template: str, values: Mapping[str, Value]) -> Numbered:
    day = next((value for value in values.values() if isinstance(value, date)), None)
    return Numbered(fill_url(template, values), day)
