"""Reading the posting lists of a query's terms, rarest first, until the order is clear or the budget spent.

First the adjacent pairs, of which few are common. Where these leave it open: neighbouring common pairs
together, rare words, and then the rarest of the other words two by two, since what two words share is
short however common each of them is. What is read of a term sets its bit in the passages that hold it.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise
from math import log2
from operator import itemgetter

from verifier.retrieve.corpus import Budget, Query
from verifier.retrieve.index import Index, Place
from verifier.retrieve.terms import pairs_of

PAIR_BOUND = 256  # postings read of a pair before it is put back as common
COMMON_SHARE = 16  # a word in more than a sixteenth of the passages is read only if nothing else is
COMMON_FLOOR = 64  # but in a small collection a word in up to so many passages is never common
WHOLE_LIST = 1200  # a word in more passages than this is read only together with another
PAIRS_TRIED = 24  # the pairs of the rarest words; a longer quotation is found by these
PAIRS_AT_ONCE = 8  # and most are found by the first of them,
THIRDS = 3  # which then are of all its parts
STRETCH_PAIRS = 80  # of a quotation over several passages, every stretch of so many pairs
STRETCH_TRIED = 4  # is looked for by so many
RUNS_TRIED = 14  # readings of neighbouring common pairs together
RUN_PAIRS = 6  # pairs of such a run at most
WORDS_TOGETHER = 6  # of the rarest words each two are read together
WORDS_OF_LONG = 4  # of a longer quotation, which has more pairs, so many
SHORT_QUERY = 14  # words; a longer one has pairs enough
JOINED_TRIED = 12  # readings of common things together that stand apart
TIES_PARTED = 3  # groups of equally heavy passages whose other words are read
CLEAR_BITS = 44.0  # with so many bits the heaviest passages are worth comparing word by word
TIES_COMPARED = 1000  # equally heavy passages whose speaker and day are looked at
FAINT_SHARE = 5  # a passage with less than a fifth of the heaviest one's bits is not worth a look
FAINT_BITS = 40.0  # but one with so many is: half of a quotation joined of two


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
        self._bits: dict[str, int] = {}
        self._weighed: dict[int, float] = {0: 0.0}

    def read_terms(self) -> None:
        """Read postings, rarest terms first, until the order is clear or the budget is spent."""
        if not self.total:
            return
        counts = self.index.word_counts(tuple(dict.fromkeys(self.query.words)))
        if self.query.version is not None:
            self._read_record(counts)
            return
        common = self._read_pairs(counts)
        if not self._clear():
            self._read_runs(common)
        if not self._clear():
            wide = self._read_words(counts)
            if len(self.query.words) <= SHORT_QUERY:
                self._read_joined(counts, common, wide)
                self._part_ties(counts)
        if not self.masks:
            self._read_stock(counts, common)

    def _read_pairs(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Read the pairs of the rarest words; return those that turn out to be common, each with a bound."""
        common: dict[str, int] = {}
        for number, (most, pair) in enumerate(self._rarest_pairs(counts)):
            if number and number % PAIRS_AT_ONCE == 0 and self._clear() and self._holds_every_part():
                break
            found = self._read(pair, limit=PAIR_BOUND + 1)
            if len(found) > PAIR_BOUND:
                common[pair] = most
            elif found:
                self._mark(found, self._bit(pair, log2(self.total / len(found))))
        return common

    def _holds_every_part(self) -> bool:
        """Return whether the heaviest passage holds pairs of each third of the quotation: the rest tells no more.

        Where it holds the pairs of one part alone, another part may stand elsewhere in its record.
        """
        _, passages = next(self._groups())
        mask, pairs = self.masks[passages[0]], pairs_of(self.query.words)
        held = {THIRDS * at // len(pairs) for at, pair in enumerate(pairs) if self._bits.get(pair, 0) & mask}
        return len(held) == THIRDS

    def _rarest_pairs(self, counts: Mapping[str, int]) -> list[tuple[int, str]]:
        """Return the pairs to be read by rising bound: the rarest, and of a long quotation some of every stretch."""
        words = self.query.words
        pairs = zip(pairs_of(words), pairwise(words), strict=True)
        bounded = [(min(counts.get(one, 0), counts.get(two, 0)), pair) for pair, (one, two) in pairs]
        stretches = [bounded[start : start + STRETCH_PAIRS] for start in range(0, len(bounded), STRETCH_PAIRS)]
        tried = max(PAIRS_TRIED // max(1, len(stretches)), STRETCH_TRIED)
        chosen = {item for stretch in stretches for item in heapq.nsmallest(tried, filter(itemgetter(0), set(stretch)))}
        return sorted(chosen)

    def _read_runs(self, common: Mapping[str, int]) -> None:
        """Read which passages hold common pairs together with the pairs of the quotation that follow.

        "I am", "am not", "not going", "going to" stand everywhere, a few neighbours of them together seldom.
        """
        pairs, tries = pairs_of(self.query.words), 0
        for first, pair in enumerate(pairs):
            size = 2
            while pair in common and size <= RUN_PAIRS and first + size <= len(pairs) and tries < RUNS_TRIED:
                run = pairs[first : first + size]
                if run[-1] not in common and run[-1] not in self._bits:
                    break  # it stands nowhere
                tries += 1
                found = self._read(*run, limit=PAIR_BOUND + 1)
                if len(found) <= PAIR_BOUND:
                    self._mark_all(found, run)
                    break
                size += 1

    def _read_words(self, counts: Mapping[str, int]) -> list[tuple[str, str]]:
        """Read the rare words whole, then the rarest of the others two by two; return which two are common together."""
        bound = max(COMMON_FLOOR, self.total // COMMON_SHARE)
        ranked = sorted((count, word) for word, count in counts.items() if 0 < count <= bound)
        others = [word for count, word in ranked if count > WHOLE_LIST]
        wide: list[tuple[str, str]] = []
        for count, word in ranked[: len(ranked) - len(others)]:
            if count > self.left:
                return wide
            self._mark(self._read(word, limit=count), self._bit(word, log2(self.total / count)))
        several = WORDS_TOGETHER if len(self.query.words) <= SHORT_QUERY else WORDS_OF_LONG
        for one, two in combinations(others[:several], 2):
            for word in (one, two):
                self._bit(word, log2(self.total / counts[word]))
            found = self._read(one, two, limit=PAIR_BOUND + 1)
            if len(found) <= PAIR_BOUND:
                self._mark_all(found, (one, two))
            else:
                wide.append((one, two))
        return wide

    def _read_joined(
        self, counts: Mapping[str, int], common: Mapping[str, int], wide: Sequence[tuple[str, str]]
    ) -> None:
        """Read which passages hold a run of common pairs together with another one, or with a word apart from it.

        Where every other word of "I am just, as you say, going" is wrong, no two neighbours of it are rare.
        """
        runs = self._common_runs(common)
        words = self._telling_words(counts)
        apart = [(*one, *two) for one, two in combinations(runs, 2)]
        apart += [(*run, word) for run in runs for word in words if all(word not in pair.split("_") for pair in run)]
        apart += [(*pair, word) for pair in wide for word in words if word not in pair]
        for terms in apart[:JOINED_TRIED]:
            found = self._read(*terms, limit=PAIR_BOUND + 1)
            if len(found) <= PAIR_BOUND:
                self._mark_all(found, terms)

    def _common_runs(self, common: Mapping[str, int]) -> list[tuple[str, ...]]:
        """Return the stretches of neighbouring common pairs, each as long as it goes, longest first."""
        stretches = (tuple(run) for held, run in groupby(pairs_of(self.query.words), common.__contains__) if held)
        return sorted(dict.fromkeys(run[:RUN_PAIRS] for run in stretches), key=lambda run: (-len(run), run))

    def _telling_words(self, counts: Mapping[str, int]) -> list[str]:
        """Return the rarest words that are not read whole, each with its bit; not those of half the passages."""
        ranked = sorted((count, word) for word, count in counts.items() if WHOLE_LIST < count <= self.total // 4)
        words = [word for _, word in ranked[:WORDS_TOGETHER]]
        for word in words:
            self._bit(word, log2(self.total / counts[word]))
        return words

    def _part_ties(self, counts: Mapping[str, int]) -> None:
        """Tell the heaviest passages apart, where they are more than can be returned, by the other words they hold."""
        words, passed = self._telling_words(counts), 0
        names = {bit: term for term, bit in self._bits.items()}
        for _, passages in list(self._groups())[:TIES_PARTED]:
            passed += len(passages)
            if passed <= self.wanted // 2:
                continue
            mask = self.masks[passages[0]]
            terms = [term for bit, term in names.items() if mask & bit]
            spoken = {word for term in terms for word in term.split("_")}
            for word in words:
                if word not in spoken:
                    self._mark(self._read(*terms[:RUN_PAIRS], word, limit=PAIR_BOUND + 1), self._bits[word])
            if passed > 2 * self.wanted:
                return

    def _read_record(self, counts: Mapping[str, int]) -> None:
        """Read the postings of pairs and of words that are not common, in one record alone."""
        bound = max(COMMON_FLOOR, self.total // COMMON_SHARE)
        ranked = sorted((count, word) for word, count in counts.items() if 0 < count <= bound)
        pairs = [(1, pair) for pair in dict.fromkeys(pairs_of(self.query.words)[:PAIRS_TRIED])]
        for part in self.home:
            for count, term in (*pairs, *ranked):
                if found := self._read(term, limit=len(part), within=part):
                    self._mark(found, self._bit(term, log2(self.total / max(count, PAIR_BOUND // 4))))

    def _read_stock(self, counts: Mapping[str, int], common: Mapping[str, int]) -> None:
        """Read what the budget allows of a stock phrase's postings: the claimed event's first."""
        words = {word: count for word, count in counts.items() if count}
        terms = sorted((most, term) for term, most in (words | dict(common)).items())
        for part in (*self.home, None):
            for most, term in terms:
                weight = log2(self.total / (PAIR_BOUND if term in common else most))
                self._mark(self._read(term, limit=most, within=part), self._bit(term, weight))

    def _read(self, *terms: str, limit: int, within: range | None = None) -> Sequence[int]:
        if self.left <= 0:
            return ()
        found = self.index.read(terms, min(limit, self.left), within)
        self.left -= len(found)
        return found

    def _bit(self, term: str, weight: float) -> int:
        """Return the bit of a term; a new one weighs *weight* bits."""
        if term not in self._bits:
            self._bits[term] = 1 << len(self.weights)
            self.weights.append(weight)
        return self._bits[term]

    def _mark(self, found: Sequence[int], bit: int) -> None:
        masks = self.masks
        for passage in found:
            masks[passage] = masks.get(passage, 0) | bit

    def _mark_all(self, found: Sequence[int], terms: Sequence[str]) -> None:
        """Mark passages that hold all of *terms*; a common pair weighs what it does at least."""
        bits = 0
        for term in terms:
            bits |= self._bit(term, log2(max(2.0, self.total / PAIR_BOUND)))
        self._mark(found, bits)

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

    def _clear(self) -> bool:
        """Return whether few passages stand out, and by so much that common words cannot tell of others."""
        best, passed = 0.0, 0
        for weight, passages in self._groups():
            best = best or weight
            if best < CLEAR_BITS or 2 * weight < best:
                break
            passed += len(passages)
        return 0 < passed <= self.wanted

    def seeds(self, agreement: Callable[[Place], float]) -> list[int]:
        """Return the passages worth a closer look: the heaviest, and the heaviest of the claimed event.

        Of more equal ones than there is room for, those with the most *agreement* are taken.
        """
        chosen: list[int] = []
        faint = 0.0
        for weight, passages in self._groups():
            faint = faint or min(weight / FAINT_SHARE, FAINT_BITS)
            room = 2 * self.wanted - len(chosen)
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
