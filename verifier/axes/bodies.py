"""Bodies as claimed speakers: whether who speaks in the record speaks for "the White House" on that day."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.axes.pieces import Piece, speaker_words
from verifier.model.article import Speaker
from verifier.speakers.organisations import belongs_to, organisations
from verifier.speakers.person import Office, Person
from verifier.speakers.registry import People
from verifier.speakers.titles import leading_role
from verifier.text.folding import fold_words

_COUNTRY_CODE = 2  # letters
_VOICES = frozenset({"press_secretary", "spokesperson", "deputy_spokesperson", "communications_director"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whether a turn's speaker speaks for the claimed body, and by which office; None where that is open."""

    speaks: bool | None
    reason: str


def voice_of(body: Speaker, piece: Piece, people: People) -> Voice:
    """Return whether the turn's speaker speaks for *body*.

    True for its spokespeople on the day, for whoever leads it, and for a spokesperson whose title holds
    its name; False for somebody in office then, and in no office of its country; a body has many
    voices, so everybody else is open.
    """
    name = speaker_words(piece.turn)
    day, person = piece.record.date, _person(piece, people)
    keys = people.read(body.name).places
    unknown = Voice(None, f"the record has {name} speaking these words, who is not known to speak for “{body.name}”")
    if person is None or day is None:
        return unknown
    held = [office for office in person.offices if office.held_on(day)]
    for office in held:
        if _speaks_for(office, keys[-1] if keys else None, body):
            return Voice(True, f"the record has {name} speaking, then {office.title}, who speaks for “{body.name}”")
    country = _country(keys[-1]) if keys else None
    if held and country and not any(belongs_to(office.of, country) for office in held):
        offices = held[0].title
        return Voice(False, f"the record has {name} speaking these words, then {offices}, not “{body.name}”")
    return unknown


def home_of(piece: Piece, people: People) -> str | None:
    """Return the country for which the turn's speaker held an office on the day: what "the President" is of."""
    day, person = piece.record.date, _person(piece, people)
    held = [office for office in person.offices if office.held_on(day)] if person and day else []
    return _country(held[0].of) if held else None


def _person(piece: Piece, people: People) -> Person | None:
    """Return the known person who holds the turn, None where the name does not decide."""
    turn = piece.turn.turn
    if turn.speaker_id:
        return people.by_id(turn.speaker_id)
    found = people.named(turn.speaker or "", piece.record.date)
    return found[0] if len(found) == 1 else None


def _speaks_for(office: Office, key: str | None, body: Speaker) -> bool:
    if office.role in _VOICES:
        named = set(fold_words(body.name)) - {"the"}
        # The spokesman of the Security Council is "White House National Security Communications Advisor".
        return (key is not None and belongs_to(office.of, key)) or named <= set(fold_words(office.title))
    if key is None:
        return False
    body_of = organisations().get(key)
    leads = body_of.leader if body_of else leading_role(key) if len(key) == _COUNTRY_CODE else None
    return leads is not None and office.role == leads and office.of in {key, _country(key)}


def _country(key: str) -> str | None:
    body = organisations().get(key)
    return body.country if body else key if len(key) == _COUNTRY_CODE else None
