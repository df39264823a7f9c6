"""Bringing a database to the present schema: which state it is in, the copy before, the migration itself.

Views and triggers are dropped before the revisions run and created anew after them, in the same
transaction: batch mode rebuilds tables, which loses triggers and trips over views.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection

from db.engine import raw_of, use_wal
from db.triggers import TRIGGERS
from db.views import VIEWS
from verifier.errors import DatabaseError

REVISIONS = ("0001", "0002", "0003", "0004", "0005")  # oldest first; the last is the present schema
HEAD = REVISIONS[-1]
APPLICATION_ID = 0x51764431  # "QvD1", in the file's header: tells our databases from other programs'
# quick_check reads the whole file: 1 s for about 0.5 GB. Larger files are checked by `fsck`.
_CHECKED_BYTES = 256 * 1024 * 1024


class State(Enum):
    """How a database's schema stands to the program's."""

    EMPTY = auto()
    OLDER = auto()
    PRESENT = auto()


def state_of(raw: sqlite3.Connection, path: Path | None) -> State:
    """Return how the schema stands; DatabaseError if it is damaged, another program's, or newer."""
    _check_sound(raw, path)
    tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return State.EMPTY
    if "alembic_version" not in tables or raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DatabaseError(f"{path} is a database of another program: name another file with --db")
    revision = revision_of(raw)
    if revision not in REVISIONS:
        raise DatabaseError(f"{path} was written by a newer version of this program ({revision}): update the program")
    return State.PRESENT if revision == HEAD else State.OLDER


def revision_of(raw: sqlite3.Connection) -> str | None:
    """Return the schema's revision as the database names it."""
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _check_sound(raw: sqlite3.Connection, path: Path | None) -> None:
    """Raise DatabaseError if the file is cut off, or small enough to be read whole and damaged."""
    pages = raw.execute("PRAGMA page_count").fetchone()[0] * raw.execute("PRAGMA page_size").fetchone()[0]
    if path is None or pages > _CHECKED_BYTES:
        return
    found = [str(row[0]) for row in raw.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise DatabaseError(f"{path} is damaged ({found[0].splitlines()[-1]}): restore a backup; it was left as it is")


def bring_up(connection: Connection, path: Path | None) -> None:
    """Give the database the present schema, whatever it had; an older one is first copied beside itself.

    Two programs may do so at once: the second waits, then finds nothing to do. DatabaseError if the
    database, or its copy, is not sound. A migration that fails leaves the database as it was.
    """
    raw = raw_of(connection)
    state = state_of(raw, path)
    if state is State.OLDER and path is not None:
        copy_beside(raw, path)
    if state is not State.PRESENT:
        _migrate(connection, raw)
    use_wal(raw)


def copy_beside(raw: sqlite3.Connection, path: Path) -> Path:
    """Return the checked copy of an older database, beside it, named after its revision; never over a file."""
    stem = f"{path.name}.before-migration-from-{revision_of(raw)}"
    names = (path.with_name(stem if number == 1 else f"{stem}-{number}") for number in range(1, 1000))
    copy = next(name for name in names if not name.exists())
    with closing(sqlite3.connect(copy)) as target:
        raw.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        if [row[0] for row in target.execute("PRAGMA integrity_check(1)")] != ["ok"]:
            raise DatabaseError(f"{path} was not migrated: its copy {copy} is not sound; restore a backup")
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return copy


def _migrate(connection: Connection, raw: sqlite3.Connection) -> None:
    """Run the revisions that are missing."""
    with rebuilding(connection):
        _upgrade(connection)
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """Allow tables to be built anew inside the block: one transaction without views, triggers and foreign keys.

    Views and triggers are made anew after it; DatabaseError, and nothing changed, if a row then
    refers to a missing one.
    """
    raw = raw_of(connection)
    # Building a table anew drops the old one, which foreign keys would take for deleting its rows.
    raw.execute("PRAGMA foreign_keys = OFF")
    connection.info["writes"] = True
    try:
        with connection.begin():
            _drop(raw, ("view", "trigger"))
            yield
            for statement in (*VIEWS.values(), *TRIGGERS.values()):
                raw.execute(statement)
            broken = raw.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise DatabaseError(f"not migrated: a row of {broken[0]} refers to a missing row of {broken[2]}")
    finally:
        connection.info["writes"] = False
        raw.execute("PRAGMA foreign_keys = ON")


def _drop(raw: sqlite3.Connection, kinds: tuple[str, ...]) -> None:
    """Drop all views or triggers."""
    for kind in kinds:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,)).fetchall():
            raw.execute(f'DROP {kind} "{name}"')


def _upgrade(connection: Connection) -> None:
    """Run Alembic to the newest revision on an open transaction."""
    # Loading Alembic takes a fifth of a second: only those who migrate pay for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
