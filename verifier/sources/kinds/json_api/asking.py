"""Requests of a JSON interface: its search, the pages that follow, and the second request for one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from verifier.articles.identity import is_web
from verifier.sources.config import JsonApiSource
from verifier.sources.config.tables import Search
from verifier.sources.connector import Ask, Request
from verifier.sources.mapping import at
from verifier.sources.placeholders import Value, names_of, search_request, templates_of, values_of

_JSON = "application/json"
_OWN_PLACES = {"page": "page", "offset": "offset", "cursor": "cursor", "offset_mark": "cursor"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a list a page stands: its number from 1, the rows before it, the cursor it is asked with."""

    number: int = 1
    seen: int = 0
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Onward:
    """The page that follows, and whether one was named that leads to another host."""

    request: Request | None = None
    refused: bool = False


def asks_for_days(search: Search) -> bool:
    """Return whether the source itself is asked for a window, so that rows outside it are strange."""
    return not names_of(*templates_of(search)).isdisjoint({"from", "to"})


def _with_key(request: Request, config: JsonApiSource) -> Request:
    """Return a request with the name of its key: the key is never sent to another host than the search's."""
    auth = config.auth
    if auth is None or urlsplit(request.url).netloc.lower() != urlsplit(config.search.url).netloc.lower():
        return request
    sent = replace(request, secret_env=auth.env, secret_prefix=auth.prefix)
    return replace(sent, secret_header=auth.header, secret_param=auth.param)


def _asked(
    search: Search, values: Mapping[str, Value], config: JsonApiSource, extra: Mapping[str, str] | None = None
) -> Request | None:
    """Return the request of a search with its values, and its key's name."""
    made = search_request(search, values, accept=_JSON, extra=extra)
    return _with_key(made, config) if made is not None else None


def page_request(config: JsonApiSource, ask: Ask, place: Place) -> Request | None:
    """Return the request for one page of the search; None where the search needs what was not asked for."""
    paging = config.paging
    start = int(paging.start) if str(paging.start).isdecimal() else 0
    counts: dict[str, Value] = {"page": start + place.number - 1, "offset": start + place.seen, "cursor": place.cursor}
    own = _OWN_PLACES.get(paging.style, "")
    value = counts.get(own)
    added = paging.param and value is not None and own not in names_of(*templates_of(config.search))
    extra = {str(paging.param): str(value)} if added else {}
    made = _asked(config.search, values_of(ask) | counts | {"size": paging.size}, config, extra)
    return made and replace(made, number=place.number, cursor=place.cursor, seen=place.seen)


def first_place(config: JsonApiSource) -> Place:
    """Return where a list begins: an offset mark's first one is configured, a cursor has none."""
    start = config.paging.start
    begins = isinstance(start, str) and config.paging.style in {"cursor", "offset_mark"}
    return Place(cursor=str(start) if begins else None)


def _number(value: object) -> int | None:
    """Return a count, None where none is told."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return int(value) if str(value).isdecimal() else None


def total_of(config: JsonApiSource, answer: object) -> int | None:
    """Return how many rows the source says there are."""
    return _number(at(config.paging.total, answer)) if config.paging.total else None


def _told_next(config: JsonApiSource, answer: object) -> str | None:
    """Return the cursor or address that an answer names as next."""
    told = at(config.paging.next, answer) if config.paging.next else None
    if isinstance(told, bool) or not isinstance(told, str | int):
        return None
    return str(told).strip() or None


def _next_url(config: JsonApiSource, ask: Ask, request: Request, told: str, place: Place) -> Onward:
    """Return the request for the address that an answer names, on the same host only, without its key."""
    parts = urlsplit(urljoin(request.url, told))
    if config.auth and config.auth.param:
        pairs = [one for one in parse_qsl(parts.query, keep_blank_values=True) if one[0] != config.auth.param]
        parts = parts._replace(query=urlencode(pairs))
    url = urlunsplit(parts)
    if not is_web(url) or parts.netloc.lower() != urlsplit(request.url).netloc.lower():
        return Onward(refused=True)
    made = page_request(config, ask, place) if url != request.url else None
    return Onward(replace(made, url=url, method="GET", body=None, content_type=None) if made else None)


def _ends(config: JsonApiSource, answer: object, rows: int, seen: int) -> bool:
    """Return whether a list that counts pages or rows ends here.

    A short page does not end it: some interfaces give fewer rows a page than they are asked for.
    """
    more = at(config.paging.more, answer) if config.paging.more else None
    if more is not None:
        return not more
    total = total_of(config, answer)
    return rows == 0 or (total is not None and seen >= total)


def onward_of(config: JsonApiSource, ask: Ask, request: Request, answer: object, rows: int) -> Onward:
    """Return the page that follows a page of *rows* rows; how many there may be is the walker's to count.

    A cursor ends its list where it no longer changes, an offset mark also at a page without rows.
    """
    style = config.paging.style
    place = Place(request.number + 1, request.seen + rows)
    if style == "none":
        return Onward()
    if style in {"page", "offset"}:
        over = _ends(config, answer, rows, place.seen)
        return Onward() if over else Onward(page_request(config, ask, place))
    told = _told_next(config, answer)
    if told is None:
        return Onward()
    if style == "next_url":
        return _next_url(config, ask, request, told, place)
    if told == request.cursor or (style == "offset_mark" and rows == 0):
        return Onward()
    return Onward(page_request(config, ask, replace(place, cursor=told)))


def detail_request(config: JsonApiSource, fields: Mapping[str, Any]) -> Request | None:
    """Return the second request of a row, filled with its fields; None where none is configured."""
    return _asked(config.detail, fields, config) if config.detail is not None else None


def body_request(config: JsonApiSource, url: str) -> Request:
    """Return the request for the words behind an address that a row tells."""
    return _with_key(Request(url), config)
