"""The command ``explain``."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, JsonOption, QuietOption, examples
from flows.commands.screen import put


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "explain",
        epilog=examples("quote-verifier explain 3f1c9a50d2b7e884", "quote-verifier explain 17 --json"),
    )(explain)


def explain(
    key: Annotated[str, typer.Argument(metavar="ID", help="A statement's id or a verdict's number.")],
    as_json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show all that led to a verdict: quotation, claim, match, edits, axes, reasons, and the evidence behind them."""
    from flows.jobs.explaining import explanation_json, explanation_lines
    from flows.jobs.opening import open_desk

    with open_desk(config, db, write=False) as desk:
        found = desk.store.explain_rows(key.strip())
        if as_json:
            put(json.dumps(explanation_json(desk.store, found), ensure_ascii=False))
            return
        for line in explanation_lines(desk.store, found):
            put(line)
