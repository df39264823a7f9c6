"""Finding where in a record each part of a quotation stands."""

from __future__ import annotations

from verifier.align.pairing import Pair, Run
from verifier.align.search import Search
from verifier.align.stretches import Stretch, stretches_of
from verifier.align.windows import find_runs, worth_of

_PART_SHARE = 0.5  # of its weight must be found for a part to count as found
_LIGHT_PART = 2.0  # a part of less weight stands everywhere: it is looked for near by only
_ANCHORS = 5  # equal places of the heaviest part that are tried for the others

Placed = dict[int, list[Stretch]]


def place_parts(search: Search) -> list[Stretch]:
    """Return every stretch of the quotation found in the record, in the order of the quotation.

    The heaviest part that stands here is found first, anywhere; the others near it, in words of the
    same speaker. Of its equal places the one is taken that has the others near.
    """
    parts = search.quoted.parts
    order = sorted(range(len(parts)), key=lambda p: -search.weight(parts[p].first, parts[p].last))
    hay, best, most = search.hay, Placed(), -1.0
    order, anchors = _lead(search, order)
    for anchor in anchors:
        search.hay = hay
        search.keep_speaker(max(anchor, key=lambda run: run.size).said)
        placed = _place_around(search, order, anchor)
        worth = sum(search.weights[pair.quoted] for pair in _pairs(placed) if pair.equal) - _distance(placed)
        if worth > most:
            best, most = placed, worth
    return [stretch for part in sorted(best) for stretch in best[part]]


def _lead(search: Search, order: list[int]) -> tuple[list[int], list[list[Run]]]:
    """Return the order with the first part in front that stands in the record, and its possible places."""
    for part in order:
        bounds = search.quoted.parts[part]
        least = _PART_SHARE * search.weight(bounds.first, bounds.last) if len(order) > 1 else 0.0
        anchors = [anchor for anchor in _anchors(search, part) if worth_of(search, anchor) >= least]
        if anchors:
            return [part, *(other for other in order if other != part)], anchors
    return order, []


def _pairs(placed: Placed) -> list[Pair]:
    return [pair for found in placed.values() for stretch in found for pair in stretch.pairs]


def _distance(placed: Placed) -> float:
    """Return a small price for parts that stand far apart, to tell equal places from each other."""
    said = [pair.said for pair in _pairs(placed)]
    return (max(said) - min(said)) * 1e-6 if said else 0.0


def _anchors(search: Search, part: int) -> list[list[Run]]:
    """Return the places at which the heaviest part may stand: all that are word for word, else the best."""
    first, last = search.quoted.parts[part].first, search.quoted.parts[part].last
    needle, at = search.needle[first:last], -1
    exact: list[list[Run]] = []
    while len(exact) < (_ANCHORS if len(search.quoted.parts) > 1 else 1):
        at = search.hay.find(needle, at + 1)
        if at < 0:
            break
        exact.append([Run(first, at, last - first)])
    if exact:
        return exact
    chain = find_runs(search, first, last, 0, len(search.hay))
    return [chain] if chain else []


def _place_around(search: Search, order: list[int], anchor: list[Run]) -> Placed:
    """Return the stretches of all parts, the first of *order* standing at *anchor*."""
    parts = search.quoted.parts
    first, last = parts[order[0]].first, parts[order[0]].last
    if anchor[0].size < last - first:
        anchor = find_runs(search, first, last, 0, len(search.hay)) or anchor  # without other speakers' words
    placed = {order[0]: stretches_of(search, order[0], first, last, anchor)}
    for part in order[1:]:
        for low, high in _nearby(search, part, placed):
            found = _place_part(search, part, low, high, from_end=not _earlier(part, placed))
            if found:
                placed[part] = found
                break
    return placed


def _place_part(search: Search, part: int, low: int, high: int, *, from_end: bool) -> list[Stretch]:
    """Return the part's stretches between two record words, if enough of it is there."""
    bounds = search.quoted.parts[part]
    chain = find_runs(search, bounds.first, bounds.last, low, high, from_end=from_end)
    if not chain or worth_of(search, chain) < _PART_SHARE * search.weight(bounds.first, bounds.last):
        return []
    return stretches_of(search, part, bounds.first, bounds.last, chain)


def _earlier(part: int, placed: Placed) -> list[int]:
    return [stretch.said_last for p, found in placed.items() if p < part for stretch in found]


def _nearby(search: Search, part: int, placed: Placed) -> list[tuple[int, int]]:
    """Return the ranges of record words to look in, nearest first, between the parts already placed."""
    size = search.quoted.parts[part].last - search.quoted.parts[part].first
    earlier = _earlier(part, placed)
    later = [stretch.said_first for p, found in placed.items() if p > part for stretch in found]
    low, high = max(earlier, default=0), min(later, default=len(search.hay))
    reach = (2 * size + 15, search.policy.marked_gap_words + size)
    ranges = []
    if low < high:
        ranges += [(low, min(high, low + far)) if earlier else (max(low, high - far), high) for far in reach]
        ranges.append((low, high))
    light = search.weight(search.quoted.parts[part].first, search.quoted.parts[part].last) < _LIGHT_PART
    return ranges[: len(reach)] if light else [*ranges, (0, len(search.hay))]
