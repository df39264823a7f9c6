"""Whether a turn's speaker is the claimed one: yes, no, or cannot tell."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.model.article import Speaker, SpeakerKind
from verifier.speakers.registry import People
from verifier.speakers.same import same_person

PEOPLE = People.load()
DAY = date(2023, 5, 1)
BIDENS = ("Joe Biden", "Jill Biden")


def same(claimed: str | Speaker, turn: str | None, *fellows: str, day: date | None = DAY) -> bool | None:
    speaker = Speaker(claimed) if isinstance(claimed, str) else claimed
    return same_person(speaker, turn, None, PEOPLE, day, fellows)


@pytest.mark.parametrize(
    ("claimed", "turn"),
    [
        pytest.param("Kirby", "John Kirby", id="surname"),
        pytest.param("John Kirby", "MR. KIRBY", id="label"),
        pytest.param("President Biden", "Joe Biden", id="title"),
        pytest.param("President Biden", "THE PRESIDENT", id="by office"),
        pytest.param("Biden", "THE PRESIDENT", id="surname by office"),
        pytest.param("Vice President Harris", "Kamala Harris", id="vice president"),
        pytest.param("Kamala Harris", "THE VICE PRESIDENT", id="vice president by office"),
        pytest.param("Bundeskanzler Scholz", "Olaf Scholz", id="Bundeskanzler"),
        pytest.param("le président Macron", "Emmanuel Macron", id="président"),
        pytest.param("Emmanuel Macron", "LE PRÉSIDENT", id="French label"),
        pytest.param("Zelensky", "Volodymyr Zelenskyy", id="transliteration"),
        pytest.param("Selenskyj", "Володимир Зеленський", id="Cyrillic"),
        pytest.param("Iwan Petrenkow", "Ivan Petrenkov", id="transliteration of a stranger"),
        pytest.param("Dr. Jha", "Ashish Jha", id="Dr."),
        pytest.param("Dr. Marie-Agnes Strack-Zimmermann", "Marie-Agnes Strack-Zimmermann", id="German title"),
        pytest.param("Bärbel Bas", "Präsidentin Bärbel Bas", id="chair's title"),
        pytest.param("Joe Biden", "Joseph R. Biden, Jr.", id="full form"),
        pytest.param("Joe Biden", "Presiden Biden", id="a slip in the label"),
        pytest.param("Karine Jean-Pierre", "Ms. Jean-Piere", id="a slip in the name"),
        pytest.param("Yelena Karpova", "Elena Karpova", id="a given name's first letter by transliteration"),
        pytest.param("Elena Karpowa", "Elena Karpova", id="a woman's surname by transliteration"),
        pytest.param("Jack Tanner", "John Howard Tanner Jr.", id="short form, second name and generation"),
        pytest.param("Omar al Rashid", "Omar Al-Rashid", id="an article with and without a hyphen"),
        pytest.param("Lena Brandt", "Lena Brandt (CDU/CSU)", id="a party of two names"),
        pytest.param("Lena Brandt", "Lena Brandt, Bundesministerin für Handel und Gezeiten", id="a ministry of two"),
        pytest.param("Xi", "Xi Jinping", id="family name first"),
        pytest.param("Mrs. Biden", "Jill Biden", id="gender"),
        pytest.param("the Ukrainian president", "Volodymyr Zelenskyy", id="claimed by office"),
        pytest.param("Ada Example", "Ada Example", id="stranger"),
        pytest.param("Vice President", "Vice President", id="the same words"),
    ],
)
def test_same(claimed: str, turn: str) -> None:
    """One person under two names is one person."""
    assert same(claimed, turn) is True


@pytest.mark.parametrize(
    ("claimed", "turn"),
    [
        pytest.param("John Kirby", "Karine Jean-Pierre", id="two known"),
        pytest.param("Jill Biden", "President Biden", id="one surname, title"),
        pytest.param("President Biden", "Jill Biden", id="one surname, names"),
        pytest.param("President Biden", "Hunter Biden", id="one surname, stranger"),
        pytest.param("Dr. Biden", "Joe Biden", id="label"),
        pytest.param("Mrs. Biden", "Joe Biden", id="gender"),
        pytest.param("Karine Jean-Pierre", "THE PRESIDENT", id="not the president"),
        pytest.param("Donald Trump", "THE PRESIDENT", id="no longer the president"),
        pytest.param("Theodore Roosevelt", "Franklin D. Roosevelt", id="two presidents"),
        pytest.param("John Adams", "John Quincy Adams", id="father and son"),
        pytest.param("the Ukrainian president", "Joe Biden", id="another's office"),
        pytest.param("Ada Example", "Ida Sample", id="two strangers"),
        pytest.param("Juan Molina", "Carlos Molina Vidal", id="one surname of two, another given name"),
        pytest.param("Carlos Serrano", "Carlos Molina Vidal", id="the given name alone"),
        pytest.param("Ahmed al Rashid", "Muhammad Al-Rashid", id="given names of other consonants"),
        pytest.param("Karl Vogel", "Dr. Hans-Peter Vogel (Mayor)", id="neither half of a given name"),
        pytest.param("Stefan Iliev", "Elena Karpova and Petar Dimov", id="neither of two who speak together"),
        pytest.param("Ivan Karpov", "Elena Karpova", id="husband and wife"),
    ],
)
def test_different(claimed: str, turn: str) -> None:
    """Two persons are told apart, of one surname too."""
    assert same(claimed, turn, *BIDENS) is False


@pytest.mark.parametrize(
    ("claimed", "turn", "fellows"),
    [
        pytest.param("Biden", "Joe Biden", BIDENS, id="two Bidens speak"),
        pytest.param("Müller", "Michael Müller", ("Michael Müller", "Alexander Müller"), id="two Müllers speak"),
        pytest.param("White", "Chief White", ("Chief White", "Mr. White"), id="two labels, perhaps two persons"),
        pytest.param("John Kirby", "Senior Administration Official", (), id="background"),
        pytest.param("John Kirby", "Question (press)", (), id="question"),
        pytest.param("John Kirby", "(Die Präsidentin lacht)", (), id="stage note"),
        pytest.param("Emmanuel Macron", "THE PRESIDENT", ("PRESIDENT MACRON",), id="two presidents at one lectern"),
        pytest.param("Zimmermann", "Anna Strack-Zimmermann", (), id="half a name"),
        pytest.param("Karine", "Karine Jean-Pierre", (), id="given name"),
        pytest.param("Schmidt", "Helga Schmitt", (), id="near, short"),
        pytest.param("the president", "Joe Biden", (), id="whose president"),
        pytest.param("Putin's spokesman", "Vladimir Putin", (), id="somebody's man"),
        pytest.param("Bärbel Bas", "Präsidentin", (), id="a chair without a country's label"),
        pytest.param("Carlos Molina", "Carlos Molina Vidal", (), id="first of two surnames"),
        pytest.param("Pedro Luna", "Pedro Luna Pérez-Castejón", (), id="first of two surnames, hyphenated"),
        pytest.param("Mohammed al Rashid", "Muhammad Al-Rashid", (), id="other vowels in the given name"),
        pytest.param("Peter Vogel", "Dr. Hans-Peter Vogel (Mayor)", (), id="half of a given name"),
        pytest.param("Helena Karpova", "Elena Karpova", (), id="a letter more in the given name"),
        pytest.param("Elena Karpova", "Elena Karpova and Petar Dimov", (), id="first of two who speak together"),
        pytest.param("Petar Dimov", "Elena Karpova and Petar Dimov", (), id="last of two who speak together"),
        pytest.param("Joe Biden", "Presidents Biden and Zelenskyy", (), id="two presidents together"),
    ],
)
def test_cannot_tell(claimed: str, turn: str, fellows: tuple[str, ...]) -> None:
    """Doubt is no accusation."""
    assert same(claimed, turn, *fellows) is None


def test_fellows_leave_one() -> None:
    """A surname that one speaker of the record has is that speaker's, a misspelt second label notwithstanding."""
    assert same("Biden", "Joe Biden", "Joe Biden", "John Kirby") is True
    assert same("Zimmermann", "Jens Zimmermann", "Jens Zimmermann", "Anna Strack-Zimmermann") is True
    assert same("Sullivan", "Jake Sullivan", "Jake Sullivan", "Mr. Sullican") is True
    assert same("Munoz", "Mr. Munoz", "Mr. Munoz", "Mr Munoz") is True


def test_ids_decide() -> None:
    """Two ids settle it; nothing to compare with settles nothing."""
    kirby = Speaker("Kirby", "john-kirby")
    assert same_person(kirby, "the speaker", "john-kirby", PEOPLE, DAY) is True
    assert same_person(kirby, "Kirby", "jake-sullivan", PEOPLE, DAY) is True  # the printed words agree
    assert same_person(kirby, "the speaker", "jake-sullivan", PEOPLE, DAY) is False
    assert same_person(kirby, None, None, PEOPLE, DAY) is None


def test_alternatives() -> None:
    """Namesakes nobody decided between are still nobody else."""
    biden = Speaker("Biden", alternatives=("joe-biden", "jill-biden"))
    assert same(biden, "Joe Biden", "Joe Biden", "John Kirby") is True
    assert same(biden, "John Kirby", *BIDENS, "John Kirby") is False


def test_bodies() -> None:
    """A body is met by its spokespeople in office; others of it cannot be told."""
    house = Speaker("White House", kind=SpeakerKind.ORGANISATION)
    assert same(house, "Karine Jean-Pierre") is True
    assert same(house, "Karine Jean-Pierre", day=date(2025, 6, 1)) is None
    assert same(house, "Joe Biden") is None
    ministry = Speaker("Russian Foreign Ministry", kind=SpeakerKind.ORGANISATION)
    assert same(ministry, "Maria Zakharova") is True


def test_the_day_of_the_office() -> None:
    """A label that is an office means its holder on the record's day."""
    assert same("Barack Obama", "THE PRESIDENT", day=date(2012, 5, 1)) is True
    assert same("Joe Biden", "THE PRESIDENT", day=date(2012, 5, 1)) is False
    assert same("Joe Biden", "THE PRESIDENT", day=None) is None
    assert same("Donald Trump", "THE PRESIDENT", day=date(2021, 1, 25)) is None  # days after a change
