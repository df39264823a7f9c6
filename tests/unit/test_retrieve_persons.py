"""Which of a record's speakers is the claimed person, as far as a corpus needs to know."""

from datetime import date

import pytest

from verifier.model.article import Speaker, SpeakerKind
from verifier.model.transcript import Record, RecordDate
from verifier.retrieve.persons import Persons
from verifier.speakers.person import Office, Person
from verifier.speakers.registry import People

PEOPLE = People.of(
    [
        Person("ada-lind", "Ada Lind", gender="f", names=("Adelheid Lind",)),
        Person("boris-ek", "Boris Ek"),
        Person(
            "john-kirby",
            "John Kirby",
            offices=(Office("spokesperson", "US-NSC", "Spokesperson", date(2022, 5, 1), date(2025, 1, 20)),),
        ),
    ]
)
LIND = Speaker("Ada Lind", "ada-lind")


def record(*speakers, day="2024-03-05"):
    """Return a record of these speakers."""
    days = (RecordDate(date.fromisoformat(day), "meta"),)
    return Record("works", "b1", "0" * 16, "en", "Briefing", days, speakers=speakers)


@pytest.mark.parametrize(
    ("claimed", "named", "fellows", "same"),
    [
        pytest.param(LIND, Speaker("Lind"), (), True, id="surname alone in the record"),
        pytest.param(Speaker("Berg"), Speaker("Cato Berg"), ("Ina Berg",), False, id="two of one surname"),
        pytest.param(LIND, Speaker("Adelheid Lind"), (), True, id="another spelling that is known"),
        pytest.param(LIND, Speaker("A. L.", "ada-lind"), (), True, id="by id"),
        pytest.param(
            Speaker("Cato Berg"), Speaker("Cato Berg"), ("Ina Berg",), True, id="unknown to us, printed alike"
        ),
        pytest.param(Speaker("Cato Berg"), Speaker("Ina Berg"), (), False, id="another given name"),
        pytest.param(LIND, Speaker("Boris Ek"), (), False, id="another person"),
        pytest.param(LIND, Speaker("Question (press)"), (), False, id="a label that names nobody"),
        pytest.param(
            Speaker("the ministry", kind=SpeakerKind.ORGANISATION), Speaker("the ministry"), (), False, id="a body"
        ),
    ],
)
def test_same(claimed, named, fellows, same):
    """Only a certain yes counts; the record's other speakers can make it uncertain."""
    assert Persons(PEOPLE).same(claimed, named, record(named.name, *fellows)) is same


def test_likely():
    """Of many names those are left that may be the person in some record, in their order."""
    names = [Speaker(name) for name in ("Lind", "Boris Ek", "Ole Lind", "Ada Lind", "Audience", "Adelheid Lind")]
    assert [speaker.name for speaker in Persons(PEOPLE).likely(LIND, names)] == ["Lind", "Ada Lind", "Adelheid Lind"]
