"""How the claimed day stands to the dates of the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.model.article import DateClaim, Statement
from verifier.model.evidence import Dating
from verifier.model.policy import Policy
from verifier.model.text import Interval
from verifier.model.transcript import Record

_ZONES = 1  # days by which an article's own date and a record's may differ between time zones
_SHORT = 8  # days; in a longer claim no slip of the pen is looked for but the year's
_WEEK = 7


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
    claim = statement.date_claim
    agrees = claim is not None and any(claim.interval.holds(day) for day in days)
    if published is not None and min(days) > published and not (agrees and _within_a_zone(min(days), published)):
        later = f"the record is of {min(days).isoformat()}, after the article of {published.isoformat()}"
        return DatingFinding(Dating.LATER_RECORD, f"{later}: it was said again")
    if claim is None:
        return _unclaimed(statement)
    if agrees:
        return _agreeing(statement, claim, record)
    return _differing(statement, claim, record, published, policy)


def undated(statement: Statement, published: date | None, *, judged: bool = True) -> DatingFinding:
    """Return the finding where no record is at hand; with *judged* a day that cannot be is told all the same."""
    claim = statement.date_claim
    if claim is None:
        return _unclaimed(statement)
    if judged and not claim.inherited and (impossible := _impossible(statement, claim.interval, published)):
        return DatingFinding(Dating.IMPOSSIBLE, impossible)
    return DatingFinding(Dating.UNKNOWN, "without a place in a record the date cannot be checked")


def is_later(record: Record, published: date | None) -> bool:
    """Return whether all dates of a record lie after the article's publication."""
    return published is not None and bool(record.dates) and min(one.day for one in record.dates) > published


def days_from(claim: DateClaim | None, record: Record) -> int | None:
    """Return the days between the claim and the record's nearest date; None without claim or date."""
    if claim is None or not record.dates:
        return None
    return min(claim.interval.distance(one.day) for one in record.dates)


def _unclaimed(statement: Statement) -> DatingFinding:
    if "date_not_resolved" in statement.flags:
        return DatingFinding(Dating.UNKNOWN, "the article's date phrase could not be resolved to a day")
    return DatingFinding(Dating.NOT_CLAIMED, "the article gives no date for these words")


def _agreeing(statement: Statement, claim: DateClaim, record: Record) -> DatingFinding:
    """Return that the claim holds a date of the record; any of its dates will do."""
    reason = f"the record is of the claimed time, {claim.interval}"
    others = [one for one in record.dates if not claim.interval.holds(one.day)]
    if others:
        reason += "; it is also dated " + ", ".join(f"{one.day.isoformat()} ({one.origin})" for one in others)
    if statement.contradicted_by:
        reason += f"; the article itself speaks against it: {statement.contradicted_by}"
    return DatingFinding(Dating.CONSISTENT, reason, 0)


def _differing(
    statement: Statement, claim: DateClaim, record: Record, published: date | None, policy: Policy
) -> DatingFinding:
    """Return how far claim and record are apart, where none of the record's dates lies in the claim."""
    days = tuple(record_date.day for record_date in record.dates)
    nearest = min(days, key=claim.interval.distance)
    apart = claim.interval.distance(nearest)
    explained = explain_distance(claim.interval, nearest)
    impossible = _impossible(statement, claim.interval, published)
    zones = published is not None and apart == 1 and _within_a_zone(claim.interval.first, published)
    if impossible and (statement.contradicted_by or not zones):
        return DatingFinding(Dating.IMPOSSIBLE, f"{impossible}; {explained}", apart)
    values = {_compare(claim.interval, day, published, policy) for day in days}
    if len(values) > 1:
        dates = ", ".join(f"{one.day.isoformat()} ({one.origin})" for one in record.dates)
        return DatingFinding(Dating.RECORD_CONFLICT, f"the record's own dates disagree: {dates}; {explained}", apart)
    value = values.pop()
    if value is Dating.RECYCLED:
        explained += f"; presented as new, and the only place found is over {policy.recycled_days} days older"
    return DatingFinding(value, explained, apart)


def _within_a_zone(day: date, published: date) -> bool:
    return (day - published).days <= _ZONES


def _impossible(statement: Statement, claimed: Interval, published: date | None) -> str | None:
    """Return why the claimed time cannot be, or None."""
    if published is not None and claimed.first > published:
        return f"the article of {published.isoformat()} claims a later day, {claimed}"
    if statement.contradicted_by:
        return f"the article contradicts its own date {claimed}: {statement.contradicted_by}"
    return None


def _compare(claimed: Interval, day: date, published: date | None, policy: Policy) -> Dating:
    """Return the value for one date of the record, which lies outside the claimed time."""
    if claimed.distance(day) == 1:
        return Dating.OFF_BY_ONE
    presented_as_new = published is not None and claimed.distance(published) <= policy.presented_as_new_days
    if presented_as_new and (claimed.first - day).days > policy.recycled_days:
        return Dating.RECYCLED
    return Dating.WRONG_DATE


def explain_distance(claimed: Interval, day: date) -> str:
    """Return the days between claim and record, and what kind of slip would explain them."""
    apart = claimed.distance(day)
    words = f"claimed {claimed}, on record {day.isoformat()}: {apart:,} {'day' if apart == 1 else 'days'} apart"
    slip = _slip(claimed, day) if apart > 1 else None
    return f"{words}; {slip}" if slip else words


def _slip(claimed: Interval, day: date) -> str | None:
    """Return the likely slip of the pen between a claimed time and a day."""
    if (
        claimed.is_day
        and claimed.first.year == day.year
        and (claimed.first.month, claimed.first.day)
        == (
            day.day,
            day.month,
        )
    ):
        return "month and day are swapped"
    years = day.year - claimed.first.year
    if years and _moved(claimed, day, years * 12):
        return "same day and month, year differs" if claimed.is_day else "same days of the year, year differs"
    if (claimed.last - claimed.first).days >= _SHORT:
        return None
    if any(_moved(claimed, day, months) for months in (-1, 1)):
        return "same day of the month, month differs"
    if claimed.is_day and claimed.distance(day) == _WEEK:
        return "same weekday, one week apart"
    return None


def _moved(claimed: Interval, day: date, months: int) -> bool:
    """Return whether the claimed time holds *day*, moved by so many months."""
    first, last = _shift(claimed.first, months), _shift(claimed.last, months)
    return first is not None and last is not None and first <= day <= last


def _shift(day: date, months: int) -> date | None:
    """Return the same day-number some months on, None where that month has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return None
