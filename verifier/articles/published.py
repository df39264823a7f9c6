"""The publication date of an article, with where it was found.

Given > JSON-LD > meta elements > visible > address. A day is taken as printed, in the outlet's own
zone. A figure date whose month and day could be exchanged is not believed: a month's slip is what
this program looks for in others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from verifier.articles.metadata import linked_data, meta_values

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "jänner": 1, "fevrier": 2, "aout": 8, "decembre": 12, "mrz": 3, "okt": 10, "dez": 12}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<d4>1[3-9]|2\d|3[01])[./](?P<m4>\d{1,2})[./](?P<y4>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<mark>[/_-]?)(0[1-9]|1[0-2])(?P=mark)(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO_HEAD = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_LATER = re.compile(
    r"\b(?:updated|modified|edited|aktualisiert|mis à jour|modifié|accessed|retrieved)\b", re.IGNORECASE
)
_META = (
    "article:published_time og:article:published_time og:published_time datepublished published publication_date "
    "pubdate publishdate publish-date parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created "
    "dc.date dcterms.date article:published cxenseparse:recs:publishtime date"
).split()
_FIRST_NEWSPAPER = date(1600, 1, 1)
_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n—–]{0,80}?\s(?:[—–]|--?)\s")
_LABELS = re.compile(
    r"\b(?:(?:first )?published|posted|publication date|date|on|at|by|from|in|min(?:ute)?s?|read|p\.?m|a\.?m"
    r"|publié(?:e)?|le|par|veröffentlicht|am|um|uhr|von|vom)\b",
    re.IGNORECASE,
)
_SENTENCE_WORD = re.compile(r"\b[a-zà-ÿ]{2,}\b")
_DATE_LINE_LENGTH = 100  # characters
_HEAD_LINES = 8  # lines at the top of a text among which a date is the article's own


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date with its origin; both None where the article does not say."""

    day: date | None = None
    origin: str | None = None  # given, json-ld, meta, visible, url
    flags: tuple[str, ...] = ()


def _day(year: str, month: str, day: str) -> date | None:
    """Return the date that three printed parts name, or None."""
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def written_days(text: str) -> Iterator[date]:
    """Yield the full dates written in *text*: month names (English, French, German), ISO, figures over 12 first."""
    for found in _WRITTEN.finditer(text):
        part = found.groupdict()
        number = next(n for n in "1234" if part[f"y{n}"])
        day = _day(part[f"y{number}"], part[f"m{number}"], part[f"d{number}"])
        if day is not None:
            yield day


def _machine_day(value: object) -> date | None:
    """Return the calendar day of a machine-readable time as printed, or of a written date."""
    if not isinstance(value, str):
        return None
    found = _ISO_HEAD.match(value)
    return _day(*found.groups()) if found else next(written_days(value[:100]), None)


def _from_linked_data(tree: HtmlElement) -> Iterator[date]:
    """Yield the publication days that the page's JSON-LD gives."""
    for thing in linked_data(tree):
        if day := _machine_day(thing.get("datePublished")):
            yield day


def _from_meta(tree: HtmlElement) -> Iterator[date]:
    """Yield the publication days of meta elements and of a time element marked as such."""
    for value in meta_values(tree, *_META):
        if day := _machine_day(value):
            yield day
    for stamp in tree.iter("time"):
        if (stamp.get("itemprop") or "").lower() == "datepublished" and (day := _machine_day(stamp.get("datetime"))):
            yield day


def _from_page(tree: HtmlElement) -> Iterator[date]:
    """Yield the days of visible date lines: time elements, then elements named for a date or byline."""
    for stamp in tree.iter("time"):
        around = f"{stamp.get('class') or ''} {stamp.get('itemprop') or ''} {stamp.text_content()[:80]}"
        if not _LATER.search(around) and (day := _machine_day(stamp.get("datetime") or stamp.text_content())):
            yield day
    for element in tree.iter("span", "p", "div", "li", "small"):
        named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
        if re.search(r"date|publish|posted|byline|timestamp|meta", named):
            yield from _from_lines(element.text_content()[:200])


def _is_date_line(line: str) -> bool:
    """Return whether a line holds little but a date: names and labels, but no words of a sentence."""
    rest = _WRITTEN.sub(" ", line)
    return not (_LATER.search(rest) or _SENTENCE_WORD.search(_LABELS.sub(" ", rest)))


def _from_lines(text: str) -> Iterator[date]:
    """Yield the days in the date lines and datelines at the top of a text; not those that it tells of."""
    lines = [line.strip() for line in text[:10_000].split("\n") if line.strip()][:_HEAD_LINES]
    for line in lines:
        dateline = _DATELINE.match(line)  # "KYIV, March 8, 2024 — The minister …"
        head = dateline.group() if dateline else line
        if len(head) <= _DATE_LINE_LENGTH and _is_date_line(head):
            yield from written_days(head)


def day_of_address(url: str | None) -> date | None:
    """Return the day that an address carries ("/2024/03/08/"), or None."""
    found = _IN_ADDRESS.search(url or "")
    return _day(found.group(1), found.group(3), found.group(4)) if found else None


def _claims(tree: HtmlElement | None, text: str, url: str | None) -> Iterator[tuple[str, date]]:
    """Yield every publication day found, best origin first."""
    if tree is not None:
        yield from (("json-ld", day) for day in _from_linked_data(tree))
        yield from (("meta", day) for day in _from_meta(tree))
        yield from (("visible", day) for day in _from_page(tree))
    yield from (("visible", day) for day in _from_lines(text))
    if day := day_of_address(url):
        yield "url", day


def published_of(
    tree: HtmlElement | None, text: str, url: str | None, *, given: date | None = None, today: date | None = None
) -> Published:
    """Return when an article was published and where that was found.

    A day after *today* is not believed. Where JSON-LD, meta and address differ by over a day, the
    best origin is taken and ``published_conflict`` flagged.
    """
    if given is not None:
        return Published(given, "given")
    claims = [(origin, day) for origin, day in _claims(tree, text, url) if day >= _FIRST_NEWSPAPER]
    believed = [(origin, day) for origin, day in claims if today is None or day <= today]
    flags = ("published_in_future",) if len(believed) < len(claims) else ()
    if not believed:
        return Published(flags=flags)
    origin, day = believed[0]
    first = {name: when for name, when in reversed(believed) if name != "visible"}
    if any(abs((when - day).days) > 1 for when in first.values()):
        flags = (*flags, "published_conflict")
    return Published(day, origin, flags)
