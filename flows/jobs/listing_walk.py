"""The lists of a source, page after page, with an end whatever they do: caps, circles, holes, nothing new."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

from flows.jobs.copies import may_be_copied, newest_copy
from flows.jobs.crawl import Crawl, Had, Listed, have, told
from verifier.errors import FetchError, ReadError
from verifier.sources.config.tables import Empty
from verifier.sources.connector import Entry, Listing, Request

_PAGES = 50  # of one source's lists in one run, where its paging sets no cap
_BARREN = 2  # pages in a row with nothing new
_HOLES = 3  # pages in a row that could not be had
_STRANGE = {
    "cut": "the list breaks off; what came before it is read",
    "more_entries": "the list has more entries than are read at once",
    "total_differs": "the list has other entries than it says: some may have been missed",
    "outside_window": "the list does not keep to the days it was asked for",
}
_NOTHING = Listing()


def walk_lists(crawl: Crawl) -> Iterator[Listed]:
    """Yield the entries that the source lists, each once, kept as listed; what went wrong is noted in *crawl*."""
    waiting = deque(crawl.connector.first_requests(crawl.ask))
    known: set[str] = set()
    barren = holes = ends = 0
    cap, most_barren, most_ends = _bounds(crawl, len(waiting))
    while waiting and barren < most_barren and holes < _HOLES and ends < most_ends:
        request = waiting.popleft()
        if _key(request) in crawl.asked:
            continue
        if crawl.pages >= cap:
            crawl.stopped_at = crawl.pages
            crawl.tally.problem(crawl.source, f"stopped at page {crawl.pages} of its lists; more is left")
            return
        crawl.asked.add(_key(request))
        crawl.pages += 1
        crawl.progress(f"reading the lists of {crawl.source}", crawl.pages, None)
        read = _read(crawl, request)
        if read is None:
            holes += 1
            waiting.extend(_beyond(crawl, request))
            continue
        had, listing = read
        holes, ends = 0, 0 if had is not None else ends + 1
        listed = [_moved(entry, crawl.desk.settings.aliases) for entry in listing.entries]
        fresh = [entry for entry in listed if entry.id not in known]
        known.update(entry.id for entry in fresh)
        barren = 0 if fresh or (listing.onward and crawl.pages == 1) else barren + 1
        waiting.extend(listing.onward)
        yield from _kept(crawl, fresh, had)


def _read(crawl: Crawl, request: Request) -> tuple[Had | None, Listing] | None:
    """Return what one page lists, nothing behind the end of a list; None after noting why it could not be read."""
    try:
        had = have(crawl, request, conditional=request.method == "GET" and request.byte_range is None)
    except FetchError as error:
        if _is_end(crawl, error):
            return None, _NOTHING
        crawl.fail(request.url, _as_throttled(crawl, error), error.message)
        # A copied list is an old one: what it lists is taken, and the walk has failed all the same.
        copied = newest_copy(crawl, request) if may_be_copied(crawl, error) else None
        if copied is None:
            return None
        had = copied
    try:
        listing: Listing = crawl.child.run(crawl.connector.read_listing, had.page, request, crawl.ask)
    except ReadError as error:
        told(crawl, had, error.outcome, error.message)
        crawl.fail(request.url, error.outcome, error.message)
        return None
    told(crawl, had)
    for flag in sorted(listing.flags):
        if message := _STRANGE.get(flag):
            crawl.fail(request.url, "parse_failed", message)
    if listing.newest is not None and listing.newest <= crawl.desk.clock().date():
        crawl.newest = max(crawl.newest or listing.newest, listing.newest)
    return had, listing


def _is_end(crawl: Crawl, error: FetchError) -> bool:
    """Return whether a page that is not there is how this source says that nothing, or nothing more, is listed."""
    config = crawl.connector.config
    empty: Empty | None = getattr(config, "empty", None)
    if empty is not None and error.status in {*empty.status, *empty.end_status}:
        return True
    return hasattr(config, "stop_after_gone") and error.outcome in {"gone", "soft_404"}


def _as_throttled(crawl: Crawl, error: FetchError) -> str:
    """Return the outcome of a failed page; some sources answer with nothing where others say 429."""
    empty: Empty | None = getattr(crawl.connector.config, "empty", None)
    throttles = empty is not None and empty.throttled_if_empty_body
    return "rate_limited" if throttles and error.outcome == "empty" else error.outcome


def _kept(crawl: Crawl, entries: list[Entry], had: Had | None) -> Iterator[Listed]:
    """Yield entries after keeping that they are listed."""
    crawl.listed += len(entries)
    if entries:
        kept = crawl.desk.store.note_entries(crawl.source, entries, now=crawl.desk.clock())
        yield from (Listed(entry, one, had) for entry, one in zip(entries, kept, strict=True))


def _moved(entry: Entry, aliases: Mapping[str, tuple[str, ...]]) -> Entry:
    """Return an entry under the address to which the configuration says that its own has moved."""
    for old, homes in aliases.items():
        if homes and entry.url and entry.url.startswith(old):
            now = homes[0] + entry.url[len(old) :]
            return replace(entry, url=now, id=now if entry.id == entry.url else entry.id)
    return entry


def _beyond(crawl: Crawl, request: Request) -> tuple[Request, ...]:
    """Return the pages behind one that could not be had, where their addresses can be told without it."""
    skip = getattr(crawl.connector, "requests_beyond", None)
    return tuple(skip(request, crawl.ask)) if skip is not None else ()


def _bounds(crawl: Crawl, first: int) -> tuple[int, int, int]:
    """Return how many pages are read, how many in a row without news, and how many behind the end of a row.

    A source whose every page is a record (a pattern of addresses) is bounded by its own numbers.
    """
    config = crawl.connector.config
    ends = getattr(config, "stop_after_gone", None)
    if ends is not None:
        return first, first, int(ends)
    paging = getattr(config, "paging", None)
    pages = _PAGES if paging is None else int(paging.max_pages)
    barren = _BARREN if paging is None else int(paging.stop_after_empty)
    return max(pages, first), max(barren, first), 1


def _key(request: Request) -> str:
    return f"{request.method} {request.url} {request.body!r} {request.byte_range}"
