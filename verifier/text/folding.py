"""Folding: the words of a text as they are compared, each with the span of its printed form.

Folded are: compatibility characters (NFKC), case, apostrophes, hyphens and dashes (they separate),
contractions ("isn't" is "is not"), numerals ("1,200", "forty-two" and "five" as digits), "%" and
currency signs (spoken behind their amount). Invisible format characters are passed over. Folding
folded words changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
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
    rf"|\d++(?:[.,\u00a0\u202f]\d++)*+(?:(?![^\W\d_])|(?i:k|m|mn|bn|tn|mio|mrd)(?!\w))"  # 1,200 · 2.5m; not 1960s
    rf"|[^\W\d_{_MARK}]+-(?i:one|two|three|four|five|six|seven|eight|nine"  # forty-two
    rf"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![\w-])"  # twenty-first
    rf"|[^\W_][^\W_{_MARK}]*(?:[{_MARK}]+[^\W_]*)*(?:[{_APOSTROPHE}][^\W_][^\W_]*(?:[{_MARK}]+[^\W_]*)*)*"
    rf"|[%$€£&]"
)
# What stands between two words is told by one look at its first character.
_TOKEN = re.compile(rf"({_PLAIN}|(?=[\w%$€£&])(?:{_ANY}))")
_LANGUAGES = 16  # whose printed tokens are remembered
_KNOWN = 400_000  # tokens of one language at most
_SIGNS = {"%": "percent", "$": "dollars", "€": "euros", "£": "pounds", "&": "and"}
_GERMAN_SIGNS = {"$": "dollar", "€": "euro", "£": "pfund", "&": "und"}
_CURRENCY = frozenset("$€£")
_SIGN = re.compile("[$€£]")
# Words that multiply a figure and stand between it and what its sign is read as: "$200 million".
_MAGNITUDES = frozenset(
    """hundred thousand million billion trillion tausend mio millionen mrd milliarde milliarden billionen mille millions
    milliard milliards k m mn bn tn""".split()
)
_BESIDE = frozenset({"", " ", "\u00a0", "\u202f", "-", "‑"})  # what may stand between a sign and its amount
# Printed right behind a figure: "50bn". "5m" may be metres, and is millions behind a currency sign only.
_ATTACHED = re.compile(r"(\d[\d.,]*)(k|m|mn|bn|tn|mio|mrd)")
_SHORT = {
    "en": {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"},
    "de": {"k": "tausend", "m": "millionen", "mn": "millionen", "bn": "milliarden"},
    "fr": {"k": "mille", "m": "millions", "mn": "millions", "bn": "milliards"},
}
_ONLY_BEHIND_A_SIGN = frozenset({"k", "m"})
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
    """Return the folded words of one printed token."""
    if token.isascii() and token.isalpha():
        word = token.lower()
        return _FIXED.get(word) or (numeral_of(word, lang),)
    word = unicodedata.normalize("NFKC", token).casefold()
    word = unicodedata.normalize("NFKC", word)
    if not token.isascii() and (pieces := _TOKEN.findall(word)) != [word]:  # "¼" is "1⁄4": two words
        return tuple(part for piece in pieces for part in _expand(piece, lang))
    if word in _SIGNS:
        return (_PERCENT.get(lang, "percent"),) if word == "%" else (_named(word, lang),)
    if "." in word and not word[0].isdigit():
        return _expand(word.replace(".", ""), lang)
    if word[0].isdigit():
        return _figure(word, lang, signed=False)
    if "-" in word:
        value = compound_value(word)
        return (value,) if value else tuple(part for piece in word.split("-") for part in _expand(piece, lang))
    parts = tuple(part for part in re.split(f"[{_APOSTROPHE}]", word) if part)
    if not parts:
        return ()  # "ʼ" counts as a letter, and is none
    if len(parts) == 1:
        return _FIXED.get(parts[0]) or (numeral_of(parts[0], lang),)
    return tuple(word for part in _clitics(parts, lang) for word in _expand(part, lang))


def _named(sign: str, lang: str) -> str:
    return _GERMAN_SIGNS.get(sign, _SIGNS[sign]) if lang == "de" else _SIGNS[sign]


def _figure(word: str, lang: str, *, signed: bool) -> tuple[str, ...]:
    """Return a printed figure as digits, with the magnitude that is printed right behind it: "50bn"."""
    attached = _ATTACHED.fullmatch(word)
    if attached and (signed or attached[2] not in _ONLY_BEHIND_A_SIGN):
        magnitude = _SHORT.get(lang, _SHORT["en"]).get(attached[2], attached[2])
        return digits_of(attached[1].rstrip(".,"), lang), magnitude
    return (digits_of(word, lang),)


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


def _tokens(text: str) -> Iterable[tuple[str, int, int]]:
    """Return every printed token with its range in *text*, invisible characters left out of the token."""
    pieces = _cut(text)
    return zip(pieces[1::2], *_places(pieces, text), strict=True)


def _spoken(text: str, lang: str) -> Iterator[tuple[str, int, int]]:
    """Yield every folded word with its printed range; a currency's name follows its amount, as it is spoken.

    "$200 million" is "200 million dollars": the figure's range begins at the sign, and the name shares that of
    the amount's last word.
    """
    known = _foldings(lang)
    unit, counted, last = "", False, (0, 0)  # the sign that waits for its amount to end, and the amount's last word
    for token, start, end in _tokens(text):
        near = unit and _INVISIBLE.sub("", text[last[1] : start]) in _BESIDE
        amount = _amount_word(token, lang, counted=counted) if near else ()
        if amount:
            last, counted = (start if counted else last[0], end), True
            for word in amount:
                yield word, *last
            continue
        if unit:
            yield unit, *last
        unit, counted = (_named(token, lang), False) if token in _CURRENCY else ("", False)
        if unit:
            last = (start, end)
            continue
        for word in known[token]:
            yield word, start, end
    if unit:
        yield unit, *last


def _amount_word(token: str, lang: str, *, counted: bool) -> tuple[str, ...]:
    """Return the words of a token behind a currency sign: first its figure, then a magnitude; else nothing."""
    word = token.casefold()
    if not counted:
        return _figure(word, lang, signed=True) if word.isascii() and word[0].isdigit() else ()
    return _foldings(lang)[token] if word in _MAGNITUDES else ()


def fold(text: str, lang: str = "en") -> Folded:
    """Return the folded words of *text* with their printed places (offsets in code points)."""
    if _SIGN.search(text):
        words, starts, ends = zip(*_spoken(text, lang), strict=True)
        return Folded(words, starts, ends)
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
    if _SIGN.search(text):
        return [word for word, _, _ in _spoken(text, lang)]
    return list(chain.from_iterable(map(_foldings(lang).__getitem__, _cut(text)[1::2])))
