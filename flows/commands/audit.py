"""The command ``audit``."""

from __future__ import annotations

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import progress, put, safe, say


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "audit",
        epilog=examples("quote-verifier audit", "quote-verifier audit --db /srv/quotes/quote-verifier.db --quiet"),
    )(audit)


def audit(db: DatabaseOption = None, config: ConfigOption = None, quiet: QuietOption = False) -> None:
    """Derive everything again from what is stored: bytes, texts, places, verdicts; one line for each that differs.

    The stored bytes are held against their hashes, transcripts and articles are read from them anew, every
    quotation and every matched word is looked up at its place, and the newest verdict on each statement is made
    again. Ends with 1 if anything differs without a reason. Nothing is written.
    """
    from flows.jobs.auditing import Audited, audit
    from flows.jobs.opening import open_desk

    audited, findings = Audited(), 0
    with open_desk(config, db, write=False) as desk, progress(quiet) as note:
        for finding in audit(desk, audited, note):
            findings += 1
            put(safe(f"{finding.subject}: {finding.message}"))
    if not quiet:
        say(*audited.notes)
        say(
            f"audit: {audited.snapshots} snapshots, {audited.versions} transcript texts ({audited.read_again} read"
            f" again from their bytes), {audited.articles} articles, {audited.verdicts} verdicts"
            f" ({audited.judged_again} made again alike); {findings or 'no'} finding{'' if findings == 1 else 's'}"
        )
    raise typer.Exit(1 if findings else 0)
