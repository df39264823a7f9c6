"""What the article prints as one continuous utterance."""

import pytest
from extract_samples import article_of, quoted_in, statements_in, the_one

from verifier.model.article import Form
from verifier.report.json_report import extract_json


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "“We don’t need this,” Pistorius said, “boots on the ground.”",
            ["We don’t need this", "boots on the ground."],
            id="split by the cue",
        ),
        pytest.param(
            "“We don’t need this,” Pistorius said. “It helps nobody.”",
            ["We don’t need this", "It helps nobody."],
            id="floating after the cue",
        ),
        pytest.param(
            "“We don’t need this,” Pistorius said at a press conference in Stockholm after meeting "
            "with his Swedish counterpart Pal Jonson. “It helps nobody.”",
            ["We don’t need this", "It helps nobody."],
            id="floating after a long cue",
        ),
        pytest.param(
            "“Yes!” “We don’t need this,” Pistorius said.", ["Yes!", "We don’t need this"], id="two runs side by side"
        ),
        pytest.param(
            "“We don’t need this,” Pistorius said. “It helps nobody. ” “It never did.”",
            ["We don’t need this", "It helps nobody.", "It never did."],
            id="three parts",
        ),
    ],
)
def test_one_statement(text, parts):
    """A quotation, its continuation after its own cue and what follows uncued are one statement."""
    assert [quotation.text for quotation in the_one(text).quotations] == parts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We don’t need this,” Pistorius said, adding: “It helps nobody.”", id="a second cue"),
        pytest.param(
            "“We don’t need this,” Pistorius said. Then he left the room. “It helps nobody.”", id="a sentence between"
        ),
        pytest.param(
            "“We don’t need this,” Pistorius said.\n\n“It helps nobody at all,” Pistorius said.", id="another paragraph"
        ),
        pytest.param("“We don’t need this,” Pistorius said. “It helps nobody,” Kirby said.", id="another speaker"),
        pytest.param("He said that it was “a strategic leap” and that “we will have to go.”", id="and that"),
    ],
)
def test_two_statements(text):
    """Words of the article's own, a second cue or a new paragraph end a statement."""
    assert len(quoted_in(text)) == 2


def test_pieces_of_a_reported_clause_share_their_attribution():
    """Quoted pieces of one clause are statements of their own with one attribution."""
    first, second = quoted_in("Macron said that he “fully” stood by it and that a “strategic leap” was necessary.")
    assert first.attribution_id == second.attribution_id
    assert first.id != second.id
    assert (first.form, second.form) == (Form.MIXED, Form.MIXED)


def test_form_and_full_stop():
    """A whole utterance is direct and keeps its stop; words in a reported clause are mixed and do not."""
    direct, mixed = quoted_in("“We must go now.” That, Biden said, is “what we must all do now.”")
    assert (mixed.form, mixed.text) == (Form.MIXED, "what we must all do now")
    assert direct.text == "We must go now."


def test_ids_are_stable_and_distinct():
    """The same words twice in an article are two statements, told apart by their order."""
    text = "“We will go there,” Kirby said.\n\n“We will go there,” Kirby said."
    first, second = quoted_in(text)
    assert first.id != second.id
    assert len(first.id) == 16
    assert the_one("“We will go there,” Kirby said.").id == first.id
    assert the_one('"We will go there," Kirby said.').id == first.id


def test_a_reopened_quotation_is_one():
    """Paragraphs that reopen a quotation are one quotation of one statement."""
    statement = the_one("“We will go there.\n\n“We will come back,” Kirby said.")
    assert len(statement.quotations) == 1
    assert "paragraphs" in statement.flags


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "“We will go there.\n\n“We will ‘come back’,” Kirby said. “Soon.”",
            [("We will go there.", 1), ("We will ‘come back’", 1), ("Soon.", 2)],
            id="reopened",
        ),
        pytest.param(
            "“We will go there.\n\n“(CROSSTALK.)\n\n“We will come back,” Kirby said.",
            [("We will go there.", 1), ("We will come back", 1)],
            id="a stage note",
        ),
        pytest.param(
            "«\u202fNous irons.\n\n»\u202fTous.\u202f», dit Emmanuel Macron.",
            [("Nous irons.", 1), ("Tous.", 1)],
            id="led by the closing mark",
        ),
        pytest.param(
            "Kirby said: “We will go\nthere and then\n‘come back’ at\nonce.”",
            [("We will go\nthere and then\n‘come back’ at\nonce.", 1)],
            id="lines of a fixed width",
        ),
    ],
)
def test_a_reopened_quotation_is_printed_by_paragraph(text, parts):
    """Each paragraph is an entry without the mark that opens it; the number tells which quotation it belongs to."""
    lang = "fr" if "«" in text else "en"
    printed = extract_json(article_of(text, lang=lang), statements_in(text, lang=lang))["quotes"]
    assert [(quote["text"], quote["quotation"]) for quote in printed] == parts
    assert len({quote["statement"] for quote in printed}) == 1
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in printed)
