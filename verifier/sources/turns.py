"""Turns from the lines of a transcript, by the labels that its publisher prints.

A profile is a pattern for labels at the head of a line. An unlabelled line goes on with the last
label; a new label closes it; what stands before the first label (venue, time, "Via Teleconference")
is nobody's. A label that is met but not known still closes the turn before it: words with an unknown
speaker harm less than words with a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest

from verifier.model.transcript import Rendition, Role, Turn
from verifier.sources.profiles import NAME_COLON, US_COLON, US_Q, Profile, believed, closes, label_of
from verifier.sources.roles import plain_label, role_of

SOMEBODY_ELSE = ">>"  # how captions mark that the speaker changes, without saying to whom
_TITLE_WORDS = frozenset(
    "a r the of mr mrs ms madam president vice prime minister secretary general chancellor king queen state speaker"
    " chair chairman chairwoman director answer antwort réponse foreign defense defence".split()
)
_NOTHING_SAID = re.compile(
    r"(?:END\b.{0,40}|#(?:\s?#)*|\*(?:\s?\*)+|-{3,}|\d{1,2}:\d\d [AP]\.?M\.?(?: \(?E[SD]T\)?)?\.?"
    r"|Share this page.*|Page \d+(?: of \d+)?)"
)
_NOTES = re.compile(r"[(\[][^)\]\n]{1,80}[)\]]")
_INTERPRETED = re.compile(
    r"interpret|translat|\bspoke in\b|propos traduit|\btraduit|interprèt|übersetz|dolmetsch|переведено|перевод",
    re.IGNORECASE,
)


_LONGEST_LABEL = 80  # characters
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_UNSEEN = str.maketrans("", "", _INVISIBLE)


@dataclass(frozen=True, slots=True)
class LabelledRun:
    """The lines that stand under one label; None before the first label."""

    label: str | None
    lines: tuple[str, ...]
    at: str | None = None  # time code of its first line, where lines have one


def split_runs(
    lines: Sequence[str],
    profiles: Sequence[Profile],
    times: Sequence[str] = (),
    changes: Container[int] = frozenset(),
    *,
    bolds: Sequence[str | None] = (),
    known: AbstractSet[str] = frozenset(),
    stop: AbstractSet[str] = frozenset(),
) -> list[LabelledRun]:
    """Return *lines* cut at their labels.

    *times* are the time codes of the lines, or none at all; *changes* the numbers of the lines that
    another, unnamed, speaker begins; *bolds* what each line begins with in bold. *known* are plain
    labels and surnames that the record announces, *stop* plain labels that are headings.
    """
    lines = [_legible(line) for line in lines]
    hits = [label_of(line, bold, profiles, stop) for line, bold in zip_longest(lines, bolds)]
    trusted = believed([hit for hit in hits if hit], known)
    runs: list[tuple[str | None, list[str], str | None]] = [(None, [], times[0] if times else None)]
    for number, (line, hit) in enumerate(zip(lines, hits, strict=True)):
        told = hit if hit and hit.plain in trusted else None
        ended = told is None and len(runs) > 1 and closes(line, hit, profiles, stop)
        if told or ended or number in changes:
            runs.append((told.label if told else SOMEBODY_ELSE, [], times[number] if times else None))
        said = (line[told.end :] if told else line).strip()
        if said and not _NOTHING_SAID.fullmatch(said):
            runs[-1][1].append(said)
    return [LabelledRun(label, tuple(said), at) for label, said, at in runs if said]


def _legible(line: str) -> str:
    """Return a line whose label, if it begins with one, has no invisible characters and a plain colon."""
    line = line.lstrip(_INVISIBLE)
    head, colon, rest = line[:_LONGEST_LABEL].replace("：", ":").partition(":")
    if not colon:
        return line
    return head.translate(_UNSEEN) + colon + rest + line[_LONGEST_LABEL:]


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


_SURNAME_LAST = re.compile(r"(?<=[a-zß-ÿ.] )[A-ZÀ-Þ]{3,}(?:[-'’][A-ZÀ-Þ]{2,})*$")


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
        return _SURNAME_LAST.sub(_in_name_case, name)  # "Petr PAVEL"
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


def rendition_of(run: LabelledRun) -> Rendition | None:
    """Return "interpretation" where a note at the label or before the words says so: "(As interpreted.)"."""
    notes: list[str] = _NOTES.findall(run.label or "")
    head = _NOTES.match(run.lines[0]) if run.lines else None
    told = any(_INTERPRETED.search(note) for note in [*notes, *([head.group()] if head else [])])
    return Rendition.INTERPRETATION if told else None


def is_office_alone(label: str) -> bool:
    """Return whether a label is a mere title, "THE PRESIDENT" or "R", and no name."""
    return set(re.findall(r"\w+", plain_label(label))) <= _TITLE_WORDS


def _may_mean(label: str, speaker: str) -> bool:
    """Return whether a label can stand for *speaker*: it is a mere title, or shares a name with it.

    "THE PRESIDENT" and "PRESIDENT BIDEN" can be Joe Biden, "MR. KIRBY" cannot.
    """
    words = set(re.findall(r"\w+", plain_label(label)))
    named = set(re.findall(r"\w+", speaker.casefold())) - _TITLE_WORDS
    return is_office_alone(label) or not words.isdisjoint(named)


def _turn(run: LabelledRun, speaker: str | None, *, labelled: bool, alone: bool) -> Turn:
    """Return one run as a turn."""
    text, rendition = "\n".join(run.lines), rendition_of(run)
    if run.label is None:
        if labelled or speaker is None:
            return Turn(None, text, role=Role.UNATTRIBUTED, rendition=rendition, at=run.at)
        return Turn(speaker, text, role=role_of(speaker), rendition=rendition, at=run.at)
    role = role_of(run.label)
    if run.label == SOMEBODY_ELSE:
        return Turn(None, text, label=run.label, role=role, rendition=rendition, at=run.at)
    meant = speaker is not None and role is Role.SPEAKER and alone and _may_mean(run.label, speaker)
    name = speaker if meant else readable(run.label)
    return Turn(name, text, label=run.label.strip(), role=role, rendition=rendition, at=run.at)
