"""What stands around and inside an article and is not its text."""

from __future__ import annotations

import lxml.html
import pytest

from verifier.articles.boxes import is_box, is_headline_link, leads_elsewhere
from verifier.articles.tree import names_of


def element(given: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(f"<div {given}>x</div>")


@pytest.mark.parametrize(
    ("given", "box"),
    [
        pytest.param("class='newsletter-signup'", True, id="newsletter"),
        pytest.param("class='inlineNewsletter'", True, id="written together"),
        pytest.param("class='story__related-articles'", True, id="related"),
        pytest.param("id='read-also-3'", True, id="numbered"),
        pytest.param("class='wp-caption-text'", True, id="caption"),
        pytest.param("class='c-comments__list'", True, id="comments"),
        pytest.param("class='has-newsletter'", False, id="has one"),
        pytest.param("class='post comments-open'", False, id="may be commented"),
        pytest.param("class='article-body'", False, id="body"),
        pytest.param("class='correlated'", False, id="a part of a word"),
        pytest.param("class='paywall subscriber-content'", False, id="paid for"),
        pytest.param("", False, id="no name"),
    ],
)
def test_boxes_by_name(given: str, *, box: bool) -> None:
    """A box is known by the whole of its name, not by a word that is somewhere in it."""
    assert is_box(element(given)) is box


def test_names() -> None:
    """Class, id and role are names, however their authors part words."""
    assert names_of(element("class='storyBody__pull  b_c' id=X1 role=main")) == ["story-body-pull", "b-c", "x1", "main"]


@pytest.mark.parametrize(
    ("text", "linked", "leads"),
    [
        pytest.param("Read also: “We will win”, says minister", 0.0, True, id="read also"),
        pytest.param("READ MORE: Harbour to close", 0.7, True, id="read more"),
        pytest.param("Read more", 1.0, True, id="nothing else"),
        pytest.param("Related: Ten ships that sank", 0.8, True, id="related"),
        pytest.param("Lire aussi « Nous gagnerons », dit le ministre", 0.9, True, id="lire aussi"),
        pytest.param("À lire aussi : Le port fermé", 0.0, True, id="à lire aussi"),
        pytest.param("Lesen Sie auch: „Wir gewinnen“", 0.0, True, id="lesen Sie auch"),
        pytest.param("Mehr zum Thema | Hafen", 0.5, True, id="mehr zum Thema"),
        pytest.param("Sign up for our newsletter and miss nothing.", 0.0, True, id="newsletter"),
        pytest.param("Abonnieren Sie unseren Newsletter!", 0.0, True, id="Newsletter"),
        pytest.param("Inscrivez-vous à notre newsletter.", 0.0, True, id="inscrivez-vous"),
        pytest.param("Advertisement – story continues below", 0.0, True, id="advertisement"),
        pytest.param("Read the letter aloud, the judge told him.", 0.0, False, id="an order to read"),
        pytest.param("“Read more,” she told the pupils.", 0.0, False, id="quoted"),
        pytest.param("More than 300 people came, the police said.", 0.0, False, id="more"),
        pytest.param("Listen: the minister spoke of peace.", 0.0, False, id="a sentence after a colon"),
        pytest.param("Join us, the union called, “or lose everything here”.", 0.0, False, id="a call that is told"),
        pytest.param("Read: " + "many words " * 40, 0.5, False, id="too long"),
    ],
)
def test_lines_that_lead_elsewhere(text: str, linked: float, *, leads: bool) -> None:
    """Lines that name another article or a service are not the article's, though they may quote."""
    assert leads_elsewhere(text, linked) is leads


def test_headlines_that_are_links() -> None:
    """A block that is all link and no sentence is another article's headline."""
    assert is_headline_link("“We will win”, says minister", 1.0)
    assert not is_headline_link("“We will win,” the minister said.", 1.0)
    assert not is_headline_link("“We will win”, says minister", 0.5)
