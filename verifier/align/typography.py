"""What differs between words that agree: capitals, contractions, sentences joined or parted."""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.align.changes import Placed
from verifier.align.difference import Comparison
from verifier.align.pairing import Pair
from verifier.align.stretches import Stretch
from verifier.model.evidence import EditKind
from verifier.text.quantities import is_number_word

_FULL_STOP = re.compile(r"[.!?]")
_ADDRESS = frozenset({"sie", "ihnen"})  # the capital tells you from them
_SHOUTED = 0.5  # share of words in capitals from which capitals tell nothing


def typography_edits(comparison: Comparison, stretch: Stretch) -> list[Placed]:
    """Return the edits of agreeing words that are printed differently; none of them is material."""
    differing = [run for run in _runs_of(stretch) if not _printed_alike(comparison, run)]
    if not differing:
        return []
    edits: list[Placed] = []
    if _capitals_tell(comparison):
        edits += [_case(comparison, pair) for run in differing for pair in run if _differs_in_case(comparison, pair)]
    for run in differing:
        edits += _contractions(comparison, run)
        if not comparison.quoted.unpunctuated:
            edits += _sentence_joints(comparison, run)
    return edits


def _runs_of(stretch: Stretch) -> list[list[Pair]]:
    """Return the runs of agreeing words that follow each other on both sides."""
    runs: list[list[Pair]] = []
    quoted = said = -2
    for pair in stretch.pairs:
        if not pair.equal:
            continue
        if runs and pair.quoted == quoted + 1 and pair.said == said + 1:
            runs[-1].append(pair)
        else:
            runs.append([pair])
        quoted, said = pair.quoted, pair.said
    return runs


def _printed_alike(comparison: Comparison, run: list[Pair]) -> bool:
    """Whether a run is printed letter by letter alike, which is common and quickly seen."""
    ours = comparison.quoted.printed(run[0].quoted, run[-1].quoted + 1)
    return ours == comparison.record.printed(run[0].said, run[-1].said + 1)


def _capitals_tell(comparison: Comparison) -> bool:
    text = "".join(quotation.text[:2_000] for quotation in comparison.quoted.quotations)
    letters = [letter for letter in text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return 0 < upper < _SHOUTED * len(letters)


def _differs_in_case(comparison: Comparison, pair: Pair) -> bool:
    """Whether one side has a capital that no beginning of a sentence explains."""
    ours = comparison.quoted.printed(pair.quoted, pair.quoted + 1)
    theirs = comparison.record.printed(pair.said, pair.said + 1)
    if ours == theirs or ours.lower() != theirs.lower():
        return False
    if pair.quoted > 0 and comparison.quoted.spans[pair.quoted - 1] == comparison.quoted.spans[pair.quoted]:
        return False  # the second word of "He’s" is printed with the first
    return not (comparison.quoted_opens(pair.quoted) or comparison.record.opens_sentence(pair.said))


def _case(comparison: Comparison, pair: Pair) -> Placed:
    address = comparison.lang == "de" and comparison.quoted.words[pair.quoted] in _ADDRESS
    kind = EditKind.GRAMMATICAL_PERSON if address else EditKind.CASE
    return pair.quoted, comparison.edit(kind, (pair.quoted,), (pair.said,), material=address)


def _contractions(comparison: Comparison, run: list[Pair]) -> list[Placed]:
    """Return an edit for each "don't" against "do not", whichever side contracts."""
    edits: list[Placed] = []
    spans, starts = comparison.quoted.spans, comparison.record.starts
    for one, other in pairwise(run):
        ours = spans[one.quoted] == spans[other.quoted]
        theirs = starts[one.said] == starts[other.said]
        if ours != theirs and not is_number_word(comparison.quoted.words[one.quoted], comparison.lang):  # "$5m"
            edit = comparison.edit(EditKind.CONTRACTION, (one.quoted, other.quoted), (one.said, other.said))
            edits.append((one.quoted, edit))
    return edits


def _sentence_joints(comparison: Comparison, run: list[Pair]) -> list[Placed]:
    """Return an edit where two sentences became one, or one two."""
    edits: list[Placed] = []
    for one, other in pairwise(run):
        ours, theirs = comparison.quoted.between(other.quoted), comparison.record.between(other.said)
        if ours in (theirs, ""):
            continue
        parted = bool(_FULL_STOP.search(ours)) or "…" in ours
        if parted != comparison.record.opens_sentence(other.said):
            edit = comparison.edit(EditKind.PUNCTUATION, (one.quoted, other.quoted), (one.said, other.said))
            edits.append((other.quoted, edit))
    return edits
