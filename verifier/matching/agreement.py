"""How far a place agrees with what the article claims about speaker and day."""

from __future__ import annotations

from verifier.model.article import Speaker, Statement
from verifier.model.transcript import PlacedTurn, Record, Role
from verifier.speakers.registry import People
from verifier.speakers.same import same_person

_FADES_IN_DAYS = 30  # a date this far off scores nothing


def spoke(speaker: Speaker, turn: PlacedTurn, record: Record, people: People) -> bool | None:
    """Return whether *speaker* holds this turn; None where that cannot be told."""
    if turn.turn.role is Role.QUESTION:
        return False
    if turn.turn.role in {Role.UNATTRIBUTED, Role.INTERPRETER} and turn.turn.speaker_id is None:
        return None
    fellows = tuple(name for name in record.speakers if name != turn.turn.speaker)
    return same_person(speaker, turn.turn.speaker, turn.turn.speaker_id, people, record.date, fellows=fellows)


def speaker_score(statement: Statement, turn: PlacedTurn, record: Record, people: People) -> float | None:
    """Return 1 where the claimed speaker holds the turn, 0 where another does, None where that is open."""
    if statement.speaker is None:
        return None
    same = spoke(statement.speaker, turn, record, people)
    return None if same is None else float(same)


def date_score(statement: Statement, record: Record) -> float | None:
    """Return 1 on a claimed day, falling to 0 at 30 days' distance; None without a claim or a date."""
    if statement.date_claim is None or not record.dates:
        return None
    apart = min(statement.date_claim.interval.distance(one.day) for one in record.dates)
    return max(0.0, 1.0 - apart / _FADES_IN_DAYS)
