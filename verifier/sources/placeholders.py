"""Addresses, queries and bodies with placeholders: {phrase}, {person}, {from:%m-%d-%Y}, {to}, {page}, {n:03d}.

A part in double brackets, ``[[ AND "{phrase}"]]``, is left out where one of its values is missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from verifier.errors import ParseError
from verifier.sources.config.tables import Search
from verifier.sources.connector import Ask, Request

PLACEHOLDER = re.compile(r"\{(?P<name>[A-Za-z_]\w{0,30})(?::(?P<form>[^{}]{1,40}))?\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_ASKED = frozenset({"phrase", "person", "from", "to"})  # the others only count pages
# Marks that delimit a phrase in the searches' own languages; inside one they would end it.
_QUOTES = re.compile('["“”„«»‟″\\\\\n\r\t\x00]+')
_PRINTED_PATH = "/:@!$&'()*+,;=~%?"  # what stays of an address that a row prints
_LEFT_OUT = object()
Value = str | int | date | None


def names_of(*templates: str) -> frozenset[str]:
    """Return the names of the placeholders in these templates."""
    return frozenset(found["name"] for template in templates for found in PLACEHOLDER.finditer(template))


def templates_of(search: Search) -> tuple[str, ...]:
    """Return all templates of a search."""
    return (search.url, *search.params.values(), json.dumps(search.form), *search.headers.values())


def values_of(ask: Ask) -> dict[str, Value]:
    """Return what an ask fills placeholders with; None for what it leaves open.

    Quotation marks inside the phrase become spaces.
    """
    first, last = (ask.window.first, ask.window.last) if ask.window else (None, None)
    phrase, person = (" ".join(_QUOTES.sub(" ", text or "").split()) or None for text in (ask.phrase, ask.person))
    return {"phrase": phrase, "person": person, "from": first, "to": last}


def _printed(value: Value, form: str | None) -> str:
    """Return a value as text: a day by its format or as ISO, a number with as many digits as the format says."""
    if isinstance(value, date):
        return value.strftime(form) if form else value.isoformat()
    if isinstance(value, int):
        return f"{value:{form}}" if form else str(value)
    return value or ""


def _is_missing(template: str, values: Mapping[str, Value]) -> bool:
    """Return whether a placeholder of the template has no value; names that *values* does not know do not count."""
    return any(values[name] in {None, ""} for name in names_of(template) if name in values)


def _quoted(text: str, value: Value, *, in_query: bool) -> str:
    """Return a value as it stands in an address."""
    if in_query or isinstance(value, date):
        return quote(text, safe="/")  # the strokes of a day's own format are parts of the path
    return quote(text, safe=_PRINTED_PATH if text.startswith("/") else "")


def filled(template: str, values: Mapping[str, Value], *, in_url: bool = False) -> str | None:
    """Return the template with its placeholders filled; None where a value outside double brackets is missing.

    Names that *values* does not know stay as they are. *in_url* quotes what is filled in, and raises
    ParseError where a value leads to another host than the template's.
    """
    whole = _OPTIONAL.sub(lambda part: "" if _is_missing(part[1], values) else part[1], template)
    if _is_missing(whole, values):
        return None
    query_at = whole.find("?")

    def fill(found: re.Match[str]) -> str:
        if found["name"] not in values:
            return found.group()
        value = values[found["name"]]
        text = _printed(value, found["form"])
        return _quoted(text, value, in_query=0 <= query_at < found.start()) if in_url else text

    made = PLACEHOLDER.sub(fill, whole)
    first = PLACEHOLDER.search(whole)
    if in_url and first is not None and first.start() and _host(made) != _host(whole[: first.start()]):
        raise ParseError("a value leads to another host than its template's", outcome="wrong_type")
    return made


def _host(url: str) -> str:
    """Return host and port of an address as written."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _filled_body(template: Any, values: Mapping[str, Value]) -> Any:
    """Return a JSON body with its values, to be written as JSON; None where one that it needs is missing.

    A field that is nothing but one placeholder is left out where its value is missing.
    """
    if isinstance(template, str):
        text = filled(template, values)
        return (_LEFT_OUT if PLACEHOLDER.fullmatch(template) else None) if text is None else text
    if isinstance(template, Mapping):
        made = {name: _filled_body(value, values) for name, value in template.items()}
        kept = {name: value for name, value in made.items() if value is not _LEFT_OUT}
        absent = any(value is None and template[name] is not None for name, value in kept.items())
        return None if absent else kept
    if isinstance(template, list | tuple):
        listed = [_filled_body(value, values) for value in template]
        absent = any(value is None and given is not None for value, given in zip(listed, template, strict=True))
        return None if absent else [value for value in listed if value is not _LEFT_OUT]
    return template


def with_param(url: str, name: str, value: str) -> str:
    """Return an address with one query parameter set, the others in place."""
    parts = urlsplit(url)
    pairs = [(key, held) for key, held in parse_qsl(parts.query, keep_blank_values=True) if key != name]
    return urlunsplit(parts._replace(query=urlencode([*pairs, (name, value)])))


def search_request(
    search: Search, values: Mapping[str, Value], *, accept: str | None = None, extra: Mapping[str, str] | None = None
) -> Request | None:
    """Return the request of a search; parameters without a value are left out, *extra* ones are added.

    None where the address itself, a part of the body, or every placeholder stays without a value.
    """
    url = filled(search.url, values, in_url=True)
    form = _filled_body(search.form, values)
    asked = names_of(*templates_of(search)) & _ASKED
    if url is None or form is None or (asked and all(values.get(name) in {None, ""} for name in asked)):
        return None
    params = {name: text for name, template in search.params.items() if (text := filled(template, values)) is not None}
    added = dict(extra or {})
    for name, text in {**params, **({} if search.method == "POST" else added)}.items():
        url = with_param(url, name, text)
    posted = {**form, **added} if search.method == "POST" else form
    body = json.dumps(posted, ensure_ascii=False).encode() if posted else None
    headers = {name: text for name, template in search.headers.items() if (text := filled(template, values))}
    own = next((headers.pop(name) for name in list(headers) if name.lower() == "accept"), accept)
    return Request(
        url,
        method=search.method,
        body=body,
        content_type="application/json" if body else None,
        accept=own,
        headers=tuple(headers.items()),
    )
