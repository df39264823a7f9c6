"""The commands ``sources list``, ``sources check`` and ``sources show``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, JsonOption, QuietOption, examples
from flows.commands.screen import progress, put, rendered

if TYPE_CHECKING:
    from rich.console import Console

    from flows.jobs.source_checks import SourceCheck


def register(app: typer.Typer) -> None:
    """Add the commands to *app*."""
    own = typer.Typer(no_args_is_help=True, help="List, check and show the configured sources of transcripts.")
    own.command("list", epilog=examples("quote-verifier sources list", "quote-verifier sources list --presets"))(
        list_sources
    )
    own.command(
        "check", epilog=examples("quote-verifier sources check", "quote-verifier sources check govuk-speeches")
    )(check_sources)
    own.command("show", epilog=examples("quote-verifier sources show wh-biden"))(show_source)
    app.add_typer(own, name="sources")


def list_sources(
    presets: Annotated[bool, typer.Option("--presets", help="The shipped publishers instead.")] = False,
    as_json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """List the configured sources, or the publishers that ship with the program."""
    from flows.jobs.source_lists import configured_rows, preset_rows

    rows = preset_rows() if presets else configured_rows(config, db)
    if as_json:
        put(json.dumps(rows, ensure_ascii=False, default=str))
        return
    if not rows:
        put("no source is configured; `quote-verifier sources list --presets` shows what ships")
        return
    put(rendered(partial(_table, rows=rows)))


def check_sources(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE…]", help="Sources by id; all by default.")
    ] = None,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Say of each source what works and what does not: its key, its control query, its list, how new that is.

    Nothing is stored. Ends with 3 if one of them fails.
    """
    from flows.jobs.harvesting import sources_of
    from flows.jobs.reading import make_fetcher
    from flows.jobs.source_checks import Health, check_source
    from flows.settings import Settings
    from verifier.harvest.parsing import ParsingChild

    settings = Settings.load(config)
    chosen = sources_of(settings, tuple(names or ())) if names else settings.source
    checks: list[SourceCheck] = []
    with ParsingChild() as child, progress(quiet) as note:
        for number, source in enumerate(chosen):
            note("checking sources", number, len(chosen))
            checks.append(check_source(settings, source, make_fetcher(settings), child, datetime.now(UTC).date()))
    if as_json:
        put(json.dumps([{"source": one.source, "health": one.health, "findings": one.findings} for one in checks]))
    else:
        rows: list[dict[str, object]] = [
            {"source": one.source, "": one.health.value, "found": "\n".join(one.findings)} for one in checks
        ]
        put(rendered(partial(_table, rows=rows)) if rows else "no source is configured")
    raise typer.Exit(3 if any(one.health is Health.FAILS for one in checks) else 0)


def show_source(
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="A configured source, or a shipped publisher.")],
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Show all of a source: its configuration written out, and how its last harvests ended."""
    from flows.jobs.source_lists import source_lines

    for line in source_lines(name, config, db):
        put(line)


def _table(console: Console, rows: list[dict[str, object]]) -> None:
    """Print rows as a table; its columns are the keys of the first."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in rows[0]:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row.values()))
    console.print(table)
