"""Quotation marks by language: which character opens, which closes it, and what is no mark at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# Two apostrophes and two grave accents are how some wire services print a double mark.
MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛']")
SINGLE = frozenset("‘’‚‛'‹›")
APOSTROPHES = frozenset("'’‘‛")
SPACED = frozenset("«»‹›")  # French sets a space on the inner side of these

_CLOSINGS: Mapping[str, frozenset[str]] = {
    "“": frozenset({"”", '"', "“", "''"}),
    "”": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", "‟", '"'}),
    "‟": frozenset({"”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "‹": frozenset({"›"}),
    "›": frozenset({"‹"}),
    '"': frozenset({'"', "”", "“", "''"}),
    "''": frozenset({"''", '"', "”"}),
    "``": frozenset({"''", '"', "”"}),
    "‘": frozenset({"’", "'"}),
    "‛": frozenset({"’", "'"}),
    "‚": frozenset({"‘", "’", "'"}),
    "'": frozenset({"'", "’"}),
}
# What opens a quotation where the context does not forbid it; the others open only at a word's left edge.
_OPENINGS = frozenset("“„«‹‚‘") | {"``"}
_POINTING_INWARD = frozenset({"de", "da", "cs", "sk", "sl", "hr", "hu", "pl"})  # »so«
_POINTING_RIGHT = frozenset({"sv", "fi"})  # »so»


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The marks of one language: ``closings`` gives what may close each opening mark."""

    lang: str
    closings: Mapping[str, frozenset[str]]
    openings: frozenset[str]  # sure openings; a straight or reversed mark opens by its context alone

    def closes(self, opening: str, mark: str) -> bool:
        """Return whether *mark* can close what *opening* opened."""
        return mark in self.closings.get(opening, frozenset())


@lru_cache(maxsize=64)
def marks_of(lang: str) -> QuotationMarks:
    """Return the marks of an ISO 639-1 language; an unknown language has the English and French ones."""
    closings = dict(_CLOSINGS)
    openings = _OPENINGS
    if lang in _POINTING_INWARD:
        openings = openings - {"«", "‹"}
        closings["»"] = frozenset({"«"})
    elif lang in _POINTING_RIGHT:
        openings = openings - {"«", "‹"}
        closings["»"] = frozenset({"»"})
        closings["›"] = frozenset({"›"})
    return QuotationMarks(lang, closings, openings)


def family(mark: str) -> str:
    """Return "single" or "double": a mark of one family may stand inside the other's quotation."""
    return "single" if mark in SINGLE else "double"
