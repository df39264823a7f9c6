"""Date phrases read as intervals of days: a grammar for English, French and German, dateparser for the rest.

A year that is not printed is inferred from the day of publication; without one, and for every
phrase that counts from the day of writing, no interval is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verifier.extract.date_grammar import Grammar, grammar_of
from verifier.model.text import Interval, Span

_AHEAD = timedelta(days=45)  # a day without a year lies at most this far after publication
_EARLIEST, _LATEST = 1600, 2100

_FULL_DATE = re.compile(r"\b[0-3]?\d\.?º?\s(?:de\s)?[^\W\d_]{3,14}\.?\s(?:del?\s)?(?:1[6-9]|20)\d\d\b")
_OTHER_LANGUAGES = frozenset("es it pt nl pl cs sv da nb fi ro hu uk ru el tr hr sk sl bg".split())


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as printed and the days it stands for; ``steps`` counts days from the date named before it."""

    span: Span
    interval: Interval | None
    steps: int | None = None


def _dated(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and _EARLIEST <= year <= _LATEST):
        return None
    return date(year, month, day)


def _year_for(month: int, day: int, published: date | None) -> int | None:
    """Return the year that puts a day on or shortly before publication."""
    if published is None:
        return None
    this = _dated(published.year, month, min(day, 28))
    return published.year - 1 if this is not None and this > published + _AHEAD else published.year


def _day(found: re.Match[str], grammar: Grammar, published: date | None) -> Interval | None:
    """Return the interval of "March 5", "5 March 2024", "March 5-7"."""
    groups = found.groupdict()
    month, day = grammar.months[groups["month"].lower()], int(groups["day"])
    year = int(groups["year"]) if groups.get("year") else _year_for(month, day, published)
    first = _dated(year, month, day) if year else None
    last = _dated(year, month, int(groups["last"])) if year and groups.get("last") else first
    if first is None or last is None or last < first:
        return None
    return Interval(first, last)


def _month(found: re.Match[str], grammar: Grammar, published: date | None) -> Interval | None:
    """Return the interval of a whole month."""
    groups = found.groupdict()
    month = grammar.months[groups["month"].lower()]
    year = int(groups["year"]) if groups.get("year") else _year_for(month, 1, published)
    if year is None:
        return None
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


_NEXT = frozenset({"next", "prochain", "kommenden", "nächsten"})
_LAST = frozenset({"last", "past", "dernier", "letzten", "vergangenen", "vorigen"})


def _weekday(found: re.Match[str], grammar: Grammar, published: date) -> Interval | None:
    """Return the last such weekday up to publication; "last Tuesday" is never the day of publication itself."""
    which = (found.group("which") or "").lower()
    if which in _NEXT:
        return None
    back = (published.weekday() - grammar.weekdays[found.group("weekday").lower()]) % 7
    if back == 0 and which in _LAST:
        back = 7
    return Interval.day(published - timedelta(days=back))


_UNIT_OF = {"d": "day", "j": "day", "t": "day", "w": "week", "s": "week", "m": "month", "y": "year", "a": "year"}


def _unit(word: str, lang: str) -> str:
    """Return day, week, month or year for a unit word of any of the three languages."""
    return "year" if lang == "de" and word[:1].lower() == "j" else _UNIT_OF[word[:1].lower()]


def _around(day: date, unit: str) -> Interval:
    """Return the calendar week, month or year that holds *day*."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=6))
    if unit == "month":
        return Interval(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    return Interval(date(day.year, 1, 1), date(day.year, 12, 31)) if unit == "year" else Interval.day(day)


def _calendar_unit(found: re.Match[str], grammar: Grammar, published: date) -> Interval:
    """Return the interval of "last week", "this month", "l’année dernière"."""
    unit = _unit(found.group("unit"), grammar.lang)
    if found.group("which").lower() in {"this", "earlier this"}:
        around = _around(published, unit)
        return Interval(around.first, min(around.last, max(published, around.first)))
    return _around(_around(published, unit).first - timedelta(days=1), unit)


def _ago(found: re.Match[str], grammar: Grammar, published: date) -> Interval:
    """Return the interval of "two weeks ago": a day, or for longer units the days it may round."""
    number = grammar.numbers.get(found.group("number").lower()) or int(found.group("number"))
    unit = _unit(found.group("unit"), grammar.lang)
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
    middle = published - timedelta(days=min(number * days, (published - date(_EARLIEST, 1, 1)).days))
    slack = timedelta(days=0 if unit == "day" else days // 2)
    return Interval(middle - slack, min(published, middle + slack))


def _steps(found: re.Match[str], grammar: Grammar) -> int:
    """Return how many days after the date named before the phrase points, negative for before it."""
    groups = {key: (value or "").lower() for key, value in found.groupdict().items()}
    if groups.get("number"):
        number = grammar.numbers.get(groups["number"]) or int(groups["number"])
        return -number if groups["way"] in {"earlier", "before"} else number
    if groups.get("same"):
        return 0
    back = groups.get("side") in {"previous", "veille", "vortag"} or groups.get("edge") == "before"
    return -1 if back else 1


def _interval(kind: str, found: re.Match[str], grammar: Grammar, published: date | None) -> Interval | None:
    """Return what one phrase stands for; None where it cannot be told, or counts from an unknown day."""
    if kind in {"day", "days"}:
        return _day(found, grammar, published)
    if kind == "month":
        return _month(found, grammar, published)
    if kind == "numeric":
        day = _dated(int(found.group("year")), int(found.group("number")), int(found.group("day")))
        return Interval.day(day) if day else None
    if kind == "year":
        return _around(date(int(found.group("year")), 1, 1), "year")
    if published is None:
        return None
    if kind == "weekday":
        return _weekday(found, grammar, published)
    if kind == "weekend":
        sunday = published - timedelta(days=(published.weekday() + 1) % 7)
        return Interval(sunday - timedelta(days=1), sunday)
    if kind == "unit":
        return _calendar_unit(found, grammar, published)
    return _ago(found, grammar, published) if kind == "ago" else Interval.day(published + timedelta(days=int(kind)))


def find_dates(
    text: str,
    lang: str,
    published: date | None,
    within: Sequence[Span],
    before: Callable[[], Interval | None] | None = None,
) -> tuple[DatePhrase, ...]:
    """Return the date phrases that stand inside the given ranges, in order, never overlapping.

    *before* gives the day stated before the ranges, asked only where a phrase counts from it.
    """
    grammar = grammar_of(lang)
    found: list[DatePhrase] = []
    for place in within:
        taken: list[DatePhrase] = []
        for pattern, kind in grammar.rules:
            for match in pattern.finditer(text, place.start, place.end):
                span = Span(match.start(), match.end())
                if any(span.meets(other.span) for other in taken):
                    continue
                steps = _steps(match, grammar) if kind == "steps" else None
                interval = None if steps is not None else _interval(kind, match, grammar, published)
                if interval is not None or steps is not None:
                    taken.append(DatePhrase(span, interval, steps))
        if not taken and lang in _OTHER_LANGUAGES:
            taken = _in_other_language(text, lang, place)
        found.extend(sorted(taken, key=lambda phrase: phrase.span))
    return _counted(found, before)


def _in_other_language(text: str, lang: str, place: Span) -> list[DatePhrase]:
    """Return full dates of a language without a grammar here: "5 de marzo de 2024"."""
    found = []
    for match in _FULL_DATE.finditer(text, place.start, place.end):
        # Costs 0.2 s to load, and only languages without a grammar need it.
        import dateparser

        read = dateparser.parse(match.group(), languages=[lang], settings={"DATE_ORDER": "DMY"})
        if read is not None:
            found.append(DatePhrase(Span(match.start(), match.end()), Interval.day(read.date())))
    return found


def _counted(phrases: Sequence[DatePhrase], before: Callable[[], Interval | None] | None) -> tuple[DatePhrase, ...]:
    """Return the phrases with "a day earlier" counted from the single day named before it."""
    counted: list[DatePhrase] = []
    last: Interval | None = None
    for phrase in phrases:
        interval = phrase.interval
        if phrase.steps is not None:
            if last is None and not counted and before is not None:
                last = before()
            if last is None or not last.is_day:
                continue
            interval = Interval.day(last.first + timedelta(days=phrase.steps))
        counted.append(DatePhrase(phrase.span, interval))
        last = interval
    return tuple(counted)
