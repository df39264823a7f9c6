"""Calendar days as pages print them: in words, in figures, in machine-readable stamps and in addresses.

A day is taken as printed, in the outlet's own zone. A date in figures whose month and day could be
exchanged is read only where its language leaves no doubt: a month's slip is what this program looks
for in others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
} | {
    **{"sept": 9, "jänner": 1, "feber": 2, "febr": 2, "mär": 3, "mrz": 3, "okt": 10, "dez": 12},
    **{"fevrier": 2, "aout": 8, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "déc": 12},
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
WRITTEN = re.compile(
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?[\s-]+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d\d)[-/.](?P<d3>\d\d)"
    r"|(?P<d4>\d{1,2})(?P<mark>[./])\s?(?P<m4>\d{1,2})(?P=mark)\s?(?P<y4>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?P<mark>[/_-]?)(0[1-9]|1[0-2])(?P=mark)(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})/"
)
_ISO_HEAD = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_CLOCK = re.compile(r"[T ](\d\d):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_NO_OFFSET = {"Z", "UTC", "GMT", "+00:00", "+0000", "-00:00", "-0000"}
_MONTH_FIRST = {"en", None}  # readers of English print 3/8/2024 both ways


@dataclass(frozen=True, slots=True)
class Stamp:
    """A calendar day, and the hour where the time is told in UTC: then the outlet's own day may be the next one."""

    day: date
    utc_hour: int | None = None

    def may_be(self, own: date) -> bool:
        """Return whether *own* can be the day of this moment in some zone between 12 hours behind and 14 ahead."""
        if self.utc_hour is None:
            return own == self.day
        apart = (own - self.day).days
        return apart == 0 or (apart == -1 and self.utc_hour < 12) or (apart == 1 and self.utc_hour >= 10)


def _day(year: str, month: str, day: str) -> date | None:
    """Return the date that three printed parts name, or None."""
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _figures(day: str, mark: str, month: str, year: str, lang: str | None) -> date | None:
    """Return the date of figures with the day first, or the month where it cannot be the day; None in doubt."""
    if int(month) > 12:
        # The month first: only American pages, which part the figures by strokes.
        return _day(year, day, month) if mark == "/" and lang in _MONTH_FIRST else None
    doubtful = int(day) <= 12 and day != month and lang in _MONTH_FIRST
    return None if doubtful else _day(year, month, day)


def read_written(found: re.Match[str], lang: str | None = None) -> date | None:
    """Return the day of one match of ``WRITTEN``; None where it is impossible or ambiguous in *lang*."""
    part = found.groupdict()
    if part["y4"]:
        return _figures(part["d4"], part["mark"], part["m4"], part["y4"], lang)
    number = next(n for n in "123" if part[f"y{n}"])
    return _day(part[f"y{number}"], part[f"m{number}"], part[f"d{number}"])


def written_days(text: str, lang: str | None = None) -> Iterator[date]:
    """Yield the full dates written in *text*: month names (English, French, German), ISO, figures without doubt.

    Figures are read with the day first in any language but English, and where *lang* is not known.
    """
    for found in WRITTEN.finditer(text):
        if (day := read_written(found, lang)) is not None:
            yield day


def machine_stamp(value: object, lang: str | None = None) -> Stamp | None:
    """Return the day of a machine-readable time as printed, of a written date, or of seconds since 1970."""
    if not isinstance(value, str):
        return None
    if _EPOCH.fullmatch(value.strip()):
        moment = datetime.fromtimestamp(int(value.strip()[:10]), UTC)
        return Stamp(moment.date(), moment.hour)
    found = _ISO_HEAD.match(value)
    day = _day(*found.groups()) if found else next(written_days(value[:100], lang), None)
    if day is None:
        return None
    clock = (
        _CLOCK.match(value, found.end()) if found else re.search(r"(\d\d):(\d\d)(?::\d\d)? (GMT|UTC|[+-]0000)", value)
    )
    if clock is None or (clock.group(3) or "").upper() not in _NO_OFFSET or clock.group(1, 2) == ("00", "00"):
        return Stamp(day)
    return Stamp(day, int(clock.group(1)))


def day_of_address(url: str | None) -> date | None:
    """Return the day that an address carries ("/2024/03/08/", "/2024/mar/08/"), or None."""
    found = _IN_ADDRESS.search(url or "")
    if found is None:
        return None
    return _day(*(part for part in found.group(1, 3, 4, 5, 6, 7) if part))
