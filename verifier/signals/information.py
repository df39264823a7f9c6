"""Whether the quotation says enough to identify a place."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def carries_information(evidence: Evidence) -> Signal:
    """The quotation's words are rare enough, together, to identify one place."""
    bits, needed = evidence.places.bits, evidence.policy.min_bits
    return Signal("carries_information", min(1.0, bits / needed), f"{bits:.0f} bits, {needed:.0f} needed")
