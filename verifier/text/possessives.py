"""Whose a thing is: "my" and "our" before a noun, and "its" where a speaker says "our"."""

from __future__ import annotations

_POSSESSIVES = {"en": ("my", "our"), "de": ("mein", "unser"), "fr": ("mon", "ma", "mes", "notre", "nos")}

_FALLBACK = "en"


def is_possessive(word: str, lang: str) -> bool:
    """Return whether *word* is "my" or "our" before a noun, in whatever case and number."""
    return (
        word.startswith(_POSSESSIVES["de"]) if lang == "de" else word in _POSSESSIVES.get(lang, _POSSESSIVES[_FALLBACK])
    )


_ITS = {"en": frozenset({"its"}), "fr": frozenset({"son", "sa", "ses"})}
_OF_SPEAKERS = {
    "en": frozenset("my our your".split()),
    "fr": frozenset("mon ma mes notre nos ton ta tes votre vos".split()),
}


def gives_to_another(word: str, other: str, lang: str) -> bool:
    """Return whether one word says "its" and the other "my", "our" or "your", before the same noun."""
    its, ours = _ITS.get(lang, frozenset()), _OF_SPEAKERS.get(lang, frozenset())
    return (word in its and other in ours) or (other in its and word in ours)
