"""Verdicts as text for a terminal: a table, then what each statement needs said about it.

Nothing here needs colour (signs and labels say the same), and nothing needs a terminal.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from verifier.model.article import Statement
from verifier.model.evidence import Headline, Verdict
from verifier.model.run import RunReport, RunStatus
from verifier.report.axis_words import PROBABILITY
from verifier.report.card import Card, Checked, Place, Searched, card_of, cards_of, day_words
from verifier.report.headlines import LEAD, Tone
from verifier.report.visible import one_line, shortened, visible
from verifier.report.wordiff import Piece, State

_NARROW = 90  # columns; below it a table would cut every cell to pieces
_TONES = {
    Tone.AGREES: "green",
    Tone.NOTICE: "cyan",
    Tone.DIFFERS: "bold red",
    Tone.ABSENT: "yellow",
    Tone.OPEN: "dim",
}
_PIECES = {
    State.EQUAL: ("", "", ""),
    State.CHANGED: ("{+", "+}", "green"),
    State.ADDED: ("{+", "+}", "green"),
    State.DROPPED: ("[-", "-]", "red"),
    State.MARKED: ("", "", "cyan"),
}
_LEGEND = (
    f"In a word diff [-these-] are the record's words and {{+these+}} the article's. A score is the {PROBABILITY}."
)
_STATUS = {
    RunStatus.COMPLETE: "green",
    RunStatus.DEGRADED: "yellow",
    RunStatus.FAILED: "bold red",
    RunStatus.ABANDONED: "yellow",
    RunStatus.RUNNING: "dim",
}


def show(
    console: Console,
    checked: Checked,
    *,
    run: RunReport | None = None,
    previous: Mapping[str, Headline] | None = None,
    details: bool = True,
) -> None:
    """Print one article's verdicts: run status, table, then differences, reasons and coverage by statement.

    *previous* holds the headline before by statement id: those that changed stand first.
    ``details=False`` prints the table alone.
    """
    cards = changed_first(cards_of(checked, previous))
    for part in _parts(checked, cards, run, console, details):
        console.print(part, highlight=False)


def as_text(checked: Checked, *, run: RunReport | None = None, width: int = 100, details: bool = True) -> str:
    """Return what ``show`` prints, as plain text without any control sequence."""
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        show(console, checked, run=run, details=details)
    return captured.get()


def verdict_lines(statement: Statement, verdict: Verdict, *, width: int = 100) -> list[str]:
    """Return the verdict on a quotation given by itself as plain lines: label, differences, reasons, evidence."""
    card = card_of(None, statement, verdict)
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(_label(card), highlight=False)
        for line in _indented(console, _lines(card)):
            console.print(line, highlight=False)
        console.print(Text(f"\n{LEAD}"), highlight=False)
    return [line.rstrip() for line in captured.get().splitlines()]


def changed_first(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards in their order, but those first whose headline changed."""
    return tuple(sorted(cards, key=lambda card: card.before_label is None))


def diff_text(pieces: Sequence[Piece]) -> Text:
    """Return a word diff with signs and colours: [-the record's words-] {+the quotation's+}."""
    text = Text()
    for piece in pieces:
        opening, closing, style = _PIECES[piece.state]
        text.append(f"{opening}{one_line_kept(piece.text)}{closing}", f"bold {style}" if piece.material else style)
    return text


def one_line_kept(text: str) -> str:
    """Return *text* visible and without line breaks, its outer spaces kept."""
    return visible(text).replace("\n", " ").replace("\t", " ")


def _parts(
    checked: Checked, cards: Sequence[Card], run: RunReport | None, console: Console, details: bool
) -> Iterator[RenderableType]:
    """Yield everything that is printed, from head to foot."""
    yield _head(checked)
    if run:
        yield from _status(run)
    if not cards:
        yield Text("No quotation was found in it.")
        return
    numbered = list(enumerate(cards, 1))
    if console.width >= _NARROW:
        yield _table(numbered)
    else:
        yield from _indented(console, _list(numbered))
    if details:
        for number, card in numbered:
            yield Text.assemble(f"\n{number}. ", _label(card), f" · {one_line(card.speaker)}")
            yield from _indented(console, _lines(card))
        yield Text(f"\n{_LEGEND}", "dim")
    yield Text(f"\n{LEAD}", "dim")


def _head(checked: Checked) -> Text:
    article = checked.article
    text = Text(one_line(article.title or article.url or "Quotations"), "bold")
    published = f"published {day_words(article.published)}" if article.published else "publication date unknown"
    text.append(f"\n{', '.join(filter(None, (one_line(article.outlet or ''), published)))}", "dim")
    return text


def _status(run: RunReport) -> Iterator[Text]:
    """Yield how the run ended and what went wrong in it."""
    yield Text.assemble("Run: ", (run.status.value, _STATUS[run.status]))
    for problem in run.problems:
        yield Text(f"  ! {one_line(problem.subject)}: {one_line(problem.message)}", "yellow")


def _table(cards: Sequence[tuple[int, Card]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Verdict", ratio=4)
    table.add_column("Speaker", ratio=4)
    table.add_column("Quotation", ratio=9)
    table.add_column("Claimed → record", min_width=23)
    table.add_column("Transcript", ratio=6)
    for number, card in cards:
        cells = (
            one_line(card.speaker),
            f"“{shortened(card.quotation, 75)}”",
            _dates(card),
            shortened(card.place.title, 60) if card.place else "–",
        )
        table.add_row(str(number), _label(card), *map(Text, cells))
    return table


def _list(cards: Sequence[tuple[int, Card]]) -> Iterator[tuple[Text, int]]:
    """Yield the same as the table for a narrow screen: some lines a statement, each with its indent."""
    for number, card in cards:
        yield Text.assemble(f"{number}. ", _label(card), f"  {one_line(card.speaker)}"), 0
        yield Text(f"“{shortened(card.quotation, 120)}”"), 3
        yield Text(_dates(card)), 3
        if card.place:
            yield Text(one_line(card.place.title)), 3


def _label(card: Card) -> Text:
    label = Text(f"{card.sign} {card.label}", _TONES[card.tone])
    if card.before_label:
        label.append(f" (was: {card.before_label})", "dim")
    return label


def _dates(card: Card) -> str:
    """Return the claimed and the recorded day: "1943-01-07 → 1944-01-11"."""
    recorded = card.place.day if card.place else None
    return f"{card.claimed or 'none'} → {recorded or '–'}"


def _indented(console: Console, lines: Iterable[tuple[Text, int]]) -> Iterator[Text]:
    """Yield lines wrapped to the console, each part behind its indent and without padding."""
    for line, indent in lines:
        for part in line.wrap(console, max(console.width - indent, 1)):
            part.rstrip()
            yield Text(" " * indent).append_text(part)


def _lines(card: Card) -> Iterator[tuple[Text, int]]:
    """Yield the lines on one statement, each with its indent in columns."""
    yield Text(card.sentence), 3
    if any(piece.state is not State.EQUAL for piece in card.diff):
        yield diff_text(card.diff), 3
    else:
        yield Text(f"“{one_line(card.quotation)}”"), 3
    for reason in card.reasons:
        yield Text(f"· {one_line(reason)}"), 3
    if card.place:
        yield from ((line, 5) for line in _evidence(card.place, card.score))
    if card.unfound:
        yield from ((line, 5) for line in _coverage(card.searched))


def _evidence(place: Place, score: str) -> Iterator[Text]:
    """Yield where the words stand."""
    day = str(place.day) if place.day else None
    standing = f"turn {place.turn}, {place.standing}, score {score.partition(' ')[0]}"
    where = filter(None, (place.title, place.speaker, day, place.place, standing))
    yield Text(one_line(", ".join(where)), "dim")
    if place.url:
        yield Text(one_line(place.url), "dim", overflow="fold")


def _coverage(searched: Searched) -> Iterator[Text]:
    """Yield what was searched in vain."""
    yield Text(f"Searched: {one_line(searched.window)}; {one_line(searched.extent)}", "dim")
    for source, outcome in searched.sources:
        yield Text(f"– {one_line(source)}: {one_line(outcome)}", "dim")
    if searched.gaps:
        yield Text(f"– not held: {one_line(', '.join(searched.gaps))}", "dim")
