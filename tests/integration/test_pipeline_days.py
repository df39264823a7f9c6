"""When it was said: days that agree, slip, cannot be, and which of several places is compared."""

from datetime import date

import pytest
from pipeline_records import KIRBY, MACRON, article_on, padding, quoted, says, transcript

from verifier.model.article import Basis, EventClaim
from verifier.model.evidence import CoverageState, Dating, Headline, Wording
from verifier.model.transcript import Turn
from verifier.pipeline import verify_statement
from verifier.retrieve.coverage import Declaration
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

AGAIN = "The dredging of the northern channel remains the first duty of the harbour board and of this administration."
ONCE = "Nobody in this building has asked the coast guard to leave the strait to the smugglers."
DULUTH = "Rebuilding the ferry terminal twice in a single winter costs more than dredging the estuary once."
PELICANS = "The seventeen pelicans that nest on the customs house will not be moved before the end of June."
OLD = "Every lamp on this coast was lit by hand until my grandmother's wedding day."
ROUTINE = " ".join(
    f"Pier {n} will be painted green, crane {n} will be oiled, and the men of shift {n} will be paid."
    for n in range(30)
)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    posted = (says(KIRBY, ROUTINE), says(KIRBY, f"{PELICANS} That is a promise."))
    records = [
        transcript("april-2", "2024-04-02", (says(KIRBY, f"Good morning. {AGAIN} We have said so before."),)),
        transcript("april-16", "2024-04-16", (says(KIRBY, f"Let me repeat it. {AGAIN} Thanks."),), place="Boston"),
        transcript("march-5", "2024-03-05", (says(KIRBY, ONCE),)),
        transcript("april-20", "2024-04-20", (says(KIRBY, DULUTH),), title="Remarks in Duluth", place="Duluth"),
        transcript("may-6", "2024-05-06", posted),
        transcript("may-7", "2024-05-07", posted),
        transcript("old", "2022-09-01", (says(KIRBY, OLD),)),
        transcript(
            "two-dates", ("2024-06-10", "2024-06-11"), (says(KIRBY, "Oars are cheaper than diesel this summer."),)
        ),
        transcript("undated", (), (says(KIRBY, "The bell buoy rings for whoever is listening tonight."),)),
    ]
    return MemoryCorpus([*records, *padding()], people)


PRESS = EventClaim(kind="press briefing")
CASES = [
    pytest.param(
        quoted(AGAIN, speaker=KIRBY, day="2024-04-02"),
        None,
        (Headline.VERIFIED, Dating.CONSISTENT, "april-2"),
        "the words stand as well in “Press briefing” (2024-04-16)",
        id="said on two days, the first claimed",
    ),
    pytest.param(
        quoted(AGAIN, speaker=KIRBY, day="2024-04-16"),
        None,
        (Headline.VERIFIED, Dating.CONSISTENT, "april-16"),
        "the record is of the claimed time",
        id="said on two days, the second claimed",
    ),
    pytest.param(
        quoted(AGAIN, speaker=KIRBY, day="2024-04-08"),
        None,
        (Headline.NEEDS_REVIEW, Dating.WRONG_DATE, "april-2"),
        "the place is not sure",
        id="said on two days, another claimed: the nearer is compared",
    ),
    pytest.param(
        quoted(AGAIN, speaker=KIRBY),
        article_on("2024-04-05"),
        (Headline.VERIFIED, Dating.NOT_CLAIMED, "april-2"),
        "the article gives no date",
        id="said again after the article: the earlier record is compared",
    ),
    pytest.param(
        quoted(DULUTH, speaker=KIRBY, day="2024-04-01"),
        article_on("2024-04-03"),
        (Headline.LOCATED, Dating.LATER_RECORD, "april-20"),
        "it was said again",
        id="the only record is later than the article",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-03-01/2024-03-07"),
        None,
        (Headline.VERIFIED, Dating.CONSISTENT, "march-5"),
        "2024-03-01/2024-03-07",
        id="a claimed week that holds the day",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-03-06/2024-03-10"),
        None,
        (Headline.VERIFIED, Dating.OFF_BY_ONE, "march-5"),
        "1 day apart",
        id="a claimed run of days that begins the day after",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-02-05"),
        None,
        (Headline.NEEDS_REVIEW, Dating.WRONG_DATE, "march-5"),
        "29 days apart; same day of the month, month differs",
        id="a bare day rules nothing out",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-04-02", event=PRESS),
        None,
        (Headline.MISDATED, Dating.WRONG_DATE, "march-5"),
        "the record of the claimed day is held, “Press briefing” (2024-04-02), and lacks the words",
        id="the claimed event is held and lacks the words",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-04-02"),
        None,
        (Headline.NEEDS_REVIEW, Dating.WRONG_DATE, "march-5"),
        "the claimed day is not ruled out",
        id="the claimed day has a record, but no event is named",
    ),
    pytest.param(
        quoted(DULUTH, speaker=KIRBY, day="2024-03-20", event=EventClaim(place="Duluth")),
        None,
        (Headline.MISDATED, Dating.WRONG_DATE, "april-20"),
        "the article names “Duluth”",
        id="the article names this record's place, and no other day's",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-02-05", event=EventClaim(place="Washington")),
        None,
        (Headline.NEEDS_REVIEW, Dating.WRONG_DATE, "march-5"),
        "the claimed day is not ruled out",
        id="a place where the person speaks often rules nothing out",
    ),
    pytest.param(
        quoted(DULUTH, speaker=KIRBY, day="2024-03-20", basis=Basis.EARLIER),
        None,
        (Headline.NEEDS_REVIEW, Dating.WRONG_DATE, "april-20"),
        "31 days apart",
        id="a date from an earlier paragraph alone",
    ),
    pytest.param(
        quoted(DULUTH, speaker=KIRBY, day="2024-03-20", basis=Basis.EARLIER, event=EventClaim(place="Duluth")),
        None,
        (Headline.MISDATED, Dating.WRONG_DATE, "april-20"),
        "the article names “Duluth”",
        id="a date from an earlier paragraph, and the place agrees",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-04-25"),
        article_on("2024-03-08"),
        (Headline.MISDATED, Dating.IMPOSSIBLE, "march-5"),
        "the article of 2024-03-08 claims a later day, 2024-04-25",
        id="a day after the article's own",
    ),
    pytest.param(
        quoted(ONCE, speaker=KIRBY, day="2024-02-05", contradicted_by="on February 26 he had said"),
        article_on("2024-03-08"),
        (Headline.MISDATED, Dating.IMPOSSIBLE, "march-5"),
        "the article contradicts its own date 2024-02-05: on February 26 he had said",
        id="the article contradicts itself",
    ),
    pytest.param(
        quoted(OLD, speaker=KIRBY, day="2024-03-07"),
        article_on("2024-03-08"),
        (Headline.NEEDS_REVIEW, Dating.RECYCLED, "old"),
        "presented as new",
        id="old words presented as new",
    ),
    pytest.param(
        quoted(PELICANS, speaker=KIRBY, day="2024-05-07"),
        None,
        (Headline.VERIFIED, Dating.CONSISTENT, "may-7"),
        "another record of the same event bears another date: “Press briefing” (2024-05-06)",
        id="one briefing posted twice, the later date claimed",
    ),
    pytest.param(
        quoted(PELICANS.replace("will not be", "will be"), speaker=KIRBY, day="2024-05-06"),
        None,
        (Headline.ALTERED, Wording.ALTERED_MATERIAL, "may-6"),
        "it leaves out “not” (negation)",
        id="one briefing posted twice is no rival of itself",
    ),
    pytest.param(
        quoted("Oars are cheaper than diesel this summer", speaker=KIRBY, day="2024-06-11"),
        None,
        (Headline.VERIFIED, Dating.CONSISTENT, "two-dates"),
        "it is also dated 2024-06-10 (url)",
        id="any of the record's dates will do",
    ),
    pytest.param(
        quoted("Oars are cheaper than diesel this summer", speaker=KIRBY, day="2024-06-12"),
        None,
        (Headline.LOCATED, Dating.RECORD_CONFLICT, "two-dates"),
        "the record's own dates disagree: 2024-06-10 (url), 2024-06-11 (body)",
        id="the answer hangs on which date is right",
    ),
    pytest.param(
        quoted("The bell buoy rings for whoever is listening tonight", speaker=KIRBY, day="2024-06-12"),
        None,
        (Headline.VERIFIED, Dating.UNKNOWN, "undated"),
        "the record has no date",
        id="a record without a date",
    ),
]


@pytest.mark.parametrize(("statement", "article", "expected", "reason"), CASES)
def test_when_it_was_said(corpus, people, statement, article, expected, reason):
    """Headline, dating and the record compared follow from claim and dates, and a sentence says why."""
    verdict = verify_statement(statement, article, corpus, people)
    axes = (verdict.headline, verdict.dating, verdict.wording, verdict.match.record.doc_id)
    assert set(expected) <= set(axes), (axes, verdict.reasons)
    assert reason.casefold() in " ".join(verdict.reasons).casefold()


def test_an_exhaustive_source_rules_the_claimed_day_out(people):
    """A source that declares every public word of the person over the window needs no event to be named."""
    held = [
        transcript("march-5", "2024-03-05", (says(KIRBY, ONCE),)),
        transcript(
            "april-2", "2024-04-02", (says(KIRBY, "Good morning, the tide is out and there is little to tell."),)
        ),
    ]
    corpus = MemoryCorpus([*held, *padding()], people, declarations=[Declaration("desk", KIRBY)])
    verdict = verify_statement(quoted(ONCE, speaker=KIRBY, day="2024-04-02"), None, corpus, people)
    assert (verdict.headline, verdict.coverage.state) == (Headline.MISDATED, CoverageState.HELD)
    assert "The claimed day is held, and lacks the words." in verdict.reasons


def test_a_day_that_cannot_be_is_told_without_any_record(corpus, people):
    """The article claims a day after its own; the words themselves are nowhere."""
    absent = quoted("Seven green violins were lent to the bakers of the southern moon", speaker=KIRBY, day="2024-06-09")
    verdict = verify_statement(absent, article_on("2024-03-08"), corpus, people)
    assert (verdict.wording, verdict.dating) == (Wording.NO_MATCH, Dating.IMPOSSIBLE)


def test_a_record_in_another_language_is_dated_by_the_place_that_the_article_names(people):
    """Speaker and place lead to one French record: never absent, dated all the same, and never located by wording."""
    turns = (Turn(MACRON.name, "Nous ne céderons ni les phares ni les détroits.", speaker_id=MACRON.id),)
    prague = transcript("prague", "2024-03-05", turns, lang="fr", title="Discours à Prague", place="Prague")
    corpus = MemoryCorpus([prague, *padding()], people)
    words = "We will yield neither lighthouses nor straits to those who covet them"
    claimed = quoted(words, speaker=MACRON, day="2024-02-05", event=EventClaim(place="Prague"))
    verdict = verify_statement(claimed, article_on("2024-03-08"), corpus, people)
    assert (verdict.wording, verdict.dating) == (Wording.TRANSLATION, Dating.WRONG_DATE)
    assert (verdict.headline, verdict.match, verdict.days_apart) == (Headline.NEEDS_REVIEW, None, 29)
    assert date(2024, 3, 5).isoformat() in " ".join(verdict.reasons)


STOCK = "Nobody on this coast has ever been stronger than when the harbours of the north stand together."
DOCKS = " ".join(f"Dock {n} was dredged, and the crew of barge {n} was thanked by name." for n in range(20))
CADETS = " ".join(f"Cadet {n} rowed the strait, and the band of year {n} played at the pier." for n in range(20))


@pytest.mark.parametrize(
    ("title", "other", "apart"),
    [
        pytest.param("Press briefing", f"{DOCKS} {STOCK}", False, id="the same briefing posted twice"),
        pytest.param("Press Briefing, May 21, 2024", f"{DOCKS} {STOCK}", False, id="with the day in its title"),
        pytest.param("Remarks at the academy", f"{DOCKS} {STOCK}", True, id="another title"),
        pytest.param("Press briefing", f"{CADETS} {STOCK}", True, id="a stock sentence of another event"),
        pytest.param(
            "Press briefing",
            f"{CADETS} {STOCK.replace('Nobody', 'No one').replace('ever been', 'been')}",
            True,
            id="a stock sentence in other words",
        ),
    ],
)
def test_records_of_two_days_are_one_event_only_as_wholes(people, title, other, apart):
    """A shared sentence makes no twins: title, length and what stands around must all but agree."""
    records = [
        transcript("may-17", "2024-05-17", (says(KIRBY, f"{DOCKS} {STOCK}"),)),
        transcript("may-21", "2024-05-21", (says(KIRBY, other),), title=title),
    ]
    verdict = verify_statement(
        quoted(STOCK, speaker=KIRBY, day="2024-05-17"), None, MemoryCorpus([*records, *padding()], people), people
    )
    twins = [reason for reason in verdict.reasons if "another record of the same event" in reason.lower()]
    differ = [reason for reason in verdict.reasons if "differ in the deciding words" in reason]
    assert (bool(twins), bool(differ), "records_differ" in verdict.flags) == (not apart, False, False)
