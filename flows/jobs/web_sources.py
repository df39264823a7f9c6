"""New transcripts from a source of pages: its lists walked, the text of each entry asked for, read and stored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from flows.jobs.crawl import Crawl, Listed, search_outcome
from flows.jobs.entry_reading import take_in, wanted
from flows.jobs.listing_walk import walk_lists
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.table_files import is_table_file, list_table
from flows.jobs.tally import Tally
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import manners_of
from verifier.harvest.parsing import ParsingPool
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval
from verifier.sources.config import SourceConfig, TableSource
from verifier.sources.connector import Ask
from verifier.sources.connectors import connector_of

_TAKEN = 500  # records of one source in one run: an archive is taken in over several nights


def harvest_pages(
    desk: Desk,
    run: int,
    source: SourceConfig,
    fetcher: Fetcher,
    pool: ParsingPool,
    tally: Tally,
    *,
    window: Interval | None = None,
    progress: Progress = unseen,
) -> Crawl:
    """Return the walk through a source after it has ended; what was not had is a problem in *tally*."""
    crawl = Crawl(desk, run, connector_of(source), fetcher, manners_of(source), pool, tally, Ask(window), progress)
    seen: set[str] = set()
    for listed in chain(_listed(crawl, source), _left_over(crawl, seen)):
        seen.add(listed.entry.id)
        if not wanted(crawl, listed.kept):
            continue
        if crawl.taken >= _TAKEN:
            crawl.left += 1  # listed and pending: the next run goes on with it
            continue
        crawl.taken += 1
        progress(f"harvesting {source.id}", crawl.taken, None)
        take_in(crawl, listed)
    if crawl.left:
        tally.problem(source.id, f"stopped after {_TAKEN} records; {crawl.left} more wait for the next run")
    return crawl


def _listed(crawl: Crawl, source: SourceConfig) -> Iterator[Listed]:
    """Return the entries that a source lists, on pages or in a table on disk."""
    if isinstance(source, TableSource) and is_table_file(source):
        return list_table(crawl, source)
    return walk_lists(crawl)


def _left_over(crawl: Crawl, seen: set[str]) -> Iterator[Listed]:
    """Yield the entries that a run which was stopped, or put off, has left, those of this walk apart."""
    for kept in crawl.desk.store.pending_entries(crawl.source, now=crawl.desk.clock()):
        if kept.entry.id not in seen and crawl.connector.request_of(kept.entry) is not None:
            yield Listed(kept.entry, kept, None)


def outcome_of(crawl: Crawl, *, had_before: bool) -> SourceOutcome:
    """Return what became of a source: searched only where its lists were read to an end.

    *had_before*: it has listed something in an earlier walk, so an empty list now is suspicious.
    """
    source = crawl.source
    if crawl.broken:
        outcome, message = crawl.broken[0]
        return SourceOutcome(source, search_outcome(outcome), message)
    if not crawl.pages and not crawl.listed:
        return SourceOutcome(source, "soft_error", "nothing of it was asked for: it names no list")
    config = crawl.connector.config
    if crawl.listed < config.expected_min_items or (not crawl.listed and had_before and crawl.ask.window is None):
        return SourceOutcome(source, "suspect_empty", f"{crawl.listed} entries, where more are usual")
    refused = sum(crawl.refused.values())
    if refused and refused >= crawl.listed:
        first = crawl.refused.most_common(1)[0][0]
        return SourceOutcome(
            source, search_outcome(first), f"none of its {crawl.listed} records could be had ({first})"
        )
    if refused:
        kinds = ", ".join(f"{count} {outcome}" for outcome, count in crawl.refused.most_common())
        return SourceOutcome(source, "ok_hits", f"{refused} of {crawl.listed} records could not be had: {kinds}")
    return SourceOutcome(source, "ok_hits" if crawl.listed else "ok_none")
