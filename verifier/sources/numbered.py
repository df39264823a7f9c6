"""Addresses that are computed, not listed: a number or a day in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, product, zip_longest

from verifier.model.text import Interval
from verifier.sources.claimed_days import read_days
from verifier.sources.config.tables import NumberRange
from verifier.sources.placeholders import PLACEHOLDER, filled


def _days(given: NumberRange, window: Interval | None) -> Iterator[date]:
    """Yield the days of a range that lie in the window; none where neither says where to end."""
    first = given.first if isinstance(given.first, date) else date.min
    last = given.last if isinstance(given.last, date) else None
    if window is not None:
        first = max(first, window.first)
        last = window.last if last is None else min(last, window.last)
    day = first
    while last is not None and day <= last:
        yield day
        day += timedelta(days=1)


def _numbers(given: NumberRange, most: int) -> Iterator[int]:
    """Yield the numbers of a range, without an end as many as are allowed."""
    first = given.first if isinstance(given.first, int) else 0
    last = given.last if isinstance(given.last, int) else first + most - 1
    yield from range(first, last + 1)


def _values(given: NumberRange, window: Interval | None, most: int) -> Iterator[int | date]:
    """Yield the numbers or days of a range."""
    if isinstance(given.first, date):
        yield from _days(given, window)
    else:
        yield from _numbers(given, most)


def _address(template: str, ranges: Mapping[str, NumberRange], values: Mapping[str, int | date]) -> str | None:
    """Return the address of one combination, numbers with zeros in front as configured."""
    printed = {
        name: f"{value:0{ranges[name].width}d}" if isinstance(value, int) and ranges[name].width else value
        for name, value in values.items()
    }
    return filled(template, printed, in_url=True)


def addresses_of(
    template: str, ranges: Mapping[str, NumberRange], window: Interval | None, most: int
) -> tuple[str, ...]:
    """Return the addresses of a pattern, at most *most*; those of days only within the window."""
    rows = [list(islice(_values(one, window, most), most)) for one in ranges.values()]
    made = (_address(template, ranges, dict(zip(ranges, values, strict=True))) for values in product(*rows))
    return tuple(islice((one for one in made if one), most))


def days_in_address(template: str, ranges: Mapping[str, NumberRange], url: str) -> tuple[date, ...]:
    """Return the day that fills a placeholder of an address."""
    forms: list[str] = []

    def group(found: re.Match[str]) -> str:
        given = ranges.get(found["name"])
        if given is None or not isinstance(given.first, date):
            return ".{1,20}?"
        forms.append(found["form"] or "%Y-%m-%d")
        return "(.{4,20}?)"

    # Letters, figures and braces of the template stay as they are when it is escaped piece by piece.
    pieces = PLACEHOLDER.split(template)[:: PLACEHOLDER.groups + 1]
    between = [group(found) for found in PLACEHOLDER.finditer(template)]
    pattern = "".join(re.escape(piece) + gap for piece, gap in zip_longest(pieces, between, fillvalue=""))
    match = re.fullmatch(pattern, url)
    texts = match.groups() if match and forms else ()
    return tuple(day for text, form in zip(texts, forms, strict=False) for day in read_days(text, form=form))
