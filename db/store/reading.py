"""What reports and explanations read: rows of ``verdict_report`` as values, and all that is kept of a statement."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text

from db.convert.documents import edit_of
from db.store.articles import Articles, KeptClaim
from db.store.verdicts import KeptVerdict, Verdicts
from db.tables.base import utc_text
from db.tables.verdicts import VerdictRow
from verifier.errors import DatabaseError
from verifier.model.article import Article, Statement
from verifier.model.evidence import Edit, Headline

# In the order in which articles were added and in which they print their statements.
_REPORT = """
SELECT r.* FROM verdict_report AS r
JOIN statements AS s ON s.id = r.statement_id
JOIN article_versions AS v ON v.id = s.article_version_id
JOIN articles AS a ON a.id = v.article_pk
WHERE (:article IS NULL OR a.article_id = :article)
  AND (:headline IS NULL OR r.headline = :headline)
  AND (:since IS NULL OR r.checked_at >= :since)
  AND (:run IS NULL OR r.verdict_id IN (SELECT id FROM verdicts WHERE run_id = :run))
ORDER BY a.id, s.ordinal, r.statement_id
"""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row of verdict_report: a statement with its newest verdict, columns in the view's order."""

    statement_id: str
    verdict_id: int
    checked_at: datetime
    headline: Headline
    score: float | None  # 0..1
    wording: str
    speaker_check: str
    dating: str
    context: str
    coverage: str
    translation_grade: str | None
    quotation: str  # parts joined by ' … '
    said: str | None
    speaker: str | None
    speaker_mention: str | None
    claimed_date_from: date | None
    claimed_date_to: date | None
    event_date: date | None
    days_apart: int | None
    article_url: str | None
    article_title: str | None
    published: date | None
    outlet: str | None
    transcript_url: str | None
    transcript_title: str | None
    source: str | None
    tier: int | None
    rendition: str | None
    edits: tuple[Edit, ...]
    reasons: tuple[str, ...]
    transcripts_searched: int
    policy: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is kept of a statement: where it stands, what was claimed of it, every verdict, newest first."""

    article: Article
    statement: Statement
    claims: tuple[KeptClaim, ...]
    verdicts: tuple[KeptVerdict, ...]


class Reading(Articles, Verdicts):
    """What reports and explanations read."""

    def report_rows(
        self,
        *,
        run: int | None = None,
        article: str | None = None,
        headline: Headline | None = None,
        since: datetime | None = None,
    ) -> tuple[ReportRow, ...]:
        """Return rows of verdict_report, by article and place, narrowed to a run, article, headline or time.

        A run that found nothing new added no verdict, so it has no rows; ask by article then.
        """
        wanted = {
            "run": run,
            "article": article,
            "headline": None if headline is None else headline.value,
            "since": None if since is None else utc_text(since),
        }
        with self.reading() as session:
            return tuple(_report_row(row) for row in session.connection().execute(text(_REPORT), wanted))

    def explain_rows(self, key: str) -> Explanation:
        """Return all that is kept of a statement, named by its id or by the id of a verdict on it.

        DatabaseError if neither is known.
        """
        with self.reading() as session:
            statement_id = key
            if key.isdecimal() and len(key) < 16:  # a statement's id has 16 digits
                verdict = session.get(VerdictRow, int(key))
                if verdict is None:
                    raise DatabaseError(f"there is no verdict {key}")
                statement_id = verdict.statement_id
        return Explanation(
            self.article_of_statement(statement_id),
            self.load_statement(statement_id),
            self.claims_of(statement_id),
            self.verdicts_of(statement_id),
        )


def _day(value: str | None) -> date | None:
    """Return the day of an ISO text."""
    return None if value is None else date.fromisoformat(value)


def _report_row(row: Row[Any]) -> ReportRow:
    """Return a row of the view as a value."""
    cells = dict(row._mapping)
    for name in ("claimed_date_from", "claimed_date_to", "event_date", "published"):
        cells[name] = _day(cells[name])
    cells["checked_at"] = datetime.fromisoformat(cells["checked_at"])
    cells["headline"] = Headline(cells["headline"])
    cells["quotation"] = cells["quotation"] or ""
    cells["edits"] = tuple(edit_of(edit) for edit in json.loads(cells["edits"]))
    cells["reasons"] = tuple(json.loads(cells["reasons"]))
    return ReportRow(**cells)


def headlines_of(rows: Sequence[ReportRow]) -> tuple[tuple[str, int], ...]:
    """Return how many rows stand under each headline, in the order of the headlines."""
    counted = ((headline, sum(row.headline is headline for row in rows)) for headline in Headline)
    return tuple((headline.value, count) for headline, count in counted if count)
