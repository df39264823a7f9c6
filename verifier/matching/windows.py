"""Cutting the stretches of a record around candidates out of its turns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn

MARGIN = 150  # characters on each side of a passage, so that a quotation may begin before it
MARKED_MARGIN = 700  # where an ellipsis may leave out much


def around(span: Span, quoted_characters: int, *, marked: bool = False) -> Span:
    """Return *span* widened by a margin and by the quotation's own length, more where it marks omissions."""
    margin = max(MARKED_MARGIN, 2 * quoted_characters) if marked else MARGIN + (3 * quoted_characters) // 2
    return Span(max(0, span.start - margin), span.end + margin)


def crop(turns: Sequence[PlacedTurn], window: Span) -> tuple[PlacedTurn, ...]:
    """Return the turns with what lies outside *window* cut off, at white space, places kept."""
    return tuple(piece for turn in turns if (piece := _crop_one(turn, window)) is not None)


def unnamed(turns: Sequence[PlacedTurn]) -> tuple[PlacedTurn, ...]:
    """Return the turns without their speakers, for words that run on from one into the next."""
    return tuple(replace(placed, turn=replace(placed.turn, speaker=None)) for placed in turns)


def merged(windows: Iterable[Span]) -> list[Span]:
    """Return the windows in the order of the text, those that touch joined."""
    joined: list[Span] = []
    for window in sorted(windows):
        if joined and window.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, window.end))
        else:
            joined.append(window)
    return joined


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
