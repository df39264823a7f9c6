"""The blocks of a page as a browser lays them out."""

from __future__ import annotations

import lxml.html
import pytest

from verifier.articles.blocks import blocks_of, walk


@pytest.mark.parametrize(
    ("inside", "lang", "expected"),
    [
        pytest.param("<p>a</p><p>b</p>", "en", ["a", "b"], id="paragraphs"),
        pytest.param("a <b>b</b>c<p>d</p>e", "en", ["a bc", "d", "e"], id="text around a block"),
        pytest.param("<p>a<br>b</p>", "en", ["a\nb"], id="one line break"),
        pytest.param("<p>a<br> <br/>b<br><br><br>c</p>", "en", ["a", "b", "c"], id="several line breaks"),
        pytest.param("<p>a\n  b&nbsp;c</p>", "en", ["a b c"], id="white space of the source"),
        pytest.param("<pre>a\nb\n\n \nc</pre>", "en", ["a b", "c"], id="lines set by hand"),
        pytest.param("<p>He: <q>We <q>all</q> go</q>.</p>", "en", ["He: “We ‘all’ go”."], id="marks by the browser"),
        pytest.param("<p>Er: <q>Wir</q></p>", "de", ["Er: „Wir“"], id="German marks"),
        pytest.param("<p>told <news-link>an agency</news-link> so</p>", "en", ["told an agency so"], id="unknown tag"),
        pytest.param("<span style='display:block'>a</span><span>b</span>", "en", ["a", "b"], id="a span as a block"),
        pytest.param("<table><tr><td>a<td>b</table>", "en", ["a", "b"], id="cells"),
    ],
)
def test_blocks(inside: str, lang: str, expected: list[str]) -> None:
    """A block is what stands by itself; lines broken by hand are parted by a line feed."""
    body = lxml.html.document_fromstring(f"<html><body>{inside}</body></html>").find("body")
    assert body is not None
    assert [block.text for block in walk(body, lang=lang)] == expected


def test_what_is_skipped() -> None:
    """A tag that is left out leaves its sentence whole, but a button left open does not swallow the page."""
    page = lxml.html.document_fromstring("<div>Go<button>Menu</button> on <ruby>字<rt>zi</rt></ruby></div>")
    assert [block.text for block in walk(page, skip={"button", "rt"})] == ["Go on 字"]
    swallowed = "".join(f"<p>Paragraph {number}.</p>" for number in range(20))
    page = lxml.html.document_fromstring(f"<div><button>{swallowed}</button></div>")
    assert len(list(walk(page, skip={"button"}))) == 20


def test_lines_without_navigation() -> None:
    """Lines are given one by one, those of navigation and footers left out."""
    page = lxml.html.document_fromstring("<body><nav>Home</nav><p>a<br>b</p><footer>c</footer><p>d</p></body>")
    assert blocks_of(page) == ["a", "b", "d"]


def test_shares_of_links_and_times() -> None:
    """A block knows how much of it is a link, and whether it holds a time element."""
    page = lxml.html.document_fromstring("<body><p>abc <a href=x>d</a></p><p><time>10:00</time></p></body>")
    first, second = walk(page)
    assert (first.linked, first.timed) == (0.25, False)
    assert (second.linked, second.timed) == (0.0, True)
