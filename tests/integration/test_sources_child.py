"""Pages of sources read in the parsing child: what breaks a parser costs one page, and no half of one is taken."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from verifier.errors import ParseError
from verifier.harvest.parsing import ParsingChild
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.config import ListingSource
from verifier.sources.connector import Ask, Entry, Request
from verifier.sources.connectors import connector_of

CONFIG = ListingSource.model_validate(
    {
        "id": "test",
        "kind": "listing",
        "list": {"url": "https://s.example/list"},
        "turns": ["us-colon", "us-q"],
        "languages": ["en"],
        "rows": {"link": "main a"},
        "body": {"select": "main"},
    }
)
WORDS = "We have looked at the bridge and at the river, and we shall look again before the summer comes. " * 4
HEAD = "<html><head><title>Briefing</title></head><body><h1>Briefing</h1><main>"
TAIL = "<p>MR. ROE: TAILMARK stands at the end.</p></main></body></html>"
SPOKEN = f"<p>MR. ROE: {WORDS}</p><p>Q Why?</p>"
URL = "https://s.example/2024/03/05/briefing"
ENTRY = Entry(URL, URL, dates=(RecordDate(date(2024, 3, 5), "listing"),))


@pytest.fixture(scope="module")
def child() -> Iterator[ParsingChild]:
    with ParsingChild() as running:
        yield running


def page(body: str) -> Page:
    return Page(body.encode(), datetime(2026, 1, 1, tzinfo=UTC), url=URL, final_url=URL, content_type="text/html")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(HEAD + SPOKEN + "<div>" * 100_000 + TAIL, id="H01 nested 100,000 deep"),
        pytest.param(HEAD + SPOKEN + "<div>" * 300 + TAIL, id="H01 nested 300 deep"),
        pytest.param(HEAD + SPOKEN + "<b><i><p>" * 30_000 + TAIL, id="H02 unclosed"),
        pytest.param(HEAD + SPOKEN + "<p>word " * 30_000 + TAIL, id="H02 unclosed paragraphs"),
        pytest.param(
            HEAD + f"<div {' '.join(f'a{n}=x' for n in range(100_000))}>" + SPOKEN + TAIL, id="H03 attributes"
        ),
        pytest.param(HEAD + SPOKEN + "<p>" + "word " * 2_000_000 + "</p>" + TAIL, id="F24 ten million letters"),
        pytest.param(HEAD + SPOKEN * 40 + "<textarea>" + SPOKEN * 60 + TAIL, id="an open text field"),
        pytest.param(HEAD + SPOKEN * 40 + "</main>" + SPOKEN * 60 + TAIL, id="a body closed too early"),
        pytest.param(HEAD + SPOKEN * 40 + "<nav>" + SPOKEN * 60 + TAIL, id="navigation left open"),
    ],
)
def test_whole_or_refused(child: ParsingChild, body: str) -> None:
    """A page that strains the parser is read to its end or refused, within bounds; what follows is read as ever."""
    began = time.monotonic()
    refused = ""
    try:
        text = child.run(connector_of(CONFIG).read_transcripts, page(body), ENTRY, None).transcripts[0].text
    except ParseError as error:
        text, refused = "", error.outcome
    assert "TAILMARK" in text or refused in {"suspicious_change", "parse_failed"}
    assert time.monotonic() - began < 60
    after = child.run(connector_of(CONFIG).read_transcripts, page(HEAD + SPOKEN + TAIL), ENTRY, None)
    assert "TAILMARK" in after.transcripts[0].text


def test_listings_are_read_in_the_child(child: ParsingChild) -> None:
    """A listing goes through the child and comes back equal."""
    connector = connector_of(CONFIG)
    body = page("<main><a href='/a'>A</a></main>")
    request = Request("https://s.example/list")
    assert child.run(connector.read_listing, body, request, Ask()) == connector.read_listing(body, request, Ask())
