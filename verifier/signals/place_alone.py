"""Whether other places are equally good."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def place_alone(evidence: Evidence) -> Signal:
    """No other place holds the words as well."""
    name, rivals = "place_alone", len(evidence.rivals)
    if evidence.places.best is None:
        return Signal(name, None, "no place was found")
    if rivals == 0:
        return Signal(name, 1.0, "no other place is as good")
    return Signal(name, 1 / (1 + rivals), f"{rivals} other {'place is' if rivals == 1 else 'places are'} as good")
