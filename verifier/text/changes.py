"""What changed between two states of one text, word by word, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_AROUND = 6  # words shown on each side of a change
_SHOWN = 400  # words of one change that are shown
_HUNKS = 200  # changes that are shown


@dataclass(frozen=True, slots=True)
class WordChanges:
    """How many words came and went, and a text that shows them: ``will [-not-] {+never+} open``, a line a change."""

    added: int
    removed: int
    diff: str


@dataclass(frozen=True, slots=True)
class _Change:
    """Words that were replaced: their places in the old and in the new text."""

    old: slice
    new: slice


def word_changes(old: str, new: str) -> WordChanges:
    """Return what changed from *old* to *new*; white space alone is no change.

    At most 200 changes are shown, of each at most 400 words; the counts are whole.
    """
    before, after = old.split(), new.split()
    changes = list(_changes(before, after))
    lines = [_line(change, before, after) for change in changes[:_HUNKS]]
    if len(changes) > _HUNKS:
        lines.append(f"… {len(changes) - _HUNKS} more changes")
    added = sum(change.new.stop - change.new.start for change in changes)
    removed = sum(change.old.stop - change.old.start for change in changes)
    return WordChanges(added, removed, "\n".join(lines))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    """Yield the runs of words that differ, neighbouring ones joined."""
    from rapidfuzz.distance import Levenshtein

    last: _Change | None = None
    for step in Levenshtein.opcodes(before, after):
        if step.tag == "equal":
            continue
        here = _Change(slice(step.src_start, step.src_end), slice(step.dest_start, step.dest_end))
        if last and last.old.stop == here.old.start and last.new.stop == here.new.start:
            last = _Change(slice(last.old.start, here.old.stop), slice(last.new.start, here.new.stop))
            continue
        if last:
            yield last
        last = here
    if last:
        yield last


def _line(change: _Change, before: Sequence[str], after: Sequence[str]) -> str:
    """Return one change between the words around it."""
    left = before[max(0, change.old.start - _AROUND) : change.old.start]
    right = before[change.old.stop : change.old.stop + _AROUND]
    parts = [" ".join(left), _marked("[-{}-]", before[change.old]), _marked("{{+{}+}}", after[change.new])]
    return " ".join(part for part in (*parts, " ".join(right)) if part)


def _marked(marks: str, words: Sequence[str]) -> str:
    """Return words between marks, long runs cut; nothing for none."""
    if not words:
        return ""
    rest = f" … ({len(words) - _SHOWN} more words)" if len(words) > _SHOWN else ""
    return marks.format(" ".join(words[:_SHOWN]) + rest)
