"""Whether the claimed speaker spoke the matched words, judged by the turn they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.matching.agreement import spoke
from verifier.model.article import Statement
from verifier.model.evidence import SpeakerCheck
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record, Role
from verifier.speakers.registry import People

# A turn's words between marks are somebody else's words, unless the marks hold a single word or two.
_QUOTED = re.compile(r"[“\"„«]([^”\"“»„«]{15,})[”\"“»]")
_NAME_BEFORE = 120  # characters before an opening mark in which the quoted person is named


@dataclass(frozen=True, slots=True)
class SpeakerFinding:
    """The value of the axis with its reason, and who spoke instead where that is known."""

    value: SpeakerCheck
    reason: str
    who: str | None = None


def check_speaker(statement: Statement, turn: PlacedTurn, span: Span, record: Record, people: People) -> SpeakerFinding:
    """Return how the claimed speaker stands to the turn that holds *span* (offsets in the transcript's text)."""
    if statement.speaker is None:
        if statement.mention is not None:
            return SpeakerFinding(SpeakerCheck.UNRESOLVED, f"“{statement.mention.text}” is not resolved to a person")
        return SpeakerFinding(SpeakerCheck.NOT_CLAIMED, "the article names no speaker")
    claimed = statement.speaker.name
    if statement.speaker.alternatives and statement.speaker.id is None:
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, f"“{claimed}” fits several people")
    said_by = turn.turn.speaker or "an unnamed speaker"
    if turn.turn.role is Role.QUESTION:
        return SpeakerFinding(
            SpeakerCheck.ASKED_NOT_SAID, f"the words stand in a question put by {said_by}, not in an answer", said_by
        )
    same = spoke(statement.speaker, turn, record, people)
    quoted = _quoted_around(turn, span)
    if same is None:
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, f"the record names the speaker only as “{said_by}”", said_by)
    if same:
        if quoted is not None:
            return SpeakerFinding(SpeakerCheck.QUOTING_ANOTHER, f"{said_by} is quoting somebody here: “{quoted}”")
        return SpeakerFinding(SpeakerCheck.SAME, f"the record has {said_by} speaking these words")
    if quoted is not None and _names(claimed, turn, span):
        return SpeakerFinding(SpeakerCheck.RELAYED, f"{said_by} relays these words as {claimed}'s", said_by)
    return SpeakerFinding(SpeakerCheck.DIFFERENT, f"the record has {said_by} speaking these words", said_by)


def _quoted_around(turn: PlacedTurn, span: Span) -> str | None:
    """Return the turn's own marked words that hold most of *span*, shortened, or None."""
    inside = Span(max(0, span.start - turn.span.start), max(0, span.end - turn.span.start))
    for found in _QUOTED.finditer(turn.turn.text):
        marked = Span(found.start(1), found.end(1))
        shared = min(marked.end, inside.end) - max(marked.start, inside.start)
        if shared > 0.8 * (inside.end - inside.start):
            return found.group(1)[:60]
    return None


def _names(claimed: str, turn: PlacedTurn, span: Span) -> bool:
    """Return whether the claimed person's surname stands shortly before *span* in the turn."""
    start = max(0, span.start - turn.span.start)
    before = turn.turn.text[max(0, start - _NAME_BEFORE) : start]
    surname = claimed.split()[-1]
    return re.search(rf"\b{re.escape(surname)}\b", before) is not None
