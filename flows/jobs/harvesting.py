"""New transcripts from one configured source after another, each with a row that says what became of it."""

from __future__ import annotations

from pathlib import Path

from flows.jobs.importing import import_list, import_record
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.running import ABANDONED_AFTER
from flows.jobs.tally import Tally
from flows.settings import Settings, SourceSettings
from verifier.errors import LeaseHeld, ReadError, UsageError
from verifier.harvest.folders import read_beside, read_once, shown, walk_folder
from verifier.harvest.parsing import ParsingChild
from verifier.model.evidence import SourceOutcome
from verifier.model.run import Problem
from verifier.sources.kinds.folder import RecordMeta, read_sidecar

_GLOBS = {
    "folder": ("**/*.txt", "**/*.md", "**/*.html", "**/*.pdf", "**/*.docx", "**/*.vtt", "**/*.srt"),
    "jsonl": ("**/*.jsonl", "**/*.jsonl.gz"),
}


def sources_of(settings: Settings, names: tuple[str, ...] = ()) -> tuple[SourceSettings, ...]:
    """Return the sources to harvest: the named ones, else all that are enabled; UsageError for an unknown name."""
    from difflib import get_close_matches

    known = {source.id: source for source in settings.source}
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"configured are: {', '.join(known) or 'none'}"
            raise UsageError(f"no source {name}; {hint}")
    return tuple(known[name] for name in names) or tuple(one for one in settings.source if one.enabled)


def harvest_source(desk: Desk, run: int, owner: str, source: SourceSettings, progress: Progress = unseen) -> Tally:
    """Return what taking in one source added; what went wrong is in its problems, and in the row of the harvest.

    Two runs never harvest one source at a time: the second notes so and goes on.
    """
    tally, lease = Tally(), f"source:{source.id}"
    try:
        desk.store.acquire_lease(lease, owner, now=desk.clock(), stale_after=ABANDONED_AFTER)
    except LeaseHeld as error:
        tally.fail(source.id, error)
        return tally
    try:
        keep_terms(desk, source)
        listed, outcome = _harvest(desk, source, tally, progress)
        added = tally.transcripts_added
        desk.store.add_harvest(outcome, run_id=run, window=None, now=desk.clock(), listed=listed, added=added)
    finally:
        desk.store.release_lease(lease, owner)
    return tally


def keep_terms(desk: Desk, source: SourceSettings) -> None:
    """Keep what a source's licence lets us keep, and its pace, before anything of it is stored."""
    desk.store.keep_source(
        source.id,
        now=desk.clock(),
        store=source.store,
        licence=source.licence,
        stale_after_days=source.stale_after_days,
    )


def _harvest(desk: Desk, source: SourceSettings, tally: Tally, progress: Progress) -> tuple[int, SourceOutcome]:
    """Take in the files of a source; return how many there are, and what became of the source."""
    try:
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


def _take_in(desk: Desk, source: SourceSettings, file: Path, child: ParsingChild, tally: Tally) -> None:
    """Take in one file of a source; ReadError where it cannot be read."""
    if source.kind == "jsonl":
        import_list(desk, file, tally, source=source.id)
        return
    usual = RecordMeta(tier=source.tier, lang=source.lang, rendition=source.rendition)
    meta = RecordMeta(source=source.id).over(_sidecar(desk, source, file)).over(usual)
    # Below the source's folder a path is unique; a bare name may stand in two folders.
    name = shown(file.relative_to(source.path.resolve()))
    import_record(desk, read_once(file, desk.clock(), name=name), meta, tally, child)


def _sidecar(desk: Desk, source: SourceSettings, file: Path) -> RecordMeta:
    """Return what stands beside a file about it, kept as evidence too; nothing where there is no sidecar."""
    page = read_beside(file, desk.clock())
    if page is None:
        return RecordMeta()
    desk.store.add_snapshot(page, desk.settings.evidence_dir, source=source.id)
    return read_sidecar(page)


def _outcome(source: SourceSettings, listed: int, tally: Tally) -> SourceOutcome:
    """Return what became of a source: one file that cannot be read means it was not searched whole."""
    if tally.problems:
        first = tally.problems[0]
        return SourceOutcome(source.id, "parse_error", f"{first.subject}: {first.message}")
    return SourceOutcome(source.id, "ok_hits" if listed else "ok_none")
