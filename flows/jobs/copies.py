"""Copies that an archive keeps of pages that are behind a wall or gone: of sources with ``fallback = ["wayback"]``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.jobs.crawl import Crawl, Had, have
from verifier.errors import FetchError, ReadError
from verifier.sources.connector import Request
from verifier.sources.wayback import Capture, as_original, cdx_request, copy_address, read_cdx

# What a page may be behind, and its copy in the archive not.
_COPIED = frozenset({"wall", "http_error", "gone", "soft_404", "empty", "too_slow", "tls_error"})
_TRIED = 3  # copies of one page: the newest may be a copy of the wall
_LISTED = 50  # of the copies that the index tells of, its last


def may_be_copied(crawl: Crawl, error: FetchError | ReadError) -> bool:
    """Return whether a copy is to be asked for in the place of a page that could not be had or read."""
    return "wayback" in crawl.connector.config.fallback and error.outcome in _COPIED


def copies_of(crawl: Crawl, request: Request) -> Iterator[Had]:
    """Yield the newest copies of a page, under its own address; what cannot be had is passed over.

    The archive's index tells of them. Where it does not answer, the newest copy is asked for by its address.
    """
    for address in _addresses(crawl, request)[:_TRIED]:
        if found := _copy(crawl, address, request.accept):
            yield found


def newest_copy(crawl: Crawl, request: Request) -> Had | None:
    """Return the newest copy of a page, None where the archive gives none."""
    return _copy(crawl, copy_address(request.url, archive=crawl.connector.config.copies), request.accept)


def _addresses(crawl: Crawl, request: Request) -> list[str]:
    """Return where the newest copies of a page stand, newest first."""
    archive = crawl.connector.config.copies
    try:
        index = have(crawl, cdx_request(request.url, most=-_LISTED, archive=archive))
        found: tuple[Capture, ...] = crawl.child.run(read_cdx, index.page, archive)
    except (FetchError, ReadError):
        return [copy_address(request.url, archive=archive)]
    return [capture.address for capture in sorted(found, key=lambda one: one.stamp, reverse=True)]


def _copy(crawl: Crawl, address: str, accept: str | None) -> Had | None:
    """Return the copy at an address, its links and its days to be read as on the page itself."""
    if address in crawl.asked:
        return None
    crawl.asked.add(address)
    try:
        had = have(crawl, Request(address, accept=accept))
    except FetchError:
        return None
    return replace(had, page=as_original(had.page), copied_from=had.page.final_url or address)
