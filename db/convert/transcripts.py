"""Transcripts ⇄ rows.

Transcripts come by the hundred thousand, so their rows are plain tuples for ``executemany``; the
column lists stand beside the functions that fill them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from db.tables.base import clean
from db.tables.transcripts import RecordDateRow, TranscriptVersionRow, TurnRow, VersionSpeakerRow
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of

TURN_COLUMNS = "version_id, number, speaker, speaker_id, label, role, lang, rendition, at, start, text"
DATE_COLUMNS = "version_id, ordinal, day, origin"
SPEAKER_COLUMNS = "version_id, ordinal, speaker, speaker_id, words"
Cells = tuple[object, ...]


def _clean(text: str | None) -> str | None:
    """Return *text* cleaned, None for None."""
    return None if text is None else clean(text)


def cleaned_turn(turn: Turn) -> Turn:
    """Return a turn as it can be kept; the same object where nothing is to be cleaned."""
    fields = (turn.speaker, turn.text, turn.speaker_id, turn.label, turn.lang, turn.at)
    if all(field is None or _clean(field) is field for field in fields):
        return turn
    return replace(
        turn,
        speaker=_clean(turn.speaker),
        text=clean(turn.text),
        speaker_id=_clean(turn.speaker_id),
        label=_clean(turn.label),
        lang=_clean(turn.lang),
        at=_clean(turn.at),
    )


def keepable(transcript: Transcript) -> Transcript:
    """Return a transcript as it will be read back: cleaned, with its version, its speakers and its words counted.

    What the record already says of its speakers and words is left; a version is named anew only
    where it is missing or cleaning changed the words.
    """
    record = transcript.record
    turns = tuple(cleaned_turn(turn) for turn in transcript.turns)
    source, doc_id = clean(record.source), clean(record.doc_id)
    same = all(new is old for new, old in zip(turns, transcript.turns, strict=True))
    version = record.version if record.version and same else version_of(source, doc_id, turns)
    kept = replace(
        record,
        source=source,
        doc_id=doc_id,
        version=clean(version),
        lang=clean(record.lang),
        title=clean(record.title),
        url=_clean(record.url),
        place=_clean(record.place),
        dates=tuple(replace(held, origin=clean(held.origin)) for held in record.dates),
        speakers=tuple(clean(name) for name in record.speakers) or _speakers_of(turns),
        words=record.words or sum(len(turn.text.split()) for turn in turns),
    )
    return Transcript(kept, turns)


def _speakers_of(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """Return the names that hold a speaker's turn, in the order of their first."""
    return tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER))


def description_of(transcript: Transcript) -> str:
    """Return 16 hex digits that change with anything that is said about the words, but not with the words."""
    record = transcript.record
    digest = hashlib.sha256(repr(replace(record, version="")).encode())
    for turn in transcript.turns:
        parts = (turn.speaker_id, turn.label, turn.role.value, turn.lang, turn.rendition, turn.at)
        digest.update(repr(parts).encode())
    return digest.hexdigest()[:16]


def turn_cells(version_id: int, transcript: Transcript) -> list[Cells]:
    """Return the cells of TURN_COLUMNS for every turn."""
    cells: list[Cells] = []
    start = 0
    for number, turn in enumerate(transcript.turns):
        rendition = None if turn.rendition is None else turn.rendition.value
        who = (turn.speaker, turn.speaker_id, turn.label, turn.role.value)
        cells.append((version_id, number, *who, turn.lang, rendition, turn.at, start, turn.text))
        start += len(turn.text) + 1
    return cells


def date_cells(version_id: int, record: Record) -> list[Cells]:
    """Return the cells of DATE_COLUMNS for every date of the record."""
    return [(version_id, ordinal, held.day.isoformat(), held.origin) for ordinal, held in enumerate(record.dates)]


def speaker_cells(version_id: int, transcript: Transcript) -> list[Cells]:
    """Return the cells of SPEAKER_COLUMNS for every name of the record that holds a speaker's turn."""
    words: dict[str, int] = {}
    ids: dict[str, str] = {}
    for turn in transcript.turns:
        if turn.speaker:
            words[turn.speaker] = words.get(turn.speaker, 0) + len(turn.text.split())
            if turn.speaker_id:
                ids.setdefault(turn.speaker, turn.speaker_id)
    return [
        (version_id, ordinal, name, ids.get(name), words.get(name, 0))
        for ordinal, name in enumerate(transcript.record.speakers)
    ]


def turn_from_row(row: TurnRow) -> Turn:
    """Return the turn of its row."""
    return Turn(
        row.speaker,
        row.text,
        row.speaker_id,
        row.label,
        Role(row.role),
        row.lang,
        None if row.rendition is None else Rendition(row.rendition),
        row.at,
    )


def record_from_rows(
    source: str,
    doc_id: str,
    version: TranscriptVersionRow,
    dates: Iterable[RecordDateRow],
    speakers: Iterable[VersionSpeakerRow],
) -> Record:
    """Return the record of its rows, which come in the order of their ordinals."""
    return Record(
        source,
        doc_id,
        version.version,
        version.lang,
        version.title,
        tuple(RecordDate(held.day, held.origin) for held in dates),
        version.url,
        version.place,
        version.tier,
        Rendition(version.rendition),
        version.complete,
        tuple(held.speaker for held in speakers),
        version.words,
    )
