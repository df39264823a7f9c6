"""Bodies that speak, or whose people speak: keys, countries, names in English, French and German.

An office is held ``of`` a country or of one of these keys. Every country has the keys ``XX-FOREIGN``,
``XX-DEFENCE`` … for the bodies that all countries have ("the Polish defence ministry" is PL-DEFENCE).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from verifier.speakers.demonyms import countries, phrase_keys
from verifier.speakers.wordlists import listed, rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: its key, the country or body it belongs to, the role that leads it; country None if it has none."""

    key: str
    country: str | None
    leader: str | None


@lru_cache(maxsize=1)
def organisations() -> dict[str, Organisation]:
    """Return every organisation by its key, those of each country included."""
    known = {}
    for kind, leader, _ in rows("bodies"):
        for code in countries():
            known[f"{code}-{kind}"] = Organisation(f"{code}-{kind}", code, leader or None)
    for key, country, leader, _ in rows("organisations"):
        known[key] = Organisation(key, country or None, leader or None)
    return known


@lru_cache(maxsize=1)
def names_of_organisations() -> dict[str, str]:
    """Return the organisation's key for every folded name of a particular body."""
    return {
        form: key for key, _, _, names in rows("organisations") for name in listed(names) for form in phrase_keys(name)
    }


@lru_cache(maxsize=1)
def kinds_of_bodies() -> dict[str, str]:
    """Return the key suffix for every folded phrase that names a kind of body: "defence ministry" is DEFENCE."""
    return {
        form: kind for kind, _, phrases in rows("bodies") for phrase in listed(phrases) for form in phrase_keys(phrase)
    }


def belongs_to(key: str, whole: str) -> bool:
    """Return whether an office ``of`` *key* is one of *whole*: US-DEFENCE belongs to US, and to itself."""
    body = organisations().get(key)
    return key == whole or (body is not None and body.country == whole)
