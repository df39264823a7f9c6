"""Sentences and what is set off from them."""

import pytest

from verifier.extract.boilerplate import is_boilerplate
from verifier.extract.frames import blocks_of, frames_of, sentence_spans, set_off
from verifier.extract.paragraphs import paragraphs_of
from verifier.extract.quotations import find_quotations
from verifier.text.marks import marks_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("He left. She stayed.", 2, id="two"),
        pytest.param("Mr. Kirby met U.S. President Joe Biden at 5 p.m. in D.C. yesterday.", 1, id="abbreviations"),
        pytest.param("He met John F. Kerry. Then he left.", 2, id="an initial"),
        pytest.param("“It is so.” He left.", 2, id="closing mark after the stop"),
        pytest.param("“It is so?” he asked. She left.", 2, id="the cue goes on in lower case"),
        pytest.param("“It is so?” Kirby asked. She left.", 2, id="the cue goes on with a name"),
        pytest.param("“It is so?” Nobody knew. She left.", 3, id="no cue after the question"),
        pytest.param("Wait... What?", 2, id="dots"),
    ],
)
def test_sentences(text, count):
    """A stop ends a sentence unless it belongs to an abbreviation or a quotation with its cue."""
    assert len(sentence_spans(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We will go,” she said.", True, id="comma inside"),
        pytest.param("“We will go”, she said.", True, id="comma outside"),
        pytest.param("She said: “We will go.”", True, id="after a colon"),
        pytest.param("She said “We will go.”", True, id="after a reporting verb"),
        pytest.param("She said that “We will go.”", False, id="after that"),
        pytest.param("She called it a “strategic leap.”", False, id="after an article"),
        pytest.param("He “fully” stood by it.", False, id="one word"),
        pytest.param("She spoke on CBS’s “Face the Nation,” and left.", False, id="a programme"),
    ],
)
def test_set_off(text, expected):
    """A whole utterance is told from words that belong to the article's sentence."""
    (quoted,) = find_quotations(text, marks_of("en"))
    assert set_off(text, quoted) is expected


def test_frames_lead_back_to_the_article():
    """Every word of a frame outside the masked quotation stands at its place in the article."""
    text = "“We will go, all of us, to the end,” Kirby claimed. He “fully” meant it."
    quoted = find_quotations(text, marks_of("en"))
    (block,) = blocks_of(paragraphs_of(text), quoted)
    first, second = frames_of(text, block, quoted)
    place = first.text.index("Kirby")
    span, quotation = first.back(place, place + 5)
    assert (span.cut(text), quotation) == ("Kirby", -1)
    place = second.text.index("fully")
    span, quotation = second.back(place, place + 5)
    assert (span.cut(text), quotation) == ("fully", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'The site contains copyrighted material, made available under "fair use" for research.', True, id="notice"
        ),
        pytest.param("Subscribe to our channel and follow us on Twitter.", True, id="call to readers"),
        pytest.param("“This is fair use,” the lawyer said.", False, id="an article about it"),
        pytest.param("Kirby spoke at the White House.", False, id="an article's paragraph"),
    ],
)
def test_boilerplate(text, expected):
    """Two phrases of a notice make a paragraph no part of the article."""
    assert is_boilerplate(text) is expected
