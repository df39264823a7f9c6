"""One walk through one source of pages: what it shares, and how an address is asked in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from db.store.attempts import Snapshot
from db.store.entries import KeptEntry
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.tally import Tally
from verifier.errors import FetchError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import Manners
from verifier.harvest.parsing import ParsingChild, ParsingLimits, ParsingPool
from verifier.harvest.steps import Conditions
from verifier.model.page import Page
from verifier.sources.connector import Ask, Connector, Entry, Request

# What a search or a walk amounts to where a page of it was refused; the first that is met is told.
_OUTCOMES = {
    "wall": "blocked",
    "blocked_robots": "blocked",
    "blocked_address": "blocked",
    "tls_error": "blocked",
    "rate_limited": "throttled",
    "auth_missing": "auth_missing",
    "parse_failed": "parse_error",
    "suspicious_change": "parse_error",
    "undecodable": "parse_error",
}


# A walk runs beside others for hours: a page that needs more than this is no transcript. An ordinary one has 270 MB
# of addresses, 80 of them in use.
READING = ParsingLimits(memory_bytes=380_000_000)


@dataclass(frozen=True, slots=True)
class Had:
    """A page with its kept bytes; ``unchanged`` where its address says that nothing changed."""

    page: Page
    snapshot: Snapshot
    unchanged: bool = False
    copied_from: str | None = None  # the archive's address of a copy in the page's place


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as its list tells it now, as it is kept, and the page of the list."""

    entry: Entry
    kept: KeptEntry
    had: Had | None  # None: an entry left over from an earlier run


@dataclass(slots=True)
class Crawl:
    """A walk as it goes."""

    desk: Desk
    run: int
    connector: Connector
    fetcher: Fetcher
    manners: Manners
    child: ParsingChild | ParsingPool
    tally: Tally
    ask: Ask = field(default_factory=Ask)
    progress: Progress = unseen
    asked: set[str] = field(default_factory=set)  # addresses asked in this run: none is asked twice
    pages: int = 0  # of lists
    listed: int = 0
    taken: int = 0  # entries whose text was asked for
    left: int = 0  # entries left to the next run
    stopped_at: int | None = None  # the page at which a cap ended the walk
    newest: date | None = None
    refused: Counter[str] = field(default_factory=Counter)  # outcomes of entries whose text was not had
    broken: list[tuple[str, str]] = field(default_factory=list)  # outcome and message of list pages that failed

    @property
    def source(self) -> str:
        """The source's id."""
        return self.connector.config.id

    def fail(self, subject: str, outcome: str, message: str) -> None:
        """Note that a page of a list could not be had or read."""
        self.broken.append((outcome, message))
        self.tally.problem(subject, message)


def search_outcome(fetch_outcome: str) -> str:
    """Return what became of a search whose page ended with a fetch outcome."""
    return _OUTCOMES.get(fetch_outcome, "soft_error")


def have(crawl: Crawl, request: Request, *, conditional: bool = False) -> Had:
    """Return the page that a request asks for, its bytes kept before anybody reads them.

    *conditional* asks only for what changed since it was had. FetchError, kept as an attempt, where there is
    no page; every attempt is a row with its outcome.
    """
    store, now = crawl.desk.store, crawl.desk.clock()
    held = store.conditions_for(request.url, now=now) if conditional else None
    conditions = Conditions(held.etag, held.last_modified) if held else None
    try:
        page = crawl.fetcher.ask(request, conditions=conditions, manners=crawl.manners)
    except FetchError as error:
        _keep_failure(crawl, request, error)
        raise
    if held is not None and page.outcome == "not_modified":
        _keep(crawl, request, page, held.snapshot)
        body = store.read_snapshot(held.snapshot.sha256, crawl.desk.settings.evidence_dir)
        return Had(replace(page, body=body, outcome="ok"), held.snapshot, unchanged=True)
    return Had(page, store.keep_bytes(page, crawl.desk.settings.evidence_dir, source=crawl.source))


def told(crawl: Crawl, had: Had, outcome: str = "ok", message: str | None = None) -> None:
    """Keep what came of an address once its page was read: a wall that answers 200 is a wall."""
    page = had.page
    address = had.copied_from or page.url
    if had.unchanged or address is None:
        return
    crawl.desk.store.add_attempt(
        crawl.source,
        crawl.run,
        address,
        outcome,
        now=crawl.desk.clock(),
        page=page,
        snapshot=had.snapshot,
        attempts=page.attempts,
        message=message,
    )


def _keep(crawl: Crawl, request: Request, page: Page, snapshot: Snapshot) -> None:
    crawl.desk.store.add_attempt(
        crawl.source,
        crawl.run,
        request.url,
        page.outcome,
        now=crawl.desk.clock(),
        page=page,
        snapshot=snapshot,
        attempts=page.attempts,
    )


def _keep_failure(crawl: Crawl, request: Request, error: FetchError) -> None:
    crawl.desk.store.add_attempt(
        crawl.source,
        crawl.run,
        request.url,
        error.outcome,
        now=crawl.desk.clock(),
        status=error.status,
        final_url=error.url,
        hops=error.hops,
        attempts=error.attempts,
        message=error.message,
        next_attempt_at=error.next_attempt_at,
    )
