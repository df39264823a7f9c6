"""Addresses and queries with placeholders: {phrase}, {person}, {from:%m-%d-%Y}, {to}, {page}, {n}."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from verifier.sources.config.tables import Search
from verifier.sources.connector import Ask, Request

PLACEHOLDER = re.compile(r"\{(?P<name>[a-z_]{1,20})(?::(?P<form>[^{}]{1,40}))?\}")
_ASKED = frozenset({"phrase", "person", "from", "to"})  # the others only count pages
Value = str | int | date | None


def names_of(*templates: str) -> frozenset[str]:
    """Return the names of the placeholders in these templates."""
    return frozenset(found["name"] for template in templates for found in PLACEHOLDER.finditer(template))


def values_of(ask: Ask) -> dict[str, Value]:
    """Return what an ask fills placeholders with; None for what it leaves open."""
    first, last = (ask.window.first, ask.window.last) if ask.window else (None, None)
    return {"phrase": ask.phrase, "person": ask.person, "from": first, "to": last}


def _printed(value: Value, form: str | None) -> str:
    """Return a value as text: a day by its format or as ISO, a number with as many digits as the format says."""
    if isinstance(value, date):
        return value.strftime(form) if form else value.isoformat()
    if isinstance(value, int):
        return f"{value:{form}}" if form else str(value)
    return value or ""


def filled(template: str, values: Mapping[str, Value], *, in_url: bool = False) -> str | None:
    """Return the template with its placeholders filled; None where a value is missing.

    Names that *values* does not know stay as they are. *in_url* quotes what is filled in.
    """
    known = [found for found in PLACEHOLDER.finditer(template) if found["name"] in values]
    if any(values[found["name"]] in {None, ""} for found in known):
        return None

    def fill(found: re.Match[str]) -> str:
        if found["name"] not in values:
            return found.group()
        text = _printed(values[found["name"]], found["form"])
        # The strokes of a day's own format are parts of the path.
        return quote(text, safe="/" if isinstance(values[found["name"]], date) else "") if in_url else text

    return PLACEHOLDER.sub(fill, template)


def with_param(url: str, name: str, value: str) -> str:
    """Return an address with one query parameter set, the others in place."""
    parts = urlsplit(url)
    pairs = [(key, held) for key, held in parse_qsl(parts.query, keep_blank_values=True) if key != name]
    return urlunsplit(parts._replace(query=urlencode([*pairs, (name, value)])))


def search_request(search: Search, values: Mapping[str, Value], *, accept: str | None = None) -> Request | None:
    """Return the request of a search; parameters without a value are left out.

    None where the address itself, or every placeholder, stays without a value.
    """
    url = filled(search.url, values, in_url=True)
    if url is None:
        return None
    params = {name: text for name, template in search.params.items() if (text := filled(template, values)) is not None}
    form = {name: text for name, told in search.form.items() if (text := filled(str(told), values)) is not None}
    asked = names_of(search.url, *search.params.values(), *map(str, search.form.values())) & _ASKED
    if asked and all(values.get(name) in {None, ""} for name in asked):
        return None
    for name, text in params.items():
        url = with_param(url, name, text)
    body = json.dumps(form).encode() if form else None
    return Request(
        url,
        method=search.method,
        body=body,
        content_type="application/json" if body else None,
        accept=accept,
        headers=tuple(search.headers.items()),
    )
