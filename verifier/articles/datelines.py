"""Datelines and date lines: the lines at the head of an article that tell when it appeared, not what it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verifier.articles.days import WRITTEN, read_written

# A day after one of these is not that of publication.
LATER = re.compile(
    r"updated?|modified|edited|revised|corrected|last (?:changed|reviewed)|accessed|retrieved|archived|printed|as of"
    r"|aktualisi\w+|stand\b|zuletzt|geändert|abgerufen|gedruckt|mis(?:e)? à jour|modifiée?|actualisé\w*|maj\b|imprimé"
    r"|consulté|expires?|deadline|effective",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"publi(?:shed|cation|é\w*)|posted|issued|released|erschienen|veröffentlicht|erstellt|first|created|mis en ligne",
    re.IGNORECASE,
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mon tue tues wed thu thur thurs fri sat sun"
    " lun mar mer jeu ven sam dim mo di mi do fr sa so"
).replace(" ", "|")
_LABELS = re.compile(
    rf"\b(?:{LATER.pattern}|{_FIRST.pattern}|(?:re)?published|date|on|at|by|from|in|of|for|and|min(?:ute)?s?|read|p\.?m"
    rf"|a\.?m|\d+\s?h(?:\s?\d\d)?|et|le|la|à|de|par|am|um|uhr|von|vom|van|und|der|den|the|{_WEEKDAYS})\b",
    re.IGNORECASE,
)
_SENTENCE_WORD = re.compile(r"\b[a-zà-ÿ]{2,}\b")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n—–]{0,80}?\s(?:[—–]|--?)\s")
_LINE_LENGTH = 120  # characters
_HEAD_LINES = 8  # lines at the top of a text among which a date is the article's own


def days_of_line(line: str, lang: str | None = None) -> Iterator[date]:
    """Yield the days that a line gives for publication: none after "updated" and the like.

    A line with words of a sentence is none of date: it tells of a day.
    """
    if len(line) > _LINE_LENGTH or _SENTENCE_WORD.search(_LABELS.sub(" ", WRITTEN.sub(" ", line))):
        return
    since = 0
    for found in WRITTEN.finditer(line):
        label = line[since : found.start()]
        since = found.end()
        later = [one.end() for one in LATER.finditer(label)]
        first = [one.end() for one in _FIRST.finditer(label)]
        if later and later[-1] > max(first, default=-1):
            continue
        if (day := read_written(found, lang)) is not None:
            yield day


def days_of_head(text: str, lang: str | None = None) -> Iterator[date]:
    """Yield the days in the date lines and datelines at the top of a text; not those that it tells of."""
    lines = [line.strip() for line in text[:10_000].split("\n") if line.strip()][:_HEAD_LINES]
    for line in lines:
        dateline = _DATELINE.match(line)  # "KYIV, March 8, 2024 — The minister …"
        yield from days_of_line(dateline.group() if dateline else line, lang)
