"""The same paragraphs under other markup are the same article: eleven pages as the web builds them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from verifier.articles.read import read_article
from verifier.model.article import Article
from verifier.model.page import Page

FOLDER = Path(__file__).parents[1] / "data" / "articles"
SKELETONS = sorted(path.name for path in FOLDER.glob("*.html"))
PAGES = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
NOW = datetime(2024, 3, 20, tzinfo=UTC)

TITLE = "Minister promises to keep the harbour open"
PULL = "“We will keep the harbour open for everyone who lives from it.”"
PARAGRAPHS = (
    "The minister went to the harbour on Friday and spoke to the crews who had waited there since dawn.",
    "“We will keep the harbour open for everyone who lives from it,” she said, “and the cranes will turn again.”",
    "“No,” she said.",
    "Asked about the cost, the mayor, who had come with her, said that the town was “not able” to pay and “will not.”",
    "She had told a newspaper on Tuesday that the quays were safe, which the union denied the day after.",
    "“Nobody asked us. Nobody came to look at the quays before she spoke,” said Ann Berg of the union.",
    "According to Berg, the crews had written to the ministry in January.",
    "‘It was a letter of four pages,’ she added: ‘they have not answered it to this day.’",
    "The ministry did not reply to a request for comment on Friday evening.",
)


def read(skeleton: str, paragraphs: tuple[str, ...] = PARAGRAPHS, pull: str = PULL) -> Article:
    """Return the article that one skeleton makes of these paragraphs."""
    body = PAGES.get_template(skeleton).render(title=TITLE, paragraphs=paragraphs, pull=pull)
    body = body.replace("&lt;div&gt;", "<div>").replace("&lt;/div&gt;", "</div>")
    return read_article(Page(body.encode(), NOW))


def holding_quotations(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that hold a mark."""
    return [paragraph for paragraph in paragraphs if set(paragraph) & set("“”‘")]


@pytest.mark.parametrize("skeleton", SKELETONS)
def test_the_paragraphs_that_quote(skeleton: str) -> None:
    """Every paragraph that quotes is read once, whole, in order; nothing of other articles or hidden text."""
    text = read(skeleton).text
    assert holding_quotations(text.split("\n\n")) == holding_quotations(list(PARAGRAPHS))
    assert "HIDDEN" not in text
    assert "ELSEWHERE" not in text


@pytest.mark.parametrize("skeleton", SKELETONS)
def test_the_whole_story(skeleton: str) -> None:
    """The paragraphs between the quotations are there too, in order: they say who speaks, and when."""
    paragraphs = read(skeleton).text.split("\n\n")
    assert [paragraph for paragraph in paragraphs if paragraph in PARAGRAPHS] == list(PARAGRAPHS)
