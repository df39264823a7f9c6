"""Transcripts: records of events, made of turns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verifier.model.text import Span


class Rendition(StrEnum):
    """How the words came onto the record."""

    ORIGINAL = "original"
    INTERPRETATION = "interpretation"
    OFFICIAL_TRANSLATION = "official_translation"
    MACHINE_TRANSLATION = "machine_translation"
    ASR = "asr"


class Role(StrEnum):
    """What a turn's speaker does at the event."""

    SPEAKER = "speaker"
    QUESTION = "question"  # a journalist asks
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"
    UNATTRIBUTED = "unattributed"  # background officials, audience: never attributed to a person


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's uninterrupted run; language and rendition override the transcript's where given."""

    speaker: str | None
    text: str
    speaker_id: str | None = None  # slug in people.toml
    label: str | None = None  # as printed: "MR. KIRBY:"
    role: Role = Role.SPEAKER
    lang: str | None = None
    rendition: Rendition | None = None
    at: str | None = None  # time code as the source gives it


@dataclass(frozen=True, slots=True)
class RecordDate:
    """A day on which a record says its event was held, with where it says so."""

    day: date
    origin: str  # url, meta, caption, body, listing, given


@dataclass(frozen=True, slots=True)
class Record:
    """A transcript's identity and standing, without its words."""

    source: str
    doc_id: str
    version: str  # 16 hex of SHA-256 over (source, doc_id, text): one state of the text
    lang: str
    title: str
    dates: tuple[RecordDate, ...]
    url: str | None = None
    place: str | None = None
    tier: int = 2  # 1 official verbatim … 5 captions, speech recognition
    rendition: Rendition = Rendition.ORIGINAL
    complete: bool = True
    speakers: tuple[str, ...] = ()  # the names that hold a speaker's turn
    words: int = 0

    @property
    def date(self) -> date | None:
        """The day given first, which is the one shown."""
        return self.dates[0].day if self.dates else None


@dataclass(frozen=True, slots=True)
class PlacedTurn:
    """A turn with its number (from 0) and its place in the transcript's text."""

    number: int
    span: Span
    turn: Turn


@dataclass(frozen=True, slots=True)
class Transcript:
    """The record of one event by one source; ``text`` is the turns' texts joined by one newline."""

    record: Record
    turns: tuple[Turn, ...]

    @property
    def text(self) -> str:
        """The text that all spans of this record point into."""
        return "\n".join(turn.text for turn in self.turns)

    def placed(self) -> Iterator[PlacedTurn]:
        """Yield every turn with its place."""
        start = 0
        for number, turn in enumerate(self.turns):
            yield PlacedTurn(number, Span(start, start + len(turn.text)), turn)
            start += len(turn.text) + 1


def version_of(source: str, doc_id: str, turns: tuple[Turn, ...]) -> str:
    """Return the 16 hex digits that name one state of a transcript's words and labels."""
    digest = hashlib.sha256(f"{source}\x1f{doc_id}\x1f".encode())
    for turn in turns:
        digest.update(f"{turn.speaker or ''}\x1e{turn.text}\x1f".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]
