"""The demonstration: the bundled article against the addresses that it quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from db.store import ImportCounts, ImportedLine
from flows.demo.addresses import addresses
from flows.jobs.checking import check_inputs
from flows.jobs.opening import Clock, Desk, desk_of
from flows.jobs.progress import Progress, unseen
from flows.jobs.publishing import write_whole
from flows.jobs.running import running
from flows.settings import Settings, Storage
from verifier.errors import ReadError
from verifier.model.page import Page
from verifier.model.run import RunReport
from verifier.model.transcript import Transcript
from verifier.report.card import Checked
from verifier.report.html import html_report

_COUNT = 249  # addresses in the package
_BATCH = 8  # transcripts a transaction: they are long, and the bar moves once a batch


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the demonstration made: the article with its verdicts, its run, and the files."""

    checked: Checked
    run: RunReport
    database: Path
    report: Path


def demonstrate(folder: Path, clock: Clock, progress: Progress = unseen) -> Demonstration:
    """Return the bundled article verified; writes quote-verifier.db and report.html into *folder*, uses no network.

    It can be run again: what is stored already is not stored twice.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadError(f"{folder}: cannot be made: {error.strerror}") from error
    database, report = folder / "quote-verifier.db", folder / "report.html"
    # Neither file nor environment: the demonstration shows the same everywhere.
    settings = Settings.model_construct(storage=Storage(database=str(database)))
    with desk_of(settings, write=True, clock=clock) as desk:
        checked, run = _verify(desk, progress)
    write_whole(report, html_report([checked], run=run))
    return Demonstration(checked, run, database, report)


def _verify(desk: Desk, progress: Progress) -> tuple[Checked, RunReport]:
    """Take in the addresses and verify the article, in one run."""
    article = files("flows.demo") / "article.html"
    with running(desk, "demo") as run, as_file(article) as path:
        run.tally.transcripts_added += _import_addresses(desk, progress).added
        checked = list(check_inputs(desk, run.id, [str(path)], run.tally, progress=progress, offline=True))
    return checked[0], run.ended()


def _import_addresses(desk: Desk, progress: Progress) -> ImportCounts:
    """Return what became of the addresses; they are kept as evidence in the form of an import, a line each."""
    read = []
    for number, transcript in enumerate(addresses()):
        progress("reading the addresses", number, _COUNT)
        read.append(transcript)
    body = "".join(json.dumps(_line(transcript), ensure_ascii=False) + "\n" for transcript in read).encode()
    page = Page(body, desk.clock(), name="sotu.jsonl")
    snapshot = desk.store.add_snapshot(page, desk.settings.evidence_dir)
    lines = _counted(read, progress)
    return desk.store.add_transcripts(lines, now=desk.clock(), snapshot=snapshot, batch=_BATCH)


def _counted(read: Sequence[Transcript], progress: Progress) -> Iterator[ImportedLine]:
    """Yield the addresses with their lines, telling the progress."""
    for number, transcript in enumerate(read, 1):
        progress("importing the addresses", number, len(read))
        yield ImportedLine(transcript, number)


def _line(transcript: Transcript) -> dict[str, Any]:
    """Return an address as a line of `import` has it."""
    record = transcript.record
    return {
        "doc_id": record.doc_id,
        "lang": record.lang,
        "source": record.source,
        "title": record.title,
        "date": record.date.isoformat() if record.date else None,
        "url": record.url,
        "place": record.place,
        "turns": [
            {"speaker": turn.speaker, "text": turn.text, "label": turn.label, "role": turn.role.value}
            for turn in transcript.turns
        ],
    }
