"""Keeping one transcript after another, at the speed of an import: plain SQL on the raw connection."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from db.convert.documents import dates_document
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
from db.store.changes import note_change, note_raw_event
from db.store.sources import HASH
from db.tables.base import utc_text
from verifier.model.transcript import Record, Transcript
from verifier.text.changes import word_changes

# A new text with less than this share of the newest one's words is taken for a cut copy.
_SHRUNK = 0.5
# And so is one that is its beginning and lacks so many words at its end: a template closes a cut page again.
_CUT_OFF = 20
_LOST, _ADDED = 0.2, 0.02  # or one that lacks so much of the words, with hardly anything in their place
_FOREIGN = 0.85  # or another text in its place
_VERSION_COLUMNS = (
    "transcript_id, version, is_newest, is_worse, snapshot_id, line, reader, first_seen_at, last_seen_at, "
    "description, lang, title, url, place, tier, rendition, complete, words"
)


_WITHHOLD = """
    INSERT INTO entries (source_id, entry_id, url, title, first_day, last_day, told, first_seen_at, last_seen_at,
        settled_at, state, outcome, detail, attempts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'metadata_only', 'ok', 'its licence keeps its text from us', 1)
    ON CONFLICT (source_id, entry_id) DO UPDATE SET told = excluded.told, last_seen_at = excluded.last_seen_at,
        settled_at = excluded.settled_at, state = 'metadata_only', outcome = 'ok', attempts = attempts + 1
"""


class ImportOutcome(Enum):
    """What became of one transcript."""

    ADDED = auto()
    NEW_VERSION = auto()
    UNCHANGED = auto()
    DESCRIBED_ANEW = auto()
    WORSE = auto()
    WITHHELD = auto()  # its source lets us keep its hash alone


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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where transcripts come from: the snapshot of their bytes, how these were read, and what their page says."""

    snapshot_id: int | None = None
    reader: dict[str, Any] | None = None
    declared_correction: bool = False  # the page says that it was corrected


class Importer:
    """Keeps transcripts inside one open transaction."""

    def __init__(self, raw: sqlite3.Connection, now: datetime, origin: Origin) -> None:
        self._raw = raw
        self._origin = origin
        self._now = utc_text(now)
        self._sources: dict[str, tuple[int, str]] = {}

    def keep(self, transcript: Transcript, line: int | None) -> ImportOutcome:
        """Keep one transcript, as ``keepable`` gives it, and return what became of it."""
        record = transcript.record
        source, may_keep = self._source(record.source)
        if may_keep == HASH:
            withhold(self._raw, source, transcript, self._now)
            return ImportOutcome.WITHHELD
        transcript_id, known = self._transcript(source, record.doc_id)
        held = self._held(transcript_id) if known else []
        newest = next((version for version in held if version.is_newest), None)
        same = next((version for version in held if version.version == record.version), None)
        if same is not None and (same.is_newest or newest is None):
            return self._seen_again(same, transcript)
        why = self._why_worse(transcript, newest) if newest is not None else ""
        if same is not None and why:
            self._seen_again(same, transcript)
            note_raw_event(self._raw, transcript_id, "suspicious_change", self._now, why)
            return ImportOutcome.WORSE
        if newest is not None and not why:
            self._retire(newest.id)
        brought = self._bring_back(same, transcript) if same is not None else None
        version_id = brought or self._add_version(transcript_id, transcript, line, worse=bool(why))
        if newest is None:
            return ImportOutcome.ADDED
        self._tell(transcript_id, newest, version_id, why)
        return ImportOutcome.WORSE if why else ImportOutcome.NEW_VERSION

    def _why_worse(self, transcript: Transcript, newest: _Held) -> str:
        """Return in which way a changed text is a worse copy, "" where it is none."""
        why = why_worse(transcript.record, newest)
        if why or self._origin.declared_correction:
            return why
        (held,) = self._raw.execute(
            "SELECT group_concat(text, char(10)) FROM (SELECT text FROM turns WHERE version_id = ? ORDER BY number)",
            (newest.id,),
        ).fetchone()
        missing = words_cut_off(transcript.text, held or "")
        if missing >= _CUT_OFF:
            return f"ends where the better copy goes on for {missing} words"
        changed, whole = word_changes(held or "", transcript.text), len((held or "").split())
        if changed.removed >= _LOST * whole and changed.added <= _ADDED * whole:
            return f"lacks {changed.removed} of {whole} words, with hardly any in their place"
        foreign = changed.removed >= _FOREIGN * whole and whole >= _CUT_OFF
        return f"has hardly any of the {whole} words that were there: another text" if foreign else ""

    def _tell(self, transcript_id: int, newest: _Held, version_id: int, why: str) -> None:
        """Note that a record's text changed, or why the copy that came is a worse one."""
        if why:
            note_raw_event(self._raw, transcript_id, "suspicious_change", self._now, why)
            return
        note_change(self._raw, newest.id, version_id, self._now, declared=self._origin.declared_correction)
        if self._origin.declared_correction:
            note_raw_event(self._raw, transcript_id, "correction", self._now, "")

    def _source(self, name: str) -> tuple[int, str]:
        """Return the id of a source, created if it is unknown, and what may be kept of it."""
        if name not in self._sources:
            row = self._raw.execute("SELECT id, store FROM sources WHERE name = ?", (name,)).fetchone()
            self._sources[name] = row or (self._insert("sources", "name, created_at", (name, self._now)), "full")
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

    def _add_version(self, transcript_id: int, transcript: Transcript, line: int | None, *, worse: bool) -> int:
        """Return the id of a text that is new, kept, and searchable unless it is a worse copy."""
        reader = None if self._origin.reader is None else json.dumps(self._origin.reader, ensure_ascii=False)
        seen = (not worse, worse, self._origin.snapshot_id, line, reader, self._now, self._now)
        cells = (transcript_id, transcript.record.version, *seen, *_description_cells(transcript))
        version_id = self._insert("transcript_versions", _VERSION_COLUMNS, cells)
        self._insert_many("turns", TURN_COLUMNS, turn_cells(version_id, transcript))
        self._describe_dates_and_speakers(version_id, transcript)
        if not worse:
            index_transcript(self._raw, version_id, transcript)
        return version_id

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

    def _bring_back(self, held: _Held, transcript: Transcript) -> int:
        """Return the id of an earlier text, now the newest again: its source went back to it."""
        self._raw.execute(
            "UPDATE transcript_versions SET is_newest = 1, is_worse = 0, last_seen_at = ? WHERE id = ?",
            (self._now, held.id),
        )
        self._describe(held.id, transcript)
        index_transcript(self._raw, held.id, transcript)
        return held.id

    def _describe(self, version_id: int, transcript: Transcript) -> None:
        """Write anew all that is said about a version's words."""
        names = [name.strip() for name in _VERSION_COLUMNS.split(",")][9:]
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


def why_worse(record: Record, newest: _Held) -> str:
    """Return why a text is a worse copy, "" if it is none: cut to half, of a lower tier, no longer complete."""
    if record.words < _SHRUNK * newest.words:
        return f"cut from {newest.words} words to {record.words}"
    if record.tier > newest.tier:
        return f"of tier {record.tier}, not {newest.tier}"
    return "no longer complete" if newest.complete and not record.complete else ""


def words_cut_off(text: str, held: str) -> int:
    """Return how many words of *held* follow where *text*, its beginning, ends; 0 where it is not its beginning.

    The last word of a cut text may be cut as well, or stand before dots.
    """
    words, whole = text.rstrip(" .…").split(), held.split()
    *body, last = words or [""]
    if len(words) >= len(whole) or whole[: len(body)] != body or not whole[len(body)].startswith(last):
        return 0
    return len(whole) - len(words)


def withhold(raw: sqlite3.Connection, source_id: int, transcript: Transcript, now: str) -> None:
    """Keep of a transcript what may be kept where its text may not: what it is of, and the hash of its words."""
    record = transcript.record
    days: list[str | None] = [*sorted(held.day.isoformat() for held in record.dates)] or [None]
    told = {
        "dates": dates_document(record.dates),
        "lang": record.lang,
        "speakers": list(record.speakers),
        "place": record.place,
        "inline": None,
        "note": None,
        "metadata_only": True,
        "extra": [["text_sha256", hashlib.sha256(transcript.text.encode()).hexdigest()], ["words", str(record.words)]],
    }
    cells = (source_id, record.doc_id, record.url, record.title, days[0], days[-1], json.dumps(told), now, now, now)
    raw.execute(_WITHHOLD, cells)


def _description_cells(transcript: Transcript) -> Cells:
    """Return the cells of the columns that describe a version, in the order of _VERSION_COLUMNS."""
    record = transcript.record
    who = (description_of(transcript), record.lang, record.title, record.url, record.place)
    return (*who, record.tier, record.rendition.value, record.complete, record.words)
