"""New transcripts from a source on disk: folders of files with sidecars, lists of JSON lines, captions."""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard

from flows.jobs.importing import import_list, import_record
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress
from flows.jobs.tally import Tally
from verifier.errors import ReadError
from verifier.harvest.folders import read_beside, read_once, shown, walk_folder
from verifier.harvest.parsing import ParsingChild
from verifier.model.evidence import SourceOutcome
from verifier.model.run import Problem
from verifier.sources.config import LocalSource, SourceConfig, XmlCorpusSource
from verifier.sources.connector import Reading
from verifier.sources.kinds.folder import RecordMeta, read_sidecar
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector

CORPUS_FILE = "corpus_file"  # how a version's bytes were read, for whoever reads them again
_GLOBS = {
    "xml_corpus": ("**/*.xml",),
    "folder": ("**/*.txt", "**/*.md", "**/*.html", "**/*.pdf", "**/*.docx", "**/*.vtt", "**/*.srt"),
    "captions": ("**/*.vtt", "**/*.srt"),
    "jsonl": ("**/*.jsonl", "**/*.jsonl.gz"),
}


DiskSource = LocalSource | XmlCorpusSource


def is_on_disk(source: SourceConfig) -> TypeGuard[DiskSource]:
    """Return whether all of a source's records are files of this machine."""
    return isinstance(source, LocalSource) or (isinstance(source, XmlCorpusSource) and source.path is not None)


def harvest_folder(desk: Desk, source: DiskSource, tally: Tally, progress: Progress) -> tuple[int, SourceOutcome]:
    """Take in the files of a source; return how many there are, and what became of the source."""
    try:
        assert source.path is not None
        walked = walk_folder(source.path, source.globs or _GLOBS[source.kind])
    except ReadError as error:
        tally.fail(source.id, error)
        return 0, SourceOutcome(source.id, "soft_error", error.message)
    for skipped in walked.skipped:
        tally.problems.append(Problem(str(skipped.path), skipped.reason))
    with ParsingChild() as child:
        for number, file in enumerate(walked.files):
            progress(f"harvesting {source.id}", number, len(walked.files))
            try:
                _take_in(desk, source, file, child, tally)
            except ReadError as error:
                tally.fail(str(file), error)
    return len(walked.files), _outcome(source, len(walked.files), tally)


def _take_in(desk: Desk, source: DiskSource, file: Path, child: ParsingChild, tally: Tally) -> None:
    """Take in one file of a source; ReadError where it cannot be read."""
    if source.kind == "jsonl":
        import_list(desk, file, tally, source=source.id)
        return
    # Below the source's folder a path is unique; a bare name may stand in two folders.
    assert source.path is not None
    name = shown(file.relative_to(source.path.resolve()))
    if isinstance(source, XmlCorpusSource):
        _take_in_corpus(desk, source, file, name, child, tally)
        return
    usual = RecordMeta(tier=source.tier, lang=source.language, rendition=source.rendition)
    meta = RecordMeta(source=source.id).over(_sidecar(desk, source, file)).over(usual)
    import_record(desk, read_once(file, desk.clock(), name=name), meta, tally, child)


def _take_in_corpus(
    desk: Desk, source: XmlCorpusSource, file: Path, name: str, child: ParsingChild, tally: Tally
) -> None:
    """Take in the records of one XML file; ReadError where it cannot be read."""
    page = read_once(file, desk.clock(), name=name)
    connector = XmlCorpusConnector(source)
    reading: Reading = child.run(connector.read_transcripts, page, connector.entry_of_file(page), desk.people)
    snapshot = desk.store.add_snapshot(page, desk.settings.evidence_dir, source=source.id)
    reader = {"reader": CORPUS_FILE, "source": source.id, "name": name}
    counts = desk.store.add_transcripts(reading.transcripts, now=desk.clock(), snapshot=snapshot, reader=reader)
    tally.inputs += 1
    tally.transcripts_added += counts.added + counts.new_versions


def _sidecar(desk: Desk, source: LocalSource, file: Path) -> RecordMeta:
    """Return what stands beside a file about it, kept as evidence too; nothing where there is no sidecar."""
    page = read_beside(file, desk.clock())
    if page is None:
        return RecordMeta()
    desk.store.add_snapshot(page, desk.settings.evidence_dir, source=source.id)
    return read_sidecar(page)


def _outcome(source: DiskSource, listed: int, tally: Tally) -> SourceOutcome:
    """Return what became of a source: one file that cannot be read means it was not searched whole."""
    if tally.problems:
        first = tally.problems[0]
        return SourceOutcome(source.id, "parse_error", f"{first.subject}: {first.message}")
    return SourceOutcome(source.id, "ok_hits" if listed else "ok_none")
