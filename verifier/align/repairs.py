"""A speaker's own corrections: "forty — sorry, fourteen — pilots". What was taken back is quoted by nobody.

Left out with its editing term it is a stutter; quoted as if it stood it is another number, name or word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.align.difference import Comparison
from verifier.align.pairing import Pair
from verifier.align.record import RecordWords
from verifier.align.replaced import Kind, kind_of_class
from verifier.align.stretches import Stretch
from verifier.model.evidence import EditKind
from verifier.text.operators import Operator, OperatorClass, is_content_word, is_filler, operators_in
from verifier.text.quantities import date_word, is_number_word
from verifier.text.repairs import editing_term_at

_DASH = re.compile(r"[—–]|--|\s-\s|\.\.\.|…")
_LONGEST_REPARANDUM = 8  # words
_LONGEST_DROP = 16  # words from the first taken back to the repair
_LONGEST_FRAME = 4
_SLACK = 2  # words by which a repair may be longer than what it stands for
_UNTELLING = frozenset({OperatorClass.PERSON, OperatorClass.CONTRAST})


def onto_repairs(record: RecordWords, stretch: Stretch, lang: str) -> Stretch:
    """Return the stretch with words moved from what was taken back onto its repair, where both hold them.

    "nearly a hundred — excuse me — nearly 1 million": the quoted "nearly" is the second.
    """
    pairs = list(stretch.pairs)
    for k in range(len(pairs) - 1, 0, -1):
        gap = range(pairs[k - 1].said + 1, pairs[k].said)
        if pairs[k].equal and 0 < len(gap) <= _LONGEST_DROP + _LONGEST_FRAME:
            for first, last in _terms(record, gap, lang):
                moved = _moved(record, pairs, k, first, last)
                if moved:
                    pairs = moved
                    break
    return Stretch(stretch.part, stretch.first, stretch.last, tuple(pairs)) if pairs != list(stretch.pairs) else stretch


def _moved(record: RecordWords, pairs: list[Pair], k: int, first: int, last: int) -> list[Pair] | None:
    """Return the pairs with those before *k* moved so that pair *k* and its like follow the term at once."""
    moved, at, said = list(pairs), k, pairs[k].said
    while said > last and at > 0:
        before = moved[at - 1]
        adjacent = before.equal and before.quoted == moved[at].quoted - 1 and before.said < first
        if not adjacent or record.words[said - 1] != record.words[before.said]:
            return None
        at, said = at - 1, said - 1
        moved[at] = Pair(before.quoted, said, True)
    return moved if said == last and at < k else None


def _terms(record: RecordWords, numbers: range, lang: str) -> Iterator[tuple[int, int]]:
    """Yield the editing terms among these record words, half-open: each behind a mark, in one turn."""
    for at in numbers:
        if not record.opens_clause(at) or record.between(at) == "\n":
            continue
        marked = range(at + 1, min(at + 5, len(record)))
        # "… fifty. No, it will not" answers, and takes nothing back.
        closed = [] if record.opens_sentence(at) else [i for i in marked if record.opens_clause(i)]
        size = editing_term_at(record.words, at, lang, closed=closed)
        if size:
            yield at, at + size


def takes_back(comparison: Comparison, said: Sequence[int]) -> bool:
    """Return whether the left-out words end with an editing term and what stands after it is said in their place."""
    record, lang = comparison.record, comparison.lang
    first, after = said[0], said[-1] + 1
    for term, end in _terms(record, range(first + 1, after), lang):
        plain = term - first <= _LONGEST_REPARANDUM and is_filler(record.words[end:after], lang)
        whole = not any(record.opens_sentence(i) for i in range(first + 1, term))
        if plain and whole and after < len(record) and _restated(comparison, range(first, term), after):
            return True
    return False


def _restated(comparison: Comparison, taken: range, after: int) -> bool:
    """Whether the repair begins with the same word, or has a counterpart for every telling word taken back."""
    words = comparison.theirs(taken)
    repair = comparison.record.words[after : after + len(taken) + _SLACK]
    if repair[0] == words[0]:
        return True
    return _classes(words, comparison.lang) <= _classes(repair, comparison.lang)


def _classes(words: Sequence[str], lang: str) -> set[str]:
    """Return what kinds of telling words these are: numbers, dates, negations and other operators."""
    found = {str(operator.kind) for operator in _telling(words, lang)}
    found |= {"number" for word in words if is_number_word(word, lang)}
    return found | {"date" for word in words if date_word(word, lang)}


def _telling(words: Sequence[str], lang: str) -> list[Operator]:
    return [operator for _, _, operator in operators_in(words, lang) if operator.kind not in _UNTELLING]


def restarts(comparison: Comparison, said: Sequence[int]) -> bool:
    """Return whether a phrase breaks off at a dash and is begun anew, whatever was thrown in between.

    "his outstanding — and I'm not — it's not hyperbole — his outstanding leadership".
    """
    record, first, after = comparison.record, said[0], said[-1] + 1
    if after - first > _LONGEST_DROP or any(record.opens_sentence(i) for i in range(first + 1, after)):
        return False
    frames = [(at, size) for size in range(1, _LONGEST_FRAME + 1) for at in (first, first - size) if at >= 0]
    return any(_begun_anew(comparison, at, at + after - first, size) for at, size in frames if size < after - first)


def _begun_anew(comparison: Comparison, low: int, again: int, size: int) -> bool:
    """Whether the phrase at *low* breaks off at a dash and stands again, behind another, at *again*."""
    record = comparison.record
    frame = record.words[low : low + size]
    told = size > 1 or is_content_word(frame[0], comparison.lang)
    alike = told and frame == record.words[again : again + size]
    return alike and all(_DASH.search(record.between(i)) is not None for i in (low + size, again))


def keeps_what_was_taken_back(comparison: Comparison, said: Sequence[int]) -> Kind | None:
    """Return the kind of word quoted as if it stood, where the left-out words take it back; None elsewhere.

    "We will hire forty pilots" for "forty — sorry, fourteen — pilots": a number.
    """
    record, after = comparison.record, said[-1] + 1
    for term, end in _terms(record, range(said[0], after), comparison.lang):
        size = term - said[0]
        if size and record.words[said[0] : term] != record.words[after : after + size]:
            continue  # "forty pilots, sorry, fourteen | pilots" is "forty | pilots, sorry, fourteen pilots |"
        repair = range(end, after + size)
        if 0 < len(repair) <= _LONGEST_REPARANDUM:
            low = max(0, term - len(repair) - _SLACK)
            while low < term - 1 and any(record.opens_sentence(i) for i in range(low + 1, term)):
                low += 1
            return _kind_of_retraction(comparison, range(low, term), repair)
    return None


def taken_back_after(comparison: Comparison, after: int) -> tuple[EditKind, range] | None:
    """Return the kind and the record words by which the words before *after*, the last quoted, are taken back at once.

    "We will hire forty." for "We will hire forty — sorry, fourteen."; None where nothing takes them back.
    """
    record = comparison.record
    for term, end in _terms(record, range(after, min(after + 1, len(record))), comparison.lang):
        last = end + 1
        while last < len(record) and last - end < _LONGEST_REPARANDUM and not record.opens_clause(last):
            last += 1
        repair = range(end, min(last, len(record)))
        kind = _kind_of_retraction(comparison, range(max(0, term - len(repair)), term), repair) if repair else None
        if kind:
            return kind[0], range(term, repair.stop)
    return None


def _kind_of_retraction(comparison: Comparison, taken: range, repair: range) -> Kind | None:
    """Return what the repair puts in the place of the words taken back, if it is of one kind with them."""
    lang = comparison.lang
    ours, theirs = comparison.theirs(taken), comparison.theirs(repair)
    persons = {word for word in theirs for _, _, op in operators_in((word,), lang) if op.kind is OperatorClass.PERSON}
    if not persons <= set(ours):
        return None  # "forty — excuse me, I need two minutes": an aside
    operators = _telling(ours, lang), _telling(theirs, lang)
    denied = [sum(op.kind is OperatorClass.NEGATION for op in side) for side in operators]
    if denied[1] > denied[0]:  # "fifty — no, not five hundred" keeps the fifty
        return (EditKind.NEGATION, True) if len(set(ours) & set(theirs)) > 1 else None
    fresh, stale = set(theirs) - set(ours), set(ours) - set(theirs)
    for kind, is_of_kind in ((EditKind.DATE, date_word), (EditKind.NUMBER, is_number_word)):
        if any(is_of_kind(word, lang) for word in fresh) and any(is_of_kind(word, lang) for word in stale):
            return kind, True
    names = [[i for i in side if comparison.said_name(i)] for side in (taken, repair)]
    if all(names) and set(comparison.theirs(names[0])).isdisjoint(comparison.theirs(names[1])):
        return EditKind.NAME, True
    return _kind_of_operators(*operators)


def _kind_of_operators(ours: list[Operator], theirs: list[Operator]) -> Kind | None:
    for operator in theirs:
        same_kind = [other for other in ours if other.kind is operator.kind]
        if same_kind and all(other.group != operator.group for other in same_kind):
            return kind_of_class(operator), True
    return None
