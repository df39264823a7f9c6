"""A page without what none of its readers saw: scripts, templates, and all that markup or styles hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from verifier.articles.tree import names_of

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|r?em|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{4,}px"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[ ,]|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|max-height\s*:\s*0(?:\.0+)?(?:[a-z]{2,4}|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
# Without height an element still shows what flows over its edge, unless that is cut off.
_FLAT = re.compile(r"(?<![\w-])height\s*:\s*0(?:\.0+)?(?:[a-z]{2,4}|%)?\s*(?:;|!|$)", re.IGNORECASE)
_CUT_OFF = re.compile(r"overflow(?:-y)?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SHOWING = re.compile(r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible", re.IGNORECASE)
_SELECTOR = re.compile(r"([a-z][a-z0-9]{0,11})?((?:[.#]-?[A-Za-z_][\w-]{0,100}){1,6})")
_UNREAD = frozenset(
    "script style noscript template svg math iframe object select textarea datalist amp-sidebar amp-consent amp-ad"
    " amp-sticky-ad amp-user-notification amp-lightbox".split()
)
_BODIES = frozenset({"html", "body", "main", "article"})  # hidden until a script shows them; never removed
# What the common style frameworks call text for screen readers alone, or for nobody.
_HIDDEN_NAMES = re.compile(
    r"sr-only|screen-?readers?(?:-text|-only)?|(?:u-)?visually-?hidden|d-none|u-hidden|is-hidden|hide-visually"
)
_MOST_HIDDEN = 0.5  # of a page's letters; an open dialog marks the whole page behind it as aria-hidden


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the page's own style sheets hide: each selector as its tag and its ".class" and "#id" parts."""

    rules: dict[str, list[tuple[str | None, frozenset[str]]]] = field(default_factory=dict)  # by first part

    def hides(self, element: HtmlElement) -> bool:
        """Return whether a rule hides this element itself."""
        if not self.rules:
            return False
        own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        held = (rule for part in own for rule in self.rules.get(part, ()))
        return any(tag in {None, element.tag} and parts <= own for tag, parts in held)


def _hides(declared: str) -> bool:
    """Return whether declarations without comments hide what they are for."""
    return bool(_HIDING.search(declared) or (_FLAT.search(declared) and _CUT_OFF.search(declared)))


def _without_comments(sheet: str) -> str:
    """Return a style sheet without its comments, in linear time however many are left open."""
    first, *rest = sheet.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _outside_media(sheet: str) -> str:
    """Return a style sheet without its nested blocks: what a phone or a printer hides, a reader saw."""
    kept, depth, start = [], 0, 0
    for found in re.finditer(r"@[^{};@]*\{|[{}]", sheet):
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


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and declarations of a style sheet."""
    for block in _outside_media(_without_comments(sheet)).split("}"):
        selectors, opened, declared = block.partition("{")
        if opened:
            yield selectors, declared


def _sheet_of(tree: HtmlElement) -> _Sheet:
    """Return what the page's own style sheets hide on every medium; a later rule that shows undoes one that hides."""
    hidden: dict[str, tuple[str | None, frozenset[str]]] = {}
    for style in tree.iter("style"):
        for selectors, declared in _rules(style.text or ""):
            hides, shows = _hides(declared), _SHOWING.search(declared)
            if not hides and not shows:
                continue
            for one in map(str.strip, selectors.split(",")):
                found = _SELECTOR.fullmatch(one)
                if found and hides:
                    parts = frozenset(re.findall(r"[.#][\w-]+", found.group(2)))
                    hidden[one] = (found.group(1), parts)
                elif found:
                    hidden.pop(one, None)
    sheet = _Sheet()
    for tag, parts in hidden.values():
        sheet.rules.setdefault(min(parts), []).append((tag, parts))
    return sheet


def _is_hidden(element: HtmlElement, sheet: _Sheet) -> bool:
    """Return whether an element is shown to no reader."""
    if element.tag in _UNREAD or (element.tag == "dialog" and element.get("open") is None):
        return True
    if element.tag in _BODIES:
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("amp-access-hide") is not None or _hides(_without_comments(element.get("style") or "")):
        return True
    return any(map(_HIDDEN_NAMES.fullmatch, names_of(element))) or sheet.hides(element)


def _letters(element: HtmlElement) -> int:
    """Return how many characters of text an element holds."""
    return sum(map(len, element.itertext()))


def _drop(doomed: list[HtmlElement]) -> None:
    """Take elements out of their tree, their tails left in place."""
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()


def without_hidden(tree: HtmlElement) -> HtmlElement:
    """Return a copy of *tree* without scripts, styles and whatever its own markup or styles hide.

    ``aria-hidden`` is a hint, not a style: it is followed but where it covers most of the page.
    """
    sheet = _sheet_of(tree)
    shown = deepcopy(tree)
    _drop([element for element in shown.iter(etree.Element) if _is_hidden(element, sheet)])
    silent = [element for element in shown.iter(etree.Element) if element.get("aria-hidden") == "true"]
    whole = _letters(shown) if silent else 0
    _drop([element for element in silent if element.tag not in _BODIES and _letters(element) < _MOST_HIDDEN * whole])
    return shown
