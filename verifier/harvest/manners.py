"""How a source is asked: its limits, the gap between requests, what is tried again, who we say we are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from verifier.errors import UsageError
from verifier.sources.config import SourceBase

PRODUCT = "quote-verifier"  # the token that robots.txt may name
_PASSING = (408, 425, 429, 500, 502, 503, 504, "timeout")


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long one fetch may take, how large its page may be, how often it is tried."""

    total_seconds: float = 60.0  # for all attempts and redirects; waiting for a host's turn is not counted
    connect_seconds: float = 10.0
    read_seconds: float = 20.0  # of silence
    max_bytes: int = 20_000_000  # decompressed, and as received
    redirects: int = 5
    attempts: int = 2
    retry_wait_seconds: float = 1.0  # before the second attempt, doubled with each further one


@dataclass(frozen=True, slots=True)
class Manners:
    """How one source is asked.

    ``retry_on`` names statuses, "timeout" and "empty_body"; what was cut or broken off is always tried
    again. ``end_sign`` is what a whole page of the source ends with, for servers that state no length.
    """

    limits: FetchLimits = FetchLimits()
    gap_seconds: float = 0.5  # from the end of one request to a host to the begin of the next
    longest_gap_seconds: float = 10.0  # that a slow answer of the host makes of it
    duration_factor: float = 1.0  # the gap is at least so many times as long as the last answer took
    longest_wait_seconds: float = 30.0  # a host that asks for a longer wait is left to another run
    honour_retry_after: bool = True
    retry_on: frozenset[int | str] = frozenset(_PASSING)
    obey_robots: bool = False
    end_sign: bytes | None = None
    demands_end: bool = False  # an HTML document must be closed, also where its length was stated
    wall_headers: tuple[tuple[str, str], ...] = ()
    wall_markers: tuple[bytes, ...] = ()  # in lower case; they name a refusal more exactly, never make one


def manners_of(source: SourceBase) -> Manners:
    """Return how a configured source is asked."""
    seconds = source.limits.timeout_s
    body = getattr(source, "body", None)
    end_sign = body.end_sign if body is not None else None
    return Manners(
        limits=FetchLimits(
            total_seconds=seconds,
            connect_seconds=min(10.0, seconds),
            read_seconds=min(20.0, seconds),
            max_bytes=source.limits.max_bytes,
            attempts=source.retry.attempts,
        ),
        gap_seconds=1 / source.rate.per_host_rps,
        longest_wait_seconds=source.retry.max_wait_s,
        honour_retry_after=source.retry.honour_retry_after,
        retry_on=frozenset(source.retry.on),
        obey_robots=source.robots == "obey",
        end_sign=end_sign.encode() if end_sign else None,
        demands_end=True,
        wall_headers=tuple((name.lower(), value.lower()) for name, value in source.block_headers.items()),
        wall_markers=tuple(marker.lower().encode() for marker in source.block_markers),
    )


def user_agent(contact: str | None = None) -> str:
    """Return the User-Agent under which pages are asked for, with the contact where there is one."""
    name = f"{PRODUCT}/{version('quote-verifier')}"
    return f"{name} (+{contact})" if contact else name


def expect_contact(contact: str | None) -> str:
    """Return the contact that harvesting must name; UsageError, which says what to configure, without one.

    Sources are asked again and again, so whoever runs them must be able to reach whoever asks.
    """
    if contact is None or not contact.strip():
        raise UsageError(
            'harvesting needs somebody who can be reached: set contact = "mailto:…" (or a web address) under [network]'
        )
    if not contact.isprintable():
        raise UsageError("[network] contact must be one printable line")
    return contact.strip()
