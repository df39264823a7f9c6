"""The words in which two records of one passage differ, where the meaning hangs on them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from verifier.align.aligning import align
from verifier.axes.records import one_line
from verifier.model.article import Quotation
from verifier.model.evidence import EditKind, Match
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Turn

_AROUND = 80  # characters of the other record beside its place, in which words at the edge are looked for
_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*['’]?")
_APOSTROPHES = re.compile(r"['’‘]")
# "it's" is a contraction however it is set; only a genitive tells one from many.
_CONTRACTED = frozenset(
    "it he she that this there here what who where when how let one everybody everyone somebody someone nobody".split()
)
_LEAST_STEM = 3
_NOTHING = "(nothing in its place)"
_AT_THE_CUT = frozenset({EditKind.TRUNCATION, EditKind.OMISSION_MARKED, EditKind.SPLICE})


def deciding_difference(one: Match, other: Match, policy: Policy) -> tuple[str, str] | None:
    """Return the first deciding words in which two records of one passage differ, as each prints them.

    Deciding are numbers, names, negations and the like, and an apostrophe that tells one from many:
    "supporters", "supporter's", "supporters'".
    """
    beside = f"{other.context_before[-_AROUND:]}{other.said}{other.context_after[:_AROUND]}"
    return _apostrophe(one.said, beside) or _material(one, beside, policy)


def _material(one: Match, beside: str, policy: Policy) -> tuple[str, str] | None:
    lang = one.turn.turn.lang or one.record.lang
    turns = (PlacedTurn(0, Span(0, len(beside)), Turn(None, beside)),)
    alignment = align((Quotation(Span(0, len(one.said)), one.said),), turns, lang, policy)
    if alignment is None or alignment.score < policy.found_score:
        return None
    for edit in alignment.edits:
        if edit.material and edit.kind not in _AT_THE_CUT:
            return one_line(edit.quoted) or _NOTHING, one_line(edit.said) or _NOTHING
    return None


def _apostrophe(one: str, other: str) -> tuple[str, str] | None:
    """Return two words of equal letters, one a genitive, in places that agree."""
    ours, theirs = _WORD.findall(one), _WORD.findall(other)
    letters = [[_APOSTROPHES.sub("", word).lower() for word in words] for words in (ours, theirs)]
    matcher = SequenceMatcher(None, letters[0], letters[1], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        for left, right in zip(ours[first : first + size], theirs[second : second + size], strict=True):
            if _genitives_differ(left, right):
                return left, right
    return None


def _genitives_differ(one: str, other: str) -> bool:
    forms = [_APOSTROPHES.sub("'", word).lower() for word in (one, other)]
    if forms[0] == forms[1]:
        return False
    stems = {form.split("'")[0] for form in forms if "'" in form}
    endings = {form.split("'")[1] for form in forms if "'" in form}
    return endings <= {"s", ""} and all(len(stem) >= _LEAST_STEM and stem not in _CONTRACTED for stem in stems)
