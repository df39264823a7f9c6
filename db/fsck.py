"""Whether a database and its evidence folder are sound, as files: looked at, and mended only where nothing is lost."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from db.search_index import index_format

# A run writes a file before its row, and aside before that: what is younger may be on its way.
SETTLED_SECONDS = 3600.0
_EVIDENCE = re.compile(r"[0-9a-f]{64}\.gz")
_ASIDE = re.compile(r"\.[0-9a-f]{64}\.gz\.[0-9a-f]+")


class Kind(StrEnum):
    """What may be wrong."""

    DAMAGED = "damaged"  # the database file itself
    REFERENCE = "reference"  # a row refers to a missing one
    MISSING = "missing"  # a row without its file
    ORPHAN = "orphan"  # a file without its row
    LEFT_OVER = "left over"  # a file that was not finished
    FOREIGN = "foreign"  # a file that is none of ours
    PERMISSION = "permission"
    INDEX = "index"  # the index over words does not agree with the texts


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and what to do about it; *file* can be removed without losing anything."""

    kind: Kind
    subject: str
    message: str
    file: Path | None = None


def database_faults(raw: sqlite3.Connection, path: Path | None) -> Iterator[Fault]:
    """Yield what is wrong inside the database: its pages, and rows that refer to missing ones."""
    subject = str(path or "the database")
    for (line,) in raw.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield Fault(Kind.DAMAGED, subject, f"{line}: restore a backup")
    for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault(Kind.REFERENCE, f"{table} {row}", f"refers to a missing row of {parent}: restore a backup")


def index_faults(raw: sqlite3.Connection) -> Iterator[Fault]:
    """Yield where the index over words does not agree with the texts it was made from."""
    subject, again = "index", "any import makes it anew"
    kept = dict(raw.execute("SELECT name, value FROM index_totals").fetchall())
    if kept.get("format") not in {None, index_format()}:
        yield Fault(Kind.INDEX, subject, f"it was made by another folding of words: {again}")
    (passages,) = raw.execute("SELECT count(*) FROM passages").fetchone()
    if kept.get("passages") != passages:
        yield Fault(Kind.INDEX, subject, f"it counts {kept.get('passages')} passages and has {passages}")
    for name, question in _DISAGREE.items():
        for (version,) in raw.execute(question).fetchall():
            yield Fault(Kind.INDEX, f"transcript version {version}", name)


_DISAGREE = {
    "it is the newest, and not searchable": """
        SELECT v.id FROM transcript_versions AS v LEFT JOIN indexed_versions AS i ON i.version_id = v.id
        WHERE v.is_newest = 1 AND i.version_id IS NULL ORDER BY 1
    """,
    "it is searchable, and not the newest": """
        SELECT i.version_id FROM indexed_versions AS i LEFT JOIN transcript_versions AS v ON v.id = i.version_id
        WHERE coalesce(v.is_newest, 0) = 0 ORDER BY 1
    """,
    "its passages are not those that the index counts": """
        SELECT i.version_id FROM indexed_versions AS i
        WHERE i.passages <> (SELECT count(*) FROM passages AS p WHERE p.version_id = i.version_id) ORDER BY 1
    """,
    "its passages do not stand in its text": """
        SELECT DISTINCT p.version_id FROM passages AS p
        WHERE p."end" > (SELECT max(t.start + length(t.text)) FROM turns AS t WHERE t.version_id = p.version_id)
        ORDER BY 1
    """,
}


def evidence_faults(raw: sqlite3.Connection, folder: Path, now: float) -> Iterator[Fault]:
    """Yield what is wrong with the evidence folder; *now* in seconds since 1970, to leave alone what is being written.

    Contents are not read: ``audit`` holds them against their hashes.
    """
    named = dict(raw.execute("SELECT path, sha256 FROM snapshots WHERE path IS NOT NULL").fetchall())
    found: set[str] = set()
    if folder.is_dir():
        yield from _permission(folder, 0o700)
        for file in sorted(folder.rglob("*")):
            relative = file.relative_to(folder).as_posix()
            found.add(relative)
            if file.is_symlink() or not (file.is_dir() or file.is_file()):
                yield Fault(Kind.FOREIGN, str(file), "it is no file of ours: remove it")
            elif file.is_dir():
                yield from _permission(file, 0o700)
            else:
                yield from _file(file, named.get(relative) is not None, now)
    for path, sha256 in sorted(named.items()):
        if path not in found:
            yield Fault(Kind.MISSING, f"snapshot {sha256}", f"its file {folder / path} is missing: restore a backup")


def _file(file: Path, named: bool, now: float) -> Iterator[Fault]:
    """Yield what is wrong with one file."""
    if named:
        yield from _permission(file, 0o600)
        return
    ours = _EVIDENCE.fullmatch(file.name) or _ASIDE.fullmatch(file.name)
    if ours is None:
        yield Fault(Kind.FOREIGN, str(file), "it is no file of ours: remove it")
    elif now - file.stat().st_mtime >= SETTLED_SECONDS:
        if file.name.startswith("."):
            yield Fault(Kind.LEFT_OVER, str(file), "a run was stopped while it wrote this: --repair removes it", file)
        else:
            yield Fault(Kind.ORPHAN, str(file), "no row names it: --repair removes it", file)


def _permission(path: Path, wanted: int) -> Iterator[Fault]:
    """Yield that others may read what only the owner should."""
    mode = stat.S_IMODE(os.lstat(path).st_mode)
    if mode & ~wanted:
        yield Fault(Kind.PERMISSION, str(path), f"its mode is {mode:o}: chmod {wanted:o} it")
