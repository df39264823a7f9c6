"""Every kind from its first request to a transcript, and to a page that must be refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from source_pages import PEOPLE, SITEMAP_NS, WEEK, WH_PAGE, WH_URL, XML, page, source

from verifier.errors import ParseError
from verifier.sources.connectors import connector_of

WALL = "<html><head><title>Just a moment...</title></head><body><h1>Just a moment...</h1></body></html>"
COMMON: dict[str, Any] = {
    "url_regex": r"/(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)/",
    "body": {"select": "section.body-content"},
    "turns": ["us-colon", "us-q"],
    "languages": ["en"],
}
KINDS = [
    pytest.param(
        {"kind": "sitemap", "sitemap": {"url": "https://s.example/sitemap.xml"}},
        f"{XML}<urlset {SITEMAP_NS}><url><loc>{WH_URL}</loc></url></urlset>",
        id="sitemap",
    ),
    pytest.param(
        {"kind": "feed", "feeds": ["https://s.example/feed"]},
        f'{XML}<rss version="2.0"><channel><item><title>Briefing</title><link>{WH_URL}</link></item></channel></rss>',
        id="feed",
    ),
    pytest.param(
        {"kind": "listing", "list": {"url": "https://s.example/list"}, "rows": {"link": "h2 a"}},
        f"<html><body><main><h2><a href='{WH_URL}'>Briefing</a></h2></main></body></html>",
        id="listing",
    ),
    pytest.param(
        {
            "kind": "pattern",
            "url": WH_URL.replace("2024/03/05", "{day:%Y/%m/%d}"),
            "range": {"day": {"from": date(2024, 3, 5), "to": date(2024, 3, 5)}},
        },
        WH_PAGE,
        id="pattern",
    ),
]


@pytest.mark.parametrize(("keys", "body"), KINDS)
@pytest.mark.parametrize("via", [None, "wayback"])
def test_from_the_first_request_to_the_transcript(keys: dict[str, Any], body: str, via: str | None) -> None:
    """A kind finds the briefing, asks for its page and reads it: the same transcript, direct or from the archive."""
    connector = connector_of(source(**COMMON, **keys, via=via))
    (first,) = connector.first_requests(WEEK)
    (found,) = connector.read_listing(page(body, first.url), first, WEEK).entries
    request = connector.request_of(found)
    answer = page(WH_PAGE, request.url if request else first.url)
    (transcript,) = connector.read_transcripts(answer, found, PEOPLE).transcripts
    assert (transcript.record.doc_id, transcript.record.url) == (WH_URL, WH_URL)
    assert [(one.day, one.origin) for one in transcript.record.dates] == [(date(2024, 3, 5), "url")]
    assert transcript.record.speakers[:3] == ("Karine Jean-Pierre", "John Kirby", "Joe Biden")


@pytest.mark.parametrize(("keys", "body"), KINDS)
def test_a_wall_in_the_place_of_the_page(keys: dict[str, Any], body: str) -> None:
    """Whatever kind found it, a wall is no transcript."""
    connector = connector_of(source(**COMMON, **keys))
    (first,) = connector.first_requests(WEEK)
    (found,) = connector.read_listing(page(body, first.url), first, WEEK).entries
    with pytest.raises(ParseError) as met:
        connector.read_transcripts(page(WALL, found.url), found, PEOPLE)
    assert met.value.outcome == "wall"
