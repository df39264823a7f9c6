"""Typing words that only one side has: left out of the quotation, or put into it, without a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.align.coordination import said_for_all
from verifier.align.difference import Comparison, Difference
from verifier.align.repairs import keeps_what_was_taken_back, restarts, takes_back
from verifier.align.replaced import Kind, kind_of_class
from verifier.model.evidence import EditKind
from verifier.text.absolutes import is_absolute
from verifier.text.names import is_title
from verifier.text.operators import (
    Operator,
    OperatorClass,
    completes,
    is_content_word,
    is_filler,
    is_function_word,
    operators_in,
)
from verifier.text.privatives import ends_with_doubt, ends_with_privative
from verifier.text.quantities import date_word, is_number_word

_DASH = re.compile(r"[—–]|--|\s-\s|\.\.\.|…")
_LONGEST_FALSE_START = 8  # words
_SENTENCES_DROPPED = 10  # words of whole sentences left out between two others, which makes a splice
_SMALL = 3  # words of a change that is all about its operator
_PHRASE = 4  # more words put in are a clause of their own: what is in it negates nothing of the record's
_NEAR_NEGATION = 2  # words before one that says "all", among which a negation makes it "not all"
_APPROXIMATE = "about"
_HAVE = frozenset({("have",), ("has",), ("had",), ("s",), ("having",)})
_SECOND = frozenset({"vice"})  # before a title it makes another person of it
_YEAR = frozenset({"year", "jahr", "jahre", "année"})
_YEAR_DIGITS = 4
_STRONGEST = (
    EditKind.NEGATION,
    EditKind.CONDITION,
    EditKind.NUMBER,
    EditKind.DATE,
    EditKind.QUANTIFIER,
    EditKind.MODALITY,
)


def type_omission(comparison: Comparison, said: Sequence[int], difference: Difference) -> Kind:
    """Return the kind of record words that an unmarked gap of the quotation hides, and whether it is material."""
    words = comparison.theirs(said)
    after = said[-1] + 1
    if said[0] and completes(comparison.record.words[said[0] - 1 : said[0] + 2], comparison.lang):
        return EditKind.QUANTIFIER, True  # "not a debate" for "not just a debate"
    if _is_got(words, comparison.record.words[: said[0]], comparison.lang):
        return EditKind.CONTRACTION, False
    if is_filler(words, comparison.lang):
        return EditKind.FILLER, False
    if _only_in_french(comparison, said):
        return EditKind.QUANTIFIER, True
    taken_back = keeps_what_was_taken_back(comparison, said)
    if taken_back:
        return taken_back
    if is_repetition(comparison, said) or takes_back(comparison, said) or restarts(comparison, said):
        return EditKind.STUTTER, False
    if said_for_all(comparison, said, difference):
        return EditKind.FUNCTION_WORD, False
    if _is_false_start(comparison, said, difference):
        return EditKind.STUTTER, False
    if _splices(comparison, said, difference):
        return EditKind.SPLICE, False
    opening = comparison.record.opens_clause(said[0])
    separable = opening and (after >= len(comparison.record) or comparison.record.opens_clause(after))
    if separable and opening and _whole_sentences(comparison, said):
        return EditKind.OMISSION_UNMARKED, False
    following = comparison.theirs(range(after, min(after + 1, len(comparison.record))))
    if _not_all(comparison, said, following):
        return EditKind.QUANTIFIER, True
    before = comparison.record.words[max(0, said[0] - 1) : said[0]]
    return _type_dropped(comparison, words, (before, following), separable=separable)


def _is_got(words: tuple[str, ...], before: tuple[str, ...], lang: str) -> bool:
    """Whether this is the "got" of "have got", which says what "have" does; "'s" may be "has"."""
    return lang == "en" and words == ("got",) and before[-1:] in _HAVE


def _only_in_french(comparison: Comparison, said: Sequence[int]) -> bool:
    """Whether the left-out "que" makes an "only" of the "ne" before it: "nous ne fermerons que deux écoles"."""
    if comparison.lang != "fr" or comparison.theirs(said) not in (("que",), ("qu",)):
        return False
    before = list(comparison.record.words[max(0, said[0] - _LONGEST_FALSE_START) : said[0]])
    opening = max((k for k, word in enumerate(before) if word in {"ne", "n"}), default=None)
    return opening is not None and not any(
        operator.kind is OperatorClass.NEGATION for _, _, operator in operators_in(before[opening:], "fr")
    )


def type_insertion(comparison: Comparison, quoted: Sequence[int]) -> Kind:
    """Return the kind of quoted words that the record does not have, and whether they are material."""
    words = comparison.ours(quoted)
    if quoted[0] and completes(comparison.quoted.words[quoted[0] - 1 : quoted[0] + 2], comparison.lang):
        return EditKind.QUANTIFIER, True
    if _is_got(words, comparison.quoted.words[: quoted[0]], comparison.lang):
        return EditKind.CONTRACTION, False
    if is_filler(words, comparison.lang):
        return EditKind.FILLER, False
    if words == comparison.quoted.words[quoted[-1] + 1 : quoted[-1] + 1 + len(words)]:
        return EditKind.STUTTER, False
    if len(words) > _PHRASE:
        return EditKind.INSERTION_UNBRACKETED, False
    following = comparison.quoted.words[quoted[-1] + 1 : quoted[-1] + 2]
    before = comparison.quoted.words[max(0, quoted[0] - 1) : quoted[0]]
    kind, material = _type_dropped(comparison, words, (before, following), separable=False)
    if not material and _says_all(words, following, comparison.lang):
        return EditKind.QUANTIFIER, True
    return (EditKind.INSERTION_UNBRACKETED if kind is EditKind.OMISSION_UNMARKED else kind), material


def _type_dropped(
    comparison: Comparison, words: tuple[str, ...], around: tuple[tuple[str, ...], tuple[str, ...]], *, separable: bool
) -> Kind:
    """Return the strongest operator that governs what is kept, else whether content went with it.

    *around* are the word before and the word after, if there are any.
    """
    lang, (before, following) = comparison.lang, around
    if words[-1] in _SECOND and following and is_title(following[0]):
        return EditKind.NAME, True
    if not separable and following and is_content_word(following[0], lang) and ends_with_privative(words, lang):
        return EditKind.NEGATION, True
    if not separable and following and is_content_word(following[0], lang) and ends_with_doubt((*before, *words), lang):
        return EditKind.MODALITY, True
    governing: list[Kind] = []
    for first, last, operator in operators_in(words + following, lang):
        if first < len(words) and _governs(operator, first, last, len(words), separable=separable):
            governing.append((kind_of_class(operator), operator.group != _APPROXIMATE))
    if len(words) <= _SMALL:
        governing += [(EditKind.DATE if date_word(word, lang) else EditKind.NUMBER, True) for word in words
                      if is_number_word(word, lang)]  # fmt: skip
    for kind in _STRONGEST:
        for found in governing:
            if found[0] is kind:
                return found
    small = not any(is_content_word(word, lang) for word in words) or _names_a_year(words, following)
    if len(words) <= _SMALL and small:
        return EditKind.FUNCTION_WORD, False
    return EditKind.OMISSION_UNMARKED, False


def _says_all(words: tuple[str, ...], following: tuple[str, ...], lang: str) -> bool:
    """Whether few words hold one that leaves no room: "completely", or "total" before a noun."""
    before_noun = bool(following) and is_content_word(following[0], lang)
    adverb = any(is_absolute(word, lang, before_noun=False) for word in words)
    return len(words) <= _SMALL and (adverb or is_absolute(words[-1], lang, before_noun=before_noun))


def _not_all(comparison: Comparison, said: Sequence[int], following: tuple[str, ...]) -> bool:
    """Whether "completely" was left out of "not completely", or "total" of "not a total loss"."""
    before = comparison.record.words[max(0, said[0] - _NEAR_NEGATION) : said[0]]
    denied = any(operator.kind is OperatorClass.NEGATION for _, _, operator in operators_in(before, comparison.lang))
    return denied and _says_all(comparison.theirs(said), following, comparison.lang)


def _names_a_year(words: tuple[str, ...], following: tuple[str, ...]) -> bool:
    """Whether the words only say that the figure after them is a year: "in the year 2000", "seit dem Jahr 2000"."""
    return words[-1] in _YEAR and bool(following) and following[0].isdigit() and len(following[0]) == _YEAR_DIGITS


def _governs(operator: Operator, first: int, last: int, size: int, *, separable: bool) -> bool:
    """Return whether an operator among dropped words bears on the words that are kept.

    A negation does unless its whole clause went; a condition where it opens what went; the others
    where they stand right before what is kept, or are all that went, between commas too.
    """
    match operator.kind:
        case OperatorClass.NEGATION:
            return not separable
        case OperatorClass.CONDITION:
            return first <= 1
        case OperatorClass.MODALITY | OperatorClass.QUANTIFIER:
            return (first == 0 and last == size) or (not separable and (size <= _SMALL or last >= size))
        case _:
            return False


def is_repetition(comparison: Comparison, said: Sequence[int]) -> bool:
    """Return whether the left-out words are said again right after, or were said right before.

    A filler may stand on their far side: "so, you know, so we".
    """
    words, lang = comparison.theirs(said), comparison.lang
    following = comparison.record.spoken(said[-1] + 1, 1, len(words))
    preceding = comparison.record.spoken(said[0] - 1, -1, len(words))
    if words in (following, preceding):
        return True
    for cut in range(1, min(4, len(words))):
        if is_filler(words[-cut:], lang) and following[: len(words) - cut] == words[:-cut]:
            return True
        if is_filler(words[:cut], lang) and preceding[cut:] == words[cut:]:
            return True
    return False


def _is_false_start(comparison: Comparison, said: Sequence[int], difference: Difference) -> bool:
    """Return whether the left-out words break off at a dash and the sentence starts anew after it.

    "It was — it is": begun again with the same word. A break with an operator must begin again so.
    """
    after, record = said[-1] + 1, comparison.record
    if len(said) > _LONGEST_FALSE_START or after >= len(record) or not _DASH.search(record.between(after)):
        return False
    words = comparison.theirs(said)
    again = record.words[after] == words[0] or (difference.left is not None and record.words[after] in words)
    if again:
        return True
    if _DASH.search(record.between(said[0])) and any(is_content_word(word, comparison.lang) for word in words):
        return False  # "I can tell you that — you're right — the tower": an aside, said to the end
    opened = difference.left is None or record.opens_clause(said[0])
    telling = any(op.kind is not OperatorClass.PERSON for _, _, op in operators_in(words, comparison.lang))
    small = all(is_function_word(word, comparison.lang) for word in words)
    return (opened or small) and not telling


def _whole_sentences(comparison: Comparison, said: Sequence[int]) -> bool:
    after = said[-1] + 1
    closes = after >= len(comparison.record) or comparison.record.opens_sentence(after)
    return comparison.record.opens_sentence(said[0]) and closes


def _splices(comparison: Comparison, said: Sequence[int], difference: Difference) -> bool:
    """Return whether so much went, between words of the same quotation, that two places are joined."""
    if difference.left is None or difference.right is None:
        return False
    if len(said) > comparison.policy.splice_gap_words:
        return True
    return len(said) >= _SENTENCES_DROPPED and _whole_sentences(comparison, said)
