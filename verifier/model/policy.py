"""The numbers that a verdict hangs on, under one name."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Every threshold of the judgement; a verdict stores the name of the policy that made it."""

    version: str = "2026-12"
    min_words: int = 5  # fewer quoted words are a fragment
    min_bits: float = 24.0  # less information, Σ log2(N/df), is a fragment: chance meets it in 2 M words
    min_attribution: float = 0.6  # below it the article has not clearly named the speaker
    found_score: float = 0.75  # a smaller share in order is no place: halves of two sentences reach .7
    abstain_low: float = 0.20  # probabilities between the two are not decided
    abstain_high: float = 0.80
    # The probability that the words stand at the place: logistic in three signals, fitted by
    # benchmarks/calibration.py; docs/design/0005 has the figures.
    weight_intercept: float = -38.0
    weight_words_in_order: float = 18.1
    weight_words_of_one_event: float = 13.4
    weight_few_differences: float = 13.6
    tie_margin: float = 0.02  # places whose totals differ by less are equally good
    splice_gap_words: int = 25  # unmarked parts further apart are spliced
    marked_gap_words: int = 300  # ellipsis parts further apart are altered_minor
    recycled_days: int = 180
    presented_as_new_days: int = 30
    min_absence_words: int = 6  # not_in_record needs at least this many quoted words
    runners_up: int = 4
    candidate_budget: int = 40  # passages aligned a quotation
    posting_budget: int = 20_000  # index entries read a quotation
    max_quotation_words: int = 2_000  # longer ones are cut before alignment, and flagged

    @property
    def name(self) -> str:
        """The version with 8 hex digits of all the numbers: changed numbers change the name."""
        digest = hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()
        return f"{self.version}-{digest[:8]}"
