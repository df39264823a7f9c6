"""Whose words a turn says they are: named before or after, by pronoun, by office, or the speaker's own."""

from datetime import date

import pytest

from verifier.axes.pieces import Piece
from verifier.axes.quoted import may_quote, quoting_around
from verifier.axes.sayers import Readers, sayer_after, sayer_before
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record, Turn
from verifier.speakers.registry import People


@pytest.fixture(scope="module")
def readers() -> Readers:
    return Readers(People.load(), date(2022, 9, 1), ("Joe Biden",), "US")


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        pytest.param("So, as President Reagan said, ", "Ronald Reagan", id="title and surname"),
        pytest.param("And President Kennedy said 60 years ago, and I quote, ", "John F. Kennedy", id="and I quote"),
        pytest.param("President Kennedy came here once. He said, ", "John F. Kennedy", id="a pronoun's person"),
        pytest.param("In the words of Abraham Lincoln: ", "Abraham Lincoln", id="in the words of"),
        pytest.param("President Kennedy — I love this — said, ", "John F. Kennedy", id="an aside in the first person"),
        pytest.param("When I was in Cork, President Macron told us, ", "Emmanuel Macron", id="I, in another clause"),
        pytest.param("As the President said this morning, ", "Joe Biden", id="an office at home"),
        pytest.param("Wie Präsident Reagan sagte: ", "Ronald Reagan", id="German"),
        pytest.param("Comme l’a dit Emmanuel Macron : ", "Emmanuel Macron", id="French"),
    ],
)
def test_a_known_person_is_named(readers, lead, who):
    """The subject of the last word of saying before the words is the one they are of."""
    sayer = sayer_before(lead, readers, marked=True)
    assert sayer is not None
    assert sayer.person is not None
    assert (sayer.person.name, sayer.own) == (who, False)


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        pytest.param("So as my grandfather used to say, ", "my grandfather", id="kin"),
        pytest.param(
            "The German finance minister recently said, and I quote, ", "The German finance minister", id="title"
        ),
        pytest.param("Senator Hollis of Larnvik said, quote, ", "Senator Hollis of Larnvik", id="unknown person"),
    ],
)
def test_somebody_unknown_is_shown_as_printed(readers, lead, printed):
    """Who is not among the known people is named by the record's own words."""
    sayer = sayer_before(lead, readers, marked=True)
    assert sayer is not None
    assert sayer.printed == printed


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("As I said last week, ", id="I said"),
        pytest.param("I used to drive him crazy because I’d always say to him, ", id="I’d always say"),
        pytest.param("As I told President Xi, ", id="I told somebody known"),
        pytest.param("Ich habe damals gesagt: ", id="German"),
    ],
)
def test_the_speakers_own_words(readers, lead):
    """Words that the speaker repeats from himself are his own."""
    sayer = sayer_before(lead, readers, marked=True)
    assert sayer is not None
    assert sayer.own


@pytest.mark.parametrize(
    ("lead", "marked"),
    [
        pytest.param("Thank you, President Macron. Our view is plain: ", True, id="a name in the sentence before"),
        pytest.param("The dream begins, ", True, id="no word of saying"),
        pytest.param("We met President Macron and ", False, id="unmarked, no word of saying"),
    ],
)
def test_nobody_is_named(readers, lead, marked):
    """A name without a word of saying, or in another sentence, names nobody."""
    assert sayer_before(lead, readers, marked=marked) is None


@pytest.mark.parametrize(
    ("tail", "who"),
    [
        pytest.param(",” as Lincoln put it. Then we left.", "Abraham Lincoln", id="as he put it"),
        pytest.param(",” said President Reagan.", "Ronald Reagan", id="inverted"),
        pytest.param(".” And he said no.", None, id="another sentence"),
    ],
)
def test_named_after_the_words(readers, tail, who):
    """The speaker may name them after the closing mark."""
    sayer = sayer_after(tail, readers)
    assert (sayer.person.name if sayer and sayer.person else None) == who


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        pytest.param(
            "He told us, “We shall deliver the cranes by winter.” Fine.",
            "We shall deliver the cranes",
            True,
            id="curly",
        ),
        pytest.param(
            'He told us, "We shall deliver the cranes by winter." Fine.',
            "We shall deliver the cranes",
            True,
            id="straight",
        ),
        pytest.param(
            "He told us, quote, we shall deliver the cranes by winter, unquote. Fine.",
            "we shall deliver",
            True,
            id="unquote",
        ),
        pytest.param(
            "He said, and I quote, we shall deliver the cranes by winter. Fine.",
            "we shall deliver",
            True,
            id="to the full stop",
        ),
        pytest.param(
            "Ich zitiere: Wir liefern die Kräne bis zum Winter. Zitat Ende.",
            "Wir liefern die Kräne",
            True,
            id="Zitat Ende",
        ),
        pytest.param(
            "“Gather the leaders” — he said — “and ask them to pay.” So I did.",
            "Gather the leaders” — he said — “and ask them",
            True,
            id="broken by he said",
        ),
        pytest.param(
            "He told us, “We shall deliver.” And we shall deliver the cranes by winter.",
            "we shall deliver the cranes",
            False,
            id="after it",
        ),
        pytest.param(
            "The so-called “green crane” will be delivered by winter.",
            "crane” will be delivered by winter",
            False,
            id="scare quote",
        ),
        pytest.param(
            "As he said, “We shall deliver the cranes.” So be it, my friends.",
            "As he said, “We shall deliver the cranes",
            False,
            id="with the attribution",
        ),
        pytest.param(
            "“We shall deliver the cranes by winter.”",
            "We shall deliver the cranes",
            False,
            id="a whole turn between marks",
        ),
    ],
)
def test_words_inside_a_quotation_of_the_turn(readers, text, words, quoted):
    """Matched words are somebody else's where they lie between marks, or between quote and unquote."""
    at = text.index(words)
    record = Record("s", "d", "v", "en", "Remarks", ())
    piece = Piece(
        record, PlacedTurn(0, Span(50, 50 + len(text)), Turn("Joe Biden", text)), Span(50 + at, 50 + at + len(words))
    )
    lang = "de" if "zitiere" in text else "en"
    assert (may_quote(piece) and quoting_around(piece, lang, readers) is not None) is quoted
