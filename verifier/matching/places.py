"""The best places of a statement's words in a corpus, ranked, with ties kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.align.aligning import align
from verifier.align.wording import judge_wording
from verifier.matching.agreement import date_score, speaker_score
from verifier.matching.windows import around, crop
from verifier.model.article import Statement
from verifier.model.evidence import Alignment, Candidate, Match
from verifier.model.policy import Policy
from verifier.model.text import Span, hull
from verifier.model.transcript import PlacedTurn
from verifier.retrieve.corpus import Budget, Corpus, Query
from verifier.retrieve.ranking import bits
from verifier.speakers.registry import People
from verifier.text.folding import fold_words

_SURE = 0.97  # a place this good ends the reading of much lighter candidates
_LIGHT = 0.5  # of the heaviest candidate's weight
_FAINT = 0.2  # candidates lighter than this share are read only among the first few
_FIRST_FEW = 8
_WIDE = 60_000  # characters that parts of one quotation may lie apart and still be aligned together
_CONTEXT = 240  # characters of context kept on each side
_AGREEMENT = 0.05  # what agreement of speaker, and of day, adds to a place's rank


@dataclass(frozen=True, slots=True)
class Places:
    """Where a statement's words may stand, best first, and how much they tell."""

    matches: tuple[Match, ...]
    words: int  # folded words of the quotation
    bits: float  # Σ log2(N/df) over its distinct words
    candidates: int  # passages that retrieval proposed
    cut: bool = False  # the quotation was longer than the policy allows and was cut

    @property
    def best(self) -> Match | None:
        """The best place, if there is any."""
        return self.matches[0] if self.matches else None


def find_places(statement: Statement, corpus: Corpus, people: People, policy: Policy) -> Places:
    """Return the ranked places of *statement* in *corpus*; equal places in a fixed order."""
    words = [word for quotation in statement.quotations for word in fold_words(quotation.text, statement.lang)]
    asked = tuple(words[: policy.max_quotation_words])
    interval = statement.date_claim.interval if statement.date_claim else None
    budget = Budget(policy.candidate_budget, policy.posting_budget)
    candidates = corpus.candidates(Query(asked, statement.speaker, interval), budget)
    information = bits(asked, corpus)
    finder = _Finder(statement, corpus, people, policy, len(words), information)
    matches = finder.matches(candidates)
    return Places(matches, len(words), information, len(candidates), len(words) > len(asked))


@dataclass(frozen=True, slots=True)
class _Finder:
    """Aligns one statement with candidate after candidate."""

    statement: Statement
    corpus: Corpus
    people: People
    policy: Policy
    words: int
    bits: float

    def matches(self, candidates: Sequence[Candidate]) -> tuple[Match, ...]:
        found: dict[tuple[str, tuple[Span, ...]], Match] = {}
        best = 0.0
        for candidate in self._worth_reading(candidates):
            if best >= _SURE and candidate.weight < _LIGHT * candidates[0].weight:
                break
            if match := self._match(candidate, around(candidate.span, len(self.statement.text))):
                found.setdefault((candidate.record.version, match.alignment.spans), match)
                best = max(best, match.wording_score)
        ranked = sorted(found.values(), key=_rank)
        if ranked and (wide := self._wider(ranked[0], candidates)):
            ranked = sorted([wide, *ranked], key=_rank)
        return tuple(_without_overlaps(ranked))[: 1 + 2 * self.policy.runners_up]

    def _worth_reading(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        for number, candidate in enumerate(candidates):
            if number < _FIRST_FEW or candidate.weight >= _FAINT * candidates[0].weight:
                yield candidate

    def _match(self, candidate: Candidate, window: Span) -> Match | None:
        turns = self.corpus.turns(candidate.record.version, window)
        lang = candidate.record.lang
        alignment = align(self.statement.quotations, crop(turns, window), self.statement.lang, self.policy, lang)
        return self._place(candidate, alignment, turns) if alignment else None

    def _wider(self, best: Match, candidates: Sequence[Candidate]) -> Match | None:
        """Return a better place over all candidate passages of the best record, for parts that lie far apart."""
        if best.wording_score >= _SURE and best.alignment.parts_found == best.alignment.parts:
            return None
        heavy = [
            one
            for one in candidates
            if one.record.version == best.record.version and one.weight >= _FAINT * candidates[0].weight
        ]
        if len(heavy) < 2:
            return None
        window = around(hull(*(one.span for one in heavy)), len(self.statement.text))
        if window.end - window.start > _WIDE:
            return None
        wide = self._match(heavy[0], window)
        better = wide is not None and (
            wide.alignment.parts_found > best.alignment.parts_found or wide.wording_score > best.wording_score + 0.03
        )
        return wide if better else None

    def _place(self, candidate: Candidate, alignment: Alignment, turns: Sequence[PlacedTurn]) -> Match:
        longest = max(alignment.spans, key=lambda span: span.end - span.start)
        turn = next((one for one in turns if one.span.start <= longest.start < one.span.end), turns[0])
        who = speaker_score(self.statement, turn, candidate.record, self.people)
        when = date_score(self.statement, candidate.record)
        total = (1 - 2 * _AGREEMENT) * alignment.score + _AGREEMENT * ((who or 0.0) + (when or 0.0))
        before, after = _context(turns, alignment.spans)
        return Match(
            record=candidate.record,
            alignment=alignment,
            turn=turn,
            said=" … ".join(cut_turns(turns, span) for span in alignment.spans),
            context_before=before,
            context_after=after,
            wording=judge_wording(alignment, self.words, self.bits, self.policy),
            wording_score=alignment.score,
            speaker_score=who,
            date_score=when,
            total=total,
        )


def _rank(match: Match) -> tuple[float, int, bool, str, str, int]:
    """Return the sorting key: best total first, then the better record, then a fixed order."""
    record = match.record
    return (
        -round(match.total, 6),
        record.tier,
        not record.complete,
        record.source,
        record.doc_id,
        match.alignment.spans[0].start,
    )


def _without_overlaps(ranked: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches that share no words of a record with a better one."""
    taken: dict[str, list[Span]] = {}
    for match in ranked:
        spans = taken.setdefault(match.record.version, [])
        if not any(span.meets(other) for span in match.alignment.spans for other in spans):
            spans.extend(match.alignment.spans)
            yield match


def cut_turns(turns: Sequence[PlacedTurn], span: Span) -> str:
    """Return the record's text at *span*, across turns joined by one newline."""
    pieces = []
    for turn in turns:
        start, end = max(span.start, turn.span.start), min(span.end, turn.span.end)
        if start < end:
            pieces.append(turn.turn.text[start - turn.span.start : end - turn.span.start])
    return "\n".join(pieces)


def _context(turns: Sequence[PlacedTurn], spans: Sequence[Span]) -> tuple[str, str]:
    """Return the record's text before the first and after the last matched word, whole words, within their turns."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before = next((t for t in turns if t.span.start <= first < t.span.end), None)
    after = next((t for t in turns if t.span.start < last <= t.span.end), None)
    left = before.turn.text[: first - before.span.start] if before else ""
    right = after.turn.text[last - after.span.start :] if after else ""
    if len(left) > _CONTEXT:
        left = left[-_CONTEXT:].partition(" ")[2]
    if len(right) > _CONTEXT:
        right = right[:_CONTEXT].rpartition(" ")[0]
    return left, right
