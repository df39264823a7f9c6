"""Verdicts as one self-contained HTML page: no script, nothing loaded from anywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.model.article import Article
from verifier.model.evidence import Headline
from verifier.model.run import RunReport
from verifier.report.axis_words import PROBABILITY
from verifier.report.card import Card, Checked, cards_of, day_words, interval_words
from verifier.report.headlines import BY_URGENCY, LEAD, NOTES, HeadlineNote
from verifier.report.visible import one_line, shortened, visible, web_link

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A card with its number on the page."""

    number: int
    card: Card


@dataclass(frozen=True, slots=True)
class Section:
    """One article with its cards: those first whose verdict changed."""

    article: Article
    cards: tuple[Numbered, ...]


def html_report(
    checked: Sequence[Checked],
    *,
    run: RunReport | None = None,
    checked_at: datetime | None = None,
    previous: Mapping[str, Headline] | None = None,
) -> str:
    """Return the page on one article or on all those of a run.

    *checked_at* is an aware time, by default the run's end. *previous* holds the headline before
    by statement id: verdicts that changed stand first.
    """
    sections = _sections(checked, previous)
    at = checked_at or (run.ended if run else None)
    return _template().render(
        title=_title(checked),
        sections=sections,
        changed=[numbered for section in sections for numbered in section.cards if numbered.card.before_label],
        counts=_counts(checked),
        total=sum(len(section.cards) for section in sections),
        run=run,
        checked_at=time_words(at) if at else None,
        policies=sorted({verdict.policy for one in checked for verdict in one.verdicts}),
        lead=LEAD,
        probability=PROBABILITY,
    )


def time_words(at: datetime) -> str:
    """Return an aware time in UTC, to the minute: "8 March 2024, 06:30 UTC"."""
    utc = at.astimezone(UTC)
    return f"{day_words(utc.date())}, {utc:%H:%M} UTC"


def language_tag(lang: str) -> str:
    """Return *lang* where it is the shape of a language tag, else "und", which stands for unknown."""
    return lang if _LANGUAGE.fullmatch(lang) else "und"


def _title(checked: Sequence[Checked]) -> str:
    if len(checked) == 1:
        article = checked[0].article
        return one_line(article.title or article.url or "Quotations checked")
    return f"Quotations of {len(checked)} articles"


def _sections(checked: Sequence[Checked], previous: Mapping[str, Headline] | None) -> tuple[Section, ...]:
    """Return the articles with their cards, numbered through the page."""
    sections: list[Section] = []
    number = 1
    for one in checked:
        cards = sorted(cards_of(one, previous), key=lambda card: card.before_label is None)
        sections.append(Section(one.article, tuple(Numbered(at, card) for at, card in enumerate(cards, number))))
        number += len(cards)
    return tuple(sections)


def _counts(checked: Sequence[Checked]) -> list[tuple[HeadlineNote, int]]:
    """Return how often each headline was given, most urgent first."""
    counts = Counter(verdict.headline for one in checked for verdict in one.verdicts)
    return [(NOTES[headline], counts[headline]) for headline in BY_URGENCY if counts[headline]]


@lru_cache(maxsize=1)
def _template() -> Template:
    """Return the page's template; every value is escaped where it is put in."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        shown=visible,
        line=one_line,
        shortened=shortened,
        web_link=web_link,
        language=language_tag,
        day=day_words,
        interval=interval_words,
    )
    # Our own file, written by us: the one thing that is put in unescaped.
    environment.globals["style"] = Markup((_HERE / "report.css").read_text(encoding="utf-8"))
    return environment.get_template("report.html.jinja")
