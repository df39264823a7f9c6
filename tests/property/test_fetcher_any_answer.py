"""Whatever a server sends, there is a whole page or an outcome, in time, and no other error."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import pytest
from hostile.server import HostileServer, hostile_server
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier.errors import FetchError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import FetchLimits, Manners
from verifier.harvest.politeness import HostGate
from verifier.sources.connector import Request

OUTCOMES = set("cut empty wall soft_404 gone too_large too_slow http_error rate_limited undecodable".split()) | {
    "blocked_address"
}
LIMITS = FetchLimits(total_seconds=1, connect_seconds=0.5, read_seconds=0.3, max_bytes=5_000, attempts=1)
BODY = b"<html><body>HEAD words TAIL</body></html>"
ENCODED = st.sampled_from([BODY, gzip.compress(BODY), zlib.compress(BODY), b"29\r\n" + BODY + b"\r\n0\r\n\r\n", b""])
NAMES = st.sampled_from(
    "Content-Length Content-Encoding Transfer-Encoding Location Content-Type Content-Range Retry-After ETag X".split()
)
VALUES = st.sampled_from(
    "0 5 41 -1 99999999999 gzip deflate br chunked identity text/html / /x //x http:// http://[ bytes soon".split()
) | st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=20)


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    """Run a server whose one page is given by each example."""
    with hostile_server() as running:
        yield running
        assert running.canary.hits == []


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """Draw an answer that looks like one, changed here and there."""
    status = draw(st.sampled_from("200 200 200 203 204 206 301 302 304 307 403 404 429 500 503 999 20 abc".split()))
    lines = [f"HTTP/1.1 {status} X"] + [f"{draw(NAMES)}: {draw(VALUES)}" for _ in range(draw(st.integers(0, 4)))]
    whole = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + draw(ENCODED)
    cut = draw(st.integers(0, len(whole))) if draw(st.booleans()) else len(whole)
    return whole[:cut] + draw(st.binary(max_size=8) if draw(st.booleans()) else st.just(b""))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers())
def test_any_answer(server: HostileServer, answer: bytes) -> None:
    """An answer is a page with a body that ends as it should, or a FetchError of one printable line."""
    server.own["/any"] = answer
    manners = Manners(LIMITS, gap_seconds=0, duration_factor=0)
    fetcher = Fetcher(manners, allow_private=frozenset({server.place}), gate=HostGate())
    refused, page = None, None
    try:
        page = fetcher.ask(Request(server.url("/any")))
    except FetchError as error:
        refused = error
    if refused is not None:
        assert refused.outcome in OUTCOMES
        assert refused.message.isprintable()
        assert refused.url.isprintable()
    if page is not None:
        assert page.status in {200, 203}
        assert page.body.strip()
        assert page.hops[0] == server.url("/any")
