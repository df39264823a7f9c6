"""Sources that only answer searches: asked for what an article quotes, between extraction and verification."""

from __future__ import annotations

import json
import sqlite3
from urllib.parse import parse_qs

from command_line import Desk
from kind_scenes import DAY, SAID, SPEAKER, TITLE, WORDS
from replay_server import JSON, Answer, Replay

ARTICLE = (
    "Ferries to run again\n\n"
    f"The mayor, {SPEAKER}, spoke at a press conference on March 5, 2024.\n\n“{SAID},” {SPEAKER.split()[-1]} said.\n"
)
SOURCE = """
[network]
contact = "desk@example.org"
allow_private = ["127.0.0.1:{port}"]
[[source]]
id = "town"
kind = "json_api"
find = "server"
tier = 1
languages = ["en"]
turns = ["us-colon", "us-q"]
label_persons = { "MAYOR HOLM" = "Astrid Holm" }
rate = { per_host_rps = 1000 }
search = { url = "{url}/api/search", params = { q = "{phrase}" } }
map = { rows = "results", url = "link", title = "title", event_date = "day" }
detail = { url = "{url}/api/content{url}" }
detail_map = { body_html = "body", event_date = "day", title = "title" }
"""


def serve(replay: Replay, desk: Desk) -> None:
    """Serve a search that finds the record by its words."""

    def search(query: str, body: bytes) -> Answer:
        asked = parse_qs(query).get("q", [""])[0].strip('"')
        rows = [{"link": "/ferries", "title": TITLE, "day": DAY}] if asked and asked in WORDS else []
        return Answer(json.dumps({"results": rows}).encode(), JSON, tagged=False)

    replay.routes["/api/search"] = search
    told = {
        "title": TITLE,
        "day": DAY,
        "body": f"<div><p>MAYOR HOLM: {WORDS}</p><p>Q: When?</p><p>MAYOR HOLM: Soon.</p></div>",
    }
    replay.page("/api/content/ferries", json.dumps(told), JSON)
    desk.write("quote-verifier.toml", SOURCE.replace("{port}", str(replay.port)).replace("{url}/", f"{replay.url}/"))
    desk.write("article.txt", ARTICLE)


def searches(desk: Desk) -> list[tuple[str, ...]]:
    """Return the searches as they are kept."""
    connection = sqlite3.connect(desk.folder / "quote-verifier.db")
    try:
        return connection.execute("select phrase, person, outcome from searches order by id").fetchall()
    finally:
        connection.close()


def test_an_article_is_verified_by_what_a_search_found(desk: Desk, replay: Replay) -> None:
    """The quoted words lead to their record, and the article is verified in the same run."""
    serve(replay, desk)
    ended = desk.run("check", "article.txt", "--published", "2024-03-08", "--json")
    (statement,) = json.loads(ended.out)["statements"]
    assert statement["headline"] == "verified", f"{ended.err} {statement['reasons']} {replay.asked()} {searches(desk)}"
    phrase, person, outcome = searches(desk)[0]
    assert phrase in SAID
    assert (person, outcome) == (None, "ok_hits")


def test_offline_nobody_is_asked_and_coverage_says_so(desk: Desk, replay: Replay) -> None:
    """Without the network the source stays unasked, which is no search."""
    serve(replay, desk)
    ended = desk.run("check", "article.txt", "--published", "2024-03-08", "--json", "--offline")
    (statement,) = json.loads(ended.out)["statements"]
    assert replay.log == []
    assert statement["headline"] == "not_checkable"
    outcomes = {one["id"]: one["outcome"] for one in statement["coverage_detail"]["sources"]}
    assert outcomes["town"] not in {"ok_hits", "ok_none"}


def test_a_wall_ends_the_questions_and_is_told(desk: Desk, replay: Replay) -> None:
    """A source that walls its search is asked once, and the article is judged without it."""
    serve(replay, desk)
    replay.routes["/api/search"] = Answer(b"<html><title>Just a moment...</title></html>", status=403, tagged=False)
    ended = desk.run("check", "article.txt", "--published", "2024-03-08", "--json")
    (statement,) = json.loads(ended.out)["statements"]
    assert ended.code == 3
    assert statement["headline"] == "not_checkable"
    assert [outcome for *_, outcome in searches(desk)] == ["blocked"]
    outcomes = {one["id"]: one["outcome"] for one in statement["coverage_detail"]["sources"]}
    assert outcomes["town"] == "blocked"
