"""Passages: the stretches of a transcript that are indexed and put up for comparison.

A turn longer than PASSAGE_WORDS folded words is cut into even pieces; shorter turns that follow each
other share a passage as long as they fit. Passages never overlap, and every word of the transcript
(stage notes included: they are said by nobody but hinder no search) stands in exactly one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Transcript
from verifier.retrieve.terms import PASSAGE_WORDS, pairs_of
from verifier.text.folding import Folded, fold

_SENTENCE_END = re.compile(r"[.!?…][”’»\")\]]*\s+")
_SENTENCE_REACH = PASSAGE_WORDS // 5  # words that a border is moved at most to begin a sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one transcript with its index terms."""

    span: Span  # in the transcript's text
    words: tuple[str, ...]  # folded, in order
    pairs: tuple[str, ...]  # adjacent within a turn; the pair over the passage's end belongs to it
    speakers: tuple[str, ...]  # names of the turns it touches, in order, each once

    @property
    def terms(self) -> tuple[str, ...]:
        """The words, then the pairs."""
        return self.words + self.pairs


def cut_passages(transcript: Transcript) -> tuple[Passage, ...]:
    """Return the passages of *transcript* in the order of its text; none where it has no words."""
    passages: list[Passage] = []
    group: list[tuple[PlacedTurn, Folded]] = []
    grouped = 0
    for placed in transcript.placed():
        folded = fold(placed.turn.text, placed.turn.lang or transcript.record.lang)
        if grouped + len(folded) > PASSAGE_WORDS:
            passages.extend(_grouped(group))
            group, grouped = [], 0
        if len(folded) > PASSAGE_WORDS:
            passages.extend(_pieces(placed, folded))
        elif folded.words:
            group.append((placed, folded))
            grouped += len(folded)
    passages.extend(_grouped(group))
    return tuple(passages)


def _grouped(group: list[tuple[PlacedTurn, Folded]]) -> Iterator[Passage]:
    """Yield the one passage that the short turns of *group* share."""
    if not group:
        return
    words = [word for _, folded in group for word in folded.words]
    pairs = [pair for _, folded in group for pair in pairs_of(folded.words)]
    span = Span(group[0][0].span.start, group[-1][0].span.end)
    speakers = dict.fromkeys(placed.turn.speaker for placed, _ in group if placed.turn.speaker)
    yield Passage(span, tuple(words), tuple(pairs), tuple(speakers))


def _pieces(placed: PlacedTurn, folded: Folded) -> Iterator[Passage]:
    """Yield a long turn's even pieces; a piece ends where the next one's first word begins."""
    text = placed.turn.text
    speakers = (placed.turn.speaker,) if placed.turn.speaker else ()
    for first, last in pairwise(_borders(folded, text)):
        start = folded.starts[first] if first else 0
        end = folded.starts[last] if last < len(folded) else len(text)
        words = folded.words[first:last]
        pairs = pairs_of(folded.words[first : last + 1])
        yield Passage(Span(start, end).shift(placed.span.start), words, tuple(pairs), speakers)


def _borders(folded: Folded, text: str) -> list[int]:
    """Return the word numbers at which the pieces of a long turn begin, and the number of its words."""
    total = len(folded)
    pieces = -(-total // PASSAGE_WORDS)
    even = [piece * total // pieces for piece in range(1, pieces)]
    moved = (_sentence_start(folded, text, border) for border in even)
    return [0, *dict.fromkeys(border for border in moved if border < total), total]


def _sentence_start(folded: Folded, text: str, border: int) -> int:
    """Return the word nearest to *border* that begins a sentence, else one that begins a printed word.

    Quotations mostly begin with a sentence: cut there, fewer of them cross from one passage into the next.
    """
    starts = folded.starts
    first, last = border - _SENTENCE_REACH, border + _SENTENCE_REACH
    begins = [bisect_left(starts, found.end()) for found in _SENTENCE_END.finditer(text, starts[first], starts[last])]
    if begins:
        return min(begins, key=lambda near: abs(near - border))
    # The words of one contraction share a printed place: "isn't" is not cut in two.
    while border < len(folded) and starts[border] == starts[border - 1]:
        border += 1
    return border
