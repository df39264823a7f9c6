"""Whether other events hold the words equally well."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def place_alone(evidence: Evidence) -> Signal:
    """No other event's record holds the words as well."""
    name, rivals = "place_alone", len(evidence.rivals)
    if evidence.places.best is None:
        return Signal(name, None, "no place was found")
    if rivals == 0:
        return Signal(name, 1.0, "no other event has them as well")
    return Signal(
        name, 1 / (1 + rivals), f"{rivals} other {'event has' if rivals == 1 else 'events have'} them as well"
    )
