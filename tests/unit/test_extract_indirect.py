"""Speech reported without marks."""

import pytest
from extract_samples import statements_in

from verifier.model.article import Form


@pytest.mark.parametrize(
    ("text", "mention", "reported"),
    [
        pytest.param("Kirby said that the ships would leave soon.", "Kirby", "the ships would leave soon", id="that"),
        pytest.param(
            "Kirby said the ships would leave soon.", "Kirby", "the ships would leave soon", id="without that"
        ),
        pytest.param("The ships will leave soon, Kirby said.", "Kirby", "The ships will leave soon", id="cue after"),
        pytest.param(
            "According to Kirby, the ships will leave soon.", "Kirby", "the ships will leave soon", id="according to"
        ),
        pytest.param(
            "The ships will leave soon, according to Kirby.",
            "Kirby",
            "The ships will leave soon",
            id="according to, after",
        ),
        pytest.param(
            "The ships, Kirby said, will leave for the north very soon.",
            "Kirby",
            "will leave for the north very soon",
            id="cue in the middle: the longer part",
        ),
    ],
)
def test_reported_clause(text, mention, reported):
    """The clause, its cue and its speaker are found; there are no quotations."""
    (statement,) = statements_in(text)
    assert statement.form is Form.INDIRECT
    assert statement.quotations == ()
    assert statement.mention.text == mention
    assert statement.reported.cut(text) == reported


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ships will leave soon.", id="no cue"),
        pytest.param("Kirby said nothing.", id="no clause"),
        pytest.param("He left for the north.", id="no saying"),
    ],
)
def test_nothing_reported(text):
    """A sentence that reports no clause gives no statement."""
    assert statements_in(text) == ()


def test_a_clause_with_marks_is_mixed():
    """Words between marks inside the clause make it a mixed statement, told once."""
    (statement,) = statements_in("Kirby said that the ships would leave “very soon indeed” for the north.")
    assert statement.form is Form.MIXED


def test_without_a_parser():
    """Without a model only "said that" reports."""
    (statement,) = statements_in("Kirby said that the ships would leave soon.", parsed=False)
    assert statement.mention.text == "Kirby"
    assert "no_parser" in statement.flags
