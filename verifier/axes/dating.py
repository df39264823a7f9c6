"""How the claimed day stands to the dates of the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.model.article import Statement
from verifier.model.evidence import Dating
from verifier.model.policy import Policy
from verifier.model.text import Interval
from verifier.model.transcript import Record


@dataclass(frozen=True, slots=True)
class DatingFinding:
    """The value of the axis with its explanation and the days between claim and record."""

    value: Dating
    reason: str
    days_apart: int | None = None


def check_date(statement: Statement, record: Record, published: date | None, policy: Policy) -> DatingFinding:
    """Return how the statement's claimed interval stands to the record's dates."""
    days = tuple(record_date.day for record_date in record.dates)
    if not days:
        return DatingFinding(Dating.UNKNOWN, "the record has no date")
    if published is not None and min(days) > published:
        later = f"the record is of {min(days).isoformat()}, after the article of {published.isoformat()}"
        return DatingFinding(Dating.LATER_RECORD, later)
    claim = statement.date_claim
    if claim is None:
        if "date_not_resolved" in statement.flags:
            return DatingFinding(Dating.UNKNOWN, "the article's date phrase could not be resolved to a day")
        return DatingFinding(Dating.NOT_CLAIMED, "the article gives no date for these words")
    apart = min(claim.interval.distance(day) for day in days)
    impossible = _impossible(statement, claim.interval, published)
    if impossible and (apart > 0 or not _possible_by(claim.interval, published)):
        return DatingFinding(Dating.IMPOSSIBLE, impossible, apart)
    values = {_compare(claim.interval, day, published, policy) for day in days}
    if apart == 0:
        return DatingFinding(Dating.CONSISTENT, f"the record is of the claimed time, {claim.interval}", 0)
    if len(values) > 1:
        dates = ", ".join(f"{one.day.isoformat()} ({one.origin})" for one in record.dates)
        return DatingFinding(Dating.RECORD_CONFLICT, f"the record's own dates disagree: {dates}", apart)
    nearest = min(days, key=claim.interval.distance)
    return DatingFinding(values.pop(), explain_distance(claim.interval, nearest), apart)


def _possible_by(claimed: Interval, published: date | None) -> bool:
    """Return whether the claimed time had begun when the article was published."""
    return published is None or claimed.first <= published


def _impossible(statement: Statement, claimed: Interval, published: date | None) -> str | None:
    """Return why the claimed time cannot be, or None."""
    if published is not None and not _possible_by(claimed, published):
        return f"the article of {published.isoformat()} claims a later day, {claimed}"
    if statement.contradicted_by:
        return f"the article contradicts its own date {claimed}: {statement.contradicted_by}"
    return None


def _compare(claimed: Interval, day: date, published: date | None, policy: Policy) -> Dating:
    """Return the value for one date of the record."""
    apart = claimed.distance(day)
    if apart <= 1:
        return Dating.OFF_BY_ONE if apart else Dating.CONSISTENT
    presented_as_new = published is not None and claimed.distance(published) <= policy.presented_as_new_days
    if presented_as_new and (claimed.first - day).days > policy.recycled_days:
        return Dating.RECYCLED
    return Dating.WRONG_DATE


def explain_distance(claimed: Interval, day: date) -> str:
    """Return the days between claim and record, and what kind of slip would explain them."""
    apart = claimed.distance(day)
    words = f"claimed {claimed}, on record {day.isoformat()}: {apart} {'day' if apart == 1 else 'days'} apart"
    if not claimed.is_day or apart < 2:
        return words
    slip = _slip(claimed.first, day)
    return f"{words}; {slip}" if slip else words


def _slip(claimed: date, day: date) -> str | None:
    """Return the likely slip of the pen between two days."""
    if claimed.month == day.month and claimed.day == day.day:
        return "same day and month, year differs"
    if claimed.year == day.year and (claimed.month, claimed.day) == (day.day, day.month):
        return "month and day are swapped"
    if claimed.day == day.day and abs((claimed.year - day.year) * 12 + claimed.month - day.month) == 1:
        return "same day of the month, month differs"
    return None
