"""What every indexed corpus does in the same way; where passages and records lie is the subclass's affair."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from verifier.model.article import Speaker
from verifier.model.evidence import Candidate, Coverage, SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Budget, Claim, Query
from verifier.retrieve.coverage import (
    CoverageFacts,
    Declaration,
    Gap,
    Totals,
    judge_coverage,
    windows_of,
)
from verifier.retrieve.index import Place
from verifier.retrieve.persons import Persons
from verifier.retrieve.ranking import PAIR_BOUND, search
from verifier.retrieve.reach import Reach, out_of_reach
from verifier.speakers.registry import People

HOME_RECORDS = 50  # records of the claimed person and day that are looked through first
_LISTED_DAYS = 400  # a longer interval is compared with every record instead of looked up day by day


class IndexedCorpus(ABC):
    """The newest versions of transcripts, cut into numbered passages with posting lists of their terms."""

    def __init__(
        self,
        people: People | None,
        outcomes: Sequence[SourceOutcome] = (),
        gaps: Sequence[Gap] = (),
        declarations: Sequence[Declaration] = (),
        reaches: Sequence[Reach] = (),
    ) -> None:
        self._persons = Persons(people)
        self._outcomes, self._gaps, self._declarations = tuple(outcomes), tuple(gaps), tuple(declarations)
        self._reaches = tuple(reaches)
        self._days_of: dict[Speaker, dict[date | None, list[Record]]] = {}
        self._all_of: dict[Speaker, tuple[Record, ...]] = {}

    # ---- what a subclass knows

    @abstractmethod
    def size(self) -> int:
        """Return the number of passages."""

    @abstractmethod
    def word_counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each word stands; a word in none may be left out."""

    @abstractmethod
    def read(self, terms: Sequence[str], limit: int, within: range | None = None) -> Sequence[int]:
        """Return the first *limit* passages that hold all *terms*, ascending, of all or of those *within*."""

    @abstractmethod
    def places(self, passages: Sequence[int]) -> Mapping[int, Place]:
        """Return the places of *passages*; one that is no longer held is left out."""

    @abstractmethod
    def _names(self) -> Iterable[Speaker]:
        """Return the speakers named in any record, each once."""

    @abstractmethod
    def _naming(self, speakers: Sequence[Speaker]) -> Iterable[tuple[Record, tuple[Speaker, ...]]]:
        """Return the records in which any of *speakers* holds a turn, each with those who do."""

    @abstractmethod
    def _dated(self, interval: Interval) -> Iterable[Record]:
        """Return the records of anybody with a date in *interval*."""

    @abstractmethod
    def _all(self) -> Iterable[Record]:
        """Return every record."""

    @abstractmethod
    def _passages(self, versions: Sequence[str]) -> Sequence[range]:
        """Return the numbers of the passages of those *versions* that are the newest; KeyError if one is not held."""

    @abstractmethod
    def _totals(self) -> Totals:
        """Return the sums of all records."""

    @abstractmethod
    def _sources(self) -> Sequence[str]:
        """Return the names of the sources."""

    @abstractmethod
    def earlier(self, version: str) -> Sequence[Record]:
        """Return the older states of the record that *version* is a state of, newest first; KeyError if not held."""

    def _listed(self, windows: Sequence[Interval]) -> Sequence[Gap]:
        """Return what is listed and not held for the windows, where the corpus itself knows it."""
        return ()

    def _changed(self) -> bool:
        """Return whether records may have come or gone since the last question."""
        return False

    # ---- what follows from it

    def frequency(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each term stands: exact for words, at most PAIR_BOUND for pairs."""
        self._refresh()
        counts = self.word_counts([term for term in terms if "_" not in term])
        return {
            term: len(self.read((term,), PAIR_BOUND)) if "_" in term else counts.get(term, 0)
            for term in dict.fromkeys(terms)
        }

    def candidates(self, query: Query, budget: Budget) -> Sequence[Candidate]:
        """Return the passages that share the rarest terms, heaviest first; see ``ranking.search``."""
        self._refresh()
        return search(self, query, budget)

    def records(self, person: Speaker | None, interval: Interval | None) -> Sequence[Record]:
        """Return the records in which *person* holds a turn, dated in *interval*, by date and doc_id."""
        self._refresh()
        if person is None:
            return _ordered(self._all() if interval is None else self._dated(interval))
        days = self._days(person)
        if interval is None:
            if person not in self._all_of:
                self._all_of[person] = _ordered(record for records in days.values() for record in records)
            return self._all_of[person]
        length = (interval.last - interval.first).days
        if length > _LISTED_DAYS:
            return _ordered(record for day in days if day and interval.holds(day) for record in days[day])
        listed = (interval.first + timedelta(days=number) for number in range(length + 1))
        return _ordered(record for day in listed for record in days.get(day, ()))

    def home(self, query: Query) -> Sequence[range]:
        """Return the passages of the records that fit the claimed person and day; none where these are many.

        Of a query for one version they are that version's.
        """
        if query.version is not None:
            return self._passages((query.version,))
        if query.speaker is None and query.interval is None:
            return ()
        fitting = self.records(query.speaker, query.interval)
        return self._passages([record.version for record in fitting]) if len(fitting) <= HOME_RECORDS else ()

    def speaks(self, claimed: Speaker, named: Speaker, record: Record) -> bool:
        """Return whether the *named* speaker of a turn of *record* is the *claimed* one."""
        return self._persons.same(claimed, named, record)

    def coverage(self, claim: Claim) -> Coverage:
        """Return what is held for the claimed person, event and window; see ``coverage.judge_coverage``."""
        self._refresh()
        windows = windows_of(claim.date.interval if claim.date else None)
        outcomes, gaps = self._reached(claim, windows)
        facts = CoverageFacts(
            searched=tuple(self._sources()),
            outcomes=outcomes,
            gaps=gaps,
            declarations=tuple(
                declared for declared in self._declarations if self._concerns(claim, (declared.person,), nobody=False)
            ),
        )
        if not windows and claim.speaker is None:
            return judge_coverage(claim, replace(facts, totals=self._totals()))
        found = [record for window in windows or (None,) for record in self.records(claim.speaker, window)]
        return judge_coverage(claim, replace(facts, records=tuple(_ordered(found))))

    def _reached(
        self, claim: Claim, windows: tuple[Interval, ...]
    ) -> tuple[tuple[SourceOutcome, ...], tuple[Gap, ...]]:
        """Return outcomes and gaps for a claim: a source that cannot have it is out of coverage, whatever befell it."""
        outside = out_of_reach(self._reaches, windows)
        for reach in self._reaches:
            if reach.persons and not self._concerns(claim, reach.persons, nobody=True):
                outside.setdefault(reach.source, "it records other persons")
        outcomes = [outcome for outcome in self._outcomes if outcome.source not in outside]
        beyond = [SourceOutcome(source, "out_of_coverage", why) for source, why in sorted(outside.items())]
        gaps = [gap for gap in (*self._gaps, *self._listed(windows)) if gap.source not in outside]
        return (*outcomes, *beyond), tuple(gap for gap in gaps if self._may_hold(claim, gap))

    def _may_hold(self, claim: Claim, gap: Gap) -> bool:
        """Return whether what is missing may be a record of the claimed person."""
        named = gap.listed.speakers if gap.listed else ()
        return not named or self._concerns(claim, tuple(Speaker(name) for name in named), nobody=True)

    def _concerns(self, claim: Claim, persons: Sequence[Speaker], *, nobody: bool) -> bool:
        """Return whether the claimed person may be one of *persons*; *nobody* where none is claimed."""
        if claim.speaker is None:
            return nobody
        return any(self._persons.alike(claim.speaker, person) for person in persons)

    def _days(self, person: Speaker) -> dict[date | None, list[Record]]:
        """Return the person's records by each of their days; None for records without a date."""
        if person not in self._days_of:
            days: dict[date | None, list[Record]] = {}
            for record, speakers in self._naming(self._persons.likely(person, self._names())):
                if any(self._persons.same(person, named, record) for named in speakers):
                    for day in dict.fromkeys(dated.day for dated in record.dates) or (None,):
                        days.setdefault(day, []).append(record)
            self._days_of[person] = days
        return self._days_of[person]

    def _refresh(self) -> None:
        if self._changed():
            self._days_of.clear()
            self._all_of.clear()


def _ordered(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return *records*, each once, by date, doc_id and source; those without a date come last."""
    distinct = {record.version: record for record in records}.values()
    return tuple(sorted(distinct, key=lambda record: (record.date or date.max, record.doc_id, record.source)))
