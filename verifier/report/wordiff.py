"""A word diff: the quotation's words beside the record's, from the typed edits of an alignment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from verifier.model.article import Quotation, Statement
from verifier.model.evidence import Edit, EditKind, Match
from verifier.model.text import Span

SEAM = " … "  # between the parts of a statement, and between the places in a record
_NEXT = 2  # characters between places that follow each other: a space, perhaps a comma
_SILENT = frozenset({EditKind.CASE, EditKind.PUNCTUATION})
_MARKED = frozenset({EditKind.OMISSION_MARKED, EditKind.INSERTION_BRACKETED})


class State(StrEnum):
    """How a piece of text stands to the other side."""

    EQUAL = "equal"
    CHANGED = "changed"  # the other side has other words here
    ADDED = "added"  # only the quotation has it
    DROPPED = "dropped"  # only the record has it
    MARKED = "marked"  # the quotation shows by an ellipsis or a bracket that it departs here


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of printed text in one state."""

    text: str
    state: State
    material: bool = False  # the meaning hangs on it


@dataclass(frozen=True, slots=True)
class _Cut:
    """An edit with its place in one side's printed text; an empty place is a gap."""

    edit: Edit
    start: int
    end: int


def word_diff(statement: Statement, match: Match) -> tuple[Piece, ...]:
    """Return one running text in the order of the quotation: dropped are the record's words, added the quotation's."""
    sides = _quotation_sides(statement, match)
    pieces: list[Piece] = []
    for number, (text, cuts) in enumerate(sides):
        if number:
            pieces.append(Piece(SEAM, State.EQUAL))
        for between, cut in _walk(text, cuts):
            pieces.append(Piece(between, State.EQUAL))
            if cut:
                pieces.extend(_both(cut.edit, text[cut.start : cut.end]))
    return _spaced(pieces)


def quotation_sides(statement: Statement, match: Match | None) -> tuple[tuple[Piece, ...], ...]:
    """Return each quotation as printed, in pieces: what differs from the record is changed, added or marked."""
    if match is None:
        return tuple((Piece(quotation.text, State.EQUAL),) for quotation in statement.quotations)
    return tuple(_merged(_side(text, cuts, State.ADDED)) for text, cuts in _quotation_sides(statement, match))


def record_side(match: Match) -> tuple[Piece, ...]:
    """Return the record's words at the matched places: what differs from the quotation is changed, dropped or marked.

    Between two places stand the words that an honest ellipsis leaves out, where an edit tells them.
    """
    pieces: list[Piece] = []
    last: Span | None = None
    for text, span in _places(match):
        if last:
            pieces.append(_gap(match.alignment.edits, last, span))
        cuts = [
            _Cut(edit, edit.said_span.start - span.start, edit.said_span.end - span.start)
            for edit in match.alignment.edits
            if edit.said_span and edit.said_span.start < edit.said_span.end and span.holds(edit.said_span)
        ]
        pieces.extend(_side(text, cuts, State.DROPPED))
        last = span
    return _merged(pieces)


def _gap(edits: Iterable[Edit], before: Span, after: Span) -> Piece:
    """Return the record's words between two places: a space where there are none, an ellipsis where no edit tells."""
    if 0 <= after.start - before.end <= _NEXT:
        return Piece(" ", State.EQUAL)
    for edit in edits:
        if edit.said_span and before.end <= edit.said_span.start and edit.said_span.end <= after.start:
            said = edit.said.strip()
            return Piece(f"{' ' if said[:1].isalnum() else ''}{said} ", State.MARKED, edit.material)
    return Piece(SEAM, State.EQUAL)


def _side(text: str, cuts: Sequence[_Cut], alone: State) -> Iterator[Piece]:
    """Yield one side's own words; *alone* is the state of words that the other side has not at all."""
    for between, cut in _walk(text, cuts):
        yield Piece(between, State.EQUAL)
        if cut:
            yield Piece(text[cut.start : cut.end], _state(cut.edit, alone), cut.edit.material)


def _state(edit: Edit, alone: State) -> State:
    if edit.kind in _SILENT:
        return State.EQUAL
    if edit.kind in _MARKED:
        return State.MARKED
    return State.CHANGED if edit.quoted.strip() and edit.said.strip() else alone


def _both(edit: Edit, printed: str) -> Iterator[Piece]:
    """Yield an edit in the running text: the record's words first, then the quotation's."""
    if edit.kind in _SILENT:
        yield Piece(printed, State.EQUAL)
    elif edit.kind in _MARKED:
        yield Piece(printed or SEAM.strip(), State.MARKED, edit.material)
    else:
        yield Piece(edit.said.strip(), State.DROPPED, edit.material)
        yield Piece(printed, State.ADDED, edit.material)


def _walk(text: str, cuts: Iterable[_Cut]) -> Iterator[tuple[str, _Cut | None]]:
    """Yield the text before each cut with the cut, then what is left; cuts that overlap an earlier one are left out."""
    at = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if cut.start < at or cut.end > len(text):
            continue
        yield text[at : cut.start], cut
        at = cut.end
    yield text[at:], None


def _quotation_sides(statement: Statement, match: Match) -> list[tuple[str, list[_Cut]]]:
    """Return each quotation's text with the edits that stand in it.

    An edit that names no place (words of the record that the quotation leaves out) stands after
    the word that precedes it in the record, as far as that can be told; what the record says after
    the last matched word stands at the end.
    """
    sides: list[tuple[str, list[_Cut]]] = [(quotation.text, []) for quotation in statement.quotations]
    number = at = 0
    for edit in match.alignment.edits:
        number, cut = _cut_of(edit, statement.quotations, match, number, at)
        if number < len(sides):
            sides[number][1].append(cut)
            at = cut.end
    return sides


def _cut_of(edit: Edit, quotations: Sequence[Quotation], match: Match, number: int, at: int) -> tuple[int, _Cut]:
    """Return the number of the quotation in which an edit stands, and its place there."""
    span = edit.quoted_span
    for index, quotation in enumerate(quotations):
        if span and quotation.span.holds(span):
            start = min(span.start - quotation.span.start, len(quotation.text))
            return index, _Cut(edit, start, min(span.end - quotation.span.start, len(quotation.text)))
    if quotations and _follows(edit, match):
        end = len(quotations[-1].text)
        return len(quotations) - 1, _Cut(edit, end, end)
    text = quotations[number].text if number < len(quotations) else ""
    found = text.find(edit.quoted, at) if edit.quoted else -1
    if found >= 0:
        return number, _Cut(edit, found, found + len(edit.quoted))
    start = _after_word_before(edit, text, match, at)
    return number, _Cut(edit, start, start)


def _follows(edit: Edit, match: Match) -> bool:
    """Return whether an edit tells what the record goes on with after the last matched word."""
    spans = match.alignment.spans
    return bool(edit.said_span and spans and edit.said_span.start >= max(span.end for span in spans))


def _after_word_before(edit: Edit, text: str, match: Match, at: int) -> int:
    """Return the place in *text* after the word that stands before the edit in the record; *at* if there is none."""
    for said, span in _places(match):
        if edit.said_span and span.holds(edit.said_span):
            before = said[: edit.said_span.start - span.start].split()
            found = text.lower().find(before[-1].lower(), at) if before else -1
            return found + len(before[-1]) if found >= 0 else at
    return at


def _places(match: Match) -> list[tuple[str, Span]]:
    """Return the record's words at each matched place, with the place in the transcript's text."""
    spans = match.alignment.spans
    if len(match.said) != sum(span.end - span.start for span in spans) + len(SEAM) * (len(spans) - 1):
        start = spans[0].start if spans else 0
        return [(match.said, Span(start, start + len(match.said)))]
    places: list[tuple[str, Span]] = []
    at = 0
    for span in spans:
        end = at + span.end - span.start
        places.append((match.said[at:end], span))
        at = end + len(SEAM)
    return places


def _spaced(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces that hold text, with a space where a word of the record meets another word."""
    spaced: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = spaced[-1] if spaced else None
        meets = last and State.DROPPED in (last.state, piece.state) and last.text[-1].isalnum()
        if meets and (piece.text[0].isalnum() or piece.state is State.DROPPED):
            spaced.append(Piece(" ", State.EQUAL))
        spaced.append(piece)
    return _merged(spaced)


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with equal neighbours joined."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and piece.state is State.EQUAL is merged[-1].state:
            merged[-1] = Piece(merged[-1].text + piece.text, State.EQUAL)
        elif piece.text:
            merged.append(piece)
    return tuple(merged)
