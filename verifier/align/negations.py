"""Negations that moved inside a sentence without another meaning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.align.difference import Comparison
from verifier.model.evidence import Edit, EditKind
from verifier.text.operators import OperatorClass, operator_of

_NEAR = 3  # words between a verb of belief and its negation
Placed = tuple[int, Edit]  # an edit with the quoted word number it is ordered by

# The negation of these verbs is meant of what follows them.
_BELIEF = frozenset(
    (word,) for word in "think believe suppose expect imagine reckon glaube glauben denke denken crois pense".split()
)


def calmed(edit: Edit) -> Edit:
    """Return the edit as one the meaning does not hang on."""
    return Edit(edit.kind, edit.quoted, edit.said, False, edit.quoted_span, edit.said_span)


def offset_negations(comparison: Comparison, edits: list[Placed]) -> list[Placed]:
    """Return the edits with a negation calmed that moved into a word near by: "do not have any", "have no".

    One of the two must be a determiner or pronoun, or be meant of what a verb of belief holds: "I do not
    think it is", "I think it is not". Any other "not" that moves from verb to verb stays material.
    """
    lang = comparison.lang
    calm: set[int] = set()
    negations = [k for k, (_, edit) in enumerate(edits) if edit.kind is EditKind.NEGATION and edit.material]
    for one, other in pairwise(negations):
        near = edits[other][0] - edits[one][0] <= 5
        sides = {_adds(edits[one][1], lang), _adds(edits[other][1], lang)}
        fused = any(
            word in _FUSED
            for k in (one, other)
            for text in (edits[k][1].quoted, edits[k][1].said)
            for word in text.casefold().split()
        )
        raised = any(_is_raised(comparison, edits[k][1]) for k in (one, other))
        raised = raised and not _parted(comparison, edits[one][0], edits[other][0])
        if sides == {True, False} and ((near and fused) or raised):
            calm |= {one, other}
    return [(at, calmed(edit) if k in calm else edit) for k, (at, edit) in enumerate(edits)]


def moves_negation(comparison: Comparison, words: Sequence[str], first: int, last: int) -> bool:
    """Return whether *words* hold a negation that moved over the end of a clause, between two quoted words.

    Not where a verb of belief stands before it: "Ich glaube nicht, dass" says what "Ich glaube, dass nicht" does.
    """
    operators = [operator_of(word, comparison.lang) for word in words]
    if not any(operator and operator.kind is OperatorClass.NEGATION for operator in operators):
        return False
    before = [comparison.quoted.words[max(0, at - _NEAR) : at] for at in (first, last)]
    believed = any((word,) in _BELIEF for around in before for word in around)
    return _parted(comparison, first, last) and not believed


def _is_raised(comparison: Comparison, edit: Edit) -> bool:
    """Whether the edit's negation stands right before a verb of belief, on the side that has it."""
    record, quoted = comparison.record, comparison.quoted
    if edit.said_span and not edit.quoted_span:
        after = next((i for i, start in enumerate(record.starts) if start >= edit.said_span.end), len(record))
        return record.words[after : after + 1] in _BELIEF
    if edit.quoted_span and not edit.said_span:
        later = [i for i, span in enumerate(quoted.spans) if span.start >= edit.quoted_span.end]
        return bool(later) and quoted.words[later[0] : later[0] + 1] in _BELIEF
    return False


def _parted(comparison: Comparison, first: int, last: int) -> bool:
    """Whether the quotation prints the end of a clause between two of its words."""
    return any(mark in comparison.quoted.between(i) for i in range(first + 1, last + 1) for mark in ",;.!?:")


_FUSED = frozenset(
    """no none nothing nobody never neither kein keine keinen keinem keiner keines nichts niemand nie
    aucun aucune rien jamais""".split()
)


def _adds(edit: Edit, lang: str) -> bool:
    """Whether the quotation's side of the edit holds the negation."""
    words = edit.quoted.casefold().replace("’", "'").replace("n't", " not").split()
    return any((op := operator_of(word, lang)) and op.kind is OperatorClass.NEGATION for word in words)
