"""Whether the event was held on the claimed day."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence


def held_on_claimed_date(evidence: Evidence) -> Signal:
    """The event was held in the time the article gives; 0 from 30 days' distance on."""
    name, best, claim = "held_on_claimed_date", evidence.places.best, evidence.statement.date_claim
    if claim is None:
        return Signal(name, None, "the article gives no date")
    if best is None or best.date_score is None:
        return Signal(name, None, "no dated place was found")
    apart = min(claim.interval.distance(one.day) for one in best.record.dates)
    return Signal(name, best.date_score, f"{apart} {'day' if apart == 1 else 'days'} apart")
