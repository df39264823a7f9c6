"""Numbers as values: "300 million", "0.3 billion" and "three hundred million" are one amount.

Words are folded words, so "forty-two" and "1,200" arrive as digits and "$" as "dollars".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.text.ordinals import ordinal_of
from verifier.text.spoken import spoken_at, value_of

_MAGNITUDES = {
    "hundred": 1e2, "hundreds": 1e2, "hundert": 1e2, "hunderte": 1e2, "cent": 1e2, "cents": 1e2,
    "thousand": 1e3, "thousands": 1e3, "tausend": 1e3, "tausende": 1e3, "mille": 1e3, "milliers": 1e3, "k": 1e3,
    "million": 1e6, "millions": 1e6, "millionen": 1e6, "mio": 1e6, "mn": 1e6,
    "billion": 1e9, "billions": 1e9, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9, "bn": 1e9,
    "mrd": 1e9, "trillion": 1e12, "trillions": 1e12, "billionen": 1e12, "dozen": 12.0, "dozens": 12.0, "dutzend": 12.0,
}  # fmt: skip
_GERMAN_MAGNITUDES = {"billion": 1e12, "trillion": 1e18}  # the long scale
_UNITS = {
    "percent": "percent", "prozent": "percent", "pct": "percent", "dollar": "dollars", "dollars": "dollars",
    "usd": "dollars", "bucks": "dollars", "euro": "euros", "euros": "euros", "eur": "euros", "pound": "pounds",
    "pounds": "pounds", "pfund": "pounds",
}  # fmt: skip
_ARTICLES = {
    "one": 1.0,
    "a": 1.0,
    "an": 1.0,
    "eine": 1.0,
    "einer": 1.0,
    "ein": 1.0,
    "un": 1.0,
    "une": 1.0,
    "half": 0.5,
}
_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
)
_FEASTS = (
    "easter pentecost christmas ramadan thanksgiving",
    "ostern pfingsten weihnachten ramadan erntedank",
    "pâques pentecôte noël",
)
_SEASONS = ("spring summer autumn winter", "frühling sommer herbst winter", "frühjahr", "printemps")
_RELATIVE = {
    "en": "yesterday today tomorrow tonight",
    "de": "gestern heute morgen übermorgen vorgestern",
    "fr": "hier aujourd demain",
}
_GERMAN_DAYS = {
    f"{stem}{ending}": day
    for stem, day in (("gestrig", "gestern"), ("heutig", "heute"), ("morgig", "morgen"))
    for ending in "e er es en em".split()
}
_SHORT_MONTHS = {"jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "okt": 10, "nov": 11}
_SHORT_MONTHS |= {"dec": 12, "dez": 12}
_DATE_WORDS = {word: f"month {n}" for line in _MONTHS for n, word in enumerate(line.split(), start=1)}
_DATE_WORDS |= {word: f"weekday {n}" for line in _WEEKDAYS for n, word in enumerate(line.split(), start=1)}
_DATE_WORDS |= {word: f"feast {n}" for line in _FEASTS for n, word in enumerate(line.split())}
_DATE_WORDS |= {word: f"season {n}" for line in _SEASONS for n, word in enumerate(line.split())}
_DATE_WORDS |= {"automne": "season 2", "hiver": "season 3"}  # "été" is a participle too
_DATE_WORDS |= {word: f"month {n}" for word, n in _SHORT_MONTHS.items()} | {"sonnabend": "weekday 6"}


# What is counted or measured: another one after the same figure is another amount. One line a measure.
_MEASURE_NAMES = """
mile miles meile meilen mille_marin
kilometer kilometers kilometre kilometres km kilomètre kilomètres kilometern
meter meters metre metres m mètre mètres metern
foot feet ft fuß
inch inches zoll
acre acres
hectare hectares hektar ha
ton tons tonne tonnes tonnen
kilo kilos kilogram kilograms kilogramm kg
gallon gallons
liter liters litre litres litern
second seconds sekunde sekunden seconde secondes
minute minutes minuten
hour hours stunde stunden heure heures
day days tag tage tagen jour jours
week weeks woche wochen semaine semaines
month months monat monate monaten mois
year years jahr jahre jahren an ans année années
decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies
century centuries jahrhundert jahrhunderte jahrhunderten siècle siècles
percentage_point percentage_points prozentpunkt prozentpunkte prozentpunkten point_de_pourcentage points_de_pourcentage
per_cent pour_cent percent prozent pct
megawatt megawatts mw
gigawatt gigawatts gw
"""
_MEASURES = {
    tuple(name.split("_")): line.split()[0] for line in _MEASURE_NAMES.strip().splitlines() for name in line.split()
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit, and the words that print it."""

    value: float
    unit: str | None  # percent, dollars, euros, pounds; None where none is named
    first: int  # number of its first word
    last: int  # past its last word

    def equals(self, other: Quantity) -> bool:
        """Return whether the amounts agree, to the last printed digit; an unnamed unit agrees with any."""
        near = abs(self.value - other.value) <= 1e-9 * max(abs(self.value), abs(other.value))
        return near and (self.unit is None or other.unit is None or self.unit == other.unit)


def figure_of(word: str) -> float | None:
    """Return the value of folded digits ("1.5"); None for any other word."""
    if not word[:1].isdigit():
        return None
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return None


def magnitude_of(word: str, lang: str) -> float | None:
    """Return what a word like "million" multiplies by in *lang*; None for any other word."""
    if lang == "de" and word in _GERMAN_MAGNITUDES:
        return _GERMAN_MAGNITUDES[word]
    if word in {"cent", "cents"} and lang != "fr":
        return None
    return _MAGNITUDES.get(word)


def unit_of(word: str) -> str | None:
    """Return the unit a word or sign names; None for any other word."""
    return _UNITS.get(word)


def measure_of(words: Sequence[str]) -> str | None:
    """Return what all of *words* measure in ("miles", "percentage points", a currency), in one form; else None."""
    return _MEASURES.get(tuple(words)) or (unit_of(words[0]) if len(words) == 1 else None)


@lru_cache(maxsize=50_000)
def is_number_word(word: str, lang: str) -> bool:
    """Return whether *word* is a figure, a magnitude, an ordinal or a decade."""
    return (
        word[:1].isdigit()
        or value_of(word, lang) is not None
        or magnitude_of(word, lang) is not None
        or (ordinal_of(word) is not None and word != "second")
        or word in {"half", "hälfte", "moitié", "double", "triple", "twice"}
    )


def date_word(word: str, lang: str) -> str | None:
    """Return the month, weekday or relative day that *word* names, in one form; None for any other."""
    day = _GERMAN_DAYS.get(word, word) if lang == "de" else word
    if day in _RELATIVE.get(lang, "").split():
        return f"day {day}"
    return _DATE_WORDS.get(word)


_PERIOD_STEMS = {
    "en": {"this": "this", "last": "last", "past": "last", "next": "next", "coming": "next"},
    "de": {"dies": "this", "letzt": "last", "vorig": "last", "vergangen": "last", "nächst": "next", "kommend": "next"},
}
_GERMAN_ENDINGS = frozenset({"e", "er", "es", "en", "em"})
_DAYS = frozenset("day days night morning tag tage tagen nacht".split())
_PERIODS = frozenset(
    """day days week weeks weekend month months quarter quarters year years decade decades century spring summer autumn
    winter season night morning tag tage tagen woche wochen wochenende monat monate monaten quartal jahr jahre jahren
    jahrzehnt jahrzehnte jahrzehnten jahrhundert frühling frühjahr sommer herbst winter nacht""".split()
)


def relative_period(word: str, lang: str) -> str | None:
    """Return this, last or next where *word* may place a period so ("this year", "vorigen Monat"), else None."""
    stems = _PERIOD_STEMS.get(lang, {})
    if lang != "de":
        return stems.get(word)
    return next((to for stem, to in stems.items() if word.removeprefix(stem) in _GERMAN_ENDINGS), None)


def is_day(word: str, lang: str) -> bool:
    """Return whether *word* names a day by itself: "yesterday", "Monday"."""
    return (date_word(word, lang) or "").startswith(("day", "weekday"))


def is_span(word: str) -> bool:
    """Return whether *word* names a span of the calendar longer than a day: "week", "Jahr"."""
    return word in _PERIODS and word not in _DAYS


def is_period(word: str) -> bool:
    """Return whether *word* names a span of the calendar, a month or a weekday."""
    return word in _PERIODS or _DATE_WORDS.get(word) is not None


def quantity_at(words: Sequence[str], at: int, lang: str) -> Quantity | None:
    """Return the amount whose first word is ``words[at]``, with the unit before or after it."""
    unit, place = unit_of(words[at]), at
    if unit is not None:
        place += 1
    if place >= len(words):
        return None
    spoken = spoken_at(words, place, lang)
    value = spoken[0] if spoken else None
    last = spoken[1] if spoken else place + 1
    if value is None:
        follows = place + 1 < len(words) and magnitude_of(words[place + 1], lang) is not None
        value = _ARTICLES.get(words[place]) if follows else None
        if value is None:
            value = magnitude_of(words[place], lang)
            if value is None:
                return None
    value, place = _multiplied(words, last, value, lang)
    if place < len(words) and unit is None:
        unit = unit_of(words[place]) or ("percent" if tuple(words[place : place + 2]) in _PER_CENT else None)
        place += (unit is not None) + (unit_of(words[place]) is None and unit is not None)
    return Quantity(value, unit, at, place)


_THOUSAND = 1e3
_PER_CENT = {("per", "cent"), ("pour", "cent")}


def _multiplied(words: Sequence[str], place: int, value: float, lang: str) -> tuple[float, int]:
    while place < len(words):
        if words[place - 1] == "pour":
            break
        factor = magnitude_of(words[place], lang)
        if factor is None:
            break
        value, place = value * factor, place + 1
        rest = _rest_of(words, place, factor, lang)
        if rest:
            return value + rest[0], rest[1]
    return value, place


def _rest_of(words: Sequence[str], place: int, factor: float, lang: str) -> tuple[float, int] | None:
    """Return the smaller number that is spoken on after a magnitude: "two thousand and six"."""
    joined = place < len(words) and words[place] in {"and", "und", "et"}
    place += joined
    if factor < _THOUSAND or place >= len(words) or (joined and factor > _THOUSAND):
        return None
    spoken = spoken_at(words, place, lang)
    if spoken is None:
        return None
    value, last = _multiplied(words, *spoken[::-1], lang)
    return (value, last) if value < factor else None


def quantities_in(words: Sequence[str], lang: str) -> list[Quantity]:
    """Return the amounts of *words* in order, never overlapping."""
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity = quantity_at(words, at, lang)
        if quantity:
            found.append(quantity)
        at = quantity.last if quantity else at + 1
    return found
