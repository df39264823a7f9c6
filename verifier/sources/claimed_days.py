"""Days as sources print them, read into calendar days of the source's own zone.

A day without a time is never moved; a time with an offset is the day that the clock showed at the
source. What cannot be read is no day, and never today's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"\s*(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?![\d])")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d])")
_RFC = re.compile(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
# A run of words around a year that may be a date; what it means is read by dateparser.
_WRITTEN = re.compile(
    r"(?P<a>(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s)?[^\W\d_]{3,12}\.?,?\s\d{4})(?!\d)"
    r"|(?P<b>[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?!\d)"
)
_ENGLISH_US = "America/"
_FIRST, _LAST = date(1600, 1, 1), date(2200, 1, 1)
_SETTINGS = {
    "PARSERS": ["absolute-time"],  # "yesterday" is no day
    "REQUIRE_PARTS": ["day", "month", "year"],
    "RETURN_AS_TIMEZONE_AWARE": False,
}


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if _FIRST <= found <= _LAST else None


def _in_zone(moment: datetime, zone: str | None) -> date:
    """Return the day on which a moment fell at the source."""
    if moment.tzinfo is None or zone is None:
        return moment.date()
    return moment.astimezone(ZoneInfo(zone)).date()


def _machine_day(text: str, zone: str | None, *, day_only: bool) -> date | None:
    """Return the day of an ISO or RFC 822 time; midnight and noon in UTC are how systems print mere days."""
    if found := _ISO.match(text):
        try:
            printed = date.fromisoformat(found["day"])
        except ValueError:
            return None
        clock = (found["clock"] or "").replace(":", "")
        if day_only or not found["zone"] or not clock or clock[:4] in {"0000", "1200"}:
            return printed
        offset = found["zone"].replace("Z", "+00:00")
        try:
            return _in_zone(datetime.fromisoformat(f"{found['day']}T{clock[:2]}:{clock[2:4]}{offset}"), zone)
        except (ValueError, OverflowError):
            return printed
    if _RFC.match(text):
        try:
            moment = parsedate_to_datetime(text.strip())
            return moment.date() if day_only else _in_zone(moment, zone)
        except (ValueError, TypeError, OverflowError):
            return None
    return None


def _figured_days(found: re.Match[str], languages: Sequence[str], zone: str | None) -> tuple[date, ...]:
    """Return the day of figures such as 17.10.2024; both where day and month can be exchanged."""
    first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    day_first, month_first = _valid(year, second, first), _valid(year, first, second)
    if mark == "." or (languages and "en" not in languages):
        return (day_first,) if day_first else ()
    american = (zone or "").startswith(_ENGLISH_US)
    both = (month_first, day_first) if american else (day_first, month_first)
    return tuple(dict.fromkeys(day for day in both if day))


def _worded_day(text: str, languages: Sequence[str]) -> date | None:
    """Return the day of a date in words, read in the source's languages only."""
    import dateparser

    try:
        found = dateparser.parse(text, languages=list(languages) or ["en"], settings=_SETTINGS)
    except (ValueError, OverflowError):
        return None
    return _valid(found.year, found.month, found.day) if found else None


def days_in(text: str, languages: Sequence[str] = ("en",), zone: str | None = None) -> tuple[date, ...]:
    """Return the days that are written in a text, in their order, each once.

    A day in figures whose month and day can be exchanged is two days.
    """
    days: dict[date, None] = {}
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    for found in _WRITTEN.finditer(plain):
        if day := _worded_day(found.group(), languages):
            days[day] = None
    for found in _FIGURES.finditer(plain):
        days.update(dict.fromkeys(_figured_days(found, languages, zone)))
    return tuple(days)


def read_days(
    text: str,
    languages: Sequence[str] = ("en",),
    zone: str | None = None,
    *,
    day_only: bool = False,
    form: str | None = None,
) -> tuple[date, ...]:
    """Return the day that a field holds; two where month and day can be exchanged, none for what is no day.

    *form* is the field's own format, as for ``strptime``; *day_only* says that its time means nothing.
    """
    plain = " ".join(text.replace("\u00a0", " ").split())[:200]
    if form is not None:
        try:
            read = datetime.strptime(plain, form)  # noqa: DTZ007  (a day, no moment)
        except ValueError:
            return ()
        return (read.date(),)
    if day := _machine_day(plain, zone, day_only=day_only):
        return (day,)
    if found := _COMPACT.match(plain):
        read_day = _valid(*(int(part) for part in found.groups()))
        return (read_day,) if read_day else ()
    if days := days_in(plain, languages, zone):
        return days
    day = _worded_day(plain, languages) if len(plain) <= 60 and re.search(r"[^\W\d_]{3}", plain) else None
    return (day,) if day else ()
