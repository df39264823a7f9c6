"""Corpora of XML records: found on a list page, by a pattern of addresses, or given from a folder page by page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from urllib.parse import urljoin, urlsplit

from verifier.articles.decode import decode
from verifier.articles.identity import canonical_url, is_web
from verifier.articles.published import day_of_address
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import XmlCorpusSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.numbered import addresses_of
from verifier.sources.records import KnownPeople
from verifier.sources.templates import Unfilled, fill_url, names_in, values_of
from verifier.sources.xml.reading import read_by_profile
from verifier.sources.xml.records import Around
from verifier.sources.xml.tei import people_of
from verifier.sources.xml.tree import root_of


def names_of_persons(page: Page) -> dict[str, str]:
    """Return the names by id in a list of persons that stands beside a corpus; ParseError where it is none."""
    names = people_of(root_of(page))
    if not names:
        raise ParseError("a list of persons in which nobody is named", outcome="empty")
    return names


@dataclass(frozen=True, slots=True)
class XmlCorpus:
    """A corpus as configured; *names* are people by the ids that its records use, where a list of them was read."""

    config: XmlCorpusSource
    names: Mapping[str, str] = field(default_factory=dict)

    def entries(self, ask: Ask) -> tuple[Entry, ...]:
        """Return the entries whose addresses are computed and need no list; newest first."""
        if self.config.url is None:
            return ()
        found = addresses_of(self.config.url, self.config.range, ask.window)
        return tuple(Entry(canonical_url(one.url), one.url, dates=one.dates) for one in found)

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the first list page; nothing where addresses are computed or files are given."""
        return self._page(ask, 1, 0)

    def _page(self, ask: Ask, number: int, seen: int) -> tuple[Request, ...]:
        """Return the request for one list page."""
        if self.config.list is None:
            return ()
        start = int(self.config.paging.start) if str(self.config.paging.start).isdecimal() else 0
        values = values_of(ask, page=start + number - 1, offset=start + seen)
        try:
            return (Request(fill_url(self.config.list.url, values), number=number, seen=seen),)
        except Unfilled:
            return ()

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the records whose addresses a list page holds, and the page that follows.

        Flags: ``empty``, ``more_entries``, ``total_differs``. Raises ParseError: ``empty``, ``wrong_type``,
        and ``parse_failed`` where the first page holds none of the addresses that are looked for.
        """
        text = _list_text(page)
        links = list(dict.fromkeys(self._links(text, page.final_url or request.url)))
        if not links and request.number == 1:
            raise ParseError("its list holds no address of a record: the page changed, or another came")
        kept = links[: self.config.max_items]
        seen, total = request.seen + len(links), self._total(text)
        flags = {"more_entries": len(kept) < len(links)}
        onward = self._onward(ask, request, len(links), seen, total)
        flags["more_entries"] |= bool(onward) and request.number >= self.config.paging.max_pages
        onward = onward if request.number < self.config.paging.max_pages else ()
        flags["total_differs"] = not onward and not flags["more_entries"] and total is not None and seen != total
        entries = tuple(Entry(self._id(link), link, dates=_dates_of(link)) for link in kept)
        newest = max((one.day for one in entries if one.day is not None), default=None)
        return Listing(entries, onward, frozenset(name for name, told in flags.items() if told), total, newest)

    def _links(self, text: str, base: str) -> Iterator[str]:
        """Yield the addresses on a list page, also those that stand in escaped JSON."""
        pattern = self.config.list.links_regex if self.config.list else self.config.url_regex
        for found in re.finditer(pattern or "$^", text):
            link = urljoin(base, html.unescape(found[found.lastindex or 0]))
            if is_web(link):
                yield link

    def _total(self, text: str) -> int | None:
        """Return how many records the list says there are: the group of the configured pattern."""
        found = re.search(self.config.paging.total, text) if self.config.paging.total else None
        told = found[found.lastindex or 0] if found else ""
        return int(told) if told.isdecimal() else None

    def _onward(self, ask: Ask, request: Request, links: int, seen: int, total: int | None) -> tuple[Request, ...]:
        """Return the list page that follows, where pages are counted and this one held something."""
        counted = self.config.list is not None and {"page", "offset"} & names_in(self.config.list.url)
        if not counted or not links or (total is not None and seen >= total):
            return ()
        return self._page(ask, request.number + 1, seen)

    def _id(self, url: str) -> str:
        """Return the part of an address that identifies a record, else the address."""
        found = re.search(self.config.identity, url) if self.config.identity else None
        return found["id"] if found and "id" in found.groupdict() else canonical_url(url)

    def request_of(self, entry: Entry) -> Request | None:
        """Return the request for a record."""
        return Request(entry.url) if entry.url and is_web(entry.url) else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None = None) -> Reading:
        """Return the record in *page*, read by the configured profile.

        Flags: ``date_differs``, ``superseded``. Raises ParseError: ``wall``, ``empty``, ``wrong_type``, or
        ``parse_failed`` for what breaks off, declares entities, or lacks a sign of a transcript.
        """
        address = entry.url or page.final_url or page.url or page.name or ""
        known = replace(entry, dates=entry.dates or _dates_of(address))
        around = Around(address, self.names, self.config.language)
        return read_by_profile(page, known, self.config, self.config.profile, around, people)

    def entry_of_file(self, page: Page) -> Entry:
        """Return the entry of a record that is a file: known by its name, titled by it where it has no title."""
        name = page.name or page.sha256[:16]
        return Entry(name, page.url, title=PurePath(urlsplit(name).path).stem.replace("_", " "))


def _list_text(page: Page) -> str:
    """Return the text of a list page, the strokes of escaped JSON freed."""
    kind = kind_of(page.body, declared=page.content_type)
    if kind is Kind.EMPTY:
        raise ParseError("the list is empty: not even an outline came", outcome="empty")
    if kind not in {Kind.HTML, Kind.TEXT, Kind.XML, Kind.FEED, Kind.JSON}:
        raise ParseError(f"{kind.value} came in place of a list", outcome="wrong_type")
    return decode(page.body, page.content_type).text.replace("\\/", "/")


def _dates_of(address: str) -> tuple[RecordDate, ...]:
    """Return the day that an address carries."""
    day = day_of_address(address)
    return (RecordDate(day, "url"),) if day else ()
