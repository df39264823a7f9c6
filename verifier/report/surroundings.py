"""What stands around quoted words: in the article, and in the record."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.article import Article, Statement
from verifier.model.evidence import Match
from verifier.model.text import Span
from verifier.report.wordiff import SEAM, Piece, State, quotation_sides

_CONTEXT = 240  # characters of the article's paragraph shown on either side of a quotation
_CUT = 80  # a shorter context of a record reaches to an end of its turn
_GAP = 300  # a longer stretch between two parts of a statement is shown as an ellipsis


def words_of(article: Article | None, statement: Statement) -> str:
    """Return the quoted words, of indirect speech the reported clause."""
    if statement.quotations or not statement.reported or article is None:
        return statement.text
    return statement.reported.cut(article.text)


def from_word(before: str, turn: str) -> str:
    """Return the record's text before a match from its first whole word on, with an ellipsis where the turn is cut."""
    if len(before) < _CUT or turn.startswith(before):
        return before
    _, _, rest = before.partition(" ")
    return f"… {rest}"


def to_word(after: str, turn: str) -> str:
    """Return the record's text after a match to its last whole word, with an ellipsis where the turn is cut."""
    if len(after) < _CUT or turn.endswith(after):
        return after
    rest, _, _ = after.rpartition(" ")
    return f"{rest} …"


def article_pieces(article: Article | None, statement: Statement, match: Match | None) -> Iterator[tuple[Piece, bool]]:
    """Yield the article's paragraph around and between the quoted words, and these in their pieces.

    With each piece comes whether it is quoted, or reported, by the article.
    """
    runs = _runs(statement, match, article)
    if article is None or not runs:
        yield from ((piece, True) for _, pieces in runs for piece in pieces)
        return
    text, first, last = article.text, runs[0][0].start, runs[-1][0].end
    at = _start_of_context(text, first)
    yield Piece(f"{'' if _begins(text, at) else '… '}{text[at:first]}", State.EQUAL), False
    at = first
    for span, pieces in runs:
        between = text[at : span.start]
        yield Piece(SEAM if len(between) > _GAP else between, State.EQUAL), False
        yield from ((piece, True) for piece in pieces)
        at = span.end
    end = _end_of_context(text, last)
    yield Piece(f"{text[last:end]}{'' if _ends(text, end) else ' …'}", State.EQUAL), False


def _runs(statement: Statement, match: Match | None, article: Article | None) -> list[tuple[Span, tuple[Piece, ...]]]:
    """Return each run of quoted words with its place in the article; of indirect speech the reported clause."""
    if not statement.quotations and statement.reported and article:
        return [(statement.reported, (Piece(statement.reported.cut(article.text), State.EQUAL),))]
    places = (quotation.span for quotation in statement.quotations)
    return list(zip(places, quotation_sides(statement, match), strict=True))


def _begins(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] == "\n"


def _start_of_context(text: str, at: int) -> int:
    """Return where the paragraph that holds *at* begins, or a word not too far before *at*."""
    start = text.rfind("\n", 0, at) + 1
    if at - start <= _CONTEXT:
        return start
    space = text.find(" ", at - _CONTEXT, at)
    return space + 1 if space >= 0 else at


def _end_of_context(text: str, at: int) -> int:
    """Return where the paragraph that holds *at* ends, or a word not too far after *at*."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if end - at <= _CONTEXT:
        return end
    space = text.rfind(" ", at, at + _CONTEXT)
    return space if space >= 0 else at
