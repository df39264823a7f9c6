"""Words of a statement that stand apart from its best place: in a question, another's turn, or another event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verifier.align.aligning import align
from verifier.align.parts import cut_at_honest_marks
from verifier.align.wording import judge_wording
from verifier.axes.pieces import Piece, pieces_in, pieces_of, speaker_words
from verifier.axes.records import cited, one_line, same_event
from verifier.axes.strays import LEAST_WORDS, cut_out, differing_end
from verifier.matching.glance import Glance
from verifier.matching.places import find_places
from verifier.matching.windows import around, crop
from verifier.model.article import Quotation, Statement
from verifier.model.evidence import Alignment, Match, Wording
from verifier.model.policy import Policy
from verifier.model.text import Span, hull
from verifier.model.transcript import PlacedTurn, Record, Role
from verifier.retrieve.corpus import Corpus
from verifier.retrieve.ranking import bits
from verifier.speakers.registry import People
from verifier.text.folding import fold_words

_FAITHFUL = frozenset({Wording.EXACT, Wording.MARKED, Wording.CLEANED})
_STRONG = 0.9  # of a half's weight that must stand in order where it is found
_SEEMS = 0.5  # of it that must seem to stand there before it is compared word by word
_BESIDE = 4_000  # characters on either side of the place in which other speakers' turns are read


@dataclass(frozen=True, slots=True)
class Half:
    """Quoted words that stand elsewhere than the rest, with their pieces of the record and where it is."""

    span: Span | None  # in the text that was quoted from, where it is told
    text: str
    pieces: tuple[Piece, ...]
    two_events: bool  # both halves stand in one pair of marks, in different events
    one_pair: bool  # they share their marks with the rest
    reason: str

    @property
    def record(self) -> Record:
        """The record that holds these words."""
        return self.pieces[0].record


@dataclass(frozen=True, slots=True)
class _Rest:
    """Quoted words without counterpart at the best place, and what is left of their quotation."""

    span: Span
    text: str
    kept: tuple[Quotation, ...]  # the statement's other words
    one_pair: bool


def other_half(statement: Statement, match: Match, corpus: Corpus, people: People, policy: Policy) -> Half | None:
    """Return the statement's words that *match* lacks and that stand, word for word, somewhere else.

    Near the place in another speaker's turn: question and answer run together. In another event:
    then each half must have the words and the information that one place needs.
    """
    if joined := _joined_turns(match, corpus):
        return joined
    if not _may_lack_half(match, policy):
        return None
    for rest in _rests(statement, match, corpus, policy):
        found = _beside(rest, statement, match, corpus, policy) or _elsewhere(
            rest, statement, match, corpus, people, policy
        )
        if found is not None:
            return found
    return None


def _may_lack_half(match: Match, policy: Policy) -> bool:
    """Return whether the place holds some of the words by the sentence, and lacks others."""
    lacks = match.wording not in _FAITHFUL or match.alignment.parts_found < match.alignment.parts
    return lacks and match.wording is not Wording.FRAGMENT and match.alignment.longest_run >= policy.min_words


def _joined_turns(match: Match, corpus: Corpus) -> Half | None:
    """Return the words of a question, or another's turn, that stand in one part with the next turn's words."""
    if match.alignment.parts > 1 or match.alignment.first_turn == match.alignment.last_turn:
        return None
    pieces = pieces_of(match, corpus)
    asked = [piece for piece in pieces if piece.turn.turn.role is Role.QUESTION]
    others = [piece for piece in pieces if piece.turn.turn.speaker != match.turn.turn.speaker]
    apart = asked if 0 < len(asked) < len(pieces) else others
    if sum(len(piece.words.split()) for piece in apart) < LEAST_WORDS:
        return None
    words = " ".join(piece.words for piece in apart)
    return Half(None, words, tuple(apart), False, True, _in_other_turn(words, apart[0]))


def _in_other_turn(words: str, piece: Piece) -> str:
    return f"“{one_line(words)}” stands in another turn of the same record, that of {speaker_words(piece.turn)}"


def _rests(statement: Statement, match: Match, corpus: Corpus, policy: Policy) -> Iterator[_Rest]:
    """Yield the stretches of the quotation that the place lacks: whole parts, else the longest at an end."""
    if match.alignment.parts_found < match.alignment.parts:
        yield from _missing_parts(statement, match, corpus, policy)
        return
    for quotation in statement.quotations:
        if (span := differing_end(quotation, match, statement.lang)) is not None:
            yield _rest_of(statement, quotation, span)


def _missing_parts(statement: Statement, match: Match, corpus: Corpus, policy: Policy) -> Iterator[_Rest]:
    turns = _around(match, statement, corpus)
    for span in cut_at_honest_marks(statement.quotations, statement.lang, policy.max_quotation_words):
        quotation = next(one for one in statement.quotations if one.span.holds(span))
        part = cut_out(quotation, span)
        alignment = align((part,), turns, statement.lang, policy, match.record.lang)
        if alignment is None or alignment.score < 1 - _STRONG / 2:
            yield _rest_of(statement, quotation, span)


def _around(match: Match, statement: Statement, corpus: Corpus) -> tuple[PlacedTurn, ...]:
    """Return the record's words around a place, as far as the quotation may reach."""
    window = around(hull(*match.alignment.spans), len(statement.text))
    return crop(corpus.turns(match.record.version, window), window)


def _rest_of(statement: Statement, quotation: Quotation, span: Span) -> _Rest:
    """Return the words at *span* as a rest, with the statement's others."""
    sides = [Span(quotation.span.start, span.start), Span(span.end, quotation.span.end)]
    own = [
        cut_out(quotation, side) for side in sides if any(letter.isalnum() for letter in cut_out(quotation, side).text)
    ]
    others = [one for one in statement.quotations if one is not quotation]
    kept = tuple(sorted([*own, *others], key=lambda one: one.span.start))
    return _Rest(span, cut_out(quotation, span).text, kept, bool(own))


def _beside(rest: _Rest, statement: Statement, match: Match, corpus: Corpus, policy: Policy) -> Half | None:
    """Return the rest where another speaker's turn near the place holds it: a question, or another's answer."""
    if len(fold_words(rest.text, statement.lang)) < LEAST_WORDS:
        return None
    place = hull(*match.alignment.spans)
    window = Span(max(0, place.start - _BESIDE), place.end + _BESIDE)
    near = crop(corpus.turns(match.record.version, window), window)
    others = [turn for turn in near if turn.turn.speaker != match.turn.turn.speaker]
    if Glance([rest.text]).share("\n".join(placed.turn.text for placed in others)) < _SEEMS:
        return None
    alignment = align((Quotation(rest.span, rest.text),), others, statement.lang, policy, match.record.lang)
    if alignment is None or alignment.score < _STRONG or alignment.longest_run < LEAST_WORDS:
        return None
    pieces = pieces_in(match.record, alignment.spans, corpus)
    return Half(rest.span, rest.text, pieces, False, rest.one_pair, _in_other_turn(rest.text, pieces[0]))


def _elsewhere(
    rest: _Rest, statement: Statement, match: Match, corpus: Corpus, people: People, policy: Policy
) -> Half | None:
    """Return the rest where another event holds it, and the place holds the others, each beyond chance."""
    if not _is_strong(rest.kept, statement, match, corpus, policy):
        return None
    asked = replace(statement, quotations=(Quotation(rest.span, rest.text),))
    found = find_places(asked, corpus, people, policy).best
    if found is None or found.wording not in _FAITHFUL or found.wording_score < _STRONG:
        return None
    if same_event(found, match, corpus):
        return None
    where = f"{cited(found.record)}, spoken by {speaker_words(found.turn)}"
    reason = f"“{one_line(rest.text)}” stands in another event, {where}"
    return Half(rest.span, rest.text, pieces_of(found, corpus), rest.one_pair, rest.one_pair, reason)


def _is_strong(
    quotations: tuple[Quotation, ...], statement: Statement, match: Match, corpus: Corpus, policy: Policy
) -> bool:
    """Return whether these words stand at the place, word for word, and tell enough to identify it."""
    turns = _around(match, statement, corpus)
    alignment: Alignment | None = align(quotations, turns, statement.lang, policy, match.record.lang)
    words = tuple(word for one in quotations for word in fold_words(one.text, statement.lang))
    wording = judge_wording(alignment, len(words), bits(words, corpus), policy)
    return alignment is not None and alignment.score >= _STRONG and wording in _FAITHFUL
