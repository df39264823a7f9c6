"""The visible blocks of a page in order: every paragraph, heading and list item, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby rp rt s"
    " samp small source span strike strong sub sup time tt u var wbr".split()
)
AROUND = frozenset("nav header footer aside form button menu dialog".split())
_IN_SENTENCES = frozenset({"button", "rt", "rp"})  # may stand in the middle of a sentence
_BUTTON_PIECES = 12  # texts inside a button; no honest one has as many
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)", re.IGNORECASE)
_LINE_BREAKS = re.compile(r"\n[ \t]*\n[\s]*")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")
_MARKS = {"fr": ("« ", " »"), "de": ("„", "“")}


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands by itself on the page, lines broken by <br> parted by a line feed."""

    text: str
    home: HtmlElement  # the innermost element that is not inline
    linked: float = 0.0  # share of its characters that are links
    timed: bool = False  # holds a time element
    tags: int = 0  # inline elements that it was put together from


def _is_inline(element: HtmlElement) -> bool:
    """Return whether an element stands inside a line of text; of unknown ones browsers think so too."""
    if element.tag not in _INLINE and "-" not in element.tag:
        return False
    return not (element.tag == "span" and _AS_BLOCK.search(element.get("style") or ""))


@dataclass(slots=True)
class _Run:
    """The pieces of the block that is being read."""

    home: HtmlElement
    pieces: list[str] = field(default_factory=list)
    inked: int = 0  # characters that are not white space
    linked: int = 0  # those of them in links
    timed: bool = False
    tags: int = 0
    links: int = 0  # links open here
    quotes: int = 0  # q elements open here
    lines: int = 0  # pre elements open here

    def add(self, text: str | None) -> None:
        """Add text as it stands in the source; its line ends are spaces but inside <pre>, where empty lines part."""
        if not text:
            return
        if self.lines:
            self.pieces.append("\n\n".join(_SPACES.sub(" ", part) for part in _EMPTY_LINE.split(text)))
        else:
            self.pieces.append(_SPACES.sub(" ", text))
        ink = len(text) - sum(map(text.count, " \n\t\xa0"))
        self.inked += ink
        self.linked += ink if self.links else 0

    def blocks(self) -> Iterator[Block]:
        """Yield what was read, parted where two line breaks follow each other, and begin anew."""
        if self.inked:
            share = self.linked / self.inked
            for part in _LINE_BREAKS.split("".join(self.pieces)):
                lines = (" ".join(line.split()) for line in part.split("\n"))
                if text := "\n".join(line for line in lines if line):
                    yield Block(text, self.home, share, self.timed, self.tags)
        self.pieces.clear()
        self.inked = self.linked = self.tags = 0
        self.timed = False


def _mark(run: _Run, lang: str, *, closing: bool) -> str:
    """Return the quotation mark that a browser prints around <q>."""
    if run.quotes > 1:
        return "’" if closing else "‘"
    return _MARKS.get(lang, ("“", "”"))[closing]


def _open(run: _Run, element: HtmlElement, lang: str) -> Iterator[Block]:
    """Take in an element's beginning, yielding the block that it ends."""
    if not _is_inline(element) and element.tag != "br":
        yield from run.blocks()
        run.home = element
    if element.tag == "br":
        run.pieces.append("\n")
    elif element.tag == "q":
        run.quotes += 1
        run.add(_mark(run, lang, closing=False))
    run.tags += element.tag != "br"
    run.links += element.tag == "a"
    run.lines += element.tag == "pre"
    run.timed |= element.tag == "time"
    run.add(element.text)


def _close(run: _Run, element: HtmlElement, lang: str) -> Iterator[Block]:
    """Take in an element's end and what follows it, yielding the block that it ends."""
    run.links -= element.tag == "a"
    run.lines -= element.tag == "pre"
    if element.tag == "q":
        run.add(_mark(run, lang, closing=True))
        run.quotes -= 1
    if not _is_inline(element) and element.tag != "br":
        yield from run.blocks()
        parent = element.getparent()
        run.home = element if parent is None else parent


def _may_be_skipped(element: HtmlElement) -> bool:
    """Return whether an element holds what its tag promises: a button left open holds the rest of the page."""
    return element.tag != "button" or len(list(islice(element.itertext(), _BUTTON_PIECES))) < _BUTTON_PIECES


def walk(element: HtmlElement, *, skip: Collection[str] = (), lang: str = "en") -> Iterator[Block]:
    """Yield the blocks inside *element* in the order of the page, elements named in *skip* left out.

    A <q> gets the marks that a browser prints around it in *lang*. Hidden parts are to be removed before.
    """
    run = _Run(element)
    skipped: HtmlElement | None = None
    steps = etree.iterwalk(element, events=("start", "end"))
    for event, node in steps:
        if not isinstance(node.tag, str):
            continue
        if event == "start" and node is not element and node.tag in skip and _may_be_skipped(node):
            skipped = node
            if node.tag not in _IN_SENTENCES:
                yield from run.blocks()
            steps.skip_subtree()
        elif event == "start":
            yield from _open(run, node, lang)
        else:
            if node is skipped:
                skipped = None
            else:
                yield from _close(run, node, lang)
            if node is not element:
                run.add(node.tail)
    yield from run.blocks()


def blocks_of(element: HtmlElement) -> list[str]:
    """Return the lines that a reader sees inside *element*, those of navigation and footers left out.

    A block and a line broken by <br> are each a line. Hidden parts are to be removed before.
    """
    return [line for block in walk(element, skip=AROUND) for line in block.text.split("\n")]


def main_part(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's own matter: its only <main> or <article>, else the body."""
    for name in ("main", "article"):
        found = list(tree.iter(name))
        if len(found) == 1:
            return found[0]
    body = tree.find("body")
    return tree if body is None else body
