"""Rows of a database that is not ours, as JSON lines: what a table source reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from verifier.errors import ReadError

_HEAD = b"SQLite format 3\x00"


def _expect_database(path: Path) -> None:
    """Raise ReadError unless the file is an SQLite database by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}", subject=str(path)) from error
    if head != _HEAD:
        raise ReadError("not an SQLite database", subject=str(path), outcome="wrong_type")


def _line(row: sqlite3.Row) -> bytes:
    """Return a row as one line of JSON; blobs are no text and are left out."""
    fields = {name: row[name] for name in row.keys() if not isinstance(row[name], bytes)}  # noqa: SIM118  (a Row)
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def rows_as_lines(path: Path, table: str) -> Iterator[bytes]:
    """Yield each row of a table or view of an SQLite database as a line of JSON, in its own order.

    The database is opened for reading only, and a journal beside it is not replayed into it. Raises ReadError
    where it is no such database, or has no such table.
    """
    _expect_database(path)
    quoted = table.replace('"', '""')
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA query_only = 1")
            known = "SELECT 1 FROM sqlite_master WHERE name = ? AND type IN ('table', 'view')"
            if connection.execute(known, (table,)).fetchone() is None:
                raise ReadError(f"has no table {table!r}", subject=str(path))
            for row in connection.execute(f'SELECT * FROM "{quoted}"'):
                yield _line(row)
    except sqlite3.Error as error:
        raise ReadError(f"cannot be read: {error}", subject=str(path)) from error
