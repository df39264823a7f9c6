"""One page from the web: the only home of httpx, behind ``Fetcher.fetch``.

A page is whole or it is not a page: cut, walled, too large, too late and blocked answers raise
FetchError with an outcome. Nothing of the environment (proxies, .netrc) is used.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

import httpx
import stamina

from verifier.errors import FetchError
from verifier.harvest.addresses import AddressLaw, target_of
from verifier.harvest.answers import Refusal, ends_as_it_should, refusal_of_end, refusal_of_status
from verifier.harvest.decoding import BoundedBody, CutBody, TooLarge
from verifier.harvest.failures import BODY_ERRORS, LONGEST_WAIT, Throttled, asking, reading, refused, refused_by
from verifier.harvest.transport import Deadline, PinnedTransport, TimedStream
from verifier.model.page import Page

ACCEPT_ARTICLE = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"
ACCEPT_FEED = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSAL_BYTES = 65_536  # of a refusal's body, read to tell a wall
# What a retry tells belongs into the error that is raised in the end, not onto standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long one fetch may take, how large its page may be, how often it is tried."""

    total_seconds: float = 60.0  # for all of it: names, redirects, waits and attempts
    connect_seconds: float = 10.0
    read_seconds: float = 20.0  # of silence
    max_bytes: int = 20_000_000  # decompressed, and as received
    redirects: int = 5
    attempts: int = 2
    retry_wait_seconds: float = 1.0  # before the second attempt, doubled with each further one


def user_agent(contact: str | None = None) -> str:
    """Return the User-Agent under which pages are asked for, with the contact where there is one."""
    name = f"quote-verifier/{version('quote-verifier')}"
    return f"{name} (+{contact})" if contact else name


class Fetcher:
    """Fetches single pages under limits; ``allow_private`` names exceptions from the address law as "host:port"."""

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        allow_private: frozenset[str] = frozenset(),
        contact: str | None = None,
        law: AddressLaw | None = None,
    ) -> None:
        self.limits = limits or FetchLimits()
        self.user_agent = user_agent(contact)
        self._law = law or AddressLaw(allow_private)
        self._context = httpx.create_ssl_context(trust_env=False)

    def fetch(self, url: str, *, accept: str = ACCEPT_ARTICLE) -> Page:
        """Return the page at *url*, whole, with every address passed on the way.

        Raises FetchError with the outcome, the status where there was one, and whether a later try
        may help; after ``limits.attempts`` tries of what may help.
        """
        deadline = Deadline(self.limits.total_seconds)
        tries = stamina.retry_context(
            on=_patience(deadline),
            attempts=self.limits.attempts,
            timeout=self.limits.total_seconds,
            wait_initial=self.limits.retry_wait_seconds,
            wait_max=LONGEST_WAIT,
            wait_jitter=self.limits.retry_wait_seconds / 4,
        )
        for attempt in tries:
            with attempt:
                return self._try(url, accept, deadline)
        raise AssertionError("stamina re-raises the last error")

    def _try(self, url: str, accept: str, deadline: Deadline) -> Page:
        """Return the page at *url* by one attempt through all its redirects."""
        hops: list[str] = []
        with httpx.Client(
            transport=PinnedTransport(self._law, deadline, self._context), trust_env=False, follow_redirects=False
        ) as client:
            here = url.strip().partition("#")[0]
            while True:
                hops.append(here)
                answer = self._ask(client, here, accept)
                try:
                    onward = self._onward(answer, here, hops)
                    if onward is None:
                        return self._page(answer, url, here, tuple(hops))
                finally:
                    answer.close()
                here = onward

    def _ask(self, client: httpx.Client, url: str, accept: str) -> httpx.Response:
        """Return the head of the answer for one hop; FetchError where the address is blocked or nothing answers."""
        limits = self.limits
        headers = {
            "User-Agent": self.user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, identity",
            "Connection": "close",
        }
        waits = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        with asking(url):
            self._law.expect_allowed(target_of(url))
            return client.send(client.build_request("GET", url, headers=headers, timeout=waits), stream=True)

    def _onward(self, answer: httpx.Response, here: str, hops: list[str]) -> str | None:
        """Return where a redirect leads, or None for an answer that is none."""
        if answer.status_code not in _REDIRECTS:
            return None
        status, location = answer.status_code, answer.headers.get("location")
        if not location:
            raise refused(here, Refusal("http_error", "redirected to nowhere"), status)
        with asking(here):
            onward = str(httpx.URL(here).join(location).copy_with(fragment=None))
        if onward in hops:
            raise refused(here, Refusal("http_error", "redirected in a circle"), status)
        if len(hops) > self.limits.redirects:
            reason = f"redirected more than {self.limits.redirects} times"
            raise refused(here, Refusal("http_error", reason), status)
        return onward

    def _page(self, answer: httpx.Response, url: str, here: str, hops: tuple[str, ...]) -> Page:
        """Return the page of a final answer; FetchError unless it is whole and the page that was asked for."""
        status = answer.status_code
        body = self._body(answer, here) if status in {200, 203} else _beginning(answer)
        refusal = refusal_of_status(status, answer.headers, body) or refusal_of_end(hops[0], here)
        if refusal is None and not body.strip():
            refusal = Refusal("empty", "the page is empty")
        if refusal is not None:
            raise refused_by(answer.headers, here, refusal, status)
        headers = tuple((name, value) for name, value in answer.headers.items() if name != "set-cookie")
        kind = answer.headers.get("content-type")
        return Page(body, datetime.now(UTC), url, here, hops, status, kind, headers=headers)

    def _body(self, answer: httpx.Response, url: str) -> bytes:
        """Return the decoded body, proven whole."""
        body = BoundedBody(_coding_of(answer), self.limits.max_bytes)
        with reading(url, body, answer.status_code):
            promised = answer.headers.get("content-length", "")
            if promised.isdecimal() and int(promised) > self.limits.max_bytes:
                raise TooLarge(f"{int(promised):,} bytes are promised, {self.limits.max_bytes:,} allowed")
            last = b""
            for chunk in answer.iter_raw():
                body.feed(chunk)
                last = (last + chunk)[-64:]
            whole = body.finish()
            _expect_whole(answer, whole, last, compressed=body.coding != "identity")
        return whole


def _coding_of(answer: httpx.Response) -> str:
    """Return the content coding of an answer, "identity" where there is none."""
    named = (one.strip().lower() for one in answer.headers.get("content-encoding", "").split(","))
    return ",".join(one.removeprefix("x-") for one in named if one not in {"", "identity"}) or "identity"


def _beginning(answer: httpx.Response) -> bytes:
    """Return the first bytes of a refusal, as far as they come undisturbed."""
    body = BoundedBody(_coding_of(answer), _REFUSAL_BYTES)
    with suppress(*BODY_ERRORS):
        for chunk in answer.iter_raw():
            body.feed(chunk)
    return body.so_far()


def _expect_whole(answer: httpx.Response, whole: bytes, last: bytes, *, compressed: bool) -> None:
    """Raise CutBody where the framing promised less than was sent, or promised nothing and no end is seen."""
    framed = "content-length" in answer.headers or "chunked" in answer.headers.get("transfer-encoding", "").lower()
    if not framed and not compressed and not ends_as_it_should(whole):
        raise CutBody(f"no length was stated, and after {len(whole):,} bytes there is no sign of its end")
    stream = answer.extensions.get("network_stream")
    timed = stream.get_extra_info("timed_stream") if stream is not None else None
    if "content-length" in answer.headers and isinstance(timed, TimedStream):
        shown = min(len(last), len(timed.tail))
        if shown and timed.tail[-shown:] != last[-shown:]:
            raise CutBody(f"more was sent than the {len(last)} bytes that the header promised")


def _patience(deadline: Deadline) -> Callable[[Exception], bool | float]:
    """Return the rule that says whether, or after how many seconds, to try again after an error."""

    def wait(error: Exception) -> bool | float:
        if isinstance(error, Throttled):
            return error.retry_after if error.retryable and error.retry_after < deadline.remaining else False
        return isinstance(error, FetchError) and error.retryable

    return wait
