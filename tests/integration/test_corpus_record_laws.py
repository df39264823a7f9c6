"""Laws of a corpus's records, turns and coverage, in memory and in a database alike."""

from dataclasses import replace
from datetime import date

import pytest
from corpus_samples import Holding, briefings, transcript

from verifier.model.article import Basis, DateClaim, EventClaim, Speaker
from verifier.model.evidence import CoverageState
from verifier.model.text import Interval, Span
from verifier.model.transcript import Turn
from verifier.retrieve.corpus import Claim

LIND, EK, BERG = Speaker("Ada Lind", "ada-lind"), Speaker("Bo Ek"), Speaker("Cato Berg", "cato-berg")
FIFTH = Interval.day(date(2025, 3, 5))


@pytest.fixture(params=["memory", "stored"])
def holding(request, tmp_path):
    """Hold transcripts in memory, then in a database."""
    made = Holding(request.param, tmp_path)
    yield made
    made.close()


def test_turns(holding):
    """Turns come with numbers and places; *around* picks those that share a character with it."""
    held = transcript(
        "a", Turn("Bo Ek", "One."), Turn(None, ""), Turn("Ada Lind", "Two three.", "ada-lind", "MS. LIND:")
    )
    corpus = holding.of([held])
    version = held.record.version
    assert corpus.turns(version) == tuple(held.placed())
    assert [turn.number for turn in corpus.turns(version, Span(2, 3))] == [0]
    assert [turn.number for turn in corpus.turns(version, Span(3, 7))] == [0, 1, 2]
    assert [turn.number for turn in corpus.turns(version, Span(6, 16))] == [2]
    assert corpus.turns(version, Span(16, 40)) == ()


@pytest.mark.parametrize(
    ("start", "end"), [(0, 4), (2, 3), (3, 7), (4, 6), (6, 16), (0, 40), (15, 40), (16, 40), (7, 7)]
)
def test_text(holding, start, end):
    """What a version prints at a span is cut out of its whole text, and ends where that ends."""
    held = transcript("a", Turn("Bo Ek", "One."), Turn(None, ""), Turn("Ada Lind", "Två tre."))
    assert holding.of([held]).text(held.record.version, Span(start, end)) == "One.\n\nTvå tre."[start:end]


def test_unknown_version(holding):
    """A version that is not held is a KeyError."""
    corpus = holding.of(briefings())
    with pytest.raises(KeyError):
        corpus.turns("f" * 16)
    with pytest.raises(KeyError):
        corpus.text("f" * 16, Span(0, 1))


@pytest.mark.parametrize(
    ("person", "interval", "doc_ids"),
    [
        pytest.param(LIND, None, ["b0", "b1", "b2", "b3", "b4", "b5", "undated"], id="a person"),
        pytest.param(Speaker("Joan Park"), None, [], id="who only asks"),
        pytest.param(None, FIFTH, ["b0", "other"], id="anybody on a day"),
        pytest.param(BERG, FIFTH, ["b0"], id="a person on a day"),
        pytest.param(EK, Interval(date(2025, 3, 7), date(2025, 3, 8)), ["b2", "b3"], id="over some days"),
        pytest.param(
            EK, Interval(date(2020, 1, 1), date(2026, 1, 1)), ["b0", "b1", "b2", "b3", "b4", "b5"], id="years"
        ),
        pytest.param(Speaker("Nobody Else"), None, [], id="unknown"),
        pytest.param(None, None, ["b0", "other", "b1", "b2", "b3", "b4", "b5", "undated"], id="all"),
    ],
)
def test_records(holding, person, interval, doc_ids):
    """Records are those in which the person holds a speaker's turn, by date and doc_id, undated ones last."""
    other = transcript("other", Turn("Dora Dahl", "Nothing to report."))
    undated = transcript("undated", Turn("Ada Lind", "See you.", "ada-lind"), day=None)
    corpus = holding.of([undated, other, *briefings()])
    assert [record.doc_id for record in corpus.records(person, interval)] == doc_ids


def test_records_are_those_put_in(holding):
    """A record comes back as it was given."""
    held = replace(briefings()[0].record, place="Oslo", url="https://works.example/1", tier=1, complete=False)
    corpus = holding.of([replace(briefings()[0], record=held)])
    assert corpus.records(None, None) == (held,)


def test_a_record_is_completed(holding):
    """A record that names no version, speakers or words gets those that its turns give."""
    given = briefings()[0]
    bare = replace(given, record=replace(given.record, version="", speakers=(), words=0))
    (record,) = holding.of([bare]).records(None, None)
    assert record == given.record


@pytest.mark.parametrize(
    ("claim", "state", "transcripts"),
    [
        pytest.param(
            Claim(LIND, DateClaim(FIFTH, "5 March", Basis.SENTENCE), EventClaim(kind="news conference")),
            "held",
            2,
            id="event",
        ),
        pytest.param(Claim(LIND, DateClaim(FIFTH, "5 March", Basis.SENTENCE)), "partial", 2, id="bare day"),
        pytest.param(Claim(LIND), "partial", 6, id="no day"),
        pytest.param(Claim(), "partial", 6, id="nobody"),
        pytest.param(
            Claim(LIND, DateClaim(Interval.day(date(2020, 3, 5)), "2020", Basis.SENTENCE)),
            "not_covered",
            0,
            id="other year",
        ),
    ],
)
def test_coverage(holding, claim, state, transcripts):
    """Coverage counts the person's records in the window."""
    coverage = holding.of(briefings()).coverage(claim)
    assert (coverage.state, coverage.transcripts) == (CoverageState(state), transcripts)
    assert [outcome.source for outcome in coverage.sources] == ["works"]
