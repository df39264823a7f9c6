"""Addresses by pattern, copies in the archive, and the factory of connectors."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import Any

import pytest
from source_pages import ROWS, TABLE, WEEK, WH_PAGE, days, listed, page, source

from verifier.errors import ConfigError, ParseError
from verifier.sources.connector import Ask, Request
from verifier.sources.connectors import connector_of
from verifier.sources.wayback import cdx_request, copy_address, original_of, read_cdx


@pytest.mark.parametrize(
    ("url", "given", "ask", "urls"),
    [
        pytest.param(
            "https://s.example/PV.{n}", {"n": {"from": 9, "to": 11}}, Ask(), ["PV.9", "PV.10", "PV.11"], id="numbers"
        ),
        pytest.param(
            "https://s.example/HAN{n}-E",
            {"n": {"from": 9, "to": 10, "width": 3}},
            Ask(),
            ["HAN009-E", "HAN010-E"],
            id="width",
        ),
        pytest.param(
            "https://s.example/{day:%Y/%m}/d{day}",
            {"day": {"from": date(2024, 3, 7)}},
            WEEK,
            ["d2024-03-07", "d2024-03-08"],
            id="days of the window",
        ),
        pytest.param(
            "https://s.example/{day}", {"day": {"from": date(2024, 3, 7)}}, Ask(), [], id="days without an end"
        ),
        pytest.param(
            "https://s.example/{a}-{b}",
            {"a": {"from": 1, "to": 2}, "b": {"from": 3, "to": 4}},
            Ask(),
            ["1-3", "1-4", "2-3", "2-4"],
            id="two numbers",
        ),
    ],
)
def test_addresses_of_a_pattern(url: str, given: dict[str, Any], ask: Ask, urls: list[str]) -> None:
    """Numbers and days fill the address, in order."""
    requests = connector_of(source(kind="pattern", url=url, range=given)).first_requests(ask)
    assert [one.url.rpartition("/")[2] for one in requests] == urls


def test_an_open_row_is_bounded() -> None:
    """Numbers without an end are as many as the source allows."""
    config = source(kind="pattern", url="https://s.example/{n}", range={"n": {"from": 1}}, max_items=7)
    assert len(connector_of(config).first_requests(Ask())) == 7


def test_the_page_of_a_pattern() -> None:
    """The page itself is the record; its day may stand in the address."""
    connector = connector_of(
        source(kind="pattern", url="https://s.example/d{day:%d-%m-%Y}.htm", range={"day": {"from": date(2024, 3, 1)}})
    )
    listing = listed(connector, WH_PAGE, "https://s.example/d05-03-2024.htm")
    assert days(listing) == [("d05-03-2024.htm", [date(2024, 3, 5)])]
    assert connector.request_of(listing.entries[0]) is None


def test_the_index_of_the_archive() -> None:
    """The index is asked for captures of a window and read into addresses of copies."""
    request = cdx_request("s.example/docs/", WEEK.window, prefix=True)
    assert request.url == (
        "https://web.archive.org/cdx/search/cdx?url=s.example%2Fdocs%2F&matchType=prefix&from=20240301&to=20240308"
        "&filter=statuscode%3A200&filter=mimetype%3Atext%2Fhtml&collapse=urlkey&fl=timestamp%2Coriginal%2Cdigest"
        "&output=json&limit=500"
    )
    rows = [["timestamp", "original", "digest"], ["20240306101112", "https://s.example/a", "D"], ["x", "nonsense", "D"]]
    (capture,) = read_cdx(page(json.dumps(rows)))
    assert capture.address == "https://web.archive.org/web/20240306101112id_/https://s.example/a"
    assert (capture.captured_at.isoformat(), read_cdx(page("[]")), read_cdx(page(""))) == (
        "2024-03-06T10:11:12+00:00",
        (),
        (),
    )


@pytest.mark.parametrize(
    ("body", "outcome"),
    [("<html><body>Too many requests</body></html>", "wall"), ('{"a":1}', "parse_failed"), ("[1, 2", "parse_failed")],
)
def test_what_is_no_index(body: str, outcome: str) -> None:
    """A page in the index's place is no "no captures"."""
    with pytest.raises(ParseError) as met:
        read_cdx(page(body))
    assert met.value.outcome == outcome


def test_a_source_through_the_archive() -> None:
    """Every page is asked of the archive and read under its own address; the day of the copy is no record's day."""
    connector = connector_of(source(kind="listing", list={"url": "https://s.example/list"}, rows=ROWS, via="wayback"))
    (first,) = connector.first_requests(WEEK)
    assert first.url == copy_address("https://s.example/list")
    copy = page(TABLE, first.url, final_url="https://web.archive.org/web/20240401000000id_/https://s.example/list")
    listing = connector.read_listing(copy, first, WEEK)
    assert [(one.url, one.day) for one in listing.entries] == [("https://s.example/docs/a", date(2024, 3, 5))]
    assert connector.request_of(listing.entries[0]) == Request(copy_address("https://s.example/docs/a"))


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20240401000000id_/https://s.example/a?b=c", "https://s.example/a?b=c"),
        ("https://web.archive.org/web/2/http:/s.example/", "http://s.example/"),
        ("https://s.example/a", "https://s.example/a"),
        (None, None),
    ],
)
def test_original_of_a_copy(url: str | None, original: str | None) -> None:
    """A copy's address holds that of the page."""
    assert original_of(url) == original


@pytest.mark.parametrize("kind", ["feed", "sitemap", "listing", "pattern"])
def test_connectors_go_to_another_process(kind: str) -> None:
    """A connector can be pickled, which the parsing child needs."""
    keys = {
        "feed": {"feeds": ["https://s.example/f"]},
        "sitemap": {"sitemap": {"url": "https://s.example/s"}},
        "listing": {"list": {"url": "https://s.example/l"}},
        "pattern": {"url": "https://s.example/{n}", "range": {"n": {"from": 1, "to": 2}}},
    }
    connector = connector_of(source(kind=kind, **keys[kind]))
    assert pickle.loads(pickle.dumps(connector)) == connector


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        pytest.param({"kind": "folder", "path": "x"}, "read from files", id="files"),
        pytest.param({"turns": ["us-collon"]}, "no turn profile", id="unknown profile"),
    ],
)
def test_sources_without_connector(keys: dict[str, Any], message: str) -> None:
    """What cannot be harvested is refused before anything is asked for."""
    with pytest.raises(ConfigError, match=message):
        connector_of(source(**keys))
