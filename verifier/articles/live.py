"""Live blogs: entries in the page's order, each led by the line that tells its time."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lxml import etree
from lxml.html import HtmlElement

from verifier.articles.metadata import kinds_of
from verifier.articles.parts import Part
from verifier.articles.tree import names_of

FLAG = "live_blog"

_NAME = re.compile(r"(?:.*-)?(?:live-?(?:blog|ticker|feed|updates|stream|entry|post|text)|ticker|timeline)(?:-.*)?")
_CLOCK = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-4])\s?(?:[:.h]|\buhr\b)\s?(?:[0-5]\d)?(?!\d|[./]\d)\s?(?:uhr\b|[ap]\.?m\b|gmt|utc|bst|cet)?",
    re.IGNORECASE,
)
_TIME_LINE = 10  # words
_FEWEST = 3  # entries with a time that show a live blog where nothing names it
_NEAR = 6  # blocks between a time and the text of its entry: headline, author, share


def is_live(tree: HtmlElement) -> bool:
    """Return whether a page calls itself a live blog, in its data or by the names of its elements."""
    if "LiveBlogPosting" in kinds_of(tree):
        return True
    return any(_NAME.fullmatch(name) for element in tree.iter(etree.Element) for name in names_of(element))


def _is_time_line(part: Part) -> bool:
    """Return whether a part says little more than a time of day."""
    return len(part.words) <= _TIME_LINE and (part.block.timed or _CLOCK.match(part.block.text) is not None)


def time_lines(parts: Sequence[Part], taken: Collection[int]) -> set[int]:
    """Return the numbers of the time lines that each lead to an accepted part before the next time line.

    There are none where they are fewer than three: an article has a time of publication and one of change.
    """
    found: set[int] = set()
    waiting: int | None = None
    for number, part in enumerate(parts):
        if _is_time_line(part):
            waiting = number
        elif number in taken and len(part.words) > _FEWEST and waiting is not None:
            if number - waiting <= _NEAR:
                found.add(waiting)
            waiting = None
    return found if len(found) >= _FEWEST else set()
