"""What readers are told under each headline: a label, a sign, a tone, and one fixed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verifier.model.evidence import Dating, Headline, Verdict

LEAD = (
    "Every line is a lead for checking against audio or video, not a finding. "
    "Official transcripts are themselves edited."
)


class Tone(StrEnum):
    """How a headline is coloured; its sign and label say the same without colour."""

    AGREES = "agrees"  # green
    NOTICE = "notice"  # blue: on record, something is open
    DIFFERS = "differs"  # red
    ABSENT = "absent"  # amber
    OPEN = "open"  # grey


@dataclass(frozen=True, slots=True)
class HeadlineNote:
    """The words for one headline."""

    label: str
    sign: str  # one character, so that no colour is needed
    tone: Tone
    sentence: str


NOTES: dict[Headline, HeadlineNote] = {
    Headline.VERIFIED: HeadlineNote(
        "Verified",
        "✓",
        Tone.AGREES,
        "The record has these words, and nothing in it speaks against the speaker or the date that the article gives.",
    ),
    Headline.VERIFIED_TRANSLATION: HeadlineNote(
        "Verified translation",
        "✓",
        Tone.AGREES,
        "The record is in another language; its translation agrees with these words, and so do speaker and date.",
    ),
    Headline.LOCATED: HeadlineNote(
        "Located",
        "◐",
        Tone.NOTICE,
        "These words stand on record; who spoke them, when, or how far that record carries is still open.",
    ),
    Headline.FRAGMENT_LOCATED: HeadlineNote(
        "Fragment located",
        "◐",
        Tone.NOTICE,
        "These few words stand in this speaker's record of that time; they are too few to say more.",
    ),
    Headline.INEXACT: HeadlineNote(
        "Inexact",
        "≈",
        Tone.NOTICE,
        "The record has this passage, but not in exactly these words.",
    ),
    Headline.ALTERED: HeadlineNote(
        "Altered",
        "≠",
        Tone.DIFFERS,
        "The record has this passage with a difference on which its meaning hangs.",
    ),
    Headline.MISATTRIBUTED: HeadlineNote(
        "Misattributed",
        "≠",
        Tone.DIFFERS,
        "The record has these words from somebody other than the person named.",
    ),
    Headline.MISDATED: HeadlineNote(
        "Misdated",
        "≠",
        Tone.DIFFERS,
        "The record has these words at another time than the article gives.",
    ),
    Headline.NOT_IN_RECORD: HeadlineNote(
        "Not in the record",
        "∅",
        Tone.ABSENT,
        "The record we hold of this event does not contain these words. "
        "Official records are edited; check the recording.",
    ),
    Headline.NEEDS_REVIEW: HeadlineNote(
        "Needs review",
        "?",
        Tone.ABSENT,
        "The evidence does not decide; a person should look at it before anybody relies on it.",
    ),
    Headline.NOT_CHECKABLE: HeadlineNote(
        "Not checkable",
        "–",
        Tone.OPEN,
        "This could not be checked against what was searched.",
    ),
}
# The order of a summary: what somebody must act on comes first.
BY_URGENCY = (
    Headline.MISATTRIBUTED,
    Headline.ALTERED,
    Headline.MISDATED,
    Headline.NOT_IN_RECORD,
    Headline.NEEDS_REVIEW,
    Headline.INEXACT,
    Headline.LOCATED,
    Headline.FRAGMENT_LOCATED,
    Headline.VERIFIED,
    Headline.VERIFIED_TRANSLATION,
    Headline.NOT_CHECKABLE,
)
_RESERVATIONS = {Dating.OFF_BY_ONE: "one day off", Dating.UNKNOWN: "date not checked"}


def label_of(verdict: Verdict) -> str:
    """Return the headline's label, with what is kept back: "Verified, one day off"."""
    label = NOTES[verdict.headline].label
    if verdict.headline is not Headline.VERIFIED:
        return label
    if verdict.dating is Dating.NOT_CLAIMED:
        return f"{label}, date not checked"
    return ", ".join(filter(None, (label, _RESERVATIONS.get(verdict.dating))))
