"""The matched words of a statement turn by turn, and the turns around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.model.evidence import Match
from verifier.model.text import Span, hull
from verifier.model.transcript import PlacedTurn, Record, Role
from verifier.retrieve.corpus import Corpus
from verifier.speakers.labels import names_nobody

_UNNAMED = {
    Role.QUESTION: "a journalist",
    Role.MODERATOR: "the moderator",
    Role.INTERPRETER: "an interpreter",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of matched words in one turn of a record; ``span`` is an offset into the transcript's text."""

    record: Record
    turn: PlacedTurn
    span: Span

    @property
    def words(self) -> str:
        """The record's words."""
        return self.inside.cut(self.turn.turn.text)

    @property
    def inside(self) -> Span:
        """The place of the words in their turn's text."""
        start, end = self.turn.span.start, self.turn.span.end
        return Span(max(self.span.start, start) - start, max(start, min(self.span.end, end)) - start)


def pieces_of(match: Match, corpus: Corpus) -> tuple[Piece, ...]:
    """Return the match's spans with their turns, in the order of the quotation."""
    return pieces_in(match.record, match.alignment.spans, corpus, (match.turn,))


def pieces_in(
    record: Record, spans: Iterable[Span], corpus: Corpus, known: tuple[PlacedTurn, ...] = ()
) -> tuple[Piece, ...]:
    """Return *spans* of *record* with their turns; turns other than the *known* ones are read."""
    places = tuple(spans)
    turns = known
    if not all(any(turn.span.holds(span) for turn in known) for span in places):
        turns = tuple(corpus.turns(record.version, hull(*places)))
    return tuple(Piece(record, turn, span) for span in places for turn in turns if turn.span.meets(span))


def turn_before(piece: Piece, corpus: Corpus) -> PlacedTurn | None:
    """Return the turn right before the piece's own, None for the first one."""
    return _beside(piece, corpus, -1)


def turn_after(piece: Piece, corpus: Corpus) -> PlacedTurn | None:
    """Return the turn right after the piece's own, None for the last one."""
    return _beside(piece, corpus, 1)


def _beside(piece: Piece, corpus: Corpus, step: int) -> PlacedTurn | None:
    wanted = piece.turn.number + step
    if wanted < 0:
        return None
    # Turns are joined by one newline; an empty one between would be missed by a narrower look.
    around = Span(max(0, piece.turn.span.start - 3), piece.turn.span.end + 3)
    found = corpus.turns(piece.record.version, around)
    return next((turn for turn in found if turn.number == wanted), None)


def speaker_words(placed: PlacedTurn) -> str:
    """Return who holds a turn, for readers: a name, else the label in marks, else what they do there."""
    turn = placed.turn
    name = turn.speaker or turn.label
    if name and not names_nobody(name):
        return name
    if turn.role in _UNNAMED:
        return _UNNAMED[turn.role]
    return f"“{name}”" if name else "an unnamed speaker"


def explain_turns(pieces: Iterable[Piece]) -> str | None:
    """Return in which turns, and whose, matched words stand that lie in several; None for those of one."""
    turns = {piece.turn.number: speaker_words(piece.turn) for piece in pieces}
    if len(turns) < 2:
        return None
    return f"the words stand in {len(turns)} turns: {', '.join(f'{n} ({who})' for n, who in sorted(turns.items()))}"
