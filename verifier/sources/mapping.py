"""Fields of a row by JMESPath, each taken in the type that it must have."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from verifier.articles.decode import clean
from verifier.errors import ParseError
from verifier.sources.attributions import name_of
from verifier.sources.fields import shown

_NAME_KEYS = ("name", "nom", "title", "label", "fullName")
_TAG = re.compile(r"<[^<>]{0,500}>")


@lru_cache(maxsize=512)
def _compiled(expression: str) -> Any:
    """Return an expression ready to search with."""
    import jmespath

    return jmespath.compile(expression)


def at(expression: str, data: object) -> Any:
    """Return what stands at a place of *data*, None where nothing does; ParseError for a value of a wrong kind."""
    from jmespath.exceptions import JMESPathError

    try:
        return _compiled(expression).search(data)
    except JMESPathError as error:
        raise ParseError(f"{expression}: {' '.join(str(error).split())[:160]}") from None


def rows_at(expression: str, data: object, *, may_be_absent: bool = False) -> list[Any]:
    """Return the list of rows in an answer; ParseError where there is none, since then the site changed."""
    rows = at(expression, data)
    if rows is None and may_be_absent:
        return []
    if not isinstance(rows, list):
        complaint = at("error.message || error || message || detail", data) if isinstance(data, dict) else None
        said = f"; it says “{complaint[:120]}”" if isinstance(complaint, str) else ""
        raise ParseError(f"no list of rows at {expression!r}{said}")
    return rows


def fields_of(expressions: Mapping[str, str], row: object) -> dict[str, Any]:
    """Return the mapped fields of a row that hold something; "rows" is no field."""
    found = {name: at(expression, row) for name, expression in expressions.items() if name != "rows"}
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def text_in(value: object, key: str) -> str | None:
    """Return a field as text on one line, None where it is absent; ParseError for a list or a table."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ParseError(f"{key}: must be text, not {shown(value)}")
    return " ".join(clean(str(value))[0].split()) or None


def title_in(value: object, key: str) -> str | None:
    """Return a title as readers see it: some interfaces print its marks as entities, and tags in it."""
    text = text_in(value, key)
    if text is None or not ("&" in text or "<" in text):
        return text
    return " ".join(html.unescape(_TAG.sub("", text)).split()) or None


def words_in(value: object, key: str) -> str | None:
    """Return a field of running words with its lines kept; a list's parts each on lines of their own."""
    if value is None:
        return None
    if isinstance(value, list):
        parts = [part for one in value if (part := words_in(one, key))]
        return "\n".join(parts) or None
    if not isinstance(value, str):
        raise ParseError(f"{key}: must be text, not {shown(value)}")
    lines = (" ".join(line.split()) for line in clean(value)[0].split("\n"))
    return "\n".join(line for line in lines if line) or None


def names_in(value: object, key: str) -> tuple[str, ...]:
    """Return the names in a field: a text, or a list of texts or of tables that hold a name; nulls are passed over."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (name_of(value),) if value.strip() else ()
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for one in value for name in names_in(one, key)))
    if isinstance(value, dict):
        return names_in(next((value[name] for name in _NAME_KEYS if value.get(name)), None), key)
    raise ParseError(f"{key}: must be names, not {shown(value)}")
