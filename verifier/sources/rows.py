"""Entries from the mapped fields of a row, whatever kind of source the row came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from verifier.articles.language import language_code
from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition, Transcript
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry, Reading
from verifier.sources.dated import days_of
from verifier.sources.entries import address_in, id_of
from verifier.sources.mapping import names_in, text_in, title_in

PUBLISHED = "published"
"""The origin of a day on which a record was put up: it stands only where nobody says when was spoken."""


def _without_parameters(url: str, names: Iterable[str]) -> str:
    """Return *url* without these query parameters."""
    parts, dropped = urlsplit(url), set(names)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in dropped]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def dates_in(fields: Mapping[str, Any], config: WebBase, origin: str) -> tuple[RecordDate, ...]:
    """Return the days of the event under *origin*, or where no such is told those of publication as that."""
    for name, said in (("event_date", origin), (PUBLISHED, PUBLISHED)):
        if days := days_of(text_in(fields.get(name), name), config):
            return tuple(RecordDate(day, said) for day in days)
    return ()


def words_of(fields: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Return the words that the fields hold, and of which type they are; None for both where they hold none."""
    html, words = fields.get("body_html"), fields.get("body_text")
    if isinstance(html, str):
        return html, "text/html"
    return (words, "text/plain") if isinstance(words, str) else (None, None)


def _extra(fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the plain fields of a row, for the placeholders of a second request."""
    plain = ((name, value) for name, value in fields.items() if name not in {"body_html", "body_text"})
    return tuple((name, str(value)) for name, value in plain if isinstance(value, str | int | float))


def entry_of(
    fields: Mapping[str, Any], config: WebBase, *, base: str | None, origin: str = "listing", strip: Iterable[str] = ()
) -> Entry | None:
    """Return the entry of a row's mapped fields, None where it has neither an id nor a web address.

    *strip* are query parameters that are no part of an address. Raises ParseError for a field of a wrong kind.
    """
    printed = text_in(fields.get("url"), "url")
    url = address_in(_without_parameters(printed, strip) if strip and printed else printed or "", base, config)
    own = text_in(fields.get("id"), "id")
    known_by = own or (id_of(url, config) if url else None)
    if known_by is None:
        return None
    inline, inline_type = words_of(fields)
    return Entry(
        id=known_by,
        url=url,
        title=title_in(fields.get("title"), "title") or "",
        dates=dates_in(fields, config, origin),
        lang=language_code(text_in(fields.get("lang"), "lang")),
        speakers=names_in(fields.get("speakers"), "speakers"),
        place=text_in(fields.get("venue"), "venue"),
        inline=inline,
        inline_type=inline_type,
        note=text_in(fields.get("as_delivered_note"), "as_delivered_note"),
        extra=_extra(fields),
    )


def rendered(reading: Reading, told: str | None) -> Reading:
    """Return a reading with the rendition that a row or its record tells; ParseError for one that is none of ours."""
    if told is None:
        return reading
    if told not in set(Rendition):
        raise ParseError(f"rendition: {told!r} is none of {', '.join(Rendition)}")
    made = (replace(one, record=replace(one.record, rendition=Rendition(told))) for one in reading.transcripts)
    return replace(reading, transcripts=tuple(made))


def without_publication(reading: Reading) -> Reading:
    """Return a reading in which a day of publication is no claim where another day is told for the event."""
    return replace(reading, transcripts=tuple(map(_without_publication, reading.transcripts)))


def _without_publication(transcript: Transcript) -> Transcript:
    dates = transcript.record.dates
    told = tuple(one for one in dates if one.origin != PUBLISHED) or dates
    return replace(transcript, record=replace(transcript.record, dates=told))
