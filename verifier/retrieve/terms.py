"""Index terms: folded words and adjacent word pairs.

Measured at 23 M words with 400 noisy quotations: words alone find 73 to 87 %, with pairs 95.5 to
97.5 % at the same budget.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

PASSAGE_WORDS = 120  # folded words of a passage; a turn is cut into passages that do not overlap


def pairs_of(words: Sequence[str]) -> list[str]:
    """Return the adjacent pairs of *words*, each joined by an underscore."""
    return [f"{first}_{second}" for first, second in pairwise(words)]


def terms_of(words: Sequence[str]) -> list[str]:
    """Return the index terms of *words*: the words, then the pairs."""
    return [*words, *pairs_of(words)]
