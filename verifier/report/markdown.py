"""A run as Markdown, for a Prefect artifact: nothing that an article says can become markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from verifier.model.evidence import Headline
from verifier.model.run import RunReport
from verifier.report.card import Card, Checked, cards_of
from verifier.report.headlines import BY_URGENCY, LEAD, NOTES
from verifier.report.visible import one_line, shortened, web_link

# Also ":" and "@", from which GitHub's dialect makes links by itself.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&:@$^=\"'])")
_QUOTATION = 160  # characters of a quotation shown in a cell


def markdown_report(
    checked: Iterable[Checked], run: RunReport | None = None, previous: Mapping[str, Headline] | None = None
) -> str:
    """Return a run as Markdown: status and problems, the count of each headline, changed verdicts first, then all.

    *previous* holds the headline before by statement id.
    """
    articles = [(one, cards_of(one, previous)) for one in checked]
    changed = [card for _, cards in articles for card in cards if card.before_label]
    parts = [
        "# Quotations checked",
        *_status(run),
        escaped(LEAD),
        _counts(verdict.headline for one, _ in articles for verdict in one.verdicts),
    ]
    if changed:
        parts += ["## Changed verdicts", _table(changed)]
    for one, cards in articles:
        if same := [card for card in cards if not card.before_label]:
            parts += [f"## {_link(one.article.title or one.article.id, one.article.url)}", _table(same)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return *text* visible, on one line, with every character that Markdown could read escaped."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _status(run: RunReport | None) -> Iterator[str]:
    """Yield how the run ended and what went wrong in it."""
    if run is None:
        return
    policy = f" · policy {escaped(run.policy)}" if run.policy else ""
    yield f"**Run {escaped(run.kind)}: {run.status.value}** · ended {escaped(run.ended.isoformat())}{policy}"
    if run.problems:
        yield "\n".join(f"- {escaped(one.subject)}\\: {escaped(one.message)}" for one in run.problems)


def _counts(headlines: Iterable[Headline]) -> str:
    """Return how often each headline was given, most urgent first."""
    counts = Counter(headlines)
    if not counts:
        return "No statement was checked\\."
    rows = [f"| {NOTES[one].sign} {NOTES[one].label} | {counts[one]} |" for one in BY_URGENCY if counts[one]]
    return "\n".join(("| Verdict | Statements |", "| --- | ---: |", *rows))


def _table(cards: Iterable[Card]) -> str:
    """Return one row a statement; every row has the header's columns, whatever stands in it."""
    head = "| Verdict | Speaker | Quotation | Claimed | Record | Transcript |"
    return "\n".join((head, "| --- " * 6 + "|", *map(_row, cards)))


def _row(card: Card) -> str:
    place = card.place
    cells = (
        f"{card.sign} {escaped(card.label)}"
        + (f" \\(was\\: {escaped(card.before_label)}\\)" if card.before_label else ""),
        escaped(card.speaker),
        f"“{escaped(shortened(card.quotation, _QUOTATION))}”",
        str(card.claimed or "–"),
        str(place.day or "–") if place else "–",
        _link(place.title, place.url) if place else "–",
    )
    return f"| {' | '.join(cells)} |"


def _link(title: str, url: str | None) -> str:
    """Return a title, as a link where the URL is plain http or https."""
    link = web_link(url)
    return f"[{escaped(title)}](<{quote(link, safe=':/?#@!$&*+,;=%~-._')}>)" if link else escaped(title)
