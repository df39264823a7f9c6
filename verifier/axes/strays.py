"""Words at an end of a quotation that its place lacks, and whether they stand, as they are, in another event."""

from __future__ import annotations

from dataclasses import replace

from verifier.axes.records import cited, one_line, same_event
from verifier.matching.places import find_places, place_in
from verifier.model.article import Quotation, Statement
from verifier.model.evidence import EditKind, Match, Stray
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People
from verifier.text.folding import fold, fold_words

LEAST_WORDS = 4  # fewer differing words are a change, not a part
_AGREES = 1.5  # what an agreeing word takes from a run of differing ones
_WHOLE = 0.9  # of the stray words' weight that must stand in order where they are found
_PLACE = 0.5  # a place that holds less of a quotation is none, whatever stands elsewhere
_SMALL = frozenset({EditKind.CASE, EditKind.PUNCTUATION, EditKind.CONTRACTION, EditKind.SPELLING, EditKind.FILLER})


def explain_stray(stray: Stray | None) -> str | None:
    """Return what readers are told of stray words, None where there are none."""
    if stray is None:
        return None
    return f"“{one_line(stray.text)}” stands in other records, as in {stray.where}, and not at this place"


def stray_of(statement: Statement, match: Match, corpus: Corpus, people: People, policy: Policy) -> Stray | None:
    """Return the words at an end of a one-part statement that *match* lacks and that stand elsewhere as they are.

    None where the place holds less than half of them: it is no place of the quotation then.
    """
    if match.alignment.parts > 1 or not match.alignment.edits or match.wording_score < _PLACE:
        return None
    for quotation in statement.quotations:
        span = differing_end(quotation, match, statement.lang)
        if span is None:
            continue
        rest = cut_out(quotation, span)
        asked = replace(statement, quotations=(rest,))
        places = find_places(asked, corpus, people, policy)
        found = places.best
        if found is None or found.wording_score < _WHOLE or same_event(found, match, corpus):
            continue
        own = place_in(match.record, asked, places, corpus, people, policy)
        if own is None or own.wording_score < _WHOLE:
            return Stray(rest.text, len(fold_words(rest.text, statement.lang)), cited(found.record))
    return None


def differing_end(quotation: Quotation, match: Match, lang: str) -> Span | None:
    """Return the longest run of words at either end of a quotation that mostly differ from the place's."""
    told = _told_apart(quotation, match, lang)
    differs = [differing for _, _, differing in told]
    first, last = _run_length(differs), _run_length(differs[::-1])
    if max(first, last) < LEAST_WORDS or max(first, last) == len(told):
        return None
    chosen = told[:first] if first >= last else told[len(told) - last :]
    return Span(chosen[0][1].start, chosen[-1][1].end)


def agreeing_words(statement: Statement, match: Match) -> tuple[str, ...]:
    """Return the folded words of a statement that the place has too: what identifies it."""
    told = (word for quotation in statement.quotations for word in _told_apart(quotation, match, statement.lang))
    return tuple(word for word, _, differing in told if not differing)


def _told_apart(quotation: Quotation, match: Match, lang: str) -> list[tuple[str, Span, bool]]:
    """Return the folded words of a quotation with their places and whether the record has others there."""
    folded = fold(quotation.text, lang)
    base = quotation.span.start
    loud = [
        edit.quoted_span
        for edit in match.alignment.edits
        if edit.quoted_span and edit.kind not in _SMALL and edit.quoted.strip()
    ]
    words = []
    for word, start, end in zip(folded.words, folded.starts, folded.ends, strict=True):
        place = Span(base + start, base + end)
        words.append((word, place, any(span.holds(place) for span in loud)))
    return words


def _run_length(differs: list[bool]) -> int:
    """Return how many words from the start differ for the most part: the length of the heaviest beginning."""
    best, length, weight = 0.0, 0, 0.0
    for number, differing in enumerate(differs, 1):
        weight += 1.0 if differing else -_AGREES
        if weight > best:
            best, length = weight, number
    return length


def cut_out(quotation: Quotation, span: Span) -> Quotation:
    """Return the part of a quotation at *span* as a quotation of its own, its place kept."""
    start, end = span.start - quotation.span.start, span.end - quotation.span.start
    return replace(quotation, span=span, text=quotation.text[start:end])
