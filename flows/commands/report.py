"""The command ``report``."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, a_day, examples, one_of
from flows.commands.screen import put, rendered, say
from verifier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.store import ReportRow, Store


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "report",
        epilog=examples(
            "quote-verifier report",
            "quote-verifier report --since 2024-03-01 --headline misdated",
            "quote-verifier report --html --out report.html",
            "quote-verifier report --csv > verdicts.csv",
        ),
    )(report)


def report(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only verdicts made on or after this day (UTC).")
    ] = None,
    headline: Annotated[str | None, typer.Option("--headline", help="Only verdicts with this headline.")] = None,
    article: Annotated[str | None, typer.Option("--article", help="Only this article: its address or id.")] = None,
    as_html: Annotated[bool, typer.Option("--html", help="One self-contained HTML page.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="The columns of the view verdict_report.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an article, as `check` prints it.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to FILE, not to the screen.")] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show what is stored: the newest verdict on every statement."""
    from flows.jobs.opening import open_desk
    from flows.jobs.publishing import write_whole
    from verifier.model.evidence import Headline

    if as_html + as_csv + as_json > 1:
        raise UsageError("--html, --csv and --json exclude each other")
    wanted = one_of(headline, tuple(Headline), "--headline") if headline else None
    day = a_day(since, "--since")
    with open_desk(config, db, write=False) as desk:
        rows = desk.store.report_rows(
            article=article,
            headline=Headline(wanted) if wanted else None,
            since=datetime.combine(day, time(), UTC) if day else None,
        )
        lines = _render(desk.store, rows, as_html=as_html, as_csv=as_csv, as_json=as_json)
    if out:
        write_whole(out, "\n".join(lines) + "\n")
    else:
        for line in lines:
            put(line)
    if not quiet and not rows:
        say("no verdicts of this kind are stored")
    elif not quiet and out:
        say(f"wrote {len(rows)} verdicts to {out}")


def _render(store: Store, rows: Sequence[ReportRow], *, as_html: bool, as_csv: bool, as_json: bool) -> list[str]:
    """Return the rows in the form that was asked for."""
    from flows.jobs.publishing import csv_lines, headlines_before, load_checked
    from verifier.report.html import html_report
    from verifier.report.json_report import check_json
    from verifier.report.terminal import show

    if as_csv:
        return list(csv_lines(rows))
    checked = load_checked(store, [row.statement_id for row in rows])
    if as_json:
        found = (check_json(one.article, one.statements, one.verdicts) for one in checked)
        return [json.dumps(one, ensure_ascii=False) for one in found]
    previous = headlines_before(store, checked)
    if as_html:
        newest = max((row.checked_at for row in rows), default=None)
        return [html_report(checked, checked_at=newest, previous=previous)]
    return [rendered(partial(show, checked=one, previous=previous)) for one in checked]
