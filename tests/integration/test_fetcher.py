"""The fetcher against a server that misbehaves: a page is whole, or there is an outcome and no page."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetching import LIMITS, error_of, fetcher_for
from hostile.framing import WHOLE
from hostile.server import HostileServer, hostile_server
from hostile.statuses import CANARY_FORMS
from hostile.wire import PAGE

from verifier.errors import FetchError


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    """Run the server; in the end its canary has seen nobody."""
    with hostile_server() as running:
        yield running
        assert running.canary.hits == []


@pytest.mark.parametrize("path", WHOLE)
def test_whole_pages(server: HostileServer, path: str) -> None:
    """However a page is framed and compressed, it comes whole, with its status and address (F10, F17)."""
    page = fetcher_for(server).fetch(server.url(path))
    assert page.body == PAGE
    assert (page.status, page.outcome, page.final_url) == (200, "ok", server.url(path))
    assert page.retrieved_at.utcoffset() is not None


@pytest.mark.parametrize(
    ("path", "outcome", "retryable"),
    [
        pytest.param("/slow/headers", "too_slow", True, id="F01 no answer"),
        pytest.param("/slow/drip", "too_slow", True, id="F02 body byte by byte"),
        pytest.param("/slow/stall", "too_slow", True, id="F03 silence inside the body"),
        pytest.param("/slow/drip-headers", "too_slow", True, id="F04 head byte by byte"),
        pytest.param("/trunc/length", "cut", True, id="F05 fewer bytes than promised"),
        pytest.param("/trunc/reset", "cut", True, id="F06 reset inside the body"),
        pytest.param("/trunc/chunked", "cut", True, id="F07 no last chunk"),
        pytest.param("/trunc/chunk-mid", "cut", True, id="F08 cut inside a chunk"),
        pytest.param("/trunc/gzip", "cut", True, id="F09 gzip without its trailer"),
        pytest.param("/trunc/gzip-last-member", "cut", True, id="F10 second gzip member cut"),
        pytest.param("/trunc/close-delimited", "cut", True, id="F11 no length and no end in sight"),
        pytest.param("/trunc/short-length", "cut", True, id="F12 more bytes than promised"),
        pytest.param("/trunc/short-length-slow", "cut", True, id="F12 more bytes than promised, later"),
        pytest.param("/trunc/dup-length", "http_error", True, id="F13 two lengths"),
        pytest.param("/trunc/bad-length", "http_error", True, id="F13 a length that is no number"),
        pytest.param("/trunc/empty", "empty", False, id="F14 nothing"),
        pytest.param("/trunc/blank", "empty", False, id="F14 white space"),
        pytest.param("/proto/garbage", "http_error", True, id="F15 not HTTP"),
        pytest.param("/proto/http09", "http_error", True, id="F15 a body without a head"),
        pytest.param("/proto/silent-close", "http_error", True, id="F16 closed without a word"),
        pytest.param("/proto/early-hints-flood", "http_error", True, id="F17 early hints without end"),
        pytest.param("/proto/switch", "http_error", True, id="F17 another protocol"),
        pytest.param("/trunc/bad-checksum", "undecodable", False, id="gzip checksum wrong"),
        pytest.param("/trunc/gzip-lie", "undecodable", False, id="not gzip at all"),
        pytest.param("/trunc/brotli", "undecodable", False, id="compression not asked for"),
        pytest.param("/bomb/gzip", "too_large", False, id="F20 gzip bomb"),
        pytest.param("/bomb/gzip-members", "too_large", False, id="F20 gzip bomb of many members"),
        pytest.param("/bomb/chunked", "too_large", False, id="F20 chunks without end"),
        pytest.param("/bomb/double-gzip", "undecodable", False, id="F21 compressed twice"),
        pytest.param("/big/body", "too_large", False, id="F23 endless body"),
        pytest.param("/big/promised", "too_large", False, id="F23 large by its own word"),
        pytest.param("/big/header", "http_error", True, id="F25 head of a megabyte"),
        pytest.param("/big/headers", "http_error", True, id="F26 twenty thousand headers"),
    ],
)
def test_bodies_that_are_no_pages(server: HostileServer, path: str, outcome: str, retryable: bool) -> None:
    """A body that is cut, too large, too late or not what its head says is an outcome, never a page."""
    began = time.monotonic()
    error = error_of(server, path)
    assert (error.outcome, error.retryable) == (outcome, retryable)
    assert time.monotonic() - began < LIMITS.total_seconds + 2
    assert len(server.asked(path)) == 1


def test_a_cut_body_names_its_bytes(server: HostileServer) -> None:
    """The error of a cut body says how many bytes came and how many were promised."""
    assert error_of(server, "/trunc/length").message == (
        f"the page was cut after {len(PAGE) // 2:,} bytes: peer closed connection without sending complete message body"
        f" (received {len(PAGE) // 2} bytes, expected {len(PAGE)})"
    )


def test_a_source_names_the_end_of_its_pages(server: HostileServer) -> None:
    """Where no length is stated, the source's own end sign decides in place of the usual one."""
    page = fetcher_for(server, end_sign=b"MR. BERG").fetch(server.url("/trunc/close-delimited"))
    assert PAGE.startswith(page.body)
    assert error_of(server, "/trunc/close-delimited-whole", end_sign=b"END OF BRIEFING").outcome == "cut"


@pytest.mark.parametrize(
    ("path", "known"),
    [
        pytest.param("/ok", True, id="stated"),
        pytest.param("/ok/chunked", True, id="in chunks"),
        pytest.param("/trunc/close-delimited-whole", False, id="F11 not stated"),
    ],
)
def test_a_page_says_whether_its_length_was_known(server: HostileServer, path: str, known: bool) -> None:
    """A page that only looks whole says so: it must not replace a longer one."""
    assert fetcher_for(server).fetch(server.url(path)).length_known is known


def test_a_long_line_is_whole_under_the_cap(server: HostileServer) -> None:
    """A line of ten megabytes comes whole where it may be so large, and is refused where not (F24)."""
    page = fetcher_for(server, max_bytes=20_000_000, total_seconds=10).fetch(server.url("/big/line"))
    assert len(page.body) > 10_000_000
    assert page.body.endswith(b"TAIL</p></div></main></body></html>")
    assert error_of(server, "/big/line").outcome == "too_large"


@pytest.mark.parametrize(
    ("path", "outcome", "status", "retryable"),
    [
        pytest.param("/status/403", "http_error", 403, False, id="F39 403"),
        pytest.param("/status/404", "gone", 404, False, id="F40 404"),
        pytest.param("/status/410", "gone", 410, False, id="F41 410"),
        pytest.param("/status/451", "http_error", 451, False, id="F42 451"),
        pytest.param("/status/204", "empty", 204, False, id="F43 204"),
        pytest.param("/status/206", "cut", 206, True, id="F44 206 unasked"),
        pytest.param("/status/404-wall", "wall", 404, False, id="F45 404 of a bot wall is not gone"),
        pytest.param("/status/400", "http_error", 400, False, id="400"),
        pytest.param("/status/401", "wall", 401, False, id="401"),
        pytest.param("/status/403-wall", "wall", 403, False, id="403 of a bot wall"),
        pytest.param("/status/304", "http_error", 304, False, id="C02 304 unasked"),
        pytest.param("/status/200-challenge", "wall", 200, False, id="200 with a challenge header"),
        pytest.param("/retry/429-day", "rate_limited", 429, True, id="429"),
        pytest.param("/retry/500-forever", "http_error", 500, True, id="500"),
    ],
)
def test_statuses(server: HostileServer, path: str, outcome: str, status: int, retryable: bool) -> None:
    """Every refusal has its outcome and keeps its status."""
    error = error_of(server, path)
    assert (error.outcome, error.status, error.retryable) == (outcome, status, retryable)


@pytest.mark.parametrize("path", ["/status/404-own-wall", "/status/200-own-challenge"])
def test_walls_that_only_a_source_knows(server: HostileServer, path: str) -> None:
    """A source's own signs of a wall, in words or headers, make a refusal a wall."""
    signs = {"wall_markers": (b"turnstile of the",), "wall_headers": (("x-harbour-gate", "closed"),)}
    assert error_of(server, path, **signs).outcome == "wall"


def test_a_stale_copy_keeps_its_age(server: HostileServer) -> None:
    """What a cache says about the age of its copy is kept with the page (F46)."""
    page = fetcher_for(server).fetch(server.url("/status/stale-cache"))
    assert (page.header("age"), page.header("warning")) == ("31536000", '110 - "Response is Stale"')


def test_redirects_are_followed_and_kept(server: HostileServer) -> None:
    """A redirect is followed; both addresses are kept, the fragment is not (F53)."""
    page = fetcher_for(server).fetch(server.url("/redirect/ok"))
    assert page.hops == (server.url("/redirect/ok"), server.url("/ok"))
    assert (page.url, page.final_url) == (server.url("/redirect/ok"), server.url("/ok"))


def test_five_redirects_are_enough(server: HostileServer) -> None:
    """Five redirects are followed, a sixth is not; the addresses passed are told (F51)."""
    assert fetcher_for(server).fetch(server.url("/redirect/chain/5")).body == PAGE
    error = error_of(server, "/redirect/chain/6")
    assert (error.outcome, error.status) == ("http_error", 302)
    assert error.hops == tuple(server.url(f"/redirect/chain/{number}") for number in range(6, 0, -1))


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        pytest.param("/redirect/loop", "http_error", id="F50 in a circle"),
        pytest.param("/redirect/self", "http_error", id="F50 to itself"),
        pytest.param("/redirect/none", "http_error", id="F52 to nowhere"),
        pytest.param("/redirect/home", "soft_404", id="F54 to the front page"),
        pytest.param("/redirect/login", "wall", id="F55 to a log-in page"),
        pytest.param("/redirect/file", "blocked_address", id="S12 to a file"),
        pytest.param("/redirect/ftp", "blocked_address", id="S12 to another protocol"),
        pytest.param("/redirect/script", "blocked_address", id="S12 to a script"),
        pytest.param("/redirect/data", "blocked_address", id="S12 to a page in the address"),
    ],
)
def test_redirects_that_lead_astray(server: HostileServer, path: str, outcome: str) -> None:
    """A redirect that does not lead to the page is an outcome."""
    assert error_of(server, path).outcome == outcome


def test_a_redirect_cannot_add_headers(server: HostileServer) -> None:
    """An address with a tab in it stays one address."""
    error_of(server, "/redirect/split")
    assert all(hit.asked.headers["host"] == server.place for hit in server.log)


@pytest.mark.parametrize("form", CANARY_FORMS)
def test_private_addresses_are_never_reached(server: HostileServer, form: str) -> None:
    """No spelling of a private address is asked, directly or by redirect, but the one that was allowed (S01-S11)."""
    port = server.canary.place.rpartition(":")[2]
    direct = CANARY_FORMS[form].format(port=port, allowed=server.place) + "/secrets"
    for url in (direct, server.url(f"/redirect/{form}")):
        with pytest.raises(FetchError) as caught:
            fetcher_for(server).fetch(url)
        assert caught.value.outcome == "blocked_address"
    assert server.canary.hits == []


@pytest.mark.parametrize("path", ["/redirect/meta-refresh", "/html/subresources"])
def test_pages_are_not_followed(server: HostileServer, path: str) -> None:
    """What a page points to, by refresh or inside it, is not asked for (S13, S14)."""
    before = len(server.log)
    assert fetcher_for(server).fetch(server.url(path)).status == 200
    assert len(server.log) == before + 1
    assert server.canary.hits == []


def test_the_environment_is_not_used(server: HostileServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A proxy or .netrc of the environment neither carries nor signs a request."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login someone password something\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert urllib.request.getproxies()
    assert fetcher_for(server).fetch(server.url("/ok")).body == PAGE
    assert "authorization" not in server.log[-1].asked.headers


def test_requests_say_who_asks(server: HostileServer) -> None:
    """The User-Agent carries the contact, and only codings that can be checked are asked for."""
    fetcher_for(server).fetch(server.url("/ok"))
    headers = server.log[-1].asked.headers
    assert headers["user-agent"].startswith("quote-verifier/")
    assert headers["user-agent"].endswith(" (+desk@example.org)")
    assert headers["accept-encoding"] == "gzip, identity"


def test_the_server_lists_its_behaviours(server: HostileServer) -> None:
    """A list page and a feed name every behaviour, for tests that walk them."""
    for path in ("/listing", "/feed.xml"):
        page = fetcher_for(server).fetch(server.url(path))
        assert all(behaviour.encode() in page.body for behaviour in WHOLE)
