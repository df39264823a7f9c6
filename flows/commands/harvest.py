"""The command ``harvest``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, a_day, examples
from flows.commands.screen import progress, say, say_problems
from verifier.errors import LeaseHeld, UsageError

if TYPE_CHECKING:
    from verifier.model.run import RunReport
    from verifier.model.text import Interval


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "harvest",
        epilog=examples(
            "quote-verifier harvest",
            "quote-verifier harvest wh-biden --since 2024-03-01 --until 2024-03-31",
        ),
    )(harvest)


def harvest(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE…]", help="Sources by id; all that are enabled by default.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Only records of this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Only records of this day or earlier.")
    ] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take in the new transcripts of the configured sources.

    A walk that was stopped goes on where it was; what is known is asked for again only for what changed.
    Ends with 3 if a source, or a record of one, failed; the rest is stored.
    """
    from flows.jobs.summing import summary
    from verifier.model.run import EXIT_CODES

    report = _harvest(tuple(sources or ()), _window(since, until), db, config, quiet)
    say_problems(report.problems)
    if not quiet:
        say(summary(report))
    raise typer.Exit(EXIT_CODES[report.status])


def _harvest(
    names: tuple[str, ...], window: Interval | None, db: str | None, config: Path | None, quiet: bool
) -> RunReport:
    """Harvest the named sources, or all, in a run of its own; return its report."""
    from flows.jobs.harvesting import expect_reachable, harvest_all, sources_of
    from flows.jobs.opening import open_desk
    from flows.jobs.running import running
    from flows.settings import Settings

    chosen = sources_of(Settings.load(config, database=db), names)
    held = 0
    with open_desk(config, db, write=True) as desk, progress(quiet) as note:
        expect_reachable(desk.settings, chosen)
        with running(desk, "harvest", {"sources": [source.id for source in chosen]}) as run:
            for name, tally in harvest_all(desk, run.id, run.owner, chosen, note, window=window):
                run.tally.add(tally)
                run.tally.inputs += not tally.held
                held += tally.held
                if not quiet:
                    failed = f", {len(tally.problems)} problems" if tally.problems else ""
                    say(f"{name}: {tally.transcripts_added} new{failed}")
    if chosen and held == len(chosen):
        raise LeaseHeld(f"another run harvests {', '.join(source.id for source in chosen)}: try again when it ended")
    return run.ended()


def _window(since: str | None, until: str | None) -> Interval | None:
    """Return the days that the options name; UsageError where they are none."""
    from verifier.model.text import Interval

    first, last = a_day(since, "--since"), a_day(until, "--until")
    if first is None and last is None:
        return None
    first, last = first or date(1900, 1, 1), last or date(2999, 12, 31)
    if last < first:
        raise UsageError(f"--until {last} is before --since {first}")
    return Interval(first, last)
