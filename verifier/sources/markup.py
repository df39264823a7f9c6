"""A page's markup: its elements by selector, and the lines that a reader sees in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import lxml.html
from lxml.html import HtmlElement

from verifier.articles.blocks import AROUND, main_part, walk
from verifier.articles.hidden import without_hidden
from verifier.articles.tree import parse
from verifier.errors import ParseError, ReadError

_PLACE = "data-place"  # numbers the elements, so that what one parser selects is found in the other's tree
# Stand in for U+00A0 and U+202F while lines are folded: publishers mean these, the line ends of their source not.
# Control characters, which HTML lets pass and a tree refuses, become spaces.
_CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF)
_KEEP = {**dict.fromkeys(_CONTROLS, " "), 0x00A0: "\ue0a0", 0x202F: "\ue0a1"}
_GIVE_BACK = str.maketrans("\ue0a0\ue0a1", "\u00a0\u202f")
_INSIDE = frozenset({"nav", "button", "menu", "dialog"})  # no speech, even inside a selected element
_SILENT = ("script", "style", "noscript", "template", "textarea", "svg", "math", "iframe", "select", "object")
_UNSHOWN = frozenset({*_SILENT, "title", "head"})
_NOTE_AND_COLON = re.compile(r"[\s\u00a0]{0,3}(?:[(\[][^)\]]{1,80}[)\]][\s\u00a0]?)?:")
_INDENT = re.compile(r"\n(?=[ \t]+\S)")
_FEWEST = 2_000  # letters; below it a difference says nothing
_LOST = 0.6  # share of the page's letters that its tree must hold


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as printed; ``bold`` is its beginning where that stands in bold and ends in a colon."""

    text: str
    bold: str | None = None


class Markup:
    """A page as two trees: all of it, and what of it is shown.

    Raises ParseError (``suspicious_change``) where the parser lost part of the page.
    """

    def __init__(self, text: str) -> None:
        self.tree = _whole_tree(text)
        self.shown = without_hidden(self.tree)
        for number, element in enumerate(self.shown.iter(lxml.etree.Element)):
            element.set(_PLACE, str(number))

    @cached_property
    def _places(self) -> dict[str, HtmlElement]:
        return {element.get(_PLACE, ""): element for element in self.shown.iter(lxml.etree.Element)}

    @cached_property
    def _selecting(self) -> Any:
        from selectolax.lexbor import LexborHTMLParser

        return LexborHTMLParser(lxml.html.tostring(self.shown, encoding="unicode"))

    def select(self, css: str, within: HtmlElement | None = None) -> list[HtmlElement]:
        """Return the shown elements that a CSS selector meets, in the order of the page.

        Raises ParseError for a broken selector.
        """
        from selectolax.lexbor import SelectolaxError

        try:
            nodes = self._selecting.css(css)
        except SelectolaxError as error:
            raise ParseError(f"the selector {css!r} cannot be read") from error
        numbers = sorted({int(place) for node in nodes if (place := node.attributes.get(_PLACE))})
        met = [element for number in numbers if (element := self._places.get(str(number))) is not None]
        alive = [one for one in met if one is self.shown or self.shown in one.iterancestors()]
        return alive if within is None else [one for one in alive if within in one.iterancestors()]

    def drop(self, selectors: Iterable[str]) -> None:
        """Take what the selectors meet out of what is shown."""
        for css in selectors:
            for element in self.select(css):
                if element.getparent() is not None:
                    element.drop_tree()

    def lines(self, css: str | None) -> list[Line]:
        """Return the lines of what a selector meets, all matches joined; without one of the page's main part.

        What is met inside another match is not read twice.
        """
        if css is None:
            return list(lines_of(main_part(self.shown), AROUND))
        met = self.select(css)
        known = set(met)
        outermost = [one for one in met if known.isdisjoint(one.iterancestors())]
        return [line for element in outermost for line in lines_of(element, _INSIDE)]

    def all_lines(self) -> list[Line]:
        """Return the lines of the whole page, navigation and footers too."""
        return list(lines_of(self.shown, ()))

    def lines_behind(self, last: str, count: int) -> list[Line]:
        """Return up to *count* lines of the page behind the last one that reads *last*; none where none does."""
        everywhere = self.all_lines()
        at = next((one for one in reversed(range(len(everywhere))) if everywhere[one].text == last), len(everywhere))
        return everywhere[at + 1 : at + 1 + count]

    def text_at(self, css: str) -> str | None:
        """Return the words of the first element that a selector meets and that has any."""
        return next((text for element in self.select(css) if (text := words_of(element))), None)

    @cached_property
    def visible(self) -> str:
        """All words that are shown, spaces folded."""
        return words_of(self.shown)

    @property
    def hides_words(self) -> bool:
        """Whether its own markup or styles hide words from every reader."""
        return letters_of(self.tree) - letters_of(self.shown) > 20


def words_of(element: HtmlElement) -> str:
    """Return the words inside an element, spaces folded."""
    return " ".join(" ".join(element.itertext()).split())


def letters_of(element: HtmlElement) -> int:
    """Return how many letters an element shows, scripts and styles aside."""
    held = sum(_letters(text) for text in element.itertext())
    return held - sum(_letters(text) for silent in element.iter(*_UNSHOWN) for text in silent.itertext())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _without(text: str, begin: str, end: str) -> str:
    """Return a text without what stands between two marks, in linear time however many are left open."""
    first, *rest = text.split(begin)
    return first + "".join(part.partition(end)[2] for part in rest)


def _printed_letters(text: str) -> int:
    """Return how many letters stand between the tags of a page, counted without a parser."""
    bare = _without(text, "<!--", "-->")
    for name in ("script", "style", "head"):
        bare = _without(bare, f"<{name}", f"</{name}")
    return sum(_letters(part.partition(">")[2]) for part in bare.split("<"))


def _whole_tree(text: str) -> HtmlElement:
    """Return the tree of a page; ParseError where it holds far less than the page prints."""
    try:
        tree = parse(text)
    except ReadError as error:
        outcome = "suspicious_change" if "nested" in error.message else "parse_failed"
        raise ParseError(error.message, outcome=outcome) from error
    printed = _printed_letters(text)
    if printed > _FEWEST and letters_of(tree) < _LOST * printed:
        raise ParseError("most of its words were lost in reading: its HTML is broken", outcome="suspicious_change")
    return tree


def _keep_hard_spaces(element: HtmlElement) -> None:
    """Let no-break spaces survive the folding of spaces."""
    for one in element.iter(lxml.etree.Element):
        one.text = one.text and one.text.translate(_KEEP)
        one.tail = one.tail and one.tail.translate(_KEEP)


def _bolds_of(home: HtmlElement) -> list[str]:
    """Return the words in bold inside an element."""
    found = ("".join(bold.itertext()) for bold in home.iter("b", "strong"))
    return [words for one in found if (words := " ".join(one.translate(_GIVE_BACK).split(" ")).strip())]


def _bold_label(line: str, bolds: list[str]) -> str | None:
    """Return the label that a line begins with in bold, its colon included or after it, else None."""
    for bold in bolds:
        if len(bold) <= 120 and line.startswith(bold):
            if bold.endswith(":"):
                return bold
            if after := _NOTE_AND_COLON.match(line, len(bold)):
                return line[: after.end()]
    return None


def _part_at_indents(element: HtmlElement) -> None:
    """Let an indented line of preformatted text begin a paragraph: gazettes set their text so, wrapped by hand."""
    for preformatted in element.iter("pre"):
        for one in preformatted.iter(lxml.etree.Element):
            one.text = one.text and _INDENT.sub("\n\n", one.text)
            if one is not preformatted:
                one.tail = one.tail and _INDENT.sub("\n\n", one.tail)


def lines_of(element: HtmlElement, skip: Iterable[str]) -> Iterator[Line]:
    """Yield the lines that a reader sees inside an element; blocks and <br> end a line, in <pre> an indent."""
    _keep_hard_spaces(element)
    _part_at_indents(element)
    for block in walk(element, skip=frozenset(skip)):
        bolds = _bolds_of(block.home)
        for printed in block.text.split("\n"):
            line = printed.translate(_GIVE_BACK).strip()
            if line:
                yield Line(line, _bold_label(line, bolds))
