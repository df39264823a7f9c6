"""Asking as a source wants it: methods and headers, parts, only what changed, and keys that never show."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator

import pytest
from fetching import fetcher_for, refusal
from hostile.server import HostileServer, hostile_server
from hostile.statuses import ETAG, MODIFIED
from hostile.wire import PAGE, redirect

from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import Manners
from verifier.harvest.politeness import HostGate
from verifier.harvest.steps import Conditions
from verifier.model.page import Page
from verifier.sources.connector import Request

KEY = "s3cret/key+of=harbour"
SPELLINGS = (KEY, "s3cret%2Fkey%2Bof%3Dharbour", "s3cret/key%2Bof%3Dharbour")


@pytest.fixture
def server() -> Iterator[HostileServer]:
    """Run a server for one test."""
    with hostile_server() as running:
        yield running


@pytest.fixture
def other() -> Iterator[HostileServer]:
    """Run a second one: another host."""
    with hostile_server() as running:
        yield running


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    """Put the key into the environment."""
    monkeypatch.setenv("HARBOUR_KEY", KEY)
    return KEY


def told(text: str) -> bool:
    """Return whether *text* holds the key in any spelling."""
    return any(form in text for form in SPELLINGS)


def test_a_search_by_post(server: HostileServer) -> None:
    """A POST carries its body and type, the headers of the source, and what it accepts."""
    request = Request(
        server.url("/echo?a=1#part"),
        method="POST",
        body=b'{"query": "harbour"}',
        content_type="application/json",
        accept="application/json",
        headers=(("X-Requested-With", "XMLHttpRequest"), ("User-Agent", "browser"), ("Accept-Encoding", "br")),
    )
    page = fetcher_for(server).ask(request)
    asked = server.log[-1].asked
    assert (asked.method, asked.path, asked.query, asked.body) == ("POST", "/echo", "a=1", b'{"query": "harbour"}')
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["x-requested-with"] == "XMLHttpRequest"
    assert asked.headers["user-agent"].startswith("quote-verifier/")
    assert asked.headers["accept-encoding"] == "gzip, identity"
    assert page.final_url == server.url("/echo?a=1")


@pytest.mark.parametrize(
    ("path", "method", "body"),
    [
        pytest.param("/redirect/see-other", "GET", b"", id="303"),
        pytest.param("/redirect/same-method", "POST", b"q=harbour", id="307"),
    ],
)
def test_what_a_redirect_makes_of_a_post(server: HostileServer, path: str, method: str, body: bytes) -> None:
    """A POST becomes a GET, but where the status says that it stays one."""
    fetcher_for(server).ask(Request(server.url(path), method="POST", body=b"q=harbour", content_type="text/plain"))
    assert (server.log[-1].asked.method, server.log[-1].asked.body) == (method, body)


def test_headers_with_line_ends_are_refused(server: HostileServer) -> None:
    """A header cannot smuggle in another one."""
    error = refusal(fetcher_for(server), Request(server.url("/ok"), headers=(("X-A", "b\r\nX-C: d"),)))
    assert error.outcome == "http_error"
    assert server.log == []


def test_a_part(server: HostileServer) -> None:
    """A part that was asked for is a page with status 206, uncompressed, with where it lies in the whole."""
    page = fetcher_for(server).ask(Request(server.url("/range/ok"), byte_range=(10, 59)))
    assert (page.body, page.status, page.outcome) == (PAGE[10:60], 206, "ok")
    assert page.header("content-range") == f"bytes 10-59/{len(PAGE)}"
    assert server.log[-1].asked.headers["accept-encoding"] == "identity"


def test_a_part_beyond_the_end(server: HostileServer) -> None:
    """A part that ends with the file is shorter than asked for, and whole."""
    page = fetcher_for(server).ask(Request(server.url("/range/ok"), byte_range=(0, 99_999)))
    assert page.body == PAGE


def test_a_whole_page_in_place_of_a_part(server: HostileServer) -> None:
    """A server may send all of it."""
    page = fetcher_for(server).ask(Request(server.url("/range/ignored"), byte_range=(0, 59)))
    assert (page.body, page.status) == (PAGE, 200)


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        pytest.param("/range/short", "cut", id="fewer bytes than it says"),
        pytest.param("/range/other", "http_error", id="another part"),
        pytest.param("/range/unsaid", "http_error", id="which part it is is not said"),
    ],
)
def test_parts_that_are_not_what_was_asked_for(server: HostileServer, path: str, outcome: str) -> None:
    """A part that is cut, or another one, is no page."""
    error = refusal(fetcher_for(server), Request(server.url(path), byte_range=(0, 99)))
    assert (error.outcome, error.status) == (outcome, 206)


@pytest.mark.parametrize(
    "conditions",
    [
        pytest.param(Conditions(etag=ETAG), id="by etag"),
        pytest.param(Conditions(last_modified=MODIFIED), id="by date"),
    ],
)
def test_a_page_that_has_not_changed(server: HostileServer, conditions: Conditions) -> None:
    """What has not changed is a page without a body, under its own outcome (C01)."""
    page = fetcher_for(server).ask(Request(server.url("/etag/asked")), conditions=conditions)
    assert (page.outcome, page.status, page.body) == ("not_modified", 304, b"")


def test_a_page_that_has_changed(server: HostileServer) -> None:
    """What has changed comes whole, with the new signs of its state."""
    page = fetcher_for(server).ask(Request(server.url("/etag/asked")), conditions=Conditions(etag='"old"'))
    assert (page.outcome, page.body, page.header("etag")) == ("ok", PAGE, ETAG)
    assert page.header("last-modified") == MODIFIED


def test_conditions_hold_for_one_address(server: HostileServer) -> None:
    """Conditions are sent only to the address that they were given for; a 304 elsewhere was not asked for."""
    server.own["/moved"] = redirect("/etag/asked")
    fetcher, request = fetcher_for(server), Request(server.url("/moved"))
    assert fetcher.ask(request, conditions=Conditions(etag=ETAG)).outcome == "ok"
    stored = Conditions(etag=ETAG, url=server.url("/etag/asked"))
    assert fetcher.ask(request, conditions=stored).outcome == "not_modified"
    assert "if-none-match" not in server.asked("/moved")[-1].asked.headers
    request = Request(server.url("/etag/unasked"))
    assert refusal(fetcher, request, conditions=stored).outcome == "http_error"


def in_header(server: HostileServer, path: str) -> Request:
    """Return a request whose key goes into a header."""
    return Request(server.url(path), secret_env="HARBOUR_KEY", secret_header="X-Api-Key", secret_prefix="Token ")


def in_query(server: HostileServer, path: str) -> Request:
    """Return a request whose key goes into the query."""
    return Request(server.url(path), secret_env="HARBOUR_KEY", secret_param="api_key")


def test_a_key_is_sent_and_kept_nowhere(server: HostileServer, key: str, caplog: pytest.LogCaptureFixture) -> None:
    """A key goes out in its header or parameter and is part of no address, header, body or log line (G06)."""
    caplog.set_level(logging.DEBUG)
    for request in (in_header(server, "/echo"), in_query(server, "/echo?q=x"), in_header(server, "/echo/header")):
        page = fetcher_for(server).ask(request)
        assert not told(repr(page))
    first, second, _ = (hit.asked for hit in server.log)
    assert first.headers["x-api-key"] == f"Token {key}"
    assert second.query == "q=x&api_key=s3cret%2Fkey%2Bof%3Dharbour"
    assert page.header("x-asked") == "Token " + "*" * len(key)
    assert not told(caplog.text)


def test_a_key_in_the_address_of_the_next_page(server: HostileServer, key: str) -> None:
    """An address that a server gave with the key in it is asked with the key once, and kept without."""
    page = fetcher_for(server).ask(in_query(server, f"/echo?api_key={key}&page=2"))
    assert server.log[-1].asked.query == "page=2&api_key=s3cret%2Fkey%2Bof%3Dharbour"
    assert (page.url, page.final_url) == (server.url("/echo?page=2"),) * 2


def test_a_redirect_that_repeats_the_query(server: HostileServer, key: str) -> None:
    """On the same host the key goes on, once, and the address that is kept has none."""
    page = fetcher_for(server).ask(in_query(server, "/redirect/repeats-query?q=x"))
    assert server.log[-1].asked.query == "q=x&page=2&api_key=s3cret%2Fkey%2Bof%3Dharbour"
    assert page.hops == (server.url("/redirect/repeats-query?q=x"), server.url("/echo?q=x&page=2"))
    assert not told(repr(page))


@pytest.mark.parametrize("build", [in_header, in_query])
def test_a_key_stays_with_its_host(server: HostileServer, other: HostileServer, key: str, build: object) -> None:
    """A redirect to another host, be it another port, carries neither key nor the source's own headers."""
    assert callable(build)
    server.own["/away"] = lambda asked: redirect(f"{other.url('/echo')}?{asked.query}")
    allowed = frozenset({server.place, other.place})
    page = Fetcher(Manners(gap_seconds=0), allow_private=allowed, gate=HostGate()).ask(build(server, "/away"))
    assert told(str(server.log[-1].asked))
    assert not told(str(other.log[-1].asked))
    assert not told(repr(page))


def test_a_redirect_with_the_key_in_its_path(server: HostileServer, key: str) -> None:
    """A redirect that puts the key where it cannot be taken out is not followed."""
    error = refusal(fetcher_for(server), in_query(server, "/redirect/key-in-path"))
    assert error.outcome == "http_error"
    assert len(server.log) == 1
    assert not told(repr(error) + error.url + repr(error.hops))


@pytest.mark.parametrize(
    "path", "/status/403 /trunc/length /trunc/dup-length /slow/drip-headers /retry/429-day /redirect/loop".split()
)
def test_errors_do_not_tell_a_key(server: HostileServer, key: str, path: str) -> None:
    """No error, and no traceback of one, holds the key."""
    for request in (in_header(server, path), in_query(server, path)):
        error = refusal(fetcher_for(server), request)
        assert not told("".join(traceback.format_exception(error)) + repr(vars(error)))


@pytest.mark.parametrize("value", [None, "", "  ", "two\nlines", "schlüssel"])
def test_a_missing_key(server: HostileServer, monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    """A key that is not there is an outcome of its own that names the variable; nothing is asked."""
    monkeypatch.delenv("HARBOUR_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("HARBOUR_KEY", value)
    error = refusal(fetcher_for(server), in_header(server, "/ok"))
    assert error.outcome == "auth_missing"
    assert "HARBOUR_KEY" in error.message
    assert server.log == []


def test_a_key_without_a_place(server: HostileServer, key: str) -> None:
    """A key of which nothing says how it is sent is not sent."""
    assert refusal(fetcher_for(server), Request(server.url("/ok"), secret_env="HARBOUR_KEY")).outcome == "auth_missing"


def test_pages_know_their_headers() -> None:
    """A header is found by its name."""
    page = Page(b"", retrieved_at=None, headers=(("etag", ETAG),))  # type: ignore[arg-type]
    assert (page.header("etag"), page.header("age")) == (ETAG, None)
