"""Pages listed on HTML pages, or found by an HTML search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml.html import HtmlElement

from verifier.articles.decode import decode
from verifier.articles.identity import is_web
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.claimed_days import days_in
from verifier.sources.config import ListingSource
from verifier.sources.config.tables import Search
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import address_in, id_of, is_before, languages_of, listed_days, listing_of
from verifier.sources.markup import Markup, words_of
from verifier.sources.page_days import days_of_url
from verifier.sources.page_parts import title_of
from verifier.sources.pages import read_page
from verifier.sources.placeholders import names_of, search_request, values_of, with_param
from verifier.sources.records import KnownPeople
from verifier.sources.signs import refusal

_ESCAPED = re.compile(r"\\u00([2-7][0-9a-fA-F])|\\/")
_ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_COUNTERS = ("page", "offset")


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry as its list prints it."""

    link: str
    title: str = ""
    day: str = ""


def _unescaped(text: str) -> str:
    """Return a text with the slashes and signs of JSON strings in it put right."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else "/", text)


@dataclass(frozen=True, slots=True)
class ListingConnector:
    """A source whose records HTML pages list; its own search is asked where there is something to ask for."""

    config: ListingSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the first page of the list, or of the search; nothing where a search has nothing to ask for."""
        first = self._numbered(ask, 1, 0)
        return (first,) if first else ()

    def _chosen(self, ask: Ask) -> Search | None:
        """Return what is asked: the search where there is something to ask for, else the plain list."""
        search, plain = self.config.search, self.config.list
        if search is not None and plain is not None and not (ask.phrase or ask.person):
            return plain
        return search or plain

    def _numbered(self, ask: Ask, number: int, seen: int) -> Request | None:
        """Return the request of the page with this number, from 1, before which *seen* entries stand."""
        chosen, paging = self._chosen(ask), self.config.paging
        if chosen is None:
            return None
        start = paging.start if isinstance(paging.start, int) else 0
        step = 1 if paging.style == "page" else paging.size
        value = start + (step * (number - 1) if step else seen)
        made = search_request(chosen, values_of(ask) | dict.fromkeys(_COUNTERS, value), accept=_ACCEPT)
        if made is None:
            return None
        counted = names_of(chosen.url, *chosen.params.values()) & set(_COUNTERS)
        if paging.style in _COUNTERS and not counted and (paging.param or number > 1):
            made = replace(made, url=with_param(made.url, paging.param or paging.style, str(value)))
        return replace(made, number=number, seen=seen)

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the entries of a list page that the window wants, and the page that follows.

        There is none where the page has no entries, or all are older than the window, or its own link
        to the next is absent. Raises ParseError: ``wall``, ``soft_404``, ``wrong_type``, ``empty``.
        """
        kind = kind_of(page.body, declared=page.content_type or "html")
        if kind is Kind.EMPTY:
            raise ParseError("the list page is empty", outcome="empty")
        if kind not in {Kind.HTML, Kind.TEXT, Kind.JSON, Kind.XML}:
            raise ParseError(f"{kind.value} came in place of a list page", outcome="wrong_type")
        try:
            text = decode(page.body, page.content_type, self.config.languages).text
        except ReadError as error:
            raise ParseError(error.message, outcome=error.outcome) from error
        markup = Markup(text if kind is Kind.HTML else f"<div>{text}</div>")
        rows = list(self._rows(markup, text))
        if not rows:
            self._expect_no_wall(markup, text)
        read = [self._entry(row, page, markup) for row in rows]
        entries = [one for one in read if one is not None]
        total = self._total(markup)
        over = not rows or is_before(entries, ask)
        onward = () if over else self._onward(markup, page, request, ask, len(rows))
        flags = {"links_refused"} if None in read else set()
        if total is not None and not onward and not is_before(entries, ask) and request.seen + len(rows) != total:
            flags.add("total_differs")
        return listing_of(entries, self.config, ask, onward=onward, flags=flags, total=total)

    def _expect_no_wall(self, markup: Markup, text: str) -> None:
        """Raise ParseError where a page without entries is a wall or an error page, not an empty list."""
        error = refusal(
            "no entries in the list",
            title=title_of(markup, self.config),
            body=markup.visible,
            visible=markup.visible,
            source=text,
            markers=self.config.block_markers,
        )
        if error.outcome in {"wall", "soft_404"}:
            raise error

    def _rows(self, markup: Markup, text: str) -> Iterator[_Row]:
        """Yield the entries that the page prints, by the source's pattern or selectors."""
        pattern = self.config.links_regex or self.config.rows.links_regex
        if pattern is not None:
            found = (match.groupdict().get("url") or match.group() for match in re.finditer(pattern, _unescaped(text)))
            yield from map(_Row, dict.fromkeys(found))
            return
        rows = self.config.rows
        if rows.select is None:
            for link in markup.select(rows.link) if rows.link else markup.select("main a") or markup.select("a"):
                yield _Row(link.get("href") or "", words_of(link))
            return
        for row in markup.select(rows.select):
            yield from self._row(row, markup)

    def _row(self, row: HtmlElement, markup: Markup) -> Iterator[_Row]:
        """Yield the entry of one row; a row without a link is a heading."""
        rows = self.config.rows
        links = markup.select(rows.link, row) if rows.link else [row] if row.tag == "a" else list(row.iter("a"))
        link = next((one for one in links if (one.get("href") or "").strip()), None)
        if link is None:
            return
        titles = markup.select(rows.title, row) if rows.title else [link]
        yield _Row(link.get("href") or "", words_of(titles[0]) if titles else "", self._printed_day(row, markup))

    def _printed_day(self, row: HtmlElement, markup: Markup) -> str:
        """Return the day that a row prints: where the configuration says, else in its time element or its one date."""
        where = self.config.rows.date
        places = markup.select(where, row) if where else list(row.iter("time"))
        for place in places:
            return place.get("datetime") or place.get("content") or words_of(place)
        if where:
            return ""
        days = days_in(words_of(row), languages_of(self.config), self.config.timezone)
        return days[0].isoformat() if len(days) == 1 else ""

    def _entry(self, row: _Row, page: Page, markup: Markup) -> Entry | None:
        """Return one entry; None where its link is no web address."""
        url = address_in(row.link, self._base(page, markup), self.config)
        if url is None:
            return None
        in_url = days_of_url(url, self.config) if self.config.url_regex else ()
        listed = listed_days(row.day, self.config, page.retrieved_at.date(), "listing")
        dates = (*(RecordDate(day, "url") for day in in_url), *listed)
        return Entry(id_of(url, self.config), url, row.title, dates)

    def _base(self, page: Page, markup: Markup) -> str | None:
        """Return the address that links are relative to; a page may name another one of its own site."""
        place = page.final_url or page.url
        named = next((one.get("href") for one in markup.tree.iter("base") if one.get("href")), None)
        return urljoin(place or "", named) if named else place

    def _total(self, markup: Markup) -> int | None:
        """Return how many entries the page says there are."""
        where = self.config.paging.total
        digits = re.search(r"\d[\d.,\s\u00a0]{0,12}", (markup.text_at(where) or "") if where else "")
        return int(re.sub(r"\D", "", digits.group())) if digits else None

    def _onward(self, markup: Markup, page: Page, request: Request, ask: Ask, rows: int) -> tuple[Request, ...]:
        """Return the page that follows: by the page's own link where one is configured, else by counting.

        However many there are: the walker keeps count, and sees loops.
        """
        paging, seen = self.config.paging, request.seen + rows
        if paging.next is not None:
            link = next((one.get("href") for one in markup.select(paging.next) if one.get("href")), None)
            url = urljoin(self._base(page, markup) or "", link.strip()) if link else ""
            return (replace(request, url=url, number=request.number + 1, seen=seen),) if is_web(url) else ()
        following = self._numbered(ask, request.number + 1, seen) if paging.style in _COUNTERS else None
        return (following,) if following else ()

    def request_of(self, entry: Entry) -> Request | None:
        """Return the address of the entry's page."""
        return Request(entry.url) if entry.url else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcript on a page; raises ParseError as ``read_page`` does."""
        return read_page(page, entry, self.config, people)
