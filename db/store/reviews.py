"""What people decided about verdicts: only added, so that nobody's word is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from db.store.base import OpenDatabase
from db.tables.verdicts import ReviewRow, VerdictRow
from verifier.errors import DatabaseError


class Decision(StrEnum):
    """What a person makes of a verdict."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision about one verdict."""

    verdict_id: int
    reviewer: str
    decision: Decision
    note: str | None
    reviewed_at: datetime


class Reviews(OpenDatabase):
    """Reviews of verdicts."""

    def add_review(self, review: Review) -> None:
        """Keep a review beside those before it; it changes no verdict. DatabaseError if there is no such verdict."""
        with self.transaction() as session:
            if session.get(VerdictRow, review.verdict_id) is None:
                raise DatabaseError(f"there is no verdict {review.verdict_id}")
            session.add(
                ReviewRow(
                    verdict_id=review.verdict_id,
                    reviewer=review.reviewer,
                    decision=review.decision.value,
                    note=review.note,
                    reviewed_at=review.reviewed_at,
                )
            )

    def reviews_of(self, statement_id: str) -> tuple[Review, ...]:
        """Return the reviews of all verdicts on a statement, oldest first."""
        found = (
            select(ReviewRow)
            .join(VerdictRow, col(VerdictRow.id) == ReviewRow.verdict_id)
            .where(VerdictRow.statement_id == statement_id)
            .order_by(col(ReviewRow.id))
        )
        with self.reading() as session:
            return tuple(
                Review(row.verdict_id, row.reviewer, Decision(row.decision), row.note, row.reviewed_at)
                for row in session.exec(found)
            )
