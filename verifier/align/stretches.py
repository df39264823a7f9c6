"""Turning equal runs into stretches: one for each place at which words of one part stand."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.align.pairing import Pair, Run, fill_chain
from verifier.align.search import Search
from verifier.align.trimming import ends_sentence, sentence_bounds, without_chance_pairs, without_next_sentence
from verifier.align.windows import find_runs, worth_of
from verifier.text.names import aliases_in

_REMAINDER_WORDS = 3  # fewer words are never looked for elsewhere
_REMAINDER_WEIGHT = 2.0
_REMAINDER_SHARE = 0.65
_REMAINDER_WORTH = 2.2  # two content words and a small one: less stands anywhere by chance
_REMAINDER_RUN = 3
_NEARLY_SO = 0.6  # of the weight of a run
_DISPLACED_SHARE = 0.75  # a sentence found no better here is looked for word by word elsewhere


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of quotation words with its pairs, all in one part and at one place of the record."""

    part: int
    first: int  # quoted word numbers, half-open
    last: int
    pairs: tuple[Pair, ...]

    @property
    def said_first(self) -> int:
        """Number of the first record word."""
        return self.pairs[0].said

    @property
    def said_last(self) -> int:
        """Past the number of the last record word."""
        return self.pairs[-1].said + 1


def stretches_of(search: Search, part: int, first: int, last: int, chain: list[Run], depth: int = 3) -> list[Stretch]:
    """Return the part's stretches: at the chain, and elsewhere for long remainders found word for word."""
    if not chain:
        return []
    if chain[0].size == last - first:  # word for word
        whole = tuple(Pair(first + k, chain[0].said + k, True) for k in range(last - first))
        return [Stretch(part, first, last, whole)]
    apart = _displaced(search, first, last, chain) or _remainder(search, first, last, chain) if depth else None
    if apart:
        (low, high), elsewhere = apart
        before = [kept for run in chain if (kept := _clipped(run, first, low))]
        after = [kept for run in chain if (kept := _clipped(run, high, last))]
        if not before and not after:
            return stretches_of(search, part, first, last, elsewhere, depth - 1)
        found = stretches_of(search, part, first, low, before, depth - 1)
        found += stretches_of(search, part, low, high, elsewhere, depth - 1)
        return found + stretches_of(search, part, high, last, after, depth - 1)
    chain = without_next_sentence(search, chain, last)
    pairs = _filled(search, _without_earlier_try(search, chain, first, last), first, last)
    pairs = without_chance_pairs(search, pairs, first, last)
    return [Stretch(part, first, last, tuple(pairs))] if pairs else []


def _filled(search: Search, chain: list[Run], first: int, last: int) -> list[Pair]:
    return fill_chain(search.texts, chain, (first, last), sentence_bounds(search, chain, first, last))


def _without_earlier_try(search: Search, chain: list[Run], first: int, last: int) -> list[Run]:
    """Return the chain without a first run from another sentence, if its words stand nearly so in this one.

    "It is not for me. It is for them": the quotation "It is not for them" adds a word to the second
    sentence; it does not jump out of the first.
    """
    if len(chain) < 2:
        return chain
    run, rest = chain[0], chain[1:]
    quoted = range(run.quoted + 1, rest[0].quoted + 1)
    jumps = any(search.record.opens_sentence(i) for i in range(run.said + run.size, rest[0].said + 1))
    if not jumps or any(ends_sentence(search.quoted, i) for i in quoted):
        return chain
    if _same_thing_here(search, (run.quoted, rest[0].quoted), rest):
        return rest
    here = [pair for pair in _filled(search, rest, first, last) if pair.equal and pair.quoted < rest[0].quoted]
    found = sum(search.weights[pair.quoted] for pair in here)
    return rest if found >= _NEARLY_SO * search.weight(run.quoted, run.quoted + run.size) else chain


def _clipped(run: Run, first: int, last: int) -> Run | None:
    """Return the part of a run inside quoted words *first* to *last*, None where nothing of it is."""
    low, high = max(run.quoted, first), min(run.quoted + run.size, last)
    return Run(low, run.said + low - run.quoted, high - low) if low < high else None


def _displaced(search: Search, first: int, last: int, chain: list[Run]) -> tuple[tuple[int, int], list[Run]] | None:
    """Return a whole sentence of the quotation that stands elsewhere word for word, and here hardly."""
    missing = search.weight(first, last) - worth_of(search, chain)
    if missing < (1 - _DISPLACED_SHARE) * _REMAINDER_WORTH:
        return None
    openings = [i for i in range(first + 1, last) if ends_sentence(search.quoted, i)]
    if not openings:
        return None
    for low, high in zip([first, *openings], [*openings, last], strict=True):
        weight = search.weight(low, high)
        here = worth_of(search, [kept for run in chain if (kept := _clipped(run, low, high))])
        if weight < _REMAINDER_WORTH or here >= _DISPLACED_SHARE * weight:
            continue
        at = search.hay.find(search.needle[low:high])
        if at >= 0:
            return (low, high), [Run(low, at, high - low)]
    return None


def _remainder(search: Search, first: int, last: int, chain: list[Run]) -> tuple[tuple[int, int], list[Run]] | None:
    """Return the heaviest run of quoted words outside the chain, and where else it stands nearly word for word."""
    edges = [first, *(edge for run in chain for edge in (run.quoted, run.quoted + run.size)), last]
    gap = max(zip(edges[::2], edges[1::2], strict=True), key=lambda bounds: search.weight(*bounds))
    if gap == (first, last) or gap[1] - gap[0] < _REMAINDER_WORDS or search.weight(*gap) < _REMAINDER_WEIGHT:
        return None
    if _same_thing_here(search, gap, chain):
        return None
    elsewhere = find_runs(search, *gap, 0, len(search.hay))
    stands = elsewhere and max(run.size for run in elsewhere) >= _REMAINDER_RUN
    enough = worth_of(search, elsewhere) >= max(_REMAINDER_WORTH, _REMAINDER_SHARE * search.weight(*gap))
    return (gap, elsewhere) if stands and enough and not _overlaps(elsewhere, chain) else None


def _same_thing_here(search: Search, gap: tuple[int, int], chain: list[Run]) -> bool:
    """Whether the gap names a thing that the record names here by another name: "EU" for "European Union"."""
    ours = aliases_in(search.quoted.words[gap[0] : gap[1]])
    if not ours:
        return False
    before = [run.said + run.size for run in chain if run.quoted + run.size <= gap[0]]
    after = [run.said for run in chain if run.quoted >= gap[1]]
    size = gap[1] - gap[0]
    low = before[-1] if before else max(0, after[0] - size)
    high = min(after[0] if after else low + size, low + 2 * size)
    return bool(ours & aliases_in(search.record.words[low:high]))


def _overlaps(first: list[Run], second: list[Run]) -> bool:
    return any(a.said < b.said + b.size and b.said < a.said + a.size for a in first for b in second)
