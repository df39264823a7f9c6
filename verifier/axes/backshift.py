"""Verbs that reported speech sets back by rule: "said that the pier “would open”", of a record that has "will open"."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.align.wording import judge_wording
from verifier.matching.places import Places
from verifier.model.article import Form, Statement
from verifier.model.evidence import Edit, EditKind, Match, Wording
from verifier.model.policy import Policy

_SET_BACK = {
    "would": frozenset({"will", "'ll", "shall"}),
    "could": frozenset({"can"}),
    "might": frozenset({"may"}),
    "was": frozenset({"is", "'s", "am", "'m"}),
    "were": frozenset({"are", "'re"}),
    "had": frozenset({"has", "have", "'ve", "'s"}),
}
_ALTERED = frozenset({Wording.ALTERED_MATERIAL, Wording.ALTERED_MINOR})
# "said", "told reporters", "has warned"; a cue of the present sets nothing back.
_PAST_CUE = re.compile(
    r"\b(?:said|told|wrote|thought|felt|knew|made|put|found|saw|held|swore|spoke|\w{2,}ed)\b", re.IGNORECASE
)


def without_backshift(places: Places, statement: Statement, policy: Policy) -> Places:
    """Return the places with verbs that the article's reported clause sets back counted as forms of one word.

    Only for words of a reported clause behind a cue in the past; a whole utterance between marks has its
    speaker's own tense.
    """
    cue = statement.cue.text if statement.cue else ""
    if statement.form is not Form.MIXED or statement.lang != "en" or not _PAST_CUE.search(cue):
        return places
    return replace(places, matches=tuple(_read_again(match, places, policy) for match in places.matches))


def _read_again(match: Match, places: Places, policy: Policy) -> Match:
    edits = tuple(_as_form(edit) if _is_set_back(edit) else edit for edit in match.alignment.edits)
    if match.wording not in _ALTERED or edits == match.alignment.edits:
        return match
    alignment = replace(match.alignment, edits=edits)
    return replace(match, alignment=alignment, wording=judge_wording(alignment, places.words, places.bits, policy))


def _is_set_back(edit: Edit) -> bool:
    quoted, said = (words.strip().lower().replace("’", "'") for words in (edit.quoted, edit.said))
    return said in _SET_BACK.get(quoted, frozenset())


def _as_form(edit: Edit) -> Edit:
    return replace(edit, kind=EditKind.AGREEMENT, material=False)
