"""Labels that a record prints inside a turn, where its page lost the break: "… back to you. MR. KIRBY: Well, …".

Of 2,400 briefings of the White House some hundred have one, before an answer or, as a bare "Q", before a question.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.axes.pieces import Piece
from verifier.model.transcript import PlacedTurn, Role

_LOOKED_AT = 20_000  # characters of the turn before the words
_LONGEST_QUESTION, _LONGEST_STATEMENT = 800, 300  # characters; behind it the answer may go on
_ENDED = r"(?:[.?!…—–”\")\]]|--)\s+"
_LABEL = re.compile(
    rf"{_ENDED}(?:(?P<asked>Q|QUESTION)(?::\s|\s+(?=[A-Z“\"(]))|(?P<name>(?:[A-Z][A-Z.’'-]+\s?){{1,5}}):\s)"
)


def inline_label(piece: Piece) -> str | None:
    """Return the last label printed inside the turn before a piece's words, "Q" for a question's; None without one."""
    end = piece.inside.start
    labels = list(_LABEL.finditer(piece.turn.turn.text, max(0, end - _LOOKED_AT), end))
    if not labels:
        return None
    found = labels[-1]
    if not found["asked"]:
        return found["name"].strip()
    return "Q" if end < _end_of_question(piece.turn.turn.text, found.end()) else None


def _end_of_question(text: str, start: int) -> int:
    """Return where a question that begins at *start* is over: behind its last "?", or some sentences without one."""
    last = text.rfind("?", start, start + _LONGEST_QUESTION)
    return last if last >= 0 else start + _LONGEST_STATEMENT


def under_label(piece: Piece, label: str) -> PlacedTurn:
    """Return a piece's turn as that of the person whom an inline label names: "MR. KIRBY" is "Mr. Kirby"."""
    turn = piece.turn.turn
    own = replace(turn, speaker=label.title(), speaker_id=None, label=f"{label}:", role=Role.SPEAKER)
    return replace(piece.turn, turn=own)
