"""What a page says about itself in JSON-LD and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle LiveBlogPosting"
    " Article BlogPosting SocialMediaPosting AdvertiserContentArticle Report WebPage"
).split()
# Inside these keys stand other works, with dates and headlines of their own.
_OTHER_WORKS = frozenset(
    "liveBlogUpdate comment itemListElement hasPart isPartOf citation isBasedOn mentions about video image review"
    " relatedLink significantLink author publisher breadcrumb associatedMedia speakable sharedContent".split()
)
_MOST_DEPTH = 6


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON-LD document that describes the page itself, to a sensible depth."""
    if isinstance(data, dict):
        yield data
        data = [part for key, part in data.items() if key not in _OTHER_WORKS]
    if depth < _MOST_DEPTH and isinstance(data, list):
        for part in data:
            yield from _objects(part, depth + 1)


def _all_linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page, of every type; broken ones are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            yield from _objects(json.loads((script.text or "").strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue


def _names(thing: dict[str, Any]) -> list[str]:
    """Return the types of an object, without the address of the vocabulary."""
    kinds = thing.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def kinds_of(tree: HtmlElement) -> set[str]:
    """Return the types of all JSON-LD objects that describe a page."""
    return {name for thing in _all_linked(tree) for name in _names(thing)}


def linked_data(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the JSON-LD objects of a page that describe it as a text, articles before the page."""
    return sorted((one for one in _all_linked(tree) if _rank(one) < len(_ARTICLE_TYPES)), key=_rank)


def _rank(thing: dict[str, Any]) -> int:
    """Return the place of an object's type among the types that carry a publication date."""
    found = (_ARTICLE_TYPES.index(name) for name in _names(thing) if name in _ARTICLE_TYPES)
    return min(found, default=len(_ARTICLE_TYPES))


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


def declared_addresses(tree: HtmlElement) -> Iterator[str]:
    """Yield the addresses that a page names as its own: canonical link, og:url, then its JSON-LD."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (target := link.get("href")):
            yield str(target)
    yield from meta_values(tree, "og:url", "twitter:url")
    for thing in linked_data(tree):
        page = thing.get("mainEntityOfPage")
        for value in (page.get("@id") if isinstance(page, dict) else page, thing.get("url")):
            if isinstance(value, str) and value.startswith("http"):
                yield value


def declared_address(tree: HtmlElement) -> str | None:
    """Return the address that a page names as its own, or None."""
    return next(declared_addresses(tree), None)
