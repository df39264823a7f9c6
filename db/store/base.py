"""An open database: its connection, its transactions, and closing it again without a trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection
from sqlmodel import Session

from db.engine import WAIT_SECONDS, check_place, database_path, open_engine, raw_of, told_plainly
from db.migrate import State, bring_up, revision_of, state_of
from verifier.errors import DatabaseError


class OpenDatabase:
    """One connection to one database; used by one thread at a time, and as a context manager."""

    def __init__(self, connection: Connection, path: Path | None, *, write: bool, tidy: bool) -> None:
        self.path = path
        self.writable = write
        self._connection = connection
        self._session: Session | None = None
        self._tidy = tidy

    @classmethod
    def open(cls, place: str | Path, *, write: bool = True, wait_seconds: float = WAIT_SECONDS) -> Self:
        """Return the database at a path or ``sqlite:///`` URL, guarded.

        Writing creates a file that is not there, and brings an older schema up after copying the
        file beside itself. Reading does neither, and opens with ``mode=ro``. DatabaseError where the
        file is no database, damaged, another program's, newer than this one, or cannot be opened.
        """
        path = database_path(place)
        if path is not None:
            check_place(path, write=write)
        tidy = path is not None and not write and not _side_file(path).exists()
        with told_plainly(path):
            connection = open_engine(path, write=write, wait_seconds=wait_seconds).connect()
            try:
                if write:
                    bring_up(connection, path)
                else:
                    _refuse_other_schemas(raw_of(connection), path)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path, write=write, tidy=tidy)

    def close(self) -> None:
        """Close the connection; a reader lets SQLite remove the side files that reading made."""
        self._connection.close()
        if self._tidy and self.path is not None and _side_file(self.path).exists():
            self._remove_side_files(self.path)

    def _remove_side_files(self, path: Path) -> None:
        """Open and close once for writing: the last connection to close removes them, if it is the last."""
        # They hold nothing: where they cannot be removed, they do no harm.
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as raw,
        ):
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def raw(self) -> sqlite3.Connection:
        """The sqlite3 connection below; what it does inside ``transaction`` is part of it."""
        return raw_of(self._connection)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Begin a short transaction for writing; inside another one, join it.

        It commits when the block ends and rolls back when the block raises. DatabaseError where the
        database was opened for reading; exit code 75 where another writer holds it too long.
        """
        if self._session is not None:
            yield self._session
            self._session.flush()
            return
        if not self.writable:
            raise DatabaseError("the database was opened for reading only")
        self._connection.info["writes"] = True
        with told_plainly(self.path), self._connection.begin(), self._bound() as session:
            try:
                self._session = session
                yield session
                session.flush()
            finally:
                self._session = None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Begin a transaction that sees one state of the database; inside a writing one, join it."""
        if self._session is not None:
            yield self._session
            return
        self._connection.info["writes"] = False
        with told_plainly(self.path), self._connection.begin(), self._bound() as session:
            yield session

    def _bound(self) -> Session:
        """Return a session on the one connection."""
        return Session(bind=self._connection, autoflush=False, expire_on_commit=False)


def _side_file(path: Path) -> Path:
    """Return the file in which SQLite keeps what is not yet in the database file."""
    return Path(f"{path.absolute()}-wal")


def _refuse_other_schemas(raw: sqlite3.Connection, path: Path | None) -> None:
    """Raise DatabaseError unless the schema is the present one: reading never migrates."""
    state = state_of(raw, path)
    if state is State.EMPTY:
        raise DatabaseError(f"{path} holds nothing yet: import transcripts or check an article first", exit_code=2)
    if state is State.OLDER:
        raise DatabaseError(
            f"{path} has an older schema ({revision_of(raw)}), and reading never migrates:"
            " run a command that writes (import, check, nightly); it keeps a copy beside the file"
        )
