"""What an audit looks at: everything that was derived, with what it was derived from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select

from db.convert.articles import article_fingerprint, article_of
from db.convert.verdicts import verdict_fingerprint
from db.store.base import OpenDatabase
from db.store.verdicts import load_kept
from db.tables.articles import ArticleRow, ArticleVersionRow, QuotationRow
from db.tables.transcripts import FetchRow, SnapshotRow, SourceRow, TranscriptRow, TranscriptVersionRow, TurnRow
from db.tables.verdicts import TakedownRow, VerdictRow
from verifier.model.article import Article
from verifier.model.evidence import Verdict
from verifier.model.page import Page
from verifier.model.transcript import Turn, version_of


@dataclass(frozen=True, slots=True)
class AuditedVersion:
    """A state of a record, with what it was read from and whether its stored words are still those it is named for."""

    source: str
    doc_id: str
    version: str
    sha256: str | None  # of the bytes; None: given without them
    line: int | None
    reader: dict[str, Any] | None
    first_seen_at: datetime
    words_hold: bool
    places_hold: bool  # every turn starts where the ones before it end
    text: str


@dataclass(frozen=True, slots=True)
class AuditedArticle:
    """A state of an article, and whether its text and quotations are still what they were."""

    article: Article
    snapshot: str | None
    holds: bool
    misplaced: tuple[str, ...]  # quotations that do not stand at their places


@dataclass(frozen=True, slots=True)
class AuditedVerdict:
    """The newest verdict on a statement, and whether its row still says what it said when it was added."""

    id: int
    claim_id: int
    verdict: Verdict
    checked_at: datetime
    holds: bool
    emptied: bool  # what it quoted was taken down


class Auditing(OpenDatabase):
    """Reading everything that was derived."""

    def audited_hashes(self) -> tuple[str, ...]:
        """Return the hashes of all bytes that are kept, in the order they came."""
        kept = select(SnapshotRow.sha256).where(col(SnapshotRow.path).is_not(None)).order_by(col(SnapshotRow.id))
        with self.reading() as session:
            return tuple(session.exec(kept))

    def audited_versions(self) -> Iterator[AuditedVersion]:
        """Yield every state of every record whose words were not taken down, by the bytes it was read from."""
        taken = select(TakedownRow.target_id).where(TakedownRow.kind == "transcript_versions")
        asked = (
            select(TranscriptVersionRow, TranscriptRow.doc_id, SourceRow.name)
            .join(TranscriptRow, col(TranscriptRow.id) == TranscriptVersionRow.transcript_id)
            .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
            .where(col(TranscriptVersionRow.id).not_in(taken))
            .order_by(col(TranscriptVersionRow.snapshot_id), col(TranscriptVersionRow.line))
        )
        with self.reading() as session:
            hashes = {row.id: row.sha256 for row in session.exec(select(SnapshotRow))}
            rows = session.exec(asked).all()
        for row, doc_id, source in rows:
            with self.reading() as session:
                found = select(TurnRow).where(TurnRow.version_id == row.id).order_by(col(TurnRow.number))
                turns = session.exec(found).all()
            named = version_of(source, doc_id, tuple(Turn(turn.speaker, turn.text) for turn in turns))
            read_from = (hashes.get(row.snapshot_id), row.line, row.reader, row.first_seen_at)
            text = "\n".join(turn.text for turn in turns)
            holds = (named == row.version, _in_place(turns))
            yield AuditedVersion(source, doc_id, row.version, *read_from, *holds, text)

    def audited_articles(self) -> Iterator[AuditedArticle]:
        """Yield every state of every article."""
        asked = select(ArticleVersionRow, ArticleRow.article_id, SnapshotRow.sha256)
        asked = asked.join(ArticleRow, col(ArticleRow.id) == ArticleVersionRow.article_pk)
        joined = asked.join(SnapshotRow, col(SnapshotRow.id) == ArticleVersionRow.snapshot_id, isouter=True)
        with self.reading() as session:
            rows = session.exec(joined.order_by(col(ArticleVersionRow.id))).all()
        for row, article_id, sha256 in rows:
            with self.reading() as session:
                parts = session.exec(select(QuotationRow).where(QuotationRow.article_version_id == row.id)).all()
            article = article_of(article_id, row)
            misplaced = tuple(part.text for part in parts if row.text[part.start : part.end] != part.text)
            yield AuditedArticle(article, sha256, article_fingerprint(article) == row.fingerprint, misplaced)

    def audited_verdicts(self) -> Iterator[AuditedVerdict]:
        """Yield the newest verdict on each statement, in the order they were added."""
        newest = select(func.max(VerdictRow.id)).group_by(col(VerdictRow.statement_id))
        with self.reading() as session:
            taken = select(TakedownRow.id).where(TakedownRow.kind == "transcript_versions").limit(1)
            any_taken = session.exec(taken).first() is not None
            rows = session.exec(
                select(VerdictRow).where(col(VerdictRow.id).in_(newest)).order_by(col(VerdictRow.id))
            ).all()
        for row in rows:
            with self.reading() as session:
                kept = load_kept(session, row)
            same = verdict_fingerprint(kept.verdict, row.claim_id) == row.fingerprint
            emptied = any_taken and kept.verdict.match is not None and not kept.verdict.match.said
            yield AuditedVerdict(kept.id, kept.claim_id, kept.verdict, kept.checked_at, same, emptied)

    def last_addition(self) -> datetime | None:
        """Return when a text was last added; None if none ever was."""
        with self.reading() as session:
            return session.exec(select(func.max(TranscriptVersionRow.first_seen_at))).one()

    def page_of(self, sha256: str, body: bytes) -> Page | None:
        """Return the page whose bytes have this hash, as it was received first; None if it was not received."""
        asked = select(FetchRow).join(SnapshotRow, col(SnapshotRow.id) == FetchRow.snapshot_id)
        with self.reading() as session:
            row = session.exec(asked.where(SnapshotRow.sha256 == sha256).order_by(col(FetchRow.id))).first()
            if row is None:
                return None
            told = (row.url, row.final_url, tuple(row.hops), row.status, row.content_type, row.name, row.outcome)
            return Page(body, row.first_seen_at, *told, headers=tuple((name, value) for name, value in row.headers))


def _in_place(turns: Any) -> bool:
    """Return whether every turn starts where the ones before it end, one newline between them."""
    place = 0
    for turn in turns:
        if turn.start != place:
            return False
        place += len(turn.text) + 1
    return True
