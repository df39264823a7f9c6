"""What goes wrong on the way to a page, as FetchErrors with an outcome."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import httpcore
import httpx

from verifier.errors import FetchError
from verifier.harvest.addresses import BlockedAddress, UnknownHost, UnresolvedInTime
from verifier.harvest.answers import Refusal, seconds_to_wait
from verifier.harvest.decoding import BadCoding, BoundedBody, CutBody, TooLarge
from verifier.harvest.politeness import HostDeferred
from verifier.harvest.transport import OutOfTime

_LATE = (OutOfTime, UnresolvedInTime, httpcore.TimeoutException)
_FARTHEST = 366 * 86_400.0  # seconds; a wait for years is nonsense and overflows a date
_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError)
_WAY_ERRORS = (
    *_LATE,
    *_BROKEN,
    BlockedAddress,
    UnknownHost,
    httpcore.UnsupportedProtocol,
    httpx.InvalidURL,
    httpx.HTTPError,
    ValueError,
)
BODY_ERRORS = (*_LATE, *_BROKEN, TooLarge, BadCoding, CutBody)


class Throttled(FetchError):
    """The server asks to be left alone for ``retry_after`` seconds."""

    def __init__(self, message: str, *, url: str, outcome: str, status: int | None, retry_after: float) -> None:
        at = datetime.now(UTC) + timedelta(seconds=min(retry_after, _FARTHEST))
        super().__init__(message, url=url, outcome=outcome, status=status, retryable=True, next_attempt_at=at)
        self.retry_after = retry_after


def refused(url: str, refusal: Refusal, status: int | None = None) -> FetchError:
    """Return the error of a refused answer."""
    return FetchError(refusal.reason, url=url, outcome=refusal.outcome, status=status, retryable=refusal.retryable)


def refused_by(headers: Mapping[str, str], url: str, refusal: Refusal, status: int) -> FetchError:
    """Return the error of a refused answer; Throttled where the server says when it may be asked again."""
    asked = seconds_to_wait(headers.get("retry-after"), datetime.now(UTC)) if refusal.retryable else None
    if asked is None:
        return refused(url, refusal, status)
    reason = f"{refusal.reason}; it asks to wait {asked:.0f} s"
    return Throttled(reason, url=url, outcome=refusal.outcome, status=status, retry_after=asked)


def deferred(url: str, wait: HostDeferred) -> FetchError:
    """Return the error of an address whose host is not to be asked for now."""
    return Throttled(str(wait), url=url, outcome="rate_limited", status=None, retry_after=wait.seconds)


def _is_tls(error: BaseException | None) -> bool:
    """Return whether an error comes from TLS, at whatever remove."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None


def _refusal_of(error: Exception) -> Refusal:
    """Return what a failure before the answer's head amounts to."""
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    if isinstance(error, BlockedAddress):
        return Refusal("blocked_address", reason)
    if isinstance(error, _LATE):
        return Refusal("too_slow", f"no answer in time ({reason})", retryable=True)
    if _is_tls(error):
        return Refusal("tls_error", f"no trustworthy encrypted connection ({reason})")
    if isinstance(error, httpcore.UnsupportedProtocol | httpx.InvalidURL | httpx.HTTPError | ValueError):
        return Refusal("blocked_address", f"not a web address ({reason})")
    return Refusal("http_error", f"no usable answer ({reason})", retryable=True)


@contextmanager
def asking(url: str) -> Iterator[None]:
    """Turn what fails before the answer's head is there into a FetchError."""
    try:
        yield
    except _WAY_ERRORS as error:
        raise refused(url, _refusal_of(error)) from error


def _refusal_of_body(error: Exception, received: int) -> Refusal:
    """Return what a failure inside a body amounts to; an error names the bytes that had come."""
    if isinstance(error, TooLarge):
        return Refusal("too_large", f"the page is too large: {error}")
    if isinstance(error, BadCoding):
        return Refusal("undecodable", f"the page is {error}")
    if isinstance(error, _LATE):
        return Refusal("too_slow", f"too slow: {received:,} bytes, then the time was over ({error})", retryable=True)
    return Refusal("cut", f"the page was cut after {received:,} bytes: {str(error)[:200]}", retryable=True)


@contextmanager
def reading(url: str, body: BoundedBody, status: int) -> Iterator[None]:
    """Turn what fails while *body* is read into a FetchError."""
    try:
        yield
    except BODY_ERRORS as error:
        raise refused(url, _refusal_of_body(error, body.received), status) from error
