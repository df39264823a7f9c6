"""Dating: the claimed interval against the record's dates, with the slip explained."""

from datetime import date

import pytest

from verifier.axes.dating import check_date
from verifier.model.article import Basis, DateClaim, Form, Quotation, Statement
from verifier.model.evidence import Dating
from verifier.model.policy import Policy
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate

PUBLISHED = date(2024, 3, 8)


def statement(claim: str | None, contradicted_by: str | None = None, flags=()) -> Statement:
    interval = Interval.parse(claim) if claim else None
    return Statement(
        id="s",
        form=Form.DIRECT,
        quotations=(Quotation(Span(0, 4), "word"),),
        attribution_id="s",
        date_claim=DateClaim(interval, claim, Basis.SENTENCE) if interval else None,
        contradicted_by=contradicted_by,
        flags=flags,
    )


def record(*days: str) -> Record:
    dates = tuple(RecordDate(date.fromisoformat(day), "url") for day in days)
    return Record("wh", "d", "0" * 16, "en", "Briefing", dates)


@pytest.mark.parametrize(
    ("claim", "days", "value", "apart", "words"),
    [
        pytest.param("2024-03-05", ["2024-03-05"], Dating.CONSISTENT, 0, "claimed time", id="the same day"),
        pytest.param("2024-03-01/2024-03-07", ["2024-03-05"], Dating.CONSISTENT, 0, "", id="inside an interval"),
        pytest.param("2024-03-05", ["2024-03-04", "2024-03-05"], Dating.CONSISTENT, 0, "", id="any date will do"),
        pytest.param("2024-03-05", ["2024-03-04"], Dating.OFF_BY_ONE, 1, "1 day apart", id="one day off"),
        pytest.param(
            "2024-02-05",
            ["2024-03-05"],
            Dating.WRONG_DATE,
            29,
            "29 days apart; same day of the month, month differs",
            id="a month off",
        ),
        pytest.param("2024-05-03", ["2024-03-05"], Dating.IMPOSSIBLE, 59, "claims a later day", id="after publication"),
        pytest.param(
            "2024-02-01", ["2024-01-02"], Dating.WRONG_DATE, 30, "month and day are swapped", id="month and day swapped"
        ),
        pytest.param(
            "2023-03-05", ["2024-03-05"], Dating.WRONG_DATE, 366, "same day and month, year differs", id="year off"
        ),
        pytest.param("2024-03-07", ["2023-05-02"], Dating.RECYCLED, 310, "", id="old words presented as new"),
        pytest.param("2024-03-07", ["2024-01-02"], Dating.WRONG_DATE, 65, "", id="not old enough to be recycled"),
        pytest.param("2024-03-01", ["2024-03-09"], Dating.LATER_RECORD, None, "after the article", id="said again"),
        pytest.param(None, ["2024-03-05"], Dating.NOT_CLAIMED, None, "no date", id="no claim"),
        pytest.param("2024-03-05", [], Dating.UNKNOWN, None, "no date", id="record without date"),
        pytest.param(
            "2024-03-05",
            ["2024-03-04", "2024-02-20"],
            Dating.RECORD_CONFLICT,
            1,
            "disagree",
            id="record's dates differ",
        ),
    ],
)
def test_values(claim, days, value, apart, words):
    """Each value of the axis, with the days apart and the explanation."""
    finding = check_date(statement(claim), record(*days), PUBLISHED, Policy())
    assert (finding.value, finding.days_apart) == (value, apart)
    assert words in finding.reason


def test_the_articles_own_contradiction_makes_a_wrong_day_impossible():
    """A contradicted claim is impossible where the record is of another day, and harmless where it agrees."""
    claimed = statement("2024-02-05", contradicted_by="it dates the comments themselves to February 26")
    assert check_date(claimed, record("2024-03-05"), PUBLISHED, Policy()).value is Dating.IMPOSSIBLE
    assert check_date(claimed, record("2024-02-05"), PUBLISHED, Policy()).value is Dating.CONSISTENT


def test_a_date_phrase_that_could_not_be_resolved_is_unknown():
    """Without a publication date "on Tuesday" names no day."""
    finding = check_date(statement(None, flags=("date_not_resolved",)), record("2024-03-05"), None, Policy())
    assert finding.value is Dating.UNKNOWN
