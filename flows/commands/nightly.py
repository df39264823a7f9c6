"""The command ``nightly``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, examples
from flows.commands.screen import progress, put, rendered, say, say_problems


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "nightly",
        epilog=examples("quote-verifier nightly", "quote-verifier nightly --report /srv/www/quotes.html --quiet"),
    )(nightly)


def nightly(
    offline: Annotated[bool, typer.Option("--offline", help="Use no network: no feeds.")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.html", help="Write a report for readers.")
    ] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Harvest the sources, verify what is new in the watched folders and feeds, check again what was pending.

    What it does, the Prefect deployment `nightly` does on a schedule. Ends with 3 if a source or an article
    failed, with 75 if another run is at work.
    """
    from flows.jobs.alerting import alert
    from flows.jobs.nightly import run_nightly
    from flows.jobs.opening import open_desk
    from flows.jobs.publishing import published, write_whole
    from flows.jobs.summing import summary
    from verifier.model.run import EXIT_CODES
    from verifier.report.html import html_report
    from verifier.report.terminal import show

    with open_desk(config, db, write=True) as desk, progress(quiet) as note:
        run, number = run_nightly(desk, offline=offline, progress=note)
        found = published(desk.store, number)
        untold = alert(desk.settings.alerts, run, found)
    for one in found.checked:
        put(rendered(partial(show, checked=one, previous=found.previous, details=False)))
    if report:
        write_whole(report, html_report(found.checked, run=run, previous=found.previous))
    say_problems([*run.problems, *((untold,) if untold else ())])
    if not quiet:
        say(summary(run))
    raise typer.Exit(EXIT_CODES[run.status])
