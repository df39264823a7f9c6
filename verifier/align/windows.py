"""Finding the window of a record in which quoted words stand, and the runs that are equal in it."""

from __future__ import annotations

from rapidfuzz import fuzz

from verifier.align.likeness import CONTENT_WEIGHT
from verifier.align.pairing import Run, best_chain, drawn_together, equal_runs, without_loose_runs
from verifier.align.search import Search

_SLIDING_WORDS = 60  # a longer needle is looked for by pieces, which keeps the search linear
_PIECE_WORDS = 40
_LEAST_RATIO = 25.0  # per cent of equal words below which a window is not looked at
_WEAK_SHARE = 0.55  # a place this weak is looked for again by its content words alone


def _window_of(needle: str, hay: str, *, from_end: bool = False) -> tuple[int, int] | None:
    """Return the range of *hay* that is most like *needle*, or None."""
    at = hay.rfind(needle) if from_end else hay.find(needle)
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
    places = search.content_places()
    window = _window_of("".join(search.needle[i] for i in heavy), "".join(search.hay[i] for i in places))
    return (places[window[0]], places[window[1] - 1] + 1) if window and window[1] > window[0] else None


def _runs_in(search: Search, first: int, last: int, window: tuple[int, int], bounds: tuple[int, int]) -> list[Run]:
    """Return the chain of equal runs in and around *window*, inside *bounds*."""
    margin = 12 + (last - first) // 2
    low, high = max(bounds[0], window[0] - margin), min(bounds[1], window[1] + margin)
    if window[1] - window[0] == last - first and search.hay[window[0] : window[1]] == search.needle[first:last]:
        return [Run(first, window[0], last - first)]
    runs = equal_runs(search.needle[first:last], search.hay[low:high], first, low)
    chain = best_chain(runs, search.weights, search.policy.splice_gap_words)
    chain = without_loose_runs(chain, search.weights)
    return drawn_together(search.texts, chain, search.weights) if len(chain) > 1 else chain


def find_runs(search: Search, first: int, last: int, low: int, high: int, *, from_end: bool = False) -> list[Run]:
    """Return where quoted words *first* to *last* stand between record words *low* and *high*, as equal runs.

    Of equal places the first is taken, *from_end* the last.
    """
    window = _window_of(search.needle[first:last], search.hay[low:high], from_end=from_end)
    bounds = (low, high)
    chain = _runs_in(search, first, last, (window[0] + low, window[1] + low), bounds) if window else []
    if bounds == (0, len(search.hay)) and worth_of(search, chain) < _WEAK_SHARE * search.weight(first, last):
        other = _content_window(search, first, last)
        again = _runs_in(search, first, last, other, bounds) if other else []
        if worth_of(search, again) > worth_of(search, chain):
            return again
    return chain


def worth_of(search: Search, chain: list[Run]) -> float:
    """Return what the words of a chain weigh."""
    return sum(search.weight(run.quoted, run.quoted + run.size) for run in chain)
