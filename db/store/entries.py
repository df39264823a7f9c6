"""What sources list: each entry kept with its state, so that a walk that was stopped goes on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlmodel import Session, col, or_, select, update

from db.convert.entries import entry_of, entry_row
from db.listed import listed_not_held
from db.store.base import OpenDatabase
from db.store.record_events import ABOUT_A_RECORD, note_event
from db.store.sources import source_id
from db.tables.base import clean, clean_document
from db.tables.harvest import EntryRow
from db.tables.transcripts import SourceRow, TranscriptRow, TranscriptVersionRow
from verifier.errors import DatabaseError
from verifier.model.text import Interval
from verifier.retrieve.coverage import Gap

if TYPE_CHECKING:
    from verifier.sources.connector import Entry


class EntryState(StrEnum):
    """What became of an entry."""

    PENDING = "pending"  # listed, its text not asked for yet, or to be asked for again
    STORED = "stored"
    UNCHANGED = "unchanged"  # asked for again: the text that is stored already
    REFUSED = "refused"  # no text was to be had; the outcome says why
    METADATA_ONLY = "metadata_only"  # its source has no text of it for us, or its licence keeps it from us


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry as it is kept; one whose list holds its text has ``inline_type``, and ``inline`` None."""

    entry: Entry
    state: EntryState
    outcome: str | None  # of the last attempt
    detail: str
    attempts: int
    next_attempt_at: datetime | None
    doc_id: str | None  # of the transcript that is held of it
    first_seen_at: datetime
    last_seen_at: datetime
    settled_at: datetime | None  # None: never asked for
    changed: bool = False  # its list tells otherwise than before


class Entries(OpenDatabase):
    """The listed entries of each source."""

    def note_entries(self, source: str, entries: Sequence[Entry], *, now: datetime) -> tuple[KeptEntry, ...]:
        """Return the entries as kept, in their order, after noting that the source lists them.

        One that is new is pending, or metadata_only where it says so. A known one keeps its state; where the
        list now tells another title, address or day, that is noted and ``changed`` is true. An unknown
        source is created.
        """
        with self.transaction() as session:
            own = source_id(session, source, now)
            return tuple([_noted(session, own, entry, now) for entry in entries])

    def pending_entries(
        self, source: str, *, now: datetime | None = None, limit: int | None = None
    ) -> tuple[KeptEntry, ...]:
        """Return the entries of a source whose text is still to be asked for, in the order they were listed.

        With *now*, those that are deferred to a later time are left out.
        """
        asked = select(EntryRow).where(EntryRow.state == EntryState.PENDING.value).order_by(col(EntryRow.id))
        asked = asked.where(col(EntryRow.source_id).in_(select(SourceRow.id).where(SourceRow.name == clean(source))))
        if now is not None:
            due = or_(col(EntryRow.next_attempt_at).is_(None), col(EntryRow.next_attempt_at) <= now)
            asked = asked.where(due)
        with self.reading() as session:
            return tuple([_kept(session, row) for row in session.exec(asked.limit(limit)).all()])

    def load_entry(self, source: str, entry_id: str) -> KeptEntry | None:
        """Return one entry as it is kept; None if the source never listed it."""
        with self.reading() as session:
            row = _find(session, source, entry_id)
            return None if row is None else _kept(session, row)

    def settle_entry(
        self,
        source: str,
        entry_id: str,
        state: EntryState | str,
        *,
        now: datetime,
        outcome: str | None = None,
        detail: str = "",
        doc_id: str | None = None,
        next_attempt_at: datetime | None = None,
    ) -> None:
        """Keep what came of asking for an entry's text; *outcome* is that of the fetch or the reading.

        *doc_id* names the transcript that was stored. An entry whose text is held never becomes refused: it
        stays stored, and that its page is gone, walled or suspiciously short is an event of its record. An
        unchanged one moves ``last_seen_at`` of the text that is held. To be tried again later: pending, with
        *next_attempt_at*. DatabaseError if it was never listed.
        """
        state = EntryState(state)
        with self.transaction() as session:
            row = _find(session, source, entry_id)
            if row is None:
                raise DatabaseError(f"{source} never listed {entry_id}: note its entries first")
            if doc_id is not None:
                row.transcript_id = _transcript(session, row.source_id, doc_id)
            _tell_record(session, row, state, outcome, detail, now)
            held = row.transcript_id is not None
            row.state = EntryState.STORED.value if held and state is EntryState.REFUSED else state.value
            row.outcome, row.detail, row.next_attempt_at = outcome, detail, next_attempt_at
            row.attempts += 1
            row.settled_at = now

    def listed_not_held(
        self, window: Interval | Sequence[Interval] | None = None, *, source: str | None = None
    ) -> tuple[Gap, ...]:
        """Return a gap for each entry that is listed and not held with a day in *window*; None: any day.

        A dated one has its record, without words, in ``listed``, so that coverage knows event and persons;
        undated ones, and all where no window is given, are one gap a source.
        """
        windows = () if window is None else (window,) if isinstance(window, Interval) else tuple(window)
        found = listed_not_held(self.raw, windows)
        return tuple(gap for gap in found if source is None or gap.source == source)


def _noted(session: Session, own: int, entry: Entry, now: datetime) -> KeptEntry:
    """Return one entry as kept, after noting that it is listed."""
    asked = select(EntryRow).where(EntryRow.source_id == own, EntryRow.entry_id == clean(entry.id))
    row = session.exec(asked).first()
    if row is None:
        state = EntryState.METADATA_ONLY if entry.metadata_only else EntryState.PENDING
        row = entry_row(entry, own, state.value, now)
        session.add(row)
        session.flush()
        return _kept(session, row)
    row.last_seen_at = max(row.last_seen_at, now)
    fresh = entry_row(entry, own, row.state, now)
    changed = False
    for name in ("url", "title", "first_day", "last_day", "told"):
        told = clean_document(getattr(fresh, name))
        if getattr(row, name) != told:
            changed = True
            setattr(row, name, told)
    if row.state == EntryState.METADATA_ONLY.value and changed and not entry.metadata_only:
        row.state = EntryState.PENDING.value
    session.flush()
    return _kept(session, row, changed=changed)


def _find(session: Session, source: str, entry_id: str) -> EntryRow | None:
    asked = (
        select(EntryRow)
        .join(SourceRow, col(SourceRow.id) == EntryRow.source_id)
        .where(SourceRow.name == clean(source), EntryRow.entry_id == clean(entry_id))
    )
    return session.exec(asked).first()


def _kept(session: Session, row: EntryRow, *, changed: bool = False) -> KeptEntry:
    held = None if row.transcript_id is None else session.get(TranscriptRow, row.transcript_id)
    return KeptEntry(
        entry_of(row),
        EntryState(row.state),
        row.outcome,
        row.detail,
        row.attempts,
        row.next_attempt_at,
        held.doc_id if held else None,
        row.first_seen_at,
        row.last_seen_at,
        row.settled_at,
        changed,
    )


def _transcript(session: Session, own: int, doc_id: str) -> int:
    """Return the id of a source's transcript; DatabaseError if it is not held."""
    asked = select(TranscriptRow.id).where(TranscriptRow.source_id == own, TranscriptRow.doc_id == clean(doc_id))
    found = session.exec(asked).first()
    if found is None:
        raise DatabaseError(f"the transcript {doc_id} has to be added before its entry is settled")
    return found


def _tell_record(
    session: Session, row: EntryRow, state: EntryState, outcome: str | None, detail: str, now: datetime
) -> None:
    """Note on the record that is held what its page has come to."""
    if row.transcript_id is None:
        return
    if state is EntryState.UNCHANGED:
        newest = update(TranscriptVersionRow).where(
            col(TranscriptVersionRow.transcript_id) == row.transcript_id,
            col(TranscriptVersionRow.is_newest).is_(True),
            col(TranscriptVersionRow.last_seen_at) < now,
        )
        session.exec(newest.values(last_seen_at=now))
    if state is EntryState.REFUSED and outcome in ABOUT_A_RECORD:
        note_event(session, row.transcript_id, outcome, now, detail)
    elif (
        state in {EntryState.UNCHANGED, EntryState.STORED}
        and row.outcome in ABOUT_A_RECORD
        and outcome not in ABOUT_A_RECORD
    ):
        note_event(session, row.transcript_id, "back", now, f"after {row.outcome}")
