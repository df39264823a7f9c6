"""Names and roles in the attributions that parliaments and governments print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from source_samples import source

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition, Role, Turn
from verifier.sources.assembling import Told, transcript_of
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.connector import Entry


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The Rt Hon Jane Roe MP", "Jane Roe"),
        ("Rt. Hon. Jane Roe, KC, MP", "Jane Roe"),
        ("The Prime Minister (Jane Roe)", "Jane Roe"),
        ("The Parliamentary Under-Secretary of State for Harbours (Dr Jane Roe)", "Jane Roe"),
        ("The Deputy Speaker (Mrs. Jane Roe)", "Jane Roe"),
        ("Jane Roe (Docks and Quays) (Lab)", "Jane Roe"),
        ("Right Hon. Jane Roe (Prime Minister, Lib.)", "Jane Roe"),
        ("Mr. Jo Poe (Harbour and the Islands, Lib.)", "Jo Poe"),
        ("Hon. Jo Poe", "Jo Poe"),
        ("M. Jo Poe :", "Jo Poe"),
        ("Jana | Nová", "Jana Nová"),
        ("Jana Nová (Verts/ALE).", "Jana Nová"),
        ("Mr. Poe", "Mr. Poe"),
        ("Mr Speaker", "Mr Speaker"),
        ("The Speaker", "The Speaker"),
        ("Lord Dock of Quay (Con)", "Lord Dock of Quay"),
        ("Dr. Roe", "Dr. Roe"),
    ],
)
def test_names(printed: str, name: str) -> None:
    """Courtesies, seats and parties are no part of a name; an office with a name in brackets is that person."""
    assert name_of(printed) == name


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Some hon. members", Role.UNATTRIBUTED),
        ("Hon. Members", Role.UNATTRIBUTED),
        ("An hon. member", Role.UNATTRIBUTED),
        ("Des voix", Role.UNATTRIBUTED),
        ("Hon. Jo Poe", Role.SPEAKER),
        ("Question", Role.QUESTION),
    ],
)
def test_roles(printed: str, role: Role) -> None:
    """What several members call out is nobody's."""
    assert role_in_house(printed) is role


@dataclass(frozen=True)
class Known:
    id: str
    name: str


class People:
    """One person named Jane Roe."""

    def named(self, name: str, day: date | None, /) -> tuple[Known, ...]:
        return (Known("jane-roe", "Jane Roe"),) if name == "Jane Roe" else ()


ENTRY = Entry("1", "https://h.example/1", "Talk", (RecordDate(date(2024, 3, 5), "listing"),))
TURNS = (
    Turn("Jane Roe", "The harbour stays open."),
    Turn("The Mayor", "It always will.", label="THE MAYOR"),
    Turn("Senior Official", " Off the record. \x00", label="SENIOR OFFICIAL"),
    Turn("Nobody", "  "),
)


def test_what_the_configuration_knows_of_labels() -> None:
    """A label is put to the person, or to nobody, as configured; a turn without words is none."""
    config = source(
        kind="captions", path="x", label_persons={"The Mayor": "Jane Roe"}, never_attribute=["SENIOR OFFICIAL"]
    )
    transcript = transcript_of(ENTRY, TURNS, config, People(), min_words=3)
    assert [(turn.speaker, turn.speaker_id, turn.role) for turn in transcript.turns] == [
        ("Jane Roe", "jane-roe", Role.SPEAKER),
        ("Jane Roe", "jane-roe", Role.SPEAKER),
        ("Senior Official", None, Role.UNATTRIBUTED),
    ]
    assert transcript.turns[2].text == "Off the record. \ufffd"
    assert (transcript.record.tier, transcript.record.rendition) == (2, Rendition.ORIGINAL)


@pytest.mark.parametrize(
    ("entry", "turns", "message"),
    [
        pytest.param(ENTRY, TURNS[:0], "only 0 words", id="no words"),
        pytest.param(Entry("1", None, "", ENTRY.dates), TURNS, "no title", id="no title"),
        pytest.param(Entry("1", None, "Talk"), TURNS, "on which day", id="no day"),
        pytest.param(ENTRY, (Turn(None, "Words of nobody at all."),), "nobody is named", id="nobody"),
    ],
)
def test_signs_that_are_missing(entry: Entry, turns: tuple[Turn, ...], message: str) -> None:
    """A record without title, day, words or a named speaker is refused."""
    with pytest.raises(ParseError, match=message):
        transcript_of(entry, turns, source(kind="captions", path="x"), None, min_words=3)


def test_days_with_their_origins() -> None:
    """The own day of a record comes first, the list's beside it, that of publication only where there is no other."""
    config = source(kind="captions", path="x")
    own = Told(day=date(2024, 3, 4), origin="meta")
    published = Entry("1", None, "Talk", (RecordDate(date(2024, 3, 8), "published"),))
    assert transcript_of(ENTRY, TURNS, config, None, told=own, min_words=3).record.dates == (
        RecordDate(date(2024, 3, 4), "meta"),
        RecordDate(date(2024, 3, 5), "listing"),
    )
    assert transcript_of(published, TURNS, config, None, told=own, min_words=3).record.date == date(2024, 3, 4)
    assert transcript_of(published, TURNS, config, None, min_words=3).record.dates == published.dates
