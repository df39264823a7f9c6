"""Opening a database: one SQLite file, guarded, with the pragmas and transactions that section 8 of the design asks.

Writers take the write lock when their transaction begins (``BEGIN IMMEDIATE``), so two of them wait
for each other instead of failing half-way. Readers open the file with ``mode=ro``.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.pool import NullPool

from verifier.errors import DatabaseError

WAIT_SECONDS = 30.0  # a writer waits so long for another one
MEMORY = ":memory:"
_MAGIC = b"SQLite format 3\x00"
_PAUSE_MILLISECONDS = 20
_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL", "PRAGMA recursive_triggers = ON")


def database_path(place: str | Path) -> Path | None:
    """Return the file that a path or ``sqlite:///`` URL names, None for a database in memory.

    DatabaseError, exit 2, for any other URL: PostgreSQL is not supported yet.
    """
    text = str(place)
    if text in {MEMORY, "sqlite://", "sqlite:///:memory:"}:
        return None
    if text.startswith("sqlite:///"):
        return Path(text.removeprefix("sqlite:///"))
    scheme, separator, _ = text.partition("://")
    if separator and scheme.replace("+", "").isalnum():
        kind = "PostgreSQL" if scheme.startswith("postgres") else f"{scheme}:// databases"
        raise DatabaseError(f"{kind} cannot be used yet: give the path of an SQLite file", exit_code=2)
    return Path(text)


def open_engine(path: Path | None, *, write: bool, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Return an engine on one SQLite file (None: in memory) whose transactions begin as they should.

    Nothing is opened yet. A connection with ``info["writes"]`` set begins with BEGIN IMMEDIATE.
    """
    uri = "file::memory:" if path is None else _uri(path, write)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path, write: bool) -> str:
    """Return the SQLite URI of a file; a reader in a folder that it cannot write to needs ``immutable``."""
    absolute = path.absolute()
    if write:
        return f"{absolute.as_uri()}?mode=rwc"
    # A WAL database needs its two side files even to be read. Where they cannot be made, nobody
    # who is bound by the same permissions can be writing either.
    alone = not Path(f"{absolute}-wal").exists() and not os.access(absolute.parent, os.W_OK)
    return f"{absolute.as_uri()}?mode=ro" + ("&immutable=1" if alone else "")


def _begin(connection: Connection) -> None:
    """Begin a transaction, at once with the write lock if the connection is about to write."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writes") else "BEGIN")


def raw_of(connection: Connection) -> sqlite3.Connection:
    """Return the sqlite3 connection below an SQLAlchemy one."""
    raw: Any = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def use_wal(raw: sqlite3.Connection) -> None:
    """Switch the file to write-ahead logging; it stays so. A file system that has none keeps the journal it can."""
    # Unlike every other statement, this one does not wait while another program has the file.
    tries = raw.execute("PRAGMA busy_timeout").fetchone()[0] // _PAUSE_MILLISECONDS
    while True:
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if tries <= 0:
                raise
            tries -= 1
            time.sleep(_PAUSE_MILLISECONDS / 1000)
        else:
            return


def check_place(path: Path, *, write: bool) -> None:
    """Raise DatabaseError unless *path* can be opened: a SQLite file, or for writers a place for one.

    Only the first bytes are read, so that a file of another kind stays as it is.
    """
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder: name a file for the database")
    if not path.exists():
        _check_new_place(path, write=write)
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}") from error
    if head and head != _MAGIC:
        raise DatabaseError(f"{path} is not a database: it was left as it is; name another file with --db")
    if write and not os.access(path, os.W_OK):
        raise DatabaseError(f"{path} cannot be written to: check its permissions or name another with --db")


def _check_new_place(path: Path, *, write: bool) -> None:
    """Raise DatabaseError unless a database can be created at *path*."""
    if not write:
        raise DatabaseError(
            f"there is no database at {path}: import transcripts or check an article first", exit_code=2
        )
    folder = path.absolute().parent
    if not folder.is_dir():
        raise DatabaseError(f"the database {path} cannot be created: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise DatabaseError(f"the database {path} cannot be created: the folder {folder} cannot be written to")


@contextmanager
def told_plainly(path: Path | None) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a DatabaseError of one line; ValueError for a naive time."""
    try:
        yield
    except DBAPIError as error:
        raise plain_error(error.orig or error, path) from error
    except StatementError as error:
        raise error.orig or error from error  # what a column type refused: a caller's mistake
    except sqlite3.Error as error:
        raise plain_error(error, path) from error


def plain_error(error: BaseException, path: Path | None) -> DatabaseError:
    """Return what an operator needs to know of an SQLite error: locked (exit 75), full, damaged, read-only."""
    place, name = path or "the database in memory", getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseError(f"{place} is locked by another writer: try again later", exit_code=75, retryable=True)
    if name.startswith("SQLITE_FULL"):
        return DatabaseError(f"{place} cannot grow: the disk is full{_free(path)}", retryable=True)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseError(f"{place} is damaged ({error}): restore a backup; it was left as it is")
    if name.startswith("SQLITE_READONLY"):
        return DatabaseError(f"{place} cannot be written to: it, or its folder, is for reading only")
    if name.startswith("SQLITE_IOERR"):
        return DatabaseError(f"{place} could not be read or written ({error}){_free(path)}", retryable=True)
    return DatabaseError(f"{place}: {error}")


def _free(path: Path | None) -> str:
    """Return how many bytes are free where the database lies, as words for a message."""
    if path is None:
        return ""
    with suppress(OSError):
        state = os.statvfs(path.absolute().parent)
        return f" ({state.f_bavail * state.f_frsize} bytes free)"
    return ""
