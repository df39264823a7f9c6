"""What an XML record says: its turns and what it tells of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from verifier.model.transcript import Rendition, Turn
from verifier.sources.xml.tree import Element


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """The turns of one record with its own title, day, language and place; None where it does not say.

    Flags: ``superseded`` (the record says that a later revision of it exists).
    """

    turns: tuple[Turn, ...]
    title: str | None = None
    day: date | None = None
    origin: str = "meta"  # of the day
    lang: str | None = None
    place: str | None = None
    rendition: Rendition | None = None
    flags: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a record before it is read: its address or file name, and names of people by their ids."""

    address: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    lang: str | None = None


Reader = Callable[[Element, Around], XmlRecord]
"""Reads one way to mark up speech; raises ParseError for a tree that is not of that way."""


def joined(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return the turns, those of one speaker in one rendition that follow each other made one, a line each."""
    merged: list[Turn] = []
    for turn in turns:
        if merged and turn.speaker is not None and _same(merged[-1], turn):
            merged[-1] = replace(merged[-1], text=f"{merged[-1].text}\n{turn.text}")
        else:
            merged.append(turn)
    return tuple(merged)


def _same(one: Turn, other: Turn) -> bool:
    """Return whether two turns are one utterance that the record prints in parts."""
    keys = ("speaker", "label", "role", "lang", "rendition")
    return all(getattr(one, key) == getattr(other, key) for key in keys)
