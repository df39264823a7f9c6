"""Runs, their leases, and what became of each source in them."""

from datetime import date, datetime
from typing import Any

from sqlmodel import Field

from db.tables.base import CleanText, Document, Row, UtcTime


class RunRow(Row, table=True):
    """One run of a job, with its sums once it ended."""

    __tablename__ = "runs"

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=CleanText, index=True)  # check, nightly, recheck, import, …
    owner: str | None = Field(default=None, sa_type=CleanText, index=True)
    policy: str = Field(sa_type=CleanText)
    parameters: dict[str, Any] = Field(sa_type=Document)
    status: str = Field(sa_type=CleanText)
    started_at: datetime = Field(sa_type=UtcTime)
    heartbeat_at: datetime = Field(sa_type=UtcTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)
    articles: int = 0
    statements: int = 0
    verdicts_added: int = 0
    transcripts_added: int = 0
    headlines: list[Any] = Field(sa_type=Document)  # [[headline, statements], …]


class RunProblemRow(Row, table=True):
    """One thing that went wrong in a run, in words for the operator."""

    __tablename__ = "run_problems"

    run_id: int = Field(foreign_key="runs.id", primary_key=True)
    ordinal: int = Field(primary_key=True)
    subject: str = Field(sa_type=CleanText)
    message: str = Field(sa_type=CleanText)


class LeaseRow(Row, table=True):
    """Who may run a job, or harvest a source, until the heartbeat is old."""

    __tablename__ = "leases"

    name: str = Field(sa_type=CleanText, primary_key=True)
    owner: str = Field(sa_type=CleanText)
    acquired_at: datetime = Field(sa_type=UtcTime)
    heartbeat_at: datetime = Field(sa_type=UtcTime)


class HarvestRow(Row, table=True):
    """What became of reading one source over a window of days."""

    __tablename__ = "harvests"

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="sources.id", index=True)
    run_id: int = Field(foreign_key="runs.id", index=True)
    window_from: date | None = None
    window_to: date | None = None
    outcome: str = Field(sa_type=CleanText)  # ok_hits, ok_none, suspect_empty, blocked, …
    detail: str = Field(sa_type=CleanText)
    listed: int
    added: int
    ended_at: datetime = Field(sa_type=UtcTime)
    pages: int = 0  # of lists that were read
    stopped_at_page: int | None = None  # where a cap ended the walk; NULL: it went to its end
    newest: date | None = None  # the latest day that any entry claims


class SearchRow(Row, table=True):
    """What became of asking one source's own search about one person over a window of days."""

    __tablename__ = "searches"

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="sources.id", index=True)
    run_id: int = Field(foreign_key="runs.id", index=True)
    person: str | None = Field(default=None, sa_type=CleanText)
    phrase: str | None = Field(default=None, sa_type=CleanText)
    window_from: date | None = None
    window_to: date | None = None
    outcome: str = Field(sa_type=CleanText)
    detail: str = Field(sa_type=CleanText)
    ended_at: datetime = Field(sa_type=UtcTime)
