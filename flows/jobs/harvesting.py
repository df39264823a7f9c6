"""New transcripts from one configured source after another, each with a row that says what became of it."""

from __future__ import annotations

from flows.jobs.local_sources import harvest_folder
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.running import ABANDONED_AFTER
from flows.jobs.tally import Tally
from flows.settings import Settings
from verifier.errors import LeaseHeld, UsageError
from verifier.sources.config import LocalSource, SourceConfig


def sources_of(settings: Settings, names: tuple[str, ...] = ()) -> tuple[SourceConfig, ...]:
    """Return the sources to harvest: the named ones, else all that are enabled; UsageError for an unknown name."""
    from difflib import get_close_matches

    known = {source.id: source for source in settings.source}
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"configured are: {', '.join(known) or 'none'}"
            raise UsageError(f"no source {name}; {hint}")
    return tuple(known[name] for name in names) or tuple(one for one in settings.source if one.enabled)


def harvest_source(desk: Desk, run: int, owner: str, source: SourceConfig, progress: Progress = unseen) -> Tally:
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
        assert isinstance(source, LocalSource)
        listed, outcome = harvest_folder(desk, source, tally, progress)
        added = tally.transcripts_added
        desk.store.add_harvest(outcome, run_id=run, window=None, now=desk.clock(), listed=listed, added=added)
    finally:
        desk.store.release_lease(lease, owner)
    return tally
