"""One page from the web: the only home of httpx, behind ``Fetcher.ask`` and ``Fetcher.fetch``.

A page is whole or it is not a page: cut, walled, too large, too late and blocked answers raise
FetchError with an outcome. Nothing of the environment (proxies, .netrc) is used but the keys that a
request names. Every request waits for its host's turn, and obeys robots.txt where its manners say so.
"""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

import httpx
import stamina

from verifier.errors import FetchError
from verifier.harvest.addresses import AddressLaw, target_of
from verifier.harvest.answers import Refusal, WallSigns, refusal_of_end, refusal_of_range, refusal_of_status
from verifier.harvest.bodies import beginning, is_framed, leading_part, whole_body
from verifier.harvest.failures import Throttled, asking, deferred, refused, refused_by
from verifier.harvest.keys import Key, cleaned, cleaned_page, key_of, without_key
from verifier.harvest.manners import Manners, user_agent
from verifier.harvest.politeness import SHARED_GATE, HostDeferred, HostGate
from verifier.harvest.robots import RULES_BYTES, RobotsAnswer, RobotsBook
from verifier.harvest.steps import ACCEPT_ARTICLE, Conditions, Step, first_step, next_step
from verifier.harvest.transport import Deadline, PinnedTransport
from verifier.model.page import Page
from verifier.sources.connector import Request

ACCEPT_FEED = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AT_THE_GATE = 0.001  # seconds of waiting elsewhere
_RULES_SECONDS = 15.0  # for robots.txt, which every page of its host waits for
# What a retry tells belongs into the error that is raised in the end, not onto standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())
# Its debug lines hold whole heads of answers, and those may repeat a key.
logging.getLogger("httpcore").setLevel(logging.INFO)


_Arrived = TypeVar("_Arrived")


@dataclass(slots=True)
class _Fetch:
    """One fetch as it goes: what was asked, how, and what became of it so far."""

    request: Request
    manners: Manners
    key: Key | None
    deadline: Deadline
    conditions: Conditions | None = None
    hops: list[str] = field(default_factory=list)
    attempts: int = 0
    obeys: bool = False  # robots.txt

    def conditions_at(self, url: str) -> Conditions | None:
        """Return the conditions, where *url* is what they were given for."""
        held = self.conditions
        return held if held is not None and (held.url or self.hops[0]) == url else None


_Take = Callable[[httpx.Response, Step, _Fetch], _Arrived]


class Fetcher:
    """Fetches single pages; ``allow_private`` names exceptions from the address law as "host:port".

    One fetcher may serve several threads; all fetchers of a process share one gate unless given another.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        allow_private: frozenset[str] = frozenset(),
        contact: str | None = None,
        law: AddressLaw | None = None,
        gate: HostGate | None = None,
        robots: RobotsBook | None = None,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self.manners = manners or Manners()
        self.user_agent = user_agent(contact)
        self._law = law or AddressLaw(allow_private)
        self._gate = gate or SHARED_GATE
        self._robots = robots or RobotsBook()
        self._context = trusted or httpx.create_ssl_context(trust_env=False)

    def fetch(self, url: str, *, accept: str = ACCEPT_ARTICLE) -> Page:
        """Return the page at *url* as ``ask`` does, by the fetcher's own manners."""
        return self.ask(Request(url, accept=accept))

    def ask(self, request: Request, *, conditions: Conditions | None = None, manners: Manners | None = None) -> Page:
        """Return the page that *request* asks for, whole, with every address passed on the way.

        Under *conditions* the page may be one without a body whose outcome is ``not_modified``; a byte range
        that was asked for is a page with status 206. Raises FetchError with the outcome, the status where
        there was one, and whether a later try may help, after as many tries as the manners allow.
        """
        held = manners or self.manners
        deadline = Deadline(held.limits.total_seconds)
        fetch = _Fetch(request, held, key_of(request), deadline, conditions, obeys=held.obey_robots)
        return cleaned_page(self._tried(fetch, _page), fetch.key)

    def _tried(self, fetch: _Fetch, take: _Take[_Arrived]) -> _Arrived:
        """Return what *take* makes of the final answer, after as many tries as the manners allow."""
        limits = fetch.manners.limits
        tries = stamina.retry_context(
            on=_patience(fetch),
            attempts=limits.attempts,
            timeout=None,
            wait_initial=limits.retry_wait_seconds,
            wait_max=fetch.manners.longest_wait_seconds,
            wait_jitter=limits.retry_wait_seconds / 4,
        )
        try:
            for attempt in tries:
                with attempt, cleaned(fetch.key):
                    fetch.attempts += 1
                    fetch.hops.clear()
                    return self._through(fetch, take)
        except FetchError as error:
            error.hops, error.attempts = tuple(fetch.hops), fetch.attempts
            raise
        raise AssertionError("stamina re-raises the last error")

    def _through(self, fetch: _Fetch, take: _Take[_Arrived]) -> _Arrived:
        """Return what *take* makes of the answer at the end of all redirects, by one attempt."""
        step = first_step(fetch.request, fetch.key)
        transport = PinnedTransport(self._law, fetch.deadline, self._context, fetch.key)
        with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
            while True:
                fetch.hops.append(step.url)
                with asking(step.url):
                    target = target_of(step.url)
                    self._law.expect_allowed(target)
                delay = self._robots_delay(step.url, fetch)
                try:
                    with self._gate.turn(target.printed, fetch.manners, delay) as waited:
                        fetch.deadline.extend(waited)
                        arrived = self._exchange(client, step, fetch, take)
                except HostDeferred as wait:
                    raise deferred(step.url, wait) from None
                if not isinstance(arrived, Step):
                    return arrived
                step = arrived

    def _robots_delay(self, url: str, fetch: _Fetch) -> float:
        """Return the gap that robots.txt asks for; FetchError where it does not allow *url*."""
        if not fetch.obeys:
            return 0.0
        began = time.monotonic()
        delay = self._robots.delay_for(url, lambda address: self._ask_rules(address, fetch.manners))
        fetch.deadline.extend(time.monotonic() - began)
        return delay

    def _ask_rules(self, address: str, manners: Manners) -> RobotsAnswer:
        """Return what stands at a robots.txt's address."""
        limits = manners.limits
        seconds = min(_RULES_SECONDS, limits.total_seconds)
        held = replace(manners, limits=replace(limits, total_seconds=seconds, attempts=min(2, limits.attempts)))
        return self._tried(
            _Fetch(Request(address, accept="text/plain,*/*;q=0.5"), held, None, Deadline(seconds)), _rules
        )

    def _exchange(self, client: httpx.Client, step: Step, fetch: _Fetch, take: _Take[_Arrived]) -> _Arrived | Step:
        """Return where a redirect leads, or what *take* makes of an answer that is none."""
        place = target_of(step.url).printed
        answer = self._send(client, step, fetch)
        try:
            arrived = _onward(answer, step, fetch) if answer.status_code in _REDIRECTS else take(answer, step, fetch)
        except Throttled as error:
            if fetch.manners.honour_retry_after:
                self._gate.hold(place, step.url, error.retry_after, fetch.manners)
            raise
        except FetchError as error:
            if error.status is not None:
                self._gate.answered(place)  # a refusal that asks for no wait
            raise
        finally:
            answer.close()
        self._gate.answered(place)
        return arrived

    def _send(self, client: httpx.Client, step: Step, fetch: _Fetch) -> httpx.Response:
        """Return the head of the answer to one request; FetchError where the address is blocked or nothing answers."""
        limits = fetch.manners.limits
        headers = step.all_headers(self.user_agent, fetch.conditions_at(step.url))
        waits = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        with asking(step.url):
            request = client.build_request(step.method, step.url, headers=headers, content=step.body, timeout=waits)
            return client.send(request, stream=True)


def _onward(answer: httpx.Response, step: Step, fetch: _Fetch) -> Step:
    """Return the request that a redirect asks for; FetchError for a circle and for one redirect too many."""
    status, most = answer.status_code, fetch.manners.limits.redirects
    onward = next_step(step, status, answer.headers.get("location"), fetch.key)
    if onward.url in fetch.hops:
        raise refused(step.url, Refusal("http_error", "redirected in a circle"), status)
    if len(fetch.hops) > most:
        raise refused(step.url, Refusal("http_error", f"redirected more than {most} times"), status)
    return onward


def _page(answer: httpx.Response, step: Step, fetch: _Fetch) -> Page:
    """Return the page of a final answer; FetchError unless it is whole and the page that was asked for."""
    status, manners = answer.status_code, fetch.manners
    if status == 304 and fetch.conditions_at(step.url) is not None:
        return _made(answer, b"", step, fetch, "not_modified")
    part = step.byte_range if status == 206 else None
    body = whole_body(answer, step.url, manners) if status in {200, 203} or part else beginning(answer)
    if part:
        refusal = refusal_of_range(part, answer.headers.get("content-range"), len(body))
    else:
        signs = WallSigns(manners.wall_headers, manners.wall_markers)
        refusal = refusal_of_status(status, answer.headers, body, signs)
    refusal = refusal or refusal_of_end(fetch.hops[0], step.url)
    if refusal is None and not body.strip():
        refusal = Refusal("empty", "the page is empty")
    if refusal is not None:
        raise refused_by(answer.headers, step.url, refusal, status)
    return _made(answer, body, step, fetch, "ok")


def _made(answer: httpx.Response, body: bytes, step: Step, fetch: _Fetch, outcome: str) -> Page:
    """Return an answer as a page."""
    return Page(
        body=body,
        retrieved_at=datetime.now(UTC),
        url=without_key(fetch.request.url, fetch.key),
        final_url=step.url,
        hops=tuple(fetch.hops),
        status=answer.status_code,
        content_type=answer.headers.get("content-type"),
        outcome=outcome,
        headers=tuple((name, value) for name, value in answer.headers.items() if name != "set-cookie"),
        length_known=is_framed(answer) or not body,
        attempts=fetch.attempts,
    )


def _rules(answer: httpx.Response, step: Step, fetch: _Fetch) -> RobotsAnswer:
    """Return what an answer says about robots; FetchError where a server asks for a wait, or the rules are cut."""
    status = answer.status_code
    if status == 429 or status >= 500:
        raise refused_by(answer.headers, step.url, Refusal("http_error", f"the server answered {status}", True), status)
    body = leading_part(answer, step.url, RULES_BYTES) if 200 <= status < 300 else b""
    return RobotsAnswer(status, body, answer.headers.get("content-type"))


def _patience(fetch: _Fetch) -> Callable[[Exception], bool | float]:
    """Return the rule that says whether to try again after an error."""
    manners = fetch.manners

    def wait(error: Exception) -> bool | float:
        if not isinstance(error, FetchError) or not fetch.deadline.remaining or not _may_pass(error, manners):
            return False
        if isinstance(error, Throttled) and manners.honour_retry_after:
            # A wait that is short enough is waited for at the gate, with all who ask this host.
            return _AT_THE_GATE if error.retry_after <= manners.longest_wait_seconds else False
        return True

    return wait


def _may_pass(error: FetchError, manners: Manners) -> bool:
    """Return whether another try within this fetch may help."""
    if error.outcome == "empty" and error.status == 200:
        return "empty_body" in manners.retry_on
    if error.outcome == "too_slow":
        return "timeout" in manners.retry_on
    if error.outcome in {"http_error", "rate_limited"} and error.status is not None:
        return error.status in manners.retry_on
    return error.outcome in {"cut", "http_error"} and error.retryable
