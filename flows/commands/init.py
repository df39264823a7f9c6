"""The command ``init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import examples
from flows.commands.screen import say
from verifier.errors import UsageError

_EXAMPLE = Path(__file__).parents[2] / "quote-verifier.example.toml"


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command("init", epilog=examples("quote-verifier init", "quote-verifier init /srv/quotes"))(init)


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write it.", metavar="[FOLDER]")] = Path(),
) -> None:
    """Write a commented quote-verifier.toml, never over one that is there."""
    target = folder / "quote-verifier.toml"
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(_EXAMPLE.read_text(encoding="utf-8"))
    except FileExistsError as error:
        raise UsageError(f"{target} is there already and stays as it is; remove it to start afresh") from error
    say(f"wrote {target}", "next: name your sources in it, then run `quote-verifier doctor`")
