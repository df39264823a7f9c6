"""The command ``doctor``."""

from __future__ import annotations

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import put, safe


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "doctor",
        epilog=examples("quote-verifier doctor", "quote-verifier doctor --config /srv/quotes/quote-verifier.toml"),
    )(doctor)


def doctor(db: DatabaseOption = None, config: ConfigOption = None, quiet: QuietOption = False) -> None:
    """Say what is wrong with this installation, and the fix.

    Ends with 1 if something is wrong. With --quiet only what is wrong is printed.
    """
    from flows.jobs.doctor import State, examine

    wrong = False
    for finding in examine(config, db):
        wrong |= finding.state is State.WRONG
        if finding.state is State.WRONG or not quiet:
            fix = f" → {finding.fix}" if finding.fix else ""
            put(safe(f"{finding.state:5}  {finding.subject}: {finding.message}{fix}"))
    raise typer.Exit(1 if wrong else 0)
