"""Entries of any list: their ids, addresses as they work, and which of them are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urljoin

from verifier.articles.identity import canonical_url, is_web, working_url
from verifier.articles.sniff import Kind
from verifier.errors import ParseError
from verifier.model.transcript import RecordDate
from verifier.sources.claimed_days import read_days
from verifier.sources.config import WebBase
from verifier.sources.connector import Ask, Entry, Listing, Request

_LATE = 7  # days after an event within which lists date its record


def languages_of(config: WebBase) -> tuple[str, ...]:
    """Return the languages in which a source prints its days."""
    return config.languages or ((config.language,) if config.language else ("en",))


def address_in(link: str, base: str | None, config: WebBase) -> str | None:
    """Return the address of a link as it works; None for what is no web address."""
    try:
        url = urljoin(base or "", link.strip())
    except ValueError:
        return None
    if not link.strip() or not is_web(url):
        return None
    for rule in config.rewrite:
        url = url.replace(rule.old, rule.new, 1)
    return working_url(url)


def id_of(url: str, config: WebBase) -> str:
    """Return a record's id: what the source's pattern finds in its address, else the canonical address."""
    found = re.search(config.identity, url) if config.identity else None
    told = (found.groupdict().get("id") or found.group()) if found else None
    return told or canonical_url(url)


def listed_days(text: str, config: WebBase, latest: date, origin: str) -> tuple[RecordDate, ...]:
    """Return the days that a list prints for an entry, in the source's zone; none after *latest*."""
    days = read_days(text, languages_of(config), config.timezone)
    return tuple(RecordDate(day, origin) for day in days if day <= latest + timedelta(days=1))


def is_wanted(entry: Entry, config: WebBase, ask: Ask) -> bool:
    """Return whether an entry may be a transcript of the window; without a day it may.

    A list's day may be that of publication, some days after the event.
    """
    if entry.url and config.url_regex and not re.search(config.url_regex, entry.url):
        return False
    if entry.title and any(re.search(pattern, entry.title) for pattern in config.page_title.skip):
        return False
    window = ask.window
    if window is None or not entry.dates:
        return True
    late = timedelta(days=_LATE + config.lag_days)
    return any(
        window.first - timedelta(days=1)
        <= one.day
        <= window.last + (timedelta(days=1) if one.origin == "url" else late)
        for one in entry.dates
    )


def is_before(entries: Iterable[Entry], ask: Ask) -> bool:
    """Return whether every entry has a day, and all of them lie before the window."""
    days = [entry.day for entry in entries]
    return bool(days) and ask.window is not None and all(day is not None and day < ask.window.first for day in days)


def listing_of(
    entries: Iterable[Entry],
    config: WebBase,
    ask: Ask,
    *,
    onward: tuple[Request, ...] = (),
    flags: Iterable[str] = (),
    total: int | None = None,
) -> Listing:
    """Return the listing of the entries that are wanted, each id once, capped at the source's ``max_items``."""
    by_id: dict[str, Entry] = {}
    for entry in entries:
        by_id.setdefault(entry.id, entry)
    wanted = [entry for entry in by_id.values() if is_wanted(entry, config, ask)]
    raised = set(flags)
    if len(wanted) > config.max_items:
        raised.add("more_entries")
    if not by_id and not onward:
        raised.add("empty")
    days = [claim.day for entry in by_id.values() for claim in entry.dates]
    kept = tuple(wanted[: config.max_items])
    return Listing(kept, onward, frozenset(raised), total, max(days, default=None))


def expect_no_html(kind: Kind, what: str) -> None:
    """Raise ParseError where an empty answer or a page came in place of *what*."""
    if kind is Kind.EMPTY:
        raise ParseError(f"{what} is empty: not even an outline came", outcome="empty")
    if kind is Kind.HTML:
        raise ParseError(f"an HTML page came in place of {what}: a wall or an error page", outcome="wall")
