"""decide: the headline rules, over the whole product of the axes and on named cases."""

from dataclasses import replace
from itertools import product

import pytest

from verifier.model.evidence import CoverageState, Dating, Headline, SpeakerCheck, TranslationGrade, Wording
from verifier.verdict import ACCUSING, UNFOUND, Findings, decide

FLAGS = (
    "has_place",
    "place_sure",
    "bearing",
    "clear_claim",
    "person_searched",
    "day_ruled_out",
    "two_events",
    "enough_words",
    "same_language",
    "source_failed",
    "in_abstain_band",
    "records_differ",
    "one_event",
    "part_missing",
    "original_tier_sure",
)
AXES = list(product(Wording, SpeakerCheck, Dating, CoverageState, [None, *TranslationGrade]))
VERIFIED = Findings(Wording.EXACT, SpeakerCheck.SAME, Dating.CONSISTENT, CoverageState.PARTIAL)


def every_combination():
    """Yield every combination of the axes, alone and with each single flag turned over."""
    for axes in AXES:
        findings = Findings(*axes)
        yield findings
        for flag in FLAGS:
            yield replace(findings, **{flag: not getattr(findings, flag)})


def test_every_combination_has_a_headline_that_does_not_deny_found_words():
    """Found words are never "not in the record", and only unplaced ones are not checkable."""
    for findings in every_combination():
        headline = decide(findings).headline
        assert isinstance(headline, Headline)
        if findings.wording not in UNFOUND:
            assert headline is not Headline.NOT_IN_RECORD
            if findings.has_place:
                assert headline is not Headline.NOT_CHECKABLE, findings


def test_no_accusing_headline_rests_on_too_little():
    """No accusation rests on fragment, no_match (but absence), indirect speech or a non-bearing record (but date)."""
    for findings in every_combination():
        headline = decide(findings).headline
        if headline not in ACCUSING:
            continue
        if headline is Headline.NOT_IN_RECORD:
            assert findings.wording is Wording.NO_MATCH
            assert findings.coverage is CoverageState.HELD
            assert not findings.source_failed
        else:
            assert findings.wording not in UNFOUND, findings
            assert findings.place_sure, findings
            assert findings.bearing or headline is Headline.MISDATED, findings


@pytest.mark.parametrize(
    ("headline", "needed"),
    [
        pytest.param(Headline.MISATTRIBUTED, "place_sure bearing clear_claim person_searched", id="misattributed"),
        pytest.param(Headline.ALTERED, "place_sure bearing", id="altered"),
        pytest.param(Headline.MISDATED, "place_sure day_ruled_out", id="misdated"),
        pytest.param(Headline.INEXACT, "bearing", id="inexact"),
        pytest.param(Headline.NOT_IN_RECORD, "clear_claim enough_words same_language", id="not in record"),
    ],
)
def test_a_missing_precondition_leads_to_review_and_is_named(headline, needed):
    """Whatever the axes, taking one precondition away turns the headline into needs_review with a reason."""
    for axes in AXES:
        findings = Findings(*axes)
        if decide(findings).headline is not headline:
            continue
        for flag in needed.split():
            decision = decide(replace(findings, **{flag: False}))
            assert decision.headline is Headline.NEEDS_REVIEW, (findings, flag)
            assert decision.doubts


def test_a_failed_source_never_weakens_verified_and_blocks_absence():
    """Source failures block not_in_record and misattributed only."""
    for axes in AXES:
        findings = Findings(*axes)
        headline, failed = decide(findings).headline, decide(replace(findings, source_failed=True)).headline
        if headline in {Headline.NOT_IN_RECORD, Headline.MISATTRIBUTED}:
            assert failed is Headline.NEEDS_REVIEW
        else:
            assert failed is headline


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        pytest.param({}, Headline.VERIFIED, id="same words, speaker and day"),
        pytest.param({"dating": Dating.OFF_BY_ONE}, Headline.VERIFIED, id="one day off stays verified"),
        pytest.param({"dating": Dating.NOT_CLAIMED}, Headline.VERIFIED, id="no day claimed"),
        pytest.param({"speaker_check": SpeakerCheck.NOT_CLAIMED}, Headline.VERIFIED, id="no speaker claimed"),
        pytest.param({"bearing": False}, Headline.LOCATED, id="captions only locate"),
        pytest.param({"speaker_check": SpeakerCheck.RELAYED}, Headline.LOCATED, id="relayed"),
        pytest.param({"dating": Dating.LATER_RECORD}, Headline.LOCATED, id="said again later"),
        pytest.param({"speaker_check": SpeakerCheck.DIFFERENT}, Headline.MISATTRIBUTED, id="another speaker"),
        pytest.param({"speaker_check": SpeakerCheck.ASKED_NOT_SAID}, Headline.MISATTRIBUTED, id="the question's words"),
        pytest.param({"speaker_check": SpeakerCheck.QUOTING_ANOTHER}, Headline.NEEDS_REVIEW, id="quoting another"),
        pytest.param({"dating": Dating.WRONG_DATE}, Headline.MISDATED, id="another day"),
        pytest.param(
            {"dating": Dating.WRONG_DATE, "day_ruled_out": False}, Headline.NEEDS_REVIEW, id="perhaps said twice"
        ),
        pytest.param({"wording": Wording.ALTERED_MATERIAL}, Headline.ALTERED, id="meaning changed"),
        pytest.param(
            {"wording": Wording.ALTERED_MATERIAL, "speaker_check": SpeakerCheck.DIFFERENT},
            Headline.MISATTRIBUTED,
            id="the wrong speaker comes before the changed word",
        ),
        pytest.param({"wording": Wording.SPLICED}, Headline.INEXACT, id="spliced in one event"),
        pytest.param({"wording": Wording.SPLICED, "two_events": True}, Headline.ALTERED, id="spliced of two events"),
        pytest.param({"wording": Wording.ALTERED_MINOR, "part_missing": True}, Headline.NEEDS_REVIEW, id="a part lost"),
        pytest.param({"wording": Wording.FRAGMENT}, Headline.FRAGMENT_LOCATED, id="fragment by speaker and day"),
        pytest.param(
            {"wording": Wording.FRAGMENT, "dating": Dating.WRONG_DATE}, Headline.NOT_CHECKABLE, id="fragment elsewhere"
        ),
        pytest.param({"wording": Wording.NO_MATCH}, Headline.NOT_CHECKABLE, id="absent, search incomplete"),
        pytest.param(
            {"wording": Wording.NO_MATCH, "coverage": CoverageState.HELD},
            Headline.NOT_IN_RECORD,
            id="absent from the held record",
        ),
        pytest.param({"wording": Wording.NOT_JUDGED}, Headline.NOT_CHECKABLE, id="indirect speech"),
        pytest.param(
            {"wording": Wording.TRANSLATION, "translation_grade": TranslationGrade.CONSISTENT},
            Headline.VERIFIED_TRANSLATION,
            id="translation agrees",
        ),
        pytest.param(
            {
                "wording": Wording.TRANSLATION,
                "translation_grade": TranslationGrade.CONSISTENT,
                "bearing": False,
                "original_tier_sure": False,
            },
            Headline.LOCATED,
            id="translation agrees, no original held",
        ),
        pytest.param(
            {"wording": Wording.TRANSLATION, "translation_grade": TranslationGrade.NOT_ASSESSED, "has_place": False},
            Headline.NOT_CHECKABLE,
            id="a record in another language, not compared",
        ),
        pytest.param({"records_differ": True}, Headline.NEEDS_REVIEW, id="two records of the event differ"),
        pytest.param({"in_abstain_band": True}, Headline.NEEDS_REVIEW, id="score in the abstain band"),
        pytest.param({"disowned": True}, Headline.LOCATED, id="the article itself denies it"),
        pytest.param(
            {"disowned": True, "wording": Wording.ALTERED_MATERIAL}, Headline.LOCATED, id="denied, in other words"
        ),
        pytest.param({"read_whole": False}, Headline.LOCATED, id="too long to be compared whole"),
        pytest.param(
            {"speaker_check": SpeakerCheck.DIFFERENT, "wording": Wording.SPLICED, "two_events": True},
            Headline.NEEDS_REVIEW,
            id="another speaker's words joined with a third event's",
        ),
    ],
)
def test_named_cases(changes, headline):
    """One case a rule, written from the design's list."""
    assert decide(replace(VERIFIED, **changes)).headline is headline
