"""An answer turned round: "Yes" where the record has "No" at the same place."""

from __future__ import annotations

from verifier.align.difference import Comparison, Difference

_ANSWERS = {
    "en": (frozenset({"yes", "yeah", "yep"}), frozenset({"no", "nope"})),
    "de": (frozenset({"ja", "jawohl"}), frozenset({"nein", "nee"})),
    "fr": (frozenset({"oui"}), frozenset({"non"})),
}


def turned_answer(comparison: Comparison, difference: Difference) -> int | None:
    """Return the number of the record's "no" that a quoted "yes" beside it stands for, or the other way round."""
    if len(difference.quoted) != 1:
        return None
    quoted = comparison.quoted.words[difference.quoted[0]]
    for ours, theirs in _sides(comparison.lang):
        if quoted in ours:
            return next((at for at in _beside(difference) if _word(comparison, at) in theirs), None)
    return None


def _sides(lang: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    if lang not in _ANSWERS:
        return ()
    yes, no = _ANSWERS[lang]
    return (yes, no), (no, yes)


def _beside(difference: Difference) -> tuple[int, ...]:
    """Return the numbers of the record words before the next pair that agrees, and behind the last one."""
    before = (difference.right.said - 1,) if difference.right else ()
    return (*before, *((difference.left.said + 1,) if difference.left else ()))


def _word(comparison: Comparison, at: int) -> str:
    return comparison.record.words[at] if 0 <= at < len(comparison.record) else ""
