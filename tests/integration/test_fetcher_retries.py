"""Second attempts, and one request at a time: what may pass is tried again, and no host is pressed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from fetching import error_of, fetcher_for, manners_with, refusal
from hostile.server import HostileServer, hostile_server
from hostile.wire import PAGE, whole

from verifier.harvest.fetcher import Fetcher
from verifier.harvest.politeness import HostGate
from verifier.sources.connector import Request


@pytest.fixture
def server() -> Iterator[HostileServer]:
    """Run a server for one test: what it was asked is counted."""
    with hostile_server() as running:
        yield running


def gaps(server: HostileServer) -> list[float]:
    """Return the seconds between the end of each answer and the begin of the next request."""
    return [after.began - before.ended for before, after in pairwise(server.log)]


@pytest.mark.parametrize(
    ("path", "least"),
    [
        pytest.param("/retry/429", 1.0, id="F30 429 with seconds"),
        pytest.param("/retry/503-date", 0.9, id="F31 503 with a date"),
        pytest.param("/retry/500", 0.05, id="F32 500"),
        pytest.param("/retry/reset", 0.05, id="F34 reset"),
        pytest.param("/retry/silent-close", 0.05, id="F34 closed without a word"),
        pytest.param("/retry/cut", 0.05, id="F05 cut"),
        pytest.param("/retry/nonsense", 0.05, id="F37 a wait that is nonsense"),
        pytest.param("/retry/negative", 0.05, id="F37 a wait below nothing"),
    ],
)
def test_a_second_attempt(server: HostileServer, path: str, least: float) -> None:
    """What may pass is tried again, after the time that the server asks for, and the attempts are counted."""
    page = fetcher_for(server, attempts=2).fetch(server.url(path))
    assert (page.body, page.attempts) == (PAGE, 2)
    assert len(gaps(server)) == 1
    # A date has whole seconds, up to a quarter is added to every wait, and a busy machine wakes late.
    assert least <= gaps(server)[0] < least + 2.0


def test_a_wait_that_was_asked_for_is_not_held_against_the_deadline(server: HostileServer) -> None:
    """A wait that the manners allow is waited for, also where the whole time is shorter."""
    assert fetcher_for(server, attempts=2, total_seconds=0.5).fetch(server.url("/retry/429")).body == PAGE


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        pytest.param("/retry/429-forever", "rate_limited", 429, id="F35 429 for ever"),
        pytest.param("/retry/500-forever", "http_error", 500, id="F36 500 for ever"),
        pytest.param("/trunc/length", "cut", 200, id="F05 cut for ever"),
        pytest.param("/trunc/gzip", "cut", 200, id="F09 gzip cut for ever"),
    ],
)
def test_attempts_end(server: HostileServer, path: str, outcome: str, status: int) -> None:
    """After as many attempts as are allowed the outcome stands."""
    error = error_of(server, path, attempts=3)
    assert (error.outcome, error.status, error.attempts) == (outcome, status, 3)
    assert len(server.asked(path)) == 3


def test_a_slow_server_is_tried_again_within_the_whole_time(server: HostileServer) -> None:
    """Silence ends one attempt, the deadline ends all of them (F01, F03)."""
    began = time.monotonic()
    error = error_of(server, "/slow/headers", attempts=10, total_seconds=1.5)
    assert error.outcome == "too_slow"
    assert 2 <= len(server.log) <= 4
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize("path", "/status/403 /status/404 /big/promised /trunc/gzip-lie /redirect/loop".split())
def test_what_cannot_pass_is_not_tried_again(server: HostileServer, path: str) -> None:
    """A refusal that would be the same is asked for once."""
    assert error_of(server, path, attempts=3).attempts == 1
    assert len(server.asked(path)) == 1


@pytest.mark.parametrize(
    ("path", "retry_on", "times"),
    [
        pytest.param("/retry/500-forever", {429}, 1, id="a status that is not named"),
        pytest.param("/slow/headers", {500}, 1, id="silence that is not named"),
        pytest.param("/trunc/empty", {"empty_body"}, 2, id="an empty page that is named"),
        pytest.param("/status/403", {403}, 2, id="a status that is named"),
    ],
)
def test_a_source_says_what_is_tried_again(
    server: HostileServer, path: str, retry_on: set[int | str], times: int
) -> None:
    """``retry.on`` names the statuses, and whether silence and emptiness are tried again."""
    error_of(server, path, attempts=2, retry_on=frozenset(retry_on))
    assert len(server.asked(path)) == times


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        pytest.param("/retry/429-day", "rate_limited", id="F36 429 for a day"),
        pytest.param("/retry/503-day", "http_error", id="F36 503 for a day"),
    ],
)
def test_a_long_wait_is_for_another_run(server: HostileServer, path: str, outcome: str) -> None:
    """A wait of a day is told, never slept: when to come again is part of the error."""
    began = datetime.now(UTC)
    error = error_of(server, path, attempts=3)
    assert (error.outcome, error.attempts) == (outcome, 1)
    assert error.next_attempt_at is not None
    assert timedelta() <= error.next_attempt_at - began - timedelta(days=1) < timedelta(seconds=5)


def test_a_wait_of_a_thousand_years_is_bounded(server: HostileServer) -> None:
    """A wait beyond any calendar is told as a year."""
    when = error_of(server, "/retry/millennium").next_attempt_at
    assert when is not None
    assert when < datetime.now(UTC) + timedelta(days=367)


def test_one_page_does_not_speak_for_its_host(server: HostileServer) -> None:
    """One page that asks to come back tomorrow leaves the others; a sixth in a row defers the host, unasked."""
    fetcher = fetcher_for(server)
    for path in ("/retry/429-day", "/retry/503-day"):
        refusal(fetcher, Request(server.url(path)))
    assert fetcher.fetch(server.url("/ok")).body == PAGE
    for path in ("/retry/429-day", "/retry/503-day", "/retry/429-day-b"):
        refusal(fetcher, Request(server.url(path)))
        refusal(fetcher, Request(server.url(f"{path}?page=2")))
    asked = len(server.log)
    error = refusal(fetcher, Request(server.url("/ok")))
    assert (error.outcome, error.status) == ("rate_limited", None)
    assert error.next_attempt_at is not None
    assert error.next_attempt_at > datetime.now(UTC) + timedelta(hours=23)
    assert len(server.log) == asked


def test_a_source_may_pass_over_what_a_server_asks(server: HostileServer) -> None:
    """Where Retry-After is not honoured, the usual wait is used."""
    page = fetcher_for(server, attempts=2, honour_retry_after=False).fetch(server.url("/retry/429"))
    assert page.body == PAGE
    assert gaps(server)[0] < 0.9


def test_one_request_at_a_time(server: HostileServer) -> None:
    """However many threads and fetchers ask one host, requests never overlap and keep their gap (R3)."""
    gate, manners = HostGate(), manners_with(gap_seconds=0.08)
    server.own = {f"/{number}": whole() for number in range(12)}

    def harvest(first: int) -> None:
        fetcher = Fetcher(manners, allow_private=frozenset({server.place}), gate=gate)
        for number in range(first, first + 4):
            fetcher.fetch(server.url(f"/{number}"))

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(harvest, (0, 4, 8)))
    assert server.busiest == 1
    assert len(server.log) == 12
    # The server's clock stops a moment after the last byte left it.
    assert min(gaps(server)) >= 0.075


def test_hosts_do_not_wait_for_each_other(server: HostileServer) -> None:
    """A slow host holds up nobody who asks another one."""
    with hostile_server() as other, ThreadPoolExecutor(1) as thread:
        gate, allowed = HostGate(), frozenset({server.place, other.place})
        fetcher = Fetcher(manners_with(gap_seconds=1), allow_private=allowed, gate=gate)
        slow = thread.submit(refusal, fetcher, Request(server.url("/slow/headers")))
        began = time.monotonic()
        fetcher.fetch(other.url("/ok"))
        assert time.monotonic() - began < 0.3
        assert slow.result().outcome == "too_slow"


def test_every_hop_has_its_turn(server: HostileServer) -> None:
    """Redirects on one host keep the gap too, and waiting for it is not held against the deadline."""
    page = fetcher_for(server, gap_seconds=0.25, total_seconds=0.7).fetch(server.url("/redirect/chain/4"))
    assert page.body == PAGE
    assert min(gaps(server)) >= 0.24
