"""Verdicts are added where they say something new, and read back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from store_samples import (
    COVERAGE,
    FIRST,
    INDIRECT,
    LATER,
    NOW,
    SECOND,
    article,
    filled,
    match,
    new_database,
    transcript,
    verdict,
)

from db.store import Decision, Review, Store
from verifier.errors import DatabaseError
from verifier.model.article import Basis, Speaker
from verifier.model.evidence import CoverageState, Headline, SpeakerCheck, Verdict, Wording
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Turn

ARTICLE = article().id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


def add(store: Store, run: int, value: Verdict | None = None) -> bool:
    return store.add_verdict(ARTICLE, FIRST, value or verdict(), run_id=run, checked_at=LATER)


def rows(store: Store, table: str) -> int:
    return int(store.raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_verdict_comes_back_as_it_was(store: Store) -> None:
    """Every axis, the match with its record, turn and edits, the runners-up, signals and reasons are kept."""
    add(store, filled(store))
    kept = store.current_verdict(FIRST.id)
    assert kept is not None
    assert kept.verdict == verdict()
    assert store.load_verdict(kept.id) == verdict()
    assert (kept.checked_at, kept.run_id) == (LATER, 1)


def test_a_verdict_without_a_match_comes_back(store: Store) -> None:
    """Nothing found: no match, yet a runner-up, no score."""
    empty = verdict(match=None, score=None, wording=Wording.NO_MATCH, days_apart=None)
    add(store, filled(store), empty)
    assert store.load_verdict(1) == empty


def test_a_turns_text_is_stored_once(store: Store) -> None:
    """A match in a transcript that is held does not repeat the turn's text; another match does."""
    run = filled(store)
    add(store, run)
    assert store.raw.execute("SELECT count(*) FROM matches WHERE turn LIKE '%bridge%'").fetchone() == (0,)
    elsewhere = transcript(doc_id="not-held")
    place = PlacedTurn(1, Span(29, 94), Turn("Ada Lind", "Words of a turn that is kept nowhere else."))
    unheld = verdict(match=match(record=elsewhere.record, turn=place))
    add(store, run, unheld)
    kept = store.current_verdict(FIRST.id)
    assert kept is not None
    assert kept.verdict == unheld


def test_a_corrected_title_does_not_change_what_a_verdict_rests_on(store: Store) -> None:
    """The record's description is kept with the match: a later correction is no part of an earlier verdict."""
    add(store, filled(store))
    store.add_transcripts([transcript(title="Corrected title", tier=2)], now=LATER)
    assert store.load_verdict(1) == verdict()


def test_the_same_verdict_again_adds_no_row(store: Store) -> None:
    """A second run that finds the same leaves no row, whatever its reasons and scores are called."""
    run = filled(store)
    assert add(store, run)
    before = {table: rows(store, table) for table in ("verdicts", "matches", "alignments", "signals", "claims")}
    assert not add(store, run)
    assert not add(store, run, verdict(reasons=("Said in other words.",), score=0.92))
    assert {table: rows(store, table) for table in before} == before


DIFFERENT = [
    pytest.param(verdict(headline=Headline.NEEDS_REVIEW), id="headline"),
    pytest.param(verdict(wording=Wording.EXACT), id="wording"),
    pytest.param(verdict(speaker_check=SpeakerCheck.DIFFERENT), id="speaker"),
    pytest.param(verdict(match=None), id="match gone"),
    pytest.param(verdict(match=match("We need twelve more weeks")), id="other spans"),
    pytest.param(verdict(match=match(record=transcript(doc_id="briefing-2").record)), id="other transcript"),
    pytest.param(verdict(policy="2026-11-11111111"), id="policy"),
    pytest.param(verdict(coverage=replace(COVERAGE, state=CoverageState.PARTIAL)), id="coverage"),
    pytest.param(verdict(coverage=replace(COVERAGE, transcripts=4)), id="coverage detail"),
]


@pytest.mark.parametrize("other", DIFFERENT)
def test_a_verdict_that_says_something_new_is_added(store: Store, other: Verdict) -> None:
    """Headline, axes, match, policy and coverage detail each make a new verdict; the old one stays."""
    run = filled(store)
    add(store, run)
    assert add(store, run, other)
    assert [kept.verdict for kept in store.verdicts_of(FIRST.id)] == [other, verdict()]


def test_going_back_is_new_too(store: Store) -> None:
    """Only the newest verdict is compared: what was true once, and is again, is said again."""
    run = filled(store)
    assert [add(store, run), add(store, run, verdict(wording=Wording.EXACT)), add(store, run)] == [True] * 3
    assert rows(store, "verdicts") == 3


def test_a_verdict_names_the_claim_it_judged(store: Store) -> None:
    """A person corrects speaker and day; the new verdict names the new claim, the old one the article's."""
    run = filled(store)
    add(store, run)
    day = Interval.day(date(2025, 3, 5))
    corrected = store.add_claim(FIRST.id, speaker=Speaker("Bo Ek"), date=day, note="seen on video", now=LATER)
    assert (corrected.speaker, corrected.date_claim and corrected.date_claim.basis) == (Speaker("Bo Ek"), Basis.GIVEN)
    assert store.add_verdict(ARTICLE, corrected, verdict(), run_id=run, checked_at=LATER)
    new, old = store.verdicts_of(FIRST.id)
    assert new.claim_id != old.claim_id
    assert [(claim.origin, claim.note) for claim in store.claims_of(FIRST.id)] == [
        ("article", None),
        ("person", "seen on video"),
    ]


def test_pending_statements_are_those_another_transcript_may_settle(store: Store) -> None:
    """Open headlines without full coverage are pending; settled ones, held ones and indirect speech are not."""
    run = filled(store, FIRST, SECOND, INDIRECT)
    assert store.unjudged_statements() == (FIRST.id, SECOND.id, INDIRECT.id)
    partial = replace(COVERAGE, state=CoverageState.PARTIAL)
    judged = [
        (FIRST, verdict(FIRST, headline=Headline.NOT_CHECKABLE, coverage=partial)),
        (SECOND, verdict(SECOND, headline=Headline.NEEDS_REVIEW)),
        (INDIRECT, verdict(INDIRECT, headline=Headline.NOT_CHECKABLE, coverage=partial, wording=Wording.NOT_JUDGED)),
    ]
    for statement, value in judged:
        store.add_verdict(ARTICLE, statement, value, run_id=run, checked_at=NOW)
    assert store.pending_statements() == (FIRST.id,)
    assert store.unjudged_statements() == ()
    add(store, run, verdict(headline=Headline.VERIFIED))
    assert store.pending_statements() == ()


def test_everything_kept_of_a_statement_is_explained(store: Store) -> None:
    """By the statement's id or by a verdict's: article, statement, claims, every verdict."""
    add(store, filled(store))
    told = store.explain_rows(FIRST.id)
    assert told == store.explain_rows("1")
    assert (told.article, told.statement, told.verdicts[0].verdict) == (article(), FIRST, verdict())


@pytest.mark.parametrize("key", ["00000000000000ff", "77", "no such thing"])
def test_an_unknown_id_is_one_line(store: Store, key: str) -> None:
    """What is not known is said with the id."""
    with pytest.raises(DatabaseError, match=f"there is no (statement|verdict) {key}"):
        store.explain_rows(key)


def test_a_verdict_needs_its_article_and_statement(store: Store) -> None:
    """A verdict on what is not kept is refused."""
    run = filled(store)
    with pytest.raises(DatabaseError, match="has to be added"):
        store.add_verdict("https://other.example/", FIRST, verdict(), run_id=run, checked_at=NOW)
    with pytest.raises(DatabaseError, match="has to be added"):
        store.add_verdict(ARTICLE, INDIRECT, verdict(INDIRECT), run_id=run, checked_at=NOW)


def test_reviews_stand_beside_the_verdict(store: Store) -> None:
    """A second opinion does not overwrite the first, and a later verdict leaves both."""
    run = filled(store)
    add(store, run)
    reviews = (
        Review(1, "Kim", Decision.AGREE, None, NOW),
        Review(1, "Kim", Decision.DISAGREE, "The recording has “not”.", LATER),
    )
    for review in reviews:
        store.add_review(review)
    add(store, run, verdict(wording=Wording.EXACT))
    assert store.reviews_of(FIRST.id) == reviews
    assert store.load_verdict(1) == verdict()
    with pytest.raises(DatabaseError, match="there is no verdict 9"):
        store.add_review(replace(reviews[0], verdict_id=9))
