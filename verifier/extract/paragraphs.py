"""The layout of an article: its paragraphs as spans, whatever ends its lines."""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.model.text import Span

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]")
_LOWER_LINES = 0.3  # in text wrapped at a fixed width at least this share of lines goes on in lower case


def _lines(text: str) -> list[Span]:
    """Return every line without its line end, empty ones too."""
    lines: list[Span] = []
    start = 0
    for found in _LINE_END.finditer(text):
        lines.append(Span(start, found.start()))
        start = found.end()
    lines.append(Span(start, len(text)))
    return lines


def _trimmed(text: str, span: Span) -> Span:
    """Return *span* without white space at its edges."""
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Return whether the lines are cut at a fixed width, so that only an empty line ends a paragraph."""
    follows = [
        after.cut(text).lstrip()[:1]
        for before, after in pairwise(lines)
        if before.cut(text).strip() and after.cut(text).strip()
    ]
    lower = sum(first.islower() for first in follows)
    return lower >= 2 and lower >= _LOWER_LINES * len(follows)


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text* in order, trimmed, empty ones left out.

    Each line is one, as web pages are extracted; where the lines are cut at a fixed width, a run of
    lines up to an empty one is.
    """
    lines = [_trimmed(text, line) for line in _lines(text)]
    if not _wrapped(text, lines):
        return tuple(line for line in lines if line.start < line.end)
    joined: list[Span] = []
    open_run = False
    for line in lines:
        if line.start == line.end:
            open_run = False
        elif open_run:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
            open_run = True
    return tuple(joined)
