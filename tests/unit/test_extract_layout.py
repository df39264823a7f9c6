"""Speech that the layout tells: labels, embedded posts, block quotations, and quotations printed twice."""

import pytest
from extract_samples import quoted_in, the_one

INTERVIEW = (
    "Gudrun Aalto teaches economics. We spoke to her in her office.\n\n"
    "Q: Rents have risen. Is that normal?\n\n"
    "A: Normal is a word for thermometers.\n\n"
    "Q: What would you do?\n\n"
    "A: Publish every contract. My students call it “the stairwell effect”."
)


def test_answers_after_letters():
    """Answers are what the person said whom the interview is with; marks inside them are their own words."""
    first, second = quoted_in(INTERVIEW)
    assert [first.text, second.text] == [
        "Normal is a word for thermometers.",
        "Publish every contract. My students call it “the stairwell effect”.",
    ]
    assert (first.speaker.name, first.mention.text) == ("Gudrun Aalto", "A")
    assert "no_marks" in first.flags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Imke Folkerts baut Deiche.\n\nFolkerts: Wir bauen gern.\n\nReicht das?\n\nFolkerts: Jetzt warte ich ab.",
            [("Folkerts", "Wir bauen gern."), ("Folkerts", "Jetzt warte ich ab.")],
            id="names",
        ),
        pytest.param(
            "Rents: They have risen a lot.\n\nTrams: They are very late.\n\nWages: They have not.", [], id="headings"
        ),
        pytest.param(
            "It began.\n\nThe bollard is there for children.\n\n— Hilary Strand (@MayorStrand) March 5, 2024",
            [("Hilary Strand", "The bollard is there for children.")],
            id="a post",
        ),
        pytest.param(
            "In their letter they write:\n\nAn organ is not furniture and never was.",
            [("they", "An organ is not furniture and never was.")],
            id="a block after a verb of speech and a colon",
        ),
        pytest.param("There are three reasons:\n\nAn organ is not furniture and never was.", [], id="a colon alone"),
        pytest.param("In the letter they write:\n\n- An organ is not furniture.", [], id="a list"),
    ],
)
def test_words_without_marks(text, found):
    """What the layout sets off is a quotation; a heading, a list or a colon alone sets off nothing."""
    lang = "de" if "Deiche" in text else "en"
    assert [(s.mention.text, s.text) for s in quoted_in(text, lang=lang)] == found


def test_a_post_is_dated_by_its_signature():
    """The day under an embedded post is the day of its words."""
    statement = the_one(
        "It began.\n\nThe bollard is there for children.\n\n— Hilary Strand (@MayorStrand) March 5, 2024"
    )
    assert str(statement.date_claim.interval) == "2024-03-05"


def test_pull_quotes_are_left_out():
    """A paragraph that only repeats words quoted elsewhere is no second statement."""
    text = (
        "“They smell of smoke. He wrote down every meal,” said Alasdair Munn.\n\n“They smell of smoke”\n\nThe end came."
    )
    assert the_one(text).mention.text == "Alasdair Munn"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("READ ALSO: “We never saw the ice coming”: a trawlerman remembers", id="English"),
        pytest.param("À lire aussi : « Nous n'avons jamais vu la glace venir »", id="French"),
        pytest.param("Lesen Sie auch: „Wir haben das Eis nie kommen sehen“", id="German"),
    ],
)
def test_links_to_other_articles_are_left_out(text):
    """A line that leads to another article quotes nobody here."""
    assert quoted_in(f"Kirby came.\n\n{text}\n\nKirby went.") == ()
