"""From an article's statements to verdicts: no clock, no network, no writes; what a notebook uses."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.axes.context import ContextFinding, check_context
from verifier.axes.dating import DatingFinding, check_date
from verifier.axes.rivals import Rivals, compare_places
from verifier.axes.speaker_check import SpeakerFinding, check_speaker
from verifier.axes.translation import other_language_record
from verifier.axes.wording import explain_wording
from verifier.matching.places import Places, find_places
from verifier.model.article import Article, Basis, DateClaim, Form, Quotation, Speaker, SpeakerMention, Statement
from verifier.model.evidence import (
    Context,
    Coverage,
    CoverageState,
    Dating,
    Match,
    SpeakerCheck,
    TranslationGrade,
    Verdict,
    Wording,
)
from verifier.model.policy import Policy
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, Rendition
from verifier.retrieve.corpus import Claim, Corpus
from verifier.signals import read_signals
from verifier.signals.evidence import Evidence
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve
from verifier.text.folding import fold_words
from verifier.verdict import FAITHFUL, Findings, decide

_BEARING_TIER = 3
_UNSEARCHED_BUT_HARMLESS = frozenset({"disabled", "out_of_coverage"})


def verify(
    article: Article, statements: Sequence[Statement], corpus: Corpus, people: People, policy: Policy | None = None
) -> tuple[Verdict, ...]:
    """Return one verdict for each statement, in the same order."""
    return tuple(verify_statement(statement, article, corpus, people, policy) for statement in statements)


def verify_statement(
    statement: Statement, article: Article | None, corpus: Corpus, people: People, policy: Policy | None = None
) -> Verdict:
    """Return the verdict on one statement; *article* is None for a quotation given by itself."""
    policy = policy or Policy()
    coverage = corpus.coverage(Claim(statement.speaker, statement.date_claim, statement.event_claim))
    if statement.form is Form.INDIRECT:
        return _not_judged(statement, coverage, policy)
    places = find_places(statement, corpus, people, policy)
    rivals = compare_places(places, policy)
    case = _Case(statement, article, policy, coverage, places, rivals)
    return case.verdict(corpus, people)


@dataclass(frozen=True, slots=True)
class _Case:
    """One statement with all that was found for it."""

    statement: Statement
    article: Article | None
    policy: Policy
    coverage: Coverage
    places: Places
    rivals: Rivals

    @property
    def match(self) -> Match | None:
        """The best place, where its words are the quotation's in whatever wording."""
        best = self.places.best
        return None if best is None or best.wording is Wording.NO_MATCH else best

    def verdict(self, corpus: Corpus, people: People) -> Verdict:
        """Return the verdict: axes, headline, reasons."""
        match = self.match
        foreign = None if match else other_language_record(self.statement, self.article, corpus)
        wording = match.wording if match else Wording.TRANSLATION if foreign else Wording.NO_MATCH
        speaker = self._speaker(match, people)
        dating = self._dating(match.record if match else foreign.event if foreign else None)
        context = self._context(match)
        ruled_out = match is not None and self._day_ruled_out(dating, match, corpus)
        findings = self._findings(wording, speaker, dating, match, ruled_out)
        decision = decide(findings)
        reasons = [explain_wording(wording, match), speaker.reason, dating.reason]
        if foreign:
            reasons.append(foreign.reason)
        if context.value is not Context.NONE_NOTED:
            reasons.append(context.reason)
        if match is None:
            reasons.append(self.coverage.why)
        near = self.places.matches[1:] if match else self.places.matches
        return Verdict(
            statement_id=self.statement.id,
            headline=decision.headline,
            wording=wording,
            speaker_check=speaker.value,
            dating=dating.value,
            context=context.value,
            coverage=self.coverage,
            translation_grade=TranslationGrade.NOT_ASSESSED if foreign else None,
            score=self.places.best.wording_score if self.places.best else 0.0,
            match=match,
            runners_up=near[: self.policy.runners_up],
            signals=read_signals(Evidence(self.statement, self.places, self.rivals.equal, self.policy)),
            flags=self._flags(),
            reasons=tuple(_sentence(reason) for reason in (*reasons, *decision.doubts)),
            policy=self.policy.name,
            days_apart=dating.days_apart,
        )

    def _speaker(self, match: Match | None, people: People) -> SpeakerFinding:
        if match is None:
            value = SpeakerCheck.UNRESOLVED if self.statement.speaker else SpeakerCheck.NOT_CLAIMED
            return SpeakerFinding(value, "without a place in a record the speaker cannot be checked")
        longest = max(match.alignment.spans, key=lambda span: span.end - span.start)
        return check_speaker(self.statement, match.turn, longest, match.record, people)

    def _dating(self, record: Record | None) -> DatingFinding:
        published = self.article.published if self.article else None
        if record is not None:
            return check_date(self.statement, record, published, self.policy)
        if self.statement.date_claim is None:
            return DatingFinding(Dating.NOT_CLAIMED, "the article gives no date for these words")
        return DatingFinding(Dating.UNKNOWN, "without a place in a record the date cannot be checked")

    def _context(self, match: Match | None) -> ContextFinding:
        if match is None or match.wording is Wording.FRAGMENT:
            return ContextFinding(Context.NOT_ASSESSED, "context is assessed only where a place is found")
        return check_context(match, match.record.lang)

    def _findings(
        self, wording: Wording, speaker: SpeakerFinding, dating: DatingFinding, match: Match | None, ruled_out: bool
    ) -> Findings:
        event = self.coverage.event
        enough_bits = self.places.bits >= self.policy.min_bits
        score = self.places.best.wording_score if self.places.best else 0.0
        in_band = self.policy.abstain_low <= score < self.policy.abstain_high
        return Findings(
            wording=wording,
            speaker_check=speaker.value,
            dating=dating.value,
            coverage=self.coverage.state,
            translation_grade=TranslationGrade.NOT_ASSESSED if wording is Wording.TRANSLATION else None,
            has_place=match is not None,
            place_sure=match is not None and enough_bits and not self.rivals.agreeing,
            bearing=match is not None and is_bearing(match),
            clear_claim=self.statement.speaker is not None
            and self.statement.attribution_confidence >= self.policy.min_attribution,
            person_searched=self.coverage.state in {CoverageState.HELD, CoverageState.PARTIAL},
            day_ruled_out=ruled_out,
            enough_words=enough_bits and self.places.words >= self.policy.min_absence_words,
            same_language=event is None or event.lang == self.statement.lang,
            source_failed=any(
                not one.searched and one.outcome not in _UNSEARCHED_BUT_HARMLESS for one in self.coverage.sources
            ),
            in_abstain_band=in_band and wording not in {*FAITHFUL, Wording.FRAGMENT, Wording.TRANSLATION},
            records_differ=self.rivals.records_differ,
            one_event=not self.rivals.other_events,
            part_missing=match is not None and match.alignment.parts_found < match.alignment.parts,
        )

    def _day_ruled_out(self, dating: DatingFinding, match: Match, corpus: Corpus) -> bool:
        """Return whether the claimed day cannot be the day of these words."""
        if dating.value is Dating.IMPOSSIBLE:
            return True
        if dating.value in {Dating.WRONG_DATE, Dating.RECYCLED} and self._occasion_named(match.record, corpus):
            return True
        held, claim = self.coverage.event, self.statement.date_claim
        elsewhere = held is not None and held.version != match.record.version
        return elsewhere and self.coverage.state is CoverageState.HELD and claim is not None and not claim.inherited

    def _occasion_named(self, record: Record, corpus: Corpus) -> bool:
        """Return whether the article names this record's place, venue or counterpart, and no other day's has it."""
        event = self.statement.event_claim
        if event is None or self.statement.speaker is None:
            return False
        # A place where the person speaks every week, such as the White House, says nothing about the day.
        others = [one for one in corpus.records(self.statement.speaker, None) if one.date != record.date]
        return any(
            _names(record, words) and not any(_names(one, words) for one in others)
            for words in (event.place, event.venue, event.counterpart)
            if words
        )

    def _flags(self) -> tuple[str, ...]:
        flags = list(self.statement.flags)
        if self.places.cut:
            flags.append("quotation_cut")
        if self.rivals.equal:
            flags.append("equally_good_places")
        return tuple(dict.fromkeys(flags))


def is_bearing(match: Match) -> bool:
    """Return whether a verdict may rest on this place: an original turn in a record of tier 3 or better."""
    rendition = match.turn.turn.rendition or match.record.rendition
    return rendition is Rendition.ORIGINAL and match.record.tier <= _BEARING_TIER


def _names(record: Record, words: str) -> bool:
    """Return whether the record's title, place or speakers hold all of *words*."""
    said = {*fold_words(f"{record.title} {record.place or ''} {' '.join(record.speakers)}", record.lang)}
    return set(fold_words(words)) <= said


def _not_judged(statement: Statement, coverage: Coverage, policy: Policy) -> Verdict:
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


def statement_of(
    text: str,
    people: People,
    *,
    speaker: str | None = None,
    date: Interval | None = None,
    lang: str = "en",
    id: str | None = None,
) -> Statement:
    """Return a quotation given by itself as a statement; its spans are offsets into *text*."""
    words = " ".join(fold_words(text, lang))
    made = hashlib.sha256(f"given\x1f{words}\x1f{speaker or ''}\x1f{date or ''}".encode()).hexdigest()[:16]
    return Statement(
        id=id or made,
        form=Form.DIRECT,
        quotations=(Quotation(Span(0, len(text)), text),),
        attribution_id=id or made,
        speaker=_given_speaker(speaker, date, people),
        mention=SpeakerMention(speaker) if speaker else None,
        date_claim=DateClaim(date, str(date), Basis.GIVEN) if date else None,
        lang=lang,
    )


def _given_speaker(name: str | None, date: Interval | None, people: People) -> Speaker | None:
    """Return the person that *name* resolves to, else the name as it is given."""
    if not name:
        return None
    return resolve(name, date.last if date else None, people) or Speaker(name)
