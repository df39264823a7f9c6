"""Laws of earlier states, and of how the sources stand, in memory and in a database alike."""

from datetime import date

import pytest
from corpus_samples import NOW, Holding, briefings, transcript

from db.store import Store
from verifier.model.article import Basis, DateClaim, EventClaim, Speaker
from verifier.model.evidence import CoverageState, SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import Record, RecordDate, Turn
from verifier.retrieve.corpus import Claim
from verifier.retrieve.coverage import Gap
from verifier.retrieve.reach import Reach
from verifier.sources.connector import Entry

LIND, EK = Speaker("Ada Lind", "ada-lind"), Speaker("Bo Ek")
FIFTH = date(2025, 3, 5)


@pytest.fixture(params=["memory", "stored"])
def holding(request, tmp_path):
    """Hold transcripts in memory, then in a database."""
    made = Holding(request.param, tmp_path)
    yield made
    made.close()


def state(text, doc_id="a"):
    """Return one state of a record of Ada Lind."""
    return transcript(doc_id, Turn("Ada Lind", text, "ada-lind"))


FIRST, SECOND, THIRD = state("We open in May."), state("We open in June."), state("We open in July.")


def test_earlier_states_come_newest_first(holding):
    """Their words are read by their versions; the newest alone is searched."""
    corpus = holding.of([FIRST], [SECOND], [THIRD, state("Another record.", "b")])
    assert corpus.earlier(THIRD.record.version) == (SECOND.record, FIRST.record)
    assert corpus.earlier(SECOND.record.version) == (FIRST.record,)
    assert corpus.earlier(FIRST.record.version) == ()
    assert [turn.turn.text for turn in corpus.turns(FIRST.record.version)] == ["We open in May."]
    assert [record.version for record in corpus.records(LIND, None)].count(THIRD.record.version) == 1
    assert corpus.size() == 2


def test_a_source_that_goes_to_and_fro_has_two_states(holding):
    """The state it came back to is not its own earlier one."""
    corpus = holding.of([FIRST], [SECOND], [FIRST], [SECOND], [FIRST])
    assert corpus.earlier(FIRST.record.version) == (SECOND.record,)


def test_earlier_states_of_what_is_not_held(holding):
    """An unknown version is a KeyError."""
    with pytest.raises(KeyError):
        holding.of([FIRST]).earlier("f" * 16)


def claim(day=FIFTH, speaker=LIND, event=None):
    """Return a claim about one day."""
    return Claim(speaker, DateClaim(Interval.day(day), "the day as printed", Basis.SENTENCE), event)


@pytest.mark.parametrize(
    ("reach", "outcome"),
    [
        pytest.param(Reach("archive", Interval(date(2009, 1, 20), date(2017, 1, 20))), "out_of_coverage", id="before"),
        pytest.param(Reach("archive", Interval(date(2025, 3, 6), date.max)), "soft_error", id="a day beside"),
        pytest.param(Reach("archive", persons=(EK,)), "out_of_coverage", id="another person"),
        pytest.param(Reach("archive", persons=(EK, Speaker("Ada Lind"))), "soft_error", id="the person"),
    ],
)
def test_a_source_that_cannot_have_it_does_not_count(holding, reach, outcome):
    """Whatever became of it: neither its failure nor its gaps bear on the claim."""
    standing = {
        "outcomes": [SourceOutcome("archive", "soft_error", "no answer")],
        "gaps": [Gap("archive", "stopped at page 3 of the listing")],
        "reaches": [reach],
    }
    coverage = holding.of([], **standing).coverage(claim())
    found = {source.source: source.outcome for source in coverage.sources}
    assert found["archive"] == outcome
    beyond = outcome == "out_of_coverage"
    assert coverage.state is (CoverageState.NOT_COVERED if beyond else CoverageState.PARTIAL)
    assert bool(coverage.gaps) is not beyond


def listed(title="Press conference in Oslo", *speakers):
    """Return a gap of 5 March 2025 as a list tells it."""
    days = (RecordDate(FIFTH, "listing"),)
    record = Record("works", "x", "listed:works:x", "en", title, days, tier=4, complete=False, speakers=speakers)
    return Gap("works", f"listed, not held: “{title}” (wall)", Interval.day(FIFTH), record)


OSLO = EventClaim(kind="press conference", place="Oslo")


@pytest.mark.parametrize(
    ("asked", "gap", "expected"),
    [
        pytest.param(claim(event=OSLO), listed(), "known_not_held", id="the named event"),
        pytest.param(claim(event=OSLO), listed("Remarks in Oslo", "Bo Ek"), "not_covered", id="another person's"),
        pytest.param(claim(), listed(), "partial", id="no event named"),
        pytest.param(claim(date(2025, 5, 20), event=OSLO), listed(), "not_covered", id="another day"),
    ],
)
def test_what_is_listed_and_not_held(holding, asked, gap, expected):
    """The event is known, its text is not: silence about it says nothing."""
    coverage = holding.of([], gaps=[gap]).coverage(asked)
    assert coverage.state is CoverageState(expected)
    assert (gap.what in " ".join(coverage.gaps)) is (expected != "not_covered")


def test_a_database_knows_what_is_listed(tmp_path):
    """Entries without a text are gaps of their days, with nobody having to name them."""
    entry = Entry("x", "https://works.example/x", "Press conference in Oslo", (RecordDate(FIFTH, "listing"),))
    with Store.open(tmp_path / "kept.db") as store:
        store.add_transcripts(briefings(), now=NOW)
        before = store.corpus(None).coverage(claim(event=EventClaim(kind="press conference", place="Oslo")))
        store.note_entries("works", [entry], now=NOW)
        store.settle_entry("works", "x", "refused", now=NOW, outcome="wall")
        after = store.corpus(None).coverage(claim(speaker=Speaker("Dora Dahl"), event=OSLO))
    assert before.gaps == ()
    assert after.state is CoverageState.KNOWN_NOT_HELD
    assert after.why == (
        "the event is known, but its complete text is not stored:"
        " “Press conference in Oslo” (2025-03-05, works), is listed without its text"
    )
    assert after.transcripts == 0
