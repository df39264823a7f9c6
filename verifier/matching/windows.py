"""Cutting the stretch of a record around a candidate out of its turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn

MARGIN = 700  # characters on each side of a passage, so that a quotation may begin before it


def around(span: Span, quoted_characters: int) -> Span:
    """Return *span* widened by a margin, and by twice the quotation's own length."""
    margin = max(MARGIN, 2 * quoted_characters)
    return Span(max(0, span.start - margin), span.end + margin)


def crop(turns: Sequence[PlacedTurn], window: Span) -> tuple[PlacedTurn, ...]:
    """Return the turns with what lies outside *window* cut off, at white space, places kept."""
    return tuple(piece for turn in turns if (piece := _crop_one(turn, window)) is not None)


def _crop_one(placed: PlacedTurn, window: Span) -> PlacedTurn | None:
    if not placed.span.meets(window):
        return None
    if window.holds(placed.span):
        return placed
    text = placed.turn.text
    start = max(0, window.start - placed.span.start)
    end = min(len(text), window.end - placed.span.start)
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    if start >= end:
        return None
    place = Span(placed.span.start + start, placed.span.start + end)
    return PlacedTurn(placed.number, place, replace(placed.turn, text=text[start:end]))
