"""A statement's way through search, comparison and judgement."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.axes.absence import with_event_read
from verifier.axes.backshift import without_backshift
from verifier.axes.halves import other_half
from verifier.axes.rivals import compare_places, compared_first
from verifier.axes.strays import agreeing_words, stray_of
from verifier.matching.places import find_places
from verifier.model.article import Article, Form, Statement
from verifier.model.evidence import (
    Verdict,
)
from verifier.model.policy import Policy
from verifier.pipeline.case import Case, not_judged
from verifier.retrieve.corpus import Claim, Corpus
from verifier.retrieve.ranking import bits
from verifier.signals import read_signals
from verifier.signals.evidence import Evidence
from verifier.speakers.registry import People


def verify(
    article: Article, statements: Sequence[Statement], corpus: Corpus, people: People, policy: Policy | None = None
) -> tuple[Verdict, ...]:
    """Return one verdict for each statement, in the same order."""
    return tuple(verify_statement(statement, article, corpus, people, policy) for statement in statements)


def verify_statement(
    statement: Statement, article: Article | None, corpus: Corpus, people: People, policy: Policy | None = None
) -> Verdict:
    """Return the verdict on one statement; *article* is None for a quotation given by itself."""
    policy = policy or Policy()
    coverage = corpus.coverage(Claim(statement.speaker, statement.date_claim, statement.event_claim))
    if statement.form is Form.INDIRECT:
        return not_judged(statement, coverage, policy)
    published = article.published if article else None
    found = find_places(statement, corpus, people, policy)
    found = with_event_read(found, statement, coverage, corpus, people, policy)
    found = without_backshift(found, statement, policy)
    places = compared_first(found, statement, published, policy)
    rivals = compare_places(places, statement, corpus, policy)
    best = places.best
    half = other_half(statement, best, corpus, people, policy) if best else None
    # Of a quotation too long to be compared whole only its beginning was read: nothing is told of the rest.
    read = best if not places.cut else None
    stray = stray_of(statement, read, corpus, people, policy) if read else None
    agreeing = bits(agreeing_words(statement, read), corpus) if read else places.bits
    signals = read_signals(Evidence(statement, places, rivals.elsewhere, policy, stray))
    return Case(statement, article, policy, coverage, places, agreeing, rivals, half, signals, stray).verdict(
        corpus, people
    )
