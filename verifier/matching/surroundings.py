"""The record's own words at a place, and what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Rendition

_INTERPRETED = re.compile(
    r"\((?:as (?:interpreted|translated)|through (?:an |the )?(?:interpreter|interpretation|translator))\.?\)",
    re.IGNORECASE,
)
_CONTEXT = 240  # characters of context kept on each side


def cut_turns(turns: Sequence[PlacedTurn], span: Span) -> str:
    """Return the record's text at *span*, across turns joined by one newline."""
    pieces = []
    for turn in turns:
        start, end = max(span.start, turn.span.start), min(span.end, turn.span.end)
        if start < end:
            pieces.append(turn.turn.text[start - turn.span.start : end - turn.span.start])
    return "\n".join(pieces)


def as_interpreted(turn: PlacedTurn, place: int) -> PlacedTurn:
    """Return the turn as an interpreter's words where its record notes so before the place: "(As interpreted.)"."""
    noted = turn.turn.rendition is None and _INTERPRETED.search(turn.turn.text, 0, max(0, place - turn.span.start))
    return replace(turn, turn=replace(turn.turn, rendition=Rendition.INTERPRETATION)) if noted else turn


def context_of(turns: Sequence[PlacedTurn], spans: Sequence[Span]) -> tuple[str, str]:
    """Return the record's text before the first and after the last matched word, whole words, within their turns."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before = next((t for t in turns if t.span.start <= first < t.span.end), None)
    after = next((t for t in turns if t.span.start < last <= t.span.end), None)
    left = _before(before, first) if before else ""
    right = _after(after, last) if after else ""
    return left, right


def _before(turn: PlacedTurn, place: int) -> str:
    end = place - turn.span.start
    left = turn.turn.text[max(0, end - _CONTEXT - 1) : end]
    return left[1:].partition(" ")[2] if len(left) > _CONTEXT else left


def _after(turn: PlacedTurn, place: int) -> str:
    start = place - turn.span.start
    right = turn.turn.text[start : start + _CONTEXT + 1]
    return right[:_CONTEXT].rpartition(" ")[0] if len(right) > _CONTEXT else right
