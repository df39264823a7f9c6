"""The command ``demo``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import QuietOption, examples
from flows.commands.screen import progress, put, rendered, say


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command("demo", epilog=examples("quote-verifier demo", "quote-verifier demo /tmp/first-look"))(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write; ./demo by default.")] = Path(
        "demo"
    ),
    quiet: QuietOption = False,
) -> None:
    """Verify a bundled article against 249 real addresses; writes a database and an HTML report, uses no network."""
    from flows.jobs.demo import demonstrate
    from flows.jobs.opening import utc_now
    from verifier.model.run import EXIT_CODES
    from verifier.report.terminal import show

    if not quiet:
        say("verifying an article written for this against 249 State of the Union addresses, 1790 to today …")
    with progress(quiet) as note:
        made = demonstrate(folder, utc_now, note)
    put(rendered(partial(show, checked=made.checked)))
    if not quiet:
        say("", f"wrote {made.database} and {made.report}", "", "Three commands to try next:")
        say(*_next_steps(made.database))
    raise typer.Exit(EXIT_CODES[made.run.status])


def _next_steps(database: Path) -> tuple[str, str, str]:
    """Return three commands that work on what the demonstration wrote."""
    words, speaker = "The era of big government is over", "Bill Clinton"
    return (
        f"  quote-verifier report --headline altered --db {database}",
        f'  quote-verifier quote "{words}" --speaker "{speaker}" --db {database}',
        f"  sqlite3 {database} 'select headline, speaker, quotation, said, dating, score from verdict_report'",
    )
