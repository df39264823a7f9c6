"""Looking at one candidate passage after another: at a glance first, the best of them word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.align.aligning import align_words
from verifier.align.parts import Mark, Part, QuotedWords
from verifier.align.record import RecordWords, read_record
from verifier.align.wording import judge_wording
from verifier.matching.agreement import date_score, speaker_score
from verifier.matching.glance import Glance, printed_parts
from verifier.matching.surroundings import as_interpreted, context_of, cut_turns
from verifier.matching.windows import around, crop, merged, unnamed
from verifier.model.article import Statement
from verifier.model.evidence import Alignment, Candidate, EditKind, Match
from verifier.model.policy import Policy
from verifier.model.text import Span, hull
from verifier.model.transcript import PlacedTurn, Record
from verifier.retrieve.corpus import Budget, Corpus, Query
from verifier.speakers.registry import People
from verifier.text.folding import fold_words

SURE = 0.97  # a place this good ends the search for better ones
_FIRST_FEW = 3  # candidates looked at whatever they weigh
_FAINT = 0.25  # of the heaviest candidate's weight: lighter ones are not looked at
_SEVERAL, _HEAVY = 8, 0.6  # and beyond so many those lighter than this: of 400 noisy quotations none stood there
_LIGHT = 0.6  # nor those that weigh less than so much of what the best one looked at holds,
_GOOD = 0.75  # if that holds so much: a wrong word beside a right one makes a rare pair
_NEARLY_ALL = 0.9  # what is missing of so much stands nowhere else
_NEAR = 0.13  # a candidate that seems to hold this much less than the best one is not aligned
_ALIGNED = 4  # candidates aligned at most
_WEAK = 0.55  # where even the best seems to hold less than this, it is another text
_WEAK_ALIGNED = 2  # and so many are enough to show what comes nearest,
_WEAK_NEAR = 0.03  # of which the second seems to hold hardly less,
_WEAK_LEAST = 0.4  # and at least so much
_EQUALLY = 0.01  # of candidates that seem to hold a quotation as well as the best one, but for so much,
_EQUAL = 9  # so many are aligned
_AGREEMENT = 0.05  # what agreement of speaker, and of day, adds to a place's rank
_TIGHT = 0.04  # what is added where the record's words stand as close together as the quotation's
_STEP = 60_000  # characters of a record that are compared at once where it is read from end to end
_REST_WORDS = 4  # a run of so many words that are not there is looked for elsewhere in the record
_REST_PLACES = 3  # places for it that are tried
_REST_SHARE = 0.4  # a place that seems to hold less of it is not one
_REST_CANDIDATES = 8
_REST_POSTINGS = 2_000
_LEAST_PARTED = 0.5  # a place that holds less of a quotation in parts is looked at without their marks
_BETTER = 0.03  # by which words found elsewhere must raise a place's score
_HALVES = 2  # records in which the rest of a quotation is looked for
_LEAST_HALF = 0.3  # a place that holds less is no half of anything
_RUNS_ON = 0.15  # a place that seems to hold this much more than one speaker's words may run over turns


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate as it looks at a glance."""

    share: float
    number: int  # in the order of weights
    candidate: Candidate
    window: Span


@dataclass(frozen=True, slots=True)
class Finder:
    """Compares one statement with candidate after candidate."""

    statement: Statement
    quoted: QuotedWords
    corpus: Corpus
    people: People
    policy: Policy
    words: int  # folded words of the quotation, brackets included
    bits: float

    def matches(self, candidates: Sequence[Candidate]) -> list[Match]:
        """Return the matches at those candidates that may be the best, in no order."""
        glance = Glance(printed_parts(self.quoted))
        seen = sorted(self._seen(candidates, glance), key=lambda one: (-one.share, one.number))
        found: list[Match] = []
        best = 0.0
        for number, one in enumerate(seen):
            if number and not self._worth_aligning(one, seen[0], number, best):
                break
            record, window = one.candidate.record, self._closer(one, glance)
            turns = self.corpus.turns(record.version, window)
            match = self._aligned(record, turns, [window])
            if match := self._over_turns(one, turns, match) or match:
                found.append(match)
                best = max(best, match.wording_score)
        return found + self._completed(found, candidates)

    def through(self, record: Record, among: Sequence[PlacedTurn] | None = None) -> Match | None:
        """Return the best place in *record*, or in some of its turns, read from end to end; linear in their length."""
        turns = tuple(self.corpus.turns(record.version) if among is None else among)
        first, last = (turns[0].span.start, turns[-1].span.end) if turns else (0, 0)
        reach = self._window(Span(0, 0)).end
        steps = [Span(start, start + _STEP + reach) for start in range(first, last, _STEP)]
        found = [match for step in steps if (match := self._aligned(record, turns, [step]))]
        return max(found, key=lambda match: match.wording_score, default=None)

    def _seen(self, candidates: Sequence[Candidate], glance: Glance) -> Iterator[_Seen]:
        """Yield the candidates worth a look, with what they seem to hold."""
        best = 0.0
        for number, candidate in enumerate(candidates):
            weight = candidate.weight / (candidates[0].weight or 1.0)  # words that every passage has weigh nothing
            least = _HEAVY if number >= _SEVERAL else _FAINT
            if number >= _FIRST_FEW and weight < max(least, _LIGHT * best if best >= _GOOD else 0.0):
                return
            window = self._window(candidate.span)
            share = glance.share(self.corpus.text(candidate.record.version, window))
            best = max(best, share)
            yield _Seen(share, number, candidate, window)

    def _window(self, span: Span) -> Span:
        return around(span, len(self.statement.text), marked=len(self.quoted.parts) > 1)

    def _closer(self, one: _Seen, glance: Glance) -> Span:
        """Return the window to align: of a candidate that holds nearly all of the words, what stands around them."""
        if one.share < _NEARLY_ALL:
            return one.window
        place = glance.place(self.corpus.text(one.candidate.record.version, one.window))
        return one.window.common(self._window(place.shift(one.window.start))) if place else one.window

    @staticmethod
    def _worth_aligning(one: _Seen, first: _Seen, number: int, best: float) -> bool:
        """Return whether a candidate may be as good as those aligned before it."""
        if first.share < _WEAK:
            return number < _WEAK_ALIGNED and one.share >= max(_WEAK_LEAST, first.share - _WEAK_NEAR)
        if one.share >= first.share - _EQUALLY:
            return number < _EQUAL
        return number < _ALIGNED and one.share >= first.share - _NEAR and best < 1.0

    def _aligned(self, record: Record, turns: Sequence[PlacedTurn], windows: Sequence[Span]) -> Match | None:
        pieces = tuple(piece for window in windows for piece in crop(turns, window))
        words = read_record(pieces, record.lang)
        alignment = align_words(self.quoted, words, self.statement.lang, self.policy)
        if len(self.quoted.parts) > 1 and (alignment is None or alignment.score < _LEAST_PARTED):
            alignment = self._as_one(words) or alignment
        return self._place(record, alignment, turns) if alignment else None

    def _over_turns(self, one: _Seen, near: Sequence[PlacedTurn], match: Match | None) -> Match | None:
        """Return the place over turns of several speakers, where far more of a part stands than in one's own words.

        Question and answer run together are one place: who holds which words is told by their spans.
        """
        held = match.wording_score if match else 0.0
        speakers = {placed.turn.speaker for placed in near}
        weak = held < self.policy.found_score and one.share >= held + _RUNS_ON
        if len(self.quoted.parts) > 1 or len(speakers) < 2 or not weak:
            return None
        record = one.candidate.record
        words = read_record(unnamed(crop(near, one.window)), record.lang)
        alignment = align_words(self.quoted, words, self.statement.lang, self.policy)
        if alignment is None or alignment.score < held + _RUNS_ON:
            return None
        turns = [placed for placed in near if alignment.first_turn <= placed.number <= alignment.last_turn]
        foreign = sum(placed.turn.speaker != turns[0].turn.speaker for placed in turns)
        return self._place(record, replace(alignment, gap_turns=foreign), near)

    def _as_one(self, words: RecordWords) -> Alignment | None:
        """Return where the words stand with the marks between the parts left out of account; only if they are no match.

        Of a part with many other words little is sure enough to be found by itself. What comes nearest
        is shown, but a quotation is never judged without its own marks.
        """
        whole = replace(self.quoted, parts=(Part(0, len(self.quoted.words), Mark.START),))
        alignment = align_words(whole, words, self.statement.lang, self.policy)
        return alignment if alignment and alignment.score < self.policy.found_score else None

    def _place(self, record: Record, alignment: Alignment, turns: Sequence[PlacedTurn]) -> Match:
        longest = max(alignment.spans, key=lambda span: span.end - span.start)
        turn = next((one for one in turns if one.span.start <= longest.start < one.span.end), turns[0])
        turn = as_interpreted(turn, longest.start)
        who = speaker_score(self.statement, turn, record, self.people)
        when = date_score(self.statement, record)
        said = " … ".join(cut_turns(turns, span) for span in alignment.spans)
        agreement = _AGREEMENT * ((who or 0.0) + (when or 0.0))
        total = (1 - 2 * _AGREEMENT - _TIGHT) * alignment.score + agreement + _TIGHT * tightness(alignment, said)
        before, after = context_of(turns, alignment.spans)
        return Match(
            record=record,
            alignment=alignment,
            turn=turn,
            said=said,
            context_before=before,
            context_after=after,
            wording=judge_wording(alignment, self.words, self.bits, self.policy),
            wording_score=alignment.score,
            speaker_score=who,
            date_score=when,
            total=total,
        )

    def _completed(self, found: Sequence[Match], candidates: Sequence[Candidate]) -> list[Match]:
        """Return better places over two stretches of one record, for words that stand far apart in it."""
        ranked = sorted(found, key=lambda match: -match.total)
        better: list[Match] = []
        versions: set[str] = set()
        for match in ranked:
            version = match.record.version
            if match.wording_score < _LEAST_HALF or len(versions) >= _HALVES or version in versions:
                continue
            versions.add(version)
            if (rest := self._rest(match.alignment)) and (whole := self._joined(match, rest, candidates)):
                better.append(whole)
        return better

    def _rest(self, alignment: Alignment) -> str:
        """Return the quoted words that the place lacks in one run, or of a missing part; "" where there are none."""
        missing = [edit.quoted for edit in alignment.edits if edit.kind is EditKind.INSERTION_UNBRACKETED]
        longest = max(missing, key=lambda words: len(words.split()), default="")
        if len(longest.split()) >= _REST_WORDS:
            return longest
        return self.statement.text if alignment.parts_found < alignment.parts else ""

    def _joined(self, match: Match, rest: str, candidates: Sequence[Candidate]) -> Match | None:
        """Return the match over this place and the one of the same record that holds most of the rest."""
        record = match.record
        asked = Query(tuple(fold_words(rest, self.statement.lang)), version=record.version)
        own = [one.span for one in candidates if one.record.version == record.version]
        own += [one.span for one in self.corpus.candidates(asked, Budget(_REST_CANDIDATES, _REST_POSTINGS))]
        here = hull(*match.alignment.spans)
        near = self._window(here)
        others = [window for span in own if not near.holds(window := self._window(span))]
        glance = Glance(printed_parts(self.quoted) if rest == self.statement.text else [rest])
        best: Match | None = None
        for window in list(dict.fromkeys(others))[:_REST_PLACES]:
            if glance.best_part(self.corpus.text(record.version, window)) < _REST_SHARE:
                continue
            windows = merged((near, window))
            turns = {turn.number: turn for one in windows for turn in self.corpus.turns(record.version, one)}
            whole = self._aligned(record, [turns[number] for number in sorted(turns)], windows)
            if whole and self._is_better(whole, best or match):
                best = self._with_gap(whole) if len(windows) > 1 else whole
        return best

    def _with_gap(self, match: Match) -> Match:
        """Return the match with the words counted that its parts skip between two stretches."""
        spans = match.alignment.spans
        if match.alignment.parts < 2:
            return match
        turns = self.corpus.turns(match.record.version, hull(*spans))
        between = [Span(one.end, two.start) for one, two in pairwise(spans) if one.end < two.start]
        words = [len(cut_turns(turns, gap).split()) for gap in between]
        return replace(match, alignment=replace(match.alignment, gap_words=max(words, default=0)))

    @staticmethod
    def _is_better(whole: Match, match: Match) -> bool:
        parts = whole.alignment.parts_found > match.alignment.parts_found
        return parts or whole.wording_score > match.wording_score + _BETTER


def tightness(alignment: Alignment, said: str) -> float:
    """Return the share of the record's words at the place that the quotation holds: 1 where it skips none."""
    return min(1.0, alignment.matched_words / max(1, len(said.split())))
