"""Pages listed by a sitemap, or by an index of sitemaps."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from verifier.articles.identity import is_web
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import SitemapSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import address_in, expect_no_html, id_of, listed_days, listing_of
from verifier.sources.page_days import days_of_url
from verifier.sources.pages import read_page
from verifier.sources.records import KnownPeople

_MOST_CHILDREN = 2_000  # sitemaps of one index


@dataclass(frozen=True, slots=True)
class _Row:
    """One place of a sitemap, as printed."""

    place: str
    changed: str | None
    published: str | None
    title: str | None


def _unpacked(body: bytes, most: int) -> tuple[bytes, bool]:
    """Return a gzip body unpacked, and whether it breaks off; ParseError where it grows beyond *most* bytes."""
    if not body.startswith(b"\x1f\x8b"):
        return body, False
    unpacked, rest = b"", body
    while rest:
        member = zlib.decompressobj(wbits=31)
        try:
            unpacked += member.decompress(rest, most + 1 - len(unpacked))
        except zlib.error as error:
            raise ParseError("a gzip file that cannot be unpacked") from error
        if len(unpacked) > most:
            raise ParseError(f"a sitemap of over {most:,} bytes unpacked", outcome="too_large")
        if not member.eof:
            return unpacked, True
        rest = member.unused_data
    return unpacked, False


def _child(row: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of this name, whatever its namespace."""
    return next((one for one in row.iterchildren(etree.Element) if etree.QName(one).localname == name), None)


def _text(row: etree._Element | None, name: str) -> str | None:
    """Return the text of a child, None where there is none."""
    found = _child(row, name) if row is not None else None
    text = "".join(map(str, found.itertext())).strip() if found is not None else ""
    return text or None


def _row(element: etree._Element) -> _Row | None:
    """Return one row; its title and day of publication stand in the part for news."""
    place, news = _text(element, "loc"), _child(element, "news")
    if place is None:
        return None
    return _Row(place, _text(element, "lastmod"), _text(news, "publication_date"), _text(news, "title"))


def _forget(element: etree._Element) -> None:
    """Free what was read of a tree that is still being read."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Rows:
    """The rows of a sitemap, read as a stream; ``root`` and ``cut`` are known once they are read."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.root: str | None = None
        self.cut = False

    def __iter__(self) -> Iterator[_Row]:
        steps = etree.iterparse(
            io.BytesIO(self._body),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
        )
        try:
            for event, element in steps:
                name = etree.QName(element).localname
                if event == "start":
                    self.root = self.root or name
                elif name in {"url", "sitemap"}:
                    if row := _row(element):
                        yield row
                    _forget(element)
        except etree.XMLSyntaxError:
            self.cut = True


@dataclass(frozen=True, slots=True)
class SitemapConnector:
    """A source whose pages a sitemap lists; ``lastmod`` is believed only where the source says that it is right."""

    config: SitemapSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the sitemap's address."""
        return (Request(self.config.sitemap.url, accept="application/xml, text/xml"),)

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the pages of a sitemap that the window wants, or the sitemaps of an index.

        A sitemap that breaks off keeps what came before, flagged ``cut``. Raises ParseError: ``wall``
        for an HTML page in its place, ``empty``, ``too_large``, ``parse_failed``.
        """
        body, broken = _unpacked(page.body, self.config.limits.max_bytes * 3)
        kind = kind_of(body)
        expect_no_html(kind, "the sitemap")
        if kind not in {Kind.XML, Kind.TEXT} or b"<!ENTITY" in body[:40_000].replace(b"\x00", b""):
            raise ParseError("not a sitemap")
        rows = _Rows(body)
        read = list(rows)
        if rows.root not in {"sitemapindex", "urlset"}:
            raise ParseError(f"not a sitemap: its root is {rows.root!r}" if rows.root else "not a sitemap")
        flags = {"cut"} if rows.cut or broken else set()
        if rows.root == "sitemapindex":
            return self._index(read, page, request, ask, flags)
        entries = [self._entry(row, page) for row in read]
        flags |= {"links_refused"} if None in entries else set()
        return listing_of((one for one in entries if one), self.config, ask, flags=flags)

    def _index(self, rows: list[_Row], page: Page, request: Request, ask: Ask, flags: set[str]) -> Listing:
        """Return the sitemaps of an index, those left out that the pattern or a trusted day rules out."""
        pattern = self.config.sitemap.children
        wanted = [row for row in rows if is_web(row.place) and (pattern is None or re.search(pattern, row.place))]
        if self.config.sitemap.trust_lastmod and ask.window:
            first = ask.window.first
            wanted = [row for row in wanted if not (days := self._changed(row, page)) or days[0].day >= first]
        requests = [Request(row.place, accept=request.accept, number=request.number + 1) for row in wanted]
        if len(requests) > _MOST_CHILDREN:
            flags.add("more_entries")
        return listing_of((), self.config, ask, onward=tuple(requests[:_MOST_CHILDREN]), flags=flags)

    def _changed(self, row: _Row, page: Page) -> tuple[RecordDate, ...]:
        return listed_days(row.changed or "", self.config, page.retrieved_at.date(), "listing")

    def _entry(self, row: _Row, page: Page) -> Entry | None:
        """Return one page of a sitemap; None where it has no web address."""
        url = address_in(row.place, None, self.config)
        if url is None:
            return None
        dates = tuple(RecordDate(day, "url") for day in days_of_url(url, self.config))
        if not dates and row.published:
            dates = listed_days(row.published, self.config, page.retrieved_at.date(), "listing")
        if not dates and self.config.sitemap.trust_lastmod:
            dates = self._changed(row, page)
        return Entry(id_of(url, self.config), url, row.title or "", dates)

    def request_of(self, entry: Entry) -> Request | None:
        """Return the page's address."""
        return Request(entry.url) if entry.url else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcript on a page; raises ParseError as ``read_page`` does."""
        return read_page(page, entry, self.config, people)
