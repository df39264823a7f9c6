"""The article inside an HTML page: its title and the paragraphs that a reader would see."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from verifier.articles import live
from verifier.articles.blocks import walk
from verifier.articles.body import choose, parts_of
from verifier.articles.hidden import without_hidden
from verifier.articles.metadata import linked_data, meta_values
from verifier.articles.parts import Part, words_of
from verifier.articles.repeats import without_repeats
from verifier.articles.tree import parse

__all__ = ["Extracted", "extract", "parse", "without_hidden"]

_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "row", "cell", "table", "code", "ab"})
# Where the library would need minutes the page is read by its structure alone.
_MOST_TEXT = 3_000_000  # characters of visible text
_MOST_TAGS = 2_000  # inline elements of one block: its time grows with their square
_HEADINGS = ("h1", "h2")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page says in its own voice: title, text of paragraphs, and the tree for its metadata."""

    tree: HtmlElement
    title: str | None
    text: str  # paragraphs joined by an empty line
    visible: str  # all visible text of the page, spaces folded
    shown: HtmlElement  # the tree without what no reader saw
    head: tuple[str, ...] = ()  # the lines shortly before its first paragraph
    flags: tuple[str, ...] = ()


def _stream(element: Any) -> Iterator[str]:
    """Yield the words inside an element of the library's tree, blocks parted by NUL and lines by a line feed."""
    around = "\x00" if element.tag in _BLOCKS else ""
    yield around + (element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _stream(child)
        yield child.tail or ""
    yield around


def _lines(body: Any) -> Iterator[str]:
    """Yield the blocks of the library's tree, and the lines of those that have several."""
    for block in "".join(_stream(body)).split("\x00"):
        yield block
        if "\n" in block:
            yield from block.split("\n")


def _by_library(shown: HtmlElement) -> list[str]:
    """Return the lines that trafilatura takes for the article's."""
    with warnings.catch_warnings():
        # The downloader that trafilatura loads, and we never use, warns that it lacks SOCKS proxies.
        warnings.simplefilter("ignore")
        import trafilatura

    try:
        found = trafilatura.bare_extraction(
            deepcopy(shown), include_comments=False, include_tables=True, include_images=False, with_metadata=False
        )
        body = getattr(found, "body", None)
        return [] if body is None else list(_lines(body))
    except RecursionError:  # it descends by calls, and pages may be nested deeper than Python's stack
        return []


def _by_page(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines that the page's own data give as the article's text: a guide to what is visible, never text."""
    for thing in linked_data(tree):
        if isinstance(body := thing.get("articleBody"), str):
            yield from re.split(r"\n+|<[^<>]{1,200}>", html.unescape(body[:1_000_000]))


def _title(tree: HtmlElement) -> str | None:
    """Return the page's title: JSON-LD headline, og:title, the only first heading, the title element."""
    headlines = (thing.get("headline") for thing in linked_data(tree))
    headings = [heading.text_content() for heading in tree.iter("h1")]
    candidates = [next((one for one in headlines if isinstance(one, str)), None)]
    candidates.append(next(meta_values(tree, "og:title"), None))
    candidates += [headings[0] if len(headings) == 1 else None, tree.findtext(".//title")]
    cleaned = (" ".join(html.unescape(one).split()) for one in candidates if one)
    return next((one for one in cleaned if one), None)


def _headline(shown: HtmlElement, titles: tuple[str | None, ...], parts: list[Part]) -> str | None:
    """Return the visible heading that is the page's title, where the chosen parts do not begin with it."""
    known = [f" {' '.join(words_of(title))} " for title in titles if title]
    held = {part.key for part in parts[:3]}
    for heading in shown.iter(*_HEADINGS):
        text = " ".join(block.text for block in walk(heading))
        key = " ".join(words_of(text))
        if len(key.split()) > 2 and any(f" {key} " in title for title in known):
            return None if key in held else text
    return None


def extract(text: str) -> Extracted:
    """Return title and paragraphs of the page in *text*; hidden text, scripts and comments are not in them.

    The visible headline comes first. The text is empty where no article is found. Raises ReadError
    where the page cannot be parsed.
    """
    tree = parse(text)
    shown = without_hidden(tree)
    visible = " ".join(" ".join(shown.itertext()).split())
    blocks = parts_of(shown, (tree.get("lang") or "en")[:2].lower())
    heavy = len(visible) > _MOST_TEXT or max((part.block.tags for part in blocks), default=0) > _MOST_TAGS
    known = [*_by_page(tree), *(() if heavy else _by_library(shown))]
    chosen = choose(shown, blocks, known, live=live.is_live(tree))
    parts, flags = without_repeats(chosen.parts)
    title = _title(tree)
    headline = _headline(shown, (title, tree.findtext(".//title")), parts) if parts else None
    paragraphs = [*([headline] if headline else []), *(part.block.text for part in parts)]
    return Extracted(tree, title, "\n\n".join(paragraphs), visible, shown, chosen.head, (*chosen.flags, *flags))
