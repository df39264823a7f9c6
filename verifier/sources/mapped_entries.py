"""Entries from the mapped fields of a row, whatever kind of source the row came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from verifier.articles.identity import canonical_url, is_web
from verifier.articles.language import language_code
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate, Transcript
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry, Reading
from verifier.sources.dated import days_of
from verifier.sources.mapping import names_in, text_in, title_in

PUBLISHED = "published"
"""The origin of a day on which a record was put up: it stands only where nobody says when was spoken."""
_SLACK_DAYS = 1  # a window's edge in another zone


def without_parameters(url: str, names: Iterable[str]) -> str:
    """Return *url* without these query parameters."""
    parts, dropped = urlsplit(url), set(names)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in dropped]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def rewritten(url: str, config: WebBase) -> str:
    """Return an address as it works, where the source is known to print it otherwise."""
    for rule in config.rewrite:
        url = url.replace(rule.old, rule.new, 1)
    return url


def _address(fields: Mapping[str, Any], config: WebBase, base: str | None, strip: Iterable[str]) -> str | None:
    """Return the web address of a row, None where it has none that can be followed."""
    printed = text_in(fields.get("url"), "url")
    if printed is None:
        return None
    try:
        url = without_parameters(rewritten(urljoin(base or "", printed), config), strip)
    except ValueError:
        return None
    return url if is_web(url) else None


def _id(fields: Mapping[str, Any], url: str | None, config: WebBase) -> str | None:
    """Return what the record is known by: its own id, the part of its address that is one, or the address."""
    own = text_in(fields.get("id"), "id")
    if own is not None or url is None:
        return own
    found = re.search(config.identity, url) if config.identity else None
    return found["id"] if found and "id" in found.groupdict() else canonical_url(url)


def dates_in(fields: Mapping[str, Any], config: WebBase, origin: str) -> tuple[RecordDate, ...]:
    """Return the day of the event under *origin*, or where no such is told the day of publication as that."""
    for name, said in (("event_date", origin), ("published", PUBLISHED)):
        if days := days_of(text_in(fields.get(name), name), config):
            return tuple(RecordDate(day, said) for day in days)
    return ()


def _extra(fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the plain fields of a row, for the placeholders of a second request."""
    plain = ((name, value) for name, value in fields.items() if name not in {"body_html", "body_text"})
    return tuple((name, str(value)) for name, value in plain if isinstance(value, str | int | float))


def entry_of(
    fields: Mapping[str, Any], config: WebBase, *, base: str | None, origin: str = "listing", strip: Iterable[str] = ()
) -> Entry | None:
    """Return the entry of a row's mapped fields, None where it has neither an id nor a web address.

    Raises ParseError for a field of a wrong kind.
    """
    url = _address(fields, config, base, strip)
    known_by = _id(fields, url, config)
    if known_by is None:
        return None
    html, words = fields.get("body_html"), fields.get("body_text")
    inline = html if isinstance(html, str) else words if isinstance(words, str) else None
    return Entry(
        id=known_by,
        url=url,
        title=title_in(fields.get("title"), "title") or "",
        dates=dates_in(fields, config, origin),
        lang=language_code(text_in(fields.get("lang"), "lang")),
        speakers=names_in(fields.get("speakers"), "speakers"),
        place=text_in(fields.get("venue"), "venue"),
        inline=inline,
        inline_type=None if inline is None else "text/html" if inline is html else "text/plain",
        note=text_in(fields.get("as_delivered_note"), "as_delivered_note"),
        extra=_extra(fields),
    )


@dataclass(frozen=True, slots=True)
class Within:
    """The entries of a page that lie in the window asked for, and what the others say about the answer."""

    entries: tuple[Entry, ...]
    outside: int = 0  # entries dated outside it
    all_before: bool = False  # every dated entry lies before it: a list that is newest first holds no more


def within(entries: Iterable[Entry], window: Interval | None) -> Within:
    """Return the entries of the window, one day of slack at both ends, and those without a day."""
    listed = tuple(entries)
    if window is None:
        return Within(listed)
    kept = tuple(one for one in listed if one.day is None or window.distance(one.day) <= _SLACK_DAYS)
    dated = [one.day for one in listed if one.day is not None]
    before = bool(dated) and all(day < window.first and window.distance(day) > _SLACK_DAYS for day in dated)
    return Within(kept, len(listed) - len(kept), before and not kept)


def is_skipped(entry: Entry, config: WebBase) -> bool:
    """Return whether the source's titles of this kind are no transcripts."""
    return any(re.search(pattern, entry.title) for pattern in config.page_title.skip)


def without_publication(reading: Reading) -> Reading:
    """Return a reading in which a day of publication is no claim where another day is told for the event."""
    return replace(reading, transcripts=tuple(map(_without_publication, reading.transcripts)))


def _without_publication(transcript: Transcript) -> Transcript:
    dates = transcript.record.dates
    told = tuple(one for one in dates if one.origin != PUBLISHED) or dates
    return replace(transcript, record=replace(transcript.record, dates=told))
