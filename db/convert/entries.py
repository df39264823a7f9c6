"""Entries of lists ⇄ rows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.convert.documents import Document, dates_document, dates_of
from db.tables.harvest import EntryRow

if TYPE_CHECKING:
    from verifier.sources.connector import Entry


def entry_document(entry: Entry) -> Document:
    """Return what a list tells of an entry, but for what columns hold, and for a text inside the list."""
    return {
        "dates": dates_document(entry.dates),
        "lang": entry.lang,
        "speakers": list(entry.speakers),
        "place": entry.place,
        "inline": entry.inline_type if entry.inline is not None else None,
        "note": entry.note,
        "metadata_only": entry.metadata_only,
        "extra": [list(pair) for pair in entry.extra],
    }


def entry_row(entry: Entry, source_id: int, state: str, now: datetime) -> EntryRow:
    """Return the row of an entry that was not listed before."""
    days = [held.day for held in entry.dates]
    return EntryRow(
        source_id=source_id,
        entry_id=entry.id,
        url=entry.url,
        title=entry.title,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        told=entry_document(entry),
        state=state,
        first_seen_at=now,
        last_seen_at=now,
    )


def entry_of(row: EntryRow) -> Entry:
    """Return the entry of its row, without the text that its list may hold."""
    # Its configuration's models take a tenth of a second to load: only those who harvest pay for them.
    from verifier.sources.connector import Entry

    told = row.told
    return Entry(
        id=row.entry_id,
        url=row.url,
        title=row.title,
        dates=dates_of(told["dates"]),
        lang=told["lang"],
        speakers=tuple(told["speakers"]),
        place=told["place"],
        inline_type=told["inline"],
        note=told["note"],
        metadata_only=told["metadata_only"],
        extra=tuple((name, value) for name, value in told["extra"]),
    )
