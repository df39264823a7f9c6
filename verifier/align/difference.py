"""The stretches in which quotation and record differ, between words that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.align.pairing import Pair
from verifier.align.parts import Bracket, QuotedWords
from verifier.align.record import RecordWords
from verifier.align.stretches import Stretch
from verifier.model.evidence import Edit, EditKind
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.text.names import is_title, looks_like_name

_SENTENCE_END = ".!?:"


@dataclass(frozen=True, slots=True)
class Difference:
    """Quoted words against record words that stand for them, between two pairs that agree."""

    quoted: tuple[int, ...]
    said: tuple[int, ...]
    pairs: tuple[Pair, ...]  # replaced words among them, one for one
    brackets: tuple[Bracket, ...]
    printed: tuple[int, ...]  # all record words here, with those that nobody need quote
    left: Pair | None  # the agreeing pair before; None at the edge
    right: Pair | None

    @property
    def at(self) -> int:
        """The quoted word number by which edits are put in order."""
        if self.quoted:
            return self.quoted[0]
        return self.left.quoted + 1 if self.left else 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides of one alignment, the language and the policy: what every judgement of an edit needs."""

    quoted: QuotedWords
    record: RecordWords
    lang: str
    policy: Policy

    def ours(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the folded words of the quotation with these numbers."""
        return tuple(self.quoted.words[i] for i in numbers)

    def theirs(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the folded words of the record with these numbers."""
        return tuple(self.record.words[i] for i in numbers)

    def edit(self, kind: EditKind, quoted: Sequence[int], said: Sequence[int], *, material: bool = False) -> Edit:
        """Return the edit with what both sides print from the first to the last of these words."""
        ours = Span(self.quoted.spans[quoted[0]].start, self.quoted.spans[quoted[-1]].end) if quoted else None
        theirs = Span(self.record.starts[said[0]], self.record.ends[said[-1]]) if said else None
        return Edit(
            kind,
            self.quoted.cut_out(ours) if ours else "",
            self.record.cut_out(theirs) if theirs else "",
            material,
            ours,
            theirs,
        )

    def quoted_name(self, index: int) -> bool:
        """Return whether quoted word *index* is printed as a name."""
        printed = self.quoted.printed(index, index + 1)
        if self.lang == "de" and printed[:1].isupper() and index and is_title(self.quoted.words[index - 1]):
            return True
        return looks_like_name(printed, self.quoted.words[index], self.quoted_opens(index), self.lang)

    def said_name(self, index: int) -> bool:
        """Return whether record word *index* is printed as a name."""
        printed = self.record.printed(index, index + 1)
        if self.lang == "de" and printed[:1].isupper() and index and is_title(self.record.words[index - 1]):
            return True
        return looks_like_name(printed, self.record.words[index], self.record.opens_sentence(index), self.lang)

    def quoted_opens(self, index: int) -> bool:
        """Return whether a sentence of the quotation begins with word *index*."""
        if index == 0 or any(part.first == index for part in self.quoted.parts):
            return True
        return any(mark in self.quoted.between(index) for mark in _SENTENCE_END)


def differences_of(comparison: Comparison, stretch: Stretch) -> Iterator[Difference]:
    """Yield the differences inside one stretch, in order, words that nobody need quote left out."""
    silent, dropped = comparison.record.silent, comparison.quoted.silent
    agreeing = [pair for pair in stretch.pairs if pair.equal]
    replaced = [pair for pair in stretch.pairs if not pair.equal]
    said_edges = _whole_tokens(comparison.record, stretch)
    bounds: list[Pair | None] = [None, *agreeing, None]
    foreign = _foreign_words(comparison, stretch)
    bracketed = bool(comparison.quoted.brackets)
    at = 0
    for left, right in pairwise(bounds):
        if left and right and not bracketed and _adjacent(left, right):
            continue
        first, last = left.quoted + 1 if left else stretch.first, right.quoted if right else stretch.last
        low, high = left.said + 1 if left else said_edges[0], right.said if right else said_edges[1]
        here = at
        while at < len(replaced) and replaced[at].quoted < last:
            at += 1
        quoted = tuple(i for i in range(first, last) if i not in dropped)
        said = tuple(i for i in range(low, high) if i not in silent and i not in foreign)
        brackets = _brackets_at(comparison, first, last, left)
        if quoted or said or brackets:
            yield Difference(quoted, said, tuple(replaced[here:at]), brackets, tuple(range(low, high)), left, right)


def _whole_tokens(record: RecordWords, stretch: Stretch) -> tuple[int, int]:
    """Return the record words of the stretch, a contraction at either edge taken whole ("they're" for "there")."""
    first, last = stretch.said_first, stretch.said_last
    while not stretch.pairs[0].equal and first > 0 and record.starts[first - 1] == record.starts[first]:
        first -= 1
    while not stretch.pairs[-1].equal and last < len(record) and record.starts[last] == record.starts[last - 1]:
        last += 1
    return first, last


def _adjacent(left: Pair, right: Pair) -> bool:
    return right.quoted == left.quoted + 1 and right.said == left.said + 1


def _brackets_at(comparison: Comparison, first: int, last: int, left: Pair | None) -> tuple[Bracket, ...]:
    """Return the brackets printed between two agreeing words, or at the edge of the stretch."""
    low = first if left or first == 0 else first + 1  # a bracket at the seam of two stretches is counted once
    return tuple(bracket for bracket in comparison.quoted.brackets if low <= bracket.before <= last)


def _foreign_words(comparison: Comparison, stretch: Stretch) -> frozenset[int]:
    """Return the words of other speakers' turns that interrupt the stretch."""
    record, first, last = comparison.record, stretch.said_first, stretch.said_last
    if record.homes[first] == record.homes[last - 1]:
        return frozenset()
    speaker = record.speaker(first)
    return frozenset(i for i in range(first, last) if record.speaker(i) not in (speaker, None) and speaker)
