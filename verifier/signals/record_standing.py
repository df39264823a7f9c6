"""What standing the record has."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.model.transcript import Rendition
from verifier.signals.evidence import Evidence

_TIERS = {
    1: "an official verbatim record",
    2: "an official record, edited or mirrored",
    3: "a full transcript by an agency or broadcaster",
    4: "a text as prepared, or metadata",
    5: "captions or speech recognition",
}


def record_standing(evidence: Evidence) -> Signal:
    """The record is an original, near to what was spoken; tier 1 scores 1, tier 5 scores 0.2."""
    name, best = "record_standing", evidence.places.best
    if best is None:
        return Signal(name, None, "no place was found")
    words = f"tier {best.record.tier}, {_TIERS[best.record.tier]}"
    if best.rendition is not Rendition.ORIGINAL:
        words += f"; rendition: {best.rendition.value.replace('_', ' ')}"
    return Signal(name, (6 - best.record.tier) / 5, words)
