"""The night: sources, watched folders and feeds, what was pending; twice, degraded, beside another one, stopped."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from command_line import ARTICLE, RECORDS, Desk

from db.store import Store

CONFIG = """
[articles]
folders = ["articles"]
{feeds}
[[source]]
id = "archive"
kind = "jsonl"
path = "archive"

[[source]]
id = "desk"
kind = "folder"
path = "records"
{more}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Run commands in a configured folder: one record in a list, one by hand with its sidecar, one article."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, capsys)
    made.write("quote-verifier.toml", CONFIG.format(feeds="", more=""))
    made.write("archive/2024.jsonl", json.dumps(RECORDS[0]) + "\n")
    turn = RECORDS[1]["turns"][0]  # type: ignore[index]
    made.write("records/bridge.txt", turn["text"])
    made.write("records/bridge.meta.toml", 'title = "Remarks"\ndate = 2024-03-07\nspeaker = "Jonas Berg"\n')
    made.write("articles/harbour.txt", ARTICLE)
    return made


def headlines(desk: Desk) -> list[str]:
    """Return the headlines that are stored, in the order of the article."""
    return [json.loads(desk.run("report", "--json", "--quiet").out)["statements"][n]["headline"] for n in (0, 1)]


def test_a_night_and_the_next(desk: Desk) -> None:
    """The first night takes all in; the second finds nothing to say, and adds no verdict row."""
    ended = desk.run("nightly")
    assert ended.code == 0, ended.err
    assert ended.lines[-1] == "nightly complete: 2 new transcripts, 1 article, 2 statements, 2 new verdicts"
    assert headlines(desk) == ["verified", "verified"]
    stored = desk.stored()
    ended = desk.run("nightly")
    assert ended.code == 0
    assert ended.lines[-1] == "nightly complete: nothing to do"
    assert desk.stored() == stored
    assert desk.count("harvests") == 4


def test_a_changed_article_is_read_again(desk: Desk) -> None:
    """An article whose bytes are new is new."""
    desk.run("nightly")
    desk.write("articles/harbour.txt", ARTICLE.replace("stays open\n", "stays open for good\n", 1))
    assert desk.run("nightly").lines[-1] == "nightly complete: 1 article, 2 statements, 2 new verdicts"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("archive/broken.jsonl", "{", "line 1: not JSON", id="broken list"),
        pytest.param(
            "records/nobody.txt", "ten words that nobody said on any day at all", "nobody is named", id="bad record"
        ),
        pytest.param("articles/image.html", b"\x89PNG\r\n\x1a\n" * 40, "it is an image", id="bad article"),
    ],
)
def test_one_that_fails_and_the_others_go_on(name: str, content: str | bytes, message: str, desk: Desk) -> None:
    """A failing file is named, the rest is stored, and row, exit code and message agree: degraded."""
    desk.write(name, content)
    ended = desk.run("nightly")
    assert ended.code == 3
    assert message in ended.err
    assert ended.lines[-1].startswith("nightly degraded: 2 new transcripts, 1 article, 2 statements")
    connection = sqlite3.connect("quote-verifier.db")
    (status,) = connection.execute("select status from runs where kind = 'nightly'").fetchone()
    connection.close()
    assert status == "degraded"
    assert desk.stored()[0] == 1


def test_missing_source_blocks_absence(desk: Desk) -> None:
    """A source that is not there leaves its row, and what it may hold is never said to be absent."""
    desk.write("quote-verifier.toml", CONFIG.format(feeds="", more='[[source]]\nid="x"\nkind="jsonl"\npath="gone"'))
    desk.write("articles/harbour.txt", ARTICLE.replace("whatever the weather brings", "and whales will sing in it"))
    assert desk.run("nightly").code == 3
    assert "not_in_record" not in headlines(desk)
    connection = sqlite3.connect("quote-verifier.db")
    outcomes = dict(connection.execute("select source, last_outcome from source_health"))
    connection.close()
    assert outcomes["x"] == "soft_error"
    assert outcomes["archive"] == "ok_hits"


def test_a_second_night_beside_the_first(desk: Desk) -> None:
    """Who holds the lease is named, the other ends with 75 and does nothing; an old lease is taken over."""
    now = datetime.now(UTC)
    with Store.open("quote-verifier.db") as store:
        store.acquire_lease("nightly", "elsewhere:1", now=now, stale_after=timedelta(minutes=1))
    ended = desk.run("nightly")
    assert (ended.code, len(ended.lines)) == (75, 1)
    assert "elsewhere:1" in ended.err
    assert desk.count("runs") == 0
    with Store.open("quote-verifier.db") as store:
        store.release_lease("nightly", "elsewhere:1")
        store.acquire_lease("nightly", "elsewhere:1", now=now - timedelta(minutes=5), stale_after=timedelta(minutes=1))
    assert desk.run("nightly").code == 0


def test_a_stopped_night_is_gone_on_with(desk: Desk) -> None:
    """Statements that a stopped run left without a verdict get theirs in the next night."""
    desk.run("nightly")
    connection = sqlite3.connect("quote-verifier.db")
    connection.executescript("pragma foreign_keys = off; drop trigger if exists verdicts_no_delete;")
    triggers = connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"drop trigger {name}")
    for table in ("signals", "alignments", "matches", "verdicts"):
        connection.execute(f"delete from {table}")
    connection.commit()
    connection.close()
    assert desk.run("nightly").lines[-1] == "nightly complete: 2 statements, 2 new verdicts"


@pytest.fixture
def feed() -> Iterator[str]:
    """Serve a feed of one article, on loopback."""
    page = f"<html><head><title>Harbour</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
    entry = "<item><title>Harbour</title><link>/2024/03/08/harbour</link><pubDate>Fri, 08 Mar 2024</pubDate></item>"
    answers = {
        "/rss.xml": f"<rss version='2.0'><channel><title>News</title>{entry}</channel></rss>",
        "/2024/03/08/harbour": page.replace("\n\n", "</p><p>"),
    }

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = answers.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_articles_of_a_feed(desk: Desk, feed: str) -> None:
    """New entries of a feed are fetched once; offline no feed is asked."""
    feeds = f'feeds = ["http://{feed}/rss.xml"]\n[network]\nallow_private = ["{feed}"]'
    desk.write("quote-verifier.toml", CONFIG.format(feeds=feeds, more=""))
    (desk.folder / "articles" / "harbour.txt").unlink()
    assert desk.run("nightly", "--offline").lines[-1] == "nightly complete: 2 new transcripts"
    assert desk.run("nightly").lines[-1] == "nightly complete: 1 article, 2 statements, 2 new verdicts"
    assert headlines(desk) == ["verified", "verified"]
    assert desk.run("nightly").lines[-1] == "nightly complete: nothing to do"
