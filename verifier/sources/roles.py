"""What a turn's speaker does at the event, by the label that the transcript prints."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.model.transcript import Role

_QUESTION = re.compile(
    r"q|questions?|questioner|reporters?|correspondents?|(?:the )?press|media|journaliste?s?|fragesteller(?:in)?"
    r"|(?:zusatz)?frage(?: \w+){0,3}|zusatz(?: \w+){0,3}"
    r"|вопрос|реплика|корреспондент|журналист(?:ка)?|запитання|питання"
    r"|member of the press|unidentified (?:reporter|journalist)|interviewer",
)
_MODERATOR = re.compile(
    r"(?:the )?moderator(?:in)?|operator|announcer|host|mod[ée]rateur|mod[ée]ratrice|moerator"
    r"|vorsitzender?(?: \w+)?|vors\.?(?: \w+)?"
)
_INTERPRETER = re.compile(r"(?:the )?(?:interpreter|translator|interpr[èe]te|dolmetscher(?:in)?)")
# Somebody speaks who is not named, on purpose or by chance; no person may be held to these words.
_UNNAMED = re.compile(
    r"(?:audience|audience members?|participants?|attendees?|crowd|aides?|staff(?:er)?|officials?|voices?|members?"
    r"|guests?|students?|customer|child|children|your child|woman|man|women|men|boy|girl|veteran|worker|chorus|crew"
    r"|unknown|unidentified|inaudible|several|various|intervenante?|teilnehmer(?:in)?|speaker|speaker [0-9a-z]"
    r"|person|someone|>>)"
)
# The last word that makes a descriptive label: "White House Aide", "Senior Administration Official Two".
_DESCRIBED = re.compile(
    r"(?:\w+[ ]){0,5}(?:officials?|officia|aides?|staff|participants?|audience(?: members?)?|crew(?: members?)?"
    r"|crewmember|members|attendees?)(?: (?:one|two|three|four|five|[0-9]{1,2}|[a-z]))?"
)
_NOTE = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]")
# Slips of the stenographers that real transcripts hold.
_SLIPS = {"particpiant": "participant", "audiencce": "audience", "adminstration": "administration"}


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """Return a label in lower case, without its colon, stage notes and double spaces."""
    words = _NOTE.sub("", label).replace("\u00a0", " ").strip().rstrip(":.").casefold().split()
    return " ".join(_SLIPS.get(word, word) for word in words)


def role_of(*labels: str | None) -> Role:
    """Return the role that the first telling of these labels or names gives; SPEAKER where none does.

    "Question (press)" asks, "Senior Administration Official" speaks but is nobody, "Speaker Pelosi"
    is a person.
    """
    for label in labels:
        plain = plain_label(label or "")
        if not plain:
            continue
        if _QUESTION.fullmatch(plain):
            return Role.QUESTION
        if _MODERATOR.fullmatch(plain):
            return Role.MODERATOR
        if _INTERPRETER.fullmatch(plain):
            return Role.INTERPRETER
        if _UNNAMED.fullmatch(plain) or _DESCRIBED.fullmatch(plain):
            return Role.UNATTRIBUTED
    return Role.SPEAKER if any(plain_label(label or "") for label in labels) else Role.UNATTRIBUTED
