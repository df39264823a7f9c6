"""Words before a number that say how exact it is: "about", "at least", "up to"; elsewhere most are prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.text.spoken import value_of

_BOUNDS = {
    "en": {
        "about": "around roughly approximately some circa about",
        "over": "over above exceeding more_than greater_than at_least no_less_than no_fewer_than upwards_of",
        "nearly": "nearly almost close_to just_under",
        "under": "under below less_than fewer_than",
        "up_to": "up_to at_most",
    },
    "de": {
        "about": "etwa rund circa ca ungefähr gut",
        "over": "über mindestens wenigstens mehr_als",
        "nearly": "knapp fast beinahe nahezu annähernd",
        "under": "unter weniger_als",
        "up_to": "bis_zu höchstens maximal",
    },
    "fr": {
        "about": "environ",
        "nearly": "presque près_de quasi",
        "over": "plus_de au_moins",
        "under": "moins_de",
        "up_to": "jusqu_à au_plus",
    },
}
_BOUND_OF = {
    lang: {tuple(phrase.split("_")): group for group, phrases in groups.items() for phrase in phrases.split()}
    for lang, groups in _BOUNDS.items()
}
_WORDS = {lang: frozenset(phrase[0] for phrase in phrases if len(phrase) == 1) for lang, phrases in _BOUND_OF.items()}
_COUNTED = frozenset("half hälfte moitié hundred hundreds thousands millions one".split())
_LONGEST = 3
_FALLBACK = "en"


def bound_at(words: Sequence[str], at: int, lang: str) -> tuple[int, str] | None:
    """Return the size and group of the bound that stands at *at* right before an amount, None where none does."""
    bounds = _BOUND_OF.get(lang, _BOUND_OF[_FALLBACK])
    for size in range(min(_LONGEST, len(words) - at - 1), 0, -1):
        group = bounds.get(tuple(words[at : at + size]))
        counted = words[at + size]
        if group and (counted in _COUNTED or value_of(counted, lang) is not None):
            return size, group
    return None


def may_bound(word: str, lang: str) -> bool:
    """Return whether *word* by itself may bound an amount that follows it."""
    return word in _WORDS.get(lang, _WORDS[_FALLBACK])
