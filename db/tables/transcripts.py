"""Sources, the bytes they gave, and the transcripts read from them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from db.tables.base import CleanText, Document, Row, UtcTime


class SourceRow(Row, table=True):
    """A publisher of transcripts."""

    __tablename__ = "sources"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=CleanText, unique=True)
    created_at: datetime = Field(sa_type=UtcTime)
    store: str = Field(default="full", sa_type=CleanText)  # full, excerpt, hash: what its licence lets us keep
    licence: str | None = Field(default=None, sa_type=CleanText)
    stale_after_days: int | None = None  # when its newest record is older, something is wrong with it


class SnapshotRow(Row, table=True):
    """Bytes that were fetched or given, once each; the file lies in the evidence folder under its hash."""

    __tablename__ = "snapshots"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(sa_type=CleanText, unique=True)
    size: int  # bytes before compression
    path: str | None = Field(default=None, sa_type=CleanText)  # below the evidence folder; NULL: not kept
    stored_at: datetime = Field(sa_type=UtcTime)


class FetchRow(Row, table=True):
    """One answer of one address, or one file read; the same answer again moves ``last_seen_at`` and counts."""

    __tablename__ = "fetches"
    __table_args__ = (Index("ix_fetches_url_name_snapshot_id", "url", "name", "snapshot_id"),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int | None = Field(default=None, foreign_key="snapshots.id", index=True)
    url: str | None = Field(default=None, sa_type=CleanText)
    final_url: str | None = Field(default=None, sa_type=CleanText)
    name: str | None = Field(default=None, sa_type=CleanText)
    hops: list[Any] = Field(sa_type=Document)
    status: int | None = None
    content_type: str | None = Field(default=None, sa_type=CleanText)
    outcome: str = Field(sa_type=CleanText)
    headers: list[Any] = Field(sa_type=Document)
    first_seen_at: datetime = Field(sa_type=UtcTime)
    last_seen_at: datetime = Field(sa_type=UtcTime)
    source_id: int | None = Field(default=None, foreign_key="sources.id", index=True)
    run_id: int | None = Field(default=None, foreign_key="runs.id", index=True)  # the run that had it first
    last_run_id: int | None = Field(default=None, foreign_key="runs.id")
    times: int = 1  # how often in a row the address gave this answer
    attempts: int = 1  # tries of the last of these times, retries included
    message: str | None = Field(default=None, sa_type=CleanText)
    next_attempt_at: datetime | None = Field(default=None, sa_type=UtcTime)
    etag: str | None = Field(default=None, sa_type=CleanText)
    last_modified: str | None = Field(default=None, sa_type=CleanText)


class TranscriptRow(Row, table=True):
    """The record of one event by one source, whatever its text."""

    __tablename__ = "transcripts"
    __table_args__ = (UniqueConstraint("source_id", "doc_id"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="sources.id")
    doc_id: str = Field(sa_type=CleanText)
    created_at: datetime = Field(sa_type=UtcTime)


class TranscriptVersionRow(Row, table=True):
    """One state of a transcript's text, with its latest description."""

    __tablename__ = "transcript_versions"
    __table_args__ = (
        UniqueConstraint("transcript_id", "version"),
        Index("ix_transcript_versions_version", "version"),
        Index("ux_transcript_versions_newest", "transcript_id", unique=True, sqlite_where=text("is_newest = 1")),
    )

    id: int | None = Field(default=None, primary_key=True)
    transcript_id: int = Field(foreign_key="transcripts.id")
    version: str = Field(sa_type=CleanText)
    description: str = Field(sa_type=CleanText)  # fingerprint of all that describes the words: title, dates, labels …
    lang: str = Field(sa_type=CleanText)
    title: str = Field(sa_type=CleanText)
    url: str | None = Field(default=None, sa_type=CleanText)
    place: str | None = Field(default=None, sa_type=CleanText)
    tier: int
    rendition: str = Field(sa_type=CleanText)
    complete: bool
    words: int
    is_newest: bool
    is_worse: bool  # a worse copy of a better version: kept, never the newest
    snapshot_id: int | None = Field(default=None, foreign_key="snapshots.id", index=True)
    line: int | None = None  # of the imported file, from 1
    reader: dict[str, Any] | None = Field(default=None, sa_type=Document)  # how the bytes were read, for `audit`
    first_seen_at: datetime = Field(sa_type=UtcTime)
    last_seen_at: datetime = Field(sa_type=UtcTime)


class TurnRow(Row, table=True):
    """One speaker's uninterrupted run; the version's text is the turns' texts joined by one newline."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("version_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="transcript_versions.id")
    number: int  # from 0
    speaker: str | None = Field(default=None, sa_type=CleanText)
    speaker_id: str | None = Field(default=None, sa_type=CleanText)
    label: str | None = Field(default=None, sa_type=CleanText)
    role: str = Field(sa_type=CleanText)
    lang: str | None = Field(default=None, sa_type=CleanText)
    rendition: str | None = Field(default=None, sa_type=CleanText)
    at: str | None = Field(default=None, sa_type=CleanText)
    start: int  # offset of the text in the version's text, code points
    text: str = Field(sa_type=CleanText)


class RecordDateRow(Row, table=True):
    """A day on which a record says its event was held, in the order given."""

    __tablename__ = "record_dates"

    version_id: int = Field(foreign_key="transcript_versions.id", primary_key=True)
    ordinal: int = Field(primary_key=True)
    day: date = Field(index=True)
    origin: str = Field(sa_type=CleanText)


class VersionSpeakerRow(Row, table=True):
    """A name that holds a speaker's turn in one version."""

    __tablename__ = "version_speakers"

    version_id: int = Field(foreign_key="transcript_versions.id", primary_key=True)
    ordinal: int = Field(primary_key=True)
    speaker: str = Field(sa_type=CleanText, index=True)
    speaker_id: str | None = Field(default=None, sa_type=CleanText, index=True)
    words: int
