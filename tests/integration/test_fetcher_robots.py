"""robots.txt: what is forbidden is not asked, and what cannot be known is forbidden for now."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from fetching import fetcher_for, manners_with, refusal
from hostile.server import Canary, HostileServer, hostile_server
from hostile.wire import PAGE, Behaviour, chunked, drip, head, redirect, stall, whole

from verifier.harvest.fetcher import Fetcher
from verifier.harvest.politeness import HostGate
from verifier.harvest.robots import RULES_SECONDS, UNKNOWN_SECONDS, RobotsAnswer, RobotsBook
from verifier.sources.connector import Request

DENY = b"User-agent: *\nDisallow: /private/\n"


def rules(text: bytes, **headers: str) -> bytes:
    """Return an answer that holds rules."""
    return whole(text, kind="text/plain", **headers)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    """Run a server with a page under /private; in the end its canary has seen nobody."""
    with hostile_server() as running:
        running.own["/private/transcript"] = whole()
        yield running
        assert running.canary.hits == []


def obeying(server: HostileServer, **values: object) -> Fetcher:
    """Return a fetcher that obeys robots.txt."""
    return fetcher_for(server, **{"obey_robots": True, "total_seconds": 0.6, **values})


@pytest.mark.parametrize(
    "robots",
    [
        pytest.param(rules(DENY), id="everybody"),
        pytest.param(rules(b"User-agent: Quote-Verifier\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), id="us by name"),
        pytest.param(rules(b"\xef\xbb\xbf" + DENY), id="behind a byte order mark"),
        pytest.param(rules(b"User-agent: *\r\nDisallow: /*/trans$\r\nDisallow: /priv*script\r\n"), id="by a pattern"),
        pytest.param(rules(DENY + b"# more\n" * 200_000), id="R02 in front of a megabyte"),
        pytest.param(chunked(DENY).replace(b"text/html", b"text/plain"), id="in chunks"),
    ],
)
def test_what_is_forbidden_is_not_asked(server: HostileServer, robots: bytes) -> None:
    """A page that the rules forbid is an outcome; its server is asked for the rules only (R01)."""
    server.robots = robots
    error = refusal(obeying(server), Request(server.url("/private/transcript")))
    assert (error.outcome, error.retryable) == ("blocked_robots", False)
    assert [hit.asked.path for hit in server.log] == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        pytest.param(None, id="404"),
        pytest.param(whole(DENY, "403 Forbidden"), id="403"),
        pytest.param(whole(DENY, "410 Gone"), id="410"),
        pytest.param(rules(b""), id="empty"),
        pytest.param(whole(b"<!doctype html><p>User-agent: *\nDisallow: /\n"), id="R02 a web page"),
        pytest.param(rules(b"<html>\nUser-agent: *\nDisallow: /\n"), id="R02 a web page that says it is text"),
        pytest.param(rules(b"\x00\xff\xfe\n\nDisallow /\nUser-agent *"), id="garbage"),
        pytest.param(rules(b"User-agent: other\nDisallow: /\n"), id="others are meant"),
        pytest.param(rules(b"User-agent: *\nDisallow: /\nAllow: /private/transcript\n"), id="allowed more exactly"),
        pytest.param(redirect("/"), id="R02 redirected to the front page"),
        pytest.param(redirect("/robots.txt"), id="redirected in a circle"),
    ],
)
def test_what_is_not_forbidden_is_asked(server: HostileServer, robots: bytes | None) -> None:
    """Rules that are not there, or allow it, forbid nothing."""
    server.robots = robots
    assert obeying(server).fetch(server.url("/private/transcript")).body == PAGE


@pytest.mark.parametrize(
    "robots",
    [
        pytest.param(whole(b"", "500 Internal Server Error"), id="R02 500"),
        pytest.param(whole(b"", "503 Service Unavailable", Retry_After="86400"), id="R02 503"),
        pytest.param(whole(b"", "429 Too Many Requests"), id="R02 429"),
        pytest.param(stall(b"", 2.0), id="R02 silence"),
        pytest.param(drip(rules(DENY), 0.05), id="R02 byte by byte"),
        pytest.param(b"", id="closed without a word"),
        pytest.param(head(Content_Length="500", Content_Type="text/plain") + DENY, id="cut"),
        pytest.param(redirect("http://10.0.0.1/robots.txt"), id="R02 redirected inside"),
        pytest.param(redirect("file:///etc/passwd"), id="redirected to a file"),
        pytest.param(lambda asked: redirect(f"http://{asked.canary}/robots.txt"), id="R02 redirected to the canary"),
    ],
)
def test_what_cannot_be_known_is_forbidden_for_now(server: HostileServer, robots: Behaviour) -> None:
    """Where the rules cannot be had, nothing is asked, and a later run may."""
    server.robots = robots
    fetcher = obeying(server)
    for _ in range(2):
        error = refusal(fetcher, Request(server.url("/private/transcript")))
        assert (error.outcome, error.retryable) == ("blocked_robots", True)
    assert len(server.asked("/robots.txt")) == 1
    assert server.asked("/private/transcript") == []


def test_the_rules_are_asked_once(server: HostileServer) -> None:
    """Rules are asked for once, however many pages and threads follow."""
    server.robots = rules(DENY)
    fetcher = obeying(server)
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(fetcher.fetch, [server.url("/ok")] * 6))
    assert len(server.asked("/robots.txt")) == 1
    assert server.asked("/robots.txt")[0].asked.headers["user-agent"].startswith("quote-verifier/")


def test_every_hop_obeys(server: HostileServer) -> None:
    """A redirect into what is forbidden is not followed."""
    server.robots = rules(DENY)
    server.own["/open"] = redirect("/private/transcript")
    error = refusal(obeying(server), Request(server.url("/open")))
    assert error.outcome == "blocked_robots"
    assert error.hops == (server.url("/open"), server.url("/private/transcript"))
    assert server.asked("/private/transcript") == []


def test_a_crawl_delay_is_kept(server: HostileServer) -> None:
    """The delay that the rules ask for lies between two requests."""
    server.robots = rules(b"User-agent: *\nCrawl-delay: 0.3\n")
    fetcher = obeying(server)
    for _ in range(3):
        fetcher.fetch(server.url("/ok"))
    assert min(after.began - before.ended for before, after in pairwise(server.asked("/ok"))) >= 0.29


def test_a_crawl_delay_of_a_day_defers(server: HostileServer) -> None:
    """A delay that is longer than any wait is not slept."""
    server.robots = rules(b"User-agent: *\nCrawl-delay: 86400\n")
    error = refusal(obeying(server), Request(server.url("/ok")))
    assert error.outcome == "rate_limited"
    assert error.next_attempt_at is not None


def test_a_source_may_ignore_them(server: HostileServer) -> None:
    """A source whose block says so asks without them."""
    server.robots = rules(DENY)
    manners = manners_with(obey_robots=False)
    assert obeying(server).ask(Request(server.url("/private/transcript")), manners=manners).body == PAGE
    assert server.asked("/robots.txt") == []


def test_a_host_that_is_deferred_says_so(server: HostileServer) -> None:
    """Where the host asked to be left alone before its rules were known, that is said, and when to come again."""
    gate, manners = HostGate(), manners_with(obey_robots=True)
    for path in ("/a", "/b", "/c", "/d", "/e", "/f"):
        gate.hold(server.place, server.url(path), 86_400, manners)
    error = refusal(Fetcher(manners, allow_private=frozenset({server.place}), gate=gate), Request(server.url("/ok")))
    assert error.outcome == "rate_limited"
    assert error.next_attempt_at is not None
    assert server.log == []


def test_an_address_that_is_blocked_says_so(server: HostileServer) -> None:
    """A page that may not be asked for anyway is a blocked address, not a question of robots."""
    canary = Canary()
    error = refusal(obeying(server), Request(f"http://{canary.place}/"))
    assert error.outcome == "blocked_address"
    assert canary.hits == []
    canary.close()


def test_plain_http_behind_https_says_so(server: HostileServer) -> None:
    """A page that cannot be had under TLS is a TLS error, not a question of robots."""
    assert refusal(obeying(server), Request(f"https://{server.place}/ok")).outcome == "tls_error"


@pytest.mark.parametrize(
    ("status", "seconds"),
    [
        pytest.param(200, RULES_SECONDS, id="rules hold for a day"),
        pytest.param(404, RULES_SECONDS, id="so does that there are none"),
    ],
)
def test_rules_are_believed_for_a_while(status: int, seconds: float) -> None:
    """Rules are asked for again after a day at the latest."""
    now, asked = [0.0], []
    book = RobotsBook(lambda: now[0])

    def ask(address: str) -> RobotsAnswer:
        asked.append(address)
        return RobotsAnswer(status, b"", "text/plain")

    for moment in (0.0, seconds - 1, seconds, seconds + 1):
        now[0] = moment
        book.delay_for("http://a.example/page", ask)
    assert asked == ["http://a.example:80/robots.txt"] * 2
    assert RULES_SECONDS <= 86_400
    assert UNKNOWN_SECONDS < RULES_SECONDS


def test_a_book_may_be_shared(server: HostileServer) -> None:
    """Fetchers that share a book ask once between them."""
    book, gate, allowed = RobotsBook(), HostGate(), frozenset({server.place})
    for _ in range(2):
        manners = manners_with(obey_robots=True)
        Fetcher(manners, allow_private=allowed, gate=gate, robots=book).fetch(server.url("/ok"))
    assert len(server.asked("/robots.txt")) == 1
