"""What stands in the record right before and right after the quoted words."""

from __future__ import annotations

import re

from verifier.align.changes import Placed
from verifier.align.difference import Comparison
from verifier.align.places import Stretch
from verifier.model.evidence import Edit, EditKind
from verifier.model.text import Span
from verifier.text.folding import fold_words
from verifier.text.operators import is_filler, opens_qualifier

_CLOSED = re.compile(r"[^\w]*[.!?][\"”’»)\]]*(?:\s|$)")
_STOP = re.compile(r"[.!?](?=[\"”’»)\]]*(?:\s|$))")
_SENTENCE = 5  # quoted words that make a printed sentence rather than a phrase
_LOOK_AHEAD = 400  # characters of the record's sentence that are shown
_LEADING_FILLERS = 3


def ending_edit(comparison: Comparison, last: Stretch) -> list[Placed]:
    """Return the truncation, if the printed sentence ends where the record's goes on with a qualifier.

    A trailing ellipsis admits the cut; a phrase of a few words that begins inside a sentence claims
    no end. Material, for the reader takes the sentence as whole; the wording itself stays exact.
    """
    quoted, record = comparison.quoted, comparison.record
    pair = last.pairs[-1]
    if quoted.open_end or not pair.equal or pair.quoted != len(quoted.words) - 1:
        return []
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
    """Return the filler left out before a quotation that is printed as a whole sentence ("And we will")."""
    record, pair = comparison.record, first.pairs[0]
    printed = comparison.quoted.printed(first.first, first.first + 1)
    if not pair.equal or pair.quoted != 0 or not printed[:1].isupper() or record.opens_sentence(pair.said):
        return []
    if record.printed(pair.said, pair.said + 1)[:1].isupper():
        return []  # a capital of its own: "I", a name, a German noun
    for size in range(1, _LEADING_FILLERS + 1):
        low = pair.said - size
        if low < 0 or record.homes[low] != record.homes[pair.said]:
            break
        if record.opens_sentence(low):
            if is_filler(record.words[low : pair.said], comparison.lang):
                return [(0, comparison.edit(EditKind.FILLER, (), range(low, pair.said)))]
            break
    return []
