"""Rows of stored transcripts as values: versions with their records, turns with their places, the sums of all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.search_index import SPEAKER_SEPARATOR
from verifier.model.article import Speaker
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record, RecordDate, Rendition, Role, Turn
from verifier.retrieve.coverage import Totals

THESE = "(SELECT value FROM json_each(?))"
_RECORDS = f"""
    SELECT v.id, s.name, t.doc_id, v.version, v.lang, v.title, v.url, v.place, v.tier, v.rendition, v.complete, v.words
    FROM transcript_versions AS v
    JOIN transcripts AS t ON t.id = v.transcript_id
    JOIN sources AS s ON s.id = t.source_id
    WHERE v.id IN {THESE}
"""


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A version that is stored: its key, its record, and the speakers it names."""

    key: int
    record: Record
    speakers: Mapping[str, Speaker]

    def named(self, names: str) -> tuple[Speaker, ...]:
        """Return the speakers of a passage, whose names are joined."""
        known = self.speakers
        return tuple([known.get(name) or Speaker(name) for name in names.split(SPEAKER_SEPARATOR) if name])


def placed_turn(
    number: int,
    start: int,
    speaker: str | None,
    text: str,
    identity: str | None,
    label: str | None,
    role: str,
    *rest: str,
) -> PlacedTurn:
    """Return the turn of its row."""
    lang, rendition, at = rest
    own = Rendition(rendition) if rendition else None
    return PlacedTurn(
        number, Span(start, start + len(text)), Turn(speaker, text, identity, label, Role(role), lang, own, at)
    )


def read_versions(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[HeldVersion]:
    """Yield the versions with these keys, with their days and speakers."""
    these = (json.dumps(keys),)
    days: dict[int, list[RecordDate]] = {}
    dated = f"SELECT version_id, day, origin FROM record_dates WHERE version_id IN {THESE} ORDER BY version_id, ordinal"
    for key, day, origin in connection.execute(dated, these):
        days.setdefault(key, []).append(RecordDate(date.fromisoformat(day), origin))
    named: dict[int, dict[str, Speaker]] = {}
    speakers = (
        f"SELECT version_id, speaker, speaker_id FROM version_speakers WHERE version_id IN {THESE} ORDER BY 1, ordinal"
    )
    for key, name, identity in connection.execute(speakers, these):
        named.setdefault(key, {})[name] = Speaker(name, identity)
    for key, *cells in connection.execute(_RECORDS, these).fetchall():
        source, doc_id, version, lang, title, url, place, tier, rendition, complete, words = cells
        told = (url, place, tier, Rendition(rendition), bool(complete), tuple(named.get(key, ())), words)
        yield HeldVersion(
            key, Record(source, doc_id, version, lang, title, tuple(days.get(key, ())), *told), named.get(key, {})
        )


def sum_up(connection: sqlite3.Connection) -> Totals:
    """Return the sums of all newest versions."""
    newest = "FROM transcript_versions AS v WHERE v.is_newest = 1"
    count, words = connection.execute(f"SELECT count(*), coalesce(sum(v.words), 0) {newest}").fetchone()
    (day,) = connection.execute(
        f"SELECT max(d.day) FROM record_dates AS d WHERE EXISTS (SELECT 1 {newest} AND v.id = d.version_id)"
    ).fetchone()
    langs = tuple(row[0] for row in connection.execute(f"SELECT DISTINCT v.lang {newest} ORDER BY 1"))
    return Totals(count, words, date.fromisoformat(day) if day else None, langs)
