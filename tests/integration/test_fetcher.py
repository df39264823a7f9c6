"""The fetcher against a server that misbehaves: a page is whole, or there is an outcome and no page."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_server import PAGE, HostileServer, hostile_server

from verifier.errors import FetchError
from verifier.harvest.addresses import AddressLaw
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import FetchLimits, Manners
from verifier.harvest.politeness import HostGate

LIMITS = FetchLimits(
    total_seconds=1.2, connect_seconds=0.5, read_seconds=0.4, max_bytes=200_000, attempts=1, retry_wait_seconds=0.05
)


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    with hostile_server() as running:
        yield running


@pytest.fixture(scope="module")
def canary() -> Iterator[HostileServer]:
    with hostile_server() as running:
        yield running


def fetcher_for(server: HostileServer, **limits: float) -> Fetcher:
    """Return a fetcher that may ask *server* and no other private place."""
    values = {name: getattr(LIMITS, name) for name in LIMITS.__slots__} | limits
    manners = Manners(FetchLimits(**values), gap_seconds=0, duration_factor=0)
    allowed = frozenset({server.place})
    return Fetcher(manners, allow_private=allowed, contact="desk@example.org", gate=HostGate())


def error_of(server: HostileServer, path: str, **limits: float) -> FetchError:
    """Return the error that fetching *path* raises."""
    with pytest.raises(FetchError) as caught:
        fetcher_for(server, **limits).fetch(server.url(path))
    assert "\n" not in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    "path",
    "/ok /early-hints /chunked /gzip /gzip-members /gzip-padded /deflate /raw-deflate /no-length".split(),
)
def test_whole_pages(server: HostileServer, path: str) -> None:
    """However a page is framed and compressed, it comes whole, with its status and address."""
    page = fetcher_for(server).fetch(server.url(path))
    assert page.body == PAGE
    assert (page.status, page.outcome, page.final_url) == (200, "ok", server.url(path))
    assert page.retrieved_at.utcoffset() is not None


@pytest.mark.parametrize(
    ("path", "outcome", "retryable"),
    [
        pytest.param("/cut-length", "cut", True, id="fewer bytes than promised"),
        pytest.param("/short-length", "cut", True, id="more bytes than promised"),
        pytest.param("/cut-chunks", "cut", True, id="no last chunk"),
        pytest.param("/cut-in-chunk", "cut", True, id="cut inside a chunk"),
        pytest.param("/cut-no-length", "cut", True, id="no length and no end in sight"),
        pytest.param("/cut-gzip", "cut", True, id="gzip without its trailer"),
        pytest.param("/cut-member", "cut", True, id="second gzip member cut"),
        pytest.param("/bad-checksum", "undecodable", False, id="gzip checksum wrong"),
        pytest.param("/gzip-lie", "undecodable", False, id="not gzip at all"),
        pytest.param("/brotli", "undecodable", False, id="compression not asked for"),
        pytest.param("/double-gzip", "undecodable", False, id="compressed twice"),
        pytest.param("/bomb", "too_large", False, id="gzip bomb"),
        pytest.param("/promised-large", "too_large", False, id="large by its own word"),
        pytest.param("/endless", "too_large", False, id="endless body"),
        pytest.param("/drip", "too_slow", True, id="body byte by byte"),
        pytest.param("/drip-head", "too_slow", True, id="head byte by byte"),
        pytest.param("/stall", "too_slow", True, id="silence inside the body"),
        pytest.param("/silent", "too_slow", True, id="no answer"),
        pytest.param("/garbage", "http_error", True, id="not HTTP"),
        pytest.param("/closed", "http_error", True, id="closed without a word"),
        pytest.param("/two-lengths", "http_error", True, id="two lengths"),
        pytest.param("/large-head", "http_error", True, id="head of a megabyte"),
    ],
)
def test_bodies_that_are_no_pages(server: HostileServer, path: str, outcome: str, retryable: bool) -> None:
    """A body that is cut, too large, too late or not what its head says is an outcome, never a page."""
    began = time.monotonic()
    error = error_of(server, path)
    assert (error.outcome, error.retryable) == (outcome, retryable)
    assert time.monotonic() - began < LIMITS.total_seconds + 3


@pytest.mark.parametrize(
    ("path", "outcome", "status", "retryable"),
    [
        pytest.param("/204", "empty", 204, False, id="204"),
        pytest.param("/206", "cut", 206, True, id="206 unasked"),
        pytest.param("/304", "http_error", 304, False, id="304 unasked"),
        pytest.param("/401", "wall", 401, False, id="401"),
        pytest.param("/403", "http_error", 403, False, id="403"),
        pytest.param("/403-wall", "wall", 403, False, id="403 of a bot wall"),
        pytest.param("/404", "gone", 404, False, id="404"),
        pytest.param("/404-wall", "wall", 404, False, id="404 of a bot wall is not gone"),
        pytest.param("/410", "gone", 410, False, id="410"),
        pytest.param("/429-day", "rate_limited", 429, True, id="429 for a day is for another run"),
        pytest.param("/451", "http_error", 451, False, id="451"),
        pytest.param("/503-for-ever", "http_error", 503, True, id="503 with a nonsense wait"),
        pytest.param("/200-challenge", "wall", 200, False, id="200 with a challenge header"),
        pytest.param("/empty", "empty", 200, False, id="200 without a body"),
    ],
)
def test_statuses(server: HostileServer, path: str, outcome: str, status: int, retryable: bool) -> None:
    """Every refusal has its outcome and keeps its status."""
    error = error_of(server, path)
    assert (error.outcome, error.status, error.retryable) == (outcome, status, retryable)


def test_redirects_are_followed_and_kept(server: HostileServer) -> None:
    """A redirect is followed; both addresses are kept, the fragment is not."""
    page = fetcher_for(server).fetch(server.url("/redirect/ok"))
    assert page.hops == (server.url("/redirect/ok"), server.url("/ok"))
    assert (page.url, page.final_url) == (server.url("/redirect/ok"), server.url("/ok"))


def test_five_redirects_are_enough(server: HostileServer) -> None:
    """Five redirects are followed, a sixth is not."""
    assert fetcher_for(server).fetch(server.url("/redirect/chain/5")).body == PAGE
    assert error_of(server, "/redirect/chain/6").outcome == "http_error"


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        pytest.param("/redirect/loop", "http_error", id="in a circle"),
        pytest.param("/redirect/nowhere", "http_error", id="to nowhere"),
        pytest.param("/redirect/file", "blocked_address", id="to a file"),
        pytest.param("/redirect/script", "blocked_address", id="to a script"),
        pytest.param("/redirect/home", "soft_404", id="to the front page"),
        pytest.param("/redirect/closed-door", "wall", id="to a log-in page"),
    ],
)
def test_redirects_that_lead_astray(server: HostileServer, path: str, outcome: str) -> None:
    """A redirect that does not lead to the page is an outcome."""
    assert error_of(server, path).outcome == outcome


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("http://127.0.0.1:{port}/", id="another port"),
        pytest.param("http://127.1:{port}/", id="short form"),
        pytest.param("http://2130706433:{port}/", id="one number"),
        pytest.param("http://0x7f.0.0.1:{port}/", id="hexadecimal"),
        pytest.param("http://0177.0.0.1:{port}/", id="octal"),
        pytest.param("http://[::ffff:127.0.0.1]:{port}/", id="IPv4 inside IPv6"),
        pytest.param("http://[::1]:{port}/", id="IPv6 loopback"),
        pytest.param("http://0.0.0.0:{port}/", id="this host"),
        pytest.param("http://localhost:{port}/", id="a name for it"),
        pytest.param("http://127.0.0.1.:{port}/", id="trailing dot"),
        pytest.param("http://{allowed}@127.0.0.1:{port}/", id="allowed place as user name"),
        pytest.param("//127.0.0.1:{port}/", id="without scheme"),
    ],
)
def test_private_addresses_are_never_reached(server: HostileServer, canary: HostileServer, spelling: str) -> None:
    """No spelling of a private address is asked, directly or by redirect, but the one that was allowed."""
    address = spelling.format(port=canary.port, allowed=server.place)
    server.redirect_to = address
    for url in (address, server.url("/redirect/away")):
        with pytest.raises(FetchError) as caught:
            fetcher_for(server).fetch(url)
        assert caught.value.outcome == "blocked_address"
    assert canary.asked == []


def test_a_name_that_leads_inside_is_refused(canary: HostileServer) -> None:
    """The address is judged as resolved: a public name for a private place, or for both, is refused."""
    for addresses in (["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["fe80::1%eth0"], ["64:ff9b::7f00:1"]):
        law = AddressLaw(resolve=lambda *_, found=addresses: found)
        with pytest.raises(FetchError) as caught:
            Fetcher(Manners(LIMITS), law=law).fetch("http://rebinding.example/")
        assert caught.value.outcome == "blocked_address"
    assert canary.asked == []


def test_the_environment_is_not_used(server: HostileServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A proxy or .netrc of the environment neither carries nor signs a request."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login someone password something\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert urllib.request.getproxies()
    assert fetcher_for(server).fetch(server.url("/ok")).body == PAGE
    assert b"authorization" not in server.requests[-1].lower()


def test_requests_say_who_asks(server: HostileServer) -> None:
    """The User-Agent carries the contact, and only codings that can be checked are asked for."""
    fetcher_for(server).fetch(server.url("/ok"))
    request = server.requests[-1].decode().lower()
    assert "user-agent: quote-verifier/" in request
    assert "(+desk@example.org)" in request
    assert "accept-encoding: gzip, identity" in request


@pytest.mark.parametrize("fault", ["500", "429", "cut", "closed"])
def test_a_second_attempt(server: HostileServer, fault: str) -> None:
    """What may pass is tried again, after the time that the server asks for."""
    path = f"/then-good/{fault}"
    assert fetcher_for(server, attempts=2, total_seconds=4.0).fetch(server.url(path)).body == PAGE
    times = [when for asked, when in server.asked if asked == path]
    assert len(times) == 2
    assert times[1] - times[0] >= (1.0 if fault == "429" else 0.05)


def test_what_cannot_pass_is_not_tried_again(server: HostileServer) -> None:
    """A 403 is asked for once."""
    error_of(server, "/403", attempts=3)
    assert [path for path, _ in server.asked].count("/403") <= 2  # once here, once in the table above


def test_plain_http_behind_https(server: HostileServer) -> None:
    """A server that speaks no TLS where https was asked for is a TLS error."""
    with pytest.raises(FetchError) as caught:
        fetcher_for(server).fetch(f"https://{server.place}/ok")
    assert caught.value.outcome == "tls_error"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate for this test")
def test_untrusted_certificate(tmp_path: Path) -> None:
    """A certificate that nobody trusts is a TLS error."""
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    make = f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 1 -subj /CN=localhost"
    subprocess.run(make.split(), check=True, capture_output=True)
    with hostile_server() as free:
        port = free.port
    serve = f"openssl s_server -quiet -accept 127.0.0.1:{port} -key {key} -cert {certificate} -www"
    running = subprocess.Popen(serve.split(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.4)
        with pytest.raises(FetchError) as caught:
            Fetcher(Manners(LIMITS), allow_private=frozenset({f"127.0.0.1:{port}"})).fetch(f"https://127.0.0.1:{port}/")
        assert caught.value.outcome == "tls_error"
    finally:
        running.terminate()
        running.wait()
