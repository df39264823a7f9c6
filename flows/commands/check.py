"""The command ``check``."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    QuietOption,
    a_day,
    examples,
    one_of,
)
from flows.commands.screen import progress, put, rendered, say, say_problems

if TYPE_CHECKING:
    from datetime import date

    from verifier.model.run import RunReport
    from verifier.report.card import Checked


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "check",
        epilog=examples(
            "quote-verifier check article.html --published 2024-03-08",
            "quote-verifier check https://news.example.org/2024/03/08/visit --report visit.html",
            "quote-verifier check morning/*.txt --json --fail-on altered,misattributed",
            "pbpaste | quote-verifier check - --published 2024-03-08",
        ),
    )(check)


def check(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Paths, http(s) addresses, or - for standard input.")
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When they were published, where they do not say.")
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Use no network, only what is stored.")] = False,
    as_json: JsonOption = False,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.html", help="Write a report for readers.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="HEADLINES", help="End with 4 if a verdict has one of these.")
    ] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Verify the quotations of articles against the stored transcripts, and store the verdicts.

    With --json one JSON object an article, on one line.
    """
    from flows.jobs.reading import expect_no_address
    from verifier.model.evidence import Headline

    day = a_day(published, "--published")
    every = tuple(headline.value for headline in Headline)
    dreaded = [one_of(name.strip(), every, "--fail-on") for name in (fail_on or "").split(",") if name.strip()]
    if offline:
        expect_no_address(articles)
    checked, run = _check(articles, day, db, config, quiet, offline=offline)
    _print(checked, run, as_json, quiet)
    if report:
        _write_report(report, checked, run, quiet)
    met = {headline for headline, count in run.headlines if count}
    raise typer.Exit(_exit_code(run, bool(met.intersection(dreaded))))


def _check(
    articles: list[str], day: date | None, db: str | None, config: Path | None, quiet: bool, *, offline: bool
) -> tuple[list[Checked], RunReport]:
    """Verify the articles in a run of their own; return what came of each that could be read, and the run."""
    from flows.jobs.checking import check_inputs
    from flows.jobs.opening import open_desk
    from flows.jobs.running import running

    with open_desk(config, db, write=True) as desk, progress(quiet) as note:
        if not quiet and desk.corpus.size() == 0:
            say("no transcripts are stored yet, so nothing can be found: `quote-verifier import FILE` takes some in")
        with running(desk, "check", {"articles": articles}) as run:
            inputs = check_inputs(desk, run.id, articles, run.tally, published=day, progress=note, offline=offline)
            checked = list(inputs)
    return checked, run.ended()


def _print(checked: list[Checked], run: RunReport, as_json: bool, quiet: bool) -> None:
    """Print what was found: a JSON line or a table an article; then, on standard error, what went wrong."""
    from flows.jobs.summing import summary
    from verifier.report.json_report import check_json
    from verifier.report.terminal import show
    from verifier.report.visible import shortened

    for one in checked:
        if as_json:
            put(json.dumps(check_json(one.article, one.statements, one.verdicts), ensure_ascii=False))
        elif one.statements:
            put(rendered(partial(show, checked=one)))
        if not one.statements and not quiet:
            name = one.article.title or one.article.url or f"“{shortened(one.article.text, 60)}”"
            say(f"{name}: no quotation in it, nothing to verify")
    say_problems(run.problems)
    if not quiet:
        say(summary(run))


def _write_report(file: Path, checked: list[Checked], run: RunReport, quiet: bool) -> None:
    """Write the page for readers."""
    from flows.jobs.publishing import write_whole
    from verifier.report.html import html_report

    write_whole(file, html_report([one for one in checked if one.statements], run=run))
    if not quiet:
        say(f"wrote {file}")


def _exit_code(run: RunReport, dreaded: bool) -> int:
    """Return the exit code: a verdict that was feared outranks an input that failed, unless all did."""
    from verifier.model.run import EXIT_CODES, RunStatus

    return 4 if dreaded and run.status is not RunStatus.FAILED else EXIT_CODES[run.status]
