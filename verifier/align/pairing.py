"""Pairing quotation words with record words inside one window.

The words equal in order come from rapidfuzz (one private character a word); runs that stand too far
from the others for their weight are given up, and what lies between the rest is paired word by word
at the least cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from verifier.align.likeness import dropping_cost, swapping_cost
from verifier.text.quantities import is_number_word

# A skipped record word costs this much of a content word, up to where a splice begins.
_SKIP_COST = 0.06
_SPLICE_COST = 3.0  # a run beyond it must hold about three content words
_ANCHOR_WEIGHT = 0.9  # lighter runs between two differences are paired anew
_MOST_CELLS = 700  # of a table of word pairs; beyond it the words are simply different
_FAR_END = 0.3  # added to an unmatched word at a free end: better a replaced word than one added
_SPOKEN_PART = 0.15  # a further word of one number: "one hundred and six" for "106"
_SPOKEN_WITH = frozenset({"one", "and", "ein", "und", "et"})
_REACH = 4  # record words looked at beyond an unmatched end, besides twice its length


class Pair(NamedTuple):
    """A quotation word and its counterpart, by number; equal after folding or replaced."""

    quoted: int
    said: int
    equal: bool


class Texts(NamedTuple):
    """The words of both sides and the language their likeness is judged in."""

    quoted: Sequence[str]
    said: Sequence[str]
    lang: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words equal in order: *size* words from these numbers on."""

    quoted: int
    said: int
    size: int


def equal_runs(needle: str, window: str, quoted: int, said: int) -> list[Run]:
    """Return the runs of a longest common subsequence, shifted to word numbers."""
    return [
        Run(quoted + code.src_start, said + code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes(needle, window)
        if code.tag == "equal"
    ]


def _skip_cost(left: Run, right: Run, splice_gap: int) -> float:
    skipped = right.said - (left.said + left.size)
    return _SPLICE_COST if skipped > splice_gap else _SKIP_COST * max(0, skipped - 2)


def best_chain(runs: list[Run], weights: Sequence[float], splice_gap: int) -> list[Run]:
    """Return the runs that together weigh most once the record words skipped between them are paid for."""
    if len(runs) < 2:
        return runs
    worth = [sum(weights[run.quoted : run.quoted + run.size]) for run in runs]
    best, came = list(worth), [-1] * len(runs)
    for k in range(1, len(runs)):
        for j in range(k - 1, max(-1, k - 12), -1):
            value = best[j] + worth[k] - _skip_cost(runs[j], runs[k], splice_gap)
            if value > best[k]:
                best[k], came[k] = value, j
    at = max(range(len(runs)), key=best.__getitem__)
    chain = []
    while at >= 0:
        chain.append(runs[at])
        at = came[at]
    return chain[::-1]


def drawn_together(texts: Texts, chain: list[Run], weights: Sequence[float]) -> list[Run]:
    """Return the chain with each run moved next to its neighbour on the side of the heaviest, where the words allow.

    "We will. We will go": of two equal beginnings a common subsequence may take the far one.
    """
    moved = list(chain)
    heaviest = max(range(len(chain)), key=lambda k: sum(weights[chain[k].quoted : chain[k].quoted + chain[k].size]))
    for k in [*range(heaviest - 1, -1, -1), *range(heaviest + 1, len(chain))]:
        run = moved[k]
        if k < heaviest:
            nearer = range(moved[k + 1].said - run.size, run.said, -1)
        else:
            nearer = range(moved[k - 1].said + moved[k - 1].size, run.said)
        words = tuple(texts.quoted[run.quoted : run.quoted + run.size])
        for said in nearer:
            if texts.said[said] == words[0] and tuple(texts.said[said : said + run.size]) == words:
                moved[k] = Run(run.quoted, said, run.size)
                break
    return moved


def without_loose_runs(chain: list[Run], weights: Sequence[float]) -> list[Run]:
    """Return the chain without runs too light for where they stand: their words are paired anew.

    Such are light runs between two differences, and at an end also single words beyond a difference.
    """
    if len(chain) < 2:
        return chain
    return [run for k, run in enumerate(chain) if not _is_loose(chain, k, weights)] or chain


def _is_loose(chain: list[Run], k: int, weights: Sequence[float]) -> bool:
    run = chain[k]
    light = sum(weights[run.quoted : run.quoted + run.size]) < _ANCHOR_WEIGHT
    if k == 0:
        return (light or run.size == 1) and chain[1].quoted > run.quoted + run.size
    if k == len(chain) - 1:
        return (light or run.size == 1) and run.quoted > chain[k - 1].quoted + chain[k - 1].size
    return light and _apart(chain[k - 1], run) and _apart(run, chain[k + 1])


def _apart(left: Run, right: Run) -> bool:
    return right.quoted > left.quoted + left.size or right.said > left.said + left.size


def fill_chain(texts: Texts, chain: list[Run], quoted: tuple[int, int], said: tuple[int, int]) -> list[Pair]:
    """Return the pairs of the chain and of the stretches before, between and after its runs.

    *quoted* and *said* bound the words that may be paired, half-open.
    """
    pairs: list[Pair] = []
    at_quoted, at_said = quoted[0], max(said[0], chain[0].said - 2 * (chain[0].quoted - quoted[0]) - _REACH)
    for number, run in enumerate(chain):
        pairs += pair_words(texts, (at_quoted, run.quoted), (at_said, run.said), free_start=number == 0)
        pairs += [Pair(run.quoted + k, run.said + k, True) for k in range(run.size)]
        at_quoted, at_said = run.quoted + run.size, run.said + run.size
    end = min(said[1], at_said + 2 * (quoted[1] - at_quoted) + _REACH)
    pairs += pair_words(texts, (at_quoted, quoted[1]), (at_said, end), free_end=True)
    return pairs


def pair_words(
    texts: Texts, quoted: tuple[int, int], said: tuple[int, int], *, free_start: bool = False, free_end: bool = False
) -> list[Pair]:
    """Return the cheapest pairing of two stretches; at a free side, record words are left out for nothing."""
    ours, theirs = texts.quoted[quoted[0] : quoted[1]], texts.said[said[0] : said[1]]
    if not ours or not theirs or len(ours) * len(theirs) > _MOST_CELLS:
        return []
    drops = [_dropped(theirs, k, texts.lang) for k in range(len(theirs))]
    extra = _FAR_END if free_start or free_end else 0.0
    rows = [_first_row(drops, free_start)]
    for word in ours:
        rows.append(_next_row(rows[-1], word, theirs, drops, texts.lang, extra))
    return _walk_back(texts, rows, (quoted[0], said[0]), _end_column(rows[-1], free_end), extra)


def _dropped(theirs: Sequence[str], k: int, lang: str) -> float:
    """Return what leaving out a record word costs; of a number spoken in several words one stands for all."""
    beside = any(is_number_word(word, lang) for word in (*theirs[max(0, k - 1) : k], *theirs[k + 1 : k + 2]))
    counted = beside and (is_number_word(theirs[k], lang) or theirs[k] in _SPOKEN_WITH)
    return _SPOKEN_PART if counted else dropping_cost(theirs[k], lang)


def _first_row(drops: list[float], free: bool) -> list[float]:
    row = [0.0]
    for cost in drops:
        row.append(0.0 if free else row[-1] + cost)
    return row


def _next_row(
    above: list[float], word: str, theirs: Sequence[str], drops: list[float], lang: str, extra: float
) -> list[float]:
    own = dropping_cost(word, lang) + extra
    row = [above[0] + own]
    for j, other in enumerate(theirs):
        row.append(min(above[j] + swapping_cost(word, other, lang), above[j + 1] + own, row[j] + drops[j]))
    return row


def _end_column(row: list[float], free: bool) -> int:
    return min(range(len(row)), key=row.__getitem__) if free else len(row) - 1


def _walk_back(texts: Texts, rows: list[list[float]], base: tuple[int, int], column: int, extra: float) -> list[Pair]:
    """Read the pairing off the table, from its end; a pair is preferred to leaving both words out."""
    pairs: list[Pair] = []
    i, j = len(rows) - 1, column
    while i > 0 and j > 0:
        word, other = texts.quoted[base[0] + i - 1], texts.said[base[1] + j - 1]
        if abs(rows[i][j] - (rows[i - 1][j - 1] + swapping_cost(word, other, texts.lang))) < 1e-9:
            pairs.append(Pair(base[0] + i - 1, base[1] + j - 1, word == other))
            i, j = i - 1, j - 1
        elif abs(rows[i][j] - (rows[i - 1][j] + dropping_cost(word, texts.lang) + extra)) < 1e-9:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
