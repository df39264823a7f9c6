"""What it costs to take one word for another, and what a word weighs."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from verifier.text.bounds import may_bound
from verifier.text.operators import OperatorClass, is_content_word, operator_of
from verifier.text.possessives import is_possessive
from verifier.text.prepositions import may_reverse
from verifier.text.quantities import is_number_word, relative_period
from verifier.text.sounds import sound_of
from verifier.text.wordforms import opposed, same_spelling, same_word

# A place is found by its content words; function words stand everywhere.
CONTENT_WEIGHT, OPERATOR_WEIGHT, FUNCTION_WEIGHT = 1.0, 0.5, 0.3
_DROPPED = {CONTENT_WEIGHT: 0.75, OPERATOR_WEIGHT: 0.6, FUNCTION_WEIGHT: 0.5}
ARTICLES = frozenset("the der die das den dem des le la les".split())
# "it's" for "it is": folding leaves "s" and "d" alone, for they have two readings each.
_CONTRACTED = {
    "en": "s=is s=has s=us d=would d=had em=them cause=because til=until till=until yall=you ya=you lets=let",
    "de": "s=es n=ein ne=eine nen=einen is=ist nich=nicht mal=einmal was=etwas raus=heraus rein=hinein dran=daran",
    "fr": "t=tu y=il ça=cela pis=puis",
}
# Members of a coordination are joined by the one or the other.
_JOINTS = tuple(
    map(frozenset, (("and", "or"), ("and", "nor"), ("und", "oder"), ("und", "noch"), ("et", "ou"), ("et", "ni")))
)
_CONTRACTIONS = {lang: {tuple(pair.split("=")) for pair in pairs.split()} for lang, pairs in _CONTRACTED.items()}


@lru_cache(maxsize=100_000)
def weight_of(word: str, lang: str) -> float:
    """Return what a folded word weighs in finding a place."""
    if is_content_word(word, lang):
        return CONTENT_WEIGHT
    return OPERATOR_WEIGHT if operator_of(word, lang) else FUNCTION_WEIGHT


def dropping_cost(word: str, lang: str) -> float:
    """Return what it costs to leave *word* without a counterpart."""
    return _DROPPED[weight_of(word, lang)]


def contracted(first: str, second: str, lang: str) -> bool:
    """Return whether one word is the contracted form of the other."""
    pairs = _CONTRACTIONS.get(lang, set())
    return (first, second) in pairs or (second, first) in pairs


class _Traits(NamedTuple):
    """What of one word bears on its likeness to others."""

    weight: float
    operator: OperatorClass | None
    number: bool
    period: bool
    bounding: bool
    possessive: bool
    article: bool
    sound: str


@lru_cache(maxsize=100_000)
def _traits(word: str, lang: str) -> _Traits:
    operator = operator_of(word, lang)
    return _Traits(
        weight=weight_of(word, lang),
        operator=operator.kind if operator else None,
        number=is_number_word(word, lang),
        period=relative_period(word, lang) is not None,
        bounding=may_bound(word, lang),
        possessive=is_possessive(word, lang),
        article=word in ARTICLES,
        sound=sound_of(word, lang),
    )


@lru_cache(maxsize=100_000)
def swapping_cost(quoted: str, said: str, lang: str) -> float:
    """Return what it costs to take *quoted* for *said*: 0 for equal words, over 1.2 for unlike ones."""
    if quoted == said:
        return 0.0
    if contracted(quoted, said, lang):
        return 0.2
    if {quoted, said} in _JOINTS:
        return 0.5
    if same_word(quoted, said, lang) or same_spelling(quoted, said, lang):
        return 0.35
    ours, theirs = _traits(quoted, lang), _traits(said, lang)
    if ours.number and theirs.number:
        return 0.45
    if ours.sound == theirs.sound or (ours.period and theirs.period):
        return 0.5
    if opposed(quoted, said, lang) or may_reverse(quoted, said, lang):
        return 0.6  # whoever turns a sentence round puts the one for the other
    return _unlike_cost(ours, theirs)


def _unlike_cost(ours: _Traits, theirs: _Traits) -> float:
    if ours.bounding and theirs.bounding:
        return 0.6
    if (ours.possessive or theirs.possessive) and (ours.article or theirs.article):
        return 0.6
    if ours.operator and theirs.operator:
        return 0.6 if ours.operator is theirs.operator else 0.9
    lighter, heavier = sorted((ours.weight, theirs.weight))
    if (lighter, heavier) == (FUNCTION_WEIGHT, OPERATOR_WEIGHT):
        return 0.95
    if lighter != heavier:
        return 1.2 if lighter == OPERATOR_WEIGHT else 1.3
    return 0.95 if heavier == CONTENT_WEIGHT else 0.8
