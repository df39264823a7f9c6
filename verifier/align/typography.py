"""What differs between words that agree: capitals, contractions, sentences joined or parted."""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.align.changes import Placed
from verifier.align.difference import Comparison
from verifier.align.pairing import Pair
from verifier.align.places import Stretch
from verifier.model.evidence import EditKind

_FULL_STOP = re.compile(r"[.!?]")
_SHOUTED = 0.5  # share of words in capitals from which capitals tell nothing


def typography_edits(comparison: Comparison, stretch: Stretch) -> list[Placed]:
    """Return the edits of agreeing words that are printed differently; none of them is material."""
    agreeing = [pair for pair in stretch.pairs if pair.equal]
    if not agreeing or _printed_alike(comparison, agreeing):
        return []
    edits: list[Placed] = []
    if _capitals_tell(comparison):
        edits += [_case(comparison, pair) for pair in agreeing if _differs_in_case(comparison, pair)]
    edits += _contractions(comparison, agreeing)
    if not comparison.quoted.unpunctuated:
        edits += _sentence_joints(comparison, agreeing)
    return edits


def _printed_alike(comparison: Comparison, agreeing: list[Pair]) -> bool:
    """Whether the whole stretch is printed letter by letter alike, which is common and quickly seen."""
    first, last = agreeing[0], agreeing[-1]
    if last.quoted - first.quoted != last.said - first.said or len(agreeing) != last.quoted - first.quoted + 1:
        return False
    ours = comparison.quoted.printed(first.quoted, last.quoted + 1)
    return ours == comparison.record.printed(first.said, last.said + 1)


def _capitals_tell(comparison: Comparison) -> bool:
    text = "".join(quotation.text[:2_000] for quotation in comparison.quoted.quotations)
    letters = [letter for letter in text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return 0 < upper < _SHOUTED * len(letters)


def _differs_in_case(comparison: Comparison, pair: Pair) -> bool:
    """Whether one side has a capital that no beginning of a sentence explains."""
    ours = comparison.quoted.printed(pair.quoted, pair.quoted + 1)
    theirs = comparison.record.printed(pair.said, pair.said + 1)
    if ours == theirs or ours.casefold() != theirs.casefold():
        return False
    return not (comparison.quoted_opens(pair.quoted) or comparison.record.opens_sentence(pair.said))


def _case(comparison: Comparison, pair: Pair) -> Placed:
    return pair.quoted, comparison.edit(EditKind.CASE, (pair.quoted,), (pair.said,))


def _contractions(comparison: Comparison, agreeing: list[Pair]) -> list[Placed]:
    """Return an edit for each "don't" against "do not", whichever side contracts."""
    edits: list[Placed] = []
    spans, starts = comparison.quoted.spans, comparison.record.starts
    for one, other in pairwise(agreeing):
        if other.quoted != one.quoted + 1 or other.said != one.said + 1:
            continue
        ours = spans[one.quoted] == spans[other.quoted]
        theirs = starts[one.said] == starts[other.said]
        if ours != theirs:
            edit = comparison.edit(EditKind.CONTRACTION, (one.quoted, other.quoted), (one.said, other.said))
            edits.append((one.quoted, edit))
    return edits


def _sentence_joints(comparison: Comparison, agreeing: list[Pair]) -> list[Placed]:
    """Return an edit where two sentences became one, or one two."""
    edits: list[Placed] = []
    for one, other in pairwise(agreeing):
        if other.quoted != one.quoted + 1 or other.said != one.said + 1:
            continue
        if comparison.quoted.spans[one.quoted] == comparison.quoted.spans[other.quoted]:
            continue
        ours, theirs = comparison.quoted.between(other.quoted), comparison.record.between(other.said)
        stops = (
            bool(_FULL_STOP.search(ours)) or "…" in ours,
            "\n" in theirs or comparison.record.opens_sentence(other.said),
        )
        if stops[0] != stops[1]:
            edit = comparison.edit(EditKind.PUNCTUATION, (one.quoted, other.quoted), (one.said, other.said))
            edits.append((other.quoted, edit))
    return edits
