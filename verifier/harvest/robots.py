"""What robots.txt allows (RFC 9309), cached for each scheme, host and port.

Rules that cannot be had because the server fails or is slow forbid everything for now; rules that
the server says it has not (4xx) forbid nothing. A web page in their place holds no rules.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from protego import Protego

from verifier.errors import FetchError
from verifier.harvest.keys import origin_of
from verifier.harvest.manners import PRODUCT

RULES_SECONDS = 86_400.0  # for how long rules are believed
UNKNOWN_SECONDS = 900.0  # for how long rules that could not be had forbid everything
# A little over the 500 kB that must be read: a longer file is read so far.
RULES_BYTES = 600_000
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
# What keeps the page from being asked for just as it kept its rules: said as what it is.
_SAME_FATE = frozenset({"blocked_address", "tls_error"})


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What asking for robots.txt gave: a status with the beginning of the body."""

    status: int
    body: bytes
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is known of one origin, and until when it is believed."""

    parsed: Protego | None  # None: nothing is forbidden
    unknown: str | None  # why nothing is known, which forbids everything for now
    until: float


def _parsed(answer: RobotsAnswer) -> Protego | None:
    """Return the rules that an answer holds, None where it holds none."""
    said = (answer.content_type or "").lower()
    body = answer.body.removeprefix(b"\xef\xbb\xbf")
    if not 200 <= answer.status < 300 or _MARKUP.match(body) or "html" in said:
        return None
    return Protego.parse(body.decode("utf-8", "replace").replace("\x00", ""))


def _of_page(url: str, error: FetchError) -> FetchError:
    """Return what kept the rules away as what keeps the page at *url* away."""
    when = error.next_attempt_at
    return FetchError(error.message, url=url, outcome=error.outcome, retryable=error.retryable, next_attempt_at=when)


class RobotsBook:
    """The rules of every origin asked so far; one book may serve several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rules: dict[str, _Rules] = {}
        self._asking: dict[str, Lock] = {}
        self._lock = Lock()

    def delay_for(self, url: str, ask: Callable[[str], RobotsAnswer]) -> float:
        """Return the seconds that the rules of *url*'s origin want between two requests, 0 where they say nothing.

        *ask* fetches the rules when they are not known; it raises FetchError where the server fails or
        is slow, also for 429 and 5xx. Raises FetchError with outcome ``blocked_robots``
        where they forbid *url*, or could not be had.
        """
        origin = origin_of(url)
        with self._lock:
            asking = self._asking.setdefault(origin, Lock())
        with asking:
            rules = self._rules.get(origin)
            if rules is None or rules.until <= self._clock():
                rules = self._learn(f"{origin}/robots.txt", url, ask)
                self._rules[origin] = rules
        if rules.unknown is not None:
            reason = f"robots.txt could not be had ({rules.unknown}), so nothing is asked for now"
            raise FetchError(reason, url=url, outcome="blocked_robots", retryable=True)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, PRODUCT):
            raise FetchError("robots.txt does not allow it", url=url, outcome="blocked_robots")
        delay = rules.parsed.crawl_delay(PRODUCT)
        return delay if delay is not None and math.isfinite(delay) and delay > 0 else 0.0

    def _learn(self, address: str, url: str, ask: Callable[[str], RobotsAnswer]) -> _Rules:
        """Return the rules at *address*, or why there are none."""
        try:
            answer = ask(address)
        except FetchError as error:
            if error.outcome == "rate_limited" and error.status is None:  # the host is deferred: nothing was asked
                raise _of_page(url, error) from error
            # Only of the rules' own address: a redirect of theirs that leads astray says nothing about the page.
            if error.outcome in _SAME_FATE and error.url == address:
                raise _of_page(url, error) from error
            if error.status is not None and 300 <= error.status < 400:
                return _Rules(None, None, self._clock() + RULES_SECONDS)  # redirects without end lead to no rules
            return _Rules(None, error.message, self._clock() + UNKNOWN_SECONDS)
        return _Rules(_parsed(answer), None, self._clock() + RULES_SECONDS)
