"""Words around a name that are no part of it: jobs, portfolios, letters after it; and what gender a given name tells.

German compounds are known by their end ("Gewerkschaftssekretärin"), so that no list has to hold them all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.speakers.names import fold_word, spellings
from verifier.speakers.wordlists import rows

_SHORTEST_STEM = 3  # letters before the job noun that a German compound ends in
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|end|iert|iv)(?:e|er|en)$")
_FIRST = frozenset({"erster", "erste", "zweiter", "zweite", "oberster", "oberste"})
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche januar februar marz maerz juni juli oktober dezember "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split()
)


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, str | None]]:
    """Return the gender of every folded word, by the kind of list that it stands in."""
    table: dict[str, dict[str, str | None]] = {}
    for kind, gender, words in rows("occupations"):
        known = table.setdefault(kind, {})
        known.update({form: gender or None for word in words.split() for form in spellings(word)})
    return table


@lru_cache(maxsize=20_000)
def occupation(word: str) -> tuple[str | None] | None:
    """Return the gender that a folded job noun implies, in a tuple of one; None for any other word."""
    for kind in ("de", "en", "fr"):
        if word in _listed()[kind]:
            return (_listed()[kind][word],)
    for cut in range(_SHORTEST_STEM, len(word)):
        if word[cut:] in _listed()["de"] and len(word) - cut >= _SHORTEST_STEM + 1:
            return (_listed()["de"][word[cut:]],)
    return None


def occupation_alone(word: str) -> bool:
    """Return whether a folded word after an article means somebody by the job: "the Dean", "die Richterin"."""
    return word in _listed()["alone"] or occupation(word) is not None


def german_body(word: str) -> bool:
    """Return whether a folded German compound names a body by its end: "Wetterdienst", "Hafenbehörde"."""
    return any(word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM for end in _listed()["body"])


def portfolio(word: str) -> bool:
    """Return whether a folded word is what a minister is in charge of."""
    return word in _listed()["portfolio"]


def after_name(printed: str) -> bool:
    """Return whether the letters are printed after a name, for an honour or a seat: "KC", "MdB"."""
    return printed[:1].isupper() and printed[-1:].isupper() and fold_word(printed) in _listed()["after"]


def qualifies_job(word: str) -> bool:
    """Return whether a folded German word is an adjective of a job: "Technischer", "Stellvertretende"."""
    return word in _FIRST or bool(_ADJECTIVE.search(word))


def calendar_word(word: str) -> bool:
    """Return whether a folded word is a month or a weekday, which alone is nobody's surname."""
    return word in _CALENDAR


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    return {form: gender for gender, names in rows("given_names") for name in names.split() for form in spellings(name)}


def gender_of_given(word: str) -> str | None:
    """Return "m" or "f" where a folded given name, or the first part of a hyphenated one, tells it."""
    return _given().get(word) or _given().get(word.split("-")[0])
