"""HTML lists and searches: where to begin, what a page holds, and what follows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from source_pages import ROWS, TABLE, WEEK, listed, page, source

from verifier.errors import ParseError
from verifier.sources.connector import Ask, Request
from verifier.sources.connectors import connector_of


def listing_source(**keys: Any) -> Any:
    given: dict[str, Any] = {"kind": "listing", "languages": ["en"]}
    if "search" not in keys:
        given["list"] = {"url": "https://s.example/list"}
    return connector_of(source(**given | keys))


def test_rows_of_a_list() -> None:
    """Rows give address, title and day; what no reader sees is no entry; the next page is the page's own link."""
    connector = listing_source(rows=ROWS, paging={"style": "page", "next": "li.next a"})
    listing = listed(connector, TABLE, "https://s.example/list/", seen=0)
    assert [(one.url, one.title, one.day) for one in listing.entries] == [
        ("https://s.example/list/docs/a", "First", date(2024, 3, 5))
    ]
    assert listing.onward == (Request("https://s.example/list/?page=1", number=2, seen=3),)
    assert listing.flags == {"links_refused"}


def test_addresses_in_escaped_json() -> None:
    """A pattern finds addresses in the source of the page, JSON's escapes put right, each once."""
    connector = listing_source(links_regex=r"/breg-de/pressekonferenzen/[a-z0-9-]+-\d+")
    body = r'<html><script>{"u":"\/breg-de\/pressekonferenzen\/pk-vom-1-123",'
    body += r'"v":"\u002Fbreg-de\u002Fpressekonferenzen/pk-2-124"}'
    body += "</script><a href='/breg-de/pressekonferenzen/pk-vom-1-123'>x</a></html>"
    assert [one.url for one in listed(connector, body, "https://s.example/x").entries] == [
        "https://s.example/breg-de/pressekonferenzen/pk-vom-1-123",
        "https://s.example/breg-de/pressekonferenzen/pk-2-124",
    ]


SEARCH = {
    "url": "https://s.example/search",
    "params": {
        "q": "{phrase}",
        "who": "{person}",
        "from[date]": "{from:%m-%d-%Y}",
        "to[date]": "{to:%m-%d-%Y}",
        "items": "100",
    },
}
COUNTED = {"style": "page", "param": "page", "start": 0}


@pytest.mark.parametrize(
    ("keys", "ask", "urls"),
    [
        pytest.param(
            {"search": SEARCH, "paging": COUNTED},
            Ask(WEEK.window, "foreign troops"),
            [
                "https://s.example/search?q=foreign+troops&from%5Bdate%5D=03-01-2024&to%5Bdate%5D=03-08-2024"
                "&items=100&page=0"
            ],
            id="a phrase and days",
        ),
        pytest.param(
            {"search": SEARCH},
            Ask(None, None, "Jo Doe"),
            ["https://s.example/search?who=Jo+Doe&items=100"],
            id="a person",
        ),
        pytest.param({"search": SEARCH}, Ask(), [], id="nothing to ask for"),
        pytest.param(
            {"search": {"url": "https://s.example/all", "params": {"n": "9"}}},
            Ask(),
            ["https://s.example/all?n=9"],
            id="no placeholder: a plain list",
        ),
        pytest.param(
            {"search": SEARCH, "list": {"url": "https://s.example/list"}},
            WEEK,
            ["https://s.example/list"],
            id="a crawl takes the list",
        ),
        pytest.param(
            {"list": {"url": "https://s.example/list/{page}"}, "paging": {"start": 1}},
            Ask(),
            ["https://s.example/list/1"],
            id="the page in the path",
        ),
        pytest.param(
            {"search": {"url": "https://s.example/{phrase}/"}},
            Ask(None, "a/b c"),
            ["https://s.example/a%2Fb%20c/"],
            id="a phrase in the path",
        ),
    ],
)
def test_where_a_listing_begins(keys: dict[str, Any], ask: Ask, urls: list[str]) -> None:
    """The search is filled with what is asked; parameters without a value are left out."""
    assert [one.url for one in connector_of(source(kind="listing", **keys)).first_requests(ask)] == urls


@pytest.mark.parametrize(
    ("paging", "template", "second", "third"),
    [
        pytest.param(COUNTED, "https://s.example/list", "?page=1", "?page=2", id="pages from 0"),
        pytest.param({"style": "page", "start": 1}, "https://s.example/list", "?page=2", "?page=3", id="pages from 1"),
        pytest.param(
            {"style": "offset", "size": 10}, "https://s.example/list", "?offset=10", "?offset=20", id="offset"
        ),
        pytest.param({"style": "offset"}, "https://s.example/list", "?offset=2", "?offset=4", id="offset by rows"),
        pytest.param({"start": 1}, "https://s.example/list/{page}", "/2", "/3", id="in the path"),
    ],
)
def test_pages_that_are_counted(paging: dict[str, Any], template: str, second: str, third: str) -> None:
    """P01: every page with entries names the next, for ever; the walker keeps count."""
    connector = connector_of(source(kind="listing", list={"url": template}, paging=paging, rows={"link": "main a"}))
    body = "<main><a href='/a'>A</a><a href='/b'>B</a></main>"
    (first,) = connector.first_requests(Ask())
    (following,) = connector.read_listing(page(body, first.url), first, Ask()).onward
    (last,) = connector.read_listing(page(body, following.url), following, Ask()).onward
    assert (following.url.removeprefix("https://s.example/list"), following.number, following.seen) == (second, 2, 2)
    assert (last.url.removeprefix("https://s.example/list"), last.number, last.seen) == (third, 3, 4)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<main><p>No results.</p></main>", id="no entry"),
        pytest.param("<main><li><a href='/a'>A</a> 5 January 2024</li></main>", id="all older than the window"),
    ],
)
def test_pages_that_end_a_list(body: str) -> None:
    """A page without entries, or with none so young, is the last."""
    connector = listing_source(rows={"select": "main li"}, paging=COUNTED)
    listing = listed(connector, body, "https://s.example/list?page=4", number=5)
    assert (listing.entries, listing.onward) == ((), ())


def test_total_that_does_not_agree() -> None:
    """P07: fewer entries than the page says there are is told."""
    connector = listing_source(rows={"link": "main a"}, paging={"style": "none", "total": ".count"})
    body = "<p class=count>1,204 results</p><main><a href='/a'>A</a></main>"
    listing = listed(connector, body, "https://s.example/list")
    assert (listing.total, listing.flags) == (1204, {"total_differs"})


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param("<title>Access Denied</title><h1>Access Denied</h1>", "wall", id="wall"),
        pytest.param("<title>Page not found</title><h1>Page not found</h1>", "soft_404", id="error page"),
        pytest.param("", "empty", id="nothing"),
        pytest.param(b"%PDF-1.4 x", "wrong_type", id="PDF"),
    ],
)
def test_what_is_no_list_page(body: str | bytes, outcome: str) -> None:
    """A wall is not an empty list."""
    with pytest.raises(ParseError) as met:
        listed(listing_source(), body, "https://s.example/list")
    assert met.value.outcome == outcome
