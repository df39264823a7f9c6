"""Transcripts from their parts: ids of known people, the version, the counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from verifier.articles.published import day_of_address
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of


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


def identify(turn: Turn, day: date | None, people: KnownPeople | None) -> Turn:
    """Return *turn* with the id of its speaker, where the name means exactly one known person.

    Only what a person says in their own name gets an id: no question, no unnamed official.
    """
    if turn.role not in {Role.SPEAKER, Role.MODERATOR} or turn.speaker_id is not None:
        return turn
    person = known_person(turn.speaker, day, people)
    return replace(turn, speaker_id=person.id) if person else turn


def make_transcript(head: RecordHead, turns: Iterable[Turn], people: KnownPeople | None = None) -> Transcript:
    """Return the transcript of *head* and *turns*, its version and counts worked out, its speakers identified."""
    identified = tuple(identify(turn, head.day, people) for turn in turns)
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
