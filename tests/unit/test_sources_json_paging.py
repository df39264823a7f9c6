"""JSON interfaces: five ways of paging, each with its ends."""

from __future__ import annotations

from typing import Any

import pytest
from json_samples import URL, listed, query_of, rows
from json_samples import search_api as api
from source_samples import MARCH

from verifier.sources.connector import Request

DAYS = ("2024-03-05", "2024-03-04")
PAGE = {"style": "page", "param": "page", "start": 1}
OFFSET = {"style": "offset", "param": "start"}
CURSOR = {"style": "cursor", "param": "cursor", "next": "cursor"}
MARK = {"style": "offset_mark", "param": "mark", "start": "*", "next": "mark"}
NEXT = {"style": "next_url", "next": "next"}


@pytest.mark.parametrize(
    ("paging", "at", "answer", "onward"),
    [
        pytest.param(PAGE, {}, rows(*DAYS), {"page": "2"}, id="page goes on"),
        pytest.param(PAGE, {"number": 2, "seen": 2}, rows(), None, id="page ends empty"),
        pytest.param({**PAGE, "total": "n"}, {"seen": 2, "number": 2}, rows(*DAYS, n=4), None, id="page ends at total"),
        pytest.param({**PAGE, "total": "n"}, {}, rows(*DAYS, n=5), {"page": "2"}, id="page goes on to its total"),
        pytest.param({**PAGE, "more": "hasMore"}, {}, rows(*DAYS, hasMore=True), {"page": "2"}, id="more"),
        pytest.param({**PAGE, "more": "hasMore"}, {}, rows(*DAYS, hasMore=False), None, id="no more"),
        pytest.param({**PAGE, "size": 100}, {}, rows(*DAYS), {"page": "2"}, id="a short page is no end"),
        pytest.param(OFFSET, {"seen": 7, "number": 2}, rows(*DAYS), {"start": "9"}, id="offset by rows that came"),
        pytest.param(OFFSET, {"seen": 7, "number": 2}, rows(), None, id="offset ends empty"),
        pytest.param(CURSOR, {}, rows(*DAYS, cursor="b"), {"cursor": "b"}, id="cursor goes on"),
        pytest.param(CURSOR, {"cursor": "b", "number": 2}, rows(*DAYS, cursor="b"), None, id="cursor unchanged"),
        pytest.param(CURSOR, {"cursor": "a", "number": 2}, rows(cursor="b"), {"cursor": "b"}, id="cursor without rows"),
        pytest.param(CURSOR, {}, rows(*DAYS, cursor=None), None, id="cursor null"),
        pytest.param(MARK, {"cursor": "*"}, rows(*DAYS, mark="x+/="), {"mark": "x+/="}, id="mark goes on"),
        pytest.param(MARK, {"cursor": "x", "number": 2}, rows(mark="y"), None, id="mark ends without rows"),
        pytest.param(MARK, {"cursor": "x", "number": 2}, rows(*DAYS, mark="x"), None, id="mark unchanged"),
        pytest.param(NEXT, {}, rows(*DAYS, next="?p=2&key=k"), {"p": "2", "key": "k"}, id="next address"),
        pytest.param(NEXT, {}, rows(*DAYS, next=None), None, id="no next address"),
        pytest.param(NEXT, {}, rows(*DAYS, next=URL), None, id="its own address"),
        pytest.param({"style": "none"}, {}, rows(*DAYS), None, id="one page"),
    ],
)
def test_paging(paging: dict[str, Any], at: dict[str, Any], answer: str, onward: dict[str, str] | None) -> None:
    """Each way of paging leads on by its own place and ends by its own sign."""
    made = api(paging=paging)
    (first,) = made.first_requests(MARCH)
    request = Request(first.url, **{"cursor": first.cursor, **at})
    found = listed(made, answer, request)
    if onward is None:
        assert found.onward == ()
    else:
        (following,) = found.onward
        assert query_of(following) == onward
        assert following.number == request.number + 1
        assert following.seen == request.seen + len(found.entries)


def test_a_place_named_in_the_template() -> None:
    """Where the search itself names the place it is filled in there, and not added again."""
    made = api(search={"url": URL, "params": {"p": "{page}", "size": "{size}"}}, paging={**PAGE, "size": 15})
    (request,) = made.first_requests(MARCH)
    assert query_of(request) == {"p": "1", "size": "15"}


def test_the_next_address_is_followed_on_its_own_host_without_the_key() -> None:
    """A next page on another host is refused; the key in one is dropped, since it is sent anew."""
    made = api(paging=NEXT, auth={"env": "HARBOUR_KEY", "param": "api_key"})
    found = listed(made, rows(*DAYS, next="https://other.example/p2"))
    assert (found.onward, found.flags) == ((), {"links_refused"})
    (following,) = listed(made, rows(*DAYS, next="/p2?api_key=SECRET&p=2")).onward
    assert following.url == "https://api.harbour.example/p2?p=2"
    assert (following.secret_env, following.secret_param) == ("HARBOUR_KEY", "api_key")
