"""How often the quotation departs from the record's words."""

from __future__ import annotations

from verifier.model.evidence import EditKind, Signal
from verifier.signals.evidence import Evidence

# What print and speech do to words without making them others, and what the article itself marks.
_QUIET = frozenset(
    {
        EditKind.CASE,
        EditKind.PUNCTUATION,
        EditKind.SPELLING,
        EditKind.TRANSLITERATION,
        EditKind.CONTRACTION,
        EditKind.AGREEMENT,
        EditKind.FILLER,
        EditKind.STUTTER,
        EditKind.OMISSION_MARKED,
        EditKind.INSERTION_BRACKETED,
        EditKind.TRUNCATION,
    }
)


def few_differences(evidence: Evidence) -> Signal:
    """The quotation departs from the record at few places for its length; 1 where at none."""
    name, best = "few_differences", evidence.places.best
    if best is None:
        return Signal(name, None, "no place was found")
    loud = sum(edit.kind not in _QUIET for edit in best.alignment.edits)
    words = best.alignment.quoted_words
    share = max(0.0, 1 - loud / max(1, words))
    return Signal(name, round(share, 4), f"{loud} {'place differs' if loud == 1 else 'places differ'} in {words} words")
