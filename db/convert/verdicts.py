"""Verdicts with their matches, alignments and signals ⇄ rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from db.convert.documents import (
    coverage_document,
    coverage_of,
    dates_document,
    dates_of,
    edit_document,
    edit_of,
    span_of,
    span_pair,
    turn_document,
    turn_of,
)
from db.tables.base import clean_document
from db.tables.verdicts import AlignmentRow, MatchRow, SignalRow, VerdictRow
from verifier.model.evidence import (
    Alignment,
    Context,
    Dating,
    Headline,
    Match,
    Signal,
    SpeakerCheck,
    TranslationGrade,
    Verdict,
    Wording,
)
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record, Rendition


@dataclass(frozen=True, slots=True)
class VerdictContext:
    """What a verdict was made from and in: rows that it refers to."""

    claim_id: int
    article_version_id: int
    run_id: int
    checked_at: datetime


def verdict_fingerprint(verdict: Verdict, claim_id: int) -> str:
    """Return a hash that differs where a verdict says something new.

    That is: headline, an axis, the match (doc, version, spans), the policy, the coverage detail, or
    the claim that was judged. Reasons and scores follow from these.
    """
    match = verdict.match
    axes = [verdict.headline, verdict.wording, verdict.speaker_check, verdict.dating, verdict.context]
    place = None
    if match is not None:
        spans = [span_pair(span) for span in match.alignment.spans]
        place = [match.record.source, match.record.doc_id, match.record.version, spans]
    parts = [axes, verdict.translation_grade, place, verdict.policy, coverage_document(verdict.coverage), claim_id]
    return hashlib.sha256(json.dumps(clean_document(parts), sort_keys=True).encode()).hexdigest()


def verdict_row(verdict: Verdict, context: VerdictContext) -> VerdictRow:
    """Return the row of a verdict."""
    grade = verdict.translation_grade
    return VerdictRow(
        statement_id=verdict.statement_id,
        claim_id=context.claim_id,
        article_version_id=context.article_version_id,
        run_id=context.run_id,
        checked_at=context.checked_at,
        fingerprint=verdict_fingerprint(verdict, context.claim_id),
        headline=verdict.headline.value,
        wording=verdict.wording.value,
        speaker_check=verdict.speaker_check.value,
        dating=verdict.dating.value,
        context=verdict.context.value,
        coverage=verdict.coverage.state.value,
        coverage_detail=coverage_document(verdict.coverage),
        translation_grade=None if grade is None else grade.value,
        score=verdict.score,
        days_apart=verdict.days_apart,
        flags=list(verdict.flags),
        reasons=list(verdict.reasons),
        policy=verdict.policy,
    )


def match_row(match: Match, verdict_id: int, rank: int, *, chosen: bool, version_id: int | None) -> MatchRow:
    """Return the row of a match; the turn's text is left out, the caller adds it where the version is not held."""
    record, turn = match.record, turn_document(match.turn.turn)
    del turn["text"]
    return MatchRow(
        verdict_id=verdict_id,
        rank=rank,
        chosen=chosen,
        version_id=version_id,
        source=record.source,
        doc_id=record.doc_id,
        version=record.version,
        lang=record.lang,
        title=record.title,
        dates=dates_document(record.dates),
        url=record.url,
        place=record.place,
        tier=record.tier,
        rendition=record.rendition.value,
        complete=record.complete,
        speakers=list(record.speakers),
        words=record.words,
        turn_number=match.turn.number,
        turn_start=match.turn.span.start,
        turn_end=match.turn.span.end,
        turn=turn,
        said=match.said,
        context_before=match.context_before,
        context_after=match.context_after,
        wording=match.wording.value,
        wording_score=match.wording_score,
        speaker_score=match.speaker_score,
        date_score=match.date_score,
        total=match.total,
    )


def alignment_row(alignment: Alignment, match_id: int) -> AlignmentRow:
    """Return the row of an alignment."""
    return AlignmentRow(
        match_id=match_id,
        spans=[span_pair(span) for span in alignment.spans],
        edits=[edit_document(edit) for edit in alignment.edits],
        quoted_words=alignment.quoted_words,
        matched_words=alignment.matched_words,
        score=alignment.score,
        parts=alignment.parts,
        parts_found=alignment.parts_found,
        ordered=alignment.ordered,
        gap_words=alignment.gap_words,
        gap_turns=alignment.gap_turns,
        first_turn=alignment.first_turn,
        last_turn=alignment.last_turn,
        longest_run=alignment.longest_run,
    )


def signal_rows(signals: Sequence[Signal], verdict_id: int) -> list[SignalRow]:
    """Return the rows of a verdict's signals."""
    return [
        SignalRow(verdict_id=verdict_id, ordinal=ordinal, name=signal.name, score=signal.score, reason=signal.reason)
        for ordinal, signal in enumerate(signals)
    ]


def alignment_of(row: AlignmentRow) -> Alignment:
    """Return the alignment of its row."""
    spans = (span_of(pair) for pair in row.spans)
    return Alignment(
        tuple(span for span in spans if span is not None),
        tuple(edit_of(edit) for edit in row.edits),
        row.quoted_words,
        row.matched_words,
        row.score,
        row.parts,
        row.parts_found,
        row.ordered,
        row.gap_words,
        row.gap_turns,
        row.first_turn,
        row.last_turn,
        row.longest_run,
    )


def _record_of(row: MatchRow) -> Record:
    """Return the record as it stood when the match was made."""
    return Record(
        row.source,
        row.doc_id,
        row.version,
        row.lang,
        row.title,
        dates_of(row.dates),
        row.url,
        row.place,
        row.tier,
        Rendition(row.rendition),
        row.complete,
        tuple(row.speakers),
        row.words,
    )


def match_of(row: MatchRow, alignment: AlignmentRow, held_text: str | None) -> Match:
    """Return the match of its rows; *held_text* is the turn's text in the version that is held."""
    turn = turn_of({"text": held_text or ""} | row.turn)
    return Match(
        _record_of(row),
        alignment_of(alignment),
        PlacedTurn(row.turn_number, Span(row.turn_start, row.turn_end), turn),
        row.said,
        row.context_before,
        row.context_after,
        Wording(row.wording),
        row.wording_score,
        row.speaker_score,
        row.date_score,
        row.total,
    )


def verdict_of(row: VerdictRow, matches: Sequence[tuple[bool, Match]], signals: Sequence[SignalRow]) -> Verdict:
    """Return the verdict of its rows; matches come by rank, each with whether it was chosen."""
    grade = row.translation_grade
    return Verdict(
        row.statement_id,
        Headline(row.headline),
        Wording(row.wording),
        SpeakerCheck(row.speaker_check),
        Dating(row.dating),
        Context(row.context),
        coverage_of(row.coverage_detail),
        None if grade is None else TranslationGrade(grade),
        row.score,
        next((match for chosen, match in matches if chosen), None),
        tuple(match for chosen, match in matches if not chosen),
        tuple(Signal(signal.name, signal.score, signal.reason) for signal in signals),
        tuple(row.flags),
        tuple(row.reasons),
        row.policy,
        row.days_apart,
    )
