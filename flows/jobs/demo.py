"""The demonstration: the bundled article against the addresses that it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from flows.demo.addresses import addresses
from flows.jobs.checking import check_inputs
from flows.jobs.opening import Clock, Desk, desk_of
from flows.jobs.progress import Progress, unseen
from flows.jobs.publishing import write_whole
from flows.jobs.running import running
from flows.settings import Settings, Storage
from verifier.errors import ReadError
from verifier.model.run import RunReport
from verifier.model.transcript import Transcript
from verifier.report.card import Checked
from verifier.report.html import html_report

_COUNT = 249  # addresses in the package


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
        counts = desk.store.add_transcripts(_counted(progress), now=desk.clock())
        run.tally.transcripts_added += counts.added
        checked = list(check_inputs(desk, run.id, [str(path)], run.tally, progress=progress))
    return checked[0], run.ended()


def _counted(progress: Progress) -> Iterator[Transcript]:
    """Yield the addresses, telling the progress."""
    for number, transcript in enumerate(addresses()):
        progress("importing the addresses", number, _COUNT)
        yield transcript
    progress("importing the addresses", _COUNT, _COUNT)
