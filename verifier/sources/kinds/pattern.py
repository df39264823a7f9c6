"""Pages whose addresses are computed from numbers or days; nothing lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product, zip_longest

from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.claimed_days import read_days
from verifier.sources.config import PatternSource
from verifier.sources.config.tables import NumberRange
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import id_of
from verifier.sources.page_days import days_of_url
from verifier.sources.pages import read_page
from verifier.sources.placeholders import PLACEHOLDER, filled
from verifier.sources.records import KnownPeople


def _days(given: NumberRange, ask: Ask) -> Iterator[date]:
    """Yield the days of a range that lie in the window; none where neither says where to end."""
    first = given.first if isinstance(given.first, date) else date.min
    last = given.last if isinstance(given.last, date) else None
    if ask.window is not None:
        first = max(first, ask.window.first)
        last = ask.window.last if last is None else min(last, ask.window.last)
    day = first
    while last is not None and day <= last:
        yield day
        day += timedelta(days=1)


def _numbers(given: NumberRange, most: int) -> Iterator[int]:
    """Yield the numbers of a range, without an end as many as are allowed."""
    first = given.first if isinstance(given.first, int) else 0
    last = given.last if isinstance(given.last, int) else first + most - 1
    yield from range(first, last + 1)


def _values(given: NumberRange, ask: Ask, most: int) -> Iterator[int | date]:
    """Yield the numbers or days of a range."""
    if isinstance(given.first, date):
        yield from _days(given, ask)
    else:
        yield from _numbers(given, most)


@dataclass(frozen=True, slots=True)
class PatternConnector:
    """A source whose addresses are a row of numbers or days.

    Every address is one to begin with; a page that is gone is the normal end of the row, and after
    ``stop_after_gone`` of them in a row the walker asks for no more.
    """

    config: PatternSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the addresses, at most ``max_items``; those of days only within the window."""
        most = self.config.max_items
        names = list(self.config.range)
        rows = [list(islice(_values(one, ask, most), most)) for one in self.config.range.values()]
        made = (self._address(dict(zip(names, values, strict=True))) for values in islice(product(*rows), most))
        return tuple(Request(url, number=number) for number, url in enumerate((one for one in made if one), start=1))

    def _address(self, values: dict[str, int | date]) -> str | None:
        """Return the address of one combination, numbers with zeros in front as configured."""
        widths = {name: given.width for name, given in self.config.range.items()}
        printed = {
            name: f"{value:0{widths[name]}d}" if isinstance(value, int) and widths[name] else value
            for name, value in values.items()
        }
        return filled(self.config.url, printed, in_url=True)

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the one entry that the page itself is."""
        url = request.url
        days = days_of_url(url, self.config) if self.config.url_regex else self._days_in(url)
        entry = Entry(id_of(url, self.config), url, dates=tuple(RecordDate(day, "url") for day in days))
        return Listing((entry,), newest=max(days, default=None))

    def _days_in(self, url: str) -> tuple[date, ...]:
        """Return the day that fills a placeholder of the address."""
        forms: list[str] = []

        def group(found: re.Match[str]) -> str:
            given = self.config.range.get(found["name"])
            if given is None or not isinstance(given.first, date):
                return ".{1,20}?"
            forms.append(found["form"] or "%Y-%m-%d")
            return "(.{4,20}?)"

        # Letters, figures and braces of the template stay as they are when it is escaped piece by piece.
        pieces = PLACEHOLDER.split(self.config.url)[:: PLACEHOLDER.groups + 1]
        between = [group(found) for found in PLACEHOLDER.finditer(self.config.url)]
        pattern = "".join(re.escape(piece) + gap for piece, gap in zip_longest(pieces, between, fillvalue=""))
        match = re.fullmatch(pattern, url)
        texts = match.groups() if match and forms else ()
        return tuple(day for text, form in zip(texts, forms, strict=False) for day in read_days(text, form=form))

    def request_of(self, entry: Entry) -> Request | None:
        """Return None: the page that was asked for is the record's own."""
        return None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcript on the page; raises ParseError as ``read_page`` does."""
        return read_page(page, entry, self.config, people)
