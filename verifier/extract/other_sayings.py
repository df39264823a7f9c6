"""Clauses beside the saying: another subject's doing in the same sentence, and an earlier saying that is taken up."""

from __future__ import annotations

import re

from verifier.extract.other_days import OCCASIONS
from verifier.extract.tokens import Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
_REPEATING = frozenset(
    f"{stem}{ending}"
    for stem, endings in {
        "repeat": "s ed ing",
        "reiterat": "es ed ing e",
        "renew": "s ed ing",
        "echo": "es ed ing",
    }.items()
    for ending in endings.split()
) | {"repeat", "renew", "echo", "répété", "répète", "réitéré", "réitère"}


def of_another_subject(sentence: Sentence, verb: int | None, cue: int) -> bool:
    """Return whether a date's *verb* and the cue are joined clauses of two subjects: "two were hurt, and she said"."""
    if verb is None or verb == cue or cue not in range(len(sentence.tokens)):
        return False
    at = cue
    while sentence.tokens[at].dep == "conj" and sentence.tokens[at].head != at:
        if any(sentence.tokens[child].dep in _SUBJECTS for child in sentence.children[at]):
            return _joined_to(sentence, at, verb)
        at = sentence.tokens[at].head
    return False


def _joined_to(sentence: Sentence, at: int, verb: int) -> bool:
    return any(above == verb for above in sentence.ancestors(at))


def taken_up(sentence: Sentence, cue: int) -> bool:
    """Return whether the cue tells of an earlier saying that is repeated: "repeated what she had promised"."""
    had = any(sentence.tokens[child].lower in {"had", "avait"} for child in sentence.children[cue])
    return had and any(sentence.tokens[above].lower in _REPEATING for above in sentence.ancestors(cue))


def said_on(sentence: Sentence, date_token: int, cue: int) -> bool:
    """Return whether a date hangs on the cue itself, on the occasion it names or on whom it is told to."""
    for above in sentence.ancestors(date_token):
        token = sentence.tokens[above]
        if token.is_verb:
            return True
        told = token.head == cue and token.dep in {"dobj", "obj", "dative"}
        if token.tag in {"NN", "NNS"} and not told and not re.fullmatch(OCCASIONS, token.lower):
            return False
    return True
