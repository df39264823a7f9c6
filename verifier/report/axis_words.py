"""The five axes in plain words: a short answer and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.evidence import (
    Context,
    CoverageState,
    Dating,
    SpeakerCheck,
    TranslationGrade,
    Verdict,
    Wording,
)
from verifier.model.transcript import Rendition


@dataclass(frozen=True, slots=True)
class AxisLine:
    """One axis of a verdict in plain words."""

    axis: str  # "Wording"
    question: str  # what the axis asks
    code: str  # the value as stored
    answer: str
    meaning: str


_Words = tuple[str, str]
_WORDING: dict[Wording, _Words] = {
    Wording.EXACT: ("the same words", "Only typography, or a capital or a comma at the cut, may differ."),
    Wording.MARKED: ("the same words, honestly marked", "An ellipsis or a bracket shows what was left out or added."),
    Wording.CLEANED: ("the same words, cleaned", "Hesitations, contractions, spelling or one small word differ."),
    Wording.ALTERED_MINOR: ("words differ", "Words are changed, moved or missing, none on which the meaning hangs."),
    Wording.ALTERED_MATERIAL: (
        "a decisive word differs",
        "A negation, number, name, date, condition or the like is not the record's.",
    ),
    Wording.ELISION_MISLEADING: (
        "the ellipsis hides something decisive",
        "What the marked gap leaves out turns or limits what is said.",
    ),
    Wording.SPLICED: (
        "joined from apart",
        "Passages that stand apart in the record share one pair of marks, unmarked.",
    ),
    Wording.PARAPHRASE: ("other words", "The place is on record; the words are not the record's."),
    Wording.TRANSLATION: (
        "another language",
        "The record is in another language, or is a translation; differing words are not held against these.",
    ),
    Wording.FRAGMENT: ("too few words", "So few or such common words do not identify one place."),
    Wording.NO_MATCH: ("not found", "No record searched contains these words."),
    Wording.NOT_JUDGED: ("not judged", "Indirect speech is never judged by its wording."),
}
_SPEAKER: dict[SpeakerCheck, _Words] = {
    SpeakerCheck.SAME: ("the person named", "The record has the person named speaking here."),
    SpeakerCheck.DIFFERENT: ("somebody else", "The record has somebody else speaking here."),
    SpeakerCheck.QUOTING_ANOTHER: ("quoting another", "The person named said it, as somebody else's words."),
    SpeakerCheck.RELAYED: ("relayed", "Somebody else tells here what the person named had said."),
    SpeakerCheck.ASKED_NOT_SAID: ("a question", "The words were asked by a journalist, not said in answer."),
    SpeakerCheck.AMBIGUOUS: ("ambiguous", "The name fits several people."),
    SpeakerCheck.UNRESOLVED: ("not established", "Who spoke, or who is meant, could not be established."),
    SpeakerCheck.NOT_CLAIMED: ("nobody named", "The article names no speaker."),
}
_DATING: dict[Dating, _Words] = {
    Dating.CONSISTENT: ("agrees", "The record is of the time that the article gives."),
    Dating.OFF_BY_ONE: ("one day off", "As happens across time zones and around midnight."),
    Dating.WRONG_DATE: ("another date", "The record is of another day than the article gives."),
    Dating.IMPOSSIBLE: ("impossible date", "The article contradicts itself, or names a day after its own publication."),
    Dating.LATER_RECORD: ("only a later record", "The only record is later than the article: it was said again."),
    Dating.RECYCLED: (
        "old words as new",
        "The article presents them as recent; the only place is over half a year old.",
    ),
    Dating.RECORD_CONFLICT: (
        "the record disagrees with itself",
        "The answer depends on which of its own dates is right.",
    ),
    Dating.NOT_CLAIMED: ("no date named", "The article gives no date for these words."),
    Dating.UNKNOWN: ("not checked", "There was no day to compare, or no record to compare it with."),
}
_CONTEXT: dict[Context, _Words] = {
    Context.NONE_NOTED: ("nothing noted", "Nothing was noted right around these words."),
    Context.CUT_BEFORE_QUALIFIER: (
        "a qualifier is cut off",
        "The record goes on with a but, an if or the like, or denies or binds these words before. Advisory.",
    ),
    Context.QUESTION_DROPPED: (
        "the question is missing",
        "The words answer a question that the article leaves out. Advisory.",
    ),
    Context.NOT_ASSESSED: ("not assessed", "What stands around the words was not looked at."),
}
_COVERAGE: dict[CoverageState, _Words] = {
    CoverageState.HELD: ("the event is held", "A complete record of the event that the article names was searched."),
    CoverageState.PARTIAL: ("partly", "Some records of this person and time were searched; others may exist."),
    CoverageState.KNOWN_NOT_HELD: (
        "known, not held",
        "The event is listed, but its text is not among what was searched.",
    ),
    CoverageState.NOT_COVERED: ("not covered", "No source searched covers this person at this time."),
}
_TRANSLATION: dict[TranslationGrade, _Words] = {
    TranslationGrade.CONSISTENT: ("consistent", "It agrees with the original, or with the translation on record."),
    TranslationGrade.DOUBTFUL: ("doubtful", "It does not clearly agree with what is on record."),
    TranslationGrade.CONTRADICTED: ("contradicted", "The original, or the translation on record, says something else."),
    TranslationGrade.NOT_ASSESSED: ("not assessed", "The translation was not compared."),
}
TIERS = {
    1: "official, verbatim",
    2: "official edited text, or a mirror of one",
    3: "full transcript by an agency or broadcaster",
    4: "as prepared, or metadata only",
    5: "captions or speech recognition",
}
RENDITIONS: dict[Rendition, str] = {
    Rendition.ORIGINAL: "in the original",
    Rendition.INTERPRETATION: "as interpreted",
    Rendition.OFFICIAL_TRANSLATION: "official translation",
    Rendition.MACHINE_TRANSLATION: "machine translation",
    Rendition.ASR: "by speech recognition",
}
PROBABILITY = "probability that these words, in whatever wording, stand at this place; it never judges them"


def axis_lines(verdict: Verdict) -> tuple[AxisLine, ...]:
    """Return the five axes of a verdict in the order of the design, and the translation's grade where there is one."""
    axes = [
        ("Wording", "Are these the record's words?", verdict.wording.value, _WORDING[verdict.wording]),
        ("Speaker", "Did the person named say them?", verdict.speaker_check.value, _SPEAKER[verdict.speaker_check]),
        ("Date", "On the day that the article gives?", verdict.dating.value, _DATING[verdict.dating]),
        ("Context", "What stands around them?", verdict.context.value, _CONTEXT[verdict.context]),
        ("Coverage", "Was the event searched?", verdict.coverage.state.value, _COVERAGE[verdict.coverage.state]),
    ]
    if grade := verdict.translation_grade:
        axes.append(("Translation", "Does it agree with the original?", grade.value, _TRANSLATION[grade]))
    return tuple(AxisLine(axis, question, code, *words) for axis, question, code, words in axes)


def score_words(score: float | None) -> str:
    """Return the score with its unit, which nobody may mistake for a verdict: "0.97 — probability that …"."""
    return "none" if score is None else f"{score:.2f} — {PROBABILITY}"
