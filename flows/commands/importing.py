"""The command ``import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from flows.commands.options import ConfigOption, DatabaseOption, QuietOption, a_day, examples, one_of
from flows.commands.screen import progress, say, say_problems
from verifier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import ImportCounts
    from flows.jobs.opening import Desk
    from flows.jobs.progress import Progress
    from flows.jobs.tally import Tally

    _Import = Callable[[Desk, Tally, Progress], ImportCounts]


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "import",
        epilog=examples(
            "quote-verifier import transcripts.jsonl archive.jsonl.gz",
            'quote-verifier import briefing.txt --title "Press briefing" --date 2024-03-05 --speaker "John Kirby"',
            'quote-verifier import speech.pdf --title Speech --date 2024-03-05 --speaker "Emmanuel Macron" --lang fr',
        ),
    )(import_)


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help=".jsonl(.gz) lists, or one record: txt md html pdf docx vtt srt."),
    ],
    title: Annotated[str | None, typer.Option("--title", help="Of the record.")] = None,
    day: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Of the event.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Who speaks, where the text has no labels.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was said.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where the record is published.")] = None,
    tier: Annotated[
        int | None, typer.Option("--tier", min=1, max=5, help="1 official verbatim, 2 official edited … 5 captions.")
    ] = None,
    rendition: Annotated[
        str | None,
        typer.Option("--rendition", help="original, interpretation, official_translation, machine_translation, asr."),
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="The publisher's short name; else: local.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Its language: en, fr …; else as it reads.")] = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take transcripts into the database: lists, one transcript a line, or one record by hand.

    A changed text is a new version, the same text adds nothing. A broken line is reported with its number, and
    the others are kept.
    """
    from flows.jobs.importing import is_list

    described = _meta(title, day, speaker, place, url, tier, rendition, source, lang)
    by_hand = [file for file in files if not is_list(file)]
    if by_hand and len(files) > 1:
        raise UsageError(f"{by_hand[0]}: one record by hand at a time; lists of transcripts end in .jsonl or .jsonl.gz")
    if not by_hand and any(value is not None for value in described.values()):
        raise UsageError(
            "--title, --date and so on describe one record by hand; the lines of a list describe themselves"
        )
    _run(_record(files[0], described) if by_hand else _lists(files), files, db, config, quiet)


def _meta(
    title: str | None,
    day: str | None,
    speaker: str | None,
    place: str | None,
    url: str | None,
    tier: int | None,
    rendition: str | None,
    source: str | None,
    lang: str | None,
) -> dict[str, Any]:
    """Return what is said about a record by hand, as RecordMeta takes it; UsageError for a wrong value."""
    from verifier.model.transcript import Rendition

    if url is not None and not url.startswith(("http://", "https://")):
        raise UsageError(f"--url {url}: an http or https address was expected")
    return {
        "title": title,
        "date": a_day(day, "--date"),
        "speaker": speaker,
        "place": place,
        "url": url,
        "tier": tier,
        "rendition": Rendition(one_of(rendition, tuple(Rendition), "--rendition")) if rendition else None,
        "source": source,
        "lang": lang,
    }


def _lists(files: list[Path]) -> _Import:
    """Return the import of lists."""
    from flows.jobs.importing import import_lists

    return lambda desk, tally, note: import_lists(desk, files, tally, progress=note)


def _record(file: Path, described: dict[str, Any]) -> _Import:
    """Return the import of one record; that it cannot be read is a problem like any other."""
    from db.store import ImportCounts
    from flows.jobs.importing import import_record
    from flows.jobs.reading import read_file
    from verifier.errors import ReadError
    from verifier.harvest.parsing import ParsingChild
    from verifier.sources.kinds.folder import RecordMeta

    def take_in(desk: Desk, tally: Tally, _: Progress) -> ImportCounts:
        try:
            with ParsingChild() as child:
                return import_record(desk, read_file(file, desk.clock()), RecordMeta(**described), tally, child)
        except ReadError as error:
            tally.fail(str(file), error)
            return ImportCounts()

    return take_in


def _run(take_in: _Import, files: list[Path], db: str | None, config: Path | None, quiet: bool) -> NoReturn:
    """Run an import, say what became of it, and end with its exit code."""
    from flows.jobs.opening import open_desk
    from flows.jobs.running import running
    from verifier.model.run import EXIT_CODES

    told = {"files": [str(file) for file in files]}
    with open_desk(config, db, write=True) as desk, progress(quiet) as note, running(desk, "import", told) as run:
        counts = take_in(desk, run.tally, note)
    ended = run.ended()
    say_problems(ended.problems)
    if not quiet:
        broken = f"; {len(ended.problems)} problems" if ended.problems else ""
        say(f"import {ended.status}: {_told(counts)}{broken}")
    raise typer.Exit(EXIT_CODES[ended.status])


def _told(counts: ImportCounts) -> str:
    """Return what became of the transcripts, in words; only what there is."""
    parts = [
        (counts.added, "added"),
        (counts.new_versions, "in a new version"),
        (counts.unchanged, "unchanged"),
        (counts.described_anew, "described anew"),
        (counts.worse, "kept as a worse copy"),
        (counts.withheld, "not kept, as their licence asks"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in parts if count)
    what = "transcript" if counts.total == 1 else "transcripts"
    return f"{counts.total} {what}, {told}" if told else "no transcripts"
