"""The own record of a person whom a speaker quotes, where the corpus holds it."""

from __future__ import annotations

from dataclasses import replace

from verifier.axes.records import cited
from verifier.matching.places import find_places
from verifier.model.article import Speaker, SpeakerMention, Statement
from verifier.model.evidence import Match, Wording
from verifier.model.policy import Policy
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People

_NOT_FOUND = frozenset({Wording.NO_MATCH, Wording.FRAGMENT})


def own_record(
    statement: Statement, quoted: Speaker, match: Match, corpus: Corpus, people: People, policy: Policy
) -> Match | None:
    """Return the earliest place in which the *quoted* person speaks the words, on the day of *match* or before."""
    asked = replace(statement, speaker=quoted, mention=SpeakerMention(quoted.name), date_claim=None)
    found = [
        place
        for place in find_places(asked, corpus, people, policy).matches
        if place.speaker_score == 1.0 and place.wording not in _NOT_FOUND and not _later(place, match)
    ]
    return min(found, key=lambda place: (_day(place), place.record.source, place.record.doc_id), default=None)


def explain_original(quoted: Speaker, own: Match | None) -> str:
    """Return what the corpus holds of the quoted person's own words, in one clause."""
    if own is None:
        return f"no record held has {quoted.name} speaking them"
    return f"{quoted.name}’s own record of them is held: {cited(own.record)}"


def _day(place: Match) -> str:
    return place.record.date.isoformat() if place.record.date else "9999"


def _later(place: Match, match: Match) -> bool:
    return match.record.date is not None and _day(place) > match.record.date.isoformat()
