"""Reading the posting lists of a query's terms, rarest first, until the order is settled or the budget spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from math import log2
from typing import NamedTuple

from verifier.retrieve.corpus import Budget, Query
from verifier.retrieve.index import Index, Place
from verifier.retrieve.terms import pairs_of

PAIR_BOUND = 256  # postings read of a pair before it is put back as common
COMMON_SHARE = 16  # a word in more than a sixteenth of the passages is read only if nothing else is
COMMON_FLOOR = 64  # but in a small collection a word in up to so many passages is never common
PAIRS_TRIED = 96  # the pairs of the rarest words; a longer quotation is found by these
RUNS_TRIED = 16  # neighbouring pairs looked for together
LONG_LIST = 400  # before a list longer than this the search asks whether it is still needed
TIES_COMPARED = 1000  # equally heavy passages whose speaker and day are looked at
FAINT_SHARE = 8  # a passage with less than an eighth of the heaviest one's bits is not worth a look
FAINT_BITS = 40.0  # but one with so many is: half of a quotation joined of two


class _Term(NamedTuple):
    """A term whose postings are still to be read; sorts by rising frequency."""

    most: int  # passages at most
    text: str
    bits: float  # at most


class Gathering:
    """The passages touched so far, each with the set of query terms found in it, as bits of an integer."""

    def __init__(self, index: Index, query: Query, budget: Budget) -> None:
        self.index = index
        self.query = query
        self.wanted = budget.candidates
        self.left = budget.postings
        self.total = index.size()
        self.home = index.home(query)
        self.masks: dict[int, int] = {}
        self.weights: list[float] = []
        self._weighed: dict[int, float] = {0: 0.0}

    def read_terms(self) -> None:
        """Read postings, rarest terms first, until the order is settled or the budget is spent."""
        if not self.total:
            return
        counts = self.index.word_counts(tuple(dict.fromkeys(self.query.words)))
        common = self._read_pairs(counts)
        words = [_Term(count, word, log2(self.total / count)) for word, count in counts.items() if count]
        if common and not self._settled(sum(term.bits for term in (*common, *words))):
            self._read_runs({term.text for term in common})
        bound = max(COMMON_FLOOR, self.total // COMMON_SHARE)
        self._read_whole(sorted([*common, *(word for word in words if word.most <= bound)]))
        if not self.masks:
            self._read_stock(sorted([*common, *words]))

    def _read_pairs(self, counts: Mapping[str, int]) -> list[_Term]:
        """Read the pairs of the rarest words; return those that turn out to be common."""
        words = self.query.words
        pairs = dict(zip(pairs_of(words), pairwise(words), strict=True))
        ranked = sorted((min(counts.get(one, 0), counts.get(two, 0)), pair) for pair, (one, two) in pairs.items())
        common: list[_Term] = []
        for most, pair in [item for item in ranked if item[0]][:PAIRS_TRIED]:
            found = self._read(pair, limit=PAIR_BOUND + 1)
            if len(found) > PAIR_BOUND:
                common.append(_Term(most, pair, log2(self.total / PAIR_BOUND)))
            elif found:
                self._mark(found, self._bit(log2(self.total / len(found))))
        return common

    def _read_runs(self, common: Set[str]) -> None:
        """Read which passages hold a common pair together with the next pair of the quotation.

        "I am", "am not", "not going", "going to" stand everywhere, two neighbours of them together seldom.
        """
        runs = [run for run in dict.fromkeys(pairwise(pairs_of(self.query.words))) if not common.isdisjoint(run)]
        for run in runs[:RUNS_TRIED]:
            found = self._read(*run, limit=PAIR_BOUND + 1)
            if 0 < len(found) <= PAIR_BOUND:
                self._mark(found, self._bit(log2(self.total / len(found))))

    def _read_whole(self, terms: Sequence[_Term]) -> None:
        """Read the postings of *terms* by rising frequency, never a part of a list."""
        unread = sum(term.bits for term in terms)
        for term in terms:
            if term.most > self.left or (term.most > LONG_LIST and self._settled(unread)):
                return
            found = self._read(term.text, limit=term.most)
            self._mark(found, self._bit(log2(self.total / max(1, len(found)))))
            unread -= term.bits

    def _read_stock(self, terms: Sequence[_Term]) -> None:
        """Read what the budget allows of a stock phrase's postings: the claimed event's first."""
        own = [(term, self._bit(term.bits)) for term in terms]
        for part in (*self.home, None):
            for term, bit in own:
                self._mark(self._read(term.text, limit=term.most, within=part), bit)

    def _read(self, *terms: str, limit: int, within: range | None = None) -> Sequence[int]:
        if self.left <= 0:
            return ()
        found = self.index.read(terms, min(limit, self.left), within)
        self.left -= len(found)
        return found

    def _bit(self, weight: float) -> int:
        """Return a new bit for a term that weighs *weight* bits."""
        self.weights.append(weight)
        return 1 << (len(self.weights) - 1)

    def _mark(self, found: Sequence[int], bit: int) -> None:
        masks = self.masks
        for passage in found:
            masks[passage] = masks.get(passage, 0) | bit

    def weigh(self, mask: int) -> float:
        """Return the bits of the terms of *mask*."""
        weight = self._weighed.get(mask)
        if weight is None:
            rest = mask & (mask - 1)
            weight = self.weigh(rest) + self.weights[(mask ^ rest).bit_length() - 1]
            self._weighed[mask] = weight
        return weight

    def _groups(self) -> Iterator[tuple[float, list[int]]]:
        """Yield the passages by their bits, heaviest first, those with equal terms together."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for passage, mask in self.masks.items():
            groups[mask].append(passage)
        for weight, mask in sorted(((self.weigh(mask), mask) for mask in groups), reverse=True):
            yield weight, groups[mask]

    def _settled(self, unread: float) -> bool:
        """Return whether no passage outside the wanted ones can become the heaviest by *unread* bits."""
        best, passed = 0.0, 0
        for weight, passages in self._groups():
            best = best or weight
            passed += len(passages)
            if passed > self.wanted:
                return best >= weight + unread
        return False

    def seeds(self, agreement: Callable[[Place], float]) -> list[int]:
        """Return the passages worth a closer look: the heaviest, and the heaviest of the claimed event.

        Of more equal ones than there is room for, those with the most *agreement* are taken.
        """
        chosen: list[int] = []
        faint = 0.0
        for weight, passages in self._groups():
            faint = faint or min(weight / FAINT_SHARE, FAINT_BITS)
            room = 3 * self.wanted - len(chosen)
            if weight < faint or room <= 0:
                break
            chosen.extend(sorted(passages) if len(passages) <= room else self._agreeing(passages, agreement)[:room])
        home = {passage for part in self.home for passage in part if passage in self.masks}
        heaviest = sorted(home, key=lambda passage: (-self.weigh(self.masks[passage]), passage))
        near = [passage for passage in heaviest[: self.wanted] if self.weigh(self.masks[passage]) >= faint]
        return list(dict.fromkeys([*chosen, *near]))

    def _agreeing(self, passages: Sequence[int], agreement: Callable[[Place], float]) -> list[int]:
        """Return the first of equally heavy passages, those that agree with the claim before the others."""
        first = sorted(passages)[:TIES_COMPARED]
        if self.query.speaker is None and self.query.interval is None:
            return first
        places = self.index.places(first)
        return sorted(places, key=lambda passage: (-agreement(places[passage]), passage))
