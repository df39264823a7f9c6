"""Articles that attack: time stays linear, offsets stay true, the honest paragraph is still read."""

import time

import pytest
from extract_samples import article_of, quoted_in

from verifier.extract.pipeline import extract
from verifier.extract.quotations import find_quotations
from verifier.speakers.registry import People
from verifier.text.marks import marks_of

HONEST = "\n“He has never asked for foreign troops,” John Kirby claimed.\n"


def read(text):
    """Return the statements of a text, read without a model."""
    return extract(article_of(text), People.load(), None)


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param("“" * 20_000, id="opening marks"),
        pytest.param('" ' * 20_000, id="straight marks"),
        pytest.param("’" * 20_000, id="apostrophes"),
        pytest.param("“a " * 500 + "b" + "”" * 500, id="nested 500 deep"),
        pytest.param(" " * 200_000, id="blanks"),
        pytest.param("\n" * 200_000, id="empty lines"),
        pytest.param("\t\r\n" * 20_000, id="tabs and line ends"),
        pytest.param("A" * 100_000, id="capitals"),
        pytest.param("Aaa " * 20_000, id="names"),
        pytest.param("AB " * 20_000 + ":", id="a label without end"),
        pytest.param("." * 100_000 + " A", id="full stops"),
        pytest.param("A. " * 20_000, id="initials"),
        pytest.param("on Tuesday, " * 5_000, id="dates"),
        pytest.param("5 " * 20_000, id="numbers"),
        pytest.param("the president " * 10_000, id="descriptions"),
        pytest.param("Kirby said that " * 2_000, id="cues"),
        pytest.param("meeting with " + "Aa " * 10_000, id="counterparts"),
        pytest.param("a-" * 20_000, id="hyphens"),
        pytest.param("x" * 200_000, id="one word"),
    ],
)
def test_noise_costs_little_and_hides_nothing(noise):
    """Each kind of noise is passed in seconds, and the statement after it is found."""
    started = time.perf_counter()
    found = read(noise + HONEST)
    assert time.perf_counter() - started < 10
    assert any("foreign troops" in statement.text for statement in found)


def test_a_hundred_thousand_marks():
    """The finder is linear: 100,000 marks take seconds."""
    text = "“So it is,” he said.\n" * 50_000
    started = time.perf_counter()
    assert len(find_quotations(text, marks_of("en"))) == 50_000
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“We\x00 will go there,” Kirby said.", "We\x00 will go there", id="NUL"),
        pytest.param("“We \ud800 will go there,” Kirby\udfff said.", "We \ud800 will go there", id="lone surrogates"),
        pytest.param("“We will go\u202e there,” Kirby said.", "We will go\u202e there", id="bidi override"),
        pytest.param("“We will g\u200bo there,” Kirby said.", "We will g\u200bo there", id="zero width"),
        pytest.param("“We will go\u00a0there,” Kirby said.", "We will go\u00a0there", id="no-break space"),
        pytest.param("😀 “We will go 😀 there,” Kirby said.", "We will go 😀 there", id="emoji"),
        pytest.param("“שלום לכולם היום,” Kirby said.", "שלום לכולם היום", id="right to left"),
        pytest.param(
            "“Que\u0301 sera\u0301 sera\u0301,” Kirby said.", "Que\u0301 sera\u0301 sera\u0301", id="combining"
        ),
    ],
)
def test_offsets_count_code_points(text, words):
    """Whatever the characters, with or without the parser, the span cuts out the printed words."""
    for parsed in (True, False):
        (statement,) = quoted_in(text, parsed=parsed)
        (quotation,) = statement.quotations
        assert quotation.span.cut(text) == quotation.text == words
        assert statement.mention.text.startswith("Kirby")


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u00ad", "\x00"])
def test_hidden_characters_are_flagged(character):
    """A character that nobody sees is told."""
    (statement,) = quoted_in(f"“We will {character}go there,” Kirby said.")
    assert "hidden_characters" in statement.flags


@pytest.mark.parametrize("text", ["", "“", "”", "“”", "\n", "“ ”", ":", "said", "“.”", "'"])
def test_next_to_nothing(text):
    """An empty article, or one mark, gives no statement and no error."""
    assert quoted_in(text) == ()
    assert quoted_in(text, parsed=False) == ()
