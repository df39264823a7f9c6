"""Whether the claimed day cannot be the day of the matched words, so that another day's record corrects it."""

from __future__ import annotations

from verifier.axes.dating import DatingFinding
from verifier.axes.records import cited
from verifier.matching.places import Places, place_in
from verifier.model.article import Statement
from verifier.model.evidence import Coverage, CoverageState, Dating, Match, Wording
from verifier.model.policy import Policy
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus
from verifier.retrieve.events import in_place, takes_part
from verifier.speakers.registry import People

_DAY_DIFFERS = frozenset({Dating.WRONG_DATE, Dating.IMPOSSIBLE, Dating.RECYCLED})


def ruled_out(
    statement: Statement,
    places: Places,
    dating: DatingFinding,
    coverage: Coverage,
    corpus: Corpus,
    people: People,
    policy: Policy,
) -> str | None:
    """Return why the claimed day cannot be the day of these words, None where it can.

    The article contradicts itself, or names this record's place, venue or counterpart where no other
    day of the person's has them, or the claimed day is held and lacks the words. An inherited date asks
    for place or counterpart.
    """
    match, claim = places.best, statement.date_claim
    if match is None or claim is None or dating.value not in _DAY_DIFFERS:
        return None
    if named := _occasion(statement, match.record, corpus):
        return f"the article names “{named}”, which is that of this record and of no other day's"
    if claim.inherited:
        return None
    if dating.value is Dating.IMPOSSIBLE:
        return "the article's own words rule the claimed day out"
    return _held_without(statement, places, match, coverage, corpus, people, policy)


def _occasion(statement: Statement, record: Record, corpus: Corpus) -> str | None:
    """Return what the article names of this record's occasion, where no record of the person's other days has it.

    A place where the person speaks every week, such as the White House, says nothing about the day.
    """
    event = statement.event_claim
    if event is None or statement.speaker is None:
        return None
    named = [words for words in (event.place, event.venue) if words and in_place(words, record)]
    named += [event.counterpart] if event.counterpart and takes_part(event.counterpart, record) else []
    if not named:
        return None
    days = {one.day for one in record.dates}
    others = [one for one in corpus.records(statement.speaker, None) if not days & {dated.day for dated in one.dates}]
    return next((words for words in named if not any(_has(words, one) for one in others)), None)


def _has(words: str, record: Record) -> bool:
    return in_place(words, record) or takes_part(words, record)


def _held_without(
    statement: Statement,
    places: Places,
    match: Match,
    coverage: Coverage,
    corpus: Corpus,
    people: People,
    policy: Policy,
) -> str | None:
    """Return that the claimed day is held and lacks the words, None where it is not held or has them."""
    held = coverage.event
    if coverage.state is not CoverageState.HELD or (held is not None and held.version == match.record.version):
        return None
    if any(_on_claimed_day(statement, place) for place in places.matches if place.wording is not Wording.NO_MATCH):
        return None
    if held is None:
        return "the claimed day is held, and lacks the words"
    read = place_in(held, statement, places, corpus, people, policy)
    if read is not None and read.wording is not Wording.NO_MATCH:
        return None
    return f"the record of the claimed day is held, {cited(held)}, and lacks the words"


def _on_claimed_day(statement: Statement, place: Match) -> bool:
    claim = statement.date_claim
    return claim is not None and any(claim.interval.holds(one.day) for one in place.record.dates)
