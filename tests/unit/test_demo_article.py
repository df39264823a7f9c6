"""The demonstration's own material: what is said to be right stands in the addresses, what is not does not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from flows.demo.addresses import addresses, read_turns
from flows.demo.expected import expected
from verifier.model.evidence import Headline
from verifier.model.transcript import Role, Transcript

ARTICLE = files("flows.demo").joinpath("article.html").read_text(encoding="utf-8")
PARAGRAPHS = re.findall(r"<p>(.*?)</p>", ARTICLE)
QUOTED = re.findall("“([^”]*)”", ARTICLE)


@pytest.fixture(scope="module")
def held() -> dict[str, Transcript]:
    """Return the addresses by id."""
    return {transcript.record.doc_id: transcript for transcript in addresses()}


@pytest.fixture(scope="module")
def plain(held: dict[str, Transcript]) -> dict[str, str]:
    """Return the bare lower-case words of each address, joined by single spaces."""
    return {doc_id: bare(transcript.text) for doc_id, transcript in held.items()}


def bare(text: str) -> str:
    """Return the lower-case words of *text* between spaces; a check that owes nothing to the program's folding."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


def printed(contains: str) -> str:
    """Return the quoted run of the article that holds *contains*."""
    (run,) = [run for run in QUOTED if contains in run]
    return run


def test_every_quotation_has_one_expectation():
    """Each expectation names one quoted run, in order, and only the split quotation has a run more."""
    found = [QUOTED.index(run) for entry in expected() for run in QUOTED if entry.contains in run]
    assert found == sorted(found)
    assert len(found) == len(expected()) == len(QUOTED) - 1 == 16


def test_every_kind_of_answer_is_shown():
    """The article shows the headlines that a first user should meet."""
    assert {entry.headline for entry in expected()} == {
        Headline.VERIFIED,
        Headline.MISATTRIBUTED,
        Headline.MISDATED,
        Headline.INEXACT,
        Headline.ALTERED,
        Headline.NOT_IN_RECORD,
        Headline.NOT_CHECKABLE,
        Headline.FRAGMENT_LOCATED,
    }


@pytest.mark.parametrize(
    ("words", "doc_id"),
    [
        pytest.param(printed("Knowledge is in every"), "sotu/1790-01-08-george-washington", id="two sentences"),
        pytest.param(
            "are henceforth not to be considered as subjects for future colonization by any European powers",
            "sotu/1823-12-02-james-monroe",
            id="after the ellipsis",
        ),
        pytest.param(printed("fiery trial"), "sotu/1862-12-01-abraham-lincoln", id="written"),
        pytest.param(printed("pleasing prospect"), "sotu/1928-12-04-calvin-coolidge", id="another president's"),
        pytest.param(printed("essential human freedoms"), "sotu/1941-01-06-franklin-d-roosevelt", id="Roosevelt"),
        pytest.param(printed("true individual freedom"), "sotu/1944-01-11-franklin-d-roosevelt", id="another year's"),
        pytest.param(printed("war on poverty"), "sotu/1964-01-08-lyndon-b-johnson", id="Johnson"),
        pytest.param(printed("seven Challenger"), "sotu/1986-02-04-ronald-reagan", id="Reagan"),
        pytest.param(
            printed("axis of evil").replace(" [North Korea, Iran and Iraq]", ""),
            "sotu/2002-01-29-george-w-bush",
            id="without the bracket",
        ),
        pytest.param(printed("addicted"), "sotu/2006-01-31-george-w-bush", id="fragment"),
        pytest.param(
            f"{printed('My only agenda')} {printed('the same as the one')}".replace("two", "2"),
            "sotu/2015-01-20-barack-obama",
            id="both sides of the cue",
        ),
        pytest.param(
            printed("The era of big").replace("over, but we can", "over. But we cannot"),
            "sotu/1996-01-23-bill-clinton",
            id="with its not",
        ),
        pytest.param(
            printed("million new jobs").replace("14", "12"), "sotu/2023-02-07-joe-biden", id="with its number"
        ),
        pytest.param(
            printed("Every part").replace("part", "segment"), "sotu/1949-01-05-harry-s-truman", id="with its word"
        ),
    ],
)
def test_words_stand_in_one_address_only(words: str, doc_id: str, plain: dict[str, str]):
    """What the expectations call on record stands word for word in that address, and in no other."""
    assert [held_id for held_id, text in plain.items() if bare(words) in text] == [doc_id]


def test_ellipsis_hides_nothing(plain: dict[str, str]):
    """The ellipsis stands for one clause between the two parts."""
    whole = (
        "the American continents, by the free and independent condition which they have assumed and maintain,"
        " are henceforth not to be considered"
    )
    assert bare(whole) in plain["sotu/1823-12-02-james-monroe"]


@pytest.mark.parametrize("contains", ["fencing its orchards", "whittled one spoon"])
def test_invented_words_are_nowhere(contains: str, plain: dict[str, str]):
    """An invented quotation stands in no address, and has words that no address has."""
    known = set(" ".join(plain.values()).split())
    assert set(bare(printed(contains)).split()) - known
    assert not any(bare(contains) in text for text in plain.values())


@pytest.mark.parametrize(
    ("contains", "doc_id"),
    [
        ("fencing its orchards", "sotu/1957-01-10-dwight-d-eisenhower"),
        ("pleasing prospect", "sotu/1929-12-03-herbert-hoover"),
        ("true individual freedom", "sotu/1943-01-07-franklin-d-roosevelt"),
    ],
)
def test_the_address_that_the_article_names_is_held_and_lacks_the_words(
    contains: str, doc_id: str, plain: dict[str, str]
):
    """Absence can be told only from a record that is there."""
    assert bare(contains) not in plain[doc_id]


def test_each_quoting_paragraph_names_day_and_speaker_of_a_held_address(held: dict[str, Transcript]):
    """Every paragraph that quotes, but the interview, names a day and the president who has a record of it."""
    quoting = [paragraph for paragraph in PARAGRAPHS if "“" in paragraph and "interview" not in paragraph]
    records = [transcript.record for transcript in held.values()]
    named = {(record.title.split(", ", 1)[1], name) for record in records for name in record.speakers}
    assert len(quoting) == 15
    for paragraph in quoting:
        assert any(day in paragraph and name in paragraph for day, name in named), paragraph


def test_addresses_are_all_there(held: dict[str, Transcript]):
    """249 transcripts, each with its own id, day, place, page and one president."""
    assert len(held) == 249
    assert Counter(transcript.record.tier for transcript in held.values()) == {2: 249}
    first = held["sotu/1790-01-08-george-washington"].record
    assert (first.title, first.date, first.place) == (
        "Annual address to Congress, January 8, 1790",
        date(1790, 1, 8),
        "New York",
    )
    assert all(
        (transcript.record.url or "").startswith("https://www.presidency.ucsb.edu/") for transcript in held.values()
    )


def test_two_documents_of_one_day_stay_two(held: dict[str, Transcript]):
    """Nixon spoke and wrote on January 20, 1972; the spoken address has the plain id."""
    spoken, written = held["sotu/1972-01-20-richard-nixon"], held["sotu/1972-01-20-richard-nixon-2"]
    assert spoken.record.title == "State of the Union address, January 20, 1972"
    assert written.record.title == "State of the Union message to Congress, January 20, 1972"
    assert spoken.record.words < written.record.words


def test_calls_from_the_audience_are_not_the_presidents():
    """Labels hold until the next one, and a surname is whoever bore it before; head notes are left out."""
    text = (
        "[As delivered in person]\n\nThank you all.\n\nSo we build. Audience members. Boo!"
        "\n\nRepresentative Ann B. Doe. No!\n\nThe President. Yes, we do."
        "\n\nMr. Speaker, it stays.\n\nRep. Doe. [Inaudible]"
    )
    turns = [(turn.speaker, turn.role, turn.text) for turn in read_turns(text, "Jane Roe")]
    assert turns == [
        ("Jane Roe", Role.SPEAKER, "Thank you all."),
        ("Jane Roe", Role.SPEAKER, "So we build."),
        (None, Role.UNATTRIBUTED, "Boo!"),
        ("Ann B. Doe", Role.SPEAKER, "No!"),
        ("Jane Roe", Role.SPEAKER, "Yes, we do."),
        ("Jane Roe", Role.SPEAKER, "Mr. Speaker, it stays."),
        ("Ann B. Doe", Role.SPEAKER, "[Inaudible]"),
    ]
