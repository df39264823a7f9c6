"""Turns from the lines of a transcript, by the labels that its publisher prints.

A profile is a pattern for labels at the head of a line. An unlabelled line goes on with the last
label; a new label closes it; what stands before the first label (venue, time, "Via Teleconference")
is nobody's. A label that is met but not known still closes the turn before it: words with an unknown
speaker harm less than words with a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from verifier.model.transcript import Role, Turn
from verifier.sources.roles import plain_label, role_of

SOMEBODY_ELSE = ">>"  # how captions mark that the speaker changes, without saying to whom
_CAPITAL = r"(?:Ma?c|De|Di|Le|O['’])?[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9.,'’\-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_PARTICLE = r"(?:de|du|del|della|di|da|van|von|der|den|zu|al|el|bin|of|the|and)"
_NOTE = r"(?:[ \u00a0]?[(\[][^)\]\n]{1,80}[)\]])?"


@dataclass(frozen=True, slots=True)
class Profile:
    """How labels look; ``caution`` asks that a label be met twice, or be plainly a speaker's."""

    name: str
    label: re.Pattern[str]
    caution: bool = True


US_COLON = Profile(  # MR. KIRBY: · THE PRESIDENT: · MS. JEAN-PIERRE (via interpreter): · QUESTION:
    "us-colon",
    re.compile(rf"(?P<label>{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,7}}{_NOTE})[ \u00a0]?:(?:[\s\u00a0]+|$)"),
)
US_Q = Profile("us-q", re.compile(r"(?P<label>Q)(?::[\s\u00a0]*|[\s\u00a0]+)(?=\S)"), caution=False)
NAME_COLON = Profile(  # Boris Pistorius: · Prime Minister Kristersson: · Reporter:
    "name-colon",
    re.compile(rf"(?P<label>{_NAME}(?:[ \u00a0](?:{_NAME}|{_PARTICLE})){{0,5}}{_NOTE})[ \u00a0]?:(?:[\s\u00a0]+|$)"),
)
PROFILES = (US_Q, US_COLON, NAME_COLON)
# A label with one of these in front is a person's, however rarely it is met.
_TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|the|president|vice|prime|minister|secretary|senator|representative"
    r"|governor|general|admiral|ambassador|chancellor|king|queen|mayor|chair|chairman|director|administrator|under"
    r"|deputy)\b\.?",
    re.IGNORECASE,
)
_TITLE_WORDS = frozenset(
    "a r the of mr mrs ms madam president vice prime minister secretary general chancellor king queen state speaker"
    " chair chairman chairwoman director answer antwort réponse foreign defense defence".split()
)
# Heads of lines that look like labels and are not.
_NO_LABEL = re.compile(
    r"(?:fact sheet|readout|note|editor['’]?s? note|update|updated|breaking|time|date|location|place|venue|subject|re"
    r"|contact|topic|topics|topics covered|source|url|http|https|background|summary|transcript|participants|present"
    r"|speakers|title|ps|tel|fax|e-?mail|follow|watch|read more|see also|remarks|for immediate release|\d[\d.,:]*"
    r"|[ap]\.?m\.?)"
)
_NOTHING_SAID = re.compile(
    r"(?:END\b.{0,40}|#(?:\s?#)*|\*(?:\s?\*)+|-{3,}|\d{1,2}:\d\d [AP]\.?M\.?(?: \(?E[SD]T\)?)?\.?"
    r"|Share this page.*|Page \d+(?: of \d+)?)"
)


@dataclass(frozen=True, slots=True)
class LabelledRun:
    """The lines that stand under one label; None before the first label."""

    label: str | None
    lines: tuple[str, ...]
    at: str | None = None  # time code of its first line, where lines have one


def _label_of(line: str, profiles: Sequence[Profile]) -> tuple[Profile, str, str] | None:
    """Return profile, label and the rest of a line that begins with a label, else None."""
    for profile in profiles:
        found = profile.label.match(line)
        if found and not _NO_LABEL.fullmatch(plain_label(found["label"])):
            return profile, found["label"], line[found.end() :]
    return None


def _trusted(lines: Iterable[str], profiles: Sequence[Profile]) -> set[str]:
    """Return the labels, plain, that are believed: met twice, titled, or of a role of their own."""
    met = [hit for line in lines if (hit := _label_of(line, profiles))]
    counts = Counter(plain_label(label) for _, label, _ in met)
    # A conversation of several, one of whom is met again, may hold guests who speak once.
    conversation = len(counts) > 1 and max(counts.values()) > 1
    return {
        plain_label(label)
        for profile, label, _ in met
        if conversation
        or not profile.caution
        or counts[plain_label(label)] > 1
        or _TITLE.match(label)
        or role_of(label) is not Role.SPEAKER
    }


def split_runs(
    lines: Sequence[str],
    profiles: Sequence[Profile],
    times: Sequence[str] = (),
    changes: Container[int] = frozenset(),
) -> list[LabelledRun]:
    """Return *lines* cut at their labels.

    *times* are the time codes of the lines, or none at all; *changes* the numbers of the lines that
    another, unnamed, speaker begins.
    """
    trusted = _trusted(lines, profiles)
    runs: list[tuple[str | None, list[str], str | None]] = [(None, [], times[0] if times else None)]
    for number, line in enumerate(lines):
        hit = _label_of(line, profiles)
        if hit and plain_label(hit[1]) not in trusted:
            hit = None
        if hit or number in changes:
            runs.append((hit[1] if hit else SOMEBODY_ELSE, [], times[number] if times else None))
        said = (hit[2] if hit else line).strip()
        if said and not _NOTHING_SAID.fullmatch(said):
            runs[-1][1].append(said)
    return [LabelledRun(label, tuple(said), at) for label, said, at in runs if said]


def runs_of(
    lines: Sequence[str], times: Sequence[str] = (), changes: Container[int] = frozenset()
) -> list[LabelledRun]:
    """Return *lines* cut at labels in capitals; where there are none, at labels in mixed case.

    Without any label one run without label comes back.
    """
    for profiles in ((US_Q, US_COLON), (US_Q, NAME_COLON)):
        runs = split_runs(lines, profiles, times, changes)
        if any(run.label not in {None, SOMEBODY_ELSE} for run in runs):
            return runs
    return split_runs(lines, (), times, changes)


def _in_name_case(word: re.Match[str]) -> str:
    """Return a word of a label with one capital, or two in "McGurk"."""
    text = word.group()
    return text[:2] + text[2:].capitalize() if text.startswith("Mc") else text.capitalize()


def readable(label: str) -> str:
    """Return a label as a name: "MR. KIRBY" as "Mr. Kirby", "MS. JEAN-PIERRE" as "Ms. Jean-Pierre"."""
    if plain_label(label) == "q":
        return "Question"
    name = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", label).replace("\u00a0", " ").strip().rstrip(":")
    if sum(map(str.islower, name)) > sum(map(str.isupper, name)) / 3:
        return name
    return re.sub(r"[^\W\d_]+", _in_name_case, name)


def turns_of(runs: Sequence[LabelledRun], speaker: str | None = None) -> tuple[Turn, ...]:
    """Return the runs as turns, lines of a turn joined by a line feed.

    *speaker* is the person named for the whole record: all of it where no label is printed; else the
    one label that stands for a person, if there is only one and it can mean them ("THE PRESIDENT").
    Words before the first label are nobody's.
    """
    persons = {plain_label(run.label) for run in runs if run.label is not None and role_of(run.label) is Role.SPEAKER}
    labelled = any(run.label is not None for run in runs)
    return tuple(_turn(run, speaker, labelled=labelled, alone=len(persons) == 1) for run in runs)


def _may_mean(label: str, speaker: str) -> bool:
    """Return whether a label can stand for *speaker*: it is a mere title, or shares a name with it.

    "THE PRESIDENT" and "PRESIDENT BIDEN" can be Joe Biden, "MR. KIRBY" cannot.
    """
    words = set(re.findall(r"\w+", plain_label(label)))
    return words <= _TITLE_WORDS or not words.isdisjoint(set(re.findall(r"\w+", speaker.casefold())) - _TITLE_WORDS)


def _turn(run: LabelledRun, speaker: str | None, *, labelled: bool, alone: bool) -> Turn:
    """Return one run as a turn."""
    text = "\n".join(run.lines)
    if run.label is None:
        if labelled or speaker is None:
            return Turn(None, text, role=Role.UNATTRIBUTED, at=run.at)
        return Turn(speaker, text, role=role_of(speaker), at=run.at)
    role = role_of(run.label)
    if run.label == SOMEBODY_ELSE:
        return Turn(None, text, label=run.label, role=role, at=run.at)
    meant = speaker is not None and role is Role.SPEAKER and alone and _may_mean(run.label, speaker)
    name = speaker if meant else readable(run.label)
    return Turn(name, text, label=run.label.strip(), role=role, at=run.at)
