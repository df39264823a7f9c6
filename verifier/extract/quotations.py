"""The finder of quoted runs: all mark styles, nested, unclosed, and reopened over paragraphs.

One pass over the marks of each paragraph with a stack of open ones: time is linear in the text,
whatever marks it holds. Marks inside a quotation belong to its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.extract.paragraphs import paragraphs_of
from verifier.model.text import Span
from verifier.text.marks import APOSTROPHES, MARK, SPACED, QuotationMarks, family

_BEFORE_OPENING = frozenset("([{<—–-/:;,.…=|>*_")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "".join(chr(code) for code in (*range(9, 14), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)))
_EDGE = _SPACES + "\u2028\u2029\u202f\u205f\u3000" + _INVISIBLE
# '90s, 'em, 'tis: an apostrophe that stands for missing letters.
_CLIPPED = re.compile(r"\d\d?s?\b|(?:em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,40}:(?=\s)")  # "SEN. WARREN: "
_TAG = re.compile(r"<[a-zA-Z/][^<>\n]{0,600}>")
_DEEP = 6  # how far down the stack of open marks a closing one is looked for


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quoted run: ``span`` its words, ``outer`` with the marks; ``closed`` is false where no mark ends it."""

    span: Span
    outer: Span
    closed: bool = True
    mark: str = '"'
    paragraphs: int = 1


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with what its neighbours allow it to be."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its closing one."""

    sign: str
    start: int
    end: int
    paragraphs: int = 1


def _neighbours(text: str, start: int, end: int, paragraph: Span) -> tuple[str, str]:
    """Return the visible characters around a mark; a space stands for the paragraph's edges."""
    left, right = start - 1, end
    while left >= paragraph.start and left > start - 5 and text[left] in _INVISIBLE:
        left -= 1
    while right < paragraph.end and right < end + 4 and text[right] in _INVISIBLE:
        right += 1
    return (
        text[left] if left >= paragraph.start else " ",
        text[right] if right < paragraph.end else " ",
    )


def _read(found: re.Match[str], text: str, paragraph: Span, marks: QuotationMarks) -> _Mark | None:
    """Return a mark with its possible roles; None for an apostrophe, a prime or a clipped word."""
    sign, start, end = found.group(), found.start(), found.end()
    left, right = _neighbours(text, start, end, paragraph)
    edge = left.isspace() or left in _BEFORE_OPENING or bool(MARK.match(left))
    opens = edge and not right.isspace()
    closes = not left.isspace() and (not right.isalnum() or left in ".,?!…")
    if sign in APOSTROPHES:
        if left.isalnum() and right.isalnum():
            return None
        opens = opens and sign != "’" and not _CLIPPED.match(text, end)
        closes = closes and sign != "‛" and not right.isalnum()
    elif sign in SPACED:
        opens, closes = True, True
    elif sign in marks.openings:
        if start + len(sign) == paragraph.end and start > paragraph.start:
            return _Mark(sign, start, end, opens=False, closes=True)  # nothing follows: “I’m glad. “
        opens = opens or not closes
    elif sign == "”":
        closes = not left.isspace() or not opens
    elif not opens and not closes:
        # Glued on both sides, or free on both: only a quotation already open can tell. 6" is a prime.
        opens, closes = left.isspace(), True
    return _Mark(sign, start, end, opens, closes) if opens or closes else None


def _outside(matches: Iterable[re.Match[str]], tags: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the marks that stand in no markup left in the text: <a href="…">."""
    place = 0
    for match in matches:
        while place < len(tags) and tags[place][1] <= match.start():
            place += 1
        if place == len(tags) or match.start() < tags[place][0]:
            yield match


def _ahead(signs: Sequence[_Mark]) -> tuple[list[int], list[int]]:
    """Return, for each mark, what comes after it: closings minus openings of doubles, closing singles."""
    doubles, singles = 0, 0
    balance, closing = [0] * len(signs), [0] * len(signs)
    for number in range(len(signs) - 1, -1, -1):
        balance[number], closing[number] = doubles, singles
        mark = signs[number]
        if family(mark.sign) == "single":
            singles += mark.closes
        elif mark.opens != mark.closes:
            doubles += 1 if mark.closes else -1
    return balance, closing


@dataclass(slots=True)
class _Paragraph:
    """The pass over one paragraph: its marks, the stack of those still open, and the runs found."""

    text: str
    span: Span
    marks: QuotationMarks
    stack: list[_Open] = field(default_factory=list)
    found: list[Quoted] = field(default_factory=list)

    def read(self, start: int) -> None:
        """Find the runs closed between *start* and the paragraph's end."""
        matches = MARK.finditer(self.text, start, self.span.end)
        tags = [found.span() for found in _TAG.finditer(self.text, start, self.span.end)]
        signs = [mark for match in _outside(matches, tags) if (mark := _read(match, self.text, self.span, self.marks))]
        balance, singles = _ahead(signs)
        for number, mark in enumerate(signs):
            place = self._closed_by(mark, singles[number]) if mark.closes else None
            if place is not None:
                opened = self.stack[place]
                del self.stack[place:]
                if not self.stack:
                    self._keep(opened, mark.start, mark.end)
            elif mark.opens:
                self._open(mark, balance[number], singles[number])

    def _closed_by(self, mark: _Mark, singles: int) -> int | None:
        """Return the place in the stack of what *mark* closes, searching from the top."""
        for place in range(len(self.stack) - 1, max(-1, len(self.stack) - 1 - _DEEP), -1):
            if self.marks.closes(self.stack[place].sign, mark.sign):
                genitive = mark.sign in APOSTROPHES and singles > 0 and self._genitive(mark)
                return None if genitive else place
        return None

    def _genitive(self, mark: _Mark) -> bool:
        """Return whether a closing apostrophe reads as a plural's genitive: "the states' rights"."""
        after = self.text[mark.end : mark.end + 2]
        return self.text[mark.start - 1] in "sS" and after[:1] == " " and after[1:].islower()

    def _open(self, mark: _Mark, balance: int, singles: int) -> None:
        """Push *mark*: nested where enough closings follow, else in place of one never closed."""
        if family(mark.sign) == "single":
            if mark.sign in APOSTROPHES and singles < 1 and mark.start != self.span.start:
                return
        elif self.stack and self.stack[-1].sign == mark.sign and balance <= len(self.stack):
            self.stack.clear()  # too few closings for both: the earlier one was never closed
        self.stack.append(_Open(mark.sign, mark.start, mark.end))

    def _keep(self, opened: _Open, end: int, outer_end: int, *, closed: bool = True) -> None:
        """Add the run from *opened* to *end*, trimmed; nothing where it holds no word."""
        content = self.text[opened.end : end]
        start = opened.end + len(content) - len(content.lstrip(_EDGE))
        # The comma before the cue belongs to the article: “… for his country,” Kirby claimed.
        stop = opened.end + len(content.rstrip(_EDGE).removesuffix(",").rstrip(_EDGE))
        if start < stop and any(character.isalnum() for character in content[:200]):
            outer = Span(opened.start, outer_end)
            self.found.append(Quoted(Span(start, stop), outer, closed, opened.sign, opened.paragraphs))

    def end(self, following: Span | None) -> _Open | None:
        """Return the open quotation that the next paragraph takes up again, else keep it as unclosed."""
        opened = self.stack[0] if self.stack else None
        if opened is None:
            return None
        if following is not None and _reopened(self.text, following, opened):
            return replace(opened, paragraphs=opened.paragraphs + 1)
        if family(opened.sign) == "double":
            self._keep(opened, self.span.end, self.span.end, closed=False)
        return None


def _reopened(text: str, paragraph: Span, opened: _Open) -> bool:
    """Return whether *paragraph* begins with the mark that *opened* began with."""
    if LABEL.match(text, paragraph.start + len(opened.sign)):
        return False  # a printed dialogue opens each turn anew: "PENCE: Well, look …
    if opened.sign == "«" and text.startswith("»", paragraph.start):
        return True  # French papers may lead each paragraph of one quotation with the closing mark
    return text.startswith(opened.sign, paragraph.start)


def find_quotations(text: str, marks: QuotationMarks, paragraphs: Sequence[Span] | None = None) -> tuple[Quoted, ...]:
    """Return every outermost quoted run of *text*, in order, never overlapping.

    A mark never closed ends at its paragraph; where the next paragraph opens with the same mark
    again, the run goes on through it as one.
    """
    places = paragraphs_of(text) if paragraphs is None else paragraphs
    found: list[Quoted] = []
    carried: _Open | None = None
    for number, place in enumerate(places):
        reader = _Paragraph(text, place, marks, [carried] if carried else [])
        reader.read(place.start + len(carried.sign) if carried else place.start)
        carried = reader.end(places[number + 1] if number + 1 < len(places) else None)
        found.extend(reader.found)
    return tuple(found)
