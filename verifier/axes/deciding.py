"""The words in which two records of one passage differ, where the meaning hangs on them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from verifier.axes.pieces import pieces_in
from verifier.axes.reading import read_twin
from verifier.axes.records import one_line
from verifier.model.evidence import Alignment, EditKind, Match
from verifier.model.policy import Policy
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus

_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*['’]?")
_APOSTROPHES = re.compile(r"['’‘]")
# "it's" is a contraction however it is set; only a genitive tells one from many.
_CONTRACTED = frozenset(
    "it he she that this there here what who where when how let one everybody everyone somebody someone nobody".split()
)
_LEAST_STEM = 3
_SAME_PASSAGE = 0.8  # of its weight that the other record must hold: else it does not hold the passage
_NOTHING = "(nothing in its place)"
_AT_THE_CUT = frozenset({EditKind.TRUNCATION, EditKind.OMISSION_MARKED, EditKind.SPLICE})


def deciding_difference(match: Match, record: Record, corpus: Corpus, policy: Policy) -> tuple[str, str] | None:
    """Return the first deciding words in which another *record* differs from the matched ones, as each prints them.

    Deciding are numbers, names, negations and the like, and an apostrophe that tells one from many:
    "supporters", "supporter's", "supporters'". None too where *record* does not hold the passage.
    """
    lang = match.turn.turn.lang or match.record.lang
    alignment = read_twin(record, match.said, lang, corpus, policy)
    if alignment is None or alignment.score < _SAME_PASSAGE:
        return None
    said = "\n".join(piece.words for piece in pieces_in(record, alignment.spans, corpus))
    return _apostrophe(match.said, said) or _material(alignment)


def _material(alignment: Alignment) -> tuple[str, str] | None:
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
