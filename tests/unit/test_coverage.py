"""Coverage is judged by event: what is held of the person, on the day, of the occasion."""

from datetime import date

import pytest

from verifier.model.article import Basis, DateClaim, EventClaim, Speaker
from verifier.model.evidence import CoverageState, SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import Record, RecordDate, Rendition
from verifier.retrieve.corpus import Claim
from verifier.retrieve.coverage import CoverageFacts, Declaration, Gap, Totals, judge_coverage

LIND = Speaker("Ada Lind", "ada-lind")
DAY = Interval.day(date(2024, 3, 5))
BRIEFING = EventClaim(kind="press conference", place="Oslo")


def claim(days=DAY, event=None, speaker=LIND):
    """Return what an article claims about an utterance of Ada Lind."""
    dated = DateClaim(days, "the day as printed", Basis.SENTENCE) if days else None
    return Claim(speaker, dated, event)


def record(day="2024-03-05", title="Press briefing in Oslo", *, doc_id="b1", **standing):
    """Return a record of 900 words, of tier 2, original and complete unless *standing* says otherwise."""
    days = (RecordDate(date.fromisoformat(day), "meta"),) if day else ()
    return Record("works", doc_id, f"{doc_id:0<16}", "en", title, days, words=900, **standing)


@pytest.mark.parametrize(
    ("asked", "facts", "state"),
    [
        pytest.param(claim(event=BRIEFING), CoverageFacts((record(),)), "held", id="the named event"),
        pytest.param(claim(), CoverageFacts((record(),)), "partial", id="a bare day"),
        pytest.param(
            claim(event=EventClaim(counterpart="Bo Ek")), CoverageFacts((record(),)), "partial", id="no event"
        ),
        pytest.param(claim(event=BRIEFING), CoverageFacts((record("2024-03-04"),)), "partial", id="the day before"),
        pytest.param(
            claim(event=BRIEFING), CoverageFacts((record(title="Remarks in Oslo"),)), "partial", id="another occasion"
        ),
        pytest.param(claim(event=BRIEFING), CoverageFacts((record(tier=3),)), "partial", id="an agency's record"),
        pytest.param(
            claim(event=BRIEFING),
            CoverageFacts((record(rendition=Rendition.OFFICIAL_TRANSLATION),)),
            "partial",
            id="a translation",
        ),
        pytest.param(
            claim(event=BRIEFING), CoverageFacts((record(complete=False),)), "known_not_held", id="an incomplete record"
        ),
        pytest.param(claim(event=BRIEFING), CoverageFacts((record(tier=4),)), "known_not_held", id="a listing"),
        pytest.param(
            claim(event=BRIEFING),
            CoverageFacts((record("2024-02-05", complete=False),)),
            "known_not_held",
            id="the same place a month off",
        ),
        pytest.param(claim(), CoverageFacts((record(complete=False),)), "partial", id="incomplete, no event named"),
        pytest.param(claim(event=BRIEFING), CoverageFacts(), "not_covered", id="nothing held"),
        pytest.param(claim(days=None), CoverageFacts(), "not_covered", id="nothing held at all"),
        pytest.param(claim(days=None), CoverageFacts((record(),)), "partial", id="no day claimed"),
        pytest.param(
            claim(event=BRIEFING, speaker=None),
            CoverageFacts((record(),)),
            "partial",
            id="no person, no event of theirs",
        ),
        pytest.param(
            claim(None, speaker=None), CoverageFacts(totals=Totals(12, 9000)), "partial", id="nobody on no day: all"
        ),
        pytest.param(
            claim(), CoverageFacts(outcomes=(SourceOutcome("works", "blocked"),)), "partial", id="a source failed"
        ),
        pytest.param(
            claim(),
            CoverageFacts(outcomes=(SourceOutcome("works", "out_of_coverage"),)),
            "not_covered",
            id="a source that does not have the person",
        ),
        pytest.param(
            claim(), CoverageFacts(gaps=(Gap("works", "publishes a month late", DAY),)), "partial", id="a lag"
        ),
        pytest.param(
            claim(),
            CoverageFacts(gaps=(Gap("works", "stopped at page 9", Interval.day(date(2020, 1, 1))),)),
            "not_covered",
            id="a gap elsewhere",
        ),
    ],
)
def test_state(asked, facts, state):
    """Held is only a complete original record of tier 1 or 2 of the event that the article names."""
    assert judge_coverage(asked, facts).state is CoverageState(state)


WHOLE = Declaration("works", LIND)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        pytest.param(CoverageFacts((record(),), declarations=(WHOLE,)), "held", id="declared"),
        pytest.param(CoverageFacts(declarations=(WHOLE,)), "not_covered", id="declared, yet nothing is loaded"),
        pytest.param(
            CoverageFacts((record(),), declarations=(Declaration("press", LIND),)), "partial", id="by another source"
        ),
        pytest.param(
            CoverageFacts((record(),), declarations=(Declaration("works", LIND, DAY),)),
            "partial",
            id="not for the window",
        ),
        pytest.param(
            CoverageFacts((record(),), outcomes=(SourceOutcome("works", "throttled"),), declarations=(WHOLE,)),
            "partial",
            id="the source failed",
        ),
        pytest.param(
            CoverageFacts((record(),), gaps=(Gap("works", "stopped at page 9"),), declarations=(WHOLE,)),
            "partial",
            id="a hole is known",
        ),
    ],
)
def test_exhaustive_source(facts, state):
    """A source that holds all of a person's public words makes a bare day held, if nothing is known to lack."""
    assert judge_coverage(claim(), facts).state is CoverageState(state)


YEAR = Interval(date(1941, 1, 1), date(1941, 12, 31))
ADDRESS = record("1941-01-06", "State of the Union address", doc_id="a1")
SECOND = record("1941-12-09", "State of the Union message", doc_id="a2")
CHAT = record("1941-05-27", "Address on the national emergency", doc_id="a3")


@pytest.mark.parametrize(
    ("event", "records", "state"),
    [
        pytest.param("State of the Union address", (ADDRESS, CHAT), "held", id="given once that year"),
        pytest.param("State of the Union address", (ADDRESS, SECOND), "partial", id="given twice"),
        pytest.param("speech", (CHAT,), "partial", id="a year has many speeches"),
    ],
)
def test_year_names_a_yearly_event(event, records, state):
    """A year with the kind names an event that is held once a year, and no other."""
    coverage = judge_coverage(claim(YEAR, EventClaim(kind=event)), CoverageFacts(records))
    assert coverage.state is CoverageState(state)


def test_what_is_counted():
    """Counts, newest day and languages are those of the person's records in the window; outcomes are complete."""
    facts = CoverageFacts(
        (record("2024-03-04"), record(doc_id="b2")),
        searched=("press", "works"),
        outcomes=(SourceOutcome("radio", "blocked", "bot wall"),),
    )
    coverage = judge_coverage(claim(), facts)
    assert (coverage.transcripts, coverage.words, coverage.newest, coverage.languages) == (
        2,
        1800,
        "2024-03-05",
        ("en",),
    )
    assert [(outcome.source, outcome.outcome) for outcome in coverage.sources] == [
        ("press", "ok_none"),
        ("radio", "blocked"),
        ("works", "ok_hits"),
    ]
    assert coverage.gaps == ("radio: blocked (bot wall)",)


def test_held_names_the_record():
    """The record of the event comes with the verdict, the better tier of two."""
    better = record(doc_id="b2", tier=1)
    coverage = judge_coverage(claim(event=BRIEFING), CoverageFacts((record(), better)))
    assert coverage.event == better
    assert coverage.why == (
        "the complete record of the named event is stored: “Press briefing in Oslo” (2024-03-05, works), 900 words"
    )


@pytest.mark.parametrize(
    ("asked", "facts", "why"),
    [
        pytest.param(
            claim(),
            CoverageFacts((record(),)),
            "1 transcript of Ada Lind dated 2024-02-05 or 2024-03-04 to 2024-03-06 or 2024-04-05, 900 words; the"
            " article names no event, and on a bare day they may have spoken elsewhere too",
            id="partial",
        ),
        pytest.param(
            claim(event=BRIEFING),
            CoverageFacts((record("2024-03-04"), record("2024-03-06", doc_id="b2"))),
            "2 transcripts of Ada Lind dated 2024-02-05 or 2024-03-04 to 2024-03-06 or 2024-04-05, 1,800 words; none of"
            " them is the complete original record of the named event (press conference in Oslo) of 2024-03-05",
            id="partial with an event",
        ),
        pytest.param(
            claim(days=None),
            CoverageFacts(),
            "no stored source has a transcript of Ada Lind",
            id="not covered, any day",
        ),
        pytest.param(
            claim(event=BRIEFING),
            CoverageFacts((record(complete=False),)),
            "the event is known, but its complete text is not stored: “Press briefing in Oslo” (2024-03-05, works),"
            " 900 words, is incomplete",
            id="known",
        ),
        pytest.param(
            claim(),
            CoverageFacts(outcomes=(SourceOutcome("works", "blocked"),)),
            "no transcript of Ada Lind dated 2024-02-05 or 2024-03-04 to 2024-03-06 or 2024-04-05 is stored; works"
            " could not be searched (blocked)",
            id="a failed source",
        ),
    ],
)
def test_why(asked, facts, why):
    """The reason is one sentence with names, days and numbers."""
    assert judge_coverage(asked, facts).why == why
