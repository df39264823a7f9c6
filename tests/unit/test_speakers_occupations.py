"""Job nouns, portfolios, letters after a name, bodies without a key, and gender told by a given name."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.model.article import SpeakerKind
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

PEOPLE = People.load()
DAY = date(2024, 5, 1)
NAMES = ("Gérard Sabourin", "Élodie Sabourin", "Rada Perković", "Odile Amblard")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        pytest.param("Gewerkschaftssekretärin Ilse Brodersen", "Ilse Brodersen", id="a German compound, feminine"),
        pytest.param("Werftchef Arne Petersen", "Arne Petersen", id="a German compound, masculine"),
        pytest.param("Staatsanwalt Arne Petersen", "Arne Petersen", id="a German lawyer"),
        pytest.param("Dessen Technischer Leiter Arne Petersen", "Arne Petersen", id="an adjective of the job"),
        pytest.param("Anna Richter", "Anna Richter", id="a surname that is a job"),
        pytest.param("Councillor Maud Whitby", "Maud Whitby", id="an English job"),
        pytest.param("Minister of Agriculture Ivan Plesk", "Ivan Plesk", id="a portfolio after of"),
        pytest.param("Agriculture Ivan Plesk", "Ivan Plesk", id="a portfolio before a name"),
        pytest.param("Maud Whitby KC", "Maud Whitby", id="letters after the name"),
        pytest.param("Professor Rada Perković", "Rada Perković", id="a given name that is also a body"),
        pytest.param("Perković", "Rada Perković", id="the surname of that name"),
        pytest.param("her brother Luca", "Luca", id="a relative by first name"),
        pytest.param("Ihr Bruder Jost", "Jost", id="a German relative by first name"),
        pytest.param("Me Odile Amblard", "Odile Amblard", id="a French lawyer"),
        pytest.param("O. A.", "Odile Amblard", id="initials of somebody the article names"),
        pytest.param("Mme Sabourin", "Élodie Sabourin", id="an honorific told from a man's given name"),
        pytest.param("M. Sabourin", "Gérard Sabourin", id="an honorific told from a woman's given name"),
        pytest.param("Sabourin", "Sabourin", id="two of one surname are not guessed"),
    ],
)
def test_the_name_is_left_of_a_mention(mention: str, name: str) -> None:
    """What a person is, and what honours they have, is no part of the name."""
    speaker = resolve(mention, DAY, PEOPLE, NAMES)
    assert speaker is not None
    assert (speaker.name, speaker.id, speaker.kind) == (name, None, SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        pytest.param("the health board", "health board", id="board"),
        pytest.param("the national weather service", "national weather service", id="service"),
        pytest.param("the bakers’ federation", "bakers' federation", id="an owner in the plural"),
        pytest.param("la préfecture", "préfecture", id="a French body"),
        pytest.param("der Wetterdienst", "Wetterdienst", id="a German compound"),
        pytest.param("la Commission des ouvrages d’art", "Commission des ouvrages d'art", id="an elided article"),
    ],
)
def test_bodies_without_a_key_speak(mention: str, name: str) -> None:
    """A body that nobody listed is still a body, with the name as printed."""
    speaker = resolve(mention, DAY, PEOPLE)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(
    "mention",
    [
        pytest.param("May", id="a month"),
        pytest.param("the Dean", id="a job with an article"),
        pytest.param("die Richterin", id="a German job with an article"),
    ],
)
def test_nobody_is_made_of_other_words(mention: str) -> None:
    """A month is no surname, and a job alone is neither a name nor a body."""
    assert resolve(mention, DAY, PEOPLE, NAMES) is None


def test_a_month_is_a_surname_where_the_article_says_so() -> None:
    """Somebody named May in full is meant by May."""
    speaker = resolve("May", DAY, PEOPLE, ("Theresa May",))
    assert speaker is not None
    assert speaker.id == "theresa-may"
