"""The command ``quotes``."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import progress, say
from verifier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.commands.answers import Answers
    from flows.jobs.lists import Asked, Broken
    from flows.jobs.progress import Progress

_OBJECTS_MADE = 10_000  # before unreachable ones are looked for; the rule is 700


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "quotes",
        epilog=examples(
            "quote-verifier quotes claims.jsonl > answers.jsonl",
            "quote-verifier quotes claims.csv --jsonl --db quotes.db",
            "quote-verifier quotes long.jsonl --resume answers.jsonl",
        ),
    )(quotes)


def quotes(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl|FILE.csv", help="The list, one quotation a row.")],
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Answer as JSON lines; the default for a .jsonl list.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Answer as CSV; the default for a .csv list.")] = False,
    resume: Annotated[
        Path | None,
        typer.Option("--resume", metavar="OUT", help="Write to OUT, going on after the answers that stand there."),
    ] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Verify a list of quotations against what is stored: one answer a row, in the order of the list.

    Columns: quote, and optionally id, claimed_speaker, claimed_date (a day, or two joined by a slash), lang,
    published. All columns are passed through. A broken row is reported with its line, and the rest goes on.
    """
    from flows.commands.answers import open_answers
    from flows.jobs.lists import is_csv, read_list

    if jsonl and as_csv:
        raise UsageError("--jsonl and --csv exclude each other")
    answers = open_answers(resume, as_csv=as_csv or (is_csv(file) and not jsonl))
    with progress(quiet) as note, answers:
        kept, broken = _answer(answers.unanswered(read_list(file)), answers, note, db, config)
    if not quiet or broken:
        say(f"{kept} answered" + (f", {broken} broken" if broken else ""))
    if broken:
        raise typer.Exit(3 if kept or answers.before else 1)


def _answer(
    rows: Iterator[Asked | Broken], answers: Answers, note: Progress, db: str | None, config: Path | None
) -> tuple[int, int]:
    """Answer the rows; return how many were answered and how many were broken."""
    from flows.jobs.lists import Asked, Broken
    from flows.jobs.opening import open_desk
    from flows.jobs.quoting import answer_list, replaced_columns

    kept = broken = 0
    rows, first = _peeked(rows)
    if isinstance(first, Asked) and (replaced := replaced_columns(first)):
        say(f"columns of the list that the answer replaces: {', '.join(replaced)}")
    with open_desk(config, db, write=False) as desk, _collecting_seldom():
        for found in answer_list(rows, desk.corpus, desk.people, desk.policy):
            if isinstance(found, Broken):
                broken += 1
                say(f"line {found.line}: {found.message}")
            else:
                kept += 1
                answers.add(found)
            note("answering", answers.before + kept + broken)
    return kept, broken


def _peeked(rows: Iterator[Asked | Broken]) -> tuple[Iterator[Asked | Broken], Asked | Broken | None]:
    """Return the rows unread, and the first of them."""
    from itertools import chain

    first = next(rows, None)
    return (rows, None) if first is None else (chain((first,), rows), first)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for unreachable objects seldom, and never among those that the start has made.

    The thousands of objects that an answer takes hold no cycles: looking for them so often as is the rule
    costs a fifteenth of each answer.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_MADE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
