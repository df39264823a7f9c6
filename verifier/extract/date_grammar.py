"""The date phrases of English, French and German as patterns; each pattern has a kind that tells how to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verifier.extract.calendar_words import alternatives, months_of, numbers_of, weekdays_of


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language, tried in order; an earlier pattern wins a place."""

    lang: str
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    rules: tuple[tuple[re.Pattern[str], str], ...]


_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"


def _english(months: str, weekdays: str, numbers: str) -> list[tuple[str, str]]:
    week = rf"(?:(?:{weekdays}),?\s+)?"
    # In lower case "may" and "march" are verbs.
    months = "(?-i:" + "|".join(form for month in months.split("|") for form in (month.title(), month.upper())) + ")"
    return [
        (
            rf"{week}\b(?P<month>{months})\.?\s+{_DAY}{_ORDINAL}\s*(?:-|–|to|and|through)\s*"
            rf"(?P<last>[0-3]?\d){_ORDINAL}\b(?:,?\s+{_YEAR})?",
            "days",
        ),
        (
            rf"{week}\b(?P<month>{months})\.?\s+{_DAY}{_ORDINAL}\b(?!\s*(?:percent|per cent|%|people))(?:,?"
            rf"\s+{_YEAR}\b)?",
            "day",
        ),
        (
            rf"{week}\b{_DAY}\s*(?:-|–|to|and)\s*(?P<last>[0-3]?\d){_ORDINAL}\s+(?:of\s+)?(?P<month>{months})"
            rf"\b\.?(?:,?\s+{_YEAR}\b)?",
            "days",
        ),
        (rf"{week}\b(?:the\s+)?{_DAY}{_ORDINAL}\s+(?:of\s+)?(?P<month>{months})\b\.?(?:,?\s+{_YEAR}\b)?", "day"),
        (rf"\b(?P<month>{months})\.?,?\s+(?:of\s+)?{_YEAR}\b", "month"),
        (
            rf"\b(?:in|during|this|last|past|early|late|mid-?|since|until|by|as (?:recently|late|early) as)\s+"
            rf"(?P<month>{months})\b(?!\s*\d)",
            "month",
        ),
        *_english_counted(weekdays, numbers),
    ]


def _english_counted(weekdays: str, numbers: str) -> list[tuple[str, str]]:
    """Return the phrases that count from the day of writing or from the date before, and bare years."""
    return [
        (rf"\b(?:(?P<which>last|this|next|past|on|late|early|earlier)\s+)?\b(?P<weekday>{weekdays})\b", "weekday"),
        (r"\bthe day before yesterday\b", "-2"),
        (r"\b(?:yesterday|last night)\b", "-1"),
        (r"\b(?:(?:earlier )?today|tonight|this (?:morning|afternoon|evening))\b", "0"),
        (r"\b(?:last|this past|the past|over the|at the|this) weekend\b", "weekend"),
        (r"\b(?P<which>last|this|earlier this|past|previous) (?P<unit>week|month|year)\b", "unit"),
        (rf"\b(?P<number>{numbers}|\d{{1,3}}) (?P<unit>day|week|month|year)s? ago\b", "ago"),
        (
            rf"\b(?:(?P<number>{numbers}|\d{{1,2}}) days? (?P<way>earlier|before|later|after)|the "
            rf"(?P<side>previous|next|following) day|the day (?P<edge>before|after)|(?:on )?the (?P<same>same) day)\b",
            "steps",
        ),
        (
            rf"\b(?:in|of|during|since|early|late|by|until)\s+(?:the\s+year\s+)?{_YEAR}\b(?!\s*[-–]\s*\d|"
            rf"\s+\w+s\b(?<!was))",
            "year",
        ),
    ]


def _french(months: str, weekdays: str, numbers: str) -> list[tuple[str, str]]:
    week = rf"(?:(?:{weekdays})\s+)?"
    return [
        (
            rf"{week}\b{_DAY}(?:er)?\s*(?:-|–|et|au)\s*(?P<last>[0-3]?\d)\s+(?P<month>{months})\b\.?(?:"
            rf"\s+{_YEAR}\b)?",
            "days",
        ),
        (rf"{week}\b{_DAY}(?:er)?\s+(?P<month>{months})\b\.?(?:\s+{_YEAR}\b)?", "day"),
        (rf"\b(?:en|fin|début|mi-|courant)\s*(?P<month>{months})\b(?:\s+{_YEAR}\b)?", "month"),
        (rf"\b(?P<month>{months})\s+{_YEAR}\b", "month"),
        (rf"\b(?P<weekday>{weekdays})\b(?:\s+(?P<which>dernier|prochain))?", "weekday"),
        (r"\bavant-hier\b", "-2"),
        (r"\bhier\b", "-1"),
        (r"\baujourd[’']hui\b|\bce (?:matin|soir)\b", "0"),
        (r"\b(?:la |le |l[’'])?(?P<unit>semaine|mois|année|an) (?P<which>dernière|dernier|passée|passé)\b", "unit"),
        (rf"\bil y a (?P<number>{numbers}|\d{{1,3}}) (?P<unit>jour|semaine|mois|an)s?\b", "ago"),
        (r"\b(?:la (?P<side>veille)|le (?P<edge>lendemain)|le (?P<same>même) jour)\b", "steps"),
        (rf"\ben\s+{_YEAR}\b", "year"),
    ]


def _german(months: str, weekdays: str, numbers: str) -> list[tuple[str, str]]:
    week = rf"(?:(?:{weekdays}),?\s+(?:(?:den|dem)\s+)?)?"
    return [
        (
            rf"{week}\b{_DAY}\.\s*(?:-|–|und|bis)\s*(?P<last>[0-3]?\d)\.\s*(?P<month>{months})\b(?:\s+{_YEAR}"
            rf"\b)?",
            "days",
        ),
        (rf"{week}\b{_DAY}\.\s*(?P<month>{months})\b(?:\s+{_YEAR}\b)?", "day"),
        (rf"\b{_DAY}\.(?P<number>[01]?\d)\.{_YEAR}\b", "numeric"),
        (rf"\b(?:im|Anfang|Ende|Mitte|seit|vergangenen|letzten)\s+(?P<month>{months})\b(?:\s+{_YEAR}\b)?", "month"),
        (rf"\b(?P<month>{months})\s+{_YEAR}\b", "month"),
        (
            rf"\b(?:(?P<which>letzten|vergangenen|vorigen|kommenden|nächsten)\s+)?(?P<weekday>{weekdays})"
            rf"(?:s|abend|morgen|nachmittag)?\b",
            "weekday",
        ),
        (r"\bvorgestern\b", "-2"),
        (r"\bgestern\b", "-1"),
        (r"\bheute\b", "0"),
        (
            r"\b"
            r"(?P<which>letzte|vergangene|vorige|letzten|vergangenen|vorigen|letztes|vergangenes|voriges)\w? "
            r"(?P<unit>Woche|Monat|Jahr)\b",
            "unit",
        ),
        (rf"\bvor (?P<number>{numbers}|\d{{1,3}}) (?P<unit>Tag|Woche|Monat|Jahr)\w{{0,2}}\b", "ago"),
        (
            r"\b(?:am (?P<side>Vortag)|(?P<edge>tags darauf|am nächsten Tag|am folgenden Tag)"
            r"|am (?P<same>selben|gleichen) Tag)\b",
            "steps",
        ),
        (rf"\b(?:im Jahre? |in )?{_YEAR}\b(?!\w)", "year"),
    ]


_ISO = (r"\b(?P<year>(?:1[6-9]|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b", "numeric")
_BUILDERS = {"en": _english, "fr": _french, "de": _german}


@lru_cache(maxsize=8)
def grammar_of(lang: str) -> Grammar:
    """Return the grammar of a language; an unknown one is read with ISO dates alone."""
    months, weekdays, numbers = months_of(lang), weekdays_of(lang), numbers_of(lang)
    rules = [_ISO]
    if lang in _BUILDERS:
        rules += _BUILDERS[lang](alternatives(months), alternatives(weekdays), alternatives(numbers))
    flags = re.IGNORECASE | re.UNICODE
    return Grammar(lang, months, weekdays, numbers, tuple((re.compile(rule, flags), kind) for rule, kind in rules))
