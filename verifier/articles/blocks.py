"""The visible blocks of a page in order: every paragraph, heading and list item, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt"
    " u var wbr data".split()
)
_AROUND = frozenset("nav header footer aside form button menu dialog".split())


def _stream(element: HtmlElement) -> Iterator[str]:
    """Yield the words inside an element, blocks parted by NUL and broken lines by a line feed."""
    edge = "" if element.tag in _INLINE else "\x00"
    yield edge
    yield _folded(element.text)
    for child in element.iterchildren(etree.Element):
        if child.tag == "br":
            yield "\n"
        elif child.tag not in _AROUND:
            yield from _stream(child)
        yield _folded(child.tail)
    yield edge


def _folded(text: str | None) -> str:
    """Return text with the white space of the source as single spaces."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if inner and text[-1].isspace() else ''}"


def blocks_of(element: HtmlElement) -> list[str]:
    """Return the lines that a reader sees inside *element*, those of navigation and footers left out.

    A block and a line broken by <br> are each a line. Hidden parts are to be removed before.
    """
    text = "".join(_stream(element)).replace("\n", "\x00")
    return [line for part in text.split("\x00") if (line := " ".join(part.split()))]


def main_part(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's own matter: its only <main> or <article>, else the body."""
    for name in ("main", "article"):
        found = list(tree.iter(name))
        if len(found) == 1:
            return found[0]
    body = tree.find("body")
    return tree if body is None else body
