"""The answer on one quotation of a list: what was found where, as flat fields."""

from __future__ import annotations

import re
from typing import Any

from verifier.align.printed import edit_label, meaning_changed
from verifier.model.article import Statement
from verifier.model.evidence import Dating, Match, SpeakerCheck, Verdict

_LEAST_SHARE = 0.6  # of the content words that one transcript must hold, in order or as a splice
_PROBABLE = 0.5  # words of two events, or common words that only chance strings so, are not this place's
_CLOSING = re.compile(r"[.,;:!?…]*[\"”’»)\]]*")


# What an answer says, whatever was found.
ANSWERED = frozenset(
    """headline wording speaker_check dating context coverage score reasons found doc_id start end spans edit
    meaning_changed date_ok speaker_ok policy""".split()
)


def bulk_answer(verdict: Verdict, statement: Statement) -> dict[str, Any]:
    """Return headline, axes, score, reasons and the place of one verdict, ready for a JSON line or a CSV row.

    ``start``, ``end`` and ``spans`` are code-point offsets into the transcript's text (turns joined
    by one newline), half-open. ``date_ok`` and ``speaker_ok`` are null only where nothing was claimed.
    """
    match = verdict.match
    spans = [[span.start, span.end] for span in match.alignment.spans] if match else []
    alignment = match.alignment if match else None
    return {
        "headline": verdict.headline.value,
        "wording": verdict.wording.value,
        "speaker_check": verdict.speaker_check.value,
        "dating": verdict.dating.value,
        "context": verdict.context.value,
        "coverage": verdict.coverage.state.value,
        "score": verdict.score,
        "reasons": list(verdict.reasons),
        "found": _found(verdict),
        "doc_id": match.record.doc_id if match else None,
        "start": min(start for start, _ in spans) if spans else None,
        "end": max(end for _, end in spans) if spans else None,
        "spans": spans,
        "edit": edit_label(alignment, verdict.wording, statement.text, _said(match) if match else ""),
        "meaning_changed": match is not None and meaning_changed(alignment, verdict.wording),
        "date_ok": _date_ok(verdict),
        "speaker_ok": None if verdict.speaker_check is SpeakerCheck.NOT_CLAIMED else _speaker_ok(verdict),
        "policy": verdict.policy,
    }


def _found(verdict: Verdict) -> bool:
    """Return whether one transcript holds the words: enough of them, and more probably than not."""
    if verdict.match is None or verdict.score is None:
        return False
    return verdict.match.wording_score >= _LEAST_SHARE and verdict.score >= _PROBABLE


def _said(match: Match) -> str:
    """Return the record's words with the mark that closes them, as they compare with a quotation as printed."""
    closing = _CLOSING.match(match.context_after)
    return match.said + (closing.group() if closing else "")


def _date_ok(verdict: Verdict) -> bool | None:
    if verdict.dating is Dating.NOT_CLAIMED:
        return None
    return verdict.dating is Dating.CONSISTENT


def _speaker_ok(verdict: Verdict) -> bool:
    return verdict.speaker_check is SpeakerCheck.SAME
