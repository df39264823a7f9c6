"""Folding: the words of a text as they are compared, each with the span of its printed form.

Folded are: compatibility characters (NFKC), case, apostrophes, hyphens and dashes (they separate),
contractions ("isn't" is "is not"), numerals ("1,200", "forty-two" and "five" as digits), "%" and
currency signs. Invisible format characters are passed over. Folding folded words changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, repeat

from verifier.model.text import Span
from verifier.text.numerals import compound_value, digits_of, numeral_of

# Format characters that some sites sprinkle into words: soft hyphen, zero width, bidi, BOM.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_MARK = "\u0300-\u036f"
_APOSTROPHE = "'’‘ʼ`´"
_PLAIN = '[A-Za-z]++(?=[ ,\\n;:?!)"”])'  # a plain word, as most are: in half the time
_ANY = (
    rf"[^\W\d_]++(?![{_APOSTROPHE}\-.{_MARK}\w])"  # a plain word of any script
    rf"|(?:[^\W\d_]\.){{2,}}"  # U.S.
    rf"|\d++(?:[.,\u00a0\u202f]\d++)*+(?![^\W\d_])"  # 1,200 · 1.5 · 300 000; never the 196 of 1960s
    rf"|[^\W\d_{_MARK}]+-(?i:one|two|three|four|five|six|seven|eight|nine)(?![\w-])"  # forty-two
    rf"|[^\W_][^\W_{_MARK}]*(?:[{_MARK}]+[^\W_]*)*(?:[{_APOSTROPHE}][^\W_][^\W_]*(?:[{_MARK}]+[^\W_]*)*)*"
    rf"|[%$€£&]"
)
# What stands between two words is told by one look at its first character.
_TOKEN = re.compile(rf"({_PLAIN}|(?=[\w%$€£&])(?:{_ANY}))")
_LANGUAGES = 16  # whose printed tokens are remembered
_KNOWN = 400_000  # tokens of one language at most
_SIGNS = {"%": "percent", "$": "dollars", "€": "euros", "£": "pounds", "&": "and"}
_PERCENT = {"en": "percent", "de": "prozent", "fr": "pour"}
_CLITICS = {"re": "are", "ll": "will", "ve": "have", "m": "am"}
_NEGATED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_FIXED = {
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "per": ("per",),
    "ok": ("okay",),
}


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded words of one text, in order; word i was printed at ``starts[i]:ends[i]``.

    Several words of one contraction share one printed range.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def printed(self, first: int, last: int) -> Span:
        """Return the printed range of words *first* to *last*, half-open; IndexError if there is none."""
        if not first < last:
            raise IndexError(f"no words: {first}..{last}")
        return Span(self.starts[first], self.ends[last - 1])

    def span(self, index: int) -> Span:
        """Return the printed range of one word."""
        return Span(self.starts[index], self.ends[index])

    def within(self, span: Span) -> range:
        """Return the numbers of the words printed wholly inside *span*."""
        inside = [i for i, start in enumerate(self.starts) if span.start <= start and self.ends[i] <= span.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


def _expand(token: str, lang: str) -> tuple[str, ...]:
    """Return the folded words of one printed token, or of a part of one."""
    word = unicodedata.normalize("NFKC", token).casefold()
    word = unicodedata.normalize("NFKC", word)
    if not token.isascii() and (pieces := _TOKEN.findall(word)) != [word]:  # "¼" is "1⁄4": two words
        return tuple(part for piece in pieces for part in _expand(piece, lang))
    if word in _SIGNS:
        return (_PERCENT.get(lang, "percent"),) if word == "%" else (_SIGNS[word],)
    if "." in word and not word[0].isdigit():
        return _expand(word.replace(".", ""), lang)
    if word[0].isdigit():
        return (digits_of(word, lang),)
    if "-" in word:
        value = compound_value(word)
        return (value,) if value else tuple(part for piece in word.split("-") for part in _expand(piece, lang))
    parts = tuple(part for part in re.split(f"[{_APOSTROPHE}]", word) if part)
    if not parts:
        return ()  # "ʼ" counts as a letter, and is none
    if len(parts) == 1:
        return _FIXED.get(parts[0]) or (numeral_of(parts[0], lang),)
    return tuple(word for part in _clitics(parts, lang) for word in _expand(part, lang))


def _clitics(parts: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Return the words of a token with apostrophes: "isn't" is "is not", "l'histoire" is "l histoire"."""
    if lang == "en" or lang not in {"fr", "de"}:
        head, tail = parts[:-1], parts[-1]
        if tail == "t" and head[-1].endswith("n") and len(head[-1]) > 1:
            stem = head[-1][:-1]
            stem = {"can": "can"}.get(head[-1], _NEGATED.get(stem, stem))
            return (*head[:-1], stem, "not")
        return (*head, _CLITICS.get(tail, tail))
    return tuple(numeral_of(part, lang) for part in parts)


class _Foldings(dict[str, tuple[str, ...]]):
    """The folded words of every printed token of one language that was met before."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _KNOWN:
            self.clear()
        self[token] = words = _expand(token, self._lang)
        return words


_foldings = lru_cache(maxsize=_LANGUAGES)(_Foldings)


def _cut(text: str) -> list[str]:
    """Return *text*, without invisible characters, cut around its printed tokens: every second piece is one."""
    hidden = not text.isascii() and _INVISIBLE.search(text)
    return _TOKEN.split(_INVISIBLE.sub("", text) if hidden else text)


def _places(pieces: list[str], text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where in *text* each token among the pieces starts and ends."""
    reached = tuple(accumulate(map(len, pieces)))
    starts, ends = reached[:-1:2], reached[1::2]
    if reached[-1] == len(text):
        return starts, ends
    kept = [i for i, character in enumerate(text) if not _INVISIBLE.match(character)]
    return tuple(kept[start] for start in starts), tuple(kept[end - 1] + 1 for end in ends)


def fold(text: str, lang: str = "en") -> Folded:
    """Return the folded words of *text* with their printed places (offsets in code points)."""
    pieces = _cut(text)
    starts, ends = _places(pieces, text)
    folded = list(map(_foldings(lang).__getitem__, pieces[1::2]))
    counts = list(map(len, folded))
    if counts.count(1) < len(counts):
        starts = tuple(chain.from_iterable(map(repeat, starts, counts)))
        ends = tuple(chain.from_iterable(map(repeat, ends, counts)))
    return Folded(tuple(chain.from_iterable(folded)), starts, ends)


def fold_words(text: str, lang: str = "en") -> list[str]:
    """Return only the folded words, which is all that an index needs."""
    return list(chain.from_iterable(map(_foldings(lang).__getitem__, _cut(text)[1::2])))
