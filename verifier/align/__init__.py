"""Word alignment: where quoted words stand in a transcript, and typed edits of what differs."""

from verifier.align.aligning import align, align_words
from verifier.align.parts import cut_at_honest_marks, read_quoted
from verifier.align.printed import edit_label, meaning_changed, printed_said
from verifier.align.record import read_record
from verifier.align.wording import judge_wording

__all__ = [
    "align",
    "align_words",
    "cut_at_honest_marks",
    "edit_label",
    "judge_wording",
    "meaning_changed",
    "printed_said",
    "read_quoted",
    "read_record",
]
