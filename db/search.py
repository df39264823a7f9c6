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

from db.listed import listed_not_held
from db.search_index import (
    index_transcript,
    rebuild_index,
    settle_index,
    term_query,
    unindex_version,
)
from db.search_rows import THESE, HeldVersion, placed_turn, read_versions, sum_up
from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record
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
# One row for all: to hand over each passage as a row of its own takes as long as finding it.
_READ = """
    SELECT group_concat(rowid) FROM (SELECT rowid FROM passage_terms WHERE passage_terms MATCH ? LIMIT ?)
"""
_READ_WITHIN = _READ.replace("LIMIT", "AND rowid BETWEEN ? AND ? LIMIT")
_SOME_TURNS = "FROM turns WHERE version_id = ? AND number >= ? AND number < ? ORDER BY number"
_TURNS = f"SELECT number, start, speaker, text, speaker_id, label, role, lang, rendition, at {_SOME_TURNS}"
_TEXTS = f"SELECT start, text {_SOME_TURNS}"
_WHOLE = Span(0, 2**62)
_EARLIER = """
    SELECT other.id FROM transcript_versions AS own
    JOIN transcript_versions AS other ON other.transcript_id = own.transcript_id AND other.id <> own.id
    WHERE own.id = ? AND other.is_newest = 0 AND other.is_worse = 0
      AND (own.is_newest = 1 OR (other.last_seen_at, other.id) < (own.last_seen_at, own.id))
      AND NOT EXISTS (SELECT 1 FROM takedowns AS t WHERE t.kind = 'transcript_versions' AND t.target_id = other.id)
    ORDER BY other.last_seen_at DESC, other.id DESC
"""


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
        self._held: dict[int, HeldVersion] = {}
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
            counts = f"SELECT term, passages FROM term_frequencies WHERE term IN {THESE}"
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
        found = f'SELECT id, version_id, start, "end", speakers FROM passages WHERE id IN {THESE}'
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
        rows = self._connection.execute(_TURNS, self._meeting(self._key(version), around or _WHOLE))
        placed = (placed_turn(*row) for row in rows)
        return tuple(turn for turn in placed if around is None or turn.span.meets(around))

    def text(self, version: str, span: Span) -> str:
        """Return what one version prints at *span*, as far as it goes; KeyError if it is not held.

        In a fourth of the time that the turns take: most passages are only glanced at.
        """
        reach = Span(span.start, span.end + 1)  # the line break before a turn is printed with it
        rows = self._connection.execute(_TEXTS, self._meeting(self._key(version), reach)).fetchall()
        base = rows[0][0] if rows else 0
        return "\n".join([text for _, text in rows])[max(0, span.start - base) : max(0, span.end - base)]

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

    def _meeting(self, key: int, span: Span) -> tuple[int, int, int]:
        """Return a version's key and the numbers of its turns that may share characters with *span*, half-open."""
        starts = self._starts_of(key)
        return key, max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)

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

    def _load(self, keys: Iterable[int]) -> Mapping[int, HeldVersion]:
        """Return the versions with these keys, reading those not looked up before."""
        missing = sorted(key for key in set(keys) if key not in self._held)
        if missing:
            for held in read_versions(self._connection, missing):
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
            WHERE n.speaker IN {THESE}
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
        found = f"SELECT first_passage, passages FROM indexed_versions WHERE version_id IN {THESE} ORDER BY 1"
        return [range(first, first + count) for first, count in self._connection.execute(found, (keys,))]

    def _totals(self) -> Totals:
        if self._sums is None:
            self._sums = sum_up(self._connection)
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
