"""Work done side by side: every result once, errors raised, never more than so many at a time."""

from __future__ import annotations

import threading
import time

import pytest

from flows.jobs.side_by_side import side_by_side


@pytest.mark.parametrize("at_once", [1, 3, 50])
def test_every_result_comes_once(at_once):
    """Whatever the number of threads, nothing is lost and nothing comes twice."""
    assert sorted(side_by_side(lambda number: number * 2, range(30), at_once)) == [2 * n for n in range(30)]


def test_nothing_given_is_nothing_done():
    """No work, no threads, no waiting."""
    assert list(side_by_side(str, [], 10)) == []


def test_no_more_than_so_many_at_a_time():
    """A machine that walks a hundred sources does not open a hundred databases."""
    busy, most, lock = 0, 0, threading.Lock()

    def work(_: int) -> None:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.005)
        with lock:
            busy -= 1

    list(side_by_side(work, range(20), 4))
    assert 1 < most <= 4


def test_an_error_is_raised_where_the_results_are_read():
    """What stops the whole run is not lost in a thread."""

    def work(number: int) -> int:
        if number == 2:
            raise ValueError("the disk is full")
        return number

    with pytest.raises(ValueError, match="the disk is full"):
        list(side_by_side(work, range(4), 2))
