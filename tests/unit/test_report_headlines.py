"""What readers are told: one fixed sentence a headline, plain words for every value of every axis."""

import itertools
from dataclasses import replace

import pytest
from report_samples import ABSENT, ALTERED, VERDICTS, verdict

from verifier.model.evidence import (
    Context,
    CoverageState,
    Dating,
    Headline,
    SpeakerCheck,
    TranslationGrade,
    Wording,
)
from verifier.model.transcript import Rendition
from verifier.report.axis_words import RENDITIONS, TIERS, axis_lines, score_words
from verifier.report.headlines import BY_URGENCY, LEAD, NOTES, label_of


def test_every_headline_has_its_words_and_its_place():
    """No headline is forgotten, and no two share a label or a sentence."""
    assert set(NOTES) == set(BY_URGENCY) == set(Headline)
    assert len(BY_URGENCY) == len(Headline)
    assert len({note.label for note in NOTES.values()}) == len({note.sentence for note in NOTES.values()}) == 11


def test_absence_is_told_in_the_agreed_words():
    """Absence from an edited record is no proof that the words were not spoken."""
    assert NOTES[Headline.NOT_IN_RECORD].sentence == (
        "The record we hold of this event does not contain these words. "
        "Official records are edited; check the recording."
    )


def test_every_report_says_that_it_is_a_lead():
    """The lead names audio or video, and that transcripts are edited."""
    assert "lead for checking against audio or video" in LEAD
    assert "transcripts are themselves edited" in LEAD


@pytest.mark.parametrize(
    ("dating", "label"),
    [
        pytest.param(Dating.CONSISTENT, "Verified", id="agrees"),
        pytest.param(Dating.OFF_BY_ONE, "Verified, one day off", id="one day off"),
        pytest.param(Dating.NOT_CLAIMED, "Verified, date not checked", id="no date named"),
        pytest.param(Dating.UNKNOWN, "Verified, date not checked", id="not comparable"),
    ],
)
def test_verified_keeps_back_what_was_not_checked(dating, label):
    """Verified says beside itself what is not verified."""
    assert label_of(verdict(ALTERED, Headline.VERIFIED, Wording.EXACT, dating=dating)) == label


def test_other_headlines_are_their_labels():
    """Only verified has reservations."""
    assert label_of(VERDICTS[3]) == "Not in the record"


def test_every_value_of_every_axis_has_words():
    """Each axis answers in words for each of its values."""
    some = verdict(ABSENT, Headline.NOT_CHECKABLE, Wording.EXACT)
    axes = itertools.zip_longest(Wording, SpeakerCheck, Dating, Context, CoverageState, TranslationGrade)
    for wording, speaker, dating, context, state, grade in axes:
        told = axis_lines(
            replace(
                some,
                wording=wording or Wording.EXACT,
                speaker_check=speaker or SpeakerCheck.SAME,
                dating=dating or Dating.UNKNOWN,
                context=context or Context.NONE_NOTED,
                coverage=replace(some.coverage, state=state or CoverageState.HELD),
                translation_grade=grade,
            )
        )
        assert len(told) == (6 if grade else 5)
        assert all(line.answer and line.meaning.endswith(".") for line in told)
    assert set(RENDITIONS) == set(Rendition)
    assert set(TIERS) == {1, 2, 3, 4, 5}


def test_the_score_says_what_it_is_not():
    """A reader who sees only the score learns that it judges nothing."""
    assert score_words(0.974) == (
        "0.97 — probability that these words, in whatever wording, stand at this place; it never judges them"
    )
    assert score_words(None) == "none"
