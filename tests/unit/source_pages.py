"""Pages in the shapes that publishers serve, with invented words, and what reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter

from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate, Transcript
from verifier.sources.config import SourceConfig, WebBase
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.pages import read_page
from verifier.speakers.registry import People

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
PEOPLE = People.load()
_CONFIG: TypeAdapter[Any] = TypeAdapter(SourceConfig)


def source(**keys: Any) -> Any:
    """Return the configuration of a source; without a kind a sitemap's."""
    if "kind" not in keys:
        keys |= {"kind": "sitemap", "sitemap": {"url": "https://s.example/sitemap.xml"}}
    return _CONFIG.validate_python({"id": "test"} | keys)


def page(
    body: str | bytes, url: str | None = None, content_type: str = "text/html; charset=utf-8", **keys: Any
) -> Page:
    """Return an answer with this body."""
    data = body.encode() if isinstance(body, str) else body
    given = {"url": url, "final_url": url, "content_type": content_type, "status": 200} | keys
    return Page(data, NOW, **given)


def entry(url: str, listed: date | None = None, **keys: Any) -> Entry:
    """Return an entry as a list tells it."""
    return Entry(url, url, dates=(RecordDate(listed, "listing"),) if listed else (), **keys)


def reading(body: str | bytes, url: str, config: WebBase, listed: date | None = None, **keys: Any) -> Reading:
    """Return what an entry's page gives with the shipped people."""
    return read_page(page(body, url), entry(url, listed, **keys), config, PEOPLE)


def said(transcript: Transcript) -> list[tuple[str | None, str, str]]:
    """Return who says what in which role."""
    return [(turn.speaker, turn.role.value, turn.text) for turn in transcript.turns]


WEEK = Ask(Interval(date(2024, 3, 1), date(2024, 3, 8)))
XML = '<?xml version="1.0" encoding="UTF-8"?>'
SITEMAP_NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def listed(connector: Any, body: str | bytes, url: str, ask: Ask = WEEK, **keys: Any) -> Listing:
    """Return what a connector reads in a list page."""
    return connector.read_listing(page(body, url), Request(url, **keys), ask)


def days(listing: Listing) -> list[tuple[str, list[date]]]:
    """Return the last part of each entry's address with its days."""
    return [((one.url or "").rpartition("/")[2], [claim.day for claim in one.dates]) for one in listing.entries]


WH_URL = (
    "https://bidenwhitehouse.archives.gov/briefing-room/press-briefings/2024/03/05/press-briefing-by-the-secretary/"
)
WH = source(
    url_regex=r"/(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)/",
    timezone="America/New_York",
    languages=["en"],
    body={"select": "section.body-content", "drop_lines": ["^Share this page"]},
    date={"event": ["url", "meta:article:published_time"], "time_line": r"^\d{1,2}:\d\d [AP]\.M\. E[SD]T"},
    venue={"line": 1},
    title={"select": "h1", "speakers": r"(?:Press Briefing|Press Gaggle|Remarks) (?:by|with) (?P<speakers>.+)"},
    turns=["us-colon", "us-q"],
    turn_stop=["FACT SHEET"],
    never_attribute=["SENIOR ADMINISTRATION OFFICIAL"],
)
WH_PAGE = """<!doctype html><html lang="en"><head><title>Press Briefing | The White House</title>
<meta property="article:published_time" content="2024-03-06T01:10:00+00:00"></head><body>
<nav><a href="/">MR. NAV: Home</a></nav>
<h1 class="page-title">Press Briefing by Press Secretary Karine Jean-Pierre and White House National Security
 Communications Advisor John Kirby</h1><section class="body-content"><div class="row">
<p class="has-text-align-center">James S. Brady Press Briefing Room</p><p>1:54 P.M. EST</p>
<p>MS. JEAN-PIERRE:&nbsp; Hi.&nbsp; Good afternoon, everyone, and welcome back to this room.</p>
<p>We have a guest who knows all about the rivers and the bridges over them.</p>
<p>Q&nbsp; &nbsp; Thank you.&nbsp; Is the north bridge safe?</p>
<p>MR. KIRBY:&nbsp; It is safe, and it will be ye- — yesterday’s report says so — open by May.&nbsp; (Laughter.)</p>
<p>THE PRESIDENT:&nbsp; I only came by to say hello.</p>
<p>PRESIDENT MACRON (As interpreted.):&nbsp; And so did I, my friends.</p>
<p>SENIOR ADMINISTRATION OFFICIAL:&nbsp; This part is on background.</p>
<p style="display:none">MR. KIRBY:&nbsp; MARKHIDDEN, which no reader saw</p>
<script>"MR. KIRBY: MARKSCRIPT"</script><!-- MARKCOMMENT -->
<template><p>MR. KIRBY: MARKTEMPLATE</p></template>
<p>FACT SHEET: The bridges act</p><p>It gives money to bridges.</p>
<p>END&nbsp; &nbsp; 2:51 P.M. EST</p><p>Share this page</p></div></section></body></html>"""

ROWS = {"select": "table tr", "link": "td.title a", "date": "td.day"}
TABLE = """<html><body><main><table><tr><th>Head</th></tr>
<tr><td class="title"><a href="docs/a?utm_source=x">First</a></td><td class="day">March 5, 2024</td></tr>
<tr><td class="title"><a href="/docs/b">Second</a></td><td class="day">Jan. 5, 2024</td></tr>
<tr style="display:none"><td class="title"><a href="/docs/hidden">Trap</a></td></tr>
<tr><td class="title"><a href="javascript:x()">Third</a></td></tr></table>
<ul><li class="next"><a href="?page=1">next</a></li></ul></main></body></html>"""

WORDS = "We have looked at the bridge and at the river, and we shall look again before the summer comes. " * 4
BRIEFING = f"<h1>Briefing</h1><main><p>MR. ROE: {WORDS}</p><p>Q Why?</p><p>MR. ROE: So.</p></main>"
PLAIN = {"turns": ["us-colon", "us-q"], "languages": ["en"]}
URL = "https://s.example/2024/03/05/briefing"
