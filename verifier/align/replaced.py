"""Typing one quoted word that stands for another word of the record."""

from __future__ import annotations

from verifier.align.coordination import joined_otherwise
from verifier.align.difference import Comparison
from verifier.align.likeness import ARTICLES, contracted
from verifier.align.pairing import Pair
from verifier.model.evidence import EditKind
from verifier.text.bounds import may_bound
from verifier.text.names import same_alias, same_name
from verifier.text.operators import (
    ATTITUDES,
    Operator,
    OperatorClass,
    is_function_word,
    operator_at,
    operator_of,
)
from verifier.text.ordinals import multiple_of, ordinal_of, place_of, share_of
from verifier.text.possessives import gives_to_another, is_possessive
from verifier.text.prepositions import opposed_particles, reversed_by
from verifier.text.quantities import (
    date_word,
    figure_of,
    is_day,
    is_number_word,
    is_period,
    is_span,
    measure_of,
    quantity_at,
    relative_period,
)
from verifier.text.romanised import romanised_alike
from verifier.text.sounds import sound_alike, sound_of
from verifier.text.wordforms import opposed, other_prefix, respelled, same_spelling, same_word

Kind = tuple[EditKind, bool]  # the kind, and whether it is material

_LONGEST_COUNT = 3  # words of a number between "last" and the period
_HAVE_TO = ({("got", "to"), ("have", "to")}, {("got", "to"), ("has", "to")})
_SPEAKERS = frozenset({"1s", "1p"})
_DONE = {"en": frozenset({"has", "had", "did"}), "de": frozenset({"hat", "hatte", "hatten"})}
_CLASS_KIND = {
    OperatorClass.NEGATION: EditKind.NEGATION,
    OperatorClass.MODALITY: EditKind.MODALITY,
    OperatorClass.QUANTIFIER: EditKind.QUANTIFIER,
    OperatorClass.CONDITION: EditKind.CONDITION,
    OperatorClass.CONTRAST: EditKind.FUNCTION_WORD,
    OperatorClass.PERSON: EditKind.GRAMMATICAL_PERSON,
}


def kind_of_class(operator: Operator) -> EditKind:
    """Return the kind of edit that a change of this operator is."""
    return _CLASS_KIND[operator.kind]


def type_pair(comparison: Comparison, pair: Pair) -> Kind | None:
    """Return the kind of one replaced word and whether it is material; None where nothing differs."""
    quoted, said = comparison.quoted.words[pair.quoted], comparison.record.words[pair.said]
    if contracted(quoted, said, comparison.lang) or _both_have_to(comparison, pair):
        return EditKind.CONTRACTION, False
    if respelled(quoted, said, comparison.lang):
        return EditKind.SPELLING, False
    if joined_otherwise(comparison, pair):
        return EditKind.CONDITION, True  # under both, or under either
    return (
        _type_number(comparison, pair)
        or _type_hearing(comparison, quoted, said)
        or _type_name(comparison, pair)
        or _type_operator(comparison, pair)
        or _type_word(comparison, quoted, said)
    )


def _both_have_to(comparison: Comparison, pair: Pair) -> bool:
    """Whether "gotta" stands for "have to", or the other way round."""
    sides = comparison.quoted.words[pair.quoted : pair.quoted + 2], comparison.record.words[pair.said : pair.said + 2]
    if comparison.lang != "en" or {*sides} not in _HAVE_TO:
        return False
    # "I got to see it" may be luck; printed as one word it is a duty.
    spans, starts = comparison.quoted.spans, comparison.record.starts
    if sides[0][0] == "got":
        return spans[pair.quoted] == spans[pair.quoted + 1]
    return starts[pair.said] == starts[pair.said + 1]


def _type_number(comparison: Comparison, pair: Pair) -> Kind | None:
    """Compare figures by value, dates by what they name; "4" heard for "for" is no number."""
    lang = comparison.lang
    quoted, said = comparison.quoted.words[pair.quoted], comparison.record.words[pair.said]
    one, other = date_word(quoted, lang), date_word(said, lang)
    if one and other:
        return (EditKind.DATE, True) if one != other else (EditKind.SPELLING, False)
    if (is_day(quoted, lang) and is_span(said)) or (is_day(said, lang) and is_span(quoted)):
        return EditKind.DATE, True  # "last week" for "yesterday"
    periods = relative_period(quoted, lang), relative_period(said, lang)
    if all(periods) and periods[0] != periods[1] and _places_a_period(comparison, pair.quoted):
        return EditKind.DATE, True
    numbers = is_number_word(quoted, lang), is_number_word(said, lang)
    if any(map(ordinal_of, (quoted, said))) and all(map(place_of, (quoted, said))):
        if place_of(quoted) == place_of(said):
            return EditKind.SPELLING, False
        return (EditKind.DATE if _beside_month(comparison, pair) else EditKind.NUMBER), True
    multiples = multiple_of(quoted), multiple_of(said)
    if all(multiples):
        return (EditKind.SPELLING, False) if multiples[0] == multiples[1] else (EditKind.NUMBER, True)
    if all(numbers):
        if figure_of(quoted) is not None and _beside_month(comparison, pair):
            return EditKind.DATE, True
        return (EditKind.SPELLING, False) if _same_amount(comparison, pair) else (EditKind.NUMBER, True)
    ours, theirs = share_of(quoted), share_of(said)
    if ours and theirs:
        return (EditKind.SPELLING if ours == theirs else EditKind.NUMBER), ours != theirs
    measures = measure_of((quoted,)), measure_of((said,))
    if is_period(quoted) and is_period(said) and all(measures) and measures[0] != measures[1]:
        return EditKind.DATE, True  # "over the past few years" for "months"
    if any(numbers) and {quoted, said} & {"one", "a", "an", "ein", "eine", "einen", "un", "une", "both", "beide"}:
        return EditKind.NUMBER, True
    return None


def _places_a_period(comparison: Comparison, at: int) -> bool:
    """Return whether a span of the calendar follows quoted word *at*, counted or not: "next two years"."""
    words = comparison.quoted.words
    after = at + 1
    while after < len(words) and after - at <= _LONGEST_COUNT and is_number_word(words[after], comparison.lang):
        after += 1
    return after < len(words) and is_period(words[after])


def _same_amount(comparison: Comparison, pair: Pair) -> bool:
    ours = quantity_at(comparison.quoted.words, pair.quoted, comparison.lang)
    theirs = quantity_at(comparison.record.words, pair.said, comparison.lang)
    return ours is not None and theirs is not None and ours.equals(theirs)


def _beside_month(comparison: Comparison, pair: Pair) -> bool:
    words = comparison.quoted.words
    around = words[max(0, pair.quoted - 1) : pair.quoted] + words[pair.quoted + 1 : pair.quoted + 2]
    return any((date_word(word, comparison.lang) or "").startswith("month") for word in around)


def _type_hearing(comparison: Comparison, quoted: str, said: str) -> Kind | None:
    """Return spelling where a caption wrote down another word of the same sound."""
    if not comparison.quoted.unpunctuated:
        return None
    if sound_alike(quoted, said, comparison.lang) or _nearly_heard(comparison, quoted, said):
        return EditKind.SPELLING, False
    return None


def _nearly_heard(comparison: Comparison, quoted: str, said: str) -> bool:
    """Whether two small words differ in one sound at most: "in" heard for "and", "of" for "have"."""
    lang = comparison.lang
    short = len(quoted) <= 4 and len(said) <= 4
    one, other = operator_of(quoted, lang), operator_of(said, lang)
    if not short or (one and other and one.kind is other.kind):
        return False
    if {quoted, said} == {"of", "have"}:
        return True
    heard, spoken = sound_of(quoted, lang), sound_of(said, lang)
    negated = any(operator and operator.kind is OperatorClass.NEGATION for operator in (one, other))
    near = heard.startswith(spoken) or spoken.startswith(heard) or len(heard) == len(spoken) == 2
    return not negated and near and not set(heard).isdisjoint(spoken)


def _type_name(comparison: Comparison, pair: Pair) -> Kind | None:
    quoted, said = comparison.quoted.words[pair.quoted], comparison.record.words[pair.said]
    ours, theirs = comparison.quoted_name(pair.quoted), comparison.said_name(pair.said)
    if same_alias((quoted,), (said,)):
        return EditKind.SPELLING, False
    if (ours or theirs or _capitals(comparison, pair)) and romanised_alike(quoted, said):
        return EditKind.TRANSLITERATION, False
    if (ours or theirs) and same_name(quoted, said, comparison.lang):
        return EditKind.TRANSLITERATION, False
    if not (ours and theirs):
        return None
    if same_word(quoted, said, comparison.lang):
        return EditKind.AGREEMENT, False
    return EditKind.NAME, True


def _capitals(comparison: Comparison, pair: Pair) -> bool:
    ours = comparison.quoted.printed(pair.quoted, pair.quoted + 1)
    return ours[:1].isupper() and comparison.record.printed(pair.said, pair.said + 1)[:1].isupper()


def _operators(comparison: Comparison, pair: Pair) -> tuple[Operator | None, Operator | None]:
    """Return the operators that the two words are, or are part of where they stand: "failed" in "failed to act".

    Before an amount "over" and "about" are operators, but only against another one: "over 10 years" for "in 10
    years" is a preposition for another.
    """
    lang = comparison.lang
    ours, theirs = comparison.quoted.words, comparison.record.words
    one, other = operator_at(ours, pair.quoted, lang), operator_at(theirs, pair.said, lang)
    if one is None and other and may_bound(theirs[pair.said], lang):
        other = operator_of(theirs[pair.said], lang)
    if other is None and one and may_bound(ours[pair.quoted], lang):
        one = operator_of(ours[pair.quoted], lang)
    return one, other


def _type_operator(comparison: Comparison, pair: Pair) -> Kind | None:
    """Return the class of the operator that was put, taken or replaced."""
    lang = comparison.lang
    quoted, said = comparison.quoted.words[pair.quoted], comparison.record.words[pair.said]
    one, other = _operators(comparison, pair)
    negations = [op for op in (one, other) if op and op.kind is OperatorClass.NEGATION]
    if len(negations) == 1:
        return EditKind.NEGATION, True
    turned = reversed_by(comparison.quoted.words, comparison.record.words, (pair.quoted, pair.said), lang)
    particles = opposed_particles(quoted, said, lang) and _closes_clause(comparison, pair)
    if turned or particles or opposed(quoted, said, lang):
        return EditKind.NEGATION, True
    if gives_to_another(quoted, said, lang):
        return EditKind.GRAMMATICAL_PERSON, True
    if one and other:
        if one.kind is other.kind:
            alike = one.group == other.group or {one.group, other.group} <= ATTITUDES
            if alike and same_word(quoted, said, lang):
                return EditKind.AGREEMENT, False
            return kind_of_class(other), not alike and one.kind is not OperatorClass.CONTRAST
        return kind_of_class(one if other.kind is OperatorClass.PERSON else other), True
    operator = one or other
    if operator is None or operator.group in ATTITUDES:
        return None
    return _type_against_plain(comparison, operator, *((quoted, said) if one else (said, quoted)))


def _closes_clause(comparison: Comparison, pair: Pair) -> bool:
    """Whether the record's word is the last of its clause, and the quotation's of its clause or of the quotation."""
    record, quoted = comparison.record, comparison.quoted
    ends = pair.quoted + 1 >= len(quoted.words) or any(mark in quoted.between(pair.quoted + 1) for mark in ",;.!?:–—")
    return ends and (pair.said + 1 >= len(record) or record.opens_clause(pair.said + 1))


def _type_against_plain(comparison: Comparison, operator: Operator, word: str, plain: str) -> Kind | None:
    """Return the kind of an operator that stands against a word which is none."""
    kind = kind_of_class(operator)
    # "My government" answers for itself, "the government" may be anybody's.
    if plain in ARTICLES and operator.group in _SPEAKERS and is_possessive(word, comparison.lang):
        return kind, True
    if operator.kind in {OperatorClass.PERSON, OperatorClass.CONTRAST}:
        return EditKind.FUNCTION_WORD, False
    auxiliary = operator.kind is OperatorClass.MODALITY and operator.group in {"will", "would"}
    if auxiliary and plain in _DONE.get(comparison.lang, ()):
        return kind, True  # what will be done is not done: "has ended" for "will end"
    if auxiliary and is_function_word(plain, comparison.lang):
        return EditKind.AGREEMENT, False  # "will be" for "is", German passive "werden" for "sind"
    return kind, True


def _type_word(comparison: Comparison, quoted: str, said: str) -> Kind:
    lang = comparison.lang
    if same_word(quoted, said, lang):
        return EditKind.AGREEMENT, False
    if same_spelling(quoted, said, lang):
        return EditKind.SPELLING, False
    functions = is_function_word(quoted, lang) and is_function_word(said, lang)
    alike = sound_alike(quoted, said, lang) and not other_prefix(quoted, said, lang)
    if alike and (functions or quoted[:1] == said[:1]):
        return EditKind.SPELLING, False
    if is_function_word(quoted, lang) or is_function_word(said, lang):
        return EditKind.FUNCTION_WORD, False
    return EditKind.SYNONYM, False
