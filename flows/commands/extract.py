"""The command ``extract``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import ConfigOption, QuietOption, examples
from flows.commands.screen import progress, put, safe, say_problems

if TYPE_CHECKING:
    from flows.jobs.extracting import Extracted


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "extract",
        epilog=examples(
            "quote-verifier extract article.html",
            "quote-verifier extract documents.jsonl --jsonl > quotes.jsonl",
        ),
    )(extract)


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…|FILE.jsonl", help="Articles, or lists of documents.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a document.")] = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print what articles quote, and whom; needs no transcripts and no database.

    A line of a .jsonl list is {"doc_id", "text", "lang"?, "published"?}.
    """
    from flows.jobs.extracting import extract_files
    from flows.settings import Settings
    from verifier.model.run import Problem
    from verifier.speakers.registry import People

    settings = Settings.load(config)
    people = People.load(settings.people.file)
    read = failed = 0
    with progress(quiet) as note:
        for found in extract_files(files, people, settings.extract.model, datetime.now(UTC)):
            if isinstance(found, Problem):
                failed += 1
                say_problems([found])
                continue
            read += 1
            _print(found, jsonl)
            note("reading documents", read)
    if failed:
        raise typer.Exit(3 if read else 1)


def _print(found: Extracted, jsonl: bool) -> None:
    """Print one document's statements, as JSON or as lines for a person."""
    from verifier.report.json_report import extract_json

    if jsonl:
        put(json.dumps(extract_json(found.article, found.statements), ensure_ascii=False))
        return
    put(safe(f"{found.article.title or found.article.id}: {len(found.statements)} statements"))
    for statement in found.statements:
        who = statement.speaker.name if statement.speaker else statement.mention.text if statement.mention else "?"
        words = statement.text or (statement.reported.cut(found.article.text) if statement.reported else "")
        day = f" [{statement.date_claim.interval}]" if statement.date_claim else ""
        put(safe(f"  {who}{day} ({statement.form}): {words}"))
