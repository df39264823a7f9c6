"""Words that a coordination says once for all its members: "we will go and stay" for "we will go and we will stay"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.align.difference import Comparison, Difference
from verifier.align.pairing import Pair
from verifier.text.operators import OperatorClass, is_content_word, operator_of, operators_in

_AND = {"en": "and", "de": "und", "fr": "et"}
_OR = {"en": "or", "de": "oder", "fr": "ou"}
_NEITHER = {"en": "nor", "de": "noch", "fr": "ni"}
_REACH = 8  # quoted words within which a negation bears on "and" or "or"


def said_for_all(comparison: Comparison, said: Sequence[int], difference: Difference) -> bool:
    """Return whether left-out words behind "and" or "or" are said before, in the same sentence of the quotation.

    A negation is said for all only by "or": "we do not help or encourage" is "we do not help and we do not
    encourage"; "we do not help and encourage" may be less than that.
    """
    right, quoted, lang = difference.right, comparison.quoted.words, comparison.lang
    if right is None or right.said != said[-1] + 1 or right.quoted < 2:
        return False
    words = comparison.theirs(said)
    joint = comparison.record.words[said[0] - 1] if said[0] else ""
    if words[0] in _joints(lang):
        joint, words = words[0], words[1:]
    printed = quoted[right.quoted - 1]
    if not words or joint not in _joints(lang) or printed not in _joints(lang):
        return False
    if any(is_content_word(word, lang) for word in words) or not _stands_in(words, _sentence_before(comparison, right)):
        return False
    negated = any(operator.kind is OperatorClass.NEGATION for _, _, operator in operators_in(words, lang))
    return not negated or printed in {_OR.get(lang), _NEITHER.get(lang)}


def joined_otherwise(comparison: Comparison, pair: Pair) -> bool:
    """Return whether "or" stands for "and", or "and" for "or", with no negation that makes them one."""
    lang = comparison.lang
    words = {comparison.quoted.words[pair.quoted], comparison.record.words[pair.said]}
    if words != {_AND.get(lang), _OR.get(lang)}:
        return False
    ours = _before(comparison.quoted.words, pair.quoted, comparison.quoted_opens)
    theirs = _before(comparison.record.words, pair.said, comparison.record.opens_sentence)
    found = (operator_of(word, lang) for word in (*ours, *theirs))
    return not any(operator and operator.kind is OperatorClass.NEGATION for operator in found)


def _before(words: Sequence[str], at: int, opens: Callable[[int], bool]) -> Sequence[str]:
    """Return the words of the sentence within reach before word *at*."""
    first = at
    while first > max(0, at - _REACH) and not opens(first):
        first -= 1
    return words[first:at]


def _joints(lang: str) -> set[str]:
    return {words[lang] for words in (_AND, _OR, _NEITHER) if lang in words}


def _sentence_before(comparison: Comparison, right: Pair) -> tuple[str, ...]:
    """Return the quoted words of the sentence before the joint."""
    first = right.quoted - 1
    while first > 0 and not comparison.quoted_opens(first):
        first -= 1
    return comparison.quoted.words[first : right.quoted - 1]


def _stands_in(words: tuple[str, ...], before: tuple[str, ...]) -> bool:
    size = len(words)
    return any(before[at : at + size] == words for at in range(len(before) - size + 1))
