"""Other places that hold the words as well as the best one does."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.matching.places import Places
from verifier.model.evidence import Match, Wording
from verifier.model.policy import Policy

_CHANGED = frozenset({Wording.ALTERED_MATERIAL, Wording.ELISION_MISLEADING})
_FAITHFUL = frozenset({Wording.EXACT, Wording.MARKED, Wording.CLEANED})


@dataclass(frozen=True, slots=True)
class Rivals:
    """The places equally good as the best, and what follows from them."""

    equal: tuple[Match, ...] = ()
    agreeing: bool = False  # one of them agrees with the claimed speaker or day where the best does not
    other_events: bool = False  # one that agrees no less lies in another event
    records_differ: bool = False  # records of the best place's event and tier differ in the deciding words


def compare_places(places: Places, policy: Policy) -> Rivals:
    """Return the rivals of the best place: those whose wording scores within the policy's tie margin."""
    best = places.best
    if best is None:
        return Rivals()
    others = places.matches[1:]
    equal = tuple(one for one in others if abs(one.wording_score - best.wording_score) <= policy.tie_margin)
    elsewhere = [one for one in equal if not same_event(one, best)]
    return Rivals(
        equal=equal,
        agreeing=any(_agrees_where_best_does_not(one, best) for one in elsewhere),
        other_events=any(_agreement(one) >= _agreement(best) for one in elsewhere),
        records_differ=any(same_event(one, best) and _differ(one, best) for one in others),
    )


def same_event(one: Match, other: Match) -> bool:
    """Return whether two places lie in records of one event: a day in common and a speaker in common."""
    if one.record.version == other.record.version:
        return True
    days = {date.day for date in one.record.dates} & {date.day for date in other.record.dates}
    return bool(days) and one.turn.turn.speaker == other.turn.turn.speaker


def _agreement(match: Match) -> tuple[float, float]:
    return (match.speaker_score or 0.0, match.date_score or 0.0)


def _agrees_where_best_does_not(rival: Match, best: Match) -> bool:
    speaker = rival.speaker_score == 1.0 and best.speaker_score != 1.0
    return speaker or (rival.date_score == 1.0 and best.date_score != 1.0)


def _differ(one: Match, other: Match) -> bool:
    """Return whether one record has the quoted words and the other, of the same tier, has them changed."""
    if one.record.tier != other.record.tier or one.record.version == other.record.version:
        return False
    return {one.wording, other.wording} & _CHANGED != set() and {one.wording, other.wording} & _FAITHFUL != set()
