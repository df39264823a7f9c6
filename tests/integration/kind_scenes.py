"""For each kind of connector a small publisher on the replay server: its configuration, its pages, a quotation."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from replay_server import JSON, XML, Replay

SAID = "The ferries will run again from the first of June, and nobody will pay more for the crossing"
_MORE = (
    "Good morning, and thank you all for coming to the town hall on such a wet day. {said}. We have tested the new "
    "engines in the sound for three weeks, and the pilots are content with what they saw. The council will vote on the "
    "money before the summer, and I expect it to agree."
)
WORDS = _MORE.format(said=SAID)
SPEAKER, DAY, TITLE = "Astrid Holm", "2024-03-05", "Press conference on the ferries"


def page_html(title: str = TITLE, day: str = DAY, words: str = WORDS) -> str:
    """Return a transcript page."""
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<h1>{title}</h1><time datetime='{day}'>{day}</time><div class='body'>"
        f"<p>MAYOR HOLM: {words}</p><p>Q: When will you know about the money, Madam Mayor?</p>"
        "<p>MAYOR HOLM: Before the summer, as I have said, and not a day later than that.</p>"
        "</div></body></html>"
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """A publisher of one kind: its block, what it serves, where its record's page is (None: in the list)."""

    block: str
    serve: Callable[[Replay, Path], None]
    page: str | None


_COMMON = """
tier = 1
languages = ["en"]
turns = ["us-colon", "us-q"]
label_persons = { "MAYOR HOLM" = "Astrid Holm" }
rate = { per_host_rps = 1000 }
"""
_PAGES = (
    'body = { select = "div.body" }\ndate = { event = ["css:time", "listing", "feed"] }\ntitle = { select = "h1" }\n'
)


def _page(replay: Replay) -> None:
    replay.page("/records/ferries", page_html())


def _feed(replay: Replay, folder: Path) -> None:
    item = (
        f"<item><title>{TITLE}</title><link>{{url}}/records/ferries</link><guid>1</guid>"
        "<pubDate>Tue, 05 Mar 2024 12:00:00 +0000</pubDate></item>"
    )
    replay.page("/feed", f"<rss version='2.0'><channel><title>Town</title>{item}</channel></rss>", XML)
    _page(replay)


def _listing(replay: Replay, folder: Path) -> None:
    rows = f"<ul><li><a href='/records/ferries'>{TITLE}</a> <span>{DAY}</span></li></ul>"
    replay.page("/records", f"<html><body><h1>Records</h1>{rows}</body></html>")
    _page(replay)


def _sitemap(replay: Replay, folder: Path) -> None:
    head = "<?xml version='1.0' encoding='UTF-8'?>"
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    replay.page(
        "/sitemap.xml",
        f"{head}<sitemapindex {space}><sitemap><loc>{{url}}/post-sitemap1.xml</loc></sitemap></sitemapindex>",
        XML,
    )
    urls = "<url><loc>{url}/records/2024/03/05/ferries/</loc></url><url><loc>{url}/about/</loc></url>"
    replay.page("/post-sitemap1.xml", f"{head}<urlset {space}>{urls}</urlset>", XML)
    replay.page("/records/2024/03/05/ferries/", page_html())


def _json_api(replay: Replay, folder: Path) -> None:
    row = {"link": "/records/ferries", "title": TITLE, "day": DAY}
    replay.page("/api/search", json.dumps({"results": [row], "total": 1}), JSON)
    body = "".join(f"<p>{line}</p>" for line in (f"MAYOR HOLM: {WORDS}", "Q: When?", "MAYOR HOLM: Before the summer."))
    told = {"details": {"body": f"<div>{body}</div>", "delivered_on": f"{DAY}T00:00:00+00:00"}, "title": TITLE}
    replay.page("/api/content/records/ferries", json.dumps(told), JSON)


def _xml_corpus(replay: Replay, folder: Path) -> None:
    replay.page("/debates", "<html><body><a href='/xml/debates2024-03-05a.xml'>5 March</a></body></html>")
    speeches = "".join(
        f"<speech id='uk.org.publicwhip/debate/2024-03-05a.{n}.1' speakername='Astrid Holm' "
        f"person_id='uk.org.publicwhip/person/1' colnum='1' time='11:30:00'><p pid='a{n}'>{words}</p></speech>"
        for n, words in enumerate((WORDS, "The House will forgive me if I do not repeat what the Minister has said."))
    )
    heading = "<major-heading id='uk.org.publicwhip/debate/2024-03-05a.0.0'>Ferries</major-heading>"
    replay.page("/xml/debates2024-03-05a.xml", f"<publicwhip latest='yes'>{heading}{speeches}</publicwhip>", XML)


def _pattern(replay: Replay, folder: Path) -> None:
    replay.page("/meetings/7", page_html())


def _table(replay: Replay, folder: Path) -> None:
    row = {"id": "9", "title": TITLE, "url": f"{replay.url}/records/ferries", "day": DAY, "who": [{"name": SPEAKER}]}
    replay.page("/dump.json", json.dumps([row]), JSON)
    _page(replay)


def _folder(replay: Replay, folder: Path) -> None:
    own = folder / "records"
    own.mkdir()
    (own / "ferries.txt").write_text(f"ASTRID HOLM: {WORDS}\n\nQ: When?\n\nASTRID HOLM: Before the summer.\n")
    (own / "ferries.meta.toml").write_text(f'title = "{TITLE}"\ndate = {DAY}\n')


def _captions(replay: Replay, folder: Path) -> None:
    own = folder / "captions"
    own.mkdir()
    half = WORDS.split(". ")
    cues = "\n\n".join(
        f"00:00:{2 * n:02}.000 --> 00:00:{2 * n + 2:02}.000\n<v Astrid Holm>{line}." for n, line in enumerate(half)
    )
    (own / "ferries.vtt").write_text(f"WEBVTT\n\n{cues}\n")
    (own / "ferries.meta.toml").write_text(f'title = "{TITLE}"\ndate = {DAY}\ntier = 3\nrendition = "original"\n')


SCENES = {
    "feed": Scene('feeds = ["{url}/feed"]\n' + _COMMON + _PAGES, _feed, "/records/ferries"),
    "listing": Scene(
        'list = { url = "{url}/records" }\nrows = { select = "li", link = "a", date = "span" }\n' + _COMMON + _PAGES,
        _listing,
        "/records/ferries",
    ),
    "sitemap": Scene(
        "sitemap = { url = \"{url}/sitemap.xml\", children = 'post-sitemap\\d*\\.xml$' }\n"
        "url_regex = '/records/(?P<y>\\d{4})/(?P<m>\\d\\d)/(?P<d>\\d\\d)/(?P<slug>[^/]+)/$'\n"
        + _COMMON
        + 'body = { select = "div.body" }\ndate = { event = ["url", "css:time"] }\ntitle = { select = "h1" }\n',
        _sitemap,
        "/records/2024/03/05/ferries/",
    ),
    "json_api": Scene(
        'search = { url = "{url}/api/search", params = { q = "", count = "100" } }\n'
        'paging = { style = "offset", param = "start", size = 100, total = "total" }\n'
        'map = { rows = "results", url = "link", title = "title", event_date = "day" }\n'
        'detail = { url = "{url}/api/content{url}" }\n'
        'detail_map = { body_html = "details.body", event_date = "details.delivered_on", title = "title" }\n' + _COMMON,
        _json_api,
        "/api/content/records/ferries",
    ),
    "xml_corpus": Scene(
        "list = { url = \"{url}/debates\", links_regex = '/xml/debates\\d{4}-\\d\\d-\\d\\d[a-z]\\.xml' }\n"
        'profile = { name = "parlparse" }\ntier = 2\nlanguages = ["en"]\nrate = { per_host_rps = 1000 }\n',
        _xml_corpus,
        "/xml/debates2024-03-05a.xml",
    ),
    "pattern": Scene(
        'url = "{url}/meetings/{n}"\nrange = { n = { from = 7, to = 9 } }\n' + _COMMON + _PAGES,
        _pattern,
        "/meetings/7",
    ),
    "table": Scene(
        'path_or_url = "{url}/dump.json"\nformat = "json_array"\n'
        'map = { id = "id", title = "title", url = "url", event_date = "day", speakers = "who[].{name: name}" }\n'
        'detail = { via = ["web"], select = "div.body", turns = ["us-colon", "us-q"] }\n' + _COMMON + _PAGES,
        _table,
        "/records/ferries",
    ),
    "folder": Scene('path = "records"\ntier = 1\nlang = "en"\n', _folder, None),
    "captions": Scene('path = "captions"\nlang = "en"\n', _captions, None),
}


def configuration(kind: str, replay: Replay, *, source: str = "town") -> str:
    """Return a configuration with one source of a kind, on the replay server."""
    block = SCENES[kind].block.replace("{url}/", f"{replay.url}/")
    network = f'[network]\ncontact = "desk@example.org"\nallow_private = ["127.0.0.1:{replay.port}"]\n'
    return f'{network}\n[[source]]\nid = "{source}"\nkind = "{kind}"\n{block}'
