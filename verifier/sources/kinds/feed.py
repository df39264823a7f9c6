"""RSS and Atom feeds: the entries that can be followed, and what was wrong with the feed."""

from __future__ import annotations

import io
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from verifier.articles.decode import clean
from verifier.articles.identity import canonical_url, is_web
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page

MAX_ENTRIES = 2_000
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
    return FeedEntry(canonical_url(link), title, day, clean(str(guid))[0] if guid else None)


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
    import feedparser

    _expect_feed(page)
    parsed = feedparser.parse(
        io.BytesIO(page.body), response_headers={"content-type": page.content_type or "application/xml"}
    )
    if not parsed.get("version"):
        raise ParseError("not a feed: neither RSS nor Atom")
    cut = _is_cut(parsed)
    # The parser completes the entry in which a feed breaks off, address and all.
    items = parsed.entries[: len(_ENTRY_END.findall(page.body))] if cut else parsed.entries
    read = [_entry(item, page.final_url or page.url) for item in items[:MAX_ENTRIES]]
    entries = {entry.url: entry for entry in reversed([one for one in read if one is not None])}
    flags = {
        "cut": cut,
        "empty": not items,
        "more_entries": len(items) > MAX_ENTRIES,
        "links_refused": None in read,
    }
    found = tuple(reversed(entries.values()))
    return Feed(found, tuple(name for name, raised in flags.items() if raised))


def _is_cut(parsed: Any) -> bool:
    """Return whether the parser stumbled over more than a wrong charset declaration."""
    import feedparser

    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return bool(parsed.get("bozo")) and not isinstance(parsed.get("bozo_exception"), harmless)
