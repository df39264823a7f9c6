"""Prepositions that turn a sentence round where one stands for the other: direction, side and time."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.text.quantities import is_number_word, is_period

# Beyond those that are opposites wherever they stand: "for" and "against", "before" and "after".
_REVERSED = {
    "en": "from=to with=against by=to in=after into=out onto=off toward=from towards=from over=under",
    "de": "mit=gegen von=an von=zu",
    "fr": "avec=contre",
}
# German verbs put these at the end of their clause, and with the other one say the opposite.
_PARTICLES = {
    "de": """ab=zu an=aus auf=zu ein=aus an=ab auf=ab ein=ab vor=zurück hinein=hinaus herein=heraus rein=raus
        hinauf=hinunter herauf=herunter hoch=runter zusammen=auseinander""",
}


def _pairs(texts: dict[str, str]) -> dict[str, frozenset[frozenset[str]]]:
    return {lang: frozenset(frozenset(pair.split("=")) for pair in text.split()) for lang, text in texts.items()}


_PAIRS, _PARTICLE_PAIRS = _pairs(_REVERSED), _pairs(_PARTICLES)
# Words with which both say the same: "different to", "to fight with the flood".
_SAME_BEHIND = {
    frozenset({"from", "to"}): frozenset("different differently".split()),
    frozenset({"with", "against"}): frozenset(
        "fight fights fighting fought struggle struggles struggling struggled compete competes competing competed "
        "competition war wars battle battles battling battled".split()
    ),
    frozenset({"mit", "gegen"}): frozenset("kämpfen kämpft kämpfte kämpften gekämpft kampf krieg".split()),
}
_COUNTED = frozenset({"a", "an", "one", "the"})


def may_reverse(one: str, other: str, lang: str) -> bool:
    """Return whether the two are prepositions, or particles of verbs, that may turn a sentence round."""
    pair = frozenset({one, other})
    return pair in _PAIRS.get(lang, ()) or pair in _PARTICLE_PAIRS.get(lang, ())


def opposed_particles(one: str, other: str, lang: str) -> bool:
    """Return whether the two, at the end of a clause, make opposites of one verb: "macht auf" and "macht zu"."""
    return frozenset({one, other}) in _PARTICLE_PAIRS.get(lang, ())


def reversed_by(ours: Sequence[str], theirs: Sequence[str], at: tuple[int, int], lang: str) -> bool:
    """Return whether the prepositions at these places of the two sides point in opposite directions.

    "In two years" and "after two years" is one time.
    """
    pair = frozenset({ours[at[0]], theirs[at[1]]})
    if pair not in _PAIRS.get(lang, ()):
        return False
    before = {*ours[max(0, at[0] - 1) : at[0]], *theirs[max(0, at[1] - 1) : at[1]]}
    if before & _SAME_BEHIND.get(pair, frozenset()):
        return False
    return pair != {"in", "after"} or not _counts_a_period(ours[at[0] + 1 : at[0] + 3], lang)


def _counts_a_period(words: Sequence[str], lang: str) -> bool:
    counted = bool(words) and (words[0] in _COUNTED or is_number_word(words[0], lang))
    return counted and any(map(is_period, words[1:])) and words[0] != "the"
