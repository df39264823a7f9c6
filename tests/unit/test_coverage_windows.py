"""The days that are searched for a claimed day: around it, and where a slip of the pen may have moved it."""

import pytest

from verifier.model.text import Interval
from verifier.retrieve.coverage import windows_of


@pytest.mark.parametrize(
    ("claimed", "windows"),
    [
        pytest.param("2024-03-05", ["2024-02-05", "2024-03-04/2024-03-06", "2024-04-05"], id="a day"),
        pytest.param("2024-03-31", ["2024-03-30/2024-04-01"], id="no such day in the neighbouring months"),
        pytest.param("2024-01-30", ["2023-12-30", "2024-01-29/2024-01-31"], id="over the new year, none in February"),
        pytest.param("2024-12-15", ["2024-11-15", "2024-12-14/2024-12-16", "2025-01-15"], id="December"),
        pytest.param(
            "2024-03-05/2024-03-06",
            ["2024-02-05/2024-02-06", "2024-03-04/2024-03-07", "2024-04-05/2024-04-06"],
            id="two days",
        ),
        pytest.param(
            "2024-05-30/2024-05-31", ["2024-04-30", "2024-05-29/2024-06-01", "2024-06-30"], id="two days, one moved"
        ),
        pytest.param("1941-01-01/1941-12-31", ["1940-12-31/1942-01-01"], id="a year is not moved"),
        pytest.param("0001-01-01", ["0001-01-01/0001-01-02", "0001-02-01"], id="the first day there is"),
        pytest.param("9999-12-31", ["9999-12-30/9999-12-31"], id="the last"),
    ],
)
def test_windows(claimed, windows):
    """The claim's days with one on each side, and the same day-numbers in the neighbouring months."""
    assert [str(window) for window in windows_of(Interval.parse(claimed))] == windows


def test_no_claim_is_unbounded():
    """Without a claimed day every day is searched, which no window bounds."""
    assert windows_of(None) == ()
