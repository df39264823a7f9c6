"""The headline that five axes and their preconditions lead to, by rules that are tried in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.model.evidence import CoverageState, Dating, Headline, SpeakerCheck, TranslationGrade, Wording

UNFOUND = frozenset({Wording.FRAGMENT, Wording.NO_MATCH, Wording.NOT_JUDGED})
MEANING_CHANGED = frozenset({Wording.ALTERED_MATERIAL, Wording.ELISION_MISLEADING})
DIFFERING = frozenset({Wording.ALTERED_MINOR, Wording.SPLICED, Wording.PARAPHRASE})
FAITHFUL = frozenset({Wording.EXACT, Wording.MARKED, Wording.CLEANED})
NOT_SPOKEN_BY = frozenset({SpeakerCheck.DIFFERENT, SpeakerCheck.ASKED_NOT_SAID})
SPEAKER_AGREES = frozenset({SpeakerCheck.SAME, SpeakerCheck.NOT_CLAIMED})
DAY_DIFFERS = frozenset({Dating.WRONG_DATE, Dating.IMPOSSIBLE, Dating.RECYCLED})
DAY_AGREES = frozenset({Dating.CONSISTENT, Dating.OFF_BY_ONE, Dating.NOT_CLAIMED, Dating.UNKNOWN})
ACCUSING = frozenset({Headline.MISATTRIBUTED, Headline.ALTERED, Headline.MISDATED, Headline.NOT_IN_RECORD})


@dataclass(frozen=True, slots=True)
class Findings:
    """The axes, and what else the rules ask; every field is a fact established before."""

    wording: Wording
    speaker_check: SpeakerCheck
    dating: Dating
    coverage: CoverageState
    translation_grade: TranslationGrade | None = None
    has_place: bool = True  # a place in a record was matched
    place_sure: bool = True  # enough information, and no rival place by the claimed person or on the claimed day
    bearing: bool = True  # the turn's rendition is original, in a record of tier 3 or better
    clear_claim: bool = True  # the article names the speaker, resolved with confidence
    person_searched: bool = True  # the claimed person's records for the window were searched
    day_ruled_out: bool = True  # the claimed day cannot be the day of these words
    two_events: bool = False  # one pair of marks holds the words of two events
    enough_words: bool = True  # for absence: words and information
    same_language: bool = True  # quotation and the held record
    source_failed: bool = False  # a source that covers the claimed person
    in_abstain_band: bool = False
    below_band: bool = False  # found in other words, and the score says that they hardly stand there
    records_differ: bool = False  # two bearing records of one event and tier differ in the deciding words
    one_event: bool = True  # all equally good places lie in one event
    part_missing: bool = False  # one of several parts was not found
    disowned: bool = False  # the article itself says that these words were not said
    read_whole: bool = True  # the quotation was not too long to be compared whole
    brackets_unsure: bool = False  # whom brackets name for a pronoun is not named near by
    original_tier_sure: bool = True  # the original behind a translation is of tier 3 or better


@dataclass(frozen=True, slots=True)
class Decision:
    """A headline with the sentences that say why it is not a stronger one."""

    headline: Headline
    doubts: tuple[str, ...] = ()


_Conditions = tuple[tuple[bool, str], ...]


def _misattributed(f: Findings) -> _Conditions | None:
    if f.wording in UNFOUND or f.speaker_check not in NOT_SPOKEN_BY:
        return None
    return (
        (f.place_sure, "the place is not sure: the words could stand elsewhere too"),
        (f.bearing, "the record is not an original of tier 3 or better"),
        (f.clear_claim, "the article does not name the speaker clearly"),
        (not f.two_events, "its words are of two events"),
        (f.person_searched, "the records of the person named were not searched for that time"),
        (not f.source_failed, "a source that covers the person named could not be searched"),
    )


def _altered(f: Findings) -> _Conditions | None:
    if f.wording not in MEANING_CHANGED and (not f.two_events or f.wording in UNFOUND):
        return None
    return (
        (f.place_sure, "the place is not sure: the words could stand elsewhere too"),
        (f.bearing, "the record is not an original of tier 3 or better"),
        (f.speaker_check in SPEAKER_AGREES, "the speaker of these words is open"),
    )


def _misdated(f: Findings) -> _Conditions | None:
    if f.wording in UNFOUND or f.dating not in DAY_DIFFERS:
        return None
    return (
        (f.place_sure, "the place is not sure: the words could stand elsewhere too"),
        (f.speaker_check in SPEAKER_AGREES, "the speaker of these words is open"),
        (f.day_ruled_out, "the claimed day is not ruled out: the words may have been spoken twice"),
    )


def _inexact(f: Findings) -> _Conditions | None:
    if f.wording not in DIFFERING:
        return None
    return (
        (f.bearing, "the record is not an original of tier 3 or better"),
        (f.speaker_check in SPEAKER_AGREES, "the speaker of these words is open"),
        (not f.part_missing, "one part of the quotation was not found"),
    )


def _not_in_record(f: Findings) -> _Conditions | None:
    if f.wording is not Wording.NO_MATCH or f.coverage is not CoverageState.HELD:
        return None
    return (
        (f.clear_claim, "the article does not name the speaker clearly"),
        (f.enough_words, "too few words, or too common ones, to say that they are absent"),
        (f.same_language, "the record is in another language than the quotation"),
        (not f.source_failed, "a source that covers the person named could not be searched"),
    )


def _ruled(headline: Headline, conditions: _Conditions) -> Decision:
    """Return the headline of a rule that applies, or needs_review where a precondition fails."""
    failed = tuple(sentence for holds, sentence in conditions if not holds)
    return Decision(Headline.NEEDS_REVIEW, failed) if failed else Decision(headline)


def _doubts_of(f: Findings) -> Iterator[str]:
    """Yield what sends any headline to review, whatever the rules say."""
    if f.speaker_check is SpeakerCheck.QUOTING_ANOTHER and f.wording not in UNFOUND:
        yield "the speaker is quoting somebody else at this place"
    if f.in_abstain_band:
        yield "the score falls in the band in which nothing is decided"
    if f.below_band:
        yield "the score says that these words hardly stand at this place"
    if f.brackets_unsure:
        yield "whom the brackets name is not borne out by the record"
    if f.records_differ and f.wording not in UNFOUND:
        yield "two records of this event differ in the deciding words"


def decide(f: Findings) -> Decision:
    """Return the headline of the first rule that applies; needs_review where one fails by a precondition.

    The rules and their order are those of the design, section 4. Fragments never reach rules 2 to
    5: too few words carry no accusation and no doubt worth a reviewer's time.
    """
    if f.wording is Wording.NOT_JUDGED:
        return Decision(Headline.NOT_CHECKABLE)
    if doubts := tuple(_doubts_of(f)):
        return Decision(Headline.NEEDS_REVIEW, doubts)
    if f.disowned:  # nobody is accused of what he himself denies
        return _decide_unaccused(f)
    for headline, rule in (
        (Headline.MISATTRIBUTED, _misattributed),
        (Headline.ALTERED, _altered),
        (Headline.MISDATED, _misdated),
        (Headline.INEXACT, _inexact),
    ):
        conditions = rule(f)
        if conditions is not None:
            return _ruled(headline, conditions)
    return _decide_unaccused(f)


def _decide_unaccused(f: Findings) -> Decision:
    """Return the headline where no rule that accuses or corrects applies: rules 6 to 11."""
    if _translation_verified(f):
        return Decision(Headline.VERIFIED_TRANSLATION)
    if (
        f.wording in FAITHFUL
        and f.read_whole
        and not f.disowned
        and f.bearing
        and f.speaker_check in SPEAKER_AGREES
        and f.dating in DAY_AGREES
    ):
        return Decision(Headline.VERIFIED)
    if f.wording not in UNFOUND and f.has_place:
        return Decision(Headline.LOCATED, tuple(_open_questions(f)))
    if f.wording is Wording.FRAGMENT:
        located = f.speaker_check is SpeakerCheck.SAME and f.dating is Dating.CONSISTENT and f.one_event
        return Decision(Headline.FRAGMENT_LOCATED if located and f.has_place else Headline.NOT_CHECKABLE)
    conditions = _not_in_record(f)
    return Decision(Headline.NOT_CHECKABLE) if conditions is None else _ruled(Headline.NOT_IN_RECORD, conditions)


def _translation_verified(f: Findings) -> bool:
    return (
        f.wording is Wording.TRANSLATION
        and f.has_place
        and f.translation_grade is TranslationGrade.CONSISTENT
        and f.original_tier_sure
        and f.speaker_check is SpeakerCheck.SAME
        and f.dating in DAY_AGREES
    )


def _open_questions(f: Findings) -> Iterator[str]:
    """Yield what keeps found words from being verified."""
    if f.wording is Wording.TRANSLATION:
        yield "the record is in another language, and the translation is not confirmed"
    elif not f.bearing:
        yield "the record is not an original of tier 3 or better"
    if f.speaker_check not in SPEAKER_AGREES:
        yield "who spoke these words is open"
    if f.disowned:
        yield "the article itself says that these words were not said"
    if not f.read_whole:
        yield "the quotation is too long to be compared whole"
    if f.dating is Dating.LATER_RECORD:
        yield "the only record is later than the article"
    if f.dating is Dating.RECORD_CONFLICT:
        yield "the record's own dates disagree"
