"""When an article was published, and where that stands."""

from __future__ import annotations

from datetime import date

import lxml.html
import pytest

from verifier.articles.published import day_of_address, published_of, written_days

DAY = date(2024, 3, 8)


def tree(head: str = "", body: str = "<p>x</p>") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


LINKED = (
    '<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":"2024-03-08T01:00:00+01:00"}</script>'
)


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "origin"),
    [
        pytest.param(LINKED, "", None, DAY, "json-ld", id="JSON-LD"),
        pytest.param('<meta property="article:published_time" content="2024-03-08">', "", None, DAY, "meta", id="meta"),
        pytest.param('<meta name="DC.date.issued" content="8 March 2024">', "", None, DAY, "meta", id="Dublin Core"),
        pytest.param("", '<time datetime="2024-03-08T10:00Z">today</time>', None, DAY, "visible", id="time element"),
        pytest.param("", '<p class="byline">By A. Writer, 8 March 2024</p>', None, DAY, "visible", id="byline"),
        pytest.param("", "", "https://news.example/2024/03/08/x", DAY, "url", id="address"),
        pytest.param("", '<time class="updated" datetime="2024-03-09">x</time>', None, None, None, id="an update"),
        pytest.param("", '<p class="date">5/3/2024</p>', None, None, None, id="day and month could be exchanged"),
        pytest.param("", '<p class="date">25/3/2024</p>', None, date(2024, 3, 25), "visible", id="they could not"),
        pytest.param("", "", "https://news.example/20240399/x", None, None, id="no day"),
        pytest.param("", "", None, None, None, id="nothing said"),
    ],
)
def test_origins_of_a_page(head: str, body: str, url: str | None, day: date | None, origin: str | None) -> None:
    """The date and its origin come from the best place that has one; none stays none."""
    found = published_of(tree(head, body or "<p>x</p>"), "", url)
    assert (found.day, found.origin) == (day, origin)


def test_the_order_of_origins() -> None:
    """Given counts before JSON-LD before meta before what is visible before the address."""
    meta = '<meta property="article:published_time" content="2024-03-07">'
    seen = '<time datetime="2024-03-06">x</time>'
    url = "https://news.example/2024/03/05/x"
    assert published_of(tree(LINKED + meta, seen), "", url, given=date(2024, 1, 1)).origin == "given"
    assert published_of(tree(LINKED + meta, seen), "", url).origin == "json-ld"
    assert published_of(tree(meta, seen), "", url).origin == "meta"
    assert published_of(tree("", seen), "", url).origin == "visible"


def test_a_date_in_the_future_is_not_believed() -> None:
    """A day after today is passed over and said; the next origin counts."""
    meta = '<meta property="article:published_time" content="2999-03-07">'
    found = published_of(tree(meta), "", "https://news.example/2024/03/08/x", today=date(2024, 3, 9))
    assert (found.day, found.origin, found.flags) == (DAY, "url", ("published_in_future",))


def test_origins_that_disagree_are_flagged() -> None:
    """Page and address a week apart: the better origin is taken, and the conflict said."""
    found = published_of(tree(LINKED), "", "https://news.example/2024/03/01/x")
    why = "published_2024-03-08_by_json-ld_the_better_origin_not_2024-03-01_by_url"
    assert (found.day, found.flags) == (DAY, ("published_conflict", why))
    assert found.claims == (("json-ld", DAY), ("url", date(2024, 3, 1)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Harbour stays open\n\nMarch 8, 2024\n\nThe minister …", DAY, id="date line"),
        pytest.param("Harbour\nPublished: Friday, 8th March 2024 at 10:15 GMT\nThe …", DAY, id="labelled"),
        pytest.param("By Ann Writer | 08 Mar 2024\n\nThe …", DAY, id="byline"),
        pytest.param("KYIV, March 8, 2024 — The minister went to the harbour.", DAY, id="dateline"),
        pytest.param("Publié le 8 mars 2024\n\nLe ministre …", DAY, id="French"),
        pytest.param("Freitag, 8. März 2024\n\nDer Minister …", DAY, id="German"),
        pytest.param("Updated March 8, 2024\n\nThe …", None, id="an update"),
        pytest.param("What happened on March 8, 2024 at the harbour\n\nThe …", None, id="told in the headline"),
        pytest.param("The minister spoke on March 8, 2024.\n\nShe …", None, id="told in the text"),
        pytest.param("STOCKHOLM, March 8 — The minister", None, id="dateline without a year"),
        pytest.param("x\n" * 20 + "March 8, 2024", None, id="far down"),
    ],
)
def test_visible_dates_of_a_text(text: str, day: date | None) -> None:
    """A line that is a date dates the article; a date that the article tells of does not."""
    assert published_of(None, text, None).day == day


def test_written_days() -> None:
    """Full dates are read in three languages; impossible ones are not."""
    text = "8 March 2024, March 9th, 2024; 10 mars 2024; 11. März 2024; 2024-03-12; 31.3.2024; 30 February 2024"
    assert [day.isoformat() for day in written_days(text)] == [
        "2024-03-08",
        "2024-03-09",
        "2024-03-10",
        "2024-03-11",
        "2024-03-12",
        "2024-03-31",
    ]


def test_days_of_addresses() -> None:
    """A day in an address is one with year, month and day; numbers of articles are none."""
    assert day_of_address("https://a.example/2024-03-08-title") == DAY
    assert day_of_address("https://a.example/20240308/x") == DAY
    assert day_of_address("https://a.example/news/1202403081") is None
    assert day_of_address("https://a.example/2024/03/title") is None
