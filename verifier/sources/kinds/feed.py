"""RSS, Atom and podcast feeds: the entries that can be followed, and what was wrong with the feed.

``read_feed`` reads the feeds of articles, ``FeedConnector`` those of sources of transcripts.
"""

from __future__ import annotations

import io
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from verifier.articles.decode import clean
from verifier.articles.identity import is_web, working_url
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import FeedSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import address_in, id_of, listed_days, listing_of
from verifier.sources.page_days import days_of_url
from verifier.sources.pages import read_page
from verifier.sources.records import KnownPeople

MAX_ENTRIES = 2_000
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8"
_RFC_DAY = re.compile(r"(?:[A-Za-z]{2,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\b")
_ISO_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_ENTRY_END = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; the day is as the feed prints it, in the publisher's own zone."""

    url: str  # canonical
    title: str
    published: date | None
    guid: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed in its order, each address once.

    Flags: ``cut`` (it breaks off, what came before is here), ``empty``, ``more_entries`` (over 2,000),
    ``links_refused`` (entries without an http or https address were left out).
    """

    entries: tuple[FeedEntry, ...]
    flags: tuple[str, ...] = ()


def _printed_day(printed: object) -> date | None:
    """Return the calendar day that a feed prints, never moved into another zone; None for nonsense."""
    text = printed if isinstance(printed, str) else ""
    iso, rfc = _ISO_DAY.match(text), _RFC_DAY.match(text.strip())
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    elif rfc and rfc[2].lower() in _MONTHS:
        year, month, day = int(rfc[3]), _MONTHS.index(rfc[2].lower()) + 1, int(rfc[1])
    else:
        return None
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _entry(data: Any, base: str | None) -> FeedEntry | None:
    """Return one entry, or None where it has no web address."""
    given, guid = str(data.get("link") or "").strip(), data.get("id")
    link = urljoin(base or "", given)
    if not given or not is_web(link):
        return None
    # The day of an update is no day of publication, so Atom's "updated" does not stand in for it.
    day = _printed_day(data.get("published"))
    title = clean(" ".join(str(data.get("title") or "").split()))[0]
    return FeedEntry(working_url(link), title, day, clean(str(guid))[0] if guid else None)


def _expect_feed(page: Page) -> None:
    """Raise ParseError for anything but a feed, by its bytes."""
    kind = kind_of(page.body)
    if kind is Kind.EMPTY:
        raise ParseError("the feed is empty: not even an outline came", outcome="empty")
    if kind is Kind.HTML:
        raise ParseError("an HTML page came in place of the feed: a wall or an error page", outcome="wall")
    if kind not in {Kind.FEED, Kind.XML, Kind.TEXT}:
        raise ParseError(f"it is {kind.value}, not a feed", outcome="wrong_type")


def read_feed(page: Page) -> Feed:
    """Return the entries of the RSS or Atom feed in *page*, at most 2,000.

    A feed that breaks off keeps what came before, flagged ``cut``. Raises ParseError: ``wall`` for an
    HTML page in a feed's place, ``parse_failed`` for what is no feed.
    """
    items, flags = _items(page, MAX_ENTRIES)
    read = [_entry(item, page.final_url or page.url) for item in items]
    entries = {entry.url: entry for entry in reversed([one for one in read if one is not None])}
    flags["links_refused"] = None in read
    found = tuple(reversed(entries.values()))
    return Feed(found, tuple(name for name, raised in flags.items() if raised))


def _bounded(body: bytes, most: int) -> tuple[bytes, bool]:
    """Return a feed with its first *most* items, and whether there are more: parsing all would take minutes."""
    ends = [found.end() for found in _ENTRY_END.finditer(body)]
    return (body[: ends[most - 1]], True) if len(ends) > most else (body, False)


def _items(page: Page, most: int) -> tuple[list[Any], dict[str, bool]]:
    """Return the first items of a feed as the parser reads them, and the flags ``cut``, ``empty``, ``more_entries``."""
    import feedparser

    _expect_feed(page)
    body, more = _bounded(page.body, most)
    parsed = feedparser.parse(
        io.BytesIO(body), response_headers={"content-type": page.content_type or "application/xml"}
    )
    if not parsed.get("version"):
        raise ParseError("not a feed: neither RSS nor Atom")
    cut = _is_cut(parsed) and not more
    # The parser completes the entry in which a feed breaks off, address and all.
    items = parsed.entries[: len(_ENTRY_END.findall(body))] if cut else parsed.entries
    return items[:most], {"cut": cut, "empty": not items, "more_entries": more or len(items) > most}


def _is_cut(parsed: Any) -> bool:
    """Return whether the parser stumbled over more than a wrong charset declaration."""
    import feedparser

    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return bool(parsed.get("bozo")) and not isinstance(parsed.get("bozo_exception"), harmless)


_ENTITIES = re.compile(rb"<!ENTITY|http://www\.w3\.org/2001/XInclude", re.IGNORECASE)
_TRANSCRIPT_TYPES = (
    "text/vtt",
    "application/x-subrip",
    "application/srt",
    "application/json",
    "text/html",
    "text/plain",
)


def _inline(item: Any, fewest: int) -> tuple[str, str] | None:
    """Return the text that an entry itself holds, with its type: its content before its summary.

    None where it has fewer words than a transcript; the page is asked then.
    """
    contents = item.get("content") or []
    for part in [*contents, item.get("summary_detail") or {}]:
        if len((text := str(part.get("value") or "").strip()).split()) >= fewest:
            return text, "text/plain" if part.get("type") == "text/plain" else "text/html"
    return None


def _spoken_text(item: Any) -> tuple[str, str] | None:
    """Return address and type of a podcast episode's transcript, the type that holds most first."""
    given = item.get("podcast_transcript") or []
    offers = [one for one in (given if isinstance(given, list) else [given]) if one.get("url")]
    known = [one for one in offers if one.get("type") in _TRANSCRIPT_TYPES]
    best = min(known, key=lambda one: _TRANSCRIPT_TYPES.index(one["type"]), default=None)
    return (str(best["url"]), str(best["type"])) if best else None


@dataclass(frozen=True, slots=True)
class FeedConnector:
    """A source whose feed lists its records; their words stand in the feed or on the entry's page."""

    config: FeedSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the addresses of its feeds."""
        return tuple(Request(url, accept=ACCEPT) for url in self.config.feeds)

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the entries of a feed that the window wants.

        A feed that breaks off keeps what came before, flagged ``cut``. Raises ParseError: ``wall`` for an
        HTML page in its place, ``empty``, ``wrong_type``, ``parse_failed`` (also for one that declares
        entities or inclusions, which no feed needs).
        """
        if _ENTITIES.search(page.body.replace(b"\x00", b"")):
            raise ParseError("a feed that declares entities or inclusions is not read")
        items, flags = _items(page, self.config.max_items)
        entries = [self._entry(item, page) for item in items]
        flags["links_refused"] = None in entries
        raised = [name for name, told in flags.items() if told]
        return listing_of((one for one in entries if one), self.config, ask, flags=raised)

    def _entry(self, item: Any, page: Page) -> Entry | None:
        """Return one entry; None where it has no web address."""
        spoken = _spoken_text(item)
        url = address_in(
            str(item.get("link") or (spoken[0] if spoken else "")), page.final_url or page.url, self.config
        )
        if url is None:
            return None
        inline = _inline(item, self.config.body.min_words) if self.config.body.source == "feed" else None
        listed = listed_days(str(item.get("published") or ""), self.config, page.retrieved_at.date(), "feed")
        dates = (*(RecordDate(day, "url") for day in days_of_url(url, self.config)), *listed)
        return Entry(
            id=id_of(url, self.config),
            url=url,
            title=clean(" ".join(str(item.get("title") or "").split()))[0],
            dates=dates,
            inline=clean(inline[0])[0] if inline else None,
            inline_type=inline[1] if inline else None,
            extra=(("transcript", spoken[0]), ("transcript_type", spoken[1])) if spoken else (),
        )

    def request_of(self, entry: Entry) -> Request | None:
        """Return the address of the entry's page, or of the transcript that a podcast names; None for inline words."""
        if entry.inline is not None:
            return None
        url = address_in(dict(entry.extra).get("transcript", ""), entry.url, self.config) or entry.url
        return Request(url) if url else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcript of an entry; raises ParseError as ``read_page`` does."""
        return read_page(page, entry, self.config, people)
