"""The best places of a statement's words in a corpus, ranked, with ties kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.align.parts import read_quoted
from verifier.matching.finding import Finder
from verifier.matching.own_turns import places_in_own_turns
from verifier.model.article import Statement
from verifier.model.evidence import Candidate, Match
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Budget, Corpus, Query
from verifier.retrieve.ranking import bits
from verifier.speakers.registry import People
from verifier.text.folding import fold_words

_LONGEST_WORD = 60  # characters a word of a cut quotation may have on average


@dataclass(frozen=True, slots=True)
class Places:
    """Where a statement's words may stand, best first, and how much they tell."""

    matches: tuple[Match, ...]
    words: int  # folded words of the quotation, as far as it was read
    bits: float  # Σ log2(N/df) over its distinct words
    candidates: int  # passages that retrieval proposed
    cut: bool = False  # the quotation was longer than the policy allows and was cut
    capped: bool = False  # as many passages as may be proposed share the same terms: there may be more

    @property
    def best(self) -> Match | None:
        """The best place, if there is any."""
        return self.matches[0] if self.matches else None


def find_places(statement: Statement, corpus: Corpus, people: People, policy: Policy) -> Places:
    """Return the ranked places of *statement* in *corpus*; equal places in a fixed order."""
    quoted = read_quoted(statement.quotations, statement.lang, policy.max_quotation_words)
    words = _words_of(statement, policy)
    asked = tuple(words[: policy.max_quotation_words])
    interval = statement.date_claim.interval if statement.date_claim else None
    budget = Budget(policy.candidate_budget, policy.posting_budget)
    candidates = corpus.candidates(Query(asked, statement.speaker, interval), budget)
    information = bits(asked, corpus)
    finder = Finder(statement, quoted, corpus, people, policy, len(words), information)
    ranked = sorted(finder.matches(candidates), key=_rank)
    ranked = sorted([*ranked, *places_in_own_turns(ranked, finder)], key=_rank)
    matches = tuple(_without_overlaps(ranked))[: 1 + 2 * policy.runners_up]
    return Places(matches, len(words), information, len(candidates), quoted.cut, _is_capped(candidates, policy))


def place_in(
    record: Record, statement: Statement, places: Places, corpus: Corpus, people: People, policy: Policy
) -> Match | None:
    """Return the best place of *statement* in one record, read from end to end; None where nothing is alike.

    *places* are those found before, for what the quotation tells. For where much hangs on words being
    absent: retrieval may pass over a place, reading does not.
    """
    quoted = read_quoted(statement.quotations, statement.lang, policy.max_quotation_words)
    return Finder(statement, quoted, corpus, people, policy, places.words, places.bits).through(record)


def _is_capped(candidates: Sequence[Candidate], policy: Policy) -> bool:
    """Return whether the passages that share as much as the best one fill the budget: others may be left out."""
    full = len(candidates) >= policy.candidate_budget
    return full and candidates[-1].weight >= candidates[0].weight


def _words_of(statement: Statement, policy: Policy) -> list[str]:
    """Return the folded words of the quotation, brackets included; of a very long one hardly more than are read."""
    room = policy.max_quotation_words * _LONGEST_WORD
    words: list[str] = []
    for quotation in statement.quotations:
        words += fold_words(quotation.text[:room], statement.lang)
        if len(words) > policy.max_quotation_words:
            break
    return words


def _rank(match: Match) -> tuple[float, int, bool, str, str, int]:
    """Return the sorting key: best total first, then the better record, then a fixed order."""
    record = match.record
    return (
        -round(match.total, 6),
        record.tier,
        not record.complete,
        record.source,
        record.doc_id,
        match.alignment.spans[0].start,
    )


def _without_overlaps(ranked: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches that share no words of a record with a better one."""
    taken: dict[str, list[Span]] = {}
    for match in ranked:
        spans = taken.setdefault(match.record.version, [])
        if not any(span.meets(other) for span in match.alignment.spans for other in spans):
            spans.extend(match.alignment.spans)
            yield match
