"""The words with which a speaker takes back what was just said, by language: "sorry", "excuse me", "I mean"."""

from __future__ import annotations

from collections.abc import Sequence

_TERMS = {
    "en": """sorry i_am_sorry excuse_me pardon pardon_me i_beg_your_pardon correction my_mistake i_misspoke i_mean
        or_rather i_should_say no""",
    "de": """entschuldigung entschuldigen_sie verzeihung pardon korrektur ich_meine besser_gesagt genauer_gesagt
        oder_vielmehr vielmehr nein""",
    "fr": "pardon excusez_moi je_veux_dire ou_plutôt enfin non",
}
# These take back only where a mark stands on both sides: "peace, no war" takes nothing back.
_AMBIGUOUS = frozenset({"no", "vielmehr", "nein", "enfin", "non", "correction", "korrektur"})
_PHRASES = {lang: frozenset(tuple(term.split("_")) for term in terms.split()) for lang, terms in _TERMS.items()}
_LONGEST = 4  # words
_FALLBACK = "en"


def editing_term_at(words: Sequence[str], at: int, lang: str, *, closed: Sequence[int] = ()) -> int:
    """Return how many folded words from ``words[at]`` on take back what stands before them, 0 for none.

    *closed* holds the numbers of words before which a mark stands: what an ambiguous term needs behind it.
    """
    phrases = _PHRASES.get(lang, _PHRASES[_FALLBACK])
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(words[at : at + size]) in phrases:
            return size if words[at] not in _AMBIGUOUS or at + size in closed else 0
    return 0
