"""The search that both corpora share: rarest terms first, under a budget of index entries read.

What is looked for are the words of a quotation and their adjacent pairs. A passage weighs the bits of
the distinct terms it shares, Σ log2(N/df); neighbours in one record join their terms, since a
quotation may cross a passage's border; agreement of speaker and day adds a few bits and nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import NamedTuple

from verifier.model.evidence import Candidate
from verifier.model.text import Span, hull
from verifier.retrieve.corpus import Budget, Corpus, Query
from verifier.retrieve.index import Index, Place
from verifier.retrieve.terms import PASSAGE_WORDS, pairs_of

PAIR_BOUND = 256  # postings read of a pair before it is put back as common
COMMON_SHARE = 16  # a word in more than a sixteenth of the passages is read only if nothing else is
COMMON_FLOOR = 64  # but in a small collection a word in up to so many passages is never common
PAIRS_TRIED = 96  # the pairs of the rarest words; a longer quotation is found by these
LONG_LIST = 400  # before a list longer than this the search asks whether it is still needed
SPEAKER_BITS = 6.0  # added where a turn of the passage is the claimed person's
DATE_BITS = 6.0  # added where the record is of the claimed day; half of it for the day before or after
FAINT_SHARE = 8  # a passage with less than an eighth of the heaviest one's bits is not worth a look
JOIN_BITS = 6.0  # a neighbour that adds less is not joined; in a small collection half of log2(N)
WORD_BITS = 12.0  # one word tells no more than this, however rare
# Fitted: with it the bits of quotations in a tenth to a hundredth of a collection are on average 0.8 to
# 0.9 of those in the whole, without it 0.65 to 0.75.
BACKGROUND = 1024
_HANDFUL = 8


class _Term(NamedTuple):
    """A term whose postings are still to be read; sorts by rising frequency."""

    most: int  # passages at most
    text: str
    bits: float  # at most


def bits(words: Sequence[str], corpus: Corpus) -> float:
    """Return how much the distinct content *words* of a quotation tell: Σ log2(N/df), in bits.

    N is the number of passages, df the number that hold the word. A word counts at most WORD_BITS,
    and one in more than a quarter of the passages nothing. So that a small collection does not make
    every word common, N and df include BACKGROUND passages of other text, of which each word stands
    in one of 128: at millions of words that changes nothing. Measured on 3.5 M words (medians): 24
    bits for 5 quoted words, 29 for 8, 45 for 12, 96 for 25.
    """
    total = corpus.size()
    counts = corpus.frequency(sorted(set(words))).values()
    # In a handful of passages no word can be told to be common.
    telling = [count for count in counts if 4 * count <= total or total < _HANDFUL]
    weights = (log2((total + BACKGROUND) / (count + BACKGROUND / 128)) for count in telling)
    return sum(min(WORD_BITS, weight) for weight in weights)


def search(index: Index, query: Query, budget: Budget) -> list[Candidate]:
    """Return the passages that share the query's rarest terms, heaviest first, at most ``budget.candidates``.

    A candidate's span covers the neighbouring passages that hold terms it lacks. Equal weights are
    ordered by (source, doc_id, span). Deterministic for one index.
    """
    gathering = _Gathering(index, query, budget)
    gathering.read_terms()
    seeds = gathering.seeds()
    reach = 1 + len(query.words) // PASSAGE_WORDS
    around = {near for seed in seeds for near in range(seed - reach, seed + reach + 1) if near in gathering.masks}
    places = index.places(sorted(around))
    return _best(_runs(gathering, seeds, places, reach), budget.candidates, _agreement(index, query))


class _Gathering:
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
            found = self._read(pair, PAIR_BOUND + 1)
            if len(found) > PAIR_BOUND:
                common.append(_Term(most, pair, log2(self.total / PAIR_BOUND)))
            elif found:
                self._mark(found, self._bit(log2(self.total / len(found))))
        return common

    def _read_whole(self, terms: Sequence[_Term]) -> None:
        """Read the postings of *terms* by rising frequency, never a part of a list."""
        unread = sum(term.bits for term in terms)
        for term in terms:
            if term.most > self.left or (term.most > LONG_LIST and self._settled(unread)):
                return
            found = self._read(term.text, term.most)
            self._mark(found, self._bit(log2(self.total / max(1, len(found)))))
            unread -= term.bits

    def _read_stock(self, terms: Sequence[_Term]) -> None:
        """Read what the budget allows of a stock phrase's postings: the claimed event's first."""
        own = [(term, self._bit(term.bits)) for term in terms]
        for part in (*self.home, None):
            for term, bit in own:
                self._mark(self._read(term.text, term.most, part), bit)

    def _read(self, term: str, limit: int, within: range | None = None) -> Sequence[int]:
        if self.left <= 0:
            return ()
        found = self.index.read(term, min(limit, self.left), within)
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
        """Return whether no passage outside the wanted ones can become the best by *unread* bits."""
        best, passed = None, 0
        for weight, passages in self._groups():
            best = weight if best is None else best
            passed += len(passages)
            if passed > self.wanted:
                return best >= weight + unread
        return False

    def seeds(self) -> list[int]:
        """Return the passages worth a closer look: the heaviest, and the heaviest of the claimed event."""
        chosen: list[int] = []
        faint = 0.0
        for weight, passages in self._groups():
            faint = faint or weight / FAINT_SHARE
            if weight < faint or len(chosen) >= 3 * self.wanted:
                break
            chosen.extend(sorted(passages)[: 3 * self.wanted - len(chosen)])
        home = {passage for part in self.home for passage in part if passage in self.masks}
        heaviest = sorted(home, key=lambda passage: (-self.weigh(self.masks[passage]), passage))
        near = [passage for passage in heaviest[: self.wanted] if self.weigh(self.masks[passage]) >= faint]
        return list(dict.fromkeys([*chosen, *near]))


@dataclass(frozen=True, slots=True)
class _Run:
    """A passage with the neighbours that hold terms it lacks."""

    weight: float
    seed: int
    first: int
    last: int
    places: tuple[Place, ...]


def _runs(gathering: _Gathering, seeds: Sequence[int], places: Mapping[int, Place], reach: int) -> Iterator[_Run]:
    """Yield for each seed that is still held the run of neighbours, at most *reach* on each side."""
    enough = min(JOIN_BITS, log2(max(2, gathering.total)) / 2)
    for seed in seeds:
        if seed not in places:
            continue
        mask, ends = gathering.masks[seed], [seed, seed]
        for side, step in enumerate((1, -1)):
            for near in range(seed + step, seed + step * (reach + 1), step):
                joined = mask | gathering.masks.get(near, 0)
                together = near in places and places[near].record.version == places[seed].record.version
                if not together or gathering.weigh(joined) < gathering.weigh(mask) + enough:
                    break
                mask, ends[1 - side] = joined, near
        run = tuple(places[number] for number in range(ends[0], ends[1] + 1))
        yield _Run(gathering.weigh(mask), seed, ends[0], ends[1], run)


def _best(runs: Iterator[_Run], wanted: int, agreement: Callable[[_Run], float]) -> list[Candidate]:
    """Return the heaviest runs as candidates; a passage inside a heavier run is not proposed again."""
    raised = sorted(((run.weight + agreement(run), run) for run in runs), key=_order)
    covered: set[int] = set()
    candidates: list[Candidate] = []
    for weight, run in raised:
        if run.seed in covered:
            continue
        covered.update(range(run.first, run.last + 1))
        span = hull(*(place.span for place in run.places))
        candidates.append(Candidate(run.places[0].record, span, round(weight, 3)))
        if len(candidates) == wanted:
            break
    return candidates


def _order(raised: tuple[float, _Run]) -> tuple[float, str, str, Span]:
    weight, run = raised
    record = run.places[0].record
    return (-round(weight, 3), record.source, record.doc_id, run.places[0].span)


def _agreement(index: Index, query: Query) -> Callable[[_Run], float]:
    """Return what agreement of speaker and day adds to a run, in bits."""

    def raised_by(run: _Run) -> float:
        record, claimed = run.places[0].record, query.speaker
        named = {speaker for place in run.places for speaker in place.speakers} if claimed else set()
        raised = 0.0
        if claimed and any(index.speaks(claimed, speaker, record) for speaker in named):
            raised += SPEAKER_BITS
        if query.interval and record.dates:
            apart = min(query.interval.distance(dated.day) for dated in record.dates)
            raised += {0: DATE_BITS, 1: DATE_BITS / 2}.get(apart, 0.0)
        return raised

    return raised_by
