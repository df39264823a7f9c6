"""Reading an article: text, title, address, language, and what is refused as no article."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from verifier.articles.identity import address_of, canonical_url
from verifier.articles.read import read_article
from verifier.errors import ReadError
from verifier.model.article import Article
from verifier.model.page import Page

NOW = datetime(2024, 3, 9, tzinfo=UTC)
PARAGRAPHS = (
    "The minister went to the harbour on Friday and spoke to the crews who had waited there since dawn.",
    "“We will keep the harbour open,” she said, “and the cranes will turn.”",
    "She left for the airport in the afternoon with two of her advisers, who did not speak to reporters.",
)


def page(body: str | bytes, **given: str) -> Page:
    return Page(body if isinstance(body, bytes) else body.encode(), NOW, **given)  # type: ignore[arg-type]


def html(inside: str, head: str = "", around: str = "") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{around}<article>{inside}</article></body></html>'


STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read_html(inside: str = STORY, head: str = "", around: str = "", **given: str) -> Article:
    return read_article(page(html(inside, head, around), **given))


def test_plain_text_stands_as_it_is() -> None:
    """A text file is the article, character by character; the first line is its title; no address, so a hash."""
    body = "A harbour stays open\r\n\r\n  “We will,”  she said.\r\n"
    article = read_article(page(body, name="a.txt"))
    assert article.text == "A harbour stays open\n\n  “We will,”  she said.\n"
    assert article.title == "A harbour stays open"
    assert (article.url, article.id) == (None, page(body).sha256)
    assert (article.lang, article.published, article.published_origin) == ("en", None, None)


def test_paragraphs_of_a_page() -> None:
    """The paragraphs come in order, parted by an empty line; inline marks and references leave no trace."""
    marked = STORY.replace("harbour open", "<b>har</b>bour&nbsp;<a href='/x'>open</a>")
    text = read_html(f"<h1>Harbour</h1>{marked}<ul><li>One point made at length.</li></ul>").text
    assert text.split("\n\n") == ["Harbour", *PARAGRAPHS, "One point made at length."]


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<p style='display: none'>“MARK words,” he said.</p>", id="style attribute"),
        pytest.param("<p hidden>“MARK words,” he said.</p>", id="hidden attribute"),
        pytest.param("<style>.x, #y {display:none}</style><p class='b x'>“MARK words,” he said.</p>", id="class"),
        pytest.param("<style>#y{ visibility : hidden }</style><div id=y><p>“MARK words,” he said.</p></div>", id="id"),
        pytest.param("<!-- “MARK words,” he said. -->", id="comment"),
        pytest.param("<script>var a = '“MARK words,” he said.'</script>", id="script"),
        pytest.param("<noscript><p>“MARK words,” he said.</p></noscript>", id="noscript"),
        pytest.param("<template><p>“MARK words,” he said.</p></template>", id="template"),
    ],
)
def test_hidden_text_is_not_in_the_article(hidden: str) -> None:
    """What no reader saw was not published: it is never part of the text."""
    text = read_html(STORY + hidden + "<p>The last paragraph stands after what was hidden from the reader.</p>").text
    assert "MARK" not in text
    assert "last paragraph" in text


def test_what_only_a_phone_hides_was_published() -> None:
    """A rule inside @media does not hide text from all readers."""
    style = "<style>@media (max-width: 9px) { .x { display: none } }</style>"
    text = read_html(STORY + style + "<p class=x>“Words shown on every large screen,” said the captain.</p>").text
    assert "large screen" in text


@pytest.mark.parametrize(
    ("declared", "url", "expected"),
    [
        pytest.param(None, "https://News.example/a?utm_source=x&id=7#b", "https://news.example/a?id=7", id="cleaned"),
        pytest.param("https://news.example/b", "https://m.news.example/a", "https://news.example/b", id="canonical"),
        pytest.param("/b", "https://news.example/a", "https://news.example/b", id="relative"),
        pytest.param("https://other.example.net/b", "https://news.example/a", "https://news.example/a", id="foreign"),
        pytest.param("https://news.example/", "https://news.example/a", "https://news.example/a", id="front page"),
        pytest.param("https://news.example/b", None, "https://news.example/b", id="from a file"),
        pytest.param("javascript:alert(1)", None, None, id="no address"),
    ],
)
def test_addresses(declared: str | None, url: str | None, expected: str | None) -> None:
    """The canonical address names the article, where the page declares one for itself."""
    assert address_of(declared, url) == expected


def test_canonical_form_is_stable() -> None:
    """Cleaning an address twice changes nothing."""
    once = canonical_url("HTTPS://Www.News.Example:443/a/../b/?fbclid=1&b=2&a=1")
    assert canonical_url(once) == once


def test_metadata() -> None:
    """Title, outlet, address, date and language come from what the page says of itself."""
    head = (
        "<title>Harbour | The Wave</title><link rel=canonical href='https://wave.example/2024/03/08/harbour'>"
        "<meta property='og:site_name' content='The Daily Wave'><meta property='og:title' content='Harbour stays open'>"
        "<script type='application/ld+json'>{'@type': 'broken</script>"
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
        '"2024-03-08T23:30:00-05:00", "isAccessibleForFree": false}]}</script>'
    )
    article = read_html(head=head, url="https://wave.example/x")
    assert article.title == "Harbour stays open"
    assert article.outlet == "The Daily Wave"
    assert article.id == article.url == "https://wave.example/2024/03/08/harbour"
    assert (article.published, article.published_origin) == (date(2024, 3, 8), "json-ld")
    assert (article.lang, article.flags) == ("en", ("paywall",))


def test_language() -> None:
    """A given language counts, then the page's, unless a long text is surely in another one."""
    french = "Le ministre a déclaré que la France resterait aux côtés de ses partenaires européens cette année. " * 6
    assert read_article(page(french)).lang == "fr"
    assert read_article(page(french), lang="it").lang == "it"
    mislabelled = read_html(f"<p>{french}</p>")
    assert (mislabelled.lang, mislabelled.flags) == ("fr", ("lang_contradicts_page",))


@pytest.mark.parametrize(
    ("body", "outcome", "words"),
    [
        pytest.param("", "empty", "empty", id="empty file"),
        pytest.param(" \n", "empty", "empty", id="blank file"),
        pytest.param("— … —", "empty", "no words", id="no word in it"),
        pytest.param(b"%PDF-1.7 ...", "wrong_type", "PDF", id="PDF"),
        pytest.param(b"PK\x03\x04....", "wrong_type", "ZIP", id="archive"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "wrong_type", "image", id="picture"),
        pytest.param(b"\x01\x02\x03\x04" * 20, "wrong_type", "binary", id="binary"),
        pytest.param('{"error": "not found"}', "wrong_type", "JSON", id="JSON"),
        pytest.param("<rss version='2.0'><channel/></rss>", "wrong_type", "feed", id="feed"),
        pytest.param("404 Not Found", "soft_404", "404 Not Found", id="a server's words"),
        pytest.param("<title>404 Not Found</title><h1>Not Found</h1>", "soft_404", "Not Found", id="error page"),
        pytest.param("<title>Access Denied</title><h1>Access Denied</h1><p>No.</p>", "wall", "Denied", id="denied"),
        pytest.param("<title>Just a moment...</title><p>Checking your browser</p>", "wall", "moment", id="challenge"),
        pytest.param(
            "<title>News</title><div id=app></div><noscript>Use JavaScript</noscript>", "empty", "0", id="shell"
        ),
        pytest.param("<p>Hello.</p>", "empty", "no article", id="hardly a word"),
    ],
)
def test_what_is_no_article(body: str | bytes, outcome: str, words: str) -> None:
    """What is no article is refused in one line that says what it is."""
    with pytest.raises(ReadError) as caught:
        read_article(page(body, name="given.htm"))
    assert caught.value.outcome == outcome
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.subject == "given.htm"


def test_a_wall_with_a_quotation_in_it_is_a_wall() -> None:
    """A consent page may print an article's first words; it is no article for that."""
    teaser = (
        "<h1>Harbour stays open</h1><p>“We will keep the harbour open,” the minister said on Friday, and she …</p>"
        "<p>We value your privacy. Please accept all cookies to go on reading this and other articles here.</p>"
    )
    with pytest.raises(ReadError) as caught:
        read_html(teaser)
    assert caught.value.outcome == "wall"


def test_an_article_about_walls_is_an_article() -> None:
    """A long text that mentions an error page or a log-in is an article all the same."""
    days = "".join(f"<p>On day {day} the crews came back and waited there all day for news.</p>" for day in range(9))
    story = STORY + days + "<p>Visitors saw the words “Access denied” for hours, and an error 404 after that.</p>"
    assert "Access denied" in read_html(story).text


def test_deeply_nested_pages_are_not_read_in_part() -> None:
    """A page that the parser would silently drop most of is refused."""
    deep = "<div>" * 3_000 + "word " * 2_000 + "</div>" * 3_000
    with pytest.raises(ReadError) as caught:
        read_html(STORY + deep)
    assert caught.value.outcome == "parse_failed"


def test_what_was_not_retrieved_whole_is_not_read() -> None:
    """A page with another outcome than ok is no article."""
    with pytest.raises(ReadError) as caught:
        read_article(Page(STORY.encode(), NOW, outcome="cut"))
    assert caught.value.outcome == "cut"
