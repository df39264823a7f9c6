"""A harvest over a server that misbehaves in every way: bounded, honest, nothing leaked, no wrong row."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from hostile.lists import feed, listing
from hostile.server import BEHAVIOURS, HostileServer, hostile_server

COMMAND = str(Path(sys.executable).with_name("quote-verifier"))
# The paths that give a whole page in the end, whatever they do before; every other must leave no transcript.
WHOLE = set(
    """/ok /ok/chunked /ok/small-chunks /ok/length-and-chunked /ok/gzip /ok/gzip-padded /ok/deflate /ok/raw-deflate
    /trunc/gzip-members /trunc/close-delimited-whole /proto/early-hints /etag/asked /retry/429 /retry/503-date
    /retry/500 /retry/cut /retry/silent-close /retry/empty /retry/nonsense /retry/negative /retry/reset /redirect/ok
    /redirect/chain/1 /redirect/chain/2 /redirect/chain/3 /redirect/chain/4 /redirect/chain/5 /redirect/see-other
    /redirect/same-method /redirect/meta-refresh /echo/header /status/stale-cache /status/200-own-challenge
    /html/subresources /range/ok /range/ignored""".split()
)
LISTED = [path for path in BEHAVIOURS if path not in {"/listing", "/feed.xml", "/", "/login"}]
SECONDS = 300
MEGABYTES = 500


def configuration(server: HostileServer) -> str:
    """Return a configuration with one listing and one feed of all paths."""
    pages = (
        'body = { select = "div.body", min_words = 40 }\ndate = { event = ["css:time", "listing", "feed"] }\n'
        'title = { select = "h1" }\nturns = ["us-colon", "us-q"]\nlanguages = ["en"]\n'
        "rate = { per_host_rps = 1000 }\nlimits = { timeout_s = 1, max_bytes = 3_000_000 }\n"
        "retry = { attempts = 3, max_wait_s = 1.5 }\n"
    )
    return (
        f'[network]\ncontact = "desk@example.org"\nallow_private = ["{server.place}"]\n'
        f'[[source]]\nid = "list"\nkind = "listing"\nlist = {{ url = "{server.url("/hostile-list")}" }}\n'
        f'rows = {{ select = "li", link = "a", date = "time" }}\n{pages}'
        f'[[source]]\nid = "feed"\nkind = "feed"\nfeeds = ["{server.url("/hostile-feed")}"]\n{pages}'
    )


# Runs a command and prints the kilobytes of its largest process: of this one's own children others are counted too.
_MEASURED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
)


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[HostileServer, Path, int, float, int]]:
    """Harvest once; give the server, the folder, the exit code, the seconds and the largest process in megabytes."""
    folder = tmp_path_factory.mktemp("hostile")
    with hostile_server() as server:
        server.own["/hostile-list"] = listing(LISTED)
        server.own["/hostile-feed"] = feed(LISTED[::7])
        (folder / "quote-verifier.toml").write_text(configuration(server))
        began = time.monotonic()
        measured = [sys.executable, "-c", _MEASURED, COMMAND, "harvest"]
        done = subprocess.run(measured, cwd=folder, capture_output=True, timeout=2 * SECONDS, check=False)
        took = time.monotonic() - began
        largest = int(done.stdout.split()[-1]) // 1024
        (folder / "messages").write_bytes(done.stderr)
        yield server, folder, done.returncode, took, largest


def stored(folder: Path, question: str) -> list[tuple[str, ...]]:
    """Return what the database answers."""
    connection = sqlite3.connect(folder / "quote-verifier.db")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def test_it_ends_degraded_within_a_bound(harvested) -> None:
    """The run ends by itself, says that something failed, and stays small."""
    _, folder, code, took, largest = harvested
    messages = (folder / "messages").read_text()
    assert code == 3, messages[-2000:]
    assert "Traceback" not in messages
    assert "internal error" not in messages, messages
    assert took < SECONDS
    assert largest < MEGABYTES


def test_nobody_reached_the_canary(harvested) -> None:
    """No redirect, spelling of an address or sub-resource leads anywhere but to the one place that is allowed."""
    server = harvested[0]
    assert server.canary.hits == []


def test_only_whole_pages_became_transcripts(harvested) -> None:
    """What is stored came whole, from its first word to its last."""
    server, folder = harvested[:2]
    rows = stored(
        folder,
        "select t.doc_id, group_concat(u.text, ' ') from transcripts t join transcript_versions v"
        " on v.transcript_id = t.id join turns u on u.version_id = v.id group by v.id",
    )
    paths = {doc_id.removeprefix(f"http://{server.place}") for doc_id, _ in rows}
    assert paths - WHOLE == set()
    assert {"/ok", "/ok/gzip", "/trunc/gzip-members", "/redirect/ok", "/retry/429"} <= paths
    assert [doc_id for doc_id, text in rows if "HEAD" not in text or "TAIL" not in text] == []


def test_every_path_has_its_outcome(harvested) -> None:
    """Nothing is passed over: each listed path is stored, or refused with a code of the list."""
    folder = harvested[1]
    states = dict(stored(folder, "select state, count(*) from entries group by state"))
    assert set(states) <= {"stored", "unchanged", "refused", "pending"}
    unexplained = "select entry_id from entries where state in ('refused', 'pending') and coalesce(outcome, '') = ''"
    assert stored(folder, unexplained) == []


def test_no_address_was_asked_for_twice_without_a_reason(harvested) -> None:
    """A page is asked for again only where the first answer said that it may help."""
    server = harvested[0]
    assert len(server.asked("/ok/gzip")) <= 2  # by the listing and by the feed
    assert len(server.asked("/status/404")) <= 2
