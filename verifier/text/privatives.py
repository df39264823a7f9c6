"""Adjectives without which a noun says another thing: "former minister", "alleged thief", "counterfeit coins"."""

from __future__ import annotations

from collections.abc import Sequence

# Each makes of the noun what it is not, or is said to be, or is no longer.
_TURNING = {
    "en": """so_called alleged purported supposed would_be pretended sham bogus phony counterfeit forged fictitious
        imaginary former ex untrue baseless unfounded unproven false fake fabricated""",
    "de": """sogenannt angeblich mutmaßlich vermeintlich falsch gefälscht ehemalig früher einstig unwahr unbewiesen
        erfunden""",
    "fr": """prétendu prétendue prétendus prétendues supposé supposée supposés supposées faux fausse fausses ancien
        ancienne anciens anciennes soi_disant""",
}
_ENDINGS = ("", "e", "er", "es", "en", "em")
_PHRASES = {
    lang: frozenset(
        (*phrase.split("_")[:-1], phrase.split("_")[-1] + ending)
        for phrase in phrases.split()
        for ending in (_ENDINGS if lang == "de" else ("",))
    )
    for lang, phrases in _TURNING.items()
}
_GERMAN_ADVERBS = frozenset({("früher",), ("falsch",), ("angeblich",), ("mutmaßlich",), ("vermeintlich",)})
_LONGEST = 2


def ends_with_privative(words: Sequence[str], lang: str) -> bool:
    """Return whether the last of *words*, before a noun, makes another thing of it."""
    phrases = _PHRASES.get(lang, frozenset()) - _GERMAN_ADVERBS
    return any(tuple(words[-size:]) in phrases for size in range(1, _LONGEST + 1) if size <= len(words))
