"""Whether all quoted words belong to one event."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def words_of_one_event(evidence: Evidence) -> Signal:
    """The share of the quoted words that are not another event's; 1 where none stands elsewhere instead."""
    name, best, stray = "words_of_one_event", evidence.places.best, evidence.stray
    if best is None:
        return Signal(name, None, "no place was found")
    if stray is None:
        return Signal(name, 1.0, "no run of its words stands in another event instead")
    share = max(0.0, 1 - stray.words / max(1, best.alignment.quoted_words))
    return Signal(name, round(share, 4), f"{stray.words} of its words stand together in another event")
