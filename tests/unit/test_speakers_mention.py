"""Mentions taken apart: name, title, country or body, and who only serves somebody."""

from __future__ import annotations

import pytest

from verifier.speakers.mention import Mention
from verifier.speakers.registry import People

PEOPLE = People.load()


def read(text: str) -> Mention:
    return PEOPLE.read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Germany’s defence minister Boris Pistorius", "Boris Pistorius", id="country and title"),
        pytest.param(
            "the White House National Security Council’s strategic communications coordinator John Kirby",
            "John Kirby",
            id="body in body",
        ),
        pytest.param("Kirby, a spokesman for the White House", "Kirby", id="apposition"),
        pytest.param("the White House spokesman, John Kirby", "John Kirby", id="name after the comma"),
        pytest.param("Putin's spokesman Dmitry Peskov", "Dmitry Peskov", id="owner first"),
        pytest.param("Zelensky adviser Mykhailo Podolyak", "Mykhailo Podolyak", id="master first"),
        pytest.param(
            "president of the European Commission Ursula von der Leyen", "Ursula von der Leyen", id="of a body"
        ),
        pytest.param("Pentagon press secretary Maj. Gen. Pat Ryder", "Pat Ryder", id="ranks"),
        pytest.param("US-Präsident Joe Biden", "Joe Biden", id="hyphenated country"),
        pytest.param("Ex-Kanzlerin Angela Merkel", "Angela Merkel", id="former"),
        pytest.param(
            "la ministre allemande des Affaires étrangères Annalena Baerbock", "Annalena Baerbock", id="French"
        ),
        pytest.param("Jim Jordan", "Jim Jordan", id="country as surname"),
        pytest.param("President Washington", "Washington", id="capital as surname"),
        pytest.param("Jörn König", "Jörn König", id="title as surname"),
        pytest.param("Olaf in der Beek", "Olaf in der Beek", id="preposition inside"),
        pytest.param("M. Le Dû", "Le Dû", id="a last word that folds to a particle"),
        pytest.param("Robert F. Kennedy, Jr.", "Robert F. Kennedy Jr.", id="generation after a comma"),
        pytest.param("The Presdident", None, id="a slip in a title is no name"),
        pytest.param("Putin's spokesman", None, id="somebody's man"),
        pytest.param("an adviser to President Zelensky", None, id="somebody's adviser"),
        pytest.param("Selenskyj-Berater", None, id="German compound"),
        pytest.param("Trump allies", None, id="people around a name"),
        pytest.param("the Biden administration", None, id="a body named after a person"),
        pytest.param("senior officials", None, id="nobody"),
    ],
)
def test_whose_name(text: str, name: str | None) -> None:
    """The name is that of the person meant, never of whom they serve."""
    assert read(text).name == name


@pytest.mark.parametrize(
    ("text", "role", "place"),
    [
        pytest.param("the French leader", "leader", "FR", id="French"),
        pytest.param("Germany's foreign minister", "foreign_minister", "DE", id="genitive"),
        pytest.param("le président de l'Ukraine", "president", "UA", id="elision"),
        pytest.param("der ukrainische Präsident", "president", "UA", id="German adjective"),
        pytest.param("Frankreichs Präsident", "president", "FR", id="German genitive"),
        pytest.param("le ministre français des Armées", "defence_minister", "FR", id="adjective inside the title"),
        pytest.param("U.S. secretary of state", "foreign_minister", "US", id="points"),
        pytest.param("the Russian foreign ministry spokeswoman", "spokesperson", "RU-FOREIGN", id="ministry"),
        pytest.param("US State Department spokesman", "spokesperson", "US-FOREIGN", id="body narrows its country"),
        pytest.param("NATO-Generalsekretär", "secretary_general", "NATO", id="compound"),
        pytest.param("European Central Bank president", "president", "ECB", id="body of many words"),
    ],
)
def test_title_and_place(text: str, role: str, place: str) -> None:
    """A title keeps the country or the body that it is held of."""
    assert read(text).titles[-1].role == role
    assert read(text).places[-1] == place


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("the Kremlin", "Kremlin", id="Kremlin"),
        pytest.param("the Russian Ministry of Defence", "Russian Ministry of Defence", id="ministry of a country"),
        pytest.param("the ministry", "ministry", id="which, the article knows"),
        pytest.param("Macron’s office", "Macron's office", id="somebody's office"),
        pytest.param("Berlin", "Berlin", id="capital"),
        pytest.param("the Taliban", "Taliban", id="movement"),
        pytest.param("White House officials", None, id="people of a body"),
        pytest.param("a White House spokesman", None, id="a man of a body"),
    ],
)
def test_bodies(text: str, body: str | None) -> None:
    """A body speaks where no person is meant."""
    assert read(text).organisation == body
