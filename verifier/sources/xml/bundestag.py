"""The Bundestag's plenary protocols: after a bare ``<name>`` the chair speaks, until the next speaker's line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.dated import day_by
from verifier.sources.xml.records import Around, XmlRecord, joined
from verifier.sources.xml.tree import Element, words_of

_SPEECH = frozenset({"J", "J_1", "O", "Z"})
_NOT_SPOKEN = frozenset({"kommentar", "fussnote", "a"})
_CHAIR = ("Präsidentin ", "Präsident ", "Vizepräsidentin ", "Vizepräsident ", "Alterspräsidentin ", "Alterspräsident ")


@dataclass(frozen=True, slots=True)
class _Speaking:
    """Who speaks from here on."""

    name: str | None = None
    label: str | None = None
    role: Role = Role.UNATTRIBUTED


def _of_speaker(line: Element) -> _Speaking:
    """Return the speaker whom a line of class "redner" names."""
    printed = words_of(line, {"redner"}).rstrip(": ")
    name = line.find("redner/name")
    parts = [words_of(name.find(part)) for part in ("vorname", "namenszusatz", "nachname")] if name is not None else []
    full = " ".join(part for part in parts if part)
    if not full:
        raise ParseError("a speaker's line of the protocol names nobody")
    return _Speaking(full, printed or full, Role.SPEAKER)


def _of_chair(printed: str) -> _Speaking:
    """Return whom a bare name in the protocol means: the chair, whose title is taken off the name."""
    label = printed.rstrip(": ")
    title = next((one for one in _CHAIR if label.startswith(one)), "")
    return _Speaking(label.removeprefix(title).removeprefix("Dr. ") or label, label, Role.MODERATOR)


def _turns(course: Element) -> Iterator[Turn]:
    """Yield what was said in the course of a sitting, paragraph by paragraph."""
    speaking = _Speaking()
    for element in course.iter("rede", "p", "name"):
        if element.tag == "rede":
            speaking = _Speaking()
        elif element.tag == "name":
            if element.find("nachname") is None:
                speaking = _of_chair(words_of(element))
        elif element.get("klasse") == "redner":
            speaking = _of_speaker(element)
        elif element.get("klasse") in _SPEECH and (text := words_of(element, _NOT_SPOKEN)):
            yield Turn(speaking.name, text, label=speaking.label, role=speaking.role)


def read_bundestag(root: Element, around: Around) -> XmlRecord:
    """Return the sitting in a plenary protocol; ParseError where it is none, or holds no speech."""
    if root.tag != "dbtplenarprotokoll":
        raise ParseError(f"not a plenary protocol: its root is {str(root.tag)!r}")
    course = root.find("sitzungsverlauf")
    if course is None:
        raise ParseError("a plenary protocol without the course of its sitting")
    day = day_by(root.get("sitzung-datum", ""), "%d.%m.%Y")
    number = f"{root.get('wahlperiode', '?')}/{root.get('sitzung-nr', '?')}"
    return XmlRecord(joined(_turns(course)), f"Plenarprotokoll {number}", day, lang="de", place=root.get("sitzung-ort"))
