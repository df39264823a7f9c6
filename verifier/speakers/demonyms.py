"""Countries by name, adjective and capital in English, French and German: "Germany's", "l'Ukraine", "ukrainische"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from verifier.speakers.names import spellings
from verifier.speakers.wordlists import listed, rows

_ENDINGS = ("", "e", "er", "es", "en", "em")  # ukrainische, ukrainischer, …


@dataclass(frozen=True, slots=True)
class Place:
    """A country as printed: by its adjective ("French"), its name ("France") or its capital ("Paris")."""

    code: str
    form: str  # adjective, name, capital


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Return the English name of every country by its code."""
    return {code: listed(names)[0] for code, names, *_ in rows("countries")}


@lru_cache(maxsize=1)
def places() -> dict[str, Place]:
    """Return what every folded country phrase stands for; an adjective wins over a name, a name over a capital."""
    found: dict[str, Place] = {}
    for code, names, english, french, german, capitals in rows("countries"):
        adjectives = listed(english) + listed(french)
        adjectives += [stem + ending for stem in listed(german) for ending in _ENDINGS]
        genitives = [f"{name}s" for name in listed(names) if name.isalpha()]
        _put(found, [*adjectives, *genitives], Place(code, "adjective"))
        _put(found, listed(names), Place(code, "name"))
        _put(found, listed(capitals), Place(code, "capital"))
    return found


def _put(found: dict[str, Place], phrases: list[str], place: Place) -> None:
    for phrase in phrases:
        for key in phrase_keys(phrase):
            found.setdefault(key, place)


def phrase_keys(phrase: str) -> set[str]:
    """Return the folded forms of a phrase, words joined by spaces; none for an empty phrase."""
    keys = {""}
    for word in phrase.split():
        keys = {f"{key} {form}".strip() for key in keys for form in spellings(word)}
    return keys - {""}
