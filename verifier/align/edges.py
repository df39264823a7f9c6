"""What stands in the record right before and right after the quoted words."""

from __future__ import annotations

import re

from verifier.align.changes import Placed
from verifier.align.difference import Comparison
from verifier.align.repairs import taken_back_after
from verifier.align.replaced import kind_of_class
from verifier.align.stretches import Stretch
from verifier.model.evidence import Edit, EditKind
from verifier.model.text import Span
from verifier.text.folding import fold_words
from verifier.text.leading import opens_hypothesis
from verifier.text.operators import OperatorClass, is_filler, opens_qualifier, operators_in

_CLOSED = re.compile(r"[^\w]*[.!?][\"”’»)\]]*(?:\s|$)")
_STOP = re.compile(r"[.!?](?=[\"”’»)\]]*(?:\s|$))")
_SENTENCE = 5  # quoted words that make a printed sentence rather than a phrase
_LOOK_AHEAD = 400  # characters of the record's sentence that are shown
_LONGEST_CONDITION = 40  # words
_LEADING_FILLERS = 3
_LEADING_WORDS = 5  # words before the cut that are read for an operator
_LONGEST_REST = 15  # words
_DENYING = frozenset({"nicht", "nie", "niemals"})
_AUXILIARIES = frozenset(
    "am is are was were do does did have has had can could may might must shall should will would".split()
)
_ASKING = frozenset({"do", "does", "did"})
_CUTTING = frozenset({OperatorClass.NEGATION, OperatorClass.QUANTIFIER, OperatorClass.CONDITION})
# "I do not think we will": the negation of these verbs is meant of what follows them.
_BELIEF = frozenset({(word,) for word in "think believe say expect suggest imply mean suppose".split()})


def ending_edit(comparison: Comparison, last: Stretch) -> list[Placed]:
    """Return the truncation, if the printed sentence ends where the record's goes on with a qualifier.

    A trailing ellipsis admits the cut; a phrase of a few words that begins inside a sentence claims
    no end. Material, for the reader takes the sentence as whole; the wording itself stays exact.
    """
    quoted, record = comparison.quoted, comparison.record
    pair = last.pairs[-1]
    if not pair.equal or pair.quoted != len(quoted.words) - 1:
        return []
    taken_back = taken_back_after(comparison, last.said_last)
    if taken_back and not quoted.open_end:
        kind, said = taken_back
        return [(len(quoted.words), comparison.edit(kind, (), said, material=True))]
    denied = _denied_after(comparison, last)
    if denied or quoted.open_end:
        return denied
    if not _prints_a_sentence(comparison, last):
        return []
    rest = record.after(pair.said, _LOOK_AHEAD)
    if _CLOSED.match(rest) or not opens_qualifier(fold_words(rest[:80], comparison.lang), comparison.lang):
        return []
    stop = _STOP.search(rest)
    end = record.ends[pair.said] + (stop.start() if stop else len(rest.rstrip()))
    start = min(record.starts[pair.said + 1], end) if pair.said + 1 < len(record) else end
    span = Span(start, end)
    return [(len(quoted.words), Edit(EditKind.TRUNCATION, "", record.cut_out(span), True, None, span))]


def _denied_after(comparison: Comparison, last: Stretch) -> list[Placed]:
    """Return the negation that follows the last quoted word in its clause, or what a last ellipsis hides of one.

    German puts it at the end of the clause, English right behind the auxiliary: "those that are | not".
    """
    if comparison.lang == "en":
        return _denied_auxiliary(comparison, last)
    record, first, size = comparison.record, last.said_last, len(comparison.quoted.words)
    after = first
    while after < len(record) and after - first < _LONGEST_REST and not record.opens_clause(after):
        after += 1
    rest = range(first, after)
    if not rest or comparison.lang != "de" or not _prints_a_sentence(comparison, last):
        return []
    if not comparison.quoted.open_end:
        denied = record.words[first] in _DENYING
        return [(size, comparison.edit(EditKind.NEGATION, (), rest[:1], material=True))] if denied else []
    ends = after >= len(record) or record.opens_clause(after)
    if record.words[first] in _DENYING or (ends and record.words[after - 1] in _DENYING):
        return [(size, comparison.edit(EditKind.OMISSION_MARKED, (), rest, material=True))]
    return []


def _denied_auxiliary(comparison: Comparison, last: Stretch) -> list[Placed]:
    record, after, size = comparison.record, last.said_last, len(comparison.quoted.words)
    if record.words[after - 1] not in _AUXILIARIES or after >= len(record) or record.opens_clause(after):
        return []
    first = next(operators_in(record.words[after : after + 2], comparison.lang), None)
    if first is None or first[0] > 0 or first[2].kind is not OperatorClass.NEGATION:
        return []
    denial = range(after, after + first[1])
    if comparison.quoted.open_end:
        return [(size, comparison.edit(EditKind.OMISSION_MARKED, (), denial, material=True))]
    return [(size, comparison.edit(EditKind.NEGATION, (), denial, material=True))]


def _prints_a_sentence(comparison: Comparison, last: Stretch) -> bool:
    """Whether the quotation's last words begin where a sentence of the record does, or hold its beginning."""
    opens = [pair for pair in last.pairs if comparison.record.opens_sentence(pair.said)]
    if opens:
        return True
    first = last.pairs[0].said
    capital = comparison.quoted.printed(last.first, last.first + 1)[:1].isupper()
    clause = comparison.record.opens_clause(first)
    return (capital or clause) and len(last.pairs) >= _SENTENCE


def beginning_edit(comparison: Comparison, first: Stretch) -> list[Placed]:
    """Return what was left out before a quotation that is printed as a whole sentence.

    A filler ("And we will") is no harm; an operator right before ("Not all ships", "If we leave", "I do
    not think we") governed the first quoted words, and cutting it off changes what they say.
    """
    record, pair = comparison.record, first.pairs[0]
    printed = comparison.quoted.printed(first.first, first.first + 1)
    if not pair.equal or pair.quoted != 0 or not printed[:1].isupper() or record.opens_sentence(pair.said):
        return []
    if record.printed(pair.said, pair.said + 1)[:1].isupper():
        return []  # a capital of its own: "I", a name, a German noun
    if _was_asked(comparison, pair.said):
        return [(0, comparison.edit(EditKind.TRUNCATION, (), (pair.said - 1,), material=True))]
    filler = _leading_filler(comparison, pair.said)
    return filler or _leading_condition(comparison, first) or _governing_operator(comparison, pair.said)


def _was_asked(comparison: Comparison, said: int) -> bool:
    """Whether the record asks what the quotation states: "Do | we think they would stop there?"."""
    record = comparison.record
    asks = any("?" in quotation.text for quotation in comparison.quoted.quotations)
    if comparison.lang != "en" or said == 0 or record.words[said - 1] not in _ASKING or asks:
        return False
    ended = _STOP.search(record.after(said, _LOOK_AHEAD))
    return record.opens_sentence(said - 1) and ended is not None and ended.group() == "?"


def _leading_filler(comparison: Comparison, said: int) -> list[Placed]:
    record = comparison.record
    for low in range(said - 1, max(-1, said - 1 - _LEADING_FILLERS), -1):
        if record.homes[low] != record.homes[said]:
            break
        if record.opens_sentence(low):
            if is_filler(record.words[low:said], comparison.lang):
                return [(0, comparison.edit(EditKind.FILLER, (), range(low, said)))]
            break
    return []


def _leading_condition(comparison: Comparison, first: Stretch) -> list[Placed]:
    """Return the truncation where the record's sentence begins with a condition: "If the court lets us, | we"."""
    record, said = comparison.record, first.pairs[0].said
    if not record.opens_clause(said) or len(first.pairs) < _SENTENCE:
        return []
    low = said
    while low > 0 and not record.opens_sentence(low):
        low -= 1
    lead = record.cut_out(Span(record.starts[low], record.starts[said]))
    if said - low > _LONGEST_CONDITION or not opens_hypothesis(lead, comparison.lang):
        return []
    return [(0, comparison.edit(EditKind.TRUNCATION, (), range(low, said), material=True))]


def _governing_operator(comparison: Comparison, said: int) -> list[Placed]:
    """Return the operator whose last word stands right before word *said* in the same clause, as an edit."""
    record, low = comparison.record, max(0, said - _LEADING_WORDS)
    while low < said and any(record.opens_clause(i) for i in range(low + 1, said + 1)):
        low += 1
    for first, last, operator in operators_in(record.words[low : said + 1], comparison.lang):
        if low + first >= said:
            break  # the first quoted word itself
        words = record.words[low + last : said]
        adjacent = not words
        if operator.kind is OperatorClass.NEGATION:
            adjacent |= words[:1] in _BELIEF and words[1:] in ((), ("that",))
        if adjacent and operator.kind in _CUTTING:
            material = operator.group != "about"
            return [(0, comparison.edit(kind_of_class(operator), (), range(low + first, said), material=material))]
    return []
