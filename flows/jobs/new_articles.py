"""The watched inputs: which articles of the folders and feeds are new since the last successful night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from db.store import Store
from flows.jobs.opening import Desk
from flows.jobs.reading import make_fetcher, read_file
from flows.jobs.tally import Tally
from verifier.articles.identity import canonical_url
from verifier.errors import FetchError, ReadError
from verifier.harvest.fetcher import ACCEPT_FEED
from verifier.harvest.folders import walk_folder
from verifier.harvest.parsing import ParsingChild
from verifier.model.run import Problem
from verifier.sources.kinds.feed import read_feed

ARTICLE_GLOBS = ("**/*.txt", "**/*.html", "**/*.htm", "**/*.md")
# What a feed may be flagged with that means entries were missed.
_FLAGS = {
    "cut": "the feed breaks off: what came before is read",
    "empty": "the feed has no entries",
    "more_entries": "over 2,000 entries: the rest is not read",
}


def find_new_articles(desk: Desk, tally: Tally, *, offline: bool = False) -> tuple[str, ...]:
    """Return the files and addresses to verify, in a fixed order; what cannot be looked at is a problem in *tally*.

    Offline no feed is asked.
    """
    last = desk.store.last_successful("nightly")
    since = last.started if last else None
    found = [*_of_folders(desk, since, tally), *(() if offline else _of_feeds(desk, tally))]
    return tuple(dict.fromkeys(found))


def _of_folders(desk: Desk, since: datetime | None, tally: Tally) -> Iterator[str]:
    """Yield the files that changed since, or whose bytes no stored article was read from."""
    for folder in desk.settings.articles.folders:
        try:
            walked = walk_folder(folder, ARTICLE_GLOBS)
        except ReadError as error:
            tally.fail(str(folder), error)
            continue
        for skipped in walked.skipped:
            tally.problems.append(Problem(str(skipped.path), skipped.reason))
        yield from (str(path) for path in walked.files if _is_new(desk, path, since))


def _is_new(desk: Desk, path: Path, since: datetime | None) -> bool:
    """Return whether a file is to be read: a stopped night may have kept its article without all verdicts."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if since is None or changed >= since:
            return True
        return desk.store.article_by_hash(read_file(path, desk.clock()).sha256) is None
    except (OSError, ReadError):
        return True  # reading it as an article says what is wrong


def _of_feeds(desk: Desk, tally: Tally) -> Iterator[str]:
    """Yield the addresses of feed entries that were never had; one that could not be had is tried again."""
    feeds = desk.settings.articles.feeds
    if not feeds:
        return
    fetcher, known = make_fetcher(desk.settings), _read_before(desk.store)
    with ParsingChild() as child:
        for address in feeds:
            try:
                feed = child.run(read_feed, fetcher.fetch(address, accept=ACCEPT_FEED))
            except (ReadError, FetchError) as error:
                tally.fail(address, error)
                continue
            tally.problems.extend(Problem(address, _FLAGS[flag]) for flag in feed.flags if flag in _FLAGS)
            addresses = (canonical_url(entry.url) for entry in feed.entries)
            yield from (address for address in addresses if address not in known)


def _read_before(store: Store) -> frozenset[str]:
    """Return the addresses whose page was had, also of those that quote nobody and so are no stored article."""
    return store.fetched_urls() | store.seen_article_urls()
