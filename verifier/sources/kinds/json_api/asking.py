"""Requests of a JSON interface: its search, the pages that follow, and the second request for one record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from verifier.articles.identity import is_web
from verifier.sources.config import JsonApiSource
from verifier.sources.config.tables import Auth, Search
from verifier.sources.connector import Ask, Request
from verifier.sources.mapping import at
from verifier.sources.templates import Value, fill_json, fill_params, fill_url, names_in, values_of, with_query

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
    """The pages that follow, and whether the list ends although it would go on."""

    requests: tuple[Request, ...] = ()
    capped: bool = False  # the most pages that are read were read
    refused: bool = False  # the next address leads to another host


def _templates(search: Search) -> str:
    """Return all templates of a search as one text, to see which placeholders they name."""
    return " ".join([search.url, *search.params.values(), json.dumps(search.form), *search.headers.values()])


def asks_for_days(search: Search) -> bool:
    """Return whether the source itself is asked for a window, so that rows outside it are strange."""
    return not names_in(_templates(search)).isdisjoint({"from", "to"})


def _key(auth: Auth | None, url: str, home: str) -> dict[str, Any]:
    """Return how the key is sent: never to another host than the search's."""
    if auth is None or urlsplit(url).netloc.lower() != urlsplit(home).netloc.lower():
        return {}
    return {
        "secret_env": auth.env,
        "secret_header": auth.header,
        "secret_prefix": auth.prefix,
        "secret_param": auth.param,
    }


def _request(search: Search, values: Mapping[str, Value], extra: Mapping[str, str], config: JsonApiSource) -> Request:
    """Return the request of a search with its values; *extra* are parameters that paging adds."""
    params = {**fill_params(search.params, values), **(extra if search.method == "GET" else {})}
    url = with_query(fill_url(search.url, values), params)
    body = None
    if search.method == "POST":
        body = json.dumps({**fill_json(search.form, values), **extra}, ensure_ascii=False).encode()
    headers = fill_params(search.headers, values)
    accept = next((headers.pop(name) for name in list(headers) if name.lower() == "accept"), _JSON)
    return Request(
        url=url,
        method=search.method,
        body=body,
        content_type=_JSON if body is not None else None,
        accept=accept,
        headers=tuple(headers.items()),
        **_key(config.auth, url, config.search.url),
    )


def page_request(config: JsonApiSource, ask: Ask, place: Place) -> Request:
    """Return the request for one page of the search; Unfilled where the search needs what was not asked for."""
    paging = config.paging
    start = int(paging.start) if str(paging.start).isdecimal() else 0
    numbers: dict[str, Value] = {"page": start + place.number - 1, "offset": start + place.seen, "cursor": place.cursor}
    own = _OWN_PLACES.get(paging.style)
    named = names_in(_templates(config.search))
    value = numbers.get(own or "")
    extra = {paging.param: str(value)} if paging.param and own and own not in named and value is not None else {}
    made = _request(config.search, values_of(ask, **numbers, size=paging.size), extra, config)
    return _placed(made, place)


def _placed(request: Request, place: Place) -> Request:
    """Return a request that knows where in the list it stands."""
    return replace(request, number=place.number, cursor=place.cursor, seen=place.seen)


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


def _next_url(config: JsonApiSource, ask: Ask, request: Request, answer: object, place: Place) -> Onward:
    """Return the request for the address that the answer names as next, on the same host only, without its key."""
    told = at(config.paging.next, answer) if config.paging.next else None
    if not isinstance(told, str) or not told.strip():
        return Onward()
    parts = urlsplit(urljoin(request.url, told.strip()))
    if config.auth and config.auth.param:
        pairs = [(name, value) for name, value in parse_qsl(parts.query, True) if name != config.auth.param]
        parts = parts._replace(query=urlencode(pairs))
    url = urlunsplit(parts)
    if not is_web(url) or parts.netloc.lower() != urlsplit(request.url).netloc.lower():
        return Onward(refused=True)
    if url == request.url:
        return Onward()
    made = page_request(config, ask, place)
    return Onward((_with_url(made, url),))


def _with_url(request: Request, url: str) -> Request:
    """Return the same request for another address, asked for plainly."""
    return replace(request, url=url, method="GET", body=None, content_type=None)


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
    """Return the page that follows a page of *rows* rows, if any does.

    A cursor ends its list where it no longer changes, an offset mark also at a page without rows.
    """
    style, seen = config.paging.style, request.seen + rows
    if style == "none":
        return Onward()
    cursor = None
    if style in {"cursor", "offset_mark"}:
        told = at(config.paging.next, answer) if config.paging.next else None
        cursor = str(told) if isinstance(told, str | int) and not isinstance(told, bool) and str(told) else None
        if cursor is None or cursor == request.cursor or (style == "offset_mark" and rows == 0):
            return Onward()
    elif style == "next_url":
        following = _next_url(config, ask, request, answer, Place(request.number + 1, seen))
        return _capped(config, request, following)
    elif _ends(config, answer, rows, seen):
        return Onward()
    return _capped(config, request, Onward((page_request(config, ask, Place(request.number + 1, seen, cursor)),)))


def _capped(config: JsonApiSource, request: Request, following: Onward) -> Onward:
    """Return what follows, or that the most pages were read."""
    return Onward(capped=True) if following.requests and request.number >= config.paging.max_pages else following


def detail_request(config: JsonApiSource, fields: Mapping[str, Value]) -> Request | None:
    """Return the second request of a row, filled with its fields; None where none is configured."""
    return _request(config.detail, fields, {}, config) if config.detail is not None else None


def body_request(config: JsonApiSource, url: str) -> Request:
    """Return the request for the words behind an address that a row tells."""
    return Request(url, **_key(config.auth, url, config.search.url))
