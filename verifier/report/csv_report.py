"""Verdicts as CSV under the columns of the view ``verdict_report``, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TextIO

from verifier.model.article import Article, Statement
from verifier.model.evidence import Match, Verdict
from verifier.report.card import Checked
from verifier.report.surroundings import words_of

COLUMNS = (
    "statement_id verdict_id checked_at headline score wording speaker_check dating context coverage "
    "translation_grade quotation said speaker speaker_mention claimed_date_from claimed_date_to event_date "
    "days_apart article_url article_title published outlet transcript_url transcript_title source tier "
    "rendition edits reasons transcripts_searched policy"
).split()
Cell = str | int | float | None
# A spreadsheet runs a cell that begins so as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def write_csv(file: TextIO, checked: Iterable[Checked], checked_at: datetime | None = None) -> int:
    """Write a header and one row a statement; return the number of rows.

    Open *file* with ``newline=""``. Texts that a spreadsheet would run begin with an apostrophe;
    JSON and the database have them unchanged. ``verdict_id`` is empty: it is known to the database only.
    """
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    count = 0
    for article in checked:
        for row in rows_of(article, checked_at):
            writer.writerow([safe_cell(row[column]) for column in COLUMNS])
            count += 1
    return count


def safe_cell(value: Cell) -> Cell:
    """Return *value* as a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def rows_of(checked: Checked, checked_at: datetime | None = None) -> Iterator[dict[str, Cell]]:
    """Yield one row a statement, by column; edits and reasons are JSON, as in the view."""
    at = checked_at.isoformat() if checked_at else None
    for statement, verdict in checked.pairs():
        yield {
            "verdict_id": None,
            "checked_at": at,
            **_judgement(verdict),
            **_claim(checked.article, statement),
            **_article(checked.article),
            **_found(verdict.match),
        }


def _judgement(verdict: Verdict) -> dict[str, Cell]:
    return {
        "statement_id": verdict.statement_id,
        "headline": verdict.headline.value,
        "score": verdict.score,
        "wording": verdict.wording.value,
        "speaker_check": verdict.speaker_check.value,
        "dating": verdict.dating.value,
        "context": verdict.context.value,
        "coverage": verdict.coverage.state.value,
        "translation_grade": verdict.translation_grade.value if verdict.translation_grade else None,
        "days_apart": verdict.days_apart,
        "reasons": json.dumps(list(verdict.reasons), ensure_ascii=False),
        "transcripts_searched": verdict.coverage.transcripts,
        "policy": verdict.policy,
    }


def _claim(article: Article, statement: Statement) -> dict[str, Cell]:
    interval = statement.date_claim.interval if statement.date_claim else None
    return {
        "quotation": words_of(article, statement),
        "speaker": statement.speaker.name if statement.speaker else None,
        "speaker_mention": statement.mention.text if statement.mention else None,
        "claimed_date_from": interval.first.isoformat() if interval else None,
        "claimed_date_to": interval.last.isoformat() if interval else None,
    }


def _article(article: Article) -> dict[str, Cell]:
    return {
        "article_url": article.url,
        "article_title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
    }


def _found(match: Match | None) -> dict[str, Cell]:
    if match is None:
        columns = "said event_date transcript_url transcript_title source tier rendition"
        return {**dict.fromkeys(columns.split()), "edits": "[]"}
    record = match.record
    edits = [{"kind": edit.kind.value, "quoted": edit.quoted, "said": edit.said} for edit in match.alignment.edits]
    return {
        "said": match.said,
        "event_date": record.date.isoformat() if record.date else None,
        "transcript_url": record.url,
        "transcript_title": record.title,
        "source": record.source,
        "tier": record.tier,
        "rendition": match.rendition.value,
        "edits": json.dumps(edits, ensure_ascii=False),
    }
