"""Words that a speaker gives to others without marks, and a question said again before its answer."""

from datetime import date

import pytest

from verifier.axes.pieces import Piece
from verifier.axes.reported import repeats_question, reported_before
from verifier.axes.sayers import Readers, Sayer, is_open
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record, Role, Turn
from verifier.speakers.registry import People

RECORD = Record("s", "d", "v", "en", "Remarks", ())


@pytest.fixture(scope="module")
def readers() -> Readers:
    return Readers(People.load(), date(2022, 9, 1), ("Joe Biden",), "US")


def piece(text: str, words: str, lang: str = "en") -> Piece:
    at = text.index(words)
    placed = PlacedTurn(1, Span(50, 50 + len(text)), Turn("Joe Biden", text, lang=lang))
    return Piece(RECORD, placed, Span(50 + at, 50 + at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        pytest.param("Some people say we should sell it.", "we should sell it", "Some people", id="some people"),
        pytest.param("The critics claim that it leaks.", "it leaks", "The critics", id="critics"),
        pytest.param("They told us that it would float.", "it would float", "They", id="they"),
        pytest.param("My opponent promised it would float.", "it would float", "My opponent", id="opponent"),
        pytest.param("The previous government said that it floats.", "floats", "The previous government", id="before"),
        pytest.param("My predecessor told this house that it floats.", "it floats", "My predecessor", id="to whom"),
        pytest.param("Those who say that it leaks, look.", "it leaks", "Those who", id="those who say"),
        pytest.param("Critics would have you believe it leaks.", "it leaks", "Critics", id="would have you"),
        pytest.param("Manche sagen, dass es schwimmt.", "es schwimmt", "Manche", id="German"),
        pytest.param("Mes amis, certains disent que tout flotte.", "tout flotte", "certains", id="French"),
        pytest.param("President Reagan said it would float. It did not.", "it would float", "Reagan", id="taken back"),
        pytest.param("Harald Benk said it would float. He was wrong.", "it would float", "Harald Benk", id="wrong"),
    ],
)
def test_reported(readers, text, words, who):
    """The sentence gives the words to people whom the speaker sets apart, or the next one takes them back."""
    lang = {"Manche": "de", "certains": "fr"}.get(who, "en")
    sayer = reported_before(piece(text, words, lang), readers)
    assert sayer is not None
    assert who in (sayer.printed, sayer.printed.rpartition(" ")[2])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I said that it would float.", "it would float", id="I said"),
        pytest.param("I said that it would float. It did not.", "it would float", id="I said, and took it back"),
        pytest.param("We say that it floats. It has not.", "it floats", id="we say"),
        pytest.param("The President said that it will float.", "it will float", id="what the principal says is so"),
        pytest.param("Some people say it leaks, but it floats.", "it floats", id="but"),
        pytest.param("Some people say it leaks and I say it floats.", "it floats", id="and I say"),
        pytest.param("Some people say it leaks. It floats very well.", "It floats very well", id="the next sentence"),
        pytest.param("As people say, it floats.", "it floats", id="as people say"),
        pytest.param("When they say jump we say no.", "we say no", id="when they say"),
        pytest.param("Our people said it would float.", "it would float", id="our people"),
        pytest.param("The engineers say that it floats.", "it floats", id="on whose word he states it"),
        pytest.param("Some people left the pier at noon.", "left the pier", id="no word of saying"),
        pytest.param("It floats.", "It floats", id="nothing before"),
    ],
)
def test_not_reported(readers, text, words):
    """Words that the speaker states, or passes on as what is so, are the speaker's."""
    assert reported_before(piece(text, words), readers) is None


@pytest.mark.parametrize(
    ("asked", "text", "words", "repeated"),
    [
        pytest.param("Did you sell the tower?", "Did we sell the tower? No.", "sell the tower", True, id="said again"),
        pytest.param("Did you sell the tower?", "We did not sell the tower.", "sell the tower", False, id="an answer"),
        pytest.param("Who owns the tower?", "Why sell a boat at all? No.", "sell a boat at all", False, id="his own"),
    ],
)
def test_a_question_said_again(asked, text, words, repeated):
    """Only a question in the words of the one before it is a repetition."""
    before = PlacedTurn(0, Span(0, len(asked)), Turn("Question", asked, role=Role.QUESTION))
    assert repeats_question(piece(text, words), before) is repeated
    assert not repeats_question(piece(text, words), None)


@pytest.mark.parametrize(
    ("printed", "unnamed"),
    [
        pytest.param("He", True, id="pronoun"),
        pytest.param("The minister", True, id="office"),
        pytest.param("our spokeswoman", True, id="function"),
        pytest.param("My colleague", True, id="colleague"),
        pytest.param("They", False, id="several"),
        pytest.param("my grandfather", False, id="kin"),
        pytest.param("the report", False, id="thing"),
        pytest.param("Minister Hollis", False, id="a name"),
    ],
)
def test_who_is_left_unnamed(readers, printed, unnamed):
    """One person, whom the words do not name, may be anybody in question."""
    assert is_open(Sayer(printed), readers.people) is unnamed
