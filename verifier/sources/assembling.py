"""A transcript from turns that the source itself keeps apart, with the positive signs demanded of every record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verifier.articles.decode import clean
from verifier.articles.language import language_of
from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition, Role, Transcript, Turn
from verifier.sources.config import SourceBase
from verifier.sources.connector import Entry
from verifier.sources.records import KnownPeople, KnownPerson, RecordHead, make_transcript
from verifier.sources.roles import plain_label

_MERE_SURNAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|M|Mme)\.? )?[^\s.]+(?: of .+)?")
USUAL_TIER = 2
_PREPARED = re.compile(
    r"as prepared|may differ from|check against delivery|speaker['’]s notes|prepared (?:remarks|for delivery)",
    re.IGNORECASE,
)
_DELIVERED = re.compile(r"as (?:it was )?delivered|verbatim", re.IGNORECASE)


def is_prepared(note: str | None) -> bool:
    """Return whether a source's note says that the text was written before it was spoken."""
    return bool(note and _PREPARED.search(note) and not _DELIVERED.search(note))


def usual_tier(entry: Entry, config: SourceBase) -> int:
    """Return the tier of a record: 4 where its list says that it is the prepared text."""
    tier = config.tier or USUAL_TIER
    return max(tier, 4) if is_prepared(entry.note) else tier


@dataclass(frozen=True, slots=True)
class Told:
    """What a record says of itself, beside what its list said of it."""

    title: str | None = None
    day: date | None = None
    origin: str = "meta"
    lang: str | None = None
    place: str | None = None
    rendition: Rendition | None = None
    doc_id: str | None = None
    complete: bool = True


def claims_of(entry: Entry, told: Told) -> tuple[RecordDate, ...]:
    """Return every day that record and list claim for the event, the record's own first, no day twice.

    A day of publication stands only where nobody says when was spoken.
    """
    claims = [RecordDate(told.day, told.origin)] if told.day else []
    claims += [one for one in entry.dates if one.origin != "published" or not claims]
    return tuple({one.day: one for one in reversed(claims)}[day] for day in dict.fromkeys(one.day for one in claims))


def believable(dates: Iterable[RecordDate], retrieved: date) -> tuple[RecordDate, ...]:
    """Return the days that lie not after the one on which a page came, a zone's difference apart."""
    return tuple(one for one in dates if one.day <= retrieved + timedelta(days=1))


def differs(entry: Entry, told: Told) -> bool:
    """Return whether the record's own day is over a day from all that its list claims for the event."""
    listed = [one.day for one in entry.dates if one.origin != "published"]
    return told.day is not None and bool(listed) and all(abs((told.day - day).days) > 1 for day in listed)


def _settled(turns: Iterable[Turn], config: SourceBase) -> Iterator[Turn]:
    """Yield the turns cleaned, with the labels that the configuration knows put to people, or to nobody."""
    persons = {plain_label(label): person for label, person in config.label_persons.items()}
    nobody = {plain_label(label) for label in config.never_attribute}
    for turn in turns:
        text = clean(turn.text)[0].strip()
        if not text:
            continue
        label = plain_label(turn.label or turn.speaker or "")
        turn = replace(turn, text=text, speaker=turn.speaker and clean(turn.speaker)[0])
        if label in nobody:
            yield replace(turn, role=Role.UNATTRIBUTED, speaker_id=None)
        elif label in persons:
            yield replace(turn, speaker=persons[label])
        else:
            yield turn


def _expect_signs(turns: tuple[Turn, ...], title: str, dates: tuple[RecordDate, ...], min_words: int) -> None:
    """Raise ParseError unless the record has a title, a day, words enough and somebody who is named."""
    words = sum(len(turn.text.split()) for turn in turns)
    if words < min_words:
        raise ParseError(f"only {words} words in it; {min_words} are the least of a transcript", outcome="empty")
    if not title:
        raise ParseError("it has no title")
    if not dates:
        raise ParseError("it does not say on which day was spoken")
    if all(turn.speaker is None for turn in turns):
        raise ParseError("nobody is named as speaking")


@dataclass(frozen=True, slots=True)
class InFull:
    """People found by more than a mere surname: a house has members whom nobody here knows, namesakes of the known."""

    people: KnownPeople

    def named(self, name: str, day: date | None, /) -> tuple[KnownPerson, ...]:
        """Return everybody whom *name* may mean on *day*, nobody for "Mr. Brown" or "Mr. Brown of Ohio"."""
        return () if _MERE_SURNAME.fullmatch(name) else self.people.named(name, day)


def transcript_of(
    entry: Entry,
    turns: Iterable[Turn],
    config: SourceBase,
    people: KnownPeople | None,
    *,
    told: Told = Told(),
    min_words: int = 40,
    tier: int | None = None,
    rendition: Rendition = Rendition.ORIGINAL,
) -> Transcript:
    """Return the transcript of *turns*; *tier* overrides the source's, *rendition* is the kind's usual one.

    Raises ParseError where a positive sign is missing: words enough (``empty``), title, day, a named speaker.
    """
    settled = tuple(_settled(turns, config))
    title = told.title or entry.title
    dates = claims_of(entry, told)
    _expect_signs(settled, title, dates, min_words)
    lang = told.lang or entry.lang or config.language
    head = RecordHead(
        source=config.id,
        doc_id=told.doc_id or entry.id,
        lang=lang or language_of("\n".join(turn.text for turn in settled))[0],
        title=title,
        dates=dates,
        url=entry.url,
        place=told.place or entry.place,
        tier=tier or usual_tier(entry, config),
        rendition=told.rendition or config.rendition or rendition,
        complete=told.complete,
    )
    return make_transcript(head, settled, people and InFull(people))
