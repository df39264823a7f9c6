"""A table on disk as a list: read row by row, however large, its entries kept as listed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from db.foreign_tables import rows_as_lines
from flows.jobs.crawl import Crawl, Listed
from verifier.articles.identity import is_web
from verifier.errors import ReadError
from verifier.sources.config import TableSource
from verifier.sources.kinds.table import TableConnector, Tally

_CHUNK = 1_000_000  # bytes
_BATCH = 500  # entries kept in one transaction


def is_table_file(source: object) -> bool:
    """Return whether a source is a table that lies on this machine."""
    return isinstance(source, TableSource) and not is_web(source.path_or_url)


def list_table(crawl: Crawl, source: TableSource) -> Iterator[Listed]:
    """Yield the entries of a table's file, kept as listed; what cannot be read of it is noted in *crawl*."""
    read = Tally(latest=crawl.desk.clock().date())
    try:
        entries = TableConnector(source).entries_from(_chunks(source), crawl.ask, read)
        while batch := list(islice(entries, _BATCH)):
            crawl.listed += len(batch)
            crawl.progress(f"reading {source.id}", crawl.listed, None)
            kept = crawl.desk.store.note_entries(crawl.source, batch, now=crawl.desk.clock())
            yield from (Listed(entry, one, None) for entry, one in zip(batch, kept, strict=True))
    except ReadError as error:
        crawl.fail(source.path_or_url, error.outcome, error.message)
    if read.cut:
        crawl.fail(source.path_or_url, "cut", "the table breaks off; what came before it is read")
    if read.broken:
        crawl.tally.problem(source.path_or_url, f"{read.broken} rows cannot be read, the first: {read.complaint}")
    crawl.newest = read.newest


def _chunks(source: TableSource) -> Iterator[bytes]:
    """Yield the table's bytes; of a database its rows as JSON lines."""
    path = Path(source.path_or_url)
    if source.format == "sqlite":
        yield from rows_as_lines(path, source.table or "")
        return
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", subject=str(path)) from error
