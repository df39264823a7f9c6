"""The command ``recheck``."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    QuietOption,
    an_interval,
    examples,
)
from flows.commands.screen import progress, put, rendered, say
from verifier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.report.card import Checked


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "recheck",
        epilog=examples(
            "quote-verifier recheck",
            "quote-verifier recheck 3f1c9a50d2b7e884",
            'quote-verifier recheck 3f1c9a50d2b7e884 --date 2024-03-05 --note "the article was corrected"',
        ),
    )(recheck)


def recheck(
    statement: Annotated[
        str | None, typer.Argument(metavar="[STATEMENT]", help="Its id, as `report` shows it.")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Who is in truth claimed to have said it.")] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="When, in truth: a day, or two joined by a slash.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why the claim is corrected.")] = None,
    as_json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Verify stored statements again: all that further or changed transcripts may settle, or the one that is named.

    What the article claims about a statement can be corrected; the correction is kept as a claim of its own,
    and later verdicts name it. A verdict that says nothing new is not stored again.
    """
    from flows.jobs.opening import open_desk
    from flows.jobs.rechecking import Correction, correct, recheck_pending
    from flows.jobs.rechecking import recheck as check_again
    from flows.jobs.running import running
    from flows.jobs.summing import summary

    correction = Correction(speaker, an_interval(day, "--date"), note)
    if correction.changes and statement is None:
        raise UsageError("--speaker, --date and --note correct one statement: name it")
    with open_desk(config, db, write=True) as desk, progress(quiet) as shown:
        if statement and correction.changes:
            correct(desk, statement, correction)
        named = [desk.store.load_statement(statement).id] if statement else None
        with running(desk, "recheck", {"statements": named}) as run:
            if named:
                checked = check_again(desk, run.id, named, run.tally, progress=shown)
            else:
                checked = recheck_pending(desk, run.id, run.tally, progress=shown)
    _print(checked, as_json)
    if not quiet:
        say(summary(run.ended()))


def _print(checked: Sequence[Checked], as_json: bool) -> None:
    """Print the verdicts, by article."""
    from verifier.report.json_report import check_json
    from verifier.report.terminal import show

    for one in checked:
        if as_json:
            put(json.dumps(check_json(one.article, one.statements, one.verdicts), ensure_ascii=False))
        else:
            put(rendered(partial(show, checked=one)))
