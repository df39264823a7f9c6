"""Feeds: entries that can be followed, days as printed, and what is wrong said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.sources.kinds.feed import MAX_ENTRIES, Feed, read_feed


def item(link: str = "https://s.example/a", date: str = "", title: str = "T", guid: str = "g") -> str:
    day = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><title>{title}</title><link>{link}</link>{day}<guid>{guid}</guid></item>"


def feed(*items: str, cut: int | None = None) -> Feed:
    """Return the feed of these items, read; *cut* characters are kept."""
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{"".join(items)}</channel></rss>'
    return read_feed(Page(text[:cut].encode(), datetime(2024, 3, 9, tzinfo=UTC), url="https://s.example/feed"))


def test_entries() -> None:
    """Entries come in order with canonical address, plain title and the day as printed in its own zone."""
    found = feed(
        item("https://s.example/a?utm_source=rss", "Fri, 08 Mar 2024 23:30:00 -0500", "One &amp; two"),
        item("/b", "2024-03-07T01:00:00+09:00", "Three", "h"),
    )
    assert [(one.url, one.title, one.published, one.guid) for one in found.entries] == [
        ("https://s.example/a", "One & two", date(2024, 3, 8), "g"),
        ("https://s.example/b", "Three", date(2024, 3, 7), "h"),
    ]
    assert found.flags == ()


def test_atom() -> None:
    """Atom entries are read like RSS items."""
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>A</title><id>urn:1</id>'
        '<link href="https://s.example/a"/><published>2024-03-08T10:00:00Z</published></entry></feed>'
    )
    found = read_feed(Page(text.encode(), datetime(2024, 3, 9, tzinfo=UTC)))
    assert [(one.url, one.published) for one in found.entries] == [("https://s.example/a", date(2024, 3, 8))]


@pytest.mark.parametrize(
    "printed", ["5/3/2024", "yesterday", "Fri, 31 Feb 2024 10:00:00 GMT", "08 Foo 2024", "9999-01-01"]
)
def test_nonsense_dates_stay_unknown(printed: str) -> None:
    """A date that is ambiguous or impossible is none, never today's."""
    assert feed(item(date=printed)).entries[0].published is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://s.example/a", ""]
)
def test_links_that_are_no_web_addresses(link: str) -> None:
    """Only http and https are followed; what was left out is said."""
    found = feed(item(link), item("https://s.example/b"))
    assert [one.url for one in found.entries] == ["https://s.example/b"]
    assert found.flags == ("links_refused",)


def test_one_address_is_one_entry() -> None:
    """Entries are told apart by address, not by guid: the first of an address stays."""
    found = feed(
        item(guid="1", title="First"), item("https://s.example/a#c", guid="2"), item("https://s.example/b", guid="1")
    )
    assert [(one.url, one.title) for one in found.entries] == [
        ("https://s.example/a", "First"),
        ("https://s.example/b", "T"),
    ]


@pytest.mark.parametrize("lost", [5, 40, 60, 75])
def test_a_cut_feed_keeps_its_whole_entries(lost: int) -> None:
    """What came before the cut is kept; the entry that was cut is not completed by guessing."""
    items = (item(), item("https://s.example/b", title="x" * 40), item("https://s.example/long-address"))
    length = len(f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{"".join(items)}')
    found = feed(*items, cut=length - lost)
    assert [one.url for one in found.entries] == ["https://s.example/a", "https://s.example/b"]
    assert found.flags == ("cut",)


def test_an_empty_feed_says_so() -> None:
    """A feed without items is a feed, flagged."""
    assert feed() == Feed((), ("empty",))


def test_a_long_feed_is_bounded() -> None:
    """Of a very long feed the first entries are taken, and that there are more is said."""
    found = feed(*(item(f"https://s.example/{number}") for number in range(MAX_ENTRIES + 1)))
    assert (len(found.entries), found.flags) == (MAX_ENTRIES, ("more_entries",))


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param("<!doctype html><html><body>Access denied</body></html>", "wall", id="HTML"),
        pytest.param("", "empty", id="nothing"),
        pytest.param("%PDF-1.4", "wrong_type", id="PDF"),
        pytest.param("just words", "parse_failed", id="text"),
        pytest.param("<?xml version='1.0'?><catalogue/>", "parse_failed", id="other XML"),
    ],
)
def test_what_is_no_feed(body: str, outcome: str) -> None:
    """What is no feed is an error with its outcome."""
    with pytest.raises(ParseError) as caught:
        read_feed(Page(body.encode(), datetime(2024, 3, 9, tzinfo=UTC)))
    assert caught.value.outcome == outcome


def test_entities_hide_no_file() -> None:
    """An entity that names a file of this machine does not bring it in."""
    declared = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel>{item(title="x&f;")}</channel></rss>'
    found = read_feed(Page(text.encode(), datetime(2024, 3, 9, tzinfo=UTC)))
    assert all("root:" not in one.title for one in found.entries)
