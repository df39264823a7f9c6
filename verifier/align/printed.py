"""What the lists of verdicts print about an alignment: one word for the edit, and whether meaning changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.model.evidence import Alignment, Edit, EditKind, Wording
from verifier.model.transcript import PlacedTurn

# From the mildest to the worst; the worst of an alignment's labels is printed.
LABELS = (
    "verbatim", "format", "ellipsis", "bracket", "filler", "asr", "synonym", "order", "entity", "number", "negation",
    "qualifier", "paraphrase", "splice", "fragment", "none",
)  # fmt: skip
_RANK = {label: rank for rank, label in enumerate(LABELS)}
_LABEL = {
    EditKind.CASE: "format",
    EditKind.PUNCTUATION: "format",
    EditKind.OMISSION_MARKED: "ellipsis",
    EditKind.INSERTION_BRACKETED: "bracket",
    EditKind.FILLER: "filler",
    EditKind.STUTTER: "filler",
    EditKind.CONTRACTION: "filler",
    EditKind.OMISSION_UNMARKED: "filler",
    EditKind.FUNCTION_WORD: "filler",
    EditKind.SPELLING: "asr",
    EditKind.TRANSLITERATION: "asr",
    EditKind.AGREEMENT: "synonym",
    EditKind.SYNONYM: "synonym",
    EditKind.INSERTION_UNBRACKETED: "synonym",
    EditKind.ORDER: "order",
    EditKind.NAME: "entity",
    EditKind.NUMBER: "number",
    EditKind.DATE: "number",
    EditKind.NEGATION: "negation",
    EditKind.MODALITY: "qualifier",
    EditKind.QUANTIFIER: "qualifier",
    EditKind.CONDITION: "qualifier",
    EditKind.GRAMMATICAL_PERSON: "qualifier",
    EditKind.TRUNCATION: "qualifier",
    EditKind.SPLICE: "splice",
}
_BY_WORDING = {
    Wording.PARAPHRASE: "paraphrase",
    Wording.SPLICED: "splice",
    Wording.FRAGMENT: "fragment",
    Wording.NO_MATCH: "none",
    Wording.NOT_JUDGED: "none",
}
_CHANGED = frozenset({Wording.ALTERED_MATERIAL, Wording.ELISION_MISLEADING, Wording.SPLICED})
_CLOSING = re.compile(r"[.,;:!?…]*[\"”’»)\]]*")


def edit_label(alignment: Alignment | None, wording: Wording, quoted: str = "", said: str = "") -> str:
    """Return the one word for what was done to the record's words, the worst of all.

    *quoted* is the quotation as printed and *said* the record's words as `printed_said` gives them:
    where no word differs they tell "verbatim" from "format"; left out, "verbatim" is said.
    """
    if alignment is None:
        return "none"
    if wording in {Wording.FRAGMENT, Wording.NO_MATCH, Wording.NOT_JUDGED}:
        return _BY_WORDING[wording]
    labels = [_label_of(edit) for edit in alignment.edits]
    if wording in _BY_WORDING:
        labels.append(_BY_WORDING[wording])
    worst = max(labels, key=_RANK.__getitem__, default="verbatim")
    if worst == "verbatim" and quoted.strip() != said.strip():
        return "format"
    return worst


def _label_of(edit: Edit) -> str:
    """Return the label of one edit; operators and names that the meaning does not hang on are other words."""
    label = _LABEL[edit.kind]
    if not edit.material and label in {"negation", "qualifier", "entity"}:
        return "synonym"
    return "asr" if label == "number" and not edit.material else label


def meaning_changed(alignment: Alignment | None, wording: Wording) -> bool:
    """Return whether the words, or where they were cut, make the record say something else."""
    if alignment is None or wording in {Wording.NO_MATCH, Wording.FRAGMENT, Wording.NOT_JUDGED, Wording.TRANSLATION}:
        return False
    return wording in _CHANGED or any(edit.kind is EditKind.TRUNCATION for edit in alignment.edits)


def printed_said(alignment: Alignment, turns: Sequence[PlacedTurn]) -> str:
    """Return the record's words at the aligned places, joined by ' … ', with the mark that closes the last."""
    pieces = []
    for span in alignment.spans:
        home = next(placed for placed in turns if placed.span.holds(span))
        cut = span.shift(-home.span.start)
        pieces.append(cut.cut(home.turn.text))
    last = alignment.spans[-1]
    home = next(placed for placed in turns if placed.span.holds(last))
    closing = _CLOSING.match(home.turn.text, last.end - home.span.start)
    return " … ".join(pieces) + (closing.group() if closing else "")
