"""What the search needs of a corpus: numbered passages, and for each term the numbers of those that hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from verifier.model.article import Speaker
from verifier.model.text import Span
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Query


class Place(NamedTuple):
    """Where an indexed passage stands, and who speaks in it."""

    record: Record
    span: Span
    speakers: tuple[Speaker, ...]


class Index(Protocol):
    """What the search needs of a corpus; passages are numbered, a record's passages one after another."""

    def size(self) -> int:
        """Return the number of passages."""
        ...

    def word_counts(self, words: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each word stands; a word in none may be left out."""
        ...

    def read(self, terms: Sequence[str], limit: int, within: range | None = None) -> Sequence[int]:
        """Return the first *limit* passages that hold all *terms*, ascending, of all or of those *within*."""
        ...

    def places(self, passages: Sequence[int]) -> Mapping[int, Place]:
        """Return the places of *passages*; one that is no longer held is left out."""
        ...

    def home(self, query: Query) -> Sequence[range]:
        """Return the passages of records that fit the query's speaker and day, where both are given; bounded."""
        ...

    def speaks(self, claimed: Speaker, named: Speaker, record: Record) -> bool:
        """Return whether the *named* speaker of a turn of *record* is the *claimed* one."""
        ...
