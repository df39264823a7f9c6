"""The command ``fsck``."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import put, safe, say


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command("fsck", epilog=examples("quote-verifier fsck", "quote-verifier fsck --repair"))(fsck)


def fsck(
    repair: Annotated[
        bool, typer.Option("--repair", help="Remove evidence files that no row names, and unfinished ones.")
    ] = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Look whether the database and the evidence folder are sound; one line for each thing that is not.

    Pages and references of the database, the index over words against the texts, evidence files without a row,
    rows without a file, files that others may read. Files younger than an hour are left alone: a run may be
    writing them. Ends with 1 if something is wrong and was not mended. What the bytes say is checked by `audit`.
    """
    from flows.jobs.fsck import fsck
    from flows.jobs.opening import open_desk

    wrong = mended = 0
    with open_desk(config, db, write=False) as desk:
        for checked in fsck(desk, repair=repair):
            fault = checked.fault
            wrong, mended = wrong + (not checked.mended), mended + checked.mended
            told = "removed" if checked.mended else fault.message
            put(safe(f"{fault.kind.value:10}  {fault.subject}: {told}"))
    if not quiet:
        say(f"fsck: {wrong or 'nothing'} wrong" + (f", {mended} removed" if mended else ""))
    raise typer.Exit(1 if wrong else 0)
