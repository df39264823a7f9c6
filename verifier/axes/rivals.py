"""Other places that hold the words as well as the best one does, and which of equals is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.axes.dating import days_from, is_later
from verifier.axes.deciding import deciding_difference
from verifier.axes.pieces import speaker_words
from verifier.axes.records import cited, is_bearing, same_event, twin_records
from verifier.matching.places import Places
from verifier.model.article import Statement
from verifier.model.evidence import Match, Wording
from verifier.model.policy import Policy
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus

# How far a wording is from the record's: a place is not equally good where its words are worse.
_GRADES = {
    Wording.EXACT: 0,
    Wording.MARKED: 0,
    Wording.CLEANED: 0,
    Wording.ALTERED_MINOR: 1,
    Wording.SPLICED: 1,
    Wording.PARAPHRASE: 1,
    Wording.ALTERED_MATERIAL: 2,
    Wording.ELISION_MISLEADING: 2,
}
_WORST = 3
_MANY = 5  # places in other events: there may be more than were kept
_SHORT_WORDS = 10  # a shorter quotation that stands in several events asks for speaker or day to be one of them


@dataclass(frozen=True, slots=True)
class Rivals:
    """The places equally good as the compared one, and what follows from them."""

    equal: tuple[Match, ...] = ()  # in whichever record
    elsewhere: tuple[Match, ...] = ()  # of these, those in other events
    sure: bool = True  # none of them is by the claimed person or on the claimed day
    one_event: bool = True  # none of them agrees with the claim as well as the compared one
    common: bool = False  # a short phrase of several events, of which the claim picks none
    twins: tuple[Record, ...] = ()  # what may be other records of the compared place's event, of its tier
    difference: str | None = None  # how a record of the same event and tier differs in the deciding words


def compared_first(places: Places, statement: Statement, published: date | None, policy: Policy) -> Places:
    """Return the places with the one to be compared first: of equally good ones, that which agrees with the claim.

    Speaker comes before day, a record later than the article after all others.
    """
    best = places.best
    if best is None:
        return places
    pool = [place for place in places.matches if _as_good(place, best, policy)]
    far = max((days_from(statement.date_claim, place.record) or 0 for place in pool), default=0) + 1

    def standing(place: Match) -> tuple[bool, bool, int, int]:
        apart = days_from(statement.date_claim, place.record)
        undated = 0 if statement.date_claim is None else far
        later = is_later(place.record, published)
        return place.speaker_score != 1.0, later, undated if apart is None else apart, _grade(place)

    compared = min(pool, key=standing)
    if compared is best:
        return places
    others = (place for place in places.matches if place is not compared)
    return replace(places, matches=(compared, *others))


def compare_places(places: Places, statement: Statement, corpus: Corpus, policy: Policy) -> Rivals:
    """Return the rivals of the compared place: those whose wording scores within the policy's tie margin."""
    best = places.best
    if best is None:
        return Rivals()
    others = places.matches[1:]
    equal = tuple(place for place in others if _as_good(place, best, policy))
    elsewhere = tuple(place for place in equal if not same_event(place, best, corpus))
    twins = twin_records(best, _of_the_event(best, others, corpus, policy), corpus)
    claims = statement.speaker is not None or statement.date_claim is not None
    short = places.words < _SHORT_WORDS
    return Rivals(
        equal=equal,
        elsewhere=elsewhere,
        sure=not any(1.0 in _agreement(place) for place in elsewhere),
        one_event=not any(_agreement(place) >= _agreement(best) for place in elsewhere),
        common=short and claims and bool(elsewhere) and 1.0 not in _agreement(best),
        twins=twins,
        difference=_difference(best, (*twins, *corpus.earlier(best.record.version)), corpus, policy),
    )


def _of_the_event(best: Match, others: Sequence[Match], corpus: Corpus, policy: Policy) -> list[Record]:
    """Return the records of found places that are other records of the best place's event."""
    found = (place for place in others if place.wording_score >= policy.found_score)
    return [
        place.record
        for place in found
        if place.record.version != best.record.version and same_event(place, best, corpus)
    ]


def explain_twins(rivals: Rivals, match: Match) -> str | None:
    """Return which other record of the event there is on another day, None where there is none."""
    days = {one.day for one in match.record.dates}
    other = next((one for one in rivals.twins if not days & {dated.day for dated in one.dates}), None)
    return f"another record of the same event bears another date: {cited(other)}" if other else None


def explain_rivals(rivals: Rivals) -> str | None:
    """Return where else the words stand as well, None where they stand nowhere else."""
    if not rivals.elsewhere:
        return None
    first, count = rivals.elsewhere[0], len(rivals.elsewhere)
    where = f"{cited(first.record)}, spoken by {speaker_words(first.turn)}"
    if count == 1:
        return f"the words stand as well in {where}"
    # Of a phrase that stands everywhere no more places are kept than runners-up.
    least = "at least " if count >= _MANY else ""
    return f"the words stand as well in {least}{count} other events, among them {where}"


def _as_good(place: Match, best: Match, policy: Policy) -> bool:
    return place.wording_score >= best.wording_score - policy.tie_margin and _grade(place) <= _grade(best)


def _grade(place: Match) -> int:
    return _GRADES.get(place.wording, _WORST)


def _agreement(match: Match) -> tuple[float, float]:
    return (match.speaker_score or 0.0, match.date_score or 0.0)


def _difference(best: Match, twins: Sequence[Record], corpus: Corpus, policy: Policy) -> str | None:
    """Return how another bearing record of the same event and tier differs in the deciding words."""
    if not is_bearing(best):
        return None
    for record in twins:
        if found := deciding_difference(best, record, corpus, policy):
            return f"{_named(best.record, record)} has “{found[0]}”, {_named(record, best.record)} has “{found[1]}”"
    return None


def _named(record: Record, other: Record) -> str:
    """Return a record's title and date, with its state, or its source and id, where the other's are the same."""
    if (record.source, record.doc_id) == (other.source, other.doc_id):
        return f"the state {record.version[:8]} of {cited(record)}"
    return cited(record) if cited(record) != cited(other) else f"{cited(record)} of {record.source}, {record.doc_id},"
