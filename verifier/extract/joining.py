"""Quotations joined into statements: what the article prints as one continuous utterance.

A quotation, its continuation after its own cue, and an uncued quotation that follows in the same
paragraph are one statement. Words of the article's own between them end it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verifier.extract.attributed import Attribution
from verifier.extract.quotations import Quoted
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span

_WORD = re.compile(r"[^\W\d_]+")
_SECOND_CUE = frozenset("and but adding while before then und mais et".split())
_MOST_WORDS = 60  # of a cue with all that hangs on it


def _same_cue(first: Attribution, second: Attribution) -> bool:
    return first.cue is not None and first.cue == second.cue


def _one_cue_between(between: str, cue: Span, start: int) -> bool:
    """Return whether the words between two quotations are one cue's and nothing else's."""
    words = [(found.group().lower(), start + found.start()) for found in _WORD.finditer(between)]
    if not words or len(words) > _MOST_WORDS or words[-1][0] in _SECOND_CUE | {"that", "dass", "que"}:
        return False
    after = [word for word, place in words if place >= cue.end]
    second = any(reporting_class(word) is Reporting.SPEECH and word.endswith(("ing", "ed", "id")) for word in after)
    return not second and not (set(after[-2:]) & _SECOND_CUE)


def _continues(
    text: str, first: Attribution, second: Attribution, quoted: Sequence[Quoted], sentences: Sequence[Sentence]
) -> bool:
    """Return whether *second* goes on with the utterance of *first*, which stands right before it."""
    if sentences[first.sentence].block != sentences[second.sentence].block or not first.set_off:
        return False
    start, end = quoted[first.quotation].outer.end, quoted[second.quotation].outer.start
    between = text[start:end]
    if not between.strip():
        return second.set_off and (first.mention == second.mention)
    if first.cue is None or not _same_cue(first, second):
        return False
    if not start <= first.cue.start < end:
        return _only_signs(between)
    if second.sentence == first.sentence:
        return _one_cue_between(between, first.cue, start)
    follows = second.sentence - max(first.sentence, first.cue_sentence or 0) == 1
    return follows and second.set_off and text[start:end].rstrip()[-1:] in ".!?…:"


def _only_signs(between: str) -> bool:
    return not _WORD.search(between)


def joined(
    text: str,
    attributions: Mapping[int, Attribution],
    quoted: Sequence[Quoted],
    sentences: Sequence[Sentence],
) -> list[list[Attribution]]:
    """Return the attributed quotations in groups, one a statement, in the order of the article."""
    groups: list[list[Attribution]] = []
    for number in sorted(attributions):
        attribution = attributions[number]
        last = groups[-1][-1] if groups else None
        if last is not None and last.quotation == number - 1 and _continues(text, last, attribution, quoted, sentences):
            groups[-1].append(attribution)
        else:
            groups.append([attribution])
    return groups
