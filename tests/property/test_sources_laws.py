"""Laws of reading a transcript's page: nothing is made up, nothing changes its place."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate, Role
from verifier.sources.config import SitemapSource, WebBase
from verifier.sources.connector import Entry
from verifier.sources.entries import address_in
from verifier.sources.page_parts import parts_of
from verifier.sources.pages import read_page
from verifier.sources.profiles import PROFILES

HEADS = st.sampled_from(
    (
        "||MR. ROE: |MR. ROE:\u00a0 |Q\u00a0\u00a0 |QUESTION: |THE PRESIDENT: |Emmanuel MACRON|R - |NOTE: "
        "|StS Seibert: |The President. |<b>Jo Doe:</b> |FACT SHEET: |(As interpreted.) |Erstens: |SENIOR AIDE: "
    ).split("|")
)
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), max_size=60)
LINES = st.lists(st.tuples(HEADS, WORDS), min_size=1, max_size=12)
TURNS = st.lists(st.sampled_from([*sorted(PROFILES), "single"]), max_size=3, unique=True)


def config_of(turns: list[str]) -> WebBase:
    return SitemapSource.model_validate(
        {
            "id": "law",
            "kind": "sitemap",
            "sitemap": {"url": "https://s.example/s.xml"},
            "turns": turns,
            "turn_stop": ["FACT SHEET"],
            "body": {"min_words": 1},
        }
    )


def page_of(lines: list[tuple[str, str]]) -> tuple[Page, Entry]:
    body = "".join(f"<p>{head}{html.escape(words)}</p>" for head, words in lines)
    text = f"<html><head><title>Remarks by Jo Doe</title></head><body><main>{body}</main></body></html>"
    url = "https://s.example/2024/03/05/x"
    page = Page(text.encode("utf-8", "replace"), datetime(2026, 1, 1, tzinfo=UTC), url=url, final_url=url)
    return page, Entry(url, url, dates=(RecordDate(date(2024, 3, 5), "listing"),))


@settings(max_examples=150, deadline=None)
@given(LINES, TURNS)
def test_every_word_stands_on_the_page_in_order(lines: list[tuple[str, str]], turns: list[str]) -> None:
    """Each line of each turn is found in the body's text behind the line before it; questions are nobody's."""
    page, entry = page_of(lines)
    config = config_of(turns)
    try:
        transcript = read_page(page, entry, config, None).transcripts[0]
    except ParseError:
        return
    text, place = parts_of(page, entry, config).text, 0
    for turn in transcript.turns:
        for line in turn.text.split("\n"):
            found = text.find(line, place)
            assert found >= 0, line
            place = found + len(line)
        assert turn.role is not Role.QUESTION or turn.speaker_id is None
    assert transcript.record.words == sum(len(turn.text.split()) for turn in transcript.turns)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "https://s.example/a/b", "nonsense"]))
def test_links_become_web_addresses_or_nothing(link: str, base: str | None) -> None:
    """Whatever a list prints as a link, what comes of it is http or https."""
    url = address_in(link, base, config_of([]))
    assert url is None or re.match(r"https?://[^/]", url)
