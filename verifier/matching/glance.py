"""What a stretch of a record seems to hold of a quotation, told in a tenth of a millisecond.

Aligning word by word costs ten times as much, so candidates are first looked at in this way, and only
those that may be the best are aligned. Nothing is judged by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, repeat

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from verifier.align.parts import QuotedWords
from verifier.model.text import Span

_WORD, _UNBROKEN = re.compile(r"[^\W_]+"), re.compile(r"\S+")
# The words of a text without other letters, in a third of the time: every other byte is made a space.
_ASCII_WORDS = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
_LIGHT_PART = 3  # words; a shorter part between two ellipses stands everywhere
_SLIDING_WORDS = 64  # a longer part is compared with the whole stretch at once, which keeps the work linear
_OTHER_WORD = "\uffff"
_FIRST_CHARACTER = 0x10000


class Glance:
    """Parts of one quotation, ready to be compared with many stretches; words are as printed, but for case."""

    def __init__(self, printed: Iterable[str]) -> None:
        split = [_words(part) for part in printed]
        parts = [words for words in split if len(words) >= _LIGHT_PART] or split
        self._letters: dict[str, str] = {}
        for words in parts:
            for word in words:
                self._letters.setdefault(word, chr(_FIRST_CHARACTER + len(self._letters)))
        self._parts = ["".join(self._letters[word] for word in words) for words in parts if words]
        self._whole = sum(map(len, self._parts))

    def share(self, text: str) -> float:
        """Return about what share of the quotation's words, 0 to 1, stands together in *text*."""
        if not self._whole:
            return 0.0
        hay = self._read(text)
        return sum(len(part) * _likeness(part, hay) for part in self._parts) / self._whole

    def best_part(self, text: str) -> float:
        """Return about what share of the part that stands best in *text* stands together there, 0 to 1."""
        hay = self._read(text)
        return max((_likeness(part, hay) for part in self._parts), default=0.0)

    def place(self, text: str) -> Span | None:
        """Return where in *text* the whole quotation seems to stand; None where it has parts, or is long."""
        hay = self._read(text)
        if len(self._parts) != 1 or not 0 < self._whole < len(hay) or self._whole > _SLIDING_WORDS:
            return None
        found = fuzz.partial_ratio_alignment(self._parts[0], hay)
        words = list(islice(_places_of_words(text), found.dest_start, found.dest_end)) if found else []
        return Span(words[0].start(), words[-1].end()) if words else None

    def _read(self, text: str) -> str:
        return "".join(map(self._letters.get, _words(text), repeat(_OTHER_WORD)))


def _words(text: str) -> list[str]:
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_WORDS).decode("ascii").split()
    return _WORD.findall(text.casefold())


def _places_of_words(text: str) -> Iterator[re.Match[str]]:
    """Yield where the words of *text* stand, as many as there are letters in what is compared."""
    if text.isascii():
        return _UNBROKEN.finditer(text.encode("ascii").translate(_ASCII_WORDS).decode("ascii"))
    return _WORD.finditer(text)


def printed_parts(quoted: QuotedWords) -> list[str]:
    """Return the parts of a quotation as the article prints them."""
    return [quoted.printed(part.first, part.last) for part in quoted.parts]


def _likeness(part: str, hay: str) -> float:
    """Return the share of a part that stands in one window of its own length, or in order where it is long."""
    if len(part) >= len(hay) or len(part) > _SLIDING_WORDS:
        return LCSseq.similarity(part, hay) / len(part)
    return fuzz.partial_ratio(part, hay) / 100.0
