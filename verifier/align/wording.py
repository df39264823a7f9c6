"""The wording axis of one alignment."""

from __future__ import annotations

from verifier.model.evidence import Alignment, Edit, EditKind, Wording
from verifier.model.policy import Policy

# The kinds whose material change makes a quotation say something else.
_DECIDING = frozenset(
    {
        EditKind.NEGATION,
        EditKind.NUMBER,
        EditKind.NAME,
        EditKind.DATE,
        EditKind.MODALITY,
        EditKind.QUANTIFIER,
        EditKind.CONDITION,
        EditKind.GRAMMATICAL_PERSON,
        EditKind.INSERTION_BRACKETED,
    }
)
_SOFT = frozenset({EditKind.MODALITY, EditKind.QUANTIFIER, EditKind.GRAMMATICAL_PERSON, EditKind.CONDITION})
_REWORDED = frozenset({EditKind.SYNONYM, EditKind.INSERTION_UNBRACKETED})
_CONTENT = frozenset(
    {
        EditKind.SYNONYM,
        EditKind.ORDER,
        EditKind.INSERTION_UNBRACKETED,
        EditKind.OMISSION_UNMARKED,
        EditKind.NEGATION,
        EditKind.NUMBER,
        EditKind.NAME,
        EditKind.DATE,
        EditKind.MODALITY,
        EditKind.QUANTIFIER,
        EditKind.CONDITION,
        EditKind.GRAMMATICAL_PERSON,
    }
)
_CLEANING = frozenset(
    {
        EditKind.FILLER,
        EditKind.STUTTER,
        EditKind.CONTRACTION,
        EditKind.SPELLING,
        EditKind.TRANSLITERATION,
        EditKind.AGREEMENT,
        EditKind.PUNCTUATION,
        EditKind.FUNCTION_WORD,
    }
)
_MISLEADING = frozenset({Wording.ALTERED_MATERIAL, Wording.ELISION_MISLEADING})
_HONEST = frozenset({EditKind.OMISSION_MARKED, EditKind.INSERTION_BRACKETED})
_TYPOGRAPHY = frozenset({EditKind.CASE, EditKind.PUNCTUATION, EditKind.CONTRACTION})
_FEW_EDITS = 2
_FUNCTION_WORDS_CLEANED = 2  # DESIGN says one; "to the" is dropped as one slip
_PARAPHRASED_WORDS = 3  # reworded places that make a paraphrase of a sentence
_PARAPHRASED_SHARE = 0.08  # … if they are this large a part of its words
_WEAK_WORDS = 8  # shorter sentences of everyday words are half met everywhere
_CLEAR_PARAPHRASE = 0.5  # below found_score: the least score of words spread over the whole quotation
_ABSENT_SHARE = 0.3  # a run of absent words this long is no rewording: those words stand elsewhere or nowhere


def judge_wording(alignment: Alignment | None, quoted_words: int, bits: float, policy: Policy) -> Wording:
    """Return how the quoted words stand to the record's; TRANSLATION and NOT_JUDGED are for the caller.

    *quoted_words* and *bits* (Σ log2(N/df) of the quotation) decide what is a fragment.
    """
    if alignment is None:
        return Wording.NO_MATCH
    short = quoted_words < policy.min_words or bits < policy.min_bits
    if alignment.score < policy.found_score:
        return _judge_weak(alignment, policy, short=short)
    return Wording.FRAGMENT if short else _judge_edits(alignment, policy)


def _judge_weak(alignment: Alignment, policy: Policy, *, short: bool) -> Wording:
    """Return the wording below found_score: few clear edits of a short sentence still tell what was done."""
    if _half_found(alignment, policy):
        judged = _judge_edits(alignment, policy)
        return judged if judged in _MISLEADING else Wording.ALTERED_MINOR
    if short or alignment.quoted_words < _WEAK_WORDS or not _clearly_reworded(alignment):
        return Wording.NO_MATCH
    telling = [edit for edit in alignment.edits if edit.kind not in _TYPOGRAPHY]
    return _judge_edits(alignment, policy) if len(telling) <= _FEW_EDITS else Wording.PARAPHRASE


def _judge_edits(alignment: Alignment, policy: Policy) -> Wording:
    edits = alignment.edits
    kinds = {edit.kind for edit in edits}
    reworded = _is_reworded(alignment)
    if any(_decides(edit, soft=not reworded) for edit in edits):
        return Wording.ALTERED_MATERIAL
    if any(edit.kind is EditKind.OMISSION_MARKED and edit.material for edit in edits):
        return Wording.ELISION_MISLEADING
    if EditKind.SPLICE in kinds:
        return Wording.SPLICED
    if reworded:
        return Wording.PARAPHRASE
    if _is_altered(alignment, policy):
        return Wording.ALTERED_MINOR
    if kinds & _CLEANING:
        return Wording.CLEANED
    return Wording.MARKED if kinds & _HONEST else Wording.EXACT


def _decides(edit: Edit, *, soft: bool) -> bool:
    """Whether the meaning hangs on the edit; in a paraphrase single soft operators tell nothing."""
    return edit.material and edit.kind in _DECIDING and (soft or edit.kind not in _SOFT)


def _is_altered(alignment: Alignment, policy: Policy) -> bool:
    function_words = sum(edit.kind is EditKind.FUNCTION_WORD for edit in alignment.edits)
    return (
        any(edit.kind in _CONTENT for edit in alignment.edits)
        or function_words > _FUNCTION_WORDS_CLEANED
        or alignment.parts_found < alignment.parts
        or alignment.gap_words > policy.marked_gap_words
        or not alignment.ordered
    )


def _is_reworded(alignment: Alignment) -> bool:
    """Whether so many places are worded otherwise that the quotation renders, and does not repeat."""
    places = [edit for edit in alignment.edits if edit.kind in _REWORDED]
    others = sum(edit.kind in _SOFT for edit in alignment.edits)
    enough = len(places) + others >= _PARAPHRASED_WORDS and len(places) >= 2
    return enough and len(places) + others >= _PARAPHRASED_SHARE * alignment.quoted_words


def _half_found(alignment: Alignment, policy: Policy) -> bool:
    """Whether one of several parts stands there, word for word over a sentence's length, and another does not."""
    missing = alignment.parts_found < alignment.parts
    return missing and alignment.longest_run >= policy.min_words and alignment.score >= policy.found_score / 2


def _clearly_reworded(alignment: Alignment) -> bool:
    """Whether a weak match is a rewording of this place: its words are spread, none of its runs is absent."""
    if alignment.score < _CLEAR_PARAPHRASE or alignment.parts > 1:
        return False
    inserted = (edit for edit in alignment.edits if not edit.said or edit.kind is EditKind.INSERTION_UNBRACKETED)
    absent = max((len(edit.quoted.split()) for edit in inserted), default=0)
    return absent <= _ABSENT_SHARE * alignment.quoted_words and alignment.longest_run >= 3
