"""Articles, what they quote, and what they claim about it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from db.tables.base import CleanText, Document, Row, UtcTime


class ArticleRow(Row, table=True):
    """A published text that quotes, whatever its state."""

    __tablename__ = "articles"

    id: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(sa_type=CleanText, unique=True)  # canonical URL, else the content's hash
    created_at: datetime = Field(sa_type=UtcTime)


class ArticleVersionRow(Row, table=True):
    """One state of an article: the text that spans point into, and how it was described."""

    __tablename__ = "article_versions"
    __table_args__ = (
        UniqueConstraint("article_pk", "fingerprint"),
        Index("ux_article_versions_newest", "article_pk", unique=True, sqlite_where=text("is_newest = 1")),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_pk: int = Field(foreign_key="articles.id")
    fingerprint: str = Field(sa_type=CleanText)  # of the text and the description, not of the bytes
    sha256: str = Field(sa_type=CleanText, index=True)  # of the bytes it was read from
    url: str | None = Field(default=None, sa_type=CleanText, index=True)
    title: str | None = Field(default=None, sa_type=CleanText)
    text: str = Field(sa_type=CleanText)
    published: date | None = None
    published_origin: str | None = Field(default=None, sa_type=CleanText)
    lang: str = Field(sa_type=CleanText)
    outlet: str | None = Field(default=None, sa_type=CleanText, index=True)
    flags: list[Any] = Field(sa_type=Document)
    is_newest: bool
    snapshot_id: int | None = Field(default=None, foreign_key="snapshots.id", index=True)
    first_seen_at: datetime = Field(sa_type=UtcTime)


class StatementRow(Row, table=True):
    """What an article prints as one continuous utterance, as it stands in the newest version that has it."""

    __tablename__ = "statements"

    id: str = Field(sa_type=CleanText, primary_key=True)  # 16 hex
    article_version_id: int = Field(foreign_key="article_versions.id", index=True)
    ordinal: int  # place among the version's statements, from 0
    form: str = Field(sa_type=CleanText)
    attribution_id: str = Field(sa_type=CleanText)
    lang: str = Field(sa_type=CleanText)
    cue: str | None = Field(default=None, sa_type=CleanText)
    cue_start: int | None = None
    cue_end: int | None = None
    reported_start: int | None = None
    reported_end: int | None = None
    flags: list[Any] = Field(sa_type=Document)
    created_at: datetime = Field(sa_type=UtcTime)


class QuotationRow(Row, table=True):
    """One run of quoted words of a statement, placed in one version of the article."""

    __tablename__ = "quotations"

    statement_id: str = Field(sa_type=CleanText, foreign_key="statements.id", primary_key=True)
    article_version_id: int = Field(foreign_key="article_versions.id", primary_key=True)
    ordinal: int = Field(primary_key=True)
    start: int
    end: int
    text: str = Field(sa_type=CleanText)
    confidence: float


class ClaimRow(Row, table=True):
    """Who is said to have said a statement, when and where: by the article, or corrected by a person."""

    __tablename__ = "claims"

    id: int | None = Field(default=None, primary_key=True)
    statement_id: str = Field(sa_type=CleanText, foreign_key="statements.id", index=True)
    origin: str = Field(sa_type=CleanText)  # article, person
    speaker: str | None = Field(default=None, sa_type=CleanText, index=True)
    speaker_id: str | None = Field(default=None, sa_type=CleanText)
    speaker_document: dict[str, Any] | None = Field(default=None, sa_type=Document)
    mention: str | None = Field(default=None, sa_type=CleanText)
    mention_start: int | None = None
    mention_end: int | None = None
    attribution_confidence: float
    relayed_by: dict[str, Any] | None = Field(default=None, sa_type=Document)
    date_from: date | None = None
    date_to: date | None = None
    date_text: str | None = Field(default=None, sa_type=CleanText)
    date_basis: str | None = Field(default=None, sa_type=CleanText)
    date_start: int | None = None
    date_end: int | None = None
    event: dict[str, Any] | None = Field(default=None, sa_type=Document)
    contradicted_by: str | None = Field(default=None, sa_type=CleanText)
    note: str | None = Field(default=None, sa_type=CleanText)
    created_at: datetime = Field(sa_type=UtcTime)


class SpeakerRow(Row, table=True):
    """A known person."""

    __tablename__ = "speakers"

    id: str = Field(sa_type=CleanText, primary_key=True)  # slug
    name: str = Field(sa_type=CleanText, index=True)
    gender: str | None = Field(default=None, sa_type=CleanText)  # m, f
    wikidata: str | None = Field(default=None, sa_type=CleanText)


class SpeakerNameRow(Row, table=True):
    """A form under which a known person is printed: another spelling, or a transcript's label."""

    __tablename__ = "speaker_names"

    speaker_id: str = Field(sa_type=CleanText, foreign_key="speakers.id", primary_key=True)
    kind: str = Field(sa_type=CleanText, primary_key=True)  # name, label
    name: str = Field(sa_type=CleanText, primary_key=True)


class OfficeRow(Row, table=True):
    """One tenure of one office, both ends included."""

    __tablename__ = "offices"

    speaker_id: str = Field(sa_type=CleanText, foreign_key="speakers.id", primary_key=True)
    ordinal: int = Field(primary_key=True)
    role: str = Field(sa_type=CleanText)
    place: str = Field(sa_type=CleanText)  # country code or organisation: "DE", "EU-COMMISSION"
    title: str = Field(sa_type=CleanText)
    held_from: date
    held_to: date | None = None  # NULL: not known to have ended
    checked: date | None = None  # the last day for which that was looked up
