"""What a JSON interface answered, or in which way it did not answer."""

from __future__ import annotations

import json
import re
from typing import Any

from verifier.articles.decode import decode
from verifier.articles.sniff import Kind, kind_of
from verifier.articles.standing import expect_article
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page

_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_TAGS = re.compile(r"<(script|style)\b[^<>]{0,500}>.{0,20000}?</\1\s*>|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL)


def _refuse_constant(name: str) -> None:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(f"{name} is not JSON")


def _refusal_of_html(text: str) -> ParseError:
    """Return the error that says which page came in place of data: ``wall``, ``soft_404`` or ``wrong_type``."""
    sample = text[:50_000]
    title = _TITLE.search(sample)
    shown = " ".join(_TAGS.sub(" ", sample).split())
    try:
        expect_article(title[1].strip() if title else None, shown[:2_000], shown[:5_000])
    except ReadError as error:
        if error.outcome in {"wall", "soft_404"}:
            return ParseError(f"in place of data came {error.message}", outcome=error.outcome)
    return ParseError("an HTML page came in place of data", outcome="wrong_type")


def _refusal_of_text(text: str) -> ParseError:
    """Return the error for plain text: what it says is shown, for interfaces complain in plain words."""
    said = " ".join(text.split())[:80]
    return ParseError(f"plain text came in place of data: “{said}”", outcome="wrong_type")


def _loaded(text: str) -> Any:
    """Return the value of a JSON text; ParseError ``parse_failed`` where it is cut or damaged."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ParseError(f"JSON that breaks off or is damaged: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ParseError("JSON nested too deeply") from None
    except ValueError as error:
        raise ParseError(f"not JSON: {error}") from None


def json_of(page: Page, *, empty_is_throttling: bool = False) -> Any:
    """Return the JSON value in *page*.

    Raises ParseError with the outcome: ``rate_limited`` or ``empty`` for no body at all, ``wall``,
    ``soft_404`` or ``wrong_type`` for HTML and plain text, ``parse_failed`` for damaged JSON.
    """
    kind = kind_of(page.body)
    if kind is Kind.EMPTY:
        if empty_is_throttling:
            raise ParseError("an empty answer, by which this source throttles", outcome="rate_limited")
        raise ParseError("an empty answer", outcome="empty")
    if kind not in {Kind.JSON, Kind.TEXT, Kind.HTML, Kind.XML, Kind.FEED}:
        raise ParseError(f"{kind.value} came in place of data", outcome="wrong_type")
    text = decode(page.body, page.content_type).text
    if kind is Kind.HTML:
        raise _refusal_of_html(text)
    if kind in {Kind.XML, Kind.FEED}:
        raise ParseError(f"{kind.value} came in place of JSON", outcome="wrong_type")
    if kind is Kind.TEXT and not text.lstrip().startswith(("{", "[", '"')):
        raise _refusal_of_text(text)
    return _loaded(text)
