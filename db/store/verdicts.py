"""Verdicts: added where they say something new, read back as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, select

from db.convert.articles import claim_content, claim_row
from db.convert.verdicts import (
    VerdictContext,
    alignment_row,
    match_of,
    match_row,
    signal_rows,
    verdict_fingerprint,
    verdict_of,
    verdict_row,
)
from db.store.articles import ARTICLE, claims
from db.store.base import OpenDatabase
from db.tables.articles import ArticleRow, ArticleVersionRow, StatementRow
from db.tables.base import clean
from db.tables.transcripts import SourceRow, TranscriptRow, TranscriptVersionRow, TurnRow
from db.tables.verdicts import AlignmentRow, MatchRow, SignalRow, VerdictRow
from verifier.errors import DatabaseError
from verifier.model.article import Statement
from verifier.model.evidence import Match, Verdict

# What may turn out otherwise once another transcript is held; words never judged stay so.
_PENDING = text(
    """
    SELECT v.statement_id FROM current_verdicts AS v
    WHERE (v.headline IN ('not_checkable', 'needs_review') AND v.coverage <> 'held' AND v.wording <> 'not_judged')
       OR EXISTS (SELECT 1 FROM matches AS m JOIN transcript_versions AS tv ON tv.id = m.version_id
                  WHERE m.verdict_id = v.verdict_id AND m.chosen = 1 AND tv.is_newest = 0)
    ORDER BY v.verdict_id
    """
)

_UNJUDGED = text(
    "SELECT s.id FROM statements AS s WHERE NOT EXISTS (SELECT 1 FROM verdicts AS v WHERE v.statement_id = s.id)"
    " ORDER BY s.article_version_id, s.ordinal"
)


@dataclass(frozen=True, slots=True)
class KeptVerdict:
    """A verdict with where it is kept: its row, its run, and the claim it judged."""

    id: int
    run_id: int
    claim_id: int
    checked_at: datetime
    verdict: Verdict


class Verdicts(OpenDatabase):
    """Verdicts with their matches and signals."""

    def add_verdict(
        self, article_id: str, statement: Statement, verdict: Verdict, *, run_id: int, checked_at: datetime
    ) -> bool:
        """Return whether the verdict was added: only one that says something new is.

        That is, one that differs from the statement's newest in the headline, an axis, the match
        (doc, version, spans), the policy, the coverage detail, or the claim it judged. DatabaseError if
        the article or the statement was not added before.
        """
        with self.transaction() as session:
            version = _judged_version(session, article_id, statement.id)
            claim = _judged_claim(session, statement, checked_at)
            newest = _newest(session, statement.id)
            if newest is not None and newest.fingerprint == verdict_fingerprint(verdict, claim):
                return False
            row = verdict_row(verdict, VerdictContext(claim, version, run_id, checked_at))
            session.add(row)
            session.flush()
            assert row.id is not None
            _keep_matches(session, verdict, row.id)
            session.add_all(signal_rows(verdict.signals, row.id))
            return True

    def current_verdict(self, statement_id: str) -> KeptVerdict | None:
        """Return the newest verdict on a statement, None if there is none."""
        with self.reading() as session:
            row = _newest(session, statement_id)
            return None if row is None else load_kept(session, row)

    def verdicts_of(self, statement_id: str) -> tuple[KeptVerdict, ...]:
        """Return every verdict on a statement, newest first."""
        found = select(VerdictRow).where(VerdictRow.statement_id == statement_id)
        with self.reading() as session:
            return tuple(
                load_kept(session, row) for row in session.exec(found.order_by(col(VerdictRow.id).desc())).all()
            )

    def load_verdict(self, verdict_id: int) -> Verdict:
        """Return a verdict exactly as it was added; DatabaseError if there is none with this id."""
        with self.reading() as session:
            row = session.get(VerdictRow, verdict_id)
            if row is None:
                raise DatabaseError(f"there is no verdict {verdict_id}")
            return load_kept(session, row).verdict

    def pending_statements(self) -> tuple[str, ...]:
        """Return the ids of statements that are to be judged again, in the order of their verdicts.

        Another transcript may settle them: their newest headline is not_checkable or needs_review, and their
        coverage is not held. Or the record that they were found in says something else by now.
        """
        with self.reading() as session:
            return tuple(session.connection().execute(_PENDING).scalars())

    def unjudged_statements(self) -> tuple[str, ...]:
        """Return the ids of statements without a verdict, by article and place: the run that added them stopped."""
        with self.reading() as session:
            return tuple(session.connection().execute(_UNJUDGED).scalars())


def _newest(session: Session, statement_id: str) -> VerdictRow | None:
    found = select(VerdictRow).where(VerdictRow.statement_id == statement_id)
    return session.exec(found.order_by(col(VerdictRow.id).desc()).limit(1)).first()


def _judged_version(session: Session, article_id: str, statement_id: str) -> int:
    """Return the article version a statement stands in; DatabaseError if it is not a statement of the article."""
    found = (
        select(StatementRow.article_version_id)
        .join(ArticleVersionRow, col(ArticleVersionRow.id) == StatementRow.article_version_id)
        .join(ArticleRow, col(ArticleRow.id) == ArticleVersionRow.article_pk)
        .where(StatementRow.id == statement_id, ArticleRow.article_id == clean(article_id))
    )
    version = session.exec(found).first()
    if version is None:
        raise DatabaseError(f"the statement {statement_id} has to be added with its article before its verdict")
    return version


def _judged_claim(session: Session, statement: Statement, now: datetime) -> int:
    """Return the id of the newest claim that says what the judged statement says, kept if there is none."""
    judged = claim_row(statement, origin=ARTICLE, note=None, now=now)
    content = claim_content(judged)
    same = [claim for claim in claims(session, statement.id) if claim_content(claim) == content]
    if not same:
        session.add(judged)
        session.flush()
    claim = same[-1] if same else judged
    assert claim.id is not None
    return claim.id


def _keep_matches(session: Session, verdict: Verdict, verdict_id: int) -> None:
    """Keep the chosen match and the runners-up, by rank, with their alignments."""
    chosen = [] if verdict.match is None else [verdict.match]
    for rank, match in enumerate([*chosen, *verdict.runners_up], start=1):
        version_id = _held_version(session, match)
        row = match_row(match, verdict_id, rank, chosen=rank <= len(chosen), version_id=version_id)
        if _held_text(session, version_id, match.turn.number) != match.turn.turn.text:
            row.turn = row.turn | {"text": match.turn.turn.text}
        session.add(row)
        session.flush()
        assert row.id is not None
        session.add(alignment_row(match.alignment, row.id))


def _held_version(session: Session, match: Match) -> int | None:
    """Return the id of the transcript version that a match stands in, None if it is not held."""
    record = match.record
    found = (
        select(TranscriptVersionRow.id)
        .join(TranscriptRow, col(TranscriptRow.id) == TranscriptVersionRow.transcript_id)
        .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
        .where(
            SourceRow.name == clean(record.source),
            TranscriptRow.doc_id == clean(record.doc_id),
            TranscriptVersionRow.version == clean(record.version),
        )
    )
    return session.exec(found).first()


def _held_text(session: Session, version_id: int | None, number: int) -> str | None:
    """Return the text of a turn of a version that is held."""
    if version_id is None:
        return None
    found = select(TurnRow.text).where(TurnRow.version_id == version_id, TurnRow.number == number)
    return session.exec(found).first()


def load_kept(session: Session, row: VerdictRow) -> KeptVerdict:
    """Return a verdict with all its evidence."""
    matches = (
        select(MatchRow, AlignmentRow)
        .join(AlignmentRow, col(AlignmentRow.match_id) == MatchRow.id)
        .where(MatchRow.verdict_id == row.id)
        .order_by(col(MatchRow.rank))
    )
    signals = select(SignalRow).where(SignalRow.verdict_id == row.id).order_by(col(SignalRow.ordinal))
    placed = [
        (match.chosen, match_of(match, alignment, _held_text(session, match.version_id, match.turn_number)))
        for match, alignment in session.exec(matches).all()
    ]
    verdict = verdict_of(row, placed, session.exec(signals).all())
    return KeptVerdict(row.id or 0, row.run_id, row.claim_id, row.checked_at, verdict)
