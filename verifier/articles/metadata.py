"""What a page says about itself in JSON-LD and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "Report", "WebPage")


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON-LD document, to a sensible depth."""
    if isinstance(data, dict):
        yield data
    if depth < 6 and isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _objects(part, depth + 1)


def linked_data(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the JSON-LD objects of a page, articles before the page; broken ones are passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            found.extend(_objects(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
    return sorted((one for one in found if _rank(one) < len(_ARTICLE_TYPES)), key=_rank)


def _rank(thing: dict[str, Any]) -> int:
    """Return the place of an object's type among the types that carry a publication date."""
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return min((_ARTICLE_TYPES.index(name) for name in names if name in _ARTICLE_TYPES), default=len(_ARTICLE_TYPES))


def meta_values(tree: HtmlElement, *names: str) -> Iterator[str]:
    """Yield the contents of the meta elements of these names, in the order of the names."""
    held: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key, value = meta.get(attribute), meta.get("content")
            if key and value and value.strip():
                held.setdefault(key.strip().lower(), []).append(value.strip())
    for name in names:
        yield from held.get(name, ())


def declared_address(tree: HtmlElement) -> str | None:
    """Return the address that a page names as its own: its canonical link, else og:url."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (target := link.get("href")):
            return str(target)
    return next(meta_values(tree, "og:url"), None)
