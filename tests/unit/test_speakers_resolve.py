"""From a mention to a Speaker, on a day, in an article."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.model.article import Speaker, SpeakerKind
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

PEOPLE = People.load()
DAY = date(2024, 3, 8)
NAMED = (
    "John Kirby",
    "Ukrainian President Volodymyr Zelensky",
    "President Joe Biden",
    "French President Emmanuel Macron",
    "Petr Pavel",
    "Germany’s defence minister Boris Pistorius",
    "Pal Jonson",
)


@pytest.mark.parametrize(
    ("mention", "person"),
    [
        pytest.param("Kirby", "john-kirby", id="surname"),
        pytest.param("The spokesperson", "john-kirby", id="the only spokesperson of the article"),
        pytest.param("Mr. Kirby", "john-kirby", id="honorific"),
        pytest.param("Zelensky", "volodymyr-zelensky", id="Zelensky"),
        pytest.param("the Ukrainian president", "volodymyr-zelensky", id="office"),
        pytest.param("The French leader", "emmanuel-macron", id="leader"),
        pytest.param("his Czech counterpart Petr Pavel", "petr-pavel", id="counterpart"),
        pytest.param("Swedish counterpart Pal Jonson", "pal-jonson", id="without ring"),
        pytest.param("der Kanzler", "olaf-scholz", id="Kanzler"),
        pytest.param("the Kremlin spokesman", "dmitry-peskov", id="spokesman of a body"),
        pytest.param("Pentagon press secretary", "pat-ryder", id="press secretary"),
        pytest.param("die deutsche Außenministerin", "annalena-baerbock", id="German office"),
        pytest.param("la ministre allemande des Affaires étrangères", "annalena-baerbock", id="French office"),
        pytest.param("Britain's foreign secretary", "david-cameron", id="British office"),
        pytest.param("NATO chief", "jens-stoltenberg", id="leader of a body"),
        pytest.param("kirby", "john-kirby", id="typed without capitals"),
        pytest.param("JOHN KIRBY", "john-kirby", id="all capitals"),
        pytest.param("former president Obama", "barack-obama", id="former with name"),
    ],
)
def test_known_persons(mention: str, person: str) -> None:
    """A mention finds the known person it means."""
    speaker = resolve(mention, DAY, PEOPLE, NAMED)
    assert speaker is not None
    assert speaker.id == person


@pytest.mark.parametrize(
    "mention",
    [
        pytest.param("he", id="pronoun"),
        pytest.param("a spokesman", id="indefinite"),
        pytest.param("officials", id="people"),
        pytest.param("Officials", id="people at the head of a sentence"),
        pytest.param("two people familiar with the matter", id="counted"),
        pytest.param("a senior White House official", id="of a body"),
        pytest.param("Putin's spokesman", id="somebody's man"),
        pytest.param("Biden and Macron", id="two"),
        pytest.param("the president", id="any of three presidents named"),
        pytest.param("the former US president", id="former without name"),
        pytest.param("us", id="the pronoun us"),
        pytest.param("Zuruf von der AfD", id="shout"),
        pytest.param("", id="empty"),
        pytest.param("“”…", id="marks"),
    ],
)
def test_nobody(mention: str) -> None:
    """A pronoun or plain nominal is left to whoever reads the sentences around it."""
    assert resolve(mention, DAY, PEOPLE, NAMED) is None


@pytest.mark.parametrize(
    "mention", ["the Kremlin", "the White House", "the ministry", "Moscow", "the Biden administration"]
)
def test_bodies(mention: str) -> None:
    """A body that speaks is an organisation without an id."""
    speaker = resolve(mention, DAY, PEOPLE, NAMED)
    assert speaker is not None
    assert speaker.kind is SpeakerKind.ORGANISATION
    assert speaker.id is None


@pytest.mark.parametrize(
    ("mention", "named", "speaker"),
    [
        pytest.param("Smith", ["Jane Smith"], Speaker("Jane Smith"), id="surname of an unknown person"),
        pytest.param("Kirby", ["Jane Kirby"], Speaker("Jane Kirby"), id="not the Kirby we know"),
        pytest.param("Smith", [], Speaker("Smith"), id="never named in full"),
        pytest.param("Mr. Simons", [], Speaker("Mr. Simons"), id="the honorific still says something"),
        pytest.param("Ms. Ada Example", [], Speaker("Ada Example"), id="full unknown name"),
        pytest.param(
            "Washington", ["George Washington"], Speaker("George Washington", "george-washington"), id="capital"
        ),
        pytest.param("Price", ["Ned Price"], Speaker("Ned Price", "ned-price"), id="a word"),
        pytest.param("König", ["Jörn König"], Speaker("Jörn König"), id="a title"),
        pytest.param(
            "President Macron", ["Brigitte Macron"], Speaker("Emmanuel Macron", "emmanuel-macron"), id="spouse"
        ),
    ],
)
def test_the_article_decides(mention: str, named: list[str], speaker: Speaker) -> None:
    """Who is named in full in the article is whom its surnames mean."""
    assert resolve(mention, DAY, PEOPLE, named) == speaker


@pytest.mark.parametrize(
    ("mention", "day", "named", "speaker"),
    [
        pytest.param(
            "Biden",
            date(2023, 1, 1),
            ["Jill Biden", "Joe Biden"],
            Speaker("Biden", alternatives=("jill-biden", "joe-biden")),
            id="both named",
        ),
        pytest.param("Biden", date(2023, 1, 1), ["Jill Biden"], Speaker("Jill Biden", "jill-biden"), id="one named"),
        pytest.param(
            "Biden",
            date(2023, 1, 1),
            [],
            Speaker("Joe Biden", "joe-biden", alternatives=("joe-biden", "jill-biden")),
            id="office on the day, the namesakes told",
        ),
        pytest.param(
            "Mrs. Biden",
            date(2023, 1, 1),
            ["Jill Biden", "Joe Biden"],
            Speaker("Jill Biden", "jill-biden"),
            id="gender",
        ),
        pytest.param(
            "President Biden", date(2023, 1, 1), ["Jill Biden"], Speaker("Joe Biden", "joe-biden"), id="title"
        ),
        pytest.param("Dr. Biden", date(2023, 1, 1), [], Speaker("Jill Biden", "jill-biden"), id="label"),
        pytest.param(
            "Bush",
            date(2024, 1, 1),
            [],
            Speaker("Bush", alternatives=("george-h-w-bush", "george-w-bush")),
            id="nobody in office",
        ),
        pytest.param(
            "President Bush", date(2003, 1, 28), [], Speaker("George W. Bush", "george-w-bush"), id="on that day"
        ),
        pytest.param("Jackson", DAY, [], Speaker("Jackson", alternatives=("andrew-jackson",)), id="long ago"),
        pytest.param(
            "President Jackson", DAY, [], Speaker("Andrew Jackson", "andrew-jackson"), id="long ago, by title"
        ),
        pytest.param(
            "Governor Cooper",
            DAY,
            [],
            Speaker("Governor Cooper", alternatives=("yvette-cooper",)),
            id="an office never held",
        ),
        pytest.param(
            "the US president",
            date(2021, 1, 20),
            [],
            Speaker("the US president", alternatives=("donald-trump", "joe-biden")),
            id="day of change",
        ),
        pytest.param(
            "the US president",
            date(2021, 1, 20),
            ["Joe Biden"],
            Speaker("Joe Biden", "joe-biden"),
            id="day of change, named",
        ),
        pytest.param(
            "the French president",
            date(2026, 3, 1),
            [],
            Speaker("the French president", alternatives=("emmanuel-macron",)),
            id="after the last look",
        ),
        pytest.param(
            "the French president",
            date(2026, 3, 1),
            ["Emmanuel Macron"],
            Speaker("Emmanuel Macron", "emmanuel-macron"),
            id="after the last look, named",
        ),
        pytest.param(
            "the president", None, ["Joe Biden", "Jake Sullivan"], Speaker("Joe Biden", "joe-biden"), id="no day"
        ),
        pytest.param(
            "the AfD leader",
            DAY,
            [],
            Speaker("the AfD leader", alternatives=("alice-weidel", "tino-chrupalla")),
            id="two",
        ),
        pytest.param(
            "the Polish leader",
            DAY,
            [],
            Speaker("the Polish leader", kind=SpeakerKind.UNKNOWN),
            id="president or premier",
        ),
    ],
)
def test_namesakes_are_never_guessed(mention: str, day: date | None, named: list[str], speaker: Speaker) -> None:
    """Title, day and article decide; where they do not, all who may be meant are listed."""
    assert resolve(mention, day, PEOPLE, named) == speaker


@pytest.mark.parametrize(
    ("label", "person"),
    [("THE PRESIDENT", "joe-biden"), ("THE VICE PRESIDENT", "kamala-harris"), ("THE FIRST LADY", "jill-biden")],
)
def test_home(label: str, person: str) -> None:
    """A label that is only a title finds its holder where the record's country is known."""
    speaker = resolve(label, DAY, PEOPLE, home="US")
    assert speaker is not None
    assert speaker.id == person
    assert resolve(label, DAY, PEOPLE) is None
