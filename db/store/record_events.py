"""What befell records that are held, their texts apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from db.store.base import OpenDatabase
from db.tables.base import clean
from db.tables.harvest import RecordEventRow, VersionChangeRow
from db.tables.transcripts import SourceRow, TranscriptRow, TranscriptVersionRow
from verifier.errors import DatabaseError

# Outcomes of a fetch or a reading that say something of the record itself, not of the way to it.
ABOUT_A_RECORD = frozenset({"gone", "wall", "soft_404", "suspicious_change", "empty", "wrong_type"})


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """One thing that befell a record, as often in a row as it was seen."""

    kind: str  # gone, wall, soft_404, suspicious_change, worse_copy, correction, back, …
    at: datetime  # seen first
    last_at: datetime
    times: int
    detail: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of a record that gave way to another, within a window of time."""

    old_version: str
    new_version: str
    changed_after: datetime  # the old text was seen last
    changed_before: datetime  # the new one was seen first
    times: int  # how often the source changed so
    declared: bool  # the source itself says that it corrected the record
    added: int  # words
    removed: int
    diff: str


class RecordEvents(OpenDatabase):
    """Events and changes of the records that are held."""

    def add_record_event(self, source: str, doc_id: str, kind: str, *, now: datetime, detail: str = "") -> None:
        """Keep that something befell a record; the same again moves its time and counts.

        DatabaseError if the record is not held.
        """
        with self.transaction() as session:
            note_event(session, _transcript(session, source, doc_id), kind, now, detail)

    def holds(self, source: str, doc_id: str) -> bool:
        """Return whether a record is held, in whatever version."""
        with self.reading() as session:
            return _find(session, source, doc_id) is not None

    def record_events(self, source: str, doc_id: str) -> tuple[RecordEvent, ...]:
        """Return what befell a record, oldest first; DatabaseError if it is not held."""
        with self.reading() as session:
            asked = select(RecordEventRow).where(RecordEventRow.transcript_id == _transcript(session, source, doc_id))
            rows = session.exec(asked.order_by(col(RecordEventRow.id)))
            return tuple(RecordEvent(row.kind, row.at, row.last_at, row.times, row.detail) for row in rows)

    def text_changes(self, source: str, doc_id: str) -> tuple[TextChange, ...]:
        """Return how the text of a record changed, oldest first; DatabaseError if it is not held."""
        with self.reading() as session:
            own = _transcript(session, source, doc_id)
            asked = select(VersionChangeRow).where(VersionChangeRow.transcript_id == own)
            rows = session.exec(asked.order_by(col(VersionChangeRow.id))).all()
            return tuple(
                TextChange(
                    _version(session, row.old_version_id),
                    _version(session, row.new_version_id),
                    row.changed_after,
                    row.changed_before,
                    row.times,
                    row.declared,
                    row.added,
                    row.removed,
                    row.diff,
                )
                for row in rows
            )


def note_event(session: Session, transcript_id: int, kind: str, now: datetime, detail: str = "") -> None:
    """Keep an event of a record; the same as its last one moves its time and counts."""
    asked = select(RecordEventRow).where(RecordEventRow.transcript_id == transcript_id)
    last = session.exec(asked.order_by(col(RecordEventRow.id).desc()).limit(1)).first()
    if last is not None and (last.kind, last.detail) == (clean(kind), clean(detail)):
        last.last_at, last.times = max(last.last_at, now), last.times + 1
        return
    session.add(RecordEventRow(transcript_id=transcript_id, kind=kind, at=now, last_at=now, detail=detail))
    session.flush()


def _find(session: Session, source: str, doc_id: str) -> int | None:
    asked = (
        select(TranscriptRow.id)
        .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
        .where(SourceRow.name == clean(source), TranscriptRow.doc_id == clean(doc_id))
    )
    return session.exec(asked).first()


def _transcript(session: Session, source: str, doc_id: str) -> int:
    found = _find(session, source, doc_id)
    if found is None:
        raise DatabaseError(f"no transcript {doc_id} of {source} is held")
    return found


def _version(session: Session, version_id: int) -> str:
    row = session.get(TranscriptVersionRow, version_id)
    assert row is not None
    return row.version
