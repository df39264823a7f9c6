"""One request at a time for each host, and a gap between them, however many threads ask.

The gate counts by a monotonic clock. A wait that is longer than the asker allows is never slept:
it is HostDeferred, with the seconds after which to come again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from verifier.harvest.manners import Manners

_JITTER = 0.25  # of the gap, at most, so that requests do not come like clockwork
_MARGIN = 0.2  # seconds over what a server asked for: its clock started when it sent the last byte
_LONGEST_CRAWL_DELAY = 120.0  # seconds; some archives ask for a minute, and are read all the same
# One page that asks to come back tomorrow may speak for itself; so many in a row speak for their host.
_LONG_WAITS = 6


class HostDeferred(Exception):
    """The host is not to be asked for ``seconds``, which is longer than the asker waits."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host} asked to be left alone, for another {seconds:.0f} s")
        self.seconds = seconds


@dataclass(slots=True)
class _Host:
    """What is known of one host:port."""

    turn: Lock = field(default_factory=Lock)  # held by whoever asks, and while waiting to ask
    ended: float | None = None  # when the last answer was over
    lasted: float = 0.0  # how long it took
    not_before: float = 0.0
    long_waits: set[str] = field(default_factory=set)  # addresses that asked for one, no good answer between


class HostGate:
    """Lets one request at a time through to each host; one gate serves all threads of a process."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    def _host(self, place: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(place, _Host())

    @contextmanager
    def turn(self, place: str, manners: Manners, crawl_delay: float = 0.0) -> Iterator[float]:
        """Hold the turn at *place* ("host:port") while the block asks it; gives the seconds waited for it.

        Raises HostDeferred where what the host asked for is longer than ``manners.longest_wait_seconds``, and
        longer than the usual gap: the configured one, or a crawl delay of up to two minutes.
        """
        asked_at = self._clock()
        host = self._host(place)
        with host.turn:
            wait = self._wait(host, manners, crawl_delay)
            usual = max(manners.gap_seconds, min(crawl_delay, _LONGEST_CRAWL_DELAY)) * (1 + _JITTER)
            if wait > max(manners.longest_wait_seconds + 2 * _MARGIN, usual):
                raise HostDeferred(place, wait)
            if wait > 0:
                self._sleep(wait)
            began = self._clock()
            try:
                yield began - asked_at
            finally:
                host.ended = self._clock()
                host.lasted = host.ended - began

    def _wait(self, host: _Host, manners: Manners, crawl_delay: float) -> float:
        """Return the seconds until *host* may be asked."""
        now = self._clock()
        if host.ended is None:
            return host.not_before - now
        slow = min(manners.duration_factor * host.lasted, manners.longest_gap_seconds)
        gap = max(manners.gap_seconds, crawl_delay, slow) * (1 + _JITTER * random.random())
        return max(host.ended + gap, host.not_before) - now

    def answered(self, place: str) -> None:
        """Note that *place* gave an answer that asks for no wait."""
        self._host(place).long_waits.clear()

    def hold(self, place: str, url: str, seconds: float, manners: Manners) -> None:
        """Note that *place*, asked for *url*, asks to be left alone for *seconds*.

        A wait that ``manners`` allow holds for the host at once; a longer one only when several
        addresses in a row asked for it, since a server may mean the one page by it.
        """
        host = self._host(place)
        if seconds > manners.longest_wait_seconds:
            host.long_waits.add(url)
            if len(host.long_waits) < _LONG_WAITS:
                return
        host.not_before = max(host.not_before, self._clock() + seconds + _MARGIN)


SHARED_GATE = HostGate()  # of this process
