"""The parsing child: what a page does to its parser stays with the page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import parsing_jobs
import pytest

from verifier.articles.read import read_article
from verifier.errors import FetchError, ParseError, ReadError
from verifier.harvest.parsing import ParsingChild, ParsingLimits
from verifier.model.page import Page

PAGE = Page(b"The mayor spoke.\n\n\xe2\x80\x9cWe are ready,\xe2\x80\x9d she said.\n", datetime(2024, 3, 9, tzinfo=UTC))


@pytest.fixture
def child() -> Iterator[ParsingChild]:
    with ParsingChild(ParsingLimits(cpu_seconds=1, wall_seconds=40.0)) as running:
        yield running


def test_results_come_back_and_the_child_is_used_again(child: ParsingChild) -> None:
    """A job gets its arguments and gives its result; the next job runs in the same process."""
    first = child.run(parsing_jobs.process_id)
    assert child.run(parsing_jobs.length, PAGE, twice=True) == 2 * len(PAGE.body)
    assert child.run(parsing_jobs.say_much) == "done"
    assert child.run(parsing_jobs.process_id) == first


def test_an_article_is_read_in_the_child(child: ParsingChild) -> None:
    """What the child reads is what the function reads."""
    assert child.run(read_article, PAGE) == read_article(PAGE)


@pytest.mark.parametrize(
    ("job", "words"),
    [
        pytest.param(parsing_jobs.spin, "processor time", id="runs for ever"),
        pytest.param(parsing_jobs.take_memory, "memory", id="takes all memory"),
        pytest.param(parsing_jobs.crash, "SIGABRT", id="crashes"),
        pytest.param(parsing_jobs.stumble, "a bug of a parser", id="stumbles over a bug"),
    ],
)
def test_a_bad_job_is_one_error_and_the_next_goes_on(child: ParsingChild, job: Callable[[], Any], words: str) -> None:
    """A child that dies is a parse_failed error of one line, and another takes its place."""
    with pytest.raises(ParseError) as caught:
        child.run(job)
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.outcome == "parse_failed"
    assert child.run(parsing_jobs.length, PAGE) == len(PAGE.body)


def test_a_sleeping_job_is_stopped() -> None:
    """A job that waits instead of working ends with the wall clock."""
    began = time.monotonic()
    with ParsingChild(ParsingLimits(wall_seconds=0.8)) as child, pytest.raises(ParseError, match=r"over 0\.8 s"):
        child.run(parsing_jobs.sleep)
    assert time.monotonic() - began < 4


def test_our_own_errors_pass_through(child: ParsingChild) -> None:
    """An error that the function raises on purpose arrives with its type, message and fields."""
    with pytest.raises(ReadError) as refused:
        child.run(parsing_jobs.refuse, "read")
    assert (refused.value.message, str(refused.value)) == ("it is a picture", "it is a picture")
    assert (refused.value.subject, refused.value.outcome) == ("a.png", "wrong_type")
    with pytest.raises(FetchError) as gone:
        child.run(parsing_jobs.refuse, "fetch")
    assert (gone.value.url, gone.value.status) == ("http://a.example/", 404)
    with pytest.raises(ParseError, match="no turns"):
        child.run(parsing_jobs.refuse, "parse")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<html><body>" + b"<div>" * 100_000 + b"deep words " * 200 + b"</body></html>", id="nested"),
        pytest.param(b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(60_000)), id="attributes"),
        pytest.param(b"<" * 2_000_000, id="angles"),
    ],
)
def test_hostile_markup_ends(body: bytes) -> None:
    """Markup made to hurt is refused within the limits."""
    with ParsingChild(ParsingLimits(cpu_seconds=2)) as child, pytest.raises(ReadError):
        child.run(read_article, Page(b"<!doctype html>" + body, PAGE.retrieved_at))
