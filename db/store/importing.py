"""Keeping one transcript after another, at the speed of an import: plain SQL on the raw connection."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from db.convert.transcripts import (
    DATE_COLUMNS,
    SPEAKER_COLUMNS,
    TURN_COLUMNS,
    Cells,
    date_cells,
    description_of,
    speaker_cells,
    turn_cells,
)
from db.search import index_transcript, unindex_version
from db.tables.base import utc_text
from verifier.model.transcript import Record, Transcript

# A new text with less than this share of the newest one's words is taken for a cut copy.
_SHRUNK = 0.5
_VERSION_COLUMNS = (
    "transcript_id, version, is_newest, is_worse, snapshot_id, line, first_seen_at, last_seen_at, "
    "description, lang, title, url, place, tier, rendition, complete, words"
)


class ImportOutcome(Enum):
    """What became of one transcript."""

    ADDED = auto()
    NEW_VERSION = auto()
    UNCHANGED = auto()
    DESCRIBED_ANEW = auto()
    WORSE = auto()


@dataclass(frozen=True, slots=True)
class _Held:
    """A version that is held, as far as an import compares it."""

    id: int
    version: str
    description: str
    tier: int
    complete: bool
    words: int
    is_newest: bool


class Importer:
    """Keeps transcripts inside one open transaction."""

    def __init__(self, raw: sqlite3.Connection, snapshot_id: int | None, now: datetime) -> None:
        self._raw = raw
        self._snapshot_id = snapshot_id
        self._now = utc_text(now)
        self._sources: dict[str, int] = {}

    def keep(self, transcript: Transcript, line: int | None) -> ImportOutcome:
        """Keep one transcript, as ``keepable`` gives it, and return what became of it."""
        record = transcript.record
        transcript_id, known = self._transcript(self._source(record.source), record.doc_id)
        held = self._held(transcript_id) if known else []
        newest = next((version for version in held if version.is_newest), None)
        same = next((version for version in held if version.version == record.version), None)
        if same is not None and (same.is_newest or newest is None or is_worse(record, newest)):
            return self._seen_again(same, transcript)
        worse = newest is not None and is_worse(record, newest)
        if newest is not None and not worse:
            self._retire(newest.id)
        if same is not None:
            return self._bring_back(same, transcript)
        self._add_version(transcript_id, transcript, line, worse=worse)
        if newest is None:
            return ImportOutcome.ADDED
        return ImportOutcome.WORSE if worse else ImportOutcome.NEW_VERSION

    def _source(self, name: str) -> int:
        """Return the id of a source, created if it is unknown."""
        if name not in self._sources:
            row = self._raw.execute("SELECT id FROM sources WHERE name = ?", (name,)).fetchone()
            self._sources[name] = row[0] if row else self._insert("sources", "name, created_at", (name, self._now))
        return self._sources[name]

    def _transcript(self, source_id: int, doc_id: str) -> tuple[int, bool]:
        """Return the id of a transcript, and whether it was known before."""
        question = "SELECT id FROM transcripts WHERE source_id = ? AND doc_id = ?"
        row = self._raw.execute(question, (source_id, doc_id)).fetchone()
        if row:
            return row[0], True
        return self._insert("transcripts", "source_id, doc_id, created_at", (source_id, doc_id, self._now)), False

    def _held(self, transcript_id: int) -> list[_Held]:
        """Return the versions of a transcript."""
        rows = self._raw.execute(
            "SELECT id, version, description, tier, complete, words, is_newest FROM transcript_versions"
            " WHERE transcript_id = ?",
            (transcript_id,),
        )
        return [_Held(*row) for row in rows]

    def _add_version(self, transcript_id: int, transcript: Transcript, line: int | None, *, worse: bool) -> None:
        """Keep a text that is new, and make it searchable unless it is a worse copy."""
        seen = (not worse, worse, self._snapshot_id, line, self._now, self._now)
        cells = (transcript_id, transcript.record.version, *seen, *_description_cells(transcript))
        version_id = self._insert("transcript_versions", _VERSION_COLUMNS, cells)
        self._insert_many("turns", TURN_COLUMNS, turn_cells(version_id, transcript))
        self._describe_dates_and_speakers(version_id, transcript)
        if not worse:
            index_transcript(self._raw, version_id, transcript)

    def _seen_again(self, held: _Held, transcript: Transcript) -> ImportOutcome:
        """Note that a version was seen again; what is said about its words is corrected where it changed."""
        self._raw.execute("UPDATE transcript_versions SET last_seen_at = ? WHERE id = ?", (self._now, held.id))
        if held.description == description_of(transcript):
            return ImportOutcome.UNCHANGED
        if held.is_newest:
            unindex_version(self._raw, held.id)
        self._describe(held.id, transcript)
        if held.is_newest:
            index_transcript(self._raw, held.id, transcript)
        return ImportOutcome.DESCRIBED_ANEW

    def _retire(self, version_id: int) -> None:
        """Take a version out of the search; its text stays."""
        unindex_version(self._raw, version_id)
        self._raw.execute("UPDATE transcript_versions SET is_newest = 0 WHERE id = ?", (version_id,))

    def _bring_back(self, held: _Held, transcript: Transcript) -> ImportOutcome:
        """Make an earlier text the newest again: its source went back to it."""
        self._raw.execute(
            "UPDATE transcript_versions SET is_newest = 1, is_worse = 0, last_seen_at = ? WHERE id = ?",
            (self._now, held.id),
        )
        self._describe(held.id, transcript)
        index_transcript(self._raw, held.id, transcript)
        return ImportOutcome.NEW_VERSION

    def _describe(self, version_id: int, transcript: Transcript) -> None:
        """Write anew all that is said about a version's words."""
        names = [name.strip() for name in _VERSION_COLUMNS.split(",")][8:]
        changes = ", ".join(f"{name} = ?" for name in names)
        self._raw.execute(
            f"UPDATE transcript_versions SET {changes} WHERE id = ?", (*_description_cells(transcript), version_id)
        )
        self._raw.executemany(
            "UPDATE turns SET speaker_id = ?, label = ?, role = ?, lang = ?, rendition = ?, at = ?"
            " WHERE version_id = ? AND number = ?",
            [(*cells[3:9], version_id, cells[1]) for cells in turn_cells(version_id, transcript)],
        )
        for table in ("record_dates", "version_speakers"):
            self._raw.execute(f"DELETE FROM {table} WHERE version_id = ?", (version_id,))
        self._describe_dates_and_speakers(version_id, transcript)

    def _describe_dates_and_speakers(self, version_id: int, transcript: Transcript) -> None:
        """Write the days and the names of a version."""
        self._insert_many("record_dates", DATE_COLUMNS, date_cells(version_id, transcript.record))
        self._insert_many("version_speakers", SPEAKER_COLUMNS, speaker_cells(version_id, transcript))

    def _insert(self, table: str, columns: str, cells: Cells) -> int:
        """Insert a row and return its id."""
        marks = ", ".join("?" * len(cells))
        identity = self._raw.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", cells).lastrowid
        assert identity is not None
        return identity

    def _insert_many(self, table: str, columns: str, rows: list[Cells]) -> None:
        """Insert rows."""
        marks = ", ".join("?" * (columns.count(",") + 1))
        self._raw.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def is_worse(record: Record, newest: _Held) -> bool:
    """Return whether a changed text is a worse copy: of a lower tier, no longer complete, or cut to half."""
    return (
        record.tier > newest.tier or (newest.complete and not record.complete) or record.words < _SHRUNK * newest.words
    )


def _description_cells(transcript: Transcript) -> Cells:
    """Return the cells of the columns that describe a version, in the order of _VERSION_COLUMNS."""
    record = transcript.record
    who = (description_of(transcript), record.lang, record.title, record.url, record.place)
    return (*who, record.tier, record.rendition.value, record.complete, record.words)
