"""One article, one address: canonical links, copies for AMP and print, archives."""

from __future__ import annotations

import pytest

from verifier.articles.identity import address_among, address_of

OWN = "https://news.example/a"


@pytest.mark.parametrize(
    "retrieved",
    [
        pytest.param("https://news.example/a/amp/", id="AMP at the end"),
        pytest.param("https://news.example/a/amp", id="AMP without a stroke"),
        pytest.param("https://news.example/a.amp", id="AMP as an ending"),
        pytest.param("https://news.example/a?amp=1", id="AMP as a parameter"),
        pytest.param("https://news.example/a?outputType=amp", id="AMP as an output"),
        pytest.param("https://news.example/a?print=true", id="print as a parameter"),
        pytest.param("https://news.example/a/print", id="print at the end"),
        pytest.param("https://news-example.cdn.ampproject.org/c/s/news.example/a/amp", id="AMP cache"),
        pytest.param("https://www.google.com/amp/s/news.example/a", id="AMP viewer"),
        pytest.param("https://web.archive.org/web/20240309101500/https://news.example/a", id="web archive"),
        pytest.param("https://web.archive.org/web/20240309id_/https://news.example/a", id="web archive, raw"),
        pytest.param("https://news.example/a?utm_source=x#top", id="tracked"),
    ],
)
def test_copies_without_a_canonical_link(retrieved: str) -> None:
    """A copy that names no article is known by the address that it was made from."""
    assert address_of(None, retrieved) == OWN


@pytest.mark.parametrize(
    ("declared", "retrieved", "expected"),
    [
        pytest.param(OWN, "https://amp.news.example/x", OWN, id="AMP host"),
        pytest.param(OWN, "https://www.google.com/amp/s/news.example/a/amp", OWN, id="AMP viewer"),
        pytest.param(OWN, "https://web.archive.org/web/20240309101500/https://news.example/x", OWN, id="archive"),
        pytest.param(
            "https://web.archive.org/web/20240309101500/https://news.example/a",
            "https://web.archive.org/web/20240309101500/https://news.example/x",
            OWN,
            id="archive that rewrote the link",
        ),
        pytest.param("https://b.co.uk/a", "https://c.co.uk/x", "https://c.co.uk/x", id="other site under co.uk"),
        pytest.param(
            "https://www.b.co.uk/a", "https://m.b.co.uk/x", "https://www.b.co.uk/a", id="same site under co.uk"
        ),
        pytest.param("http://[broken", "https://news.example/x", "https://news.example/x", id="broken address"),
        pytest.param("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/x", "http://127.0.0.1:8000/a", id="a number"),
    ],
)
def test_declared_addresses(declared: str, retrieved: str, expected: str) -> None:
    """What a page declares is believed on its own site, copies counted as the site that they copy."""
    assert address_of(declared, retrieved) == expected


def test_the_first_address_that_can_be_its_own() -> None:
    """Where the canonical link names the front page, the next declaration counts."""
    declared = ("https://news.example/", "https://other.example.net/a", OWN)
    assert address_among(declared, "https://news.example/x") == OWN
    assert address_among((), "https://news.example/print/x") == "https://news.example/print/x"
    assert address_among((), None) is None
