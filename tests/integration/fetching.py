"""Fetchers for tests: of one server on loopback, with every wait scaled down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hostile.server import HostileServer

from verifier.errors import FetchError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import FetchLimits, Manners
from verifier.harvest.politeness import HostGate
from verifier.sources.connector import Request

LIMITS = FetchLimits(
    total_seconds=1.2, connect_seconds=0.5, read_seconds=0.4, max_bytes=200_000, attempts=1, retry_wait_seconds=0.05
)
MANNERS = Manners(LIMITS, gap_seconds=0, duration_factor=0, longest_wait_seconds=3)


def manners_with(**values: Any) -> Manners:
    """Return the scaled manners with other values, those of the limits included."""
    limits = {name: values.pop(name) for name in tuple(values) if name in FetchLimits.__slots__}
    return replace(MANNERS, limits=replace(LIMITS, **limits), **values)


def fetcher_for(server: HostileServer, **values: Any) -> Fetcher:
    """Return a fetcher that may ask *server* and no other private place, with a gate of its own."""
    allowed = frozenset({server.place})
    return Fetcher(manners_with(**values), allow_private=allowed, contact="desk@example.org", gate=HostGate())


def error_of(server: HostileServer, path: str, **values: Any) -> FetchError:
    """Return the error that fetching *path* raises."""
    return refusal(fetcher_for(server, **values), Request(server.url(path)))


def refusal(fetcher: Fetcher, request: Request, **named: Any) -> FetchError:
    """Return the error that *request* raises, whose message is one line."""
    with pytest.raises(FetchError) as caught:
        fetcher.ask(request, **named)
    assert "\n" not in caught.value.message
    return caught.value
