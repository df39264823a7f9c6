"""The lists of a source, page after page, with an end whatever they do: caps, circles, holes, nothing new."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from db.store.entries import KeptEntry

from flows.jobs.crawl import Crawl, have
from verifier.errors import FetchError, ReadError
from verifier.sources.connector import Entry, Listing, Request

_PAGES = 50  # of one source's lists in one run, where its paging sets no cap
_BARREN = 2  # pages in a row with nothing new
_HOLES = 3  # pages in a row that could not be had
_STRANGE = {
    "cut": "the list breaks off; what came before it is read",
    "more_entries": "the list has more entries than are read at once",
    "total_differs": "the list has other entries than it says: some may have been missed",
    "outside_window": "the list does not keep to the days it was asked for",
    "links_refused": None,  # what cannot be followed is no loss of ours
}


def walk_lists(crawl: Crawl) -> Iterator[KeptEntry]:
    """Yield the entries that the source lists, each once, kept as listed; what went wrong is noted in *crawl*."""
    waiting = deque(crawl.connector.first_requests(crawl.ask))
    known: set[str] = set()
    barren = holes = 0
    cap = _cap(crawl)
    while waiting and barren < _limit(crawl) and holes < _HOLES:
        if crawl.pages >= cap:
            crawl.stopped_at = crawl.pages
            crawl.tally.problem(crawl.source, f"stopped at page {crawl.pages} of its lists; more is left")
            return
        request = waiting.popleft()
        if _key(request) in crawl.asked:
            continue
        crawl.asked.add(_key(request))
        crawl.pages += 1
        crawl.progress(f"reading the lists of {crawl.source}", crawl.pages, None)
        listing = _read(crawl, request)
        if listing is None:
            holes += 1
            waiting.extend(_beyond(crawl, request))
            continue
        holes = 0
        fresh = [entry for entry in listing.entries if entry.id not in known]
        known.update(entry.id for entry in fresh)
        barren = 0 if fresh else barren + 1
        waiting.extend(listing.onward)
        yield from _kept(crawl, fresh)


def _read(crawl: Crawl, request: Request) -> Listing | None:
    """Return what one page lists; None after noting why it could not be had or read."""
    try:
        had = have(crawl, request)
        listing = crawl.child.run(crawl.connector.read_listing, had.page, request, crawl.ask)
    except FetchError as error:
        crawl.fail(request.url, error.outcome, error.message)
        return None
    except ReadError as error:
        crawl.fail(request.url, error.outcome, error.message)
        return None
    for flag in sorted(listing.flags):
        if message := _STRANGE.get(flag):
            crawl.fail(request.url, "cut" if flag == "cut" else "parse_failed", message)
    if listing.newest is not None:
        crawl.newest = max(crawl.newest or listing.newest, listing.newest)
    return listing


def _kept(crawl: Crawl, entries: list[Entry]) -> tuple[KeptEntry, ...]:
    """Return entries after keeping that they are listed."""
    crawl.listed += len(entries)
    return crawl.desk.store.note_entries(crawl.source, entries, now=crawl.desk.clock()) if entries else ()


def _beyond(crawl: Crawl, request: Request) -> tuple[Request, ...]:
    """Return the pages behind one that could not be had, where their addresses can be told without it."""
    skip = getattr(crawl.connector, "requests_beyond", None)
    return tuple(skip(request, crawl.ask)) if skip is not None else ()


def _cap(crawl: Crawl) -> int:
    paging = getattr(crawl.connector.config, "paging", None)
    first = len(crawl.connector.first_requests(crawl.ask))
    return max(_PAGES if paging is None else int(paging.max_pages), first)


def _limit(crawl: Crawl) -> int:
    paging = getattr(crawl.connector.config, "paging", None)
    return _BARREN if paging is None else int(paging.stop_after_empty)


def _key(request: Request) -> str:
    return f"{request.method} {request.url} {request.body!r} {request.byte_range}"
