"""The words of a stretch of a transcript, ready for comparison."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn
from verifier.text.folding import fold
from verifier.text.records import silent

_FULL_STOP = re.compile(r"[.!?…]")
_CLAUSE_MARK = re.compile(r"[,;:.!?…—–()\"“”„«»]| - |--")
_ABBREVIATED = frozenset(
    """mr mrs ms dr prof st gen sen rep gov jr sr no vs nr bzw ca abs art lt col adm
    jan feb aug sept oct nov dec""".split()
)


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The folded words of consecutive turns; places are offsets into the transcript's text."""

    turns: tuple[PlacedTurn, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    homes: tuple[int, ...]  # for each word the index in ``turns``
    silent: frozenset[int]  # words that news may drop: stage notes, stubs, corrections

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def speaker(self, index: int) -> str | None:
        """Return who speaks word *index*, None where the record does not say."""
        return self.turns[self.homes[index]].turn.speaker

    def words_within(self, span: Span) -> tuple[str, ...]:
        """Return the words printed wholly inside *span*."""
        first, last = bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)
        return self.words[first:last]

    def printed(self, first: int, last: int) -> str:
        """Return words *first* to *last* (half-open) as the record prints them."""
        return self.cut_out(Span(self.starts[first], self.ends[last - 1]))

    def cut_out(self, span: Span) -> str:
        """Return the transcript's text between two places inside these turns."""
        pieces = []
        for placed in self.turns:
            if placed.span.start < span.end and span.start < placed.span.end:
                base = placed.span.start
                pieces.append(placed.turn.text[max(0, span.start - base) : span.end - base])
        return "\n".join(pieces)

    def between(self, index: int) -> str:
        """Return what is printed between word *index* - 1 and word *index*; a line break between turns."""
        if index <= 0 or index >= len(self.words) or self.homes[index] != self.homes[index - 1]:
            return "\n"
        placed = self.turns[self.homes[index]]
        return placed.turn.text[self.ends[index - 1] - placed.span.start : self.starts[index] - placed.span.start]

    def opens_sentence(self, index: int) -> bool:
        """Return whether a sentence of the record begins with word *index*."""
        between = self.between(index)
        if between == "\n":
            return True
        if not _FULL_STOP.search(between):
            return False
        return not (between.startswith(".") and self.words[index - 1] in _ABBREVIATED)

    def opens_clause(self, index: int) -> bool:
        """Return whether a mark of punctuation stands before word *index*."""
        between = self.between(index)
        return between == "\n" or bool(_CLAUSE_MARK.search(between))

    def spoken(self, start: int, step: int, size: int) -> tuple[str, ...]:
        """Return up to *size* words from word *start* on by *step* (1 or -1), in reading order.

        Only words of the speaker of the word before the first; what news may drop is passed over.
        """
        speaker = self.speaker(min(max(start - step, 0), len(self) - 1))
        words: list[str] = []
        at = start
        while 0 <= at < len(self) and len(words) < size:
            if at not in self.silent and self.speaker(at) == speaker:
                words.append(self.words[at])
            at += step
        return tuple(words[::step])

    def after(self, index: int, characters: int) -> str:
        """Return what the same turn prints after word *index*."""
        placed = self.turns[self.homes[index]]
        start = self.ends[index] - placed.span.start
        return placed.turn.text[start : start + characters]


def read_record(turns: Sequence[PlacedTurn], lang: str) -> RecordWords:
    """Return the words of *turns*, each folded in its own language where it names one."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    homes: list[int] = []
    dropped: list[int] = []
    for number, placed in enumerate(turns):
        folded = fold(placed.turn.text, placed.turn.lang or lang)
        base, offset = len(words), placed.span.start
        words += folded.words
        starts += [offset + start for start in folded.starts]
        ends += [offset + end for end in folded.ends]
        homes += [number] * len(folded)
        dropped += [base + i for i, skipped in enumerate(silent(folded, placed.turn.text)) if skipped]
    return RecordWords(tuple(turns), tuple(words), tuple(starts), tuple(ends), tuple(homes), frozenset(dropped))
