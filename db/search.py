"""The corpus that is stored: posting lists in FTS5, transcripts in the tables beside it, one SQLite file.

Only reads; it works on a file opened with ``mode=ro``. What it has looked up about records and persons
is kept until the database changes.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.listed import listed_not_held
from db.search_index import (
    SPEAKER_SEPARATOR,
    index_transcript,
    rebuild_index,
    settle_index,
    term_query,
    unindex_version,
)
from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record, RecordDate, Rendition, Role, Turn
from verifier.retrieve.coverage import Declaration, Gap, Totals
from verifier.retrieve.index import Place
from verifier.retrieve.indexed import IndexedCorpus
from verifier.retrieve.reach import Reach
from verifier.speakers.registry import People

__all__ = ["StoredCorpus", "index_transcript", "rebuild_index", "settle_index", "unindex_version"]

_ALL = range(0, 2**62)
_MAPPED_BYTES = 1 << 31  # of the file that are read in place, where the system allows it, not copied page by page
_KEPT_STARTS = 4096  # versions whose turns' places are remembered
_KEPT_COUNTS = 100_000  # words whose number of passages is remembered, before all are forgotten
_KEPT_LISTS, _KEPT_POSTINGS = 2048, 300  # common terms of which the first passages are remembered
_THESE = "(SELECT value FROM json_each(?))"
# One row for all: to hand over each passage as a row of its own takes as long as finding it.
_READ = """
    SELECT group_concat(rowid) FROM (SELECT rowid FROM passage_terms WHERE passage_terms MATCH ? LIMIT ?)
"""
_READ_WITHIN = _READ.replace("LIMIT", "AND rowid BETWEEN ? AND ? LIMIT")
_RECORDS = f"""
    SELECT v.id, s.name, t.doc_id, v.version, v.lang, v.title, v.url, v.place, v.tier, v.rendition, v.complete, v.words
    FROM transcript_versions AS v
    JOIN transcripts AS t ON t.id = v.transcript_id
    JOIN sources AS s ON s.id = t.source_id
    WHERE v.id IN {_THESE}
"""


_EARLIER = """
    SELECT other.id FROM transcript_versions AS own
    JOIN transcript_versions AS other ON other.transcript_id = own.transcript_id AND other.id <> own.id
    WHERE own.id = ? AND other.is_newest = 0 AND other.is_worse = 0
      AND (own.is_newest = 1 OR (other.last_seen_at, other.id) < (own.last_seen_at, own.id))
      AND NOT EXISTS (SELECT 1 FROM takedowns AS t WHERE t.kind = 'transcript_versions' AND t.target_id = other.id)
    ORDER BY other.last_seen_at DESC, other.id DESC
"""


@dataclass(frozen=True, slots=True)
class _Held:
    """A version that is stored: its key, its record, and the speakers it names."""

    key: int
    record: Record
    speakers: Mapping[str, Speaker]

    def named(self, names: str) -> tuple[Speaker, ...]:
        """Return the speakers of a passage, whose names are joined."""
        known = self.speakers
        return tuple([known.get(name) or Speaker(name) for name in names.split(SPEAKER_SEPARATOR) if name])


class StoredCorpus(IndexedCorpus):
    """The newest versions of the transcripts in one database; the connection stays the caller's."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        people: People | None = None,
        outcomes: Sequence[SourceOutcome] = (),
        gaps: Sequence[Gap] = (),
        declarations: Sequence[Declaration] = (),
        reaches: Sequence[Reach] = (),
    ) -> None:
        super().__init__(people, outcomes, gaps, declarations, reaches)
        self._connection = connection
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        self._state: list[tuple[str, int]] | None = None
        self._held: dict[int, _Held] = {}
        self._keys: dict[str, int] = {}
        self._starts: OrderedDict[int, list[int]] = OrderedDict()
        self._counts: dict[str, int] = {}
        self._lists: OrderedDict[tuple[str, int], array[int]] = OrderedDict()
        self._sums: Totals | None = None
        self._named: list[Speaker] | None = None

    def size(self) -> int:
        """Return the number of passages."""
        row = self._connection.execute("SELECT value FROM index_totals WHERE name = 'passages'").fetchone()
        return int(row[0])

    def word_counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each word stands; a word in none is left out."""
        missing = [word for word in words if word not in self._counts]
        if missing:
            if len(self._counts) > _KEPT_COUNTS:
                self._counts, missing = {}, list(words)
            counts = f"SELECT term, passages FROM term_frequencies WHERE term IN {_THESE}"
            self._counts |= dict.fromkeys(missing, 0)
            self._counts |= dict(self._connection.execute(counts, (json.dumps(missing),)).fetchall())
        return {word: count for word in words if (count := self._counts[word])}

    def read(self, terms: Sequence[str], limit: int, within: range | None = None) -> Sequence[int]:
        """Return the first *limit* passages that hold all *terms*, ascending, of all or of those *within*."""
        if len(terms) > 1 or within is not None or limit > _KEPT_POSTINGS:
            return self._read(terms, limit, within)
        found = self._lists.pop((terms[0], limit), None) or self._read(terms, limit, None)
        # The quotations of a run share their common terms; of the others there are too many.
        if len(found) == limit:
            self._lists[terms[0], limit] = array("q", found)
            if len(self._lists) > _KEPT_LISTS:
                self._lists.popitem(last=False)
        return found

    def _read(self, terms: Sequence[str], limit: int, within: range | None) -> Sequence[int]:
        asked: list[str | int] = [" AND ".join(map(term_query, terms))]
        if within is not None:
            asked += [within.start, within.stop - 1]
        row = self._connection.execute(_READ if within is None else _READ_WITHIN, (*asked, limit)).fetchone()
        return sorted(map(int, row[0].split(","))) if row[0] else []

    def places(self, passages: Sequence[int]) -> Mapping[int, Place]:
        """Return the places of *passages*; one that is no longer held is left out."""
        found = f'SELECT id, version_id, start, "end", speakers FROM passages WHERE id IN {_THESE}'
        rows = self._connection.execute(found, (json.dumps(list(passages)),)).fetchall()
        held = self._load({row[1] for row in rows})
        return {
            number: Place(held[key].record, Span(start, end), held[key].named(names))
            for number, key, start, end, names in rows
        }

    def turns(self, version: str, around: Span | None = None) -> Sequence[PlacedTurn]:
        """Return the turns of one version that meet *around*, or all; KeyError if it is not held.

        A version that is no longer the newest is held too: an earlier verdict may rest on it.
        """
        key = self._key(version)
        starts = self._starts_of(key)
        first, last = 0, len(starts)
        if around is not None:
            first, last = max(0, bisect_right(starts, around.start) - 1), bisect_left(starts, around.end)
        rows = self._connection.execute(
            "SELECT number, start, speaker, text, speaker_id, label, role, lang, rendition, at FROM turns"
            " WHERE version_id = ? AND number >= ? AND number < ? ORDER BY number",
            (key, first, last),
        )
        placed = (_placed(*row) for row in rows)
        return tuple(turn for turn in placed if around is None or turn.span.meets(around))

    def earlier(self, version: str) -> Sequence[Record]:
        """Return the older states of the same record, newest first, but for worse copies and what was taken down."""
        rows = self._connection.execute(_EARLIER, (self._key(version),)).fetchall()
        return tuple(self._records(row[0] for row in rows))

    def _listed(self, windows: Sequence[Interval]) -> Sequence[Gap]:
        return listed_not_held(self._connection, windows)

    def _key(self, version: str) -> int:
        """Return the key of a version; KeyError if it is not held."""
        if version not in self._keys:
            found = "SELECT id FROM transcript_versions WHERE version = ? ORDER BY is_newest DESC, id LIMIT 1"
            row = self._connection.execute(found, (version,)).fetchone()
            if row is None:
                raise KeyError(version)
            self._keys[version] = row[0]
        return self._keys[version]

    def _starts_of(self, key: int) -> list[int]:
        """Return where each turn of a version starts; the text of a version never changes."""
        starts = self._starts.pop(key, None)
        if starts is None:
            row = self._connection.execute(
                "SELECT group_concat(start) FROM turns WHERE version_id = ?", (key,)
            ).fetchone()
            starts = sorted(map(int, row[0].split(","))) if row[0] else []
        self._starts[key] = starts
        if len(self._starts) > _KEPT_STARTS:
            self._starts.popitem(last=False)
        return starts

    def _load(self, keys: Iterable[int]) -> Mapping[int, _Held]:
        """Return the versions with these keys, reading those not looked up before."""
        missing = sorted(key for key in set(keys) if key not in self._held)
        if missing:
            for held in _read_versions(self._connection, missing):
                self._held[held.key] = held
                self._keys[held.record.version] = held.key
        return self._held

    def _records(self, keys: Iterable[int]) -> list[Record]:
        chosen = list(keys)
        held = self._load(chosen)
        return [held[key].record for key in chosen]

    def _names(self) -> Iterable[Speaker]:
        if self._named is None:
            rows = self._connection.execute("SELECT DISTINCT speaker, speaker_id FROM version_speakers ORDER BY 1, 2")
            self._named = [Speaker(name, identity) for name, identity in rows]
        return self._named

    def _naming(self, speakers: Sequence[Speaker]) -> Iterator[tuple[Record, tuple[Speaker, ...]]]:
        named = f"""
            SELECT DISTINCT v.id FROM version_speakers AS n
            JOIN transcript_versions AS v ON v.id = n.version_id AND v.is_newest = 1
            WHERE n.speaker IN {_THESE}
        """
        names = json.dumps([speaker.name for speaker in speakers])
        keys = [row[0] for row in self._connection.execute(named, (names,))]
        held, wanted = self._load(keys), set(speakers)
        for key in keys:
            holding = tuple(speaker for speaker in held[key].speakers.values() if speaker in wanted)
            if holding:
                yield held[key].record, holding

    def _dated(self, interval: Interval) -> Iterable[Record]:
        dated = """
            SELECT DISTINCT v.id FROM record_dates AS d
            JOIN transcript_versions AS v ON v.id = d.version_id AND v.is_newest = 1
            WHERE d.day BETWEEN ? AND ?
        """
        days = (interval.first.isoformat(), interval.last.isoformat())
        return self._records(row[0] for row in self._connection.execute(dated, days))

    def _all(self) -> Iterable[Record]:
        rows = self._connection.execute("SELECT id FROM transcript_versions WHERE is_newest = 1")
        return self._records(row[0] for row in rows)

    def _passages(self, versions: Sequence[str]) -> Sequence[range]:
        keys = json.dumps([self._key(version) for version in versions])
        found = f"SELECT first_passage, passages FROM indexed_versions WHERE version_id IN {_THESE} ORDER BY 1"
        return [range(first, first + count) for first, count in self._connection.execute(found, (keys,))]

    def _totals(self) -> Totals:
        if self._sums is None:
            self._sums = _sum_up(self._connection)
        return self._sums

    def _sources(self) -> Sequence[str]:
        return [row[0] for row in self._connection.execute("SELECT name FROM sources ORDER BY name")]

    def _changed(self) -> bool:
        """Return whether versions have come or gone; what was looked up is then forgotten."""
        state = self._connection.execute("SELECT name, value FROM index_totals ORDER BY name").fetchall()
        if state == self._state:
            return False
        self._state, self._sums, self._named = state, None, None
        for remembered in (self._held, self._keys, self._starts, self._counts, self._lists):
            remembered.clear()
        return True


def _placed(
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


def _read_versions(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[_Held]:
    """Yield the versions with these keys, with their days and speakers."""
    these = (json.dumps(keys),)
    days: dict[int, list[RecordDate]] = {}
    dated = (
        f"SELECT version_id, day, origin FROM record_dates WHERE version_id IN {_THESE} ORDER BY version_id, ordinal"
    )
    for key, day, origin in connection.execute(dated, these):
        days.setdefault(key, []).append(RecordDate(date.fromisoformat(day), origin))
    named: dict[int, dict[str, Speaker]] = {}
    speakers = (
        f"SELECT version_id, speaker, speaker_id FROM version_speakers WHERE version_id IN {_THESE} ORDER BY 1, ordinal"
    )
    for key, name, identity in connection.execute(speakers, these):
        named.setdefault(key, {})[name] = Speaker(name, identity)
    for key, *cells in connection.execute(_RECORDS, these).fetchall():
        source, doc_id, version, lang, title, url, place, tier, rendition, complete, words = cells
        told = (url, place, tier, Rendition(rendition), bool(complete), tuple(named.get(key, ())), words)
        yield _Held(
            key, Record(source, doc_id, version, lang, title, tuple(days.get(key, ())), *told), named.get(key, {})
        )


def _sum_up(connection: sqlite3.Connection) -> Totals:
    """Return the sums of all newest versions."""
    newest = "FROM transcript_versions AS v WHERE v.is_newest = 1"
    count, words = connection.execute(f"SELECT count(*), coalesce(sum(v.words), 0) {newest}").fetchone()
    (day,) = connection.execute(
        f"SELECT max(d.day) FROM record_dates AS d WHERE EXISTS (SELECT 1 {newest} AND v.id = d.version_id)"
    ).fetchone()
    langs = tuple(row[0] for row in connection.execute(f"SELECT DISTINCT v.lang {newest} ORDER BY 1"))
    return Totals(count, words, date.fromisoformat(day) if day else None, langs)
