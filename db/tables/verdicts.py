"""Verdicts with their evidence, and what people said of them; rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.tables.base import CleanText, Document, Row, UtcTime


class VerdictRow(Row, table=True):
    """The judgement on a statement under one claim, one article version and one policy."""

    __tablename__ = "verdicts"
    __table_args__ = (Index("ix_verdicts_statement_id_id", "statement_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    statement_id: str = Field(sa_type=CleanText, foreign_key="statements.id")
    claim_id: int = Field(foreign_key="claims.id", index=True)
    article_version_id: int = Field(foreign_key="article_versions.id", index=True)
    run_id: int = Field(foreign_key="runs.id", index=True)
    checked_at: datetime = Field(sa_type=UtcTime)
    fingerprint: str = Field(sa_type=CleanText)  # of what makes a verdict say something new
    headline: str = Field(sa_type=CleanText, index=True)
    wording: str = Field(sa_type=CleanText)
    speaker_check: str = Field(sa_type=CleanText)
    dating: str = Field(sa_type=CleanText)
    context: str = Field(sa_type=CleanText)
    coverage: str = Field(sa_type=CleanText)
    coverage_detail: dict[str, Any] = Field(sa_type=Document)
    translation_grade: str | None = Field(default=None, sa_type=CleanText)
    score: float | None = None
    days_apart: int | None = None
    flags: list[Any] = Field(sa_type=Document)
    reasons: list[Any] = Field(sa_type=Document)
    policy: str = Field(sa_type=CleanText)


class MatchRow(Row, table=True):
    """A place in a record with what it says there, and the record's standing as it was then."""

    __tablename__ = "matches"
    __table_args__ = (UniqueConstraint("verdict_id", "rank"),)

    id: int | None = Field(default=None, primary_key=True)
    verdict_id: int = Field(foreign_key="verdicts.id")
    rank: int  # from 1
    chosen: bool  # the place the verdict rests on
    version_id: int | None = Field(default=None, foreign_key="transcript_versions.id", index=True)
    source: str = Field(sa_type=CleanText)
    doc_id: str = Field(sa_type=CleanText)
    version: str = Field(sa_type=CleanText)
    lang: str = Field(sa_type=CleanText)
    title: str = Field(sa_type=CleanText)
    dates: list[Any] = Field(sa_type=Document)
    url: str | None = Field(default=None, sa_type=CleanText)
    place: str | None = Field(default=None, sa_type=CleanText)
    tier: int
    rendition: str = Field(sa_type=CleanText)
    complete: bool
    speakers: list[Any] = Field(sa_type=Document)
    words: int
    turn_number: int
    turn_start: int
    turn_end: int
    turn: dict[str, Any] = Field(sa_type=Document)  # without its text where the version is held
    said: str = Field(sa_type=CleanText)
    context_before: str = Field(sa_type=CleanText)
    context_after: str = Field(sa_type=CleanText)
    wording: str = Field(sa_type=CleanText)
    wording_score: float
    speaker_score: float | None = None
    date_score: float | None = None
    total: float


class AlignmentRow(Row, table=True):
    """Quotation words against passage words, for one match."""

    __tablename__ = "alignments"

    id: int | None = Field(default=None, primary_key=True)
    match_id: int = Field(foreign_key="matches.id", unique=True)
    spans: list[Any] = Field(sa_type=Document)  # [[start, end], …] in the version's text
    edits: list[Any] = Field(sa_type=Document)
    quoted_words: int
    matched_words: int
    score: float
    parts: int
    parts_found: int
    ordered: bool
    gap_words: int
    gap_turns: int
    first_turn: int
    last_turn: int
    longest_run: int


class SignalRow(Row, table=True):
    """A score with its reason; NULL is "cannot tell"."""

    __tablename__ = "signals"
    __table_args__ = (UniqueConstraint("verdict_id", "ordinal"),)

    id: int | None = Field(default=None, primary_key=True)
    verdict_id: int = Field(foreign_key="verdicts.id")
    ordinal: int
    name: str = Field(sa_type=CleanText)
    score: float | None = None
    reason: str = Field(sa_type=CleanText)


class ReviewRow(Row, table=True):
    """What a person decided about a verdict; it changes no verdict and is never overwritten."""

    __tablename__ = "reviews"

    id: int | None = Field(default=None, primary_key=True)
    verdict_id: int = Field(foreign_key="verdicts.id", index=True)
    reviewer: str = Field(sa_type=CleanText)
    decision: str = Field(sa_type=CleanText)  # agree, disagree, unsure
    note: str | None = Field(default=None, sa_type=CleanText)
    reviewed_at: datetime = Field(sa_type=UtcTime)


class TakedownRow(Row, table=True):
    """The one logged exception: it allows the named row to be changed or removed."""

    __tablename__ = "takedowns"
    __table_args__ = (Index("ix_takedowns_kind_target_id", "kind", "target_id"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=CleanText)  # name of the table
    target_id: int  # id in that table
    subject: str = Field(sa_type=CleanText)  # what a person named: hash, source and doc_id, statement
    reason: str = Field(sa_type=CleanText)
    taken_at: datetime = Field(sa_type=UtcTime)
