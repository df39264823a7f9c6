"""A profile that the configuration writes out in XPath, for records that no shipped profile reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.config.tables import XmlProfile
from verifier.sources.dated import day_by, day_of
from verifier.sources.xml.records import XmlRecord, joined
from verifier.sources.xml.tree import Element, words_of


def _found(element: Element, path: str | None) -> list[Element | str]:
    """Return what a path finds below an element; ParseError for a path that cannot be followed."""
    if path is None:
        return []
    try:
        result = element.xpath(path)
    except etree.XPathError as error:
        raise ParseError(f"{path}: {error}") from None
    listed = result if isinstance(result, list) else [result]
    return [one if isinstance(one, Element) else str(one) for one in listed]


def _text(element: Element, path: str | None) -> str:
    """Return the words of the first thing that a path finds."""
    first = next(iter(_found(element, path)), "")
    return " ".join(str(first).split()) if isinstance(first, str) else words_of(first)


@dataclass(slots=True)
class _Unit:
    """One unit of a record with what each of its elements is."""

    element: Element
    profile: XmlProfile
    starts: set[Element] = field(default_factory=set)
    texts: set[Element] = field(default_factory=set)
    interrupts: set[Element] = field(default_factory=set)

    def __post_init__(self) -> None:
        for kept, path in (
            (self.starts, self.profile.start),
            (self.texts, self.profile.text),
            (self.interrupts, self.profile.interrupt),
        ):
            kept.update(one for one in _found(self.element, path) if not isinstance(one, str))

    def turns(self) -> Iterator[Turn]:
        """Yield what is said in the unit: a start names who speaks, an interrupt who speaks in between."""
        name, role = (None, Role.UNATTRIBUTED) if self.starts else self._named(self.element)
        for element in self.element.iter():
            if element in self.starts:
                name, role = self._named(element)
            elif element in self.interrupts:
                label = words_of(element).strip(" :")
                name, role = (name_of(label) or None), Role.MODERATOR
            elif element in self.texts and (text := words_of(element, set(self.profile.drop))):
                yield Turn(name, text, label=name, role=role if name else Role.UNATTRIBUTED)

    def _named(self, element: Element) -> tuple[str | None, Role]:
        """Return whom an element names as speaking."""
        printed = _text(element, self.profile.speaker)
        return (name_of(printed), role_in_house(printed)) if printed else (None, Role.UNATTRIBUTED)


def read_by_paths(root: Element, profile: XmlProfile) -> XmlRecord:
    """Return the record as the configured paths find it; namespaces are left out of paths.

    Raises ParseError where the path of the units finds nothing.
    """
    units = [one for one in _found(root, profile.unit) if not isinstance(one, str)]
    if not units:
        raise ParseError(f"nothing at {profile.unit!r}, where the record's speeches should stand")
    turns = joined(turn for unit in units for turn in _Unit(unit, profile).turns())
    printed = _text(root, profile.date)
    day = day_by(printed, profile.date_format) if profile.date_format else day_of(printed)
    return XmlRecord(turns, _text(root, profile.title) or None, day)
