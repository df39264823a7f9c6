"""Which blocks of a page are its article.

An extraction library and the page's own JSON-LD say what belongs; the text itself is always read
from the page's blocks, so that other markup around the same paragraphs gives the same paragraphs.
What the library loses is restored where the page's structure shows that it is the article's: peers
of accepted paragraphs, and quoted words inside the article's element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from verifier.articles.blocks import walk
from verifier.articles.boxes import is_headline_link, leads_elsewhere
from verifier.articles.live import FLAG as LIVE_BLOG
from verifier.articles.live import time_lines
from verifier.articles.parts import Part, words_of
from verifier.articles.places import Place, places_of, region_of, scope_of, weights_of

MARK = re.compile("[“”„«»\"‹›]|''|``")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»“)\]]*$|[”»“\"]$")
_GRAM = 4  # words
_SAME = 0.75  # share of a block's runs of words that the library's text holds
_LONG = 8  # words from which a block is a paragraph and not a label
_ENOUGH = 25  # words the library must find; below it the page is read by its structure alone
_SKIPPED = frozenset({"head", "button", "rt", "rp"})  # the last two tell how the words before them are read
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_HEAD_BLOCKS = 15


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article's parts in order, the lines shortly before its first paragraph, and what was met in it."""

    parts: list[Part]
    head: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def _grams(words: Sequence[str]) -> Iterator[int]:
    """Yield the hash of every run of four words."""
    for start in range(len(words) - _GRAM + 1):
        yield hash(tuple(words[start : start + _GRAM]))


def _accepted(parts: Sequence[Part], known: Iterable[str]) -> set[int]:
    """Return the numbers of the parts that stand in *known* lines, whole or for the most part."""
    lines = {" ".join(words_of(line)): line for line in known}
    keys = {part.key for part in parts}
    grams = {gram for key in lines if key not in keys for gram in _grams(key.split(" "))}
    found = set()
    for number, part in enumerate(parts):
        if part.key in lines:
            found.add(number)
        elif grams and len(part.words) > _GRAM:
            met = sum(gram in grams for gram in _grams(part.words))
            if met >= _SAME * (len(part.words) - _GRAM + 1):
                found.add(number)
    return found


def _is_sentence(part: Part) -> bool:
    """Return whether a part reads like running text and not like a label or a link."""
    marked = MARK.search(part.block.text) is not None
    ended = _SENTENCE_END.search(part.block.text) is not None
    whole = ended or len(part.words) >= (_LONG if marked else _ENOUGH)
    return part.block.linked <= 0.5 and len(part.words) >= 2 and whole


def _weighed(parts: Sequence[Part], numbers: Iterable[int]) -> list[tuple[HtmlElement, int]]:
    """Return the homes of some parts with the letters of each."""
    return [(parts[number].block.home, len(parts[number].block.text)) for number in numbers]


def _by_structure(root: HtmlElement, parts: Sequence[Part]) -> set[int]:
    """Return the numbers of the paragraphs in the page's richest region, where no library helped."""
    running = [n for n, part in enumerate(parts) if len(part.words) >= _LONG and _is_sentence(part)]
    weights = weights_of(root, _weighed(parts, running))
    places = places_of(root, weights)
    free = [n for n in running if not (places[parts[n].block.home].boxed or places[parts[n].block.home].doubtful)]
    weights = weights_of(root, _weighed(parts, free))
    inside = set(region_of(root, weights, 0.6).iter())
    return {number for number in free if parts[number].block.home in inside}


@dataclass(frozen=True, slots=True)
class _Restoring:
    """What is known of the accepted parts when lost ones are looked for."""

    parts: Sequence[Part]
    places: dict[HtmlElement, Place]
    long: list[int]  # numbers of accepted paragraphs
    taken: set[int]  # numbers of all accepted parts
    scope: frozenset[HtmlElement]  # every element inside the article's own
    live: bool
    paths: frozenset[int]  # of accepted paragraphs and headings
    parents: frozenset[HtmlElement | None]  # of accepted paragraphs
    articles: frozenset[HtmlElement | None]  # the elements <article> that hold accepted paragraphs

    def reach(self) -> range:
        """Return the numbers from the first to the last part that no other article's heading sets apart."""
        first, last = self.long[0], self.long[-1]
        while first > 0 and not self._parts_articles(first - 1):
            first -= 1
        while last + 1 < len(self.parts) and not self._parts_articles(last + 1):
            last += 1
        return range(first, last + 1)

    def _parts_articles(self, number: int) -> bool:
        """Return whether a part heads another article: a first heading, or one that is a link."""
        block = self.parts[number].block
        return not self.live and (block.home.tag == "h1" or (block.home.tag in _HEADINGS and block.linked > 0.5))

    def found(self) -> set[int]:
        """Return the numbers of the parts to be restored."""
        return {number for number in self.reach() if number not in self.taken and self._belongs(number)}

    def _belongs(self, number: int) -> bool:
        """Return whether a part that was not accepted stands where the article's parts stand."""
        part, inside = self.parts[number], self.long[0] <= number <= self.long[-1]
        home, place = part.block.home, self.places[part.block.home]
        if place.boxed or place.doubtful or not (self.live or place.article in self.articles):
            return False
        peer = place.path in self.paths
        if home.tag in _HEADINGS:
            return peer and inside
        if not _is_sentence(part):
            return False
        marked = MARK.search(part.block.text) is not None
        if peer:
            # After the last accepted one, siblings are notices, unless they quote or open another part of the page.
            return inside or marked or (home.getparent() not in self.parents and len(part.words) >= _LONG)
        return home in self.scope and (marked or (place.quoted and inside))


def _restoring(
    parts: Sequence[Part],
    places: dict[HtmlElement, Place],
    long: list[int],
    taken: set[int],
    scope: frozenset[HtmlElement],
    live: bool,
) -> _Restoring:
    """Return what is known of the accepted parts."""
    homes = [parts[number].block.home for number in long]
    heads = [home for number in taken if (home := parts[number].block.home).tag in _HEADINGS]
    return _Restoring(
        parts,
        places,
        long,
        taken,
        scope,
        live,
        paths=frozenset(places[home].path for home in (*homes, *heads)),
        parents=frozenset(home.getparent() for home in homes),
        articles=frozenset(places[home].article for home in homes),
    )


def _kept(part: Part, place: Place) -> bool:
    """Return whether an accepted part is the article's own text."""
    return not place.boxed and not leads_elsewhere(part.block.text, part.block.linked)


def _head(parts: Sequence[Part], first: int, places: dict[HtmlElement, Place]) -> tuple[str, ...]:
    """Return the lines shortly before the first paragraph, where an article says when it appeared."""
    before = [part.block for part in parts[max(0, first - _HEAD_BLOCKS) : first] if not places[part.block.home].boxed]
    return tuple(line for block in before for line in block.text.split("\n"))


def _without_links(parts: list[Part]) -> list[Part]:
    """Return the parts without headlines that are links, unless the article is a list of them."""
    links = {n for n, part in enumerate(parts) if is_headline_link(part.block.text, part.block.linked)}
    if sum(len(parts[n].words) for n in links) > 0.5 * sum(len(part.words) for part in parts):
        return parts
    return [part for number, part in enumerate(parts) if number not in links]


def parts_of(root: HtmlElement, lang: str = "en") -> list[Part]:
    """Return every block of the page under *root*, with its words."""
    return [Part(block, words_of(block.text)) for block in walk(root, skip=_SKIPPED, lang=lang)]


def choose(root: HtmlElement, parts: Sequence[Part], known: Iterable[str], *, live: bool = False) -> Chosen:
    """Return those of the *parts* of the page under *root* that are its article.

    *known* are lines of the article as an extraction library and the page's data give them; with none
    the page's structure decides. *live*: entries are articles of their own and all belong.
    """
    taken = _accepted(parts, known)
    if sum(len(parts[number].words) for number in taken) < _ENOUGH:
        taken = _by_structure(root, parts)
    weights = weights_of(root, _weighed(parts, taken))
    places = places_of(root, weights)
    long = sorted(n for n in taken if len(parts[n].words) >= _LONG and not places[parts[n].block.home].boxed)
    if not long:
        return Chosen([parts[n] for n in sorted(taken) if _kept(parts[n], places[parts[n].block.home])])
    scope = frozenset(scope_of(region_of(root, weights), root).iter())
    taken = {n for n in taken if long[0] <= n <= long[-1] or parts[n].block.home in scope}
    taken |= _restoring(parts, places, long, taken, scope, live).found()
    times = {n for n in time_lines(parts, taken) if not places[parts[n].block.home].boxed}
    kept = [parts[n] for n in sorted(taken | times) if _kept(parts[n], places[parts[n].block.home])]
    return Chosen(_without_links(kept), _head(parts, long[0], places), (LIVE_BLOG,) if times or live else ())
