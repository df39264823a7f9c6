"""Sitemaps: indexes, pages by their addresses, and those that are cut or packed."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest
from source_pages import SITEMAP_NS, XML, days, listed, source

from verifier.errors import ParseError
from verifier.sources.connector import Request
from verifier.sources.connectors import connector_of


def sitemap_source(**keys: Any) -> Any:
    given = {"url": "https://s.example/sitemap.xml", "children": r"/post-sitemap\d*\.xml$"} | keys.pop("sitemap", {})
    return connector_of(source(sitemap=given, kind="sitemap", **keys))


def urlset(*rows: tuple[str, str]) -> str:
    places = "".join(f"<url><loc>{url}</loc><lastmod>{changed}</lastmod></url>" for url, changed in rows)
    return f"{XML}<urlset {SITEMAP_NS}>{places}</urlset>"


def test_an_index_of_sitemaps() -> None:
    """An index leads to the sitemaps that the pattern names; their days count only where they are trusted."""
    rows = [("post-sitemap1", "2023-01-01"), ("post-sitemap2", "2024-03-09"), ("page-sitemap", "2024-03-09")]
    places = "".join(
        f"<sitemap><loc>https://s.example/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>" for name, day in rows
    )
    body = f"{XML}<sitemapindex {SITEMAP_NS}>{places}</sitemapindex>"
    found = listed(sitemap_source(), body, "https://s.example/sitemap.xml")
    assert [one.url.rpartition("/")[2] for one in found.onward] == ["post-sitemap1.xml", "post-sitemap2.xml"]
    trusting = listed(sitemap_source(sitemap={"trust_lastmod": True}), body, "https://s.example/sitemap.xml")
    assert [one.url.rpartition("/")[2] for one in trusting.onward] == ["post-sitemap2.xml"]


def test_pages_of_a_sitemap() -> None:
    """The day stands in the address; a lastmod of today everywhere says nothing, and the window is kept to."""
    rows = [
        ("https://s.example/2024/03/05/a", "2026-09-30"),
        ("https://s.example/2023/03/05/b", "2026-09-30"),
        ("https://s.example/about", "2026-09-30"),
    ]
    connector = sitemap_source(url_regex=r"/(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)/")
    listing = listed(connector, urlset(*rows), "https://s.example/post-sitemap1.xml")
    assert days(listing) == [("a", [date(2024, 3, 5)])]
    assert connector.request_of(listing.entries[0]) == Request("https://s.example/2024/03/05/a")


def test_a_news_sitemap() -> None:
    """A news sitemap names title and day of publication."""
    news = (
        '<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        "<news:publication_date>2024-03-05T10:00:00Z</news:publication_date><news:title>Briefing</news:title></news:news>"
    )
    body = urlset(("https://s.example/a", "")).replace("</url>", f"{news}</url>")
    found = listed(sitemap_source(), body, "https://s.example/s.xml").entries[0]
    assert (found.title, found.day) == ("Briefing", date(2024, 3, 5))


@pytest.mark.parametrize("packed", [False, True])
def test_a_cut_sitemap(packed: bool) -> None:
    """A sitemap that breaks off keeps what came before, plain or packed."""
    body = urlset(*((f"https://s.example/{number:05}", "2024-03-05") for number in range(400))).encode()
    data = gzip.compress(body)[:-900] if packed else body[: len(body) // 2]
    listing = listed(sitemap_source(), data, "https://s.example/s.xml.gz")
    assert 0 < len(listing.entries) < 400
    assert "cut" in listing.flags
    whole = listed(sitemap_source(), gzip.compress(body), "https://s.example/s.xml.gz")
    assert (len(whole.entries), whole.flags) == (400, frozenset())


def test_a_sitemap_bomb() -> None:
    """A packed sitemap beyond bounds is refused."""
    connector = connector_of(source(limits={"max_bytes": 10_000}))
    with pytest.raises(ParseError) as met:
        listed(connector, gzip.compress(b" " * 100_000), "https://s.example/s.xml.gz")
    assert met.value.outcome == "too_large"
