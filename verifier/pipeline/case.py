"""One statement with all that was found for it, and the verdict that follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from verifier.axes.absence import explain_absence
from verifier.axes.brackets import unnamed_in_brackets
from verifier.axes.claimed_day import ruled_out
from verifier.axes.context import UNPLACED, ContextFinding, check_context
from verifier.axes.dating import DatingFinding, check_date, undated
from verifier.axes.halves import Half
from verifier.axes.pieces import explain_turns, pieces_of
from verifier.axes.records import is_bearing
from verifier.axes.rivals import Rivals, explain_rivals, explain_twins
from verifier.axes.speaker_check import SpeakerFinding, check_speaker, without_place
from verifier.axes.strays import explain_stray
from verifier.axes.translation import Rendered, other_language_record, rendered
from verifier.axes.wording import COMMON, explain_wording, placed
from verifier.matching.places import Places
from verifier.model.article import Article, Statement
from verifier.model.evidence import (
    Context,
    Coverage,
    CoverageState,
    Dating,
    Match,
    Signal,
    SpeakerCheck,
    Stray,
    TranslationGrade,
    Verdict,
    Wording,
)
from verifier.model.policy import Policy
from verifier.retrieve.corpus import Corpus
from verifier.signals.probability import probability
from verifier.speakers.registry import People
from verifier.verdict import Decision, Findings, decide

_ASKED = "asked"  # the article gives these words as a question
_DENIED = "denied"  # the article itself says that these words were not said
_UNSEARCHED_BUT_HARMLESS = frozenset({"disabled", "out_of_coverage"})
# The probability says nothing of these: little can be wrong with a fragment, a translation shares no words.
_UNWEIGHED = frozenset({Wording.FRAGMENT, Wording.TRANSLATION})


@dataclass(frozen=True, slots=True)
class Case:
    """One statement with all that was found for it."""

    statement: Statement
    article: Article | None
    policy: Policy
    coverage: Coverage
    places: Places
    agreeing_bits: float  # of the words that the best place has too
    rivals: Rivals
    half: Half | None
    signals: tuple[Signal, ...]
    stray: Stray | None

    def verdict(self, corpus: Corpus, people: People) -> Verdict:
        """Return the verdict: axes, headline, reasons."""
        match = placed(self.places.best, self.rivals, self.half)
        if match is None:
            return self._unplaced(corpus, people)
        rendering = rendered(match, self.statement, corpus)
        if rendering is not None:
            match = replace(match, wording=Wording.TRANSLATION)
        elsewhere = self.half.pieces if self.half else ()
        speaker = check_speaker(self.statement, match, elsewhere, corpus, people, self.policy)
        dating = self._dating(match)
        unsure = match.wording is Wording.FRAGMENT
        context = UNPLACED if unsure else check_context(match, self.statement, self.article, corpus)
        ruled = ruled_out(self.statement, self.places, dating, self.coverage, corpus, people, self.policy)
        unnamed = unnamed_in_brackets(match, corpus, people)
        findings = self._findings(match, speaker, dating, rendering, ruled)
        decision = decide(replace(findings, brackets_unsure=unnamed is not None))
        reasons = (
            COMMON if self.rivals.common else explain_wording(match.wording, match, self.half),
            self._cut_reason,
            unnamed,
            explain_turns(pieces_of(match, corpus)),
            self._asked_reason,
            rendering.reason if rendering else None,
            self.half.reason if self.half else explain_stray(self.stray),
            speaker.reason,
            dating.reason,
            ruled,
            context.reason if context.value is not Context.NONE_NOTED else None,
            explain_rivals(self.rivals),
            explain_twins(self.rivals, match),
            self.rivals.difference,
            *decision.doubts,
        )
        grade = rendering.grade if rendering else None
        return self._answer(match.wording, speaker, dating, context, decision, reasons, match, grade)

    def _dating(self, match: Match) -> DatingFinding:
        """Return how the claimed day stands to the place's; of words from two records the nearer one is compared."""
        records = [match.record, *([self.half.record] if self.half else [])]
        found = [check_date(self.statement, record, self._published, self.policy) for record in records]
        return min(found, key=lambda finding: (finding.days_apart is None, finding.days_apart or 0))

    def _unplaced(self, corpus: Corpus, people: People) -> Verdict:
        """Return the verdict where no place has the words: absent, or to be looked for in another language."""
        foreign = other_language_record(self.statement, self.article, self.coverage.event, corpus, people)
        wording = Wording.TRANSLATION if foreign else Wording.NO_MATCH
        speaker = without_place(self.statement)
        if foreign and foreign.event:
            dating = check_date(self.statement, foreign.event, self._published, self.policy)
        else:
            dating = undated(self.statement, self._published, judged=foreign is None)
        decision = decide(self._findings(None, speaker, dating, None, None, wording))
        said = explain_wording(wording, None)
        read = foreign.reason if foreign else explain_absence(self.coverage, self.statement)
        reasons = (said, self._cut_reason, self._asked_reason, read, speaker.reason, dating.reason, UNPLACED.reason)
        grade = TranslationGrade.NOT_ASSESSED if foreign else None
        return self._answer(
            wording, speaker, dating, UNPLACED, decision, (*reasons, self.coverage.why, *decision.doubts), None, grade
        )

    @property
    def _person_searched(self) -> bool:
        """Whether the claimed person's records for the window were searched: a gap alone is no record."""
        some = self.coverage.state is CoverageState.PARTIAL and self.coverage.transcripts > 0
        return some or self.coverage.state is CoverageState.HELD

    @property
    def _source_failed(self) -> bool:
        """Whether a source that covers the person could not be searched."""
        missed = (one for one in self.coverage.sources if not one.searched)
        return any(one.outcome not in _UNSEARCHED_BUT_HARMLESS for one in missed)

    @property
    def _cut_reason(self) -> str | None:
        """What is said of a quotation that was too long to be compared whole."""
        if not self.places.cut:
            return None
        return f"only the first {self.policy.max_quotation_words:,} words of the quotation were compared"

    @property
    def _asked_reason(self) -> str | None:
        """What is said of words that the article itself gives as a question."""
        if _ASKED not in self.statement.flags:
            return None
        speaker = self.statement.speaker
        asker = f"{speaker.name} put" if speaker else "was put to somebody, and names nobody as saying them"
        return f"the article gives these words as a question that {asker}"

    @property
    def _published(self) -> date | None:
        return self.article.published if self.article else None

    def _findings(
        self,
        match: Match | None,
        speaker: SpeakerFinding,
        dating: DatingFinding,
        rendering: Rendered | None,
        ruled: str | None,
        wording: Wording = Wording.NO_MATCH,
    ) -> Findings:
        """Return the axes and the preconditions of the rules; *wording* is that of a statement without a place."""
        event = self.coverage.event
        judged = match.wording if match else wording
        missing = match is not None and match.alignment.parts_found < match.alignment.parts
        weighed = judged not in _UNWEIGHED and self.half is None and not missing
        return Findings(
            wording=judged,
            speaker_check=speaker.value,
            dating=dating.value,
            coverage=self.coverage.state,
            translation_grade=rendering.grade if rendering else None,
            has_place=match is not None,
            place_sure=match is not None and self.agreeing_bits >= self.policy.min_bits and self.rivals.sure,
            bearing=match is not None and is_bearing(match),
            disowned=_DENIED in self.statement.flags,
            clear_claim=self.statement.speaker is not None
            and self.statement.attribution_confidence >= self.policy.min_attribution,
            person_searched=self._person_searched,
            day_ruled_out=ruled is not None,
            two_events=self.half is not None and self.half.two_events,
            enough_words=self._enough_words,
            same_language=event is None or event.lang == self.statement.lang,
            source_failed=self._source_failed,
            in_abstain_band=weighed and self.policy.abstain_low <= self._score < self.policy.abstain_high,
            below_band=weighed and match is not None and self._score < self.policy.abstain_low,
            records_differ=self.rivals.difference is not None,
            one_event=self.rivals.one_event,
            part_missing=missing,
            read_whole=not self.places.cut,
            original_tier_sure=rendering is not None and rendering.original is not None,
        )

    @property
    def _enough_words(self) -> bool:
        """Whether the quotation has words, and tells enough, to be missed where it does not stand."""
        enough_bits = self.places.bits >= self.policy.min_bits
        return enough_bits and self.places.words >= self.policy.min_absence_words

    @property
    def _score(self) -> float:
        return probability(self.signals, self.policy)

    def _answer(
        self,
        wording: Wording,
        speaker: SpeakerFinding,
        dating: DatingFinding,
        context: ContextFinding,
        decision: Decision,
        reasons: Iterable[str | None],
        match: Match | None,
        grade: TranslationGrade | None,
    ) -> Verdict:
        """Return the verdict with its evidence."""
        near = self.places.matches[1:] if match else self.places.matches
        return Verdict(
            statement_id=self.statement.id,
            headline=decision.headline,
            wording=wording,
            speaker_check=speaker.value,
            dating=dating.value,
            context=context.value,
            coverage=self.coverage,
            translation_grade=grade,
            score=self._score,
            match=match,
            runners_up=near[: self.policy.runners_up],
            signals=self.signals,
            flags=self._flags(match),
            reasons=tuple(dict.fromkeys(_sentence(reason) for reason in reasons if reason)),
            policy=self.policy.name,
            days_apart=dating.days_apart,
        )

    def _flags(self, match: Match | None) -> tuple[str, ...]:
        noted = {
            "quotation_cut": self.places.cut,
            "search_capped": self.places.capped,
            "equally_good_places": bool(self.rivals.equal),
            "two_events": self.half is not None and self.half.two_events,
            "part_missing": match is not None and match.alignment.parts_found < match.alignment.parts,
            "records_differ": self.rivals.difference is not None,
        }
        return tuple(dict.fromkeys([*self.statement.flags, *(flag for flag, present in noted.items() if present)]))


def not_judged(statement: Statement, coverage: Coverage, policy: Policy) -> Verdict:
    """Return the verdict on indirect speech, which is never judged by its wording."""
    speaker = SpeakerCheck.UNRESOLVED if statement.speaker else SpeakerCheck.NOT_CLAIMED
    dating = Dating.UNKNOWN if statement.date_claim else Dating.NOT_CLAIMED
    return Verdict(
        statement_id=statement.id,
        headline=decide(Findings(Wording.NOT_JUDGED, speaker, dating, coverage.state)).headline,
        wording=Wording.NOT_JUDGED,
        speaker_check=speaker,
        dating=dating,
        context=Context.NOT_ASSESSED,
        coverage=coverage,
        translation_grade=None,
        score=None,
        match=None,
        runners_up=(),
        signals=(),
        flags=statement.flags,
        reasons=(_sentence(explain_wording(Wording.NOT_JUDGED, None)),),
        policy=policy.name,
    )


def _sentence(reason: str) -> str:
    """Return *reason* as a sentence: a capital first, a full stop last."""
    text = reason[:1].upper() + reason[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
