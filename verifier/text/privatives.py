"""Adjectives without which a noun says another thing: "former minister", "counterfeit coins", "possible sale"."""

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
# Each leaves open whether the noun is so, or will be.
_DOUBTING = {
    "en": """potential possible probable conceivable likely apparent prospective attempted projected tentative""",
    "de": """möglich potenziell potentiell denkbar eventuell etwaig wahrscheinlich voraussichtlich versucht
        scheinbar""",
    "fr": "éventuel éventuelle éventuels éventuelles possible possibles potentiel potentielle probable probables",
}
_ENDINGS = ("e", "er", "es", "en", "em")


def _forms(texts: dict[str, str], *, bare: bool) -> dict[str, frozenset[tuple[str, ...]]]:
    """Return the phrases of each language in all their forms; the *bare* German form is an adverb too."""
    german = ("", *_ENDINGS) if bare else _ENDINGS
    return {
        lang: frozenset(
            (*phrase.split("_")[:-1], phrase.split("_")[-1] + ending)
            for phrase in phrases.casefold().split()
            for ending in (german if lang == "de" else ("",))
        )
        for lang, phrases in texts.items()
    }


_PHRASES = _forms(_TURNING, bare=True)
_DOUBTS = _forms(_DOUBTING, bare=False)
_GERMAN_ADVERBS = frozenset({("früher",), ("falsch",), ("angeblich",), ("mutmasslich",), ("vermeintlich",)})
_ALL = frozenset("all any every worst alle allen aller alles jede jeden jeder jedes".split())
_LONGEST = 2


def ends_with_privative(words: Sequence[str], lang: str) -> bool:
    """Return whether the last of *words*, before a noun, makes another thing of it."""
    phrases = _PHRASES.get(lang, frozenset()) - _GERMAN_ADVERBS
    return any(tuple(words[-size:]) in phrases for size in range(1, _LONGEST + 1) if size <= len(words))


def ends_with_doubt(words: Sequence[str], lang: str) -> bool:
    """Return whether the last of *words*, before a noun, leaves open whether it is so; not in "the best possible"."""
    if len(words) > 1 and (words[-2] in _ALL or (lang == "en" and words[-2].endswith("est"))):
        return False
    return tuple(words[-1:]) in _DOUBTS.get(lang, frozenset())
