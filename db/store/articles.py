"""Articles, their statements, and the claims that people correct."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, delete, select

from db.convert.articles import (
    article_fingerprint,
    article_of,
    article_row,
    claim_content,
    claim_row,
    quotation_rows,
    statement_of,
    statement_row,
)
from db.store.attempts import Snapshot
from db.store.base import OpenDatabase
from db.tables.articles import ArticleRow, ArticleVersionRow, ClaimRow, QuotationRow, StatementRow
from db.tables.base import clean
from verifier.errors import DatabaseError
from verifier.model.article import Article, Basis, DateClaim, Speaker, Statement
from verifier.model.text import Interval

ARTICLE, PERSON = "article", "person"  # whose claim it is


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim as it is kept: what it says is in the statement."""

    id: int
    origin: str  # article, person
    note: str | None
    created_at: datetime
    statement: Statement


class Articles(OpenDatabase):
    """Articles and what they say."""

    def add_article(self, article: Article, *, now: datetime, snapshot: Snapshot | None = None) -> bool:
        """Return whether this state of the article is new; it becomes the one that is read.

        Other bytes with the same text and description are the same state.
        """
        with self.transaction() as session:
            holder = _article(session, article.id)
            if holder is None:
                holder = ArticleRow(article_id=article.id, created_at=now)
                session.add(holder)
                session.flush()
            assert holder.id is not None
            held = session.exec(select(ArticleVersionRow).where(ArticleVersionRow.article_pk == holder.id)).all()
            fingerprint = article_fingerprint(article)
            same = next((version for version in held if version.fingerprint == fingerprint), None)
            for version in held:
                version.is_newest = False
            session.flush()  # before the other is the newest: there is one
            if same is not None:
                same.is_newest = True
                return False
            session.add(article_row(article, holder.id, snapshot.id if snapshot else None, now))
            return True

    def add_statements(self, article: Article, statements: Iterable[Statement], *, now: datetime) -> int:
        """Return how many statements of the article are new; known ones are brought to where they stand now.

        What the article claims about a statement is a new claim where it differs from what it
        claimed before. A claim that a person corrected stays the one that counts.
        """
        added = 0
        with self.transaction() as session:
            version = _version(session, article)
            for ordinal, statement in enumerate(statements):
                added += _keep_statement(session, statement_row(statement, ordinal, version, now))
                _keep_quotations(session, statement, version)
                _keep_claim(session, statement, now)
        return added

    def add_claim(
        self, statement_id: str, *, speaker: Speaker | None, date: Interval | None, note: str | None, now: datetime
    ) -> Statement:
        """Return the statement under a claim that a person corrected; None leaves a part as it was.

        Claims are only added: every verdict names the one it judged. The same correction again adds
        nothing. DatabaseError if there is no such statement.
        """
        with self.transaction() as session:
            before = statement = _load_statement(session, statement_id)
            if speaker is not None:
                statement = replace(statement, speaker=speaker, attribution_confidence=1.0)
            if date is not None:
                claimed = DateClaim(date, str(date), Basis.GIVEN)
                statement = replace(statement, date_claim=claimed, contradicted_by=None)
            if statement != before or note != claim_that_counts(claims(session, statement_id)).note:
                session.add(claim_row(statement, origin=PERSON, note=note, now=now))
            return statement

    def load_article(self, article_id: str, sha256: str | None = None) -> Article | None:
        """Return an article, its newest state unless the hash of its bytes is named; None if it is not held."""
        with self.reading() as session:
            holder = _article(session, article_id)
            if holder is None:
                return None
            held = select(ArticleVersionRow).where(ArticleVersionRow.article_pk == holder.id)
            newest = col(ArticleVersionRow.is_newest).is_(True)
            row = session.exec(held.where(newest if sha256 is None else ArticleVersionRow.sha256 == sha256)).first()
            return None if row is None else article_of(holder.article_id, row)

    def article_by_hash(self, sha256: str) -> Article | None:
        """Return the article that was read from bytes with this hash, None if none was."""
        found = (
            select(ArticleRow.article_id, ArticleVersionRow)
            .join(ArticleVersionRow, col(ArticleVersionRow.article_pk) == ArticleRow.id)
            .where(ArticleVersionRow.sha256 == sha256)
            .order_by(col(ArticleVersionRow.is_newest).desc(), col(ArticleVersionRow.id).desc())
        )
        with self.reading() as session:
            row = session.exec(found).first()
            return None if row is None else article_of(row[0], row[1])

    def seen_article_urls(self) -> frozenset[str]:
        """Return the addresses of all articles that are kept."""
        with self.reading() as session:
            urls = session.exec(select(ArticleVersionRow.url).distinct())
            return frozenset(url for url in urls if url is not None)

    def load_statement(self, statement_id: str) -> Statement:
        """Return a statement under the claim that counts: a person's newest, else the article's newest.

        DatabaseError if there is no such statement.
        """
        with self.reading() as session:
            return _load_statement(session, statement_id)

    def statements_of(self, article_id: str) -> tuple[Statement, ...]:
        """Return the statements that the newest state of an article prints, in order, under the claims that count."""
        found = (
            select(StatementRow.id)
            .join(ArticleVersionRow, col(ArticleVersionRow.id) == StatementRow.article_version_id)
            .join(ArticleRow, col(ArticleRow.id) == ArticleVersionRow.article_pk)
            .where(ArticleRow.article_id == article_id, col(ArticleVersionRow.is_newest).is_(True))
            .order_by(col(StatementRow.ordinal))
        )
        with self.reading() as session:
            return tuple(_load_statement(session, statement_id) for statement_id in session.exec(found).all())

    def article_of_statement(self, statement_id: str) -> Article:
        """Return the state of the article that a statement's spans point into; DatabaseError if there is none."""
        found = (
            select(ArticleRow.article_id, ArticleVersionRow)
            .join(ArticleVersionRow, col(ArticleVersionRow.article_pk) == ArticleRow.id)
            .join(StatementRow, col(StatementRow.article_version_id) == ArticleVersionRow.id)
            .where(StatementRow.id == statement_id)
        )
        with self.reading() as session:
            row = session.exec(found).first()
            if row is None:
                raise DatabaseError(f"there is no statement {statement_id}")
            return article_of(row[0], row[1])

    def claims_of(self, statement_id: str) -> tuple[KeptClaim, ...]:
        """Return every claim about a statement, oldest first; DatabaseError if there is no such statement."""
        with self.reading() as session:
            row = _statement_row(session, statement_id)
            parts = _quotations(session, row)
            return tuple(
                KeptClaim(claim.id or 0, claim.origin, claim.note, claim.created_at, statement_of(row, parts, claim))
                for claim in claims(session, statement_id)
            )


def claims(session: Session, statement_id: str) -> list[ClaimRow]:
    """Return the claims of a statement, oldest first."""
    found = select(ClaimRow).where(ClaimRow.statement_id == statement_id)
    return list(session.exec(found.order_by(col(ClaimRow.id))))


def claim_that_counts(held: list[ClaimRow]) -> ClaimRow:
    """Return a person's newest claim, else the newest; of claims given oldest first."""
    return next((claim for claim in reversed(held) if claim.origin == PERSON), held[-1])


def _article(session: Session, article_id: str) -> ArticleRow | None:
    return session.exec(select(ArticleRow).where(ArticleRow.article_id == clean(article_id))).first()


def _version(session: Session, article: Article) -> int:
    """Return the id of the row that holds this state of the article; DatabaseError if it was not added."""
    found = (
        select(ArticleVersionRow.id)
        .join(ArticleRow, col(ArticleRow.id) == ArticleVersionRow.article_pk)
        .where(
            ArticleRow.article_id == clean(article.id), ArticleVersionRow.fingerprint == article_fingerprint(article)
        )
    )
    version = session.exec(found).first()
    if version is None:
        raise DatabaseError(f"the article {article.id} has to be added before its statements")
    return version


def _keep_statement(session: Session, row: StatementRow) -> bool:
    """Return whether a statement is new; a known one is brought to where it stands now."""
    held = session.get(StatementRow, row.id)
    if held is None:
        session.add(row)
        session.flush()
        return True
    for name in type(row).model_fields:
        if name not in {"id", "created_at"} and getattr(held, name) != getattr(row, name):
            setattr(held, name, getattr(row, name))
    return False


def _keep_quotations(session: Session, statement: Statement, version: int) -> None:
    """Keep where a statement's quotations stand in one version of the article."""
    rows = quotation_rows(statement, version)
    for row in rows:
        session.merge(row)
    here = delete(QuotationRow).where(
        col(QuotationRow.statement_id) == statement.id, col(QuotationRow.article_version_id) == version
    )
    session.exec(here.where(col(QuotationRow.ordinal) >= len(rows)))


def _keep_claim(session: Session, statement: Statement, now: datetime) -> None:
    """Keep what the article claims, unless it claimed the same before, or a person did."""
    row = claim_row(statement, origin=ARTICLE, note=None, now=now)
    held = claims(session, statement.id)
    newest = [claim for claim in held if claim.origin == ARTICLE][-1:] + [c for c in held if c.origin == PERSON][-1:]
    if all(claim_content(claim) != claim_content(row) for claim in newest):
        session.add(row)
        session.flush()


def _statement_row(session: Session, statement_id: str) -> StatementRow:
    row = session.get(StatementRow, statement_id)
    if row is None:
        raise DatabaseError(f"there is no statement {statement_id}")
    return row


def _quotations(session: Session, row: StatementRow) -> list[QuotationRow]:
    found = select(QuotationRow).where(
        QuotationRow.statement_id == row.id, QuotationRow.article_version_id == row.article_version_id
    )
    return list(session.exec(found.order_by(col(QuotationRow.ordinal))))


def _load_statement(session: Session, statement_id: str) -> Statement:
    row = _statement_row(session, statement_id)
    return statement_of(row, _quotations(session, row), claim_that_counts(claims(session, statement_id)))
