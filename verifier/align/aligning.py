"""Aligning a statement's quoted words with a stretch of a transcript."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.align.changes import Placed, type_differences
from verifier.align.difference import Comparison, differences_of
from verifier.align.edges import beginning_edit, ending_edit
from verifier.align.gaps import between_parts, hidden_words
from verifier.align.negations import offset_negations
from verifier.align.parts import QuotedWords, read_quoted
from verifier.align.places import place_parts
from verifier.align.record import RecordWords, read_record
from verifier.align.repairs import onto_repairs
from verifier.align.search import Search
from verifier.align.stretches import Stretch
from verifier.align.typography import typography_edits
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment, Edit, EditKind
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn

_LEFT_OUT = 6  # words of a sentence that may be missing where its parts only trade places
LEAST_SCORE = 0.15  # a place that holds less of the words' weight is no place
# A word spelled, heard, bent or placed differently still stands there; another name or figure in the
# place of one is a sign of the place, for what stands around it is the same.
_NEARLY = {
    EditKind.SPELLING: 0.9,
    EditKind.TRANSLITERATION: 0.9,
    EditKind.CONTRACTION: 0.9,
    EditKind.ORDER: 0.9,
    EditKind.AGREEMENT: 0.7,
    EditKind.NUMBER: 0.5,
    EditKind.DATE: 0.5,
    EditKind.NAME: 0.5,
    EditKind.MODALITY: 0.5,
    EditKind.QUANTIFIER: 0.5,
    EditKind.CONDITION: 0.5,
    EditKind.GRAMMATICAL_PERSON: 0.5,
}


def align(
    quotations: Sequence[Quotation],
    turns: Sequence[PlacedTurn],
    lang: str,
    policy: Policy,
    record_lang: str | None = None,
) -> Alignment | None:
    """Return where the quoted words stand in these turns and how they differ, None where nothing is alike.

    *lang* is the words' language, *record_lang* that of turns that name none (default: the same).
    Quoted spans of the edits are offsets into the article, said spans into the transcript's text.
    """
    quoted = read_quoted(quotations, lang, policy.max_quotation_words)
    return align_words(quoted, read_record(turns, record_lang or lang), lang, policy)


def align_words(quoted: QuotedWords, record: RecordWords, lang: str, policy: Policy) -> Alignment | None:
    """Return the alignment of sides already read, for callers that compare one with many."""
    if not quoted.words or not record.words:
        return None
    search = Search(quoted, record, lang, policy)
    stretches = [onto_repairs(record, stretch, lang) for stretch in place_parts(search)]
    if not stretches:
        return None
    comparison = Comparison(quoted, record, lang, policy)
    edits = [edit for _, edit in sorted(_edits_of(comparison, stretches), key=lambda placed: placed[0])]
    score = _score(search, stretches, edits)
    return _alignment(comparison, stretches, edits, score) if score >= LEAST_SCORE else None


def _edits_of(comparison: Comparison, stretches: list[Stretch]) -> list[Placed]:
    """Return all edits of the statement: inside its stretches, between them, and at its two ends."""
    edits: list[Placed] = []
    for stretch in stretches:
        found = type_differences(comparison, list(differences_of(comparison, stretch)))
        edits += offset_negations(comparison, found)
        edits += typography_edits(comparison, stretch)
    moved = {stretch.part for stretch in stretches if _moves_within(comparison, stretch.part, stretches)}
    for left, right in pairwise(stretches):
        edits += _joint(comparison, left, right, moved=left.part in moved)
    if moved:
        edits = [placed for placed in edits if not _stands_elsewhere(comparison, placed[1])]
    return edits + beginning_edit(comparison, stretches[0]) + ending_edit(comparison, stretches[-1])


def _stands_elsewhere(comparison: Comparison, edit: Edit) -> bool:
    """Return whether words that seem to be left out are quoted all the same, at another place of their sentence."""
    if edit.kind is not EditKind.OMISSION_UNMARKED or edit.material or edit.said_span is None:
        return False
    return set(comparison.record.words_within(edit.said_span)) <= set(comparison.quoted.words)


def _moves_within(comparison: Comparison, part: int, stretches: list[Stretch]) -> bool:
    """Return whether a part's stretches are one sentence of the record in another order: hardly a word is left out."""
    own = [stretch for stretch in stretches if stretch.part == part]
    if len(own) < 2:
        return False
    low, high = min(stretch.said_first for stretch in own), max(stretch.said_last for stretch in own)
    if any(comparison.record.opens_sentence(i) for i in range(low + 1, high)):
        return False
    held = {pair.said for stretch in own for pair in stretch.pairs}
    return high - low - len(held) <= _LEFT_OUT


def _joint(comparison: Comparison, left: Stretch, right: Stretch, *, moved: bool) -> list[Placed]:
    """Return what stands between two stretches: an honest omission, a change of order, or a splice."""
    at = right.first
    if left.part == right.part and moved:
        return [(at, comparison.edit(EditKind.ORDER, (left.last - 1, right.first), ()))]
    if left.part == right.part:
        return [(at, comparison.edit(EditKind.SPLICE, (left.last - 1, right.first), ()))]
    part = comparison.quoted.parts[right.part]
    if right.said_first < left.said_last:
        return [(at, comparison.edit(EditKind.ORDER, (left.last - 1, right.first), ()))]
    omission = between_parts(comparison, left, right, part)
    return [(at, omission)] if omission else []


def _score(search: Search, stretches: list[Stretch], edits: list[Edit]) -> float:
    """Return the matched share of the quotation's weight."""
    weights, quoted = search.weights, search.quoted
    spoken = [i for i in range(len(quoted.words)) if i not in quoted.silent]
    whole = sum(weights[i] for i in spoken)
    matched = {pair.quoted: weights[pair.quoted] for stretch in stretches for pair in stretch.pairs if pair.equal}
    for edit in edits:
        if edit.kind in _NEARLY and edit.quoted_span and edit.said_span:
            for i in _words_in(quoted, edit.quoted_span):
                matched.setdefault(i, _NEARLY[edit.kind] * weights[i])
    return min(1.0, sum(matched[i] for i in spoken if i in matched) / whole) if whole else 0.0


def _words_in(quoted: QuotedWords, span: Span) -> list[int]:
    return [i for i, word in enumerate(quoted.spans) if span.start <= word.start and word.end <= span.end]


def _alignment(comparison: Comparison, stretches: list[Stretch], edits: list[Edit], score: float) -> Alignment:
    quoted, record = comparison.quoted, comparison.record
    turns = [record.turns[record.homes[i]].number for s in stretches for i in (s.said_first, s.said_last - 1)]
    said_words = [(stretch.said_first, stretch.said_last) for stretch in stretches]
    joints = list(pairwise(stretches))
    gaps = [len(hidden_words(comparison, a, b)) for a, b in joints if a.said_last <= b.said_first and a.part != b.part]
    return Alignment(
        spans=tuple(span for stretch in stretches for span in _spans(comparison, stretch)),
        edits=tuple(edits),
        quoted_words=len(quoted.words) - len(quoted.silent),
        matched_words=sum(p.equal and p.quoted not in quoted.silent for stretch in stretches for p in stretch.pairs),
        score=round(score, 4),
        parts=len(quoted.parts),
        parts_found=len({stretch.part for stretch in stretches}),
        ordered=all(a[1] <= b[0] for a, b in pairwise(said_words)),
        gap_words=max(gaps, default=0),
        gap_turns=_foreign_turns(record, stretches),
        first_turn=min(turns),
        last_turn=max(turns),
        longest_run=max(_longest_run(stretch) for stretch in stretches),
    )


def _spans(comparison: Comparison, stretch: Stretch) -> list[Span]:
    """Return the places of one stretch: one, but broken where it is spliced or another speaker cuts in."""
    record, policy = comparison.record, comparison.policy
    spans, start = [], stretch.pairs[0].said
    for one, other in zip(stretch.pairs, stretch.pairs[1:], strict=False):
        far = other.said - one.said > policy.splice_gap_words
        turned = record.homes[one.said] != record.homes[other.said]
        if far or turned:
            spans.append(Span(record.starts[start], record.ends[one.said]))
            start = other.said
    return [*spans, Span(record.starts[start], record.ends[stretch.pairs[-1].said])]


def _foreign_turns(record: RecordWords, stretches: list[Stretch]) -> int:
    """Return how many turns of other speakers stand between the first and the last quoted word."""
    homes = [record.homes[i] for stretch in stretches for i in (stretch.said_first, stretch.said_last - 1)]
    speaker = record.turns[homes[0]].turn.speaker
    between = record.turns[min(homes) : max(homes) + 1]
    return sum(placed.turn.speaker != speaker for placed in between)


def _longest_run(stretch: Stretch) -> int:
    longest = run = 0
    before = None
    for pair in stretch.pairs:
        follows = before is not None and pair.quoted == before.quoted + 1 and pair.said == before.said + 1
        run = (run + 1 if follows else 1) if pair.equal else 0
        longest, before = max(longest, run), pair if pair.equal else None
    return longest
