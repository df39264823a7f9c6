"""Addresses and request bodies from templates: placeholders in braces, optional parts in double brackets.

``{phrase}``, ``{person}``, ``{from}``, ``{to}``, ``{page}``, ``{offset}``, ``{cursor}`` and, for a second
request, the fields of a row. A day takes a format, ``{from:%d%m%Y}``; a number a width, ``{n:03d}``. A part
in double brackets, ``[[ AND "{phrase}"]]``, is left out where one of its values is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from verifier.errors import ParseError
from verifier.sources.connector import Ask

Value = str | int | date | None
_PLACE = re.compile(r"\{(?P<name>[A-Za-z_]\w*)(?::(?P<form>[^{}]{1,40}))?\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_WIDTH = re.compile(r"0?\d{1,2}d")
# Marks that delimit a phrase in the searches' own languages; inside one they would end it.
_QUOTES = re.compile('["“”„«»‟″\\\\\n\r\t\x00]+')
_PATH_SAFE = "/:@!$&'()*+,;=~"


class Unfilled(ParseError):
    """A template asks for a value that this search does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"its address needs {{{name}}}, which was not asked for")
        self.name = name


def values_of(ask: Ask, **more: Value) -> dict[str, Value]:
    """Return what the placeholders of a search stand for; quotation marks inside the phrase become spaces."""
    window = ask.window
    words = {name: " ".join(_QUOTES.sub(" ", text or "").split()) for name, text in _asked(ask)}
    days: dict[str, Value] = {"from": window.first if window else None, "to": window.last if window else None}
    return {**{name: text or None for name, text in words.items()}, **days, **more}


def _asked(ask: Ask) -> tuple[tuple[str, str | None], ...]:
    """Return the words of a search by their placeholders."""
    return (("phrase", ask.phrase), ("person", ask.person))


def names_in(template: str) -> frozenset[str]:
    """Return the placeholders that a template names."""
    return frozenset(found["name"] for found in _PLACE.finditer(template))


def _printed(value: Value, form: str | None) -> str:
    """Return a value as it is sent."""
    if isinstance(value, date):
        return value.strftime(form) if form and "%" in form else value.isoformat()
    if form and _WIDTH.fullmatch(form) and str(value).isdecimal():
        return format(int(str(value)), form)
    return str(value)


def _substituted(template: str, values: Mapping[str, Value], *, escape: bool) -> str:
    """Return a template with its values; Unfilled names the first that is missing."""
    query_at = template.find("?")

    def one(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        if value is None:
            raise Unfilled(found["name"])
        text = _printed(value, found["form"])
        if not escape:
            return text
        in_query = 0 <= query_at < found.start()
        if not in_query and text.startswith("/"):
            return quote(text, safe=_PATH_SAFE + "%?")  # a path as its page prints it, escaped already
        return quote(text, safe="/" if in_query else "")

    return _PLACE.sub(one, template)


def fill(template: str, values: Mapping[str, Value], *, escape: bool = False) -> str:
    """Return *template* with its values in place; with *escape* each value is percent-encoded.

    Raises Unfilled where a value outside double brackets is missing.
    """

    def part(found: re.Match[str]) -> str:
        absent = any(values.get(name) is None for name in names_in(found[1]))
        return "" if absent else found[1]

    return _substituted(_OPTIONAL.sub(part, template), values, escape=escape)


def fill_url(template: str, values: Mapping[str, Value]) -> str:
    """Return an address from its template, values escaped; a template that is one placeholder is taken whole.

    Raises ParseError where a value would lead to another host than the template's.
    """
    alone = _PLACE.fullmatch(template)
    if alone is not None:
        url = fill(template, values)
    else:
        url = fill(template, values, escape=True)
        first = _PLACE.search(template)
        if first is not None and _host(url) != _host(template[: first.start()]):
            raise ParseError("a value of the row would lead to another host", outcome="wrong_type")
    if urlsplit(url).scheme not in {"http", "https"} or not _host(url):
        raise ParseError("the row's address is neither http nor https", outcome="wrong_type")
    return url


def _host(url: str) -> str:
    """Return the host and port of an address as written."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def fill_params(params: Mapping[str, str], values: Mapping[str, Value]) -> dict[str, str]:
    """Return query parameters with their values; one that needs a missing value is left out."""
    filled = {}
    for name, template in params.items():
        try:
            filled[name] = fill(template, values)
        except Unfilled:
            continue
    return filled


def fill_json(template: Any, values: Mapping[str, Value]) -> Any:
    """Return a JSON body with its values; nothing has to be escaped, since it is written as JSON afterwards."""
    if isinstance(template, str):
        return fill(template, values)
    if isinstance(template, Mapping):
        return {name: fill_json(value, values) for name, value in template.items()}
    if isinstance(template, list | tuple):
        return [fill_json(value, values) for value in template]
    return template


def with_query(url: str, params: Mapping[str, str]) -> str:
    """Return *url* with *params* behind those that it has."""
    if not params:
        return url
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(params)}"
