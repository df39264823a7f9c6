"""The layout of an article: its paragraphs as spans, whatever ends its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from verifier.model.text import Span
from verifier.text.marks import MARK

_ENDS = "\n\r\u2028\u2029\u0085\u000b\u000c"
_LINE = re.compile(rf"[^{_ENDS}\s][^{_ENDS}]*")  # from its first visible character on
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]")
_STAGE_NOTE = re.compile(r"[(\[][A-Z][A-Z .-]*[)\]]")  # "(CROSSTALK.)": nobody's words
_LOWER_LINES = 0.3  # in text wrapped at a fixed width at least this share of lines goes on in lower case


def _lines(text: str) -> list[Span]:
    """Return every line that is not blank, trimmed."""
    return [Span(found.start(), found.start() + len(found.group().rstrip())) for found in _LINE.finditer(text)]


def _next_to(text: str, before: Span, after: Span) -> bool:
    """Return whether no blank line stands between two lines."""
    gap = text[before.end : after.start]
    return len(gap) < 200 and len(_LINE_END.findall(gap)) == 1


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Return whether the lines are cut at a fixed width, so that only an empty line ends a paragraph."""
    follows = [text[after.start] for before, after in pairwise(lines) if _next_to(text, before, after)]
    lower = sum(first.islower() for first in follows)
    return lower >= 2 and lower >= _LOWER_LINES * len(follows)


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text* in order, trimmed, blank ones left out.

    Each line is one, as web pages are extracted; where the lines are cut at a fixed width, a run of
    lines up to an empty one is.
    """
    lines = _lines(text)
    if not _wrapped(text, lines):
        return tuple(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _next_to(text, before, line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def parts_by_paragraph(text: str, span: Span, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return what each paragraph holds of a quotation, without the marks that open it again; one part where it is one.

    *paragraphs* are those of ``paragraphs_of(text)``.
    """
    first = max(0, bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1)
    parts: list[Span] = []
    for paragraph in paragraphs[first:]:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if start >= end:
            break
        reopened = MARK.match(text, start, end) if start > span.start else None
        start = reopened.end() if reopened else start
        words = text[start:end].strip()
        if any(character.isalnum() for character in words) and not _STAGE_NOTE.fullmatch(words):
            start += text[start:end].index(words)
            parts.append(Span(start, start + len(words)))
    return tuple(parts) or (span,)
