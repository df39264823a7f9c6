"""What records hold beside the words as meant: stage notes, cut-off words, the editor's corrections.

News drops them without a mark, so their absence from a quotation is no edit.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from verifier.text.folding import Folded

_NOTE_WORDS = (
    r"applaus\w*|applaud\w*|laugh\w*|chuckl\w*|inaudible|indiscernible|unintelligible|as interpreted|interpreted|"
    r"through (?:an )?interpreter|cross-?talk|coughs?|clears throat|sneezes?|sighs?|pause[sd]?|cheer\w*|boo\w*|"
    r"music|recess|end|in progress|no translation|speaks? (?:in )?\w+|off[- ]mic\w*|gestur\w*|"
    r"beifall|heiterkeit|zuruf\w*|lachen|gelächter|unruhe|zwischenruf\w*|unverständlich|glocke|"
    r"applaudissements?|rires?|sourires|exclamations?|brouhaha|"
    r"sic!?|emphasis added|hervorhebung\w*"
)
_NOTE = re.compile(rf"\s*(?:{_NOTE_WORDS})\b", re.IGNORECASE)
# "(A toast is offered.)": an editor's sentence in round marks has its own capital and full stop.
_EDITORS_SENTENCE = re.compile(r"[A-ZÀ-Ý][^.!?\n]*\.")
_BRACKETED = re.compile(r"\(([^()\[\]\n]{1,90})\)|\[([^()\[\]\n]{1,90})\]")
# "diplo- — diplomacy": a hyphen that ends a word, then a dash; "small- and mid-size" has no dash.
# Only the hyphen is matched: a pattern for the word before it would be quadratic in a word without end.
_STUB = re.compile(r"(?<=[^\W_])(?:[-‐‑]\s*[—–]|--(?=\s))")
_DASH = re.compile("[—–]|--")
# A struck-out word stands before its correction; longer brackets are insertions ("[senior official]").
_CORRECTION_WORDS = 2


def is_stage_note(words: str) -> bool:
    """Return whether the inside of a bracket tells what happened instead of what was said."""
    return bool(_NOTE.match(words))


def _is_note(found: re.Match[str]) -> bool:
    inside = found[1] or found[2]
    return is_stage_note(inside) or bool(found[1] and _EDITORS_SENTENCE.fullmatch(found[1]))


def _mark_bracket(folded: Folded, found: re.Match[str], flags: list[bool]) -> None:
    """Flag the bracket's words and, where it corrects them, as many words before it."""
    if not _is_note(found) and found[2] is None:
        return  # round marks that hold spoken words
    first = bisect_left(folded.starts, found.start())
    last = bisect_left(folded.starts, found.end())
    size = last - first
    if found[2] is not None and not _is_note(found) and size <= _CORRECTION_WORDS:
        first = max(0, first - size)
    for index in range(first, last):
        flags[index] = True


def silent(folded: Folded, text: str) -> tuple[bool, ...]:
    """Return for each folded word of a record's *text* whether news may leave it out unmarked.

    True for stage notes "(Applause.)", cut-off words "diplo- —", and both sides of a correction
    "Mexico [Egypt]", of which either may be quoted.
    """
    flags = [False] * len(folded)
    if "(" in text or "[" in text:
        for found in _BRACKETED.finditer(text):
            _mark_bracket(folded, found, flags)
    for found in _STUB.finditer(text) if _DASH.search(text) else ():
        index = bisect_left(folded.ends, found.start())
        if index < len(flags) and folded.ends[index] == found.start():
            flags[index] = True
    return tuple(flags)
