"""Numbers as they are spoken: "twenty twenty-two" is 2022, "dreihundertfünfzig" 350, "three and a half" 3.5.

Words are folded words: "twenty-two" arrives as "22", French "quatre-vingt-dix" as "4 20 10".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_GERMAN_ONES = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_GERMAN_SMALL = {word: value for value, word in enumerate(_GERMAN_ONES)} | {"eins": 1, "eine": 1, "zwo": 2}
_GERMAN_SMALL |= {
    f"{stem}zehn": value for value, stem in enumerate("drei vier fünf sech sieb acht neun".split(), start=13)
}
_GERMAN_TENS = {
    word: 10 * value
    for value, word in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), start=2)
} | {"dreissig": 30}
_MULTIPLIED = (("tausend", 1000), ("hundert", 100))
# "hundert" and "tausend" alone are magnitudes, which multiply what stands before them.
_ALONE = frozenset({"hundert", "tausend", "ein", "eine", "eins", "null"})
_AND = {"en": "and", "de": "und", "fr": "et"}
_POINT = {"en": "point", "de": "komma", "fr": "virgule"}
_ONE = {"en": {"one"}, "de": {"ein", "eine", "eins"}, "fr": {"un", "une"}}
_FRACTIONS = {("a", "half"): 0.5, ("half",): 0.5, ("a", "quarter"): 0.25, ("3", "quarters"): 0.75,
              ("demi",): 0.5, ("demie",): 0.5}  # fmt: skip
_GERMAN_HALF = "einhalb"
_GERMAN_TIMES = ("mal", "fach", "fache", "fachen", "faches", "facher", "fachem")  # "viermal", "das dreifache"
_GERMAN_ONE_AND_A_HALF = frozenset({"anderthalb", "anderthalbe", "eineinhalb", "einundeinhalb"})
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


@lru_cache(maxsize=20_000)
def german_value(word: str) -> int | None:
    """Return the value of a German numeral in one word ("vierzehn", "einundzwanzig"); None for any other word."""
    return None if word in _ALONE or len(word) > 80 else _german(word)


def _german(word: str) -> int | None:
    if word in _GERMAN_SMALL:
        return _GERMAN_SMALL[word]
    for name, factor in _MULTIPLIED:
        head, found, tail = word.partition(name)
        if found:
            before = _german(head) if head else 1
            after = _german(tail.removeprefix("und")) if tail else 0
            return None if before is None or after is None else before * factor + after
    ones, found, tens = word.rpartition("und")
    if tens not in _GERMAN_TENS or (ones and not 0 < (_GERMAN_SMALL.get(ones) or 0) < 10):
        return None
    return _GERMAN_TENS[tens] + (_GERMAN_SMALL[ones] if found else 0)


@lru_cache(maxsize=50_000)
def value_of(word: str, lang: str) -> float | None:
    """Return the value of figures ("1.5") or a German numeral in one word, also "viermal"; None for any other word."""
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", "."))
    if lang != "de":
        return None
    if word in _GERMAN_ONE_AND_A_HALF:
        return 1.5
    if word.endswith(_GERMAN_HALF) and (whole := german_value(word.removesuffix(_GERMAN_HALF))):
        return whole + 0.5
    times = next((ending for ending in _GERMAN_TIMES if word.endswith(ending)), "")
    whole = german_value(word.removesuffix(times))
    return None if whole is None else float(whole)


def spoken_at(words: Sequence[str], at: int, lang: str) -> tuple[float, int] | None:
    """Return the value below a thousand, or the year, spoken from ``words[at]`` on, and past its last word.

    Thousands and what is larger multiply it and are for the caller; None where no number begins.
    """
    first = value_of(words[at], lang)
    if first is None:
        counted = _hundred(words, at + 1, lang) or _half_more(words, at + 1, lang)
        if words[at] not in _ONE.get(lang, ()) or not counted:
            return None
        first = 1.0
    value, place = first, at + 1
    while place < len(words):
        step = _next_step(words, place, value, lang)
        if step is None:
            break
        value, place = step
    return value, place


def _hundred(words: Sequence[str], place: int, lang: str) -> bool:
    word = words[place] if place < len(words) else ""
    percent = lang == "fr" and words[place - 1] == "pour"
    return (word == {"en": "hundred", "de": "hundert", "fr": "cent"}.get(lang)) and not percent


def _half_more(words: Sequence[str], place: int, lang: str) -> bool:
    """Whether a fraction is spoken on from here: "one | and a half"."""
    return tuple(words[place : place + 1]) == (_AND.get(lang),) and _fraction(words, place + 1) is not None


def _next_step(words: Sequence[str], place: int, value: float, lang: str) -> tuple[float, int] | None:
    """Return the value with the next words of the number taken in, None where it ends."""
    if _hundred(words, place, lang):
        return (value * 100, place + 1) if value < 100 else None
    if words[place] == _POINT.get(lang) and place + 1 < len(words):
        decimals = words[place + 1]
        return (float(f"{value:.0f}.{decimals}"), place + 2) if decimals.isdigit() and value.is_integer() else None
    joined = words[place] == _AND.get(lang)
    after = place + joined
    if joined and (part := _fraction(words, after)):
        return value + part[0], part[1]
    if after >= len(words):
        return None
    following = value_of(words[after], lang)
    if following is None and words[after] in _ONE.get(lang, ()) and _takes_one(value, lang, joined=joined):
        following = 1.0
    added = None if following is None else _added(value, following, lang, joined=joined)
    return (added, after + 1) if added is not None else None


def _takes_one(value: float, lang: str, *, joined: bool) -> bool:
    return value >= 20 and value % 10 == 0 and (joined or lang == "en") and not (joined and lang != "fr")


def _fraction(words: Sequence[str], place: int) -> tuple[float, int] | None:
    for size in (2, 1):
        part = _FRACTIONS.get(tuple(words[place : place + size]))
        if part is not None:
            return part, place + size
    return None


def _added(value: float, following: float, lang: str, *, joined: bool) -> float | None:
    """Return what two numbers spoken one after the other make, None where they are two numbers."""
    if not (value.is_integer() and following.is_integer()):
        return None
    if value >= 100 and value % 100 == 0 and value < 10_000 and 0 < following < 100:
        return value + following
    if lang == "fr" and (value, following) == (4, 20):
        return 80.0
    tens = value % 100 >= 20 and value % 10 == 0
    limit = 20 if lang == "fr" and value % 100 in (60, 80) else 10
    if tens and 0 < following < limit and (lang != "de") and (lang == "fr" or not joined):
        return value + following
    year = 11 <= value <= 20 and 10 <= following <= 99 and not joined
    return value * 100 + following if year else None
