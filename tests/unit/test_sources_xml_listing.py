"""XML corpora on the web: list pages, computed addresses, and the files of a folder."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from source_samples import MARCH, page, source

from verifier.errors import ParseError
from verifier.sources.connector import Ask
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector

HTML = "<!doctype html><html><head><title>Access denied</title></head><body>Access denied</body></html>"
SITTING = (
    '<publicwhip><speech id="uk.org.publicwhip/debate/2024-03-05a.11.1" speakername="Jane Roe"><p>The harbour stays'
    " open for ever.</p></speech></publicwhip>"
)


def corpus(profile: str, **block: Any) -> XmlCorpusConnector:
    """Return a corpus read by this profile; short records are enough for it."""
    return XmlCorpusConnector(source(kind="xml_corpus", profile={"name": profile}, body={"min_words": 5}, **block))


LIST_URL = "https://records.example/list?limit=10&offset={offset}"
LINK = '<a href="/resource/blob/{0}/20{0}.xml">XML</a>'


def listing_source(**block: Any) -> XmlCorpusConnector:
    links = {"url": LIST_URL, "links_regex": r"/resource/blob/\d+/\d+\.xml"}
    return corpus("bundestag", list=links, paging={"total": r'data-hits="(\d+)"'}, **block)


def test_a_list_page() -> None:
    """Addresses are found by their pattern, each once, also in escaped JSON; the next page begins behind them."""
    made = listing_source()
    (first,) = made.first_requests(MARCH)
    assert first.url == "https://records.example/list?limit=10&offset=0"
    body = f'<div data-hits="4">{LINK.format(1)}{LINK.format(1)}{{"u":"\\/resource\\/blob\\/2\\/202.xml"}}</div>'
    found = made.read_listing(page(body, url=first.url), first, MARCH)
    assert [one.url for one in found.entries] == [
        "https://records.example/resource/blob/1/201.xml",
        "https://records.example/resource/blob/2/202.xml",
    ]
    assert (found.total, found.flags) == (4, frozenset())
    (second,) = found.onward
    assert (second.url[-8:], second.number, second.seen) == ("offset=2", 2, 2)


@pytest.mark.parametrize(
    ("number", "seen", "links", "onward", "flags"),
    [
        pytest.param(2, 2, 2, 0, set(), id="all that there are"),
        pytest.param(2, 1, 1, 1, set(), id="more"),
        pytest.param(2, 3, 0, 0, {"total_differs"}, id="an empty page too early"),
    ],
)
def test_where_a_list_ends(number: int, seen: int, links: int, onward: int, flags: set[str]) -> None:
    """A list ends at its total or at an empty page, and says where the two disagree."""
    made = listing_source()
    (first,) = made.first_requests(MARCH)
    request = type(first)(first.url, number=number, seen=seen)
    body = f'<div data-hits="4">{"".join(LINK.format(n) for n in range(1, links + 1))}</div>'
    found = made.read_listing(page(body), request, MARCH)
    assert (len(found.onward), found.flags) == (onward, flags)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param(HTML, "parse_failed", id="no address"),
        pytest.param(b"%PDF-1.4", "wrong_type", id="PDF"),
    ],
)
def test_lists_that_are_none(body: str | bytes, outcome: str) -> None:
    """A first page without any of the addresses is no empty list but another page."""
    made = listing_source()
    (first,) = made.first_requests(MARCH)
    with pytest.raises(ParseError) as caught:
        made.read_listing(page(body), first, MARCH)
    assert caught.value.outcome == outcome


@pytest.mark.parametrize(
    ("url", "ranges", "expected"),
    [
        pytest.param(
            "https://records.example/CRE-10-{day}_EN.xml",
            {"day": {"from": "2024-03-09"}},
            [("CRE-10-2024-03-09_EN.xml", date(2024, 3, 9)), ("CRE-10-2024-03-10_EN.xml", date(2024, 3, 10))],
            id="days of the window",
        ),
        pytest.param(
            "https://records.example/HAN{n}-E.XML",
            {"n": {"from": 9, "to": 10, "width": 3}},
            [("HAN009-E.XML", None), ("HAN010-E.XML", None)],
            id="numbers",
        ),
    ],
)
def test_computed_addresses(url: str, ranges: dict[str, Any], expected: list[tuple[str, date | None]]) -> None:
    """Addresses that nothing lists are computed; what comes is the record, and carries the day of its address."""
    made = corpus("parlparse", url=url, range=ranges)
    requests = made.first_requests(MARCH)
    listings = [made.read_listing(page(SITTING, url=one.url), one, MARCH) for one in requests]
    entries = [entry for listing in listings for entry in listing.entries]
    assert [(str(one.url).rpartition("/")[2], one.day) for one in entries] == expected
    assert [made.request_of(one) for one in entries] == [None, None]
    assert made.read_transcripts(page(SITTING), entries[0]).transcripts[0].text.startswith("The harbour")


def test_days_without_an_end_need_a_window() -> None:
    """A pattern of days that has no end gives no address where no window is asked for."""
    made = corpus("ep_cre", url="https://records.example/{day}.xml", range={"day": {"from": "2024-03-09"}})
    assert made.first_requests(Ask()) == ()


def test_a_file_of_a_folder() -> None:
    """A file is known by its name; its entry needs no address."""
    made = corpus("parlparse")
    file = page(SITTING, name="debates/2024-03-05a.xml")
    entry = made.entry_of_file(file)
    assert made.request_of(entry) is None
    assert made.read_transcripts(file, entry).transcripts[0].record.doc_id == "debates/2024-03-05a.xml"
