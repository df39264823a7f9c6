"""Where redirects may end: at the page asked for, or at something else that stands in its place."""

from __future__ import annotations

import pytest

from verifier.harvest.answers import refusal_of_end

HOST = "https://agency.example"


@pytest.mark.parametrize(
    ("asked", "final", "outcome"),
    [
        pytest.param("/briefings/2024/ferries", "/news/ferries-reopen", None, id="a new address"),
        pytest.param("/briefings/ferries/", "/briefings/ferries", None, id="without its stroke"),
        pytest.param("/briefings/ferries/print", "/briefings/ferries", None, id="another form of the page"),
        pytest.param("/ok/ferries", "/ok", "soft_404", id="the list above"),
        pytest.param("/briefings/2024/03/05/ferries", "/briefings", "soft_404", id="a list far above"),
        pytest.param("/briefings/ferries", "/", "soft_404", id="the front page"),
        pytest.param("/briefings/ferries", "/en/", "soft_404", id="the front page of a language"),
        pytest.param("/briefings/ferries", "/index.html", "soft_404", id="the front page by name"),
        pytest.param("/briefings/ferries", "/home.aspx", "soft_404", id="home"),
        pytest.param("/briefings/ferries", "/errors/404.html", "soft_404", id="an error page"),
        pytest.param("/briefings/ferries", "/access-denied", "soft_404", id="a refusal"),
        pytest.param("/briefings/errors-in-the-ballot", "/news/errors-in-the-ballot", None, id="a page about errors"),
        pytest.param("/briefings/ferries", "/login?next=/briefings/ferries", "wall", id="a log-in page"),
    ],
)
def test_where_redirects_end(asked: str, final: str, outcome: str | None) -> None:
    """A list, a front page or an error page is not the page asked for."""
    refused = refusal_of_end(HOST + asked, HOST + final)
    assert (refused and refused.outcome) == outcome
