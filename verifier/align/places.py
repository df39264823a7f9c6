"""Finding where in a record each part of a quotation stands."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from verifier.align.likeness import CONTENT_WEIGHT, weight_of
from verifier.align.pairing import (
    Pair,
    Run,
    best_chain,
    drawn_together,
    equal_runs,
    fill_chain,
    without_loose_runs,
)
from verifier.align.search import Search
from verifier.align.trimming import sentence_bounds, without_chance_pairs, without_next_sentence

_SLIDING_WORDS = 60  # a longer needle is looked for by pieces, which keeps the search linear
_PIECE_WORDS = 40
_LEAST_RATIO = 25.0  # per cent of equal words below which a window is not looked at
_REMAINDER_WORDS = 3  # fewer words are never looked for elsewhere
_REMAINDER_WEIGHT = 2.0
_REMAINDER_SHARE = 0.65
_REMAINDER_WORTH = 2.2  # two content words and a small one: less stands anywhere by chance
_REMAINDER_RUN = 3
_PART_SHARE = 0.5  # of its weight must be found for a part to count as found
_WEAK_SHARE = 0.55  # a place this weak is looked for again by its content words alone


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


def _window_of(needle: str, hay: str) -> tuple[int, int] | None:
    """Return the range of *hay* that is most like *needle*, or None."""
    at = hay.find(needle)
    if at >= 0:
        return at, at + len(needle)
    if len(needle) >= len(hay):
        return (0, len(hay)) if hay else None
    if len(needle) <= _SLIDING_WORDS:
        found = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=_LEAST_RATIO)
        return (found.dest_start, found.dest_end) if found else None
    return _window_by_pieces(needle, hay)


def _window_by_pieces(needle: str, hay: str) -> tuple[int, int] | None:
    """Return the range in which the best found of five pieces of a long needle puts the whole of it."""
    step = max(_PIECE_WORDS, (len(needle) - _PIECE_WORDS) // 4)
    best: tuple[float, int] | None = None
    for start in range(0, len(needle) - _PIECE_WORDS + 1, step):
        found = fuzz.partial_ratio_alignment(needle[start : start + _PIECE_WORDS], hay, score_cutoff=_LEAST_RATIO)
        if found and (best is None or found.score > best[0]):
            best = (found.score, found.dest_start - start)
    return (max(0, best[1]), min(len(hay), max(0, best[1]) + len(needle))) if best else None


def _content_window(search: Search, first: int, last: int) -> tuple[int, int] | None:
    """Return the window found by content words alone, which function words cannot draw away."""
    heavy = [i for i in range(first, last) if search.weights[i] >= CONTENT_WEIGHT]
    if not heavy:
        return None
    places = [i for i, word in enumerate(search.record.words) if weight_of(word, search.lang) >= CONTENT_WEIGHT]
    window = _window_of("".join(search.needle[i] for i in heavy), "".join(search.hay[i] for i in places))
    return (places[window[0]], places[window[1] - 1] + 1) if window and window[1] > window[0] else None


def _runs_in(search: Search, first: int, last: int, window: tuple[int, int]) -> list[Run]:
    """Return the chain of equal runs in and around *window*."""
    margin = 12 + (last - first) // 2
    low, high = max(0, window[0] - margin), min(len(search.hay), window[1] + margin)
    if window[1] - window[0] == last - first and search.hay[window[0] : window[1]] == search.needle[first:last]:
        return [Run(first, window[0], last - first)]
    runs = equal_runs(search.needle[first:last], search.hay[low:high], first, low)
    chain = best_chain(runs, search.weights, search.policy.splice_gap_words)
    chain = without_loose_runs(chain, search.weights)
    return drawn_together(search.texts, chain, search.weights) if len(chain) > 1 else chain


def find_runs(search: Search, first: int, last: int, low: int, high: int) -> list[Run]:
    """Return where quoted words *first* to *last* stand between record words *low* and *high*, as equal runs."""
    window = _window_of(search.needle[first:last], search.hay[low:high])
    chain = _runs_in(search, first, last, (window[0] + low, window[1] + low)) if window else []
    if (low, high) == (0, len(search.hay)) and _worth(search, chain) < _WEAK_SHARE * search.weight(first, last):
        other = _content_window(search, first, last)
        again = _runs_in(search, first, last, other) if other else []
        if _worth(search, again) > _worth(search, chain):
            return again
    return chain


def _worth(search: Search, chain: list[Run]) -> float:
    return sum(search.weight(run.quoted, run.quoted + run.size) for run in chain)


def stretches_of(search: Search, part: int, first: int, last: int, chain: list[Run], depth: int = 3) -> list[Stretch]:
    """Return the part's stretches: at the chain, and elsewhere for long remainders found word for word."""
    if not chain:
        return []
    gap = _largest_gap(search, first, last, chain) if depth else None
    if gap:
        elsewhere = find_runs(search, *gap, 0, len(search.hay))
        if _stands(search, elsewhere, gap) and not _overlaps(elsewhere, chain):
            before = [run for run in chain if run.quoted < gap[0]]
            after = [run for run in chain if run.quoted >= gap[1]]
            found = stretches_of(search, part, first, gap[0], before, depth - 1)
            found += stretches_of(search, part, *gap, elsewhere, depth - 1)
            return found + stretches_of(search, part, gap[1], last, after, depth - 1)
    chain = without_next_sentence(search, chain, last)
    pairs = fill_chain(search.texts, chain, (first, last), sentence_bounds(search, chain, first, last))
    pairs = without_chance_pairs(search, pairs, first, last)
    return [Stretch(part, first, last, tuple(pairs))] if pairs else []


def _largest_gap(search: Search, first: int, last: int, chain: list[Run]) -> tuple[int, int] | None:
    """Return the heaviest run of quoted words outside the chain, where it is long enough to be looked for."""
    edges = [first, *(edge for run in chain for edge in (run.quoted, run.quoted + run.size)), last]
    gaps = [(edges[k], edges[k + 1]) for k in range(0, len(edges), 2)]
    gap = max(gaps, key=lambda bounds: search.weight(*bounds))
    long = gap[1] - gap[0] >= _REMAINDER_WORDS and search.weight(*gap) >= _REMAINDER_WEIGHT
    return gap if long and gap != (first, last) else None


def _stands(search: Search, chain: list[Run], gap: tuple[int, int]) -> bool:
    if not chain or max(run.size for run in chain) < _REMAINDER_RUN:
        return False
    return _worth(search, chain) >= max(_REMAINDER_WORTH, _REMAINDER_SHARE * search.weight(*gap))


def _overlaps(first: list[Run], second: list[Run]) -> bool:
    return any(a.said < b.said + b.size and b.said < a.said + a.size for a in first for b in second)


def _place_part(search: Search, part: int, low: int, high: int) -> list[Stretch]:
    """Return the part's stretches between two record words, if enough of it is there."""
    bounds = search.quoted.parts[part]
    chain = find_runs(search, bounds.first, bounds.last, low, high)
    if not chain or _worth(search, chain) < _PART_SHARE * search.weight(bounds.first, bounds.last):
        return []
    return stretches_of(search, part, bounds.first, bounds.last, chain)


def _nearby(search: Search, part: int, placed: dict[int, list[Stretch]]) -> list[tuple[int, int]]:
    """Return the ranges of record words to look in, nearest first, between the parts already placed.

    A part of a few small words stands everywhere: it is looked for near by only.
    """
    size = search.quoted.parts[part].last - search.quoted.parts[part].first
    earlier = [stretch.said_last for p, found in placed.items() if p < part for stretch in found]
    later = [stretch.said_first for p, found in placed.items() if p > part for stretch in found]
    low, high = max(earlier, default=0), min(later, default=len(search.hay))
    reach = (2 * size + 15, search.policy.marked_gap_words + size)
    ranges = []
    if low < high:
        ranges += [(low, min(high, low + far)) if earlier else (max(low, high - far), high) for far in reach]
        ranges.append((low, high))
    light = search.weight(search.quoted.parts[part].first, search.quoted.parts[part].last) < _REMAINDER_WEIGHT
    return ranges[: len(reach)] if light else [*ranges, (0, len(search.hay))]


def place_parts(search: Search) -> list[Stretch]:
    """Return every stretch of the quotation found in the record, in the order of the quotation.

    The heaviest part is found first, anywhere; the others near it, in words of the same speaker.
    """
    parts = search.quoted.parts
    order = sorted(range(len(parts)), key=lambda p: -search.weight(parts[p].first, parts[p].last))
    placed: dict[int, list[Stretch]] = {}
    for part in order:
        if not placed:
            bounds = parts[part]
            chain = find_runs(search, bounds.first, bounds.last, 0, len(search.hay))
            if chain:
                longest = max(chain, key=lambda run: run.size)
                search.keep_speaker(longest.said)
                chain = find_runs(search, bounds.first, bounds.last, 0, len(search.hay))
                placed[part] = stretches_of(search, part, bounds.first, bounds.last, chain)
            continue
        for low, high in _nearby(search, part, placed):
            found = _place_part(search, part, low, high)
            if found:
                placed[part] = found
                break
    return [stretch for part in sorted(placed) for stretch in placed[part]]
