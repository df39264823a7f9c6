"""The answers of ``check --json`` and ``extract --jsonl``: plain values under agreed keys, in the agreed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier.extract.paragraphs import paragraphs_of, parts_by_paragraph
from verifier.model.article import Article, Form, Statement
from verifier.model.evidence import Coverage, Match, Verdict
from verifier.model.text import Span, hull

SCHEMA = 1


def check_json(article: Article, statements: Sequence[Statement], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return one article with its statements and their verdicts, which stand in the same order.

    ValueError if a verdict is not the one on the statement beside it. Offsets are code points:
    those of quotations into ``article.text``, those of matches into the transcript's text.
    """
    for statement, verdict in zip(statements, verdicts, strict=True):
        if statement.id != verdict.statement_id:
            raise ValueError(f"the verdict on {verdict.statement_id} stands beside the statement {statement.id}")
    return {
        "schema": SCHEMA,
        "article": _article(article),
        "statements": [
            _statement(article, statement, verdict) for statement, verdict in zip(statements, verdicts, strict=True)
        ],
    }


def extract_json(article: Article, statements: Sequence[Statement]) -> dict[str, Any]:
    """Return what an article quotes, before anything is verified: its quotations, and apart indirect speech.

    A quotation reopened over paragraphs is printed by paragraph, each with the quotation's number in its
    statement, counted from 1.
    """
    paragraphs = paragraphs_of(article.text)
    return {
        "doc_id": article.id,
        "quotes": [
            _quote(article, statement, number, part)
            for statement in statements
            for number, quotation in enumerate(statement.quotations, start=1)
            for part in parts_by_paragraph(article.text, quotation.span, paragraphs)
        ],
        "indirect": [_indirect(article, statement) for statement in statements if statement.form is Form.INDIRECT],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_origin": article.published_origin,
        "lang": article.lang,
        "sha256": article.sha256,
        "text": article.text,
    }


def _statement(article: Article, statement: Statement, verdict: Verdict) -> dict[str, Any]:
    claim = statement.date_claim
    return {
        "id": statement.id,
        "attribution_id": statement.attribution_id,
        "form": statement.form.value,
        **_words(article, statement),
        "speaker": statement.speaker.name if statement.speaker else None,
        "speaker_id": statement.speaker.id if statement.speaker else None,
        "speaker_mention": statement.mention.text if statement.mention else None,
        "relayed_by": statement.relayed_by.name if statement.relayed_by else None,
        "cue": statement.cue.text if statement.cue else None,
        "claimed_date": str(claim.interval) if claim else None,
        "claimed_date_text": claim.text if claim else None,
        **_judgement(verdict),
    }


def _words(article: Article, statement: Statement) -> dict[str, Any]:
    """Return the quotations; of indirect speech an empty list and the reported clause."""
    quotations = [
        {
            "start": quotation.span.start,
            "end": quotation.span.end,
            "text": quotation.text,
            "confidence": quotation.confidence,
        }
        for quotation in statement.quotations
    ]
    return {"quotations": quotations, **({} if quotations else {"reported": _reported(article, statement)})}


def _reported(article: Article, statement: Statement) -> dict[str, Any] | None:
    span = statement.reported
    return {"start": span.start, "end": span.end, "text": span.cut(article.text)} if span else None


def _judgement(verdict: Verdict) -> dict[str, Any]:
    return {
        "headline": verdict.headline.value,
        "wording": verdict.wording.value,
        "speaker_check": verdict.speaker_check.value,
        "dating": verdict.dating.value,
        "context": verdict.context.value,
        "coverage": verdict.coverage.state.value,
        "translation_grade": verdict.translation_grade.value if verdict.translation_grade else None,
        "score": verdict.score,
        "match": _match(verdict.match) if verdict.match else None,
        "runners_up": [_match(match) for match in verdict.runners_up],
        "coverage_detail": coverage_json(verdict.coverage),
        "flags": list(verdict.flags),
        "reasons": list(verdict.reasons),
        "policy": verdict.policy,
    }


def _match(match: Match) -> dict[str, Any]:
    record, turn = match.record, match.turn
    spans = match.alignment.spans
    whole = hull(*spans) if spans else turn.span
    return {
        "doc_id": record.doc_id,
        "title": record.title,
        "url": record.url,
        "date": record.date.isoformat() if record.date else None,
        "speaker": turn.turn.speaker,
        "turn": turn.number,
        "tier": record.tier,
        "rendition": match.rendition.value,
        "start": whole.start,
        "end": whole.end,
        "spans": [[span.start, span.end] for span in spans],
        "said": match.said,
        "context_before": match.context_before,
        "context_after": match.context_after,
        "edits": [
            {"kind": edit.kind.value, "quoted": edit.quoted, "said": edit.said} for edit in match.alignment.edits
        ],
    }


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """Return what was searched; ``window`` lists ISO days or start/end, and is empty where it is unbounded."""
    return {
        "window": [str(interval) for interval in coverage.window],
        "sources": [{"id": source.source, "outcome": source.outcome} for source in coverage.sources],
        "transcripts": coverage.transcripts,
        "words": coverage.words,
        "newest": coverage.newest,
        "gaps": list(coverage.gaps),
    }


def _quote(article: Article, statement: Statement, number: int, part: Span) -> dict[str, Any]:
    """Return what one paragraph holds of the quotation of a number in its statement."""
    return {
        "start": part.start,
        "end": part.end,
        "text": part.cut(article.text),
        **_attribution(statement, statement.quotations[number - 1].confidence),
        "quotation": number,
    }


def _indirect(article: Article, statement: Statement) -> dict[str, Any]:
    """Return one reported clause under the keys of a quotation."""
    place = _reported(article, statement) or {"start": None, "end": None, "text": None}
    return {**place, **_attribution(statement, statement.attribution_confidence), "quotation": None}


def _attribution(statement: Statement, confidence: float) -> dict[str, Any]:
    mention = statement.mention.span if statement.mention else None
    return {
        "speaker_mention": statement.mention.text if statement.mention else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "speaker": statement.speaker.name if statement.speaker else None,
        "cue": statement.cue.text if statement.cue else None,
        "form": statement.form.value,
        "claimed_date": str(statement.date_claim.interval) if statement.date_claim else None,
        "confidence": confidence,
        "statement": statement.id,
        "attribution_id": statement.attribution_id,
        "relayed_by": statement.relayed_by.name if statement.relayed_by else None,
    }
