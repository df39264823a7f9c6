"""The protocol that a searchable collection of transcripts fulfils."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from verifier.model.article import DateClaim, EventClaim, Speaker
from verifier.model.evidence import Candidate, Coverage
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: folded words, and who and when as evidence, never as a filter."""

    words: tuple[str, ...]  # folded, in the order of the quotation
    speaker: Speaker | None = None
    interval: Interval | None = None
    version: str | None = None  # look only here: the rest of a quotation of which a part was found


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be read and returned for one query."""

    candidates: int = 40  # passages returned at most
    postings: int = 20_000  # index entries read at most


@dataclass(frozen=True, slots=True)
class Claim:
    """Who, when and where, as far as the article says: what coverage is asked for."""

    speaker: Speaker | None = None
    date: DateClaim | None = None
    event: EventClaim | None = None


class Corpus(Protocol):
    """Transcripts that can be searched; MemoryCorpus and db.search.StoredCorpus obey the same laws.

    Only the newest version of each transcript is proposed. All answers are deterministic: equal
    weights are ordered by (source, doc_id, place).
    """

    def size(self) -> int:
        """Return the number of passages, N of the information measure."""
        ...

    def frequency(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each term stands, 0 for none.

        Exact for words. For pairs it may be cut off at a bound, which is then returned.
        """
        ...

    def candidates(self, query: Query, budget: Budget) -> Sequence[Candidate]:
        """Return the passages that share the rarest terms, heaviest first.

        Speaker and interval raise a candidate; a passage of another speaker or day stays in.
        """
        ...

    def turns(self, version: str, around: Span | None = None) -> Sequence[PlacedTurn]:
        """Return the turns of one version that meet *around*, or all; KeyError if it is not held."""
        ...

    def text(self, version: str, span: Span) -> str:
        """Return what one version prints at *span*, as far as it goes; KeyError if it is not held."""
        ...

    def earlier(self, version: str) -> Sequence[Record]:
        """Return the older states of the record that *version* is a state of, newest first; KeyError if not held.

        ``turns`` gives their words. Worse copies, which never replaced a better one, are left out.
        """
        ...

    def records(self, person: Speaker | None, interval: Interval | None) -> Sequence[Record]:
        """Return the records in which *person* holds a turn, dated in *interval*, by date and doc_id.

        None stands for anybody, and for any day.
        """
        ...

    def coverage(self, claim: Claim) -> Coverage:
        """Return what is held for the claimed person, event and window."""
        ...
