"""Giving up pairs that stand where they do by chance: words of the next sentence, small words in a strange clause."""

from __future__ import annotations

import re

from verifier.align.likeness import CONTENT_WEIGHT, swapping_cost
from verifier.align.pairing import Pair, Run
from verifier.align.parts import QuotedWords
from verifier.align.search import Search

_FULL_STOP = re.compile(r"[.!?:]")
_STRONG_WEIGHT = 1.3  # of a run that stands by itself: a content word and another
_STRONG_SIZE = 3
_STRANGE_WORDS = 5  # quoted words between strong runs that are looked at as a whole
_STRANGE_SHARE = 0.34  # with fewer like words than this, those agree by chance
_LIKE = 0.6  # swapping cost up to which a replaced word is like the other


def without_next_sentence(search: Search, chain: list[Run], last: int) -> list[Run]:
    """Return the chain without light words that its last run took from the record's next sentence.

    "fully boosted and vaccinated" for "fully vaccinated and boosted. And he": that "And" is another.
    """
    run = chain[-1]
    if run.quoted + run.size >= last or _opens(search.quoted, run.quoted + 1, last):
        return chain
    if len(chain) > 1 and search.record.opens_sentence(run.said):
        before = chain[-2].quoted + chain[-2].size
        light = search.weight(run.quoted, run.quoted + run.size) < CONTENT_WEIGHT
        if light and not _opens(search.quoted, before, run.quoted + 1):
            return chain[:-1]
    for size in range(1, run.size):
        if search.record.opens_sentence(run.said + size):
            light = search.weight(run.quoted + size, run.quoted + run.size) < CONTENT_WEIGHT
            return [*chain[:-1], Run(run.quoted, run.said, size)] if light else chain
    return chain


def ends_sentence(quoted: QuotedWords, index: int) -> bool:
    """Return whether the quotation prints the end of a sentence before word *index*."""
    return bool(_FULL_STOP.search(quoted.between(index)))


def _opens(quoted: QuotedWords, first: int, last: int) -> bool:
    return any(ends_sentence(quoted, i) for i in range(first, last))


def sentence_bounds(search: Search, chain: list[Run], first: int, last: int) -> tuple[int, int]:
    """Return the record words that unmatched ends may be paired with: those of the chain's own sentences.

    Where the quotation itself goes into another sentence, the record may too.
    """
    low, high, record = chain[0].said, chain[-1].said + chain[-1].size, search.record
    if chain[0].quoted > first:
        low = 0 if _opens(search.quoted, first + 1, chain[0].quoted + 1) else low
        while low > 0 and not record.opens_sentence(low):
            low -= 1
    end = chain[-1].quoted + chain[-1].size
    if end < last:
        high = len(record) if _opens(search.quoted, end, last) else high
        while high < len(record) and not record.opens_sentence(high):
            high += 1
    return low, high


def without_chance_pairs(search: Search, pairs: list[Pair], first: int, last: int) -> list[Pair]:
    """Return the pairs without those of stretches in which hardly a word agrees.

    Of two clauses put together only one stands here; "the" and "is" in the other prove nothing.
    """
    strong = [run for run in _runs(pairs) if _is_strong(search, run)]
    edges = [first, *(edge for run in strong for edge in (run.quoted, run.quoted + run.size)), last]
    strange: set[int] = set()
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        if high - low >= _STRANGE_WORDS and _likes(search, pairs, low, high) < _STRANGE_SHARE * (high - low):
            strange |= set(range(low, high))
    kept = [pair for pair in pairs if pair.quoted not in strange]
    return kept if any(pair.equal for pair in kept) else pairs


def _runs(pairs: list[Pair]) -> list[Run]:
    runs: list[Run] = []
    for pair in pairs:
        if not pair.equal:
            continue
        before = runs[-1] if runs else None
        if before and (pair.quoted, pair.said) == (before.quoted + before.size, before.said + before.size):
            runs[-1] = Run(before.quoted, before.said, before.size + 1)
        else:
            runs.append(Run(pair.quoted, pair.said, 1))
    return runs


def _is_strong(search: Search, run: Run) -> bool:
    return run.size >= _STRONG_SIZE or search.weight(run.quoted, run.quoted + run.size) >= _STRONG_WEIGHT


def _likes(search: Search, pairs: list[Pair], low: int, high: int) -> int:
    """Return how many of these quoted words have a like counterpart."""
    quoted, said = search.quoted.words, search.record.words
    return sum(
        pair.equal or swapping_cost(quoted[pair.quoted], said[pair.said], search.lang) <= _LIKE
        for pair in pairs
        if low <= pair.quoted < high
    )
