"""The Congressional Record's plain text: pages cut its sentences, lines are wrapped, much in it was never spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.dated import day_of
from verifier.sources.turns import readable
from verifier.sources.xml.records import XmlRecord, joined

_HEAD = re.compile(r"\[Congressional Record,? Volume (?P<volume>\d+), Number (?P<number>\d+) \((?P<day>[^)\n]{8,40})\)")
_SECTION = re.compile(r"^\[(?P<section>House|Senate|Extensions of Remarks|Daily Digest)\]\s*$", re.MULTILINE)
_PAGE = re.compile(r"\s*\[\[Page [A-Z]{1,2}\d+\]\]\s*")
_FURNITURE = re.compile(
    r"^\s*(?:\[(?:Congressional Record|Pages?|House|Senate|Extensions|Daily Digest)\b.*\]|\{time\}.*|_{5,}"
    r"|From the Congressional Record.*|\[From the U\.S\. Government.*)$",
    re.MULTILINE,
)
_CAPITALS = r"(?:Mc|Mac|De|La|Van|O['’])?[A-Z][A-Z'’\-]+"
_MEMBER = rf"(?:Mr|Mrs|Ms|Miss|Dr)\. {_CAPITALS}(?: {_CAPITALS}){{0,2}}(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
_CHAIR = (
    r"The (?:ACTING )?(?:PRESIDING OFFICER|SPEAKER(?: pro tempore)?|PRESIDENT(?: pro tempore)?|VICE PRESIDENT"
    r"|CHAIR(?:MAN)?)"
)
_LABEL = re.compile(rf"(?P<label>{_MEMBER}|{_CHAIR})(?: \((?P<note>[^()\n]{{1,60}})\))?\.(?:\s+|$)")
_SHOUTED = re.compile(r"\b(?:Mc|Mac|De|La|Van|O['’])?[A-Z]{2}[A-Z'’\-]*")
_ASIDE = re.compile(r"^\(.*\)$")
_BULLETS = ("•", "\u0095", "<bullet>", "[bullet]")


def _without_page_marks(text: str) -> str:
    """Return the text without the marks of printed pages, the lines around one joined."""

    def bridge(found: re.Match[str]) -> str:
        # Where a sentence runs on over the page, its next line follows without an indent.
        goes_on = text[found.end() : found.end() + 1].strip() and not found.group().endswith(("  ", "\t"))
        return "\n" if goes_on else f"\n{' ' * 2}"

    return _PAGE.sub(bridge, text)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs: each begins with two spaces, its next lines with none; more indent is no speech."""
    lines: list[str] = []
    for line in _FURNITURE.sub("", text).split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        goes_on = bool(line.strip()) and indent == 0 and bool(lines)
        if not goes_on:
            if lines:
                yield _unwrapped(lines)
            lines = []
        if goes_on or (line.strip() and indent == 2):
            lines.append(line.strip())
    if lines:
        yield _unwrapped(lines)


def _unwrapped(lines: list[str]) -> str:
    """Return wrapped lines as one; a word that was parted at its hyphen keeps it."""
    text = "\n".join(lines)
    return " ".join(re.sub(r"(?<=\w)-\n(?=\w)", "-", text).split())


def _name(label: str, note: str | None) -> str:
    """Return the person behind a label: the chair's own name stands in brackets."""
    own = note if note and label.startswith("The ") and note.startswith(("Mr", "Ms", "Dr")) else None
    return _SHOUTED.sub(lambda word: readable(word.group()), own or label)


def _turns(text: str) -> Iterator[Turn]:
    """Yield the paragraphs that were spoken, each with the label last met."""
    speaking: Turn | None = None
    for paragraph in _paragraphs(text):
        if paragraph.startswith(_BULLETS) or _ASIDE.match(paragraph):
            continue
        if found := _LABEL.match(paragraph):
            role = Role.MODERATOR if found["label"].startswith("The ") else Role.SPEAKER
            name = _name(found["label"], found["note"])
            speaking = Turn(name, "", label=found.group().strip(), role=role)
            paragraph = paragraph[found.end() :]
        if speaking is None or not paragraph:
            continue
        yield Turn(speaking.speaker, paragraph, label=speaking.label, role=speaking.role)


def _day(printed: str) -> date | None:
    """Return the day of "Tuesday, March 5, 2024"."""
    return day_of(printed, languages=("en",))


def read_crec(text: str) -> XmlRecord:
    """Return what was spoken in a piece of the Congressional Record.

    Left out: page marks, times, bulleted statements, asides in brackets, and whatever is indented further
    than a paragraph: headings, letters and articles that were printed by leave. Raises ParseError for
    text that is not of the Record, and (``empty``) for the Extensions of Remarks, which were never spoken.
    """
    head, section = _HEAD.search(text), _SECTION.search(text)
    if head is None:
        raise ParseError("not of the Congressional Record: its head names no volume and day")
    if section is not None and section["section"] in {"Extensions of Remarks", "Daily Digest"}:
        raise ParseError(f"the {section['section']} were not spoken", outcome="empty")
    house = f", {section['section']}" if section else ""
    title = f"Congressional Record, Volume {head['volume']}, Number {head['number']}{house}"
    return XmlRecord(joined(_turns(_without_page_marks(text))), title, _day(head["day"]), lang="en")
