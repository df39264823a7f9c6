"""The gate of a host, by a clock that a test moves; and what a source's block makes of manners."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from verifier.errors import UsageError
from verifier.harvest.manners import Manners, expect_contact, manners_of, user_agent
from verifier.harvest.politeness import HostDeferred, HostGate
from verifier.sources.config import FeedSource, FolderSource


@dataclass
class Clock:
    """A clock that only sleeping and a test move."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """Return a clock."""
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> HostGate:
    """Return a gate that goes by it."""
    return HostGate(clock, clock.sleep)


def ask(gate: HostGate, clock: Clock, manners: Manners, *, lasting: float = 0.0, delay: float = 0.0) -> float:
    """Return the seconds that one request waited, which then took *lasting* seconds."""
    before = clock.now
    with gate.turn("a.example:80", manners, delay) as waited:
        assert waited == clock.now - before
        clock.now += lasting
    return waited


@pytest.mark.parametrize(
    ("manners", "lasting", "delay", "least"),
    [
        pytest.param(Manners(gap_seconds=2), 0.1, 0.0, 2.0, id="the configured gap"),
        pytest.param(Manners(gap_seconds=2), 0.1, 5.0, 5.0, id="the delay of robots.txt"),
        pytest.param(Manners(gap_seconds=2), 4.0, 0.0, 4.0, id="as long as the last answer took"),
        pytest.param(Manners(gap_seconds=2, duration_factor=3), 2.0, 0.0, 6.0, id="a multiple of it"),
        pytest.param(Manners(gap_seconds=2), 60.0, 0.0, 10.0, id="but no longer than a bound"),
    ],
)
def test_the_gap(gate: HostGate, clock: Clock, manners: Manners, lasting: float, delay: float, least: float) -> None:
    """The first request waits for nothing, the second for the longest of what asks for a gap, and a little more."""
    assert ask(gate, clock, manners, lasting=lasting, delay=delay) == 0
    assert least <= ask(gate, clock, manners, delay=delay) <= least * 1.25


def test_time_that_has_passed_counts(gate: HostGate, clock: Clock) -> None:
    """Whoever comes after the gap waits for nothing."""
    ask(gate, clock, Manners(gap_seconds=2))
    clock.now += 3
    assert ask(gate, clock, Manners(gap_seconds=2)) == 0


def test_a_short_wait_holds_for_all(gate: HostGate, clock: Clock) -> None:
    """A wait that the manners allow is waited for by the next request, whoever asks; other hosts do not wait."""
    manners = Manners(gap_seconds=0, longest_wait_seconds=30)
    gate.hold("a.example:80", "http://a.example/1", 20, manners)
    with gate.turn("b.example:80", manners) as waited:
        assert waited == 0
    assert 20 <= ask(gate, clock, manners) < 21


def test_the_longest_wait_is_waited_for(gate: HostGate, clock: Clock) -> None:
    """A wait of just as long as the manners allow is no longer one."""
    manners = Manners(longest_wait_seconds=30)
    gate.hold("a.example:80", "http://a.example/1", 30, manners)
    assert 30 <= ask(gate, clock, manners) < 31


def test_a_wait_that_is_too_long_for_one_is_refused(gate: HostGate, clock: Clock) -> None:
    """A source that waits less than was asked for is told when to come again, and nothing is slept."""
    gate.hold("a.example:80", "http://a.example/1", 100, Manners(longest_wait_seconds=120))
    with pytest.raises(HostDeferred) as caught, gate.turn("a.example:80", Manners(longest_wait_seconds=30)):
        pass
    assert 100 <= caught.value.seconds < 101
    assert clock.slept == []


def test_a_crawl_delay_of_an_hour_is_not_slept(gate: HostGate, clock: Clock) -> None:
    """A delay that is longer than a source waits defers the second request."""
    ask(gate, clock, Manners())
    with pytest.raises(HostDeferred), gate.turn("a.example:80", Manners(), 3_600):
        pass
    assert clock.slept == []


@pytest.mark.parametrize(
    ("manners", "delay", "least"),
    [
        pytest.param(Manners(longest_wait_seconds=30), 60.0, 60.0, id="a crawl delay of a minute"),
        pytest.param(Manners(longest_wait_seconds=30, gap_seconds=50), 0.0, 50.0, id="a configured gap"),
    ],
)
def test_a_usual_gap_may_be_long(gate: HostGate, clock: Clock, manners: Manners, delay: float, least: float) -> None:
    """What a source is configured for, or an archive asks of everybody, is waited for though it is long."""
    ask(gate, clock, manners, delay=delay)
    assert least <= ask(gate, clock, manners, delay=delay) <= least * 1.25


def test_a_failed_request_leaves_the_gate_open(gate: HostGate, clock: Clock) -> None:
    """An error inside a turn ends it."""
    with pytest.raises(ZeroDivisionError), gate.turn("a.example:80", Manners()):
        _ = 1 / 0
    assert 0.5 <= ask(gate, clock, Manners()) <= 0.625


def test_manners_of_a_source() -> None:
    """A source's block says how it is asked."""
    source = FeedSource.model_validate(
        {
            "id": "harbour",
            "kind": "feed",
            "feeds": ["https://harbour.example/feed"],
            "limits": {"timeout_s": 15, "max_bytes": 1_000_000},
            "rate": {"per_host_rps": 0.25},
            "retry": {"attempts": 4, "on": [429, "empty_body"], "honour_retry_after": False, "max_wait_s": 120},
            "block_headers": {"X-Gate": "Challenge"},
            "block_markers": ["Just a Moment"],
            "body": {"end_sign": "END"},
        }
    )
    manners = manners_of(source)
    limits = manners.limits
    assert (limits.total_seconds, limits.connect_seconds, limits.read_seconds) == (15, 10, 15)
    assert (limits.max_bytes, limits.attempts) == (1_000_000, 4)
    assert (manners.gap_seconds, manners.longest_wait_seconds) == (4, 120)
    assert manners.retry_on == {429, "empty_body"}
    assert (manners.honour_retry_after, manners.obey_robots, manners.end_sign) == (False, True, b"END")
    assert manners.wall_headers == (("x-gate", "challenge"),)
    assert manners.wall_markers == (b"just a moment",)


def test_robots_are_ignored_only_where_a_source_says_so() -> None:
    """``robots = "ignore"`` skips them."""
    block = {"id": "a", "kind": "folder", "path": "a", "robots": "ignore", "robots_reason": "agreed by letter"}
    assert not manners_of(FolderSource.model_validate(block)).obey_robots


@pytest.mark.parametrize("contact", [None, "", "  ", "desk@example.org\r\nX: y"])
def test_harvesting_needs_a_contact(contact: str | None) -> None:
    """Without somebody who can be reached nothing is harvested, and the line says what to configure."""
    with pytest.raises(UsageError) as caught:
        expect_contact(contact)
    assert "[network]" in caught.value.message
    assert "\n" not in caught.value.message


def test_a_contact_is_named_in_the_user_agent() -> None:
    """The contact stands in the User-Agent behind the product's name."""
    assert user_agent(expect_contact(" mailto:desk@example.org ")).endswith(" (+mailto:desk@example.org)")
