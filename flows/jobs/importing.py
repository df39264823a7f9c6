"""Transcripts from files into the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from db.store import ImportCounts, ImportedLine
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.reading import read_file
from flows.jobs.tally import Tally
from verifier.errors import ReadError
from verifier.harvest.parsing import ParsingChild
from verifier.model.page import Page
from verifier.model.run import Problem
from verifier.model.transcript import Rendition
from verifier.sources.kinds.folder import RecordMeta, read_record
from verifier.sources.kinds.jsonl import BrokenLine, iter_lines

# How a version's bytes were read, for whoever reads them again.
JSONL, FOLDER = "jsonl", "folder"
# The bytes of a list are kept as evidence, whole; whoever writes a longer one cuts it into files.
MAX_LIST_BYTES = 500_000_000
# Of a file that is broken all through, this many lines are told one by one.
_TOLD = 100
_LISTS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def is_list(path: Path) -> bool:
    """Return whether a file is a list of transcripts, by its name."""
    return path.name.lower().endswith(_LISTS)


def import_lists(desk: Desk, files: Sequence[Path], tally: Tally, *, progress: Progress = unseen) -> ImportCounts:
    """Return what became of the transcripts of JSONL files; broken lines and files are problems in *tally*."""
    total = ImportCounts()
    for file in files:
        try:
            total = plus(total, import_list(desk, file, tally, progress=progress))
        except ReadError as error:
            tally.fail(str(file), error)
    return total


def import_list(
    desk: Desk, file: Path, tally: Tally, *, source: str | None = None, progress: Progress = unseen
) -> ImportCounts:
    """Return what became of the transcripts of one JSONL file; ReadError if the file cannot be read.

    *source* is the source of lines that name none. Broken lines are problems in *tally*, the others are kept.
    """
    before = _state(file)
    page = read_file(file, desk.clock(), limit=MAX_LIST_BYTES)
    snapshot = desk.store.add_snapshot(page, desk.settings.evidence_dir, source=source)
    lines = _good_lines(desk, file, source, tally, progress)
    reader = {"reader": JSONL, "source": source}
    counts = desk.store.add_transcripts(lines, now=desk.clock(), snapshot=snapshot, reader=reader)
    if _state(file) != before:
        tally.problems.append(Problem(str(file), "changed while it was read: import it again"))
    tally.inputs += counts.total
    tally.transcripts_added += counts.added + counts.new_versions
    return counts


def _good_lines(desk: Desk, file: Path, source: str | None, tally: Tally, progress: Progress) -> Iterator[ImportedLine]:
    """Yield the transcripts of a list; what is broken goes to the problems."""
    broken = 0
    for read in iter_lines(file, default_source=source, people=desk.people):
        if isinstance(read, BrokenLine):
            broken += 1
            if broken <= _TOLD:
                tally.fail(str(file), read.error)
            continue
        progress(f"importing {file.name}", read.number)
        yield ImportedLine(read.transcript, read.number)
    if broken > _TOLD:
        tally.problems.append(Problem(str(file), f"{broken - _TOLD} more broken lines"))


def _state(file: Path) -> tuple[int, int] | None:
    """Return what changes when a file is written to; None where there is none to look at."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def import_record(desk: Desk, page: Page, meta: RecordMeta, tally: Tally, child: ParsingChild) -> ImportCounts:
    """Return what became of one record; ReadError if it cannot be read as a transcript."""
    transcript = child.run(read_record, page, meta, desk.people)
    snapshot = desk.store.add_snapshot(page, desk.settings.evidence_dir, source=transcript.record.source)
    reader = {"reader": FOLDER, "name": page.name, "meta": meta_document(meta)}
    counts = desk.store.add_transcripts([transcript], now=desk.clock(), snapshot=snapshot, reader=reader)
    tally.inputs += 1
    tally.transcripts_added += counts.added + counts.new_versions
    return counts


def meta_document(meta: RecordMeta) -> dict[str, Any]:
    """Return what was known of a record apart from its file as plain values, without what was left open."""
    values = {field.name: getattr(meta, field.name) for field in fields(meta)}
    return {name: str(value) if name == "date" else value for name, value in values.items() if value is not None}


def meta_of(document: dict[str, Any]) -> RecordMeta:
    """Return the same of its plain values."""
    given = dict(document)
    if "date" in given:
        given["date"] = date.fromisoformat(given["date"])
    if "rendition" in given:
        given["rendition"] = Rendition(given["rendition"])
    return RecordMeta(**given)


def plus(first: ImportCounts, second: ImportCounts) -> ImportCounts:
    """Return the sums of two imports."""
    names = [field.name for field in fields(ImportCounts)]
    return ImportCounts(**{name: getattr(first, name) + getattr(second, name) for name in names})
