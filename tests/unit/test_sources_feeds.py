"""Feeds of transcripts: days, identity, words in the feed, and what is wrong with a feed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from source_pages import PEOPLE, XML, days, listed, page, source

from verifier.errors import ParseError
from verifier.sources.connector import Ask
from verifier.sources.connectors import connector_of


def feed_source(**keys: Any) -> Any:
    given = {"kind": "feed", "feeds": ["https://s.example/feed"], "timezone": "America/New_York", "languages": ["en"]}
    return connector_of(source(**given | keys))


def rss(*items: str, end: str = "</channel></rss>") -> str:
    return f'{XML}<rss version="2.0"><channel><title>F</title>{"".join(items)}{end}'


def item(link: str, day: str = "", **tags: str) -> str:
    more = "".join(f"<{name}>{text}</{name}>" for name, text in tags.items())
    return f"<item><title>Briefing</title><link>{link}</link><pubDate>{day}</pubDate>{more}</item>"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("Tue, 05 Mar 2024 23:30:00 -0500", [date(2024, 3, 5)], id="late in the evening"),
        pytest.param("Wed, 06 Mar 2024 03:30:00 GMT", [date(2024, 3, 5)], id="the next day in Greenwich"),
        pytest.param("2024-03-05T23:30:00", [date(2024, 3, 5)], id="no zone"),
        pytest.param("Tuesday 5 March 2024", [date(2024, 3, 5)], id="no RFC date"),
        pytest.param("5/3/2024", [date(2024, 5, 3), date(2024, 3, 5)], id="ambiguous"),
        pytest.param("Fri, 05 Mar 2999 10:00:00 GMT", [], id="in the future"),
        pytest.param("yesterday", [], id="relative"),
        pytest.param("", [], id="none"),
    ],
)
def test_days_of_a_feed(printed: str, expected: list[date]) -> None:
    """X08: a day is the calendar day at the source; nonsense is no day, and never today's."""
    listing = listed(feed_source(), rss(item("https://s.example/a", printed)), "https://s.example/feed", Ask())
    assert days(listing) == [("a", expected)]


def test_entries_of_a_feed() -> None:
    """Identity, rewriting, one entry an address, links that are none refused, the newest day told."""
    connector = feed_source(identity=r"/Article/(?P<id>\d+)/", rewrite=[{"from": "/en/Article/", "to": "/Article/"}])
    body = rss(
        item("https://s.example/en/Article/17/slug", "Tue, 05 Mar 2024 10:00:00 GMT", guid="1"),
        item("https://s.example/Article/17/other?utm_source=x", "Tue, 05 Mar 2024 10:00:00 GMT", guid="2"),
        item("/Article/18/b", "Thu, 07 Mar 2024 10:00:00 GMT", guid="1"),
        item("javascript:alert(1)", guid="3"),
        item("https://s.example/Article/3/old", "Fri, 05 Jan 2024 10:00:00 GMT"),
    )
    listing = listed(connector, body, "https://s.example/feed")
    assert [(one.id, one.url) for one in listing.entries] == [
        ("17", "https://s.example/Article/17/slug"),
        ("18", "https://s.example/Article/18/b"),
    ]
    assert (listing.flags, listing.newest) == ({"links_refused"}, date(2024, 3, 7))


def test_words_in_the_feed() -> None:
    """With ``from = "feed"`` the entry holds its words and nothing more is asked for."""
    connector = feed_source(body={"from": "feed", "min_words": 5}, turns=["us-colon", "us-q"])
    text = "<description><![CDATA[<p>MR. ROE: The bridge is safe, we think.</p><p>Q Why?</p>]]></description>"
    body = rss(item("https://s.example/a", "Tue, 05 Mar 2024 10:00:00 GMT").replace("</item>", f"{text}</item>"))
    found = listed(connector, body, "https://s.example/feed").entries[0]
    assert connector.request_of(found) is None
    transcript = connector.read_transcripts(page(body, "https://s.example/feed"), found, PEOPLE).transcripts[0]
    assert [turn.text for turn in transcript.turns] == ["The bridge is safe, we think.", "Why?"]
    assert (transcript.record.title, transcript.record.url) == ("Briefing", "https://s.example/a")


def test_transcript_of_a_podcast() -> None:
    """An episode's transcript is asked for, the words of one voice are joined, and it counts as recognised speech."""
    connector = feed_source(turns=["name-colon"], body={"min_words": 5})
    tag = (
        '<podcast:transcript url="/1.vtt" type="text/vtt"/><podcast:transcript url="/1.json" type="application/json"/>'
    )
    body = rss(item("https://s.example/1", "Tue, 05 Mar 2024 10:00:00 GMT").replace("</item>", f"{tag}</item>"))
    body = body.replace("<rss ", '<rss xmlns:podcast="https://podcastindex.org/namespace/1.0" ')
    found = listed(connector, body, "https://s.example/feed").entries[0]
    request = connector.request_of(found)
    assert request is not None
    assert request.url in {"https://s.example/1.json", "https://s.example/1.vtt"}
    words = [("Jo Doe", word) for word in "The bridge is safe".split()] + [("Al Roe", "Is it?"), ("Jo Doe", "It is.")]
    segments = {
        "version": "1.0.0",
        "segments": [{"speaker": who, "startTime": 1.0, "body": what} for who, what in words],
    }
    read = connector.read_transcripts(page(json.dumps(segments), request.url), found, PEOPLE).transcripts[0]
    assert [(turn.speaker, turn.text) for turn in read.turns] == [
        ("Jo Doe", "The bridge is safe"),
        ("Al Roe", "Is it?"),
        ("Jo Doe", "It is."),
    ]
    assert (read.record.tier, read.record.rendition) == (5, "asr")


MANY = "".join(item(f"https://s.example/{number}") for number in range(20_000))


@pytest.mark.parametrize(
    ("body", "count", "flags"),
    [
        pytest.param(rss(item("https://s.example/a"), "<item><title>B</ti", end=""), 1, {"cut"}, id="X07 cut"),
        pytest.param(rss(), 0, {"empty"}, id="X13 suddenly empty"),
        pytest.param(rss(MANY), 2_000, {"more_entries"}, id="X11 twenty thousand items"),
        pytest.param(
            rss(*(item(f"https://s.example/{n}", guid="1") for n in "ab")), 2, set(), id="X09 one guid for two"
        ),
        pytest.param(
            rss(*(item(link) for link in ("file:///etc/passwd", "data:text/html,x", "ftp://s.example/a"))),
            0,
            {"links_refused", "empty"},
            id="X10 links that are none",
        ),
    ],
)
def test_what_is_wrong_with_a_feed(body: str, count: int, flags: set[str]) -> None:
    """What came is kept, and what was wrong is said."""
    listing = listed(feed_source(), body, "https://s.example/feed", Ask())
    assert (len(listing.entries), listing.flags) == (count, flags)


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
REFUSED = [
    pytest.param("<!doctype html><html><body>Just a moment</body></html>", "wall", id="X12 HTML"),
    pytest.param("", "empty", id="nothing"),
    pytest.param(
        XML + BOMB + "<rss version='2.0'><channel><title>&b;</title></channel></rss>", "parse_failed", id="X02"
    ),
    pytest.param(
        XML + FILE + "<rss version='2.0'><channel><title>&f;</title></channel></rss>", "parse_failed", id="X04"
    ),
    pytest.param(
        f'{XML}<rss version="2.0" xmlns:i="http://www.w3.org/2001/XInclude"><channel><i:include href="/x"/></channel>'
        "</rss>",
        "parse_failed",
        id="X06",
    ),
    pytest.param(f"{XML}<catalogue/>", "parse_failed", id="other XML"),
]


@pytest.mark.parametrize(("body", "outcome"), REFUSED)
@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_what_is_no_list(kind: str, body: str, outcome: str) -> None:
    """Neither a feed nor a sitemap is read from a wall, an empty answer, or what declares entities."""
    connector = feed_source() if kind == "feed" else connector_of(source())
    with pytest.raises(ParseError) as met:
        listed(connector, body, "https://s.example/feed")
    assert met.value.outcome == outcome
