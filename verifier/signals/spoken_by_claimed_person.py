"""Whether the turn is the claimed person's."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def spoken_by_claimed_person(evidence: Evidence) -> Signal:
    """The claimed person holds the turn in which the words stand."""
    name, best = "spoken_by_claimed_person", evidence.places.best
    if evidence.statement.speaker is None:
        return Signal(name, None, "the article names no person")
    if best is None:
        return Signal(name, None, "no place was found")
    speaker = best.turn.turn.speaker or "nobody"
    if best.speaker_score is None:
        return Signal(name, None, f"the record names {speaker}, which cannot be compared")
    return Signal(name, best.speaker_score, f"the record names {speaker}")
