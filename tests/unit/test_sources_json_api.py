"""JSON interfaces: what is asked for, five ways of paging with their ends, and answers that are none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from json_samples import MAP, URL, listed, query_of, rows
from json_samples import search_api as api
from pydantic import ValidationError
from source_samples import MARCH

from verifier.errors import ParseError
from verifier.model.text import Interval
from verifier.sources.connector import Ask, Entry, Request

SPOKEN = Ask(MARCH.window, phrase='the “harbour” stays & "open"', person="Jane Roe")


def test_a_search_by_parameters() -> None:
    """Values are escaped, quotation marks inside the phrase do not end it, days take the source's format."""
    params = {"q": '"{phrase}"', "who": "{person}", "window": "from:{from},to:{to:%d%m%Y}", "fields": "title,link"}
    (request,) = api(search={"url": URL, "params": params}).first_requests(SPOKEN)
    assert query_of(request) == {
        "q": '"the harbour stays & open"',
        "who": "Jane Roe",
        "window": "from:2024-03-01,to:10032024",
        "fields": "title,link",
    }
    assert (request.method, request.accept, request.body) == ("GET", "application/json", None)


def test_a_crawl_leaves_out_what_it_does_not_ask() -> None:
    """A parameter that needs a phrase is not sent where none is asked for; a search for nothing is not made."""
    params = {"q": "{phrase}", "count": "100", "since": "{from}"}
    (request,) = api(search={"url": URL, "params": params}).first_requests(MARCH)
    assert query_of(request) == {"count": "100", "since": "2024-03-01"}
    assert api(search={"url": URL, "params": params}).first_requests(Ask()) == ()


@pytest.mark.parametrize(
    ("ask", "query"),
    [
        pytest.param(
            SPOKEN,
            'collection:(CPD) AND "the harbour stays & open" AND publishdate:range(2024-03-01,2024-03-10)',
            id="phrase and window",
        ),
        pytest.param(Ask(phrase="open"), 'collection:(CPD) AND "open"', id="phrase"),
        pytest.param(MARCH, "collection:(CPD) AND publishdate:range(2024-03-01,2024-03-10)", id="window"),
    ],
)
def test_a_search_by_json(ask: Ask, query: str) -> None:
    """A body is filled and then written as JSON; parts in double brackets go with their values; the key is named."""
    template = 'collection:(CPD)[[ AND "{phrase}"]][[ AND publishdate:range({from},{to})]]'
    form = {"query": template, "offsetMark": "{cursor}", "sorts": [{"field": "publishdate", "sortOrder": "DESC"}]}
    made = api(
        search={"method": "POST", "url": URL, "json": form, "headers": {"Accept": "application/ld+json", "X-V": "1"}},
        paging={"style": "offset_mark", "start": "*", "next": "offsetMark"},
        auth={"env": "HARBOUR_KEY", "header": "X-Api-Key"},
    )
    (request,) = made.first_requests(ask)
    sent = json.loads(request.body or b"")
    assert sent == {"query": query, "offsetMark": "*", "sorts": [{"field": "publishdate", "sortOrder": "DESC"}]}
    assert (request.method, request.content_type, request.cursor) == ("POST", "application/json", "*")
    assert (request.accept, request.headers) == ("application/ld+json", (("X-V", "1"),))
    assert (request.secret_env, request.secret_header, request.secret_param) == ("HARBOUR_KEY", "X-Api-Key", None)


def test_a_search_that_needs_what_is_not_asked() -> None:
    """Where an address itself needs a phrase, nothing is asked without one."""
    made = api(search={"url": "https://api.harbour.example/find/{phrase}"})
    assert made.first_requests(MARCH) == ()
    (request,) = made.first_requests(Ask(phrase="a/b ?x"))
    assert request.url == "https://api.harbour.example/find/a%2Fb%20%3Fx"


DAYS = ("2024-03-05", "2024-03-04")
PAGE = {"style": "page", "param": "page", "start": 1}


@pytest.mark.parametrize(
    ("status", "number", "flags"),
    [
        pytest.param(204, 1, {"empty"}, id="nothing at all"),
        pytest.param(204, 2, set(), id="nothing more"),
        pytest.param(400, 3, set(), id="past the last page"),
    ],
)
def test_statuses_that_are_answers(status: int, number: int, flags: set[str]) -> None:
    """Some sources say by a status that they have nothing, or no more."""
    made = api(empty={"status": [204], "end_status": [400]}, paging=PAGE)
    found = listed(made, "", Request(URL, number=number), status=status)
    assert (found.entries, found.onward, found.flags) == ((), (), flags)
    assert made.answers == {204, 400}


@pytest.mark.parametrize(
    ("body", "answer", "outcome"),
    [
        pytest.param("", {"status": 200}, "rate_limited", id="empty where that is throttling"),
        pytest.param("", {"status": 400}, "http_error", id="an error on the first page"),
        pytest.param(
            "<!doctype html><html><head><title>Technical Difficulties</title></head><body>We are experiencing technical"
            " difficulties.</body></html>",
            {},
            "soft_404",
            id="error page with 200",
        ),
        pytest.param(
            "<html><head><title>Access Denied</title></head><body>Access denied</body></html>", {}, "wall", id="wall"
        ),
        pytest.param("<html><body>" + "word " * 300 + "</body></html>", {}, "wrong_type", id="another page"),
        pytest.param("Your query was too short or too long.", {}, "wrong_type", id="plain text with 200"),
        pytest.param("<?xml version='1.0'?><rows/>", {}, "wrong_type", id="XML"),
        pytest.param(b"%PDF-1.4", {}, "wrong_type", id="PDF"),
        pytest.param(rows(*DAYS)[:-9], {}, "parse_failed", id="cut"),
        pytest.param("[" * 100_000, {}, "parse_failed", id="nested without end"),
        pytest.param('{"results": NaN}', {}, "parse_failed", id="not a number"),
        pytest.param('{"error": {"code": "KEY", "message": "no key"}}', {}, "parse_failed", id="a complaint"),
        pytest.param('{"results": {"a": 1}}', {}, "parse_failed", id="a table in place of rows"),
        pytest.param('{"results": ["x"]}', {}, "parse_failed", id="rows that are no tables"),
        pytest.param('{"results": [{"title": "x"}]}', {}, "parse_failed", id="rows without address"),
        pytest.param('{"results": [{"link": ["x"]}]}', {}, "parse_failed", id="a list for an address"),
    ],
)
def test_answers_that_are_none(body: str | bytes, answer: dict[str, Any], outcome: str) -> None:
    """What is no answer is an error with its outcome, never an empty list."""
    made = api(empty={"status": [204], "end_status": [400], "throttled_if_empty_body": True})
    with pytest.raises(ParseError) as caught:
        listed(made, body, **answer)
    assert caught.value.outcome == outcome
    assert "\n" not in caught.value.message


def test_the_complaint_of_an_interface_is_told() -> None:
    """What the interface says is part of the message."""
    with pytest.raises(ParseError, match="no key"):
        listed(api(), '{"error": {"code": "KEY", "message": "no key"}}')


def test_no_rows() -> None:
    """An empty list is an answer; one that is not there only where the configuration says so."""
    assert listed(api(), '{"results": []}').flags == {"empty"}
    assert listed(api(empty={"rows_absent": True}), "{}").flags == {"empty"}
    with pytest.raises(ParseError):
        listed(api(), "{}")


@pytest.mark.parametrize(
    ("seen", "total", "differs"),
    [
        pytest.param(0, 2, False, id="as many as there are"),
        pytest.param(0, 3, True, id="fewer"),
        pytest.param(5, 7, False, id="on the last page"),
        pytest.param(0, None, False, id="not told"),
    ],
)
def test_another_number_than_the_source_says(seen: int, total: int | None, differs: bool) -> None:
    """A list that ends with another number of records than its total is flagged."""
    made = api(paging={"style": "none", "total": "n"})
    found = listed(made, rows(*DAYS, n=total), Request(URL, seen=seen))
    assert ("total_differs" in found.flags, found.total) == (differs, total)


WINDOWED = {"url": URL, "params": {"startDate": "{from}", "endDate": "{to}"}}


@pytest.mark.parametrize(
    ("search", "days", "kept", "flags", "onward"),
    [
        pytest.param(WINDOWED, ("2024-03-05", "2024-03-11"), 2, set(), 1, id="inside, a day of slack"),
        pytest.param(WINDOWED, ("2024-03-05", "2023-01-01"), 1, {"window_ignored"}, 1, id="parameter ignored"),
        pytest.param({"url": URL}, ("2024-03-19", "2024-03-05"), 1, set(), 1, id="newer rows first"),
        pytest.param({"url": URL}, ("2024-02-05", "2024-02-04"), 0, set(), 0, id="all older: the end"),
        pytest.param(WINDOWED, ("2024-03-05", ""), 2, set(), 1, id="a row without a day stays"),
    ],
)
def test_the_window(search: dict[str, Any], days: tuple[str, ...], kept: int, flags: set[str], onward: int) -> None:
    """Rows outside the window are left out, and where the source was asked for it that is told."""
    found = listed(api(search=search, paging=PAGE), rows(*days))
    assert (len(found.entries), found.flags, len(found.onward)) == (kept, flags, onward)


@pytest.mark.parametrize(
    ("printed", "zone", "day"),
    [
        pytest.param("2024-03-05T00:00:00+00:00", "America/New_York", date(2024, 3, 5), id="midnight is a day"),
        pytest.param("2024-03-05T12:00:00Z", "Pacific/Auckland", date(2024, 3, 5), id="noon is a day"),
        pytest.param("2024-03-05T00:00:00", "Europe/London", date(2024, 3, 5), id="no offset"),
        pytest.param("2024-03-06T02:30:00Z", "America/New_York", date(2024, 3, 5), id="a moment"),
        pytest.param("05 March 2024", None, date(2024, 3, 5), id="in words"),
        pytest.param("20240305T181500Z", None, date(2024, 3, 5), id="without dashes"),
        pytest.param("some day", None, None, id="nonsense"),
        pytest.param("2999-01-01", None, None, id="after its retrieval"),
    ],
)
def test_days(printed: str, zone: str | None, day: date | None) -> None:
    """A day is never moved; a moment is the day at the source."""
    assert listed(api(timezone=zone), rows(printed), ask=Ask()).entries[0].day == day


def test_rows() -> None:
    """A row comes once, with what the mapping finds; an address is made whole; rows without one are told."""
    body = json.dumps(
        {
            "results": [
                {
                    "link": "/a?utm_source=x",
                    "title": " Remarks &amp;\r\n more ",
                    "day": "2024-03-05",
                    "who": [{"nom": "A B"}, {"nom": None}],
                    "at": "Quay",
                },
                {"link": "/a", "title": "Again", "day": "2024-03-05"},
                {"link": "javascript:alert(1)", "title": "Bad"},
            ]
        }
    )
    fields = {"speakers": "who[].{name: nom, role: quality}", "venue": "at", "published": "put_up"}
    found = listed(api(map=MAP | fields), body)
    (entry,) = found.entries
    assert (entry.id, entry.url) == ("https://api.harbour.example/a", "https://api.harbour.example/a")
    assert (entry.title, entry.speakers, entry.place, entry.day) == (
        "Remarks & more",
        ("A B",),
        "Quay",
        date(2024, 3, 5),
    )
    assert found.flags == {"links_refused"}
    assert found.newest == date(2024, 3, 5)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param({"map": {"rows": "results", "url": "link", "titel": "title"}}, id="misspelt field"),
        pytest.param({"map": {"url": "link"}}, id="no rows"),
        pytest.param({"map": {"rows": "results", "title": "t"}}, id="neither id nor address"),
        pytest.param({"map": MAP | {"title": "a.[b"}}, id="broken expression"),
        pytest.param({"turn_map": {"words": "x"}}, id="misspelt field of a turn"),
        pytest.param({"paging": {"style": "cursor"}}, id="a cursor that stands nowhere"),
    ],
)
def test_blocks_that_cannot_work(block: dict[str, Any]) -> None:
    """What cannot work is an error of the configuration, before anything is fetched."""
    with pytest.raises(ValidationError):
        api(**block)


def test_another_host_in_a_row() -> None:
    """A field that would lead the second request to another host is refused, and the key goes to no other host."""
    made = api(detail={"url": "https://api.harbour.example{url}"}, auth={"env": "K", "header": "X-Key"})
    with pytest.raises(ParseError):
        made.request_of(Entry("a", None, extra=(("url", "@evil.example/x"),)))
    assert made.request_of(Entry("a", None, extra=(("url", "/x?y=1"),))) == Request(
        "https://api.harbour.example/x?y=1", accept="application/json", secret_env="K", secret_header="X-Key"
    )
    plain = api(auth={"env": "K", "header": "X-Key"})
    other = plain.request_of(Entry("a", "https://www.harbour.example/x"))
    assert other is not None
    assert other.secret_env is None


def test_an_interface_can_be_sent_to_the_parsing_child() -> None:
    """A connector survives pickling."""
    import pickle

    made = api()
    assert pickle.loads(pickle.dumps(made)) == made
    assert Interval(date(2024, 3, 1), date(2024, 3, 10)) == MARCH.window
