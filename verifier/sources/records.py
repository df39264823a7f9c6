"""Transcripts from their parts: ids of known people, the version, the counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from verifier.articles.published import day_of_address
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of

_IN_OWN_NAME = frozenset({Role.SPEAKER, Role.MODERATOR})


class KnownPerson(Protocol):
    """As much of a person as a turn needs."""

    @property
    def id(self) -> str:
        """The slug in people.toml."""
        ...

    @property
    def name(self) -> str:
        """The name that is shown."""
        ...


class KnownPeople(Protocol):
    """People by name on a day, as ``verifier.speakers`` knows them."""

    def named(self, name: str, day: date | None, /) -> tuple[KnownPerson, ...]:
        """Return everybody whom *name* may mean on *day*."""
        ...


@dataclass(frozen=True, slots=True)
class RecordHead:
    """All of a record but its turns."""

    source: str
    doc_id: str
    lang: str
    title: str
    dates: tuple[RecordDate, ...] = ()
    url: str | None = None
    place: str | None = None
    tier: int = 2
    rendition: Rendition = Rendition.ORIGINAL
    complete: bool = True

    @property
    def day(self) -> date | None:
        """The day given first."""
        return self.dates[0].day if self.dates else None


def dates_of(day: date, origin: str, url: str | None) -> tuple[RecordDate, ...]:
    """Return a record's day with its origin, and the day in its address where that is another one."""
    other = day_of_address(url)
    first = RecordDate(day, origin)
    return (first,) if other is None or other == day else (first, RecordDate(other, "url"))


def known_person(name: str | None, day: date | None, people: KnownPeople | None) -> KnownPerson | None:
    """Return the one known person whom *name* means on *day*; None for nobody and for several."""
    found = people.named(name, day) if people is not None and name else ()
    return found[0] if len(found) == 1 else None


def identify(turns: Iterable[Turn], day: date | None, people: KnownPeople | None) -> tuple[Turn, ...]:
    """Return *turns* with the ids of their speakers, where a name means exactly one known person.

    Only what a person says in their own name gets an id: no question, no unnamed official.
    """
    turns = tuple(turns)
    if people is None:
        return turns
    known: dict[str, KnownPerson | None] = {}  # a briefing names the same few people a hundred times
    found = []
    for turn in turns:
        name = turn.speaker if turn.role in _IN_OWN_NAME and turn.speaker_id is None else None
        if name and name not in known:
            known[name] = known_person(name, day, people)
        person = known[name] if name else None
        found.append(replace(turn, speaker_id=person.id) if person else turn)
    return tuple(found)


def make_transcript(head: RecordHead, turns: Iterable[Turn], people: KnownPeople | None = None) -> Transcript:
    """Return the transcript of *head* and *turns*, its version and counts worked out, its speakers identified."""
    identified = identify(turns, head.day, people)
    names = (turn.speaker for turn in identified if turn.role is Role.SPEAKER and turn.speaker)
    record = Record(
        source=head.source,
        doc_id=head.doc_id,
        version=version_of(head.source, head.doc_id, identified),
        lang=head.lang,
        title=head.title,
        dates=head.dates,
        url=head.url,
        place=head.place,
        tier=head.tier,
        rendition=head.rendition,
        complete=head.complete,
        speakers=tuple(dict.fromkeys(names)),
        words=sum(len(turn.text.split()) for turn in identified),
    )
    return Transcript(record, identified)
