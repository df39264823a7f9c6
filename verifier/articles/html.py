"""The article inside an HTML page: its title and the paragraphs that a reader would see."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from verifier.articles.metadata import linked_data, meta_values
from verifier.errors import ReadError

_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|%)?\s*(?:;|!|$))", re.IGNORECASE
)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE_SELECTOR = re.compile(r"(?:[a-z0-9]{1,12})?([.#])(-?[A-Za-z_][\w-]{0,100})")
_UNREAD = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea")
_BODIES = frozenset({"html", "body", "main", "article"})  # hidden until a script shows them; never removed
_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "row", "cell", "table", "code", "ab"})
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_LOST_SHARE = 0.5  # of the page's letters; below it the parser dropped what the page holds


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page says in its own voice: title, text of paragraphs, and the tree for its metadata."""

    tree: HtmlElement
    title: str | None
    text: str  # paragraphs joined by an empty line
    visible: str  # all visible text of the page, spaces folded


def parse(text: str) -> HtmlElement:
    """Return the tree of a page.

    Raises ReadError where it holds no element, or where the parser kept less than half of its
    letters: libxml2 drops what is nested over 256 deep and says nothing.
    """
    # UTF-8 whatever the page declares: it is decoded already.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("not a readable HTML page", outcome="parse_failed") from error
    raw = _letters(_TAG.sub("", _without_comments(text)))
    kept = sum(_letters(str(piece)) for piece in tree.itertext())
    if raw > 500 and kept < _LOST_SHARE * raw:
        raise ReadError(f"its HTML is too broken: {kept} of {raw} letters could be read", outcome="parse_failed")
    return tree


def _letters(text: str) -> int:
    """Return the number of letters in *text*."""
    return sum(map(str.isalpha, text))


def _without_comments(text: str) -> str:
    """Return markup without its comments, in linear time however many are left open."""
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _hidden_names(tree: HtmlElement) -> set[str]:
    """Return the ".class" and "#id" selectors that the page's own style sheets hide on every medium."""
    hidden: set[str] = set()
    for style in tree.iter("style"):
        sheet = _outside_media(_COMMENT.sub("", style.text or ""))
        for selectors, rules in _RULE.findall(sheet):
            if _HIDING.search(rules):
                found = (_SIMPLE_SELECTOR.fullmatch(one.strip()) for one in selectors.split(","))
                hidden.update(one.group(1) + one.group(2) for one in found if one)
    return hidden


def _outside_media(sheet: str) -> str:
    """Return a style sheet without its nested blocks: what a phone or a printer hides, a reader saw."""
    kept, depth, start = [], 0, 0
    for found in re.finditer(r"@[^{};]*\{|[{}]", sheet):
        if found.group() == "}":
            depth = max(0, depth - 1)
            if depth == 0 and start < 0:
                start = found.end()
            continue
        if depth == 0 and found.group().startswith("@"):
            kept.append(sheet[start : found.start()])
            start = -1
        depth += 1
    return "".join(kept) + (sheet[start:] if start >= 0 else "")


def _is_hidden(element: HtmlElement, names: set[str]) -> bool:
    """Return whether an element is shown to no reader."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if _HIDING.search(element.get("style") or ""):
        return True
    if not names:
        return False
    own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return not own.isdisjoint(names)


def without_hidden(tree: HtmlElement) -> HtmlElement:
    """Return a copy of *tree* without scripts, styles and whatever its own markup or styles hide."""
    names = _hidden_names(tree)
    shown = deepcopy(tree)
    doomed = [
        element
        for element in shown.iter(etree.Element)
        if element.tag in _UNREAD or (element.tag not in _BODIES and _is_hidden(element, names))
    ]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()
    return shown


def _stream(element: Any) -> Iterator[str]:
    """Yield the words inside an element in order, blocks parted by NUL and lines by a line feed."""
    around = "\x00" if element.tag in _BLOCKS else ""
    yield around + _SPACES.sub(" ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _stream(child)
        yield _SPACES.sub(" ", child.tail or "")
    yield around


def _paragraphs(body: Any) -> list[str]:
    """Return the blocks of an extracted body, in order, without empty lines."""
    found = []
    for block in "".join(_stream(body)).split("\x00"):
        lines = (line.strip() for line in block.split("\n"))
        if paragraph := "\n".join(line for line in lines if line):
            found.append(paragraph)
    return found


def _title(tree: HtmlElement) -> str | None:
    """Return the page's title: JSON-LD headline, og:title, the only first heading, the title element."""
    headlines = (thing.get("headline") for thing in linked_data(tree))
    headings = [heading.text_content() for heading in tree.iter("h1")]
    candidates = [next((one for one in headlines if isinstance(one, str)), None)]
    candidates.append(next(meta_values(tree, "og:title"), None))
    candidates += [headings[0] if len(headings) == 1 else None, tree.findtext(".//title")]
    cleaned = (" ".join(one.split()) for one in candidates if one)
    return next((one for one in cleaned if one), None)


def extract(text: str) -> Extracted:
    """Return title and paragraphs of the page in *text*; hidden text, scripts and comments are not in them.

    The text is empty where no article is found. Raises ReadError where the page cannot be parsed.
    """
    with warnings.catch_warnings():
        # The downloader that trafilatura loads, and we never use, warns that it lacks SOCKS proxies.
        warnings.simplefilter("ignore")
        import trafilatura

    tree = parse(text)
    shown = without_hidden(tree)
    visible = " ".join(shown.text_content().split())
    found = trafilatura.bare_extraction(
        deepcopy(shown), include_comments=False, include_tables=True, include_images=False, with_metadata=False
    )
    body = getattr(found, "body", None)
    paragraphs = [] if body is None else _paragraphs(body)
    return Extracted(tree, _title(tree), "\n\n".join(paragraphs), visible)
