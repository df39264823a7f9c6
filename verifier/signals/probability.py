"""The probability that the quoted words, in whatever wording, stand at the best place."""

from __future__ import annotations

import math
from collections.abc import Sequence

from verifier.model.evidence import Signal
from verifier.model.policy import Policy

# Each signal that the probability is made of, with its weight in the policy. All weights are positive, so that
# more of a signal never makes a place less probable.
WEIGHTS = {
    "words_in_order": "weight_words_in_order",
    "words_of_one_event": "weight_words_of_one_event",
    "few_differences": "weight_few_differences",
}


def probability(signals: Sequence[Signal], policy: Policy) -> float:
    """Return the calibrated probability, 0 to 1, from the signals of one statement; 0 where there is no place.

    A logistic function of three signals, its weights fitted by ``benchmarks/calibration.py``.
    """
    scores = {signal.name: signal.score for signal in signals}
    weighed = [(scores.get(name), getattr(policy, weight)) for name, weight in WEIGHTS.items()]
    if any(score is None for score, _ in weighed):
        return 0.0
    logit = policy.weight_intercept + sum(weight * (score or 0.0) for score, weight in weighed)
    return round(1 / (1 + math.exp(-logit)), 4)
