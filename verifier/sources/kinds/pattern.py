"""Pages whose addresses are computed from numbers or days; nothing lists them."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import PatternSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import id_of
from verifier.sources.numbered import addresses_of, days_in_address
from verifier.sources.page_days import days_of_url
from verifier.sources.pages import read_page
from verifier.sources.records import KnownPeople


@dataclass(frozen=True, slots=True)
class PatternConnector:
    """A source whose addresses are a row of numbers or days.

    Every address is one to begin with; a page that is gone is the normal end of the row, and after
    ``stop_after_gone`` of them in a row the walker asks for no more.
    """

    config: PatternSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the addresses, at most ``max_items``; those of days only within the window."""
        made = addresses_of(self.config.url, self.config.range, ask.window, self.config.max_items)
        return tuple(Request(url, number=number) for number, url in enumerate(made, start=1))

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the one entry that the page itself is."""
        url = request.url
        days = (
            days_of_url(url, self.config)
            if self.config.url_regex
            else days_in_address(self.config.url, self.config.range, url)
        )
        entry = Entry(id_of(url, self.config), url, dates=tuple(RecordDate(day, "url") for day in days))
        return Listing((entry,), newest=max(days, default=None))

    def request_of(self, entry: Entry) -> Request | None:
        """Return None: the page that was asked for is the record's own."""
        return None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcript on the page; raises ParseError as ``read_page`` does."""
        return read_page(page, entry, self.config, people)
