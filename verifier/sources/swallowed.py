"""What broken markup keeps from every reader: the page behind a comment, a script or a quotation mark never closed.

A parser reads on without a word of it, so the text as it came is looked through, tag by tag and once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import unescape

from verifier.errors import ParseError
from verifier.sources.profiles import Profile, Trust, label_of

_OPENED = re.compile(r"<(?:!--|([A-Za-z][A-Za-z0-9]*))")
_NEXT_VALUE = re.compile(r"[^>=]*")
_QUOTED = re.compile(r"=\s*([\"'])")
_SILENT = ("script", "style", "textarea", "select", "title", "template", "iframe", "xmp", "noframes")
_OPENS = {name: re.compile(rf"<{name}[\s>]", re.IGNORECASE) for name in _SILENT} | {"!--": re.compile("<!--")}
_CLOSES = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in _SILENT} | {"!--": re.compile("-->")}
_MOST = 0.15  # share of the page's letters behind a mark that nothing closes
_FEWEST = 200  # letters; below it a share says nothing


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A stretch of a page that its markup keeps from readers, and surely not by design."""

    text: str
    closed: bool  # by the end of another such stretch, further on

    @property
    def pieces(self) -> list[str]:
        """The words between its tags."""
        first, *rest = self.text.split("<")
        printed = (unescape(one).strip() for one in (first, *(part.partition(">")[2] for part in rest)))
        return [one for one in printed if one]


def _values(text: str, at: int) -> tuple[int, list[Swallowed]]:
    """Return where a start tag ends, and the values in it that hold other tags; *at* stands behind its name."""
    met: list[Swallowed] = []
    while True:
        at = _NEXT_VALUE.match(text, at).end()  # type: ignore[union-attr]  # matches everywhere
        if at >= len(text) or text[at] == ">":
            return at + 1, met
        quoted = _QUOTED.match(text, at)
        if quoted is None:
            at += 1
            continue
        end = text.find(quoted[1], quoted.end())
        value = text[quoted.end() : end if end >= 0 else len(text)]
        if end < 0 or "</" in value:
            met.append(Swallowed(value, closed=end >= 0))
        if end < 0:
            return len(text), met
        at = end + 1


def swallowed_in(text: str) -> Iterator[Swallowed]:
    """Yield the stretches that a comment, a silent element or a quoted value takes in though it was never closed.

    One that ends only where the next of its kind does holds the beginning of that one. Linear in the text's length.
    """
    at = 0
    while opened := _OPENED.search(text, at):
        name, at = (opened[1] or "!--").lower(), opened.end()
        if name != "!--":
            at, values = _values(text, at)
            yield from values
        if name not in _CLOSES:
            continue
        end = _CLOSES[name].search(text, at)
        inside = text[at : end.start() if end else len(text)]
        if end is None or _OPENS[name].search(inside):
            yield Swallowed(inside, closed=end is not None)
        if end is None:
            return
        at = end.end()


def _holds_label(pieces: Sequence[str], labels: AbstractSet[str], profiles: Sequence[Profile]) -> bool:
    """Return whether one of the pieces begins with a label of this record."""
    hits = (label_of(piece, piece[:120], profiles) for piece in pieces)
    return any(hit and (hit.plain in labels or hit.profile.trust is Trust.ALWAYS) for hit in hits)


def expect_nothing_swallowed(text: str, read: int, labels: AbstractSet[str], profiles: Sequence[Profile]) -> None:
    """Raise ParseError (``suspicious_change``) where broken markup takes turns of this record, or much of the page.

    *read* is how many letters were read, *labels* are the plain labels that were believed in them.
    """
    for one in swallowed_in(text):
        pieces = one.pieces
        letters = 0 if one.closed else sum(sum(map(str.isalnum, piece)) for piece in pieces)
        if _holds_label(pieces, labels, profiles) or (letters > _FEWEST and letters > _MOST * (read + letters)):
            raise ParseError("broken HTML swallows a part of the page", outcome="suspicious_change")
