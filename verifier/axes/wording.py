"""The wording axis in words: what differs between quotation and record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.axes.halves import Half
from verifier.axes.records import one_line
from verifier.axes.rivals import Rivals
from verifier.model.evidence import Edit, EditKind, Match, Wording

_SHOWN = 4  # edits named in one sentence
_SILENT = frozenset({EditKind.CASE, EditKind.PUNCTUATION})
_SENTENCES = {
    Wording.EXACT: "the record has the same words",
    Wording.MARKED: "the record has the same words; what the quotation leaves out or adds is honestly marked",
    Wording.CLEANED: "the record has the same words but for spelling, disfluency or a small word",
    Wording.ALTERED_MINOR: "words differ from the record; on none of them the meaning is known to hang",
    Wording.ALTERED_MATERIAL: "a word on which the meaning hangs differs from the record",
    Wording.ELISION_MISLEADING: "the ellipsis hides words on which the meaning hangs",
    Wording.SPLICED: "passages that stand apart in the record are joined without a mark",
    Wording.PARAPHRASE: "the place is on record, in other words",
    Wording.TRANSLATION: "the record's words are a translation, or not in the quotation's language",
    Wording.FRAGMENT: "too few words, or too common ones, to identify one place by wording",
    Wording.NO_MATCH: "no record searched contains these words",
    Wording.NOT_JUDGED: "indirect speech is not judged by its wording",
}
_HALVED = {
    Wording.SPLICED: "words that stand apart in the records are joined without a mark",
    Wording.ALTERED_MINOR: "one part of the quotation does not stand at this place",
}
_IN_PARTS = "the record has the same words, in parts that the article sets apart"
_UNDESCRIBED = frozenset({Wording.EXACT, Wording.NO_MATCH, Wording.NOT_JUDGED, Wording.TRANSLATION})
# From the gravest down; a statement's wording is its worst part's.
_WORST_FIRST = (
    Wording.ALTERED_MATERIAL,
    Wording.ELISION_MISLEADING,
    Wording.SPLICED,
    Wording.PARAPHRASE,
    Wording.ALTERED_MINOR,
    Wording.CLEANED,
    Wording.MARKED,
    Wording.EXACT,
)
_CALLED = {
    EditKind.SPELLING: "spelling",
    EditKind.TRANSLITERATION: "spelling of a name",
    EditKind.CONTRACTION: "contraction",
    EditKind.AGREEMENT: "form of the word",
    EditKind.FUNCTION_WORD: "small word",
    EditKind.SYNONYM: "another word",
    EditKind.ORDER: "order",
    EditKind.NUMBER: "number",
    EditKind.DATE: "date",
    EditKind.NAME: "name",
    EditKind.NEGATION: "negation",
    EditKind.MODALITY: "may, can, must or will",
    EditKind.QUANTIFIER: "how many or how much",
    EditKind.CONDITION: "condition",
    EditKind.GRAMMATICAL_PERSON: "who is meant",
}
_LEFT_OUT = {
    EditKind.OMISSION_MARKED: "leaves out, marked: “{}”",
    EditKind.OMISSION_UNMARKED: "leaves out without a mark: “{}”",
    EditKind.FILLER: "leaves out a filler: “{}”",
    EditKind.STUTTER: "leaves out a repetition: “{}”",
    EditKind.TRUNCATION: "ends before: “{}”",
    EditKind.SPLICE: "joins without a mark what the record parts by: “{}”",
}
_ADDED = {
    EditKind.INSERTION_BRACKETED: "adds in brackets: “{}”",
    EditKind.INSERTION_UNBRACKETED: "adds without a mark: “{}”",
    EditKind.FILLER: "adds a filler: “{}”",
    EditKind.STUTTER: "adds a repetition: “{}”",
    EditKind.SPLICE: "joins what stands apart in the record: “{}”",
    EditKind.ORDER: "puts a later passage first, at: “{}”",
}


COMMON = "so short a phrase stands as well in several events, and neither the speaker nor the day claimed picks one"


def worst(*wordings: Wording) -> Wording:
    """Return the gravest of the wordings of a statement's parts; all of them must be of found words."""
    return min(wordings, key=_WORST_FIRST.index)


def placed(best: Match | None, rivals: Rivals, half: Half | None) -> Match | None:
    """Return the compared place with the wording of the whole statement; None where the words stand nowhere.

    Words that stand apart from the rest make an unmarked splice of it, where honest marks part them a
    quotation of which one part is missing; a short phrase of several events is a fragment.
    """
    if best is None or (best.wording is Wording.NO_MATCH and half is None):
        return None
    if rivals.common:
        return replace(best, wording=Wording.FRAGMENT)
    if half is None:
        return best
    marked = best.alignment.parts_found < best.alignment.parts
    joined = Wording.ALTERED_MINOR if marked else Wording.SPLICED
    found = best.wording is not Wording.NO_MATCH and not (half.two_events and not marked)
    return replace(best, wording=worst(best.wording, joined) if found else joined)


def explain_wording(wording: Wording, match: Match | None, half: Half | None = None) -> str:
    """Return one sentence on the wording, with the differences that matter most.

    Of words of which a *half* stands elsewhere, that half is told by itself, not as a difference.
    """
    sentence = _SENTENCES[wording]
    if half is not None and wording in _HALVED:
        return _HALVED[wording]
    if match is not None and match.alignment.parts_found < match.alignment.parts and wording in _HALVED:
        sentence = _HALVED[Wording.ALTERED_MINOR]
    if match is None or wording in _UNDESCRIBED:
        return sentence
    if wording is Wording.MARKED and all(_is_joined(e) for e in match.alignment.edits if e.kind not in _SILENT):
        sentence = _IN_PARTS
    shown = describe_edits(match.alignment.edits)
    return f"{sentence}: it {shown}" if shown else sentence


def describe_edits(edits: Sequence[Edit]) -> str:
    """Return the material edits, else the first others, in words: "has “14” where the record has “12” (number)"."""
    loud = [edit for edit in edits if edit.kind not in _SILENT]
    chosen = [edit for edit in loud if edit.material] or loud
    rest = len(chosen) - _SHOWN
    words = "; ".join(describe(edit) for edit in chosen[:_SHOWN])
    return f"{words}; and {rest} more" if rest > 0 else words


def describe(edit: Edit) -> str:
    """Return one edit as what the quotation does: "leaves out, marked: “…”"."""
    quoted, said = edit.quoted.strip(), edit.said.strip()
    if _is_joined(edit):
        return f"joins two parts between which the record goes on: “{_in_one_turn(said)}”"
    if edit.kind is EditKind.OMISSION_MARKED:
        return _LEFT_OUT[edit.kind].format(_in_one_turn(said))
    if not quoted and edit.kind in _LEFT_OUT:
        return _LEFT_OUT[edit.kind].format(one_line(said))
    if quoted and said:
        if edit.kind is EditKind.INSERTION_BRACKETED:
            return f"puts in brackets “{one_line(quoted)}” for “{one_line(said)}”"
        called = f" ({_CALLED[edit.kind]})" if edit.kind in _CALLED else ""
        return f"has “{one_line(quoted)}” where the record has “{one_line(said)}”{called}"
    if quoted:
        return _ADDED.get(edit.kind, f"adds “{{}}” ({_CALLED.get(edit.kind, 'not in the record')})").format(
            one_line(quoted)
        )
    return f"leaves out “{one_line(said)}” ({_CALLED.get(edit.kind, 'without a mark')})"


def _is_joined(edit: Edit) -> bool:
    """Return whether an omission has no ellipsis of its own: the article's words stand between two quotations."""
    return edit.kind is EditKind.OMISSION_MARKED and not edit.quoted.strip() and not edit.material


def _in_one_turn(said: str) -> str:
    """Return the words left out up to the end of their turn: those of others who speak between are no omission."""
    first, parted, _ = said.partition("\n")
    return f"{one_line(first.rstrip(), 78)} …" if parted and not one_line(first).endswith("…") else one_line(first)
