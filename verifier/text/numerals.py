"""Numerals in one form: digits without grouping, a point before decimals, small number words as digits."""

from __future__ import annotations

import re

_UNITS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
# "one", "un", "ein" are articles and pronouns far more often than numbers: they stay words.
_ENGLISH = {word: str(value) for value, word in enumerate(_UNITS.split(), start=2)} | {
    word: str(10 * value) for value, word in enumerate(_TENS.split(), start=2)
}
_GERMAN = {
    word: str(value)
    for value, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=2)
} | {
    "zwanzig": "20",
    "dreißig": "30",
    "dreissig": "30",
    "vierzig": "40",
    "fünfzig": "50",
    "sechzig": "60",
    "siebzig": "70",
    "achtzig": "80",
    "neunzig": "90",
}
_FRENCH = {
    word: str(value)
    for value, word in enumerate(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(), start=2
    )
} | {"vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60"}
_WORDS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
_ONES = {"one": 1} | {word: int(value) for word, value in _ENGLISH.items() if int(value) < 10}
_PLACES = {
    word: place
    for place, word in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), start=1)
}
_PLACE_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LEAST_TENS = 20
_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPACES = re.compile("[\u00a0\u202f]")


def digits_of(printed: str, lang: str) -> str:
    """Return a printed figure as digits with a decimal point: "1,200" and German "1.200" as "1200"."""
    figure = _SPACES.sub("", printed)
    if lang in {"de", "fr"}:
        if _GROUPED_BY_POINT.fullmatch(figure):
            figure = figure.replace(".", "")
        pointed = figure.replace(",", ".") if figure.count(",") == 1 else figure
        # "13,375" keeps its comma: with a point it would be read as thirteen thousand when folded again.
        return figure if _GROUPED_BY_POINT.fullmatch(pointed) else pointed
    return figure.replace(",", "") if _GROUPED_BY_COMMA.fullmatch(figure) else figure


def numeral_of(word: str, lang: str) -> str:
    """Return *word* as digits where it is a small number word of *lang*, else unchanged."""
    return _WORDS.get(lang, _ENGLISH).get(word, word)


def compound_value(word: str) -> str | None:
    """Return "42" for "forty-two" and "21st" for "twenty-first"; None for any other hyphenated word."""
    tens, _, ones = word.partition("-")
    if tens not in _ENGLISH or int(_ENGLISH[tens]) < _LEAST_TENS:
        return None
    if ones in _ONES:
        return str(int(_ENGLISH[tens]) + _ONES[ones])
    place = _PLACES.get(ones)
    return f"{int(_ENGLISH[tens]) + place}{_PLACE_ENDINGS.get(place, 'th')}" if place else None
