"""Where the blocks of a page stand: under which names, in which box, in which article, and in which region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from verifier.articles.boxes import is_box, may_be_box

_MOST_IN_BOX = 0.4  # of the article's letters; what holds more is no box, whatever its name
_REGION_SHARE = 0.7  # of the article's letters that its innermost region holds
_WHOLE = frozenset({"html", "body", "main"})


@dataclass(frozen=True, slots=True)
class Place:
    """What the elements around a block say about it."""

    path: int  # equal for elements under equal tags and names
    boxed: bool = False  # surely no part of the article
    doubtful: bool = False
    article: HtmlElement | None = None  # the nearest <article>
    quoted: bool = False  # in a <blockquote>


_ABOVE_ALL = Place(0)


def weights_of(root: HtmlElement, letters: Iterable[tuple[HtmlElement, int]]) -> dict[HtmlElement, int]:
    """Return for every element under *root* how many of the letters, given by element, it holds in all."""
    order = list(root.iter(etree.Element))
    weights = dict.fromkeys(order, 0)
    for home, count in letters:
        weights[home] += count
    for element in reversed(order):
        parent = element.getparent()
        if parent in weights:
            weights[parent] += weights[element]
    return weights


def _path_key(above: int, element: HtmlElement) -> tuple[int, str, str]:
    """Return what tells an element's path from others: its parent's, its tag, its class without numbers."""
    names = "".join(character for character in element.get("class") or "" if not character.isdecimal())
    return above, str(element.tag), names


def _paths_of(root: HtmlElement) -> dict[HtmlElement, int]:
    """Return the number of every element's path, equal for equal ones."""
    known: dict[tuple[int, str, str], int] = {}
    paths: dict[HtmlElement, int] = {}
    for element in root.iter(etree.Element):
        above = 0 if element is root else paths[element.getparent()]
        paths[element] = known.setdefault(_path_key(above, element), len(known) + 1)
    return paths


def places_of(root: HtmlElement, weights: Mapping[HtmlElement, int]) -> dict[HtmlElement, Place]:
    """Return the place of every element under *root*.

    *weights* tell how many of the article's letters each holds: where the elements of one path hold a
    good part of them they are no boxes. Picture stories are told in captions, match reports in "comments".
    """
    paths = _paths_of(root)
    totals: dict[int, int] = {}
    for element, path in paths.items():
        totals[path] = totals.get(path, 0) + weights[element]
    most = _MOST_IN_BOX * weights[root]
    places: dict[HtmlElement, Place] = {}
    for element, path in paths.items():
        above = _ABOVE_ALL if element is root else places[element.getparent()]
        small = element.tag not in _WHOLE and totals[path] <= most
        places[element] = Place(
            path,
            above.boxed or (small and is_box(element)),
            above.doubtful or (small and may_be_box(element)),
            element if element.tag == "article" else above.article,
            above.quoted or element.tag == "blockquote",
        )
    return places


def region_of(root: HtmlElement, weights: Mapping[HtmlElement, int], share: float = _REGION_SHARE) -> HtmlElement:
    """Return the innermost element that holds at least *share* of the letters."""
    region = root
    while True:
        inner = max(region.iterchildren(etree.Element), key=lambda child: weights[child], default=None)
        if inner is None or weights[inner] < max(1, share * weights[root]):
            return region
        region = inner


def scope_of(region: HtmlElement, root: HtmlElement) -> HtmlElement:
    """Return the nearest element around *region* that the page declares as its article, else the region."""
    around = region
    while around is not None and around is not root:
        declared = f"{around.get('role') or ''} {around.get('itemprop') or ''}".lower()
        if around.tag in {"article", "main"} or "articlebody" in declared or "main" in declared.split():
            return around
        around = around.getparent()
    return region
