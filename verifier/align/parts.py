"""Cutting a statement's quotations at the marks by which an article owns up to a change.

An ellipsis, or the article's own cue between two quotations, separates parts. Words in square
brackets are the article's, "[sic]" and stage notes are nobody's, "[T]he" and "allow[ed]" are words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from verifier.model.article import Quotation
from verifier.model.text import Span
from verifier.text.folding import Folded, fold, fold_words
from verifier.text.records import is_stage_note, silent

_ELLIPSIS = re.compile(r"[\[(/]\s{0,3}(?:…|\.(?:\s?\.){1,5})\s{0,3}[\])/]|…+|(?<!\.[^\W\d_])\.(?:\s?\.){2,5}")
_SQUARE = re.compile(r"\[([^\[\]\n]{0,300})\]")
_ROUND = re.compile(r"\(([^()\n]{1,200})\)")
_LETTERS = re.compile(r"[^\W\d_]{1,4}")
_WORD = re.compile(r"\S+")
_SENTENCE_MARKS = re.compile(r"[.,;:!?](?=\s|$)")
# Passed over by folding: letters on both sides of it are one word.
_JOINER = "\u2060"
_LONGEST_WORD = 60  # characters a word of a cut quotation may have on average
_ASR_WORDS = 8  # fewer words without a mark are a fragment, not a caption


class Mark(StrEnum):
    """What separates a part from the one before it."""

    START = "start"
    ELLIPSIS = "ellipsis"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of quoted words between honest marks: word numbers, half-open, and the mark before them."""

    first: int
    last: int
    mark: Mark
    mark_text: str = ""
    mark_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that the article put into the quotation between square brackets, before quoted word ``before``."""

    before: int
    words: tuple[str, ...]
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A statement's quoted words in order, with their places in the article and its honest marks."""

    quotations: tuple[Quotation, ...]
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    parts: tuple[Part, ...]
    brackets: tuple[Bracket, ...]
    round_marks: tuple[Span, ...]  # words in round marks may be the article's
    pieced: frozenset[int]  # numbers of words that hold bracketed letters: "allow[ed]"
    silent: frozenset[int]  # numbers of words nobody said: "(laughs)"
    open_end: bool  # the quotation ends with an ellipsis
    unpunctuated: bool  # looks like a caption or speech recognition
    cut: bool  # longer than the policy allows; the rest was left off

    def printed(self, first: int, last: int) -> str:
        """Return quoted words *first* to *last* (half-open) as the article prints them."""
        return self.cut_out(Span(self.spans[first].start, self.spans[last - 1].end))

    def between(self, index: int) -> str:
        """Return what is printed between word *index* - 1 and word *index*; "" inside a contraction."""
        start, end = self.spans[index - 1].end, self.spans[index].start
        return self.cut_out(Span(start, end)) if start < end else ""

    def cut_out(self, span: Span) -> str:
        """Return what the quotations print between two places of the article."""
        pieces = []
        for quotation in self.quotations:
            base = quotation.span.start
            piece = quotation.text[max(0, span.start - base) : max(0, span.end - base)]
            if piece:
                pieces.append(piece)
        return " … ".join(pieces)


@dataclass(slots=True)
class _Reading:
    """What has been read of a statement so far."""

    words: list[str]
    spans: list[Span]
    parts: list[Part]
    brackets: list[Bracket]
    round_marks: list[Span]
    pieced: set[int]
    silent: set[int]
    open_end: bool = False
    cut: bool = False


def _shorten(text: str, words: int) -> tuple[str, bool]:
    """Return *text* up to its number of words, and whether it had more; bounds characters too."""
    last = next(islice(_WORD.finditer(text), words, words + 1), None) if len(text) > words else None
    end = min(last.start() if last else len(text), words * _LONGEST_WORD)
    return text[:end], end < len(text)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _touches_word(found: re.Match[str]) -> bool:
    """Whether a letter stands right before or after the bracket: its letters belong to a word."""
    text, (start, end) = found.string, found.span()
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _is_pieced(found: re.Match[str]) -> bool:
    return bool(_LETTERS.fullmatch(found[1])) and _touches_word(found)


def _mask_brackets(text: str) -> tuple[str, list[re.Match[str]], list[re.Match[str]]]:
    """Return *text* of equal length without brackets, the brackets that insert, and those that piece a word."""
    brackets = list(_SQUARE.finditer(text))
    pieced = [found for found in brackets if _is_pieced(found)]
    inserted = [f for f in brackets if not _is_pieced(f) and f[1].strip() and not is_stage_note(f[1])]
    masked = _SQUARE.sub(lambda f: _JOINER + f[1] + _JOINER if _is_pieced(f) else _blanked(f), text)
    return masked, inserted, pieced


def _read_quotation(reading: _Reading, quotation: Quotation, lang: str, room: int) -> None:
    """Add one quotation's words, parts and brackets to the reading."""
    text, cut = _shorten(quotation.text, room)
    reading.cut |= cut
    base, offset = len(reading.words), quotation.span.start
    ellipses = list(_ELLIPSIS.finditer(text))
    masked, inserted, pieced = _mask_brackets(_ELLIPSIS.sub(_blanked, text))
    folded = fold(masked, lang)
    reading.words += folded.words
    reading.spans += [Span(offset + start, offset + end) for start, end in zip(folded.starts, folded.ends, strict=True)]
    reading.silent |= {base + i for i, skipped in enumerate(silent(folded, masked)) if skipped}
    reading.round_marks += [Span(*found.span()).shift(offset) for found in _ROUND.finditer(masked)]
    for found in pieced:
        reading.pieced |= set(
            range(base + bisect_left(folded.ends, found.start()), base + bisect_left(folded.starts, found.end()))
        )
    for found in inserted:
        before = base + bisect_left(folded.starts, found.start())
        span = Span(*found.span()).shift(offset)
        reading.brackets.append(Bracket(before, tuple(fold_words(found[1], lang)), found.group(), span))
    _cut_parts(reading, folded, ellipses, base, offset)


def _cut_parts(reading: _Reading, folded: Folded, ellipses: list[re.Match[str]], base: int, offset: int) -> None:
    """Add the parts between the ellipses of one quotation; marks at its two ends separate nothing."""
    first, mark, text, span = 0, Mark.CUE if reading.parts else Mark.START, "", None
    reading.open_end = False
    for found in ellipses:
        last = bisect_left(folded.starts, found.start())
        if last > first:
            reading.parts.append(Part(base + first, base + last, mark, text, span))
        elif not reading.parts:
            continue
        mark, text, span, first = Mark.ELLIPSIS, found.group(), Span(*found.span()).shift(offset), last
    if first < len(folded):
        reading.parts.append(Part(base + first, base + len(folded), mark, text, span))
    elif ellipses:
        reading.open_end = True


def read_quoted(quotations: Sequence[Quotation], lang: str, most_words: int) -> QuotedWords:
    """Return the quoted words of one statement, at most *most_words*, cut into parts at honest marks."""
    reading = _Reading([], [], [], [], [], set(), set())
    for quotation in quotations:
        room = most_words - len(reading.words)
        if room <= 0:
            reading.cut = True
            break
        _read_quotation(reading, quotation, lang, room)
    printed = " ".join(quotation.text for quotation in quotations[:8])[:4_000]
    return QuotedWords(
        tuple(quotations),
        tuple(reading.words),
        tuple(reading.spans),
        tuple(reading.parts),
        tuple(reading.brackets),
        tuple(reading.round_marks),
        frozenset(reading.pieced),
        frozenset(reading.silent),
        reading.open_end,
        _looks_heard(len(reading.words), printed),
        reading.cut,
    )


def _looks_heard(words: int, printed: str) -> bool:
    """Whether the text has no punctuation although it is long enough to want some, or no capital either."""
    enough = words >= _ASR_WORDS or (words >= _ASR_WORDS // 2 and printed.islower())
    return enough and not _SENTENCE_MARKS.search(printed)


def cut_at_honest_marks(quotations: Sequence[Quotation], lang: str, most_words: int = 2_000) -> tuple[Span, ...]:
    """Return the place in the article of each part that an ellipsis or a cue separates, in order."""
    quoted = read_quoted(quotations, lang, most_words)
    return tuple(Span(quoted.spans[part.first].start, quoted.spans[part.last - 1].end) for part in quoted.parts)
