"""What sources list, what became of each entry, and how records changed after they were had."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.tables.base import CleanText, Document, Row, UtcTime


class EntryRow(Row, table=True):
    """One record as its source lists it, whether its text was had or not."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("source_id", "entry_id"),
        Index("ix_entries_state_first_day", "state", "first_day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="sources.id")
    entry_id: str = Field(sa_type=CleanText)
    url: str | None = Field(default=None, sa_type=CleanText, index=True)
    title: str = Field(sa_type=CleanText)
    first_day: date | None = None  # of the days that the list claims
    last_day: date | None = None
    told: dict[str, Any] = Field(sa_type=Document)  # all that the list tells, but for a text inside it
    state: str = Field(sa_type=CleanText)  # pending, stored, unchanged, refused, metadata_only
    outcome: str | None = Field(default=None, sa_type=CleanText)  # of the last attempt
    detail: str = Field(default="", sa_type=CleanText)
    attempts: int = 0
    next_attempt_at: datetime | None = Field(default=None, sa_type=UtcTime)
    transcript_id: int | None = Field(default=None, foreign_key="transcripts.id", index=True)
    first_seen_at: datetime = Field(sa_type=UtcTime)  # in a list
    last_seen_at: datetime = Field(sa_type=UtcTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcTime)


class VersionChangeRow(Row, table=True):
    """One text of a record that gave way to another; a source that goes to and fro has one row each way."""

    __tablename__ = "version_changes"
    __table_args__ = (UniqueConstraint("old_version_id", "new_version_id"),)

    id: int | None = Field(default=None, primary_key=True)
    transcript_id: int = Field(foreign_key="transcripts.id", index=True)
    old_version_id: int = Field(foreign_key="transcript_versions.id")
    new_version_id: int = Field(foreign_key="transcript_versions.id", index=True)
    changed_after: datetime = Field(sa_type=UtcTime)  # the old text was seen last
    changed_before: datetime = Field(sa_type=UtcTime)  # the new one was seen first
    times: int = 1  # how often this change was seen; the window is that of the first time
    declared: bool = False  # the source itself says that it corrected the record
    added: int  # words
    removed: int
    diff: str = Field(sa_type=CleanText)


class RecordEventRow(Row, table=True):
    """What befell a record that is held, its text apart: the page is gone, walled, or suddenly short."""

    __tablename__ = "record_events"
    __table_args__ = (Index("ix_record_events_transcript_id_id", "transcript_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    transcript_id: int = Field(foreign_key="transcripts.id")
    kind: str = Field(sa_type=CleanText)  # gone, wall, soft_404, suspicious_change, worse_copy, correction, back
    at: datetime = Field(sa_type=UtcTime)  # seen first
    last_at: datetime = Field(sa_type=UtcTime)
    times: int = 1
    detail: str = Field(sa_type=CleanText)
