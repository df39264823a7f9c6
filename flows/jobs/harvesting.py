"""New transcripts from one configured source after another, each with a row that says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from flows.jobs.crawl import READING
from flows.jobs.local_sources import DiskSource, harvest_folder, is_on_disk
from flows.jobs.opening import Desk, desk_of
from flows.jobs.owners import is_dead
from flows.jobs.progress import Progress, unseen
from flows.jobs.reading import make_fetcher
from flows.jobs.running import ABANDONED_AFTER
from flows.jobs.side_by_side import side_by_side
from flows.jobs.tally import Tally
from flows.jobs.web_sources import harvest_pages, outcome_of
from flows.settings import Settings
from verifier.errors import LeaseHeld, QuoteVerifierError, UsageError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import expect_contact
from verifier.harvest.parsing import ParsingPool
from verifier.model.text import Interval
from verifier.sources.config import SourceConfig

SIDE_BY_SIDE = 10  # sources walked at a time; a host is asked by one of them only


@dataclass(frozen=True, slots=True)
class Web:
    """What all walks of a run share: the fetcher, which remembers every host's rules, and the children that read."""

    fetcher: Fetcher
    pool: ParsingPool


@contextmanager
def web_of(settings: Settings) -> Iterator[Web]:
    """Give what walks share, as it is configured."""
    with ParsingPool(READING) as pool:
        yield Web(make_fetcher(settings), pool)


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


def night_sources(settings: Settings, *, offline: bool = False) -> tuple[SourceConfig, ...]:
    """Return the sources of a night, those on disk only where *offline*; UsageError if nobody answers for asking."""
    chosen = tuple(one for one in sources_of(settings) if is_on_disk(one) or not offline)
    expect_reachable(settings, chosen)
    return chosen


def harvest_source(
    desk: Desk,
    run: int,
    owner: str,
    source: SourceConfig,
    progress: Progress = unseen,
    *,
    window: Interval | None = None,
    web: Web | None = None,
) -> Tally:
    """Return what taking in one source added; what went wrong is in its problems, and in the row of the harvest.

    Two runs never harvest one source at a time: the second notes so and goes on. *window* are the days that
    are wanted; None: whatever the source lists.
    """
    tally, lease = Tally(), f"source:{source.id}"
    if source.only_searched:
        return tally
    try:
        desk.store.acquire_lease(lease, owner, now=desk.clock(), stale_after=ABANDONED_AFTER, is_dead=is_dead)
    except LeaseHeld as error:
        tally.fail(source.id, error)
        tally.held = True
        return tally
    try:
        keep_terms(desk, source)
        if is_on_disk(source):
            _harvest_disk(desk, run, source, tally, progress)
        else:
            with nullcontext(web) if web else web_of(desk.settings) as shared:
                _harvest_web(desk, run, source, shared, tally, window, progress)
    finally:
        desk.store.release_lease(lease, owner)
    return tally


def keep_terms(desk: Desk, source: SourceConfig) -> None:
    """Keep what a source's licence lets us keep, and its pace, before anything of it is stored."""
    desk.store.keep_source(
        source.id,
        now=desk.clock(),
        store=source.store,
        licence=source.licence,
        stale_after_days=source.stale_after_days,
    )


def _harvest_disk(desk: Desk, run: int, source: DiskSource, tally: Tally, progress: Progress) -> None:
    listed, outcome = harvest_folder(desk, source, tally, progress)
    added = tally.transcripts_added
    desk.store.add_harvest(outcome, run_id=run, window=None, now=desk.clock(), listed=listed, added=added)


def _harvest_web(
    desk: Desk,
    run: int,
    source: SourceConfig,
    web: Web,
    tally: Tally,
    window: Interval | None,
    progress: Progress,
) -> None:
    had_before = any(harvest.listed for harvest in desk.store.harvests_of(source.id))
    crawl = harvest_pages(desk, run, source, web.fetcher, web.pool, tally, window=window, progress=progress)
    outcome = outcome_of(crawl, had_before=had_before)
    if not outcome.searched and not tally.problems:
        tally.problem(source.id, outcome.detail or outcome.outcome)
    desk.store.add_harvest(
        outcome,
        run_id=run,
        window=window,
        now=desk.clock(),
        listed=crawl.listed,
        added=tally.transcripts_added,
        pages=crawl.pages,
        stopped_at_page=crawl.stopped_at,
        newest=crawl.newest,
    )


def expect_reachable(settings: Settings, sources: Sequence[SourceConfig]) -> None:
    """Raise UsageError where pages are to be fetched and nobody is named who could be written to."""
    if any(not is_on_disk(source) for source in sources):
        expect_contact(settings.network.contact)


def harvest_all(
    desk: Desk,
    run: int,
    owner: str,
    sources: Sequence[SourceConfig],
    progress: Progress = unseen,
    *,
    window: Interval | None = None,
) -> Iterator[tuple[str, Tally]]:
    """Yield the sums of each source as it ends; those of the web are walked side by side, each host in turn.

    Each walk has a desk of its own: a connection to the database belongs to one thread.
    """
    web = [source for source in sources if not is_on_disk(source)]
    for source in sources:
        if is_on_disk(source):
            yield source.id, harvest_source(desk, run, owner, source, progress)
    if not web:
        return

    with web_of(desk.settings) as shared:

        def walk(source: SourceConfig) -> tuple[str, Tally]:
            with desk_of(desk.settings, write=True, clock=desk.clock) as own:
                return source.id, _guarded(own, run, owner, source, shared, progress, window)

        yield from side_by_side(walk, web, SIDE_BY_SIDE)


def _guarded(
    desk: Desk,
    run: int,
    owner: str,
    source: SourceConfig,
    web: Web,
    progress: Progress,
    window: Interval | None,
) -> Tally:
    """Return the sums of one source; a fault of ours in it is its problem, and the others go on."""
    try:
        return harvest_source(desk, run, owner, source, progress, window=window, web=web)
    except QuoteVerifierError:
        raise  # what concerns the database concerns the whole run
    except Exception as error:  # noqa: BLE001 - the job's edge
        tally = Tally()
        tally.fault(source.id, error)
        return tally
