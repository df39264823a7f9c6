"""Articles, statements and claims ⇄ rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from db.convert.documents import event_document, event_of, speaker_document, speaker_of
from db.tables.articles import ArticleVersionRow, ClaimRow, QuotationRow, StatementRow
from db.tables.base import clean_document
from verifier.model.article import (
    Article,
    Basis,
    Cue,
    DateClaim,
    Form,
    Quotation,
    SpeakerMention,
    Statement,
)
from verifier.model.text import Interval, Span

# What a claim says; the other columns tell whose it is, and since when.
_CLAIM_COLUMNS = (
    "speaker_document",
    "mention",
    "mention_start",
    "mention_end",
    "attribution_confidence",
    "relayed_by",
    "date_from",
    "date_to",
    "date_text",
    "date_basis",
    "date_start",
    "date_end",
    "event",
    "contradicted_by",
)


def article_fingerprint(article: Article) -> str:
    """Return the hash of an article's text and description; other bytes with the same content share it."""
    said = (article.url, article.title, article.text, str(article.published), article.published_origin)
    parts = [*said, article.lang, article.outlet, list(article.flags)]
    return hashlib.sha256(json.dumps(clean_document(parts)).encode()).hexdigest()


def article_row(article: Article, article_pk: int, snapshot_id: int | None, now: datetime) -> ArticleVersionRow:
    """Return the row of one state of an article, marked the newest."""
    return ArticleVersionRow(
        article_pk=article_pk,
        fingerprint=article_fingerprint(article),
        sha256=article.sha256,
        url=article.url,
        title=article.title,
        text=article.text,
        published=article.published,
        published_origin=article.published_origin,
        lang=article.lang,
        outlet=article.outlet,
        flags=list(article.flags),
        is_newest=True,
        snapshot_id=snapshot_id,
        first_seen_at=now,
    )


def article_of(article_id: str, row: ArticleVersionRow) -> Article:
    """Return the article of its row."""
    return Article(
        article_id,
        row.url,
        row.title,
        row.text,
        row.published,
        row.published_origin,
        row.lang,
        row.sha256,
        row.outlet,
        tuple(row.flags),
    )


def statement_row(statement: Statement, ordinal: int, article_version_id: int, now: datetime) -> StatementRow:
    """Return the row of a statement as one article version prints it."""
    cue = statement.cue or Cue("")
    return StatementRow(
        id=statement.id,
        article_version_id=article_version_id,
        ordinal=ordinal,
        form=statement.form.value,
        attribution_id=statement.attribution_id,
        lang=statement.lang,
        cue=None if statement.cue is None else cue.text,
        cue_start=_start(cue.span),
        cue_end=_end(cue.span),
        reported_start=_start(statement.reported),
        reported_end=_end(statement.reported),
        flags=list(statement.flags),
        created_at=now,
    )


def quotation_rows(statement: Statement, article_version_id: int) -> list[QuotationRow]:
    """Return the rows of a statement's quotations."""
    return [
        QuotationRow(
            statement_id=statement.id,
            article_version_id=article_version_id,
            ordinal=ordinal,
            start=quotation.span.start,
            end=quotation.span.end,
            text=quotation.text,
            confidence=quotation.confidence,
        )
        for ordinal, quotation in enumerate(statement.quotations)
    ]


def claim_row(statement: Statement, *, origin: str, note: str | None, now: datetime) -> ClaimRow:
    """Return the row of all that a statement claims about its words."""
    mention, claimed = statement.mention, statement.date_claim
    return ClaimRow(
        statement_id=statement.id,
        origin=origin,
        speaker=statement.speaker.name if statement.speaker else None,
        speaker_id=statement.speaker.id if statement.speaker else None,
        speaker_document=speaker_document(statement.speaker),
        mention=mention.text if mention else None,
        mention_start=_start(mention.span if mention else None),
        mention_end=_end(mention.span if mention else None),
        attribution_confidence=statement.attribution_confidence,
        relayed_by=speaker_document(statement.relayed_by),
        date_from=claimed.interval.first if claimed else None,
        date_to=claimed.interval.last if claimed else None,
        date_text=claimed.text if claimed else None,
        date_basis=claimed.basis.value if claimed else None,
        date_start=_start(claimed.span if claimed else None),
        date_end=_end(claimed.span if claimed else None),
        event=event_document(statement.event_claim),
        contradicted_by=statement.contradicted_by,
        note=note,
        created_at=now,
    )


def claim_content(row: ClaimRow) -> tuple[str, ...]:
    """Return what a claim says, to compare two of them."""
    return tuple(json.dumps(clean_document(_plain(getattr(row, column)))) for column in _CLAIM_COLUMNS)


def statement_of(row: StatementRow, quotations: Iterable[QuotationRow], claim: ClaimRow) -> Statement:
    """Return the statement of its rows, as one claim has it."""
    return Statement(
        row.id,
        Form(row.form),
        tuple(Quotation(Span(part.start, part.end), part.text, part.confidence) for part in quotations),
        row.attribution_id,
        speaker_of(claim.speaker_document),
        None if claim.mention is None else SpeakerMention(claim.mention, _span(claim.mention_start, claim.mention_end)),
        claim.attribution_confidence,
        speaker_of(claim.relayed_by),
        None if row.cue is None else Cue(row.cue, _span(row.cue_start, row.cue_end)),
        _date_claim(claim),
        event_of(claim.event),
        claim.contradicted_by,
        _span(row.reported_start, row.reported_end),
        row.lang,
        tuple(row.flags),
    )


def _date_claim(row: ClaimRow) -> DateClaim | None:
    """Return the date claim of a claim's row."""
    if row.date_from is None or row.date_to is None or row.date_basis is None:
        return None
    interval = Interval(row.date_from, row.date_to)
    return DateClaim(interval, row.date_text or "", Basis(row.date_basis), _span(row.date_start, row.date_end))


def _plain(value: object) -> object:
    """Return a column's value as JSON can hold it."""
    return value if isinstance(value, str | int | float | dict | None) else str(value)


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
