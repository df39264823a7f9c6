"""Indirect speech: reported clauses without marks, each with its cue and its speaker's phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.extract import german
from verifier.extract.cue_forms import source_at
from verifier.extract.german_verbs import german_class
from verifier.extract.subjects import Phrase, noun_after, noun_before, subject_of
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import Reporting, reporting_class, reports_only_beside
from verifier.model.text import Span

_CLAUSES = frozenset({"ccomp"})
_CONJUNCTIONS = frozenset({"that", "dass", "daß", "ob", "que", "whether", "if"})
_FEWEST_WORDS = 3
_PARENTHESIS = 8  # tokens of a cue that stands between commas
_TELLING = frozenset("said says say told tells saying".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """One reported clause: its place, the cue and the phrase that names who said it."""

    sentence: int
    span: Span
    cue: Span
    mention: Span
    head: Span  # the head word of the mention


def _holds_marks(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.quoted >= 0 for token in sentence.tokens[first:last])


def _clause(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the tokens of the clause that is the verb's object, without its conjunction and edge signs."""
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep not in _CLAUSES or sentence.tokens[child].quoted >= 0:
            continue
        inside = sentence.subtree(child)
        first, last = inside[0], inside[-1] + 1
        if first < verb < last:
            return _longer(sentence, (first, verb), (verb + 1, last))
        return _edges(sentence, first, last)
    return _around(sentence, verb)


def _longer(sentence: Sentence, *parts: tuple[int, int]) -> tuple[int, int] | None:
    """Return the longest of the parts that a cue cuts a clause into: "The test, officials said, was the biggest"."""
    edges = [part for first, last in parts if (part := _edges(sentence, first, last))]
    return max(edges, key=lambda part: part[1] - part[0], default=None)


def _around(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the sentence that a cue between commas belongs to: "Beyond that, he said, the bank may …"."""
    if sentence.tokens[verb].dep != "parataxis":
        return None
    inside = sentence.subtree(verb)
    if len(inside) > _PARENTHESIS:
        return None
    return _longer(sentence, (0, inside[0]), (inside[-1] + 1, len(sentence.tokens)))


def _edges(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    tokens = sentence.tokens
    while first < last and (tokens[first].is_sign or tokens[first].lower in _CONJUNCTIONS):
        first += 1
    while last > first and tokens[last - 1].is_sign:
        last -= 1
    words = sum(not token.is_sign for token in tokens[first:last])
    return (first, last) if words >= _FEWEST_WORDS else None


def _by_verb(sentence: Sentence, verb: int) -> Reported | None:
    """Return the clause that a reporting verb reports: "Kirby said that …", "…, Kirby said"."""
    clause = _clause(sentence, verb)
    subject = subject_of(sentence, verb)
    if clause is None or subject is None or _holds_marks(sentence, *clause):
        return None
    return _reported(sentence, clause, (verb, verb + 1), subject)


def _reported(sentence: Sentence, clause: tuple[int, int], cue: tuple[int, int], subject: Phrase) -> Reported:
    return Reported(
        sentence.number,
        sentence.cut(*clause),
        sentence.cut(*cue),
        sentence.cut(subject.first, subject.last),
        sentence.cut(subject.head, subject.head + 1),
    )


def _according(sentence: Sentence, number: int, length: int) -> Reported | None:
    """Return the sentence that "according to" somebody reports, its own words left out."""
    tokens = sentence.tokens
    if _holds_marks(sentence, 0, len(tokens)):
        return None
    source = noun_after(sentence, number + length)
    if source is None:
        return None
    before = _edges(sentence, 0, number)
    after = _edges(sentence, source.last, len(tokens))
    clause = max((part for part in (before, after) if part), key=lambda part: part[1] - part[0], default=None)
    return _reported(sentence, clause, (number, number + length), source) if clause is not None else None


def _by_place(sentence: Sentence, verb: int) -> Reported | None:
    """Return what follows "said that", where no parser tells clauses."""
    tokens = sentence.tokens
    at = verb + 1
    if at >= len(tokens) or tokens[verb].lower not in _TELLING:
        return None
    told = tokens[verb].lower.startswith("t")
    that = next((n for n in range(at, min(at + (4 if told else 1), len(tokens))) if tokens[n].lower == "that"), None)
    subject = noun_before(sentence, verb, 0)
    clause = _edges(sentence, that, len(tokens)) if that is not None else None
    if clause is None or subject is None or _holds_marks(sentence, *clause):
        return None
    return _reported(sentence, clause, (verb, verb + 1), subject)


def _in_german(sentence: Sentence) -> Reported | None:
    """Return what "sagte X, dass", "…, sagte X", a subjunctive or "laut X" report."""
    cue = german.speaks_in(sentence)
    if cue is None or cue.subject is None or _holds_marks(sentence, 0, len(sentence.tokens)):
        return None
    tokens, end = sentence.tokens, max(cue.last, cue.subject.last)
    if not german_class(tokens[cue.first].text):
        parts = [(0, cue.first), (end, len(tokens))]
    elif cue.first and tokens[cue.first - 1].text == "," and cue.subject.first > cue.first:
        parts = [(0, cue.first - 1)]
    else:
        comma = next((n for n in range(end, len(tokens)) if tokens[n].text == ","), None)
        told = comma is not None and (tokens[comma + 1 : comma + 2] and tokens[comma + 1].lower in _CONJUNCTIONS)
        parts = [(comma, len(tokens))] if comma is not None and (told or german.reports(sentence)) else []
    clause = _longer(sentence, *parts)
    return _reported(sentence, clause, (cue.first, cue.last), cue.subject) if clause is not None else None


def find_reported(sentences: Sequence[Sentence]) -> list[Reported]:
    """Return the reported clauses without marks, in order; a clause inside another's is left out."""
    found: list[Reported] = []
    for sentence in sentences:
        if sentence.german:
            reported = _in_german(sentence)
            found.extend([reported] if reported is not None else [])
            continue
        inner: list[Reported] = []
        for number, token in enumerate(sentence.tokens):
            if token.quoted >= 0:
                continue
            reported = None
            length = source_at(sentence, number)
            if length:
                reported = _according(sentence, number, length)
            elif reporting_class(token.text) is Reporting.SPEECH and token.is_verb:
                if sentence.parsed and not (reports_only_beside(token.text) and not token.is_verb):
                    reported = _by_verb(sentence, number)
                elif not sentence.parsed:
                    reported = _by_place(sentence, number)
            if reported is not None:
                inner.append(reported)
        found.extend(r for r in inner if not any(o is not r and o.span.holds(r.span) for o in inner))
    return found
