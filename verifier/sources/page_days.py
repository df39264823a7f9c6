"""Every day that a record claims for its event, each with where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from verifier.articles.metadata import meta_values
from verifier.articles.published import day_of_address, published_of
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.claimed_days import days_in, read_days
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry
from verifier.sources.markup import Line, Markup

LISTED = frozenset({"listing", "feed", "api"})  # origins that are no part of the page itself
_HEAD = 8  # lines near the head among which a caption may stand
_CAPTION = re.compile(
    r".{0,60}?(?:seul le prononcé|nur das gesprochene wort|gesprochene wort|as (?:delivered|prepared))", re.IGNORECASE
)
_DATE_LINE = 70  # characters of a line that is a date and little else


@dataclass(frozen=True, slots=True)
class PageDays:
    """The claims, the configured order first, and what was strange about them.

    Flags: ``date_differs`` (no day of the page is within a day of the list's), ``date_ambiguous``,
    ``date_in_future`` (a claim after the day of retrieval was refused). ``own`` is True where the page itself tells
    a day, and not its address or its list alone.
    """

    claims: tuple[RecordDate, ...]
    flags: frozenset[str] = frozenset()
    own: bool = False


@dataclass(slots=True)
class _Claims:
    """Claims as they are gathered; a day is kept with the origin that told it first."""

    latest: date
    held: dict[date, str] = field(default_factory=dict)
    own: list[date] = field(default_factory=list)  # those that the page itself tells
    flags: set[str] = field(default_factory=set)

    def add(self, days: Sequence[date], origin: str) -> None:
        for day in days:
            if day > self.latest:
                self.flags.add("date_in_future")
            else:
                self.held.setdefault(day, origin)
                if origin not in LISTED and origin != "url":
                    self.own.append(day)
        if len(days) > 1 and origin != "title":
            self.flags.add("date_ambiguous")


def days_of_url(url: str | None, config: WebBase) -> tuple[date, ...]:
    """Return the day in an address: by the groups y, m, d of the source's pattern, else as addresses print days."""
    found = re.search(config.url_regex, url) if config.url_regex and url else None
    groups = found.groupdict() if found else {}
    if groups.get("y") and groups.get("m") and groups.get("d"):
        try:
            return (date(int(groups["y"]), int(groups["m"]), int(groups["d"])),)
        except ValueError:
            return ()
    day = day_of_address(url)
    return (day,) if day else ()


def _fields_of(where: str, markup: Markup | None) -> Iterator[str]:
    """Yield the texts at "meta:NAME" or "css:SELECTOR"; a machine-readable attribute before the words shown."""
    kind, _, name = where.partition(":")
    if markup is None:
        return
    if kind == "meta":
        yield from meta_values(markup.tree, name.lower())
        return
    for element in markup.select(name):
        for attribute in ("datetime", "content"):
            if value := element.get(attribute):
                yield value
        yield " ".join("".join(element.itertext()).split())


def _captions(lines: Sequence[Line], config: WebBase) -> Iterator[tuple[date, ...]]:
    """Yield the days of lines near the head that are a date and little else, or say that the spoken word counts."""
    languages = config.languages or ((config.language,) if config.language else ("en",))
    for line in lines[:_HEAD]:
        timed = config.date.time_line is not None and re.search(config.date.time_line, line.text)
        if len(line.text) > 2 * _DATE_LINE:
            continue
        days = days_in(line.text, languages, config.timezone)
        dated = len(line.text) <= _DATE_LINE and sum(map(str.isalpha, line.text)) <= 25
        if len(days) == 1 and (timed or dated or _CAPTION.match(line.text)):
            yield days


def _add_usual(claims: _Claims, markup: Markup | None, head: Sequence[Line]) -> None:
    """Take the day that the page's metadata or date line give, where the source does not say where its day stands.

    It is a claim only where there is no other, for it may be a day of publication.
    """
    if markup is None:
        return
    text = "\n".join(line.text for line in head[:_HEAD])
    found = published_of(markup.tree, text, None, today=claims.latest, shown=markup.shown)
    declared = [day for origin, day in found.claims if origin != "visible"]
    claims.own += declared
    if not claims.held and found.day is not None:
        claims.held[found.day] = "body" if found.origin == "visible" else "meta"


def _differ(own: Sequence[date], listed: Sequence[RecordDate]) -> bool:
    """Return whether both sides tell days and none of a page's own is within a day of any of the list's."""
    return bool(listed and own) and all(abs((day - one.day).days) > 1 for day in own for one in listed)


def page_days(
    page: Page, entry: Entry, config: WebBase, markup: Markup | None, title: str | None, head: Sequence[Line]
) -> PageDays:
    """Return the days that a page and its list claim; empty where none can be read."""
    languages = config.languages or ((config.language,) if config.language else ("en",))
    day_only = config.date.precision == "day" and "precision" in config.date.model_fields_set
    claims = _Claims(page.retrieved_at.date() + timedelta(days=1))
    url = entry.url or page.final_url or page.url
    listed = [claim for claim in entry.dates if claim.origin in LISTED]

    def read(text: str) -> tuple[date, ...]:
        return read_days(text, languages, config.timezone, day_only=day_only, form=config.date.format)

    for where in config.date.event:
        if where == "url":
            claims.add(days_of_url(url, config), "url")
        elif where in LISTED:
            for claim in (one for one in entry.dates if one.origin == where or where == "listing"):
                claims.add((claim.day,), claim.origin)
        elif where == "title":
            claims.add(days_in(title or "", languages, config.timezone)[:1], "title")
        elif where == "body":
            for days in _captions(head, config):
                claims.add(days, "body")
        else:
            days = next((found for text in _fields_of(where, markup) if (found := read(text))), ())
            claims.add(days, "meta" if where.startswith("meta:") else "body")
    # What else is told, after what the source's configuration trusts.
    claims.add(days_of_url(url, config), "url")
    for days in _captions(head, config):
        claims.add(days, "caption")
    for claim in entry.dates:
        claims.add((claim.day,), claim.origin)
    if "event" not in config.date.model_fields_set:
        _add_usual(claims, markup, head)
    # A title's day is no claim, but may show that this is another event's page.
    if _differ(claims.own or days_in(title or "", languages, config.timezone), listed):
        claims.flags.add("date_differs")
    held = tuple(RecordDate(day, origin) for day, origin in claims.held.items())
    return PageDays(held, frozenset(claims.flags), bool(claims.own))
