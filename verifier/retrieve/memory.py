"""A corpus held in memory: for a notebook, the demo and the tests."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record, Role, Transcript, version_of
from verifier.retrieve.coverage import Declaration, Gap, Totals
from verifier.retrieve.index import Place
from verifier.retrieve.indexed import IndexedCorpus
from verifier.retrieve.passages import cut_passages
from verifier.retrieve.reach import Reach
from verifier.speakers.registry import People

_NONE: array[int] = array("I")


class MemoryCorpus(IndexedCorpus):
    """Transcripts searched in memory; of each (source, doc_id) the last one given is the newest, and the one held."""

    def __init__(
        self,
        transcripts: Iterable[Transcript],
        people: People | None = None,
        *,
        outcomes: Sequence[SourceOutcome] = (),
        gaps: Sequence[Gap] = (),
        declarations: Sequence[Declaration] = (),
        reaches: Sequence[Reach] = (),
    ) -> None:
        super().__init__(people, outcomes, gaps, declarations, reaches)
        given = list(map(_completed, transcripts))
        self._held = {held.record.version: held for held in _newest(given)}
        self._states = _states(given)
        self._speakers = {version: _named(held) for version, held in self._held.items()}
        self._ranges: dict[str, range] = {}
        self._numbered: list[Place] = []
        self._postings: dict[str, array[int]] = {}
        for held in self._held.values():
            self._index(held)

    def _index(self, held: Transcript) -> None:
        """Give the transcript's passages their numbers, and note these under the passages' terms."""
        named = self._speakers[held.record.version]
        first = len(self._numbered)
        for passage in cut_passages(held):
            number = len(self._numbered)
            for term in {*passage.words, *passage.pairs}:
                postings = self._postings.get(term)
                if postings is None:
                    self._postings[term] = array("I", (number,))
                else:
                    postings.append(number)
            speakers = tuple(named.get(name) or Speaker(name) for name in passage.speakers)
            self._numbered.append(Place(held.record, passage.span, speakers))
        self._ranges[held.record.version] = range(first, len(self._numbered))

    def size(self) -> int:
        """Return the number of passages."""
        return len(self._numbered)

    def word_counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each word stands."""
        return {word: len(self._postings.get(word, ())) for word in words}

    def read(self, terms: Sequence[str], limit: int, within: range | None = None) -> Sequence[int]:
        """Return the first *limit* passages that hold all *terms*, ascending, of all or of those *within*."""
        lists = sorted((self._postings.get(term, _NONE) for term in terms), key=len)
        shortest, others = lists[0], lists[1:]
        first = bisect_left(shortest, within.start) if within else 0
        last = bisect_left(shortest, within.stop) if within else len(shortest)
        if not others:
            return shortest[first : min(last, first + limit)]
        held = (number for number in shortest[first:last] if all(_holds(other, number) for other in others))
        return list(islice(held, limit))

    def places(self, passages: Sequence[int]) -> Mapping[int, Place]:
        """Return the places of *passages*."""
        return {number: self._numbered[number] for number in passages}

    def turns(self, version: str, around: Span | None = None) -> Sequence[PlacedTurn]:
        """Return the turns of one version that meet *around*, or all; KeyError if it is not held."""
        placed = self._states[version].placed()
        return tuple(turn for turn in placed if around is None or turn.span.meets(around))

    def text(self, version: str, span: Span) -> str:
        """Return what one version prints at *span*, as far as it goes; KeyError if it is not held."""
        return self._states[version].text[span.start : span.end]

    def earlier(self, version: str) -> Sequence[Record]:
        """Return the states that were given before this one of the same record, the last of them first."""
        own = self._states[version].record
        states = [held.record for held in self._states.values()]
        same = [record for record in states if (record.source, record.doc_id) == (own.source, own.doc_id)]
        return tuple(reversed(same[: [record.version for record in same].index(version)]))

    def _names(self) -> Iterable[Speaker]:
        return dict.fromkeys(named for speakers in self._speakers.values() for named in speakers.values())

    def _naming(self, speakers: Sequence[Speaker]) -> Iterable[tuple[Record, tuple[Speaker, ...]]]:
        wanted = set(speakers)
        for version, named in self._speakers.items():
            if holding := tuple(speaker for speaker in named.values() if speaker in wanted):
                yield self._held[version].record, holding

    def _dated(self, interval: Interval) -> Iterable[Record]:
        return (record for record in self._all() if any(interval.holds(dated.day) for dated in record.dates))

    def _all(self) -> Iterable[Record]:
        return (held.record for held in self._held.values())

    def _passages(self, versions: Sequence[str]) -> Sequence[range]:
        return [self._ranges[version] for version in versions]

    def _totals(self) -> Totals:
        return Totals.of(self._all())

    def _sources(self) -> Sequence[str]:
        return sorted({record.source for record in self._all()})


def _holds(numbers: array[int], number: int) -> bool:
    """Return whether an ascending list holds *number*."""
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


def _newest(transcripts: Iterable[Transcript]) -> Iterable[Transcript]:
    """Return the last transcript of each (source, doc_id); one given again unchanged keeps its place."""
    newest: dict[tuple[str, str], Transcript] = {}
    for given in transcripts:
        key = given.record.source, given.record.doc_id
        if key in newest and newest[key].record.version != given.record.version:
            del newest[key]
        newest[key] = given
    return newest.values()


def _states(transcripts: Iterable[Transcript]) -> dict[str, Transcript]:
    """Return every state of every record by its version, in the order in which they were last given."""
    states: dict[str, Transcript] = {}
    for given in transcripts:
        states.pop(given.record.version, None)
        states[given.record.version] = given
    return states


def _completed(given: Transcript) -> Transcript:
    """Return a transcript whose record says its version, speakers and words, worked out where it did not."""
    record, turns = given.record, given.turns
    if record.version and record.speakers and record.words:
        return given
    said = dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER)
    completed = replace(
        record,
        version=record.version or version_of(record.source, record.doc_id, turns),
        speakers=record.speakers or tuple(name for name in said if name),
        words=record.words or sum(len(turn.text.split()) for turn in turns),
    )
    return Transcript(completed, turns)


def _named(held: Transcript) -> dict[str, Speaker]:
    """Return those who hold a speaker's turn, by name, each with the id of their first turn that has one."""
    ids: dict[str | None, str] = {}
    for turn in held.turns:
        if turn.speaker_id:
            ids.setdefault(turn.speaker, turn.speaker_id)
    return {name: Speaker(name, ids.get(name)) for name in held.record.speakers}
