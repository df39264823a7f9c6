"""How many of the quoted words stand in the record in order."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def words_in_order(evidence: Evidence) -> Signal:
    """The share of the quoted content words that the best place holds in order."""
    name, best = "words_in_order", evidence.places.best
    if best is None:
        return Signal(name, 0.0, "no passage shares enough words with the quotation")
    found = f"{best.alignment.matched_words} of {best.alignment.quoted_words} words in order"
    return Signal(name, best.wording_score, found)
