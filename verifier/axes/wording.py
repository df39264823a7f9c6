"""The wording axis in words: what differs between quotation and record."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.model.evidence import Edit, EditKind, Match, Wording

_SHOWN = 4  # edits named in one sentence
_SILENT = frozenset({EditKind.CASE, EditKind.PUNCTUATION})
_SENTENCES = {
    Wording.EXACT: "the record has the same words",
    Wording.MARKED: "the record has the same words; what the quotation leaves out or adds is honestly marked",
    Wording.CLEANED: "the record has the same words but for spelling, disfluency or a small word",
    Wording.ALTERED_MINOR: "words differ from the record, none of them material",
    Wording.ALTERED_MATERIAL: "a word on which the meaning hangs differs from the record",
    Wording.ELISION_MISLEADING: "the ellipsis hides words on which the meaning hangs",
    Wording.SPLICED: "passages that stand apart in the record are joined without a mark",
    Wording.PARAPHRASE: "the place is on record, in other words",
    Wording.TRANSLATION: "the record is in another language than the quotation",
    Wording.FRAGMENT: "too few words, or too common ones, to identify one place by wording",
    Wording.NO_MATCH: "no record searched contains these words",
    Wording.NOT_JUDGED: "indirect speech is not judged by its wording",
}


def explain_wording(wording: Wording, match: Match | None) -> str:
    """Return one sentence on the wording, with the differences that matter most."""
    sentence = _SENTENCES[wording]
    if match is None or wording in {Wording.EXACT, Wording.NO_MATCH, Wording.NOT_JUDGED}:
        return sentence
    shown = describe_edits(match.alignment.edits)
    return f"{sentence}: {shown}" if shown else sentence


def describe_edits(edits: Sequence[Edit]) -> str:
    """Return the material edits, else the first of the others, in words: "number: “40” for “14”"."""
    loud = [edit for edit in edits if edit.kind not in _SILENT]
    chosen = [edit for edit in loud if edit.material] or loud
    rest = len(chosen) - _SHOWN
    words = "; ".join(_describe(edit) for edit in chosen[:_SHOWN])
    return f"{words}; and {rest} more" if rest > 0 else words


def _describe(edit: Edit) -> str:
    kind = edit.kind.value.replace("_", " ")
    if not edit.quoted.strip():
        return f"{kind}: without “{_short(edit.said)}”"
    if not edit.said.strip():
        return f"{kind}: with “{_short(edit.quoted)}”"
    return f"{kind}: “{_short(edit.quoted)}” for “{_short(edit.said)}”"


def _short(words: str) -> str:
    """Return *words* on one line, at most 80 characters."""
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:77]}…"
