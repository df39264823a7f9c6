"""Corpora of XML records: found on a list page, by a pattern of addresses, or given from a folder page by page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from urllib.parse import urljoin, urlsplit

from verifier.articles.decode import decode
from verifier.articles.identity import is_web
from verifier.articles.published import day_of_address
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import XmlCorpusSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import id_of, listing_of
from verifier.sources.numbered import addresses_of, days_in_address
from verifier.sources.placeholders import filled, names_of, values_of
from verifier.sources.records import KnownPeople
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
class XmlCorpusConnector:
    """A corpus as configured; *names* are people by the ids that its records use, where a list of them was read."""

    config: XmlCorpusSource
    names: Mapping[str, str] = field(default_factory=dict)

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the first list page, or all computed addresses; nothing where files are given."""
        if self.config.url is not None:
            made = addresses_of(self.config.url, self.config.range, ask.window, self.config.max_items)
            return tuple(Request(url, number=number) for number, url in enumerate(made, start=1))
        first = self._page(ask, 1, 0)
        return (first,) if first else ()

    def _page(self, ask: Ask, number: int, seen: int) -> Request | None:
        """Return the request for one list page."""
        if self.config.list is None:
            return None
        start = int(self.config.paging.start) if str(self.config.paging.start).isdecimal() else 0
        counts = {"page": start + number - 1, "offset": start + seen}
        url = filled(self.config.list.url, values_of(ask) | counts, in_url=True)
        return Request(url, number=number, seen=seen) if url else None

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the records whose addresses a list page holds, and the page that follows.

        A computed address is the record itself. Flags: ``more_entries``, ``total_differs``. Raises
        ParseError: ``empty``, ``wrong_type``, and ``parse_failed`` where the first page holds none of the
        addresses that are looked for.
        """
        if self.config.url is not None:
            return Listing((self._entry(request.url),))
        text = _list_text(page)
        links = self._latest(self._links(text, page.final_url or request.url))
        if not links and request.number == 1:
            raise ParseError("its list holds no address of a record: the page changed, or another came")
        seen, total = request.seen + len(links), self._total(text)
        counted = self.config.list is not None and {"page", "offset"} & names_of(self.config.list.url)
        over = not counted or not links or (total is not None and seen >= total)
        following = None if over else self._page(ask, request.number + 1, seen)
        flags = {"total_differs"} if over and total is not None and seen != total else set()
        onward = (following,) if following else ()
        made = listing_of(map(self._entry, links), self.config, ask, onward=onward, flags=flags, total=total)
        return replace(made, flags=made.flags - {"empty"})

    def _entry(self, url: str) -> Entry:
        """Return the entry of an address, with the day that it carries."""
        days = days_in_address(self.config.url or "", self.config.range, url) if self.config.url else ()
        dates = tuple(RecordDate(day, "url") for day in days) or _dates_of(url)
        return Entry(id_of(url, self.config), url, dates=dates)

    def _links(self, text: str, base: str) -> Iterator[str]:
        """Yield the addresses on a list page, also those that stand in escaped JSON."""
        pattern = self.config.list.links_regex if self.config.list else self.config.url_regex
        for found in re.finditer(pattern or "$^", text):
            link = urljoin(base, html.unescape(found[found.lastindex or 0]))
            if is_web(link):
                yield link

    def _latest(self, links: Iterable[str]) -> list[str]:
        """Return one address a record, in order: of revisions the last by name ("…30b.xml" after "…30a.xml")."""
        by_id: dict[str, str] = {}
        for link in links:
            known_by = id_of(link, self.config)
            by_id[known_by] = max(link, by_id.get(known_by, ""))
        return list(by_id.values())

    def _total(self, text: str) -> int | None:
        """Return how many records the list says there are: the group of the configured pattern."""
        found = re.search(self.config.paging.total, text) if self.config.paging.total else None
        told = found[found.lastindex or 0] if found else ""
        return int(told) if told.isdecimal() else None

    def request_of(self, entry: Entry) -> Request | None:
        """Return the request for a record; None for a file, and where its address was computed and asked for."""
        listed = self.config.list is not None and entry.url is not None and is_web(entry.url)
        return Request(str(entry.url)) if listed else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None = None) -> Reading:
        """Return the record in *page*, read by the configured profile.

        Flags: ``date_differs``, ``date_in_future``, ``superseded``. Raises ParseError: ``wall``, ``empty``,
        ``wrong_type``, or ``parse_failed`` for what breaks off, declares entities, or lacks a transcript's sign.
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
