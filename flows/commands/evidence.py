"""The command ``evidence``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import progress, say


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Hand on the bytes behind what was found.")
    group.callback()(_evidence)
    group.command("export", epilog=examples("quote-verifier evidence export --warc evidence.warc.gz"))(export)
    app.add_typer(group, name="evidence")


def _evidence() -> None:
    """Hand on the bytes behind what was found."""


def export(
    warc: Annotated[Path, typer.Option("--warc", metavar="FILE", help="Where to write; it must not be there yet.")],
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the pages that were received from the web as a WARC file, each with its address, time and SHA-256.

    Pages of sources whose licence keeps whole pages from others (`store` is not "full") are left out, and so are
    files that were given by hand.
    """
    from flows.jobs.opening import open_desk
    from flows.jobs.warc import export_warc

    with open_desk(config, db, write=False) as desk, progress(quiet) as note:
        count = export_warc(desk, warc, note)
    if not quiet:
        say(f"evidence export: {count} page{'' if count == 1 else 's'} in {warc}")
