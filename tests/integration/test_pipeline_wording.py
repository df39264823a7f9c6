"""Wording at the level of the statement: parts, splices, two events, two records of one event, stock phrases."""

import pytest
from pipeline_records import BIDEN, JEAN_PIERRE, KIRBY, padding, quoted, says, transcript

from verifier.model.evidence import Headline, SpeakerCheck, Wording
from verifier.model.transcript import Rendition
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

STRAIT = "Nobody in this building has asked the coast guard to leave the strait to the smugglers."
INVOICES = "Every invoice above 40 million dollars will be read twice by our auditors before it is paid."
FERRY = "Rebuilding the ferry terminal twice in a single winter costs more than dredging the estuary once."
LAMPS = "The lighthouse keepers deserve a raise after eleven winters without any relief boat."
RUBBISH = "The only rubbish floating in this harbour belongs to the governor’s {}, and the whole quay knows it."
COUNT = "We counted {} rusted anchors on the northern mole before the inspectors had finished their breakfast."
BETWEEN = " ".join(f"Bollard {n} is loose and berth {n} needs planks, said the warden of shed {n}." for n in range(60))
STOCK = "we will finish the job together my friends"


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


WHEAT = "The silos on the northern quay hold {} barges of summer wheat for the islands, and not a sack more than that."


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    stock = [
        transcript(
            f"rally-{n}", f"2023-09-{n:02}", (says(BIDEN, f"Hello, town {n}. Believe me, {STOCK}. Bye, hall {n}."),)
        )
        for n in range(1, 6)
    ]
    versions = [
        transcript("oct-a", "2024-10-29", (says(BIDEN, f"Thank you. {RUBBISH.format('supporters')} We sweep."),)),
        transcript(
            "oct-b",
            "2024-10-29",
            (says(BIDEN, f"Thank you. {RUBBISH.format('supporter’s')} We sweep."),),
            source="mirror",
        ),
        transcript("wheat", "2024-08-09", (says(KIRBY, f"Now. {WHEAT.format('forty')} That is all."),)),
        transcript("wheat", "2024-08-09", (says(KIRBY, f"Now. {WHEAT.format('sixty')} That is all."),)),
        transcript(
            "mole-a",
            "2024-07-01",
            (says(KIRBY, f"Listen. {COUNT.format('twelve')} Then they ate."),),
            title="Remarks on the mole",
        ),
        transcript(
            "mole-b",
            "2024-07-01",
            (says(KIRBY, f"Listen. {COUNT.format('twenty')} Then they ate."),),
            source="mirror",
            title="Remarks at the mole",
        ),
        transcript(
            "asr",
            "2024-07-01",
            (says(KIRBY, f"Listen. {COUNT.format('ninety')} Then they ate."),),
            source="tube",
            tier=5,
            rendition=Rendition.ASR,
        ),
    ]
    records = [
        transcript("march-5", "2024-03-05", (says(KIRBY, f"{STRAIT} Thank you. {INVOICES}"), says(JEAN_PIERRE, LAMPS))),
        transcript("april-20", "2024-04-20", (says(KIRBY, FERRY),), title="Remarks in Duluth", place="Duluth"),
        transcript(
            "long",
            "2024-05-20",
            (
                says(
                    KIRBY,
                    f"The herons own the estuary and the eels own the mud. {BETWEEN} "
                    "The otters own nothing but their whiskers.",
                ),
            ),
        ),
    ]
    return MemoryCorpus([*records, *versions, *stock, *padding()], people)


CASES = [
    pytest.param(
        quoted(STRAIT.rstrip("."), INVOICES, speaker=KIRBY, day="2024-03-05"),
        (Headline.VERIFIED, Wording.MARKED),
        "joins two parts between which the record goes on: “Thank you",
        id="two quotations of one statement, in order",
    ),
    pytest.param(
        quoted(STRAIT.rstrip("."), INVOICES.replace("40", "14"), speaker=KIRBY, day="2024-03-05"),
        (Headline.ALTERED, Wording.ALTERED_MATERIAL),
        "has “14” where the record has “40” (number)",
        id="a statement's wording is its worst part's",
    ),
    pytest.param(
        quoted(
            INVOICES.rstrip(".").replace("40", "14"),
            "seven green violins were lent to the bakers",
            speaker=KIRBY,
            day="2024-03-05",
        ),
        (Headline.ALTERED, Wording.ALTERED_MATERIAL),
        "has “14” where the record has “40” (number)",
        id="one of two parts stands nowhere, and the other is changed",
    ),
    pytest.param(
        quoted(STRAIT.rstrip("."), "seven green violins were lent to the bakers", speaker=KIRBY, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, Wording.ALTERED_MINOR),
        "one part of the quotation was not found",
        id="one of two parts stands nowhere",
    ),
    pytest.param(
        quoted(
            "The herons own the estuary … The otters own nothing but their whiskers", speaker=KIRBY, day="2024-05-20"
        ),
        (Headline.INEXACT, Wording.ALTERED_MINOR),
        "leaves out, marked",
        id="an ellipsis over many hundred words",
    ),
    pytest.param(
        quoted("The eels own the mud. The otters own nothing but their whiskers", speaker=KIRBY, day="2024-05-20"),
        (Headline.INEXACT, Wording.SPLICED),
        "joins",
        id="passages of one speech joined without a mark",
    ),
    pytest.param(
        quoted(f"{STRAIT} {FERRY}", speaker=KIRBY, day="2024-03-05"),
        (Headline.ALTERED, Wording.SPLICED, SpeakerCheck.SAME),
        "stands in another event, “",
        id="two events in one pair of marks",
    ),
    pytest.param(
        quoted(f"{STRAIT.rstrip('.')} … {FERRY}", speaker=KIRBY, day="2024-03-05"),
        (Headline.ALTERED, Wording.ALTERED_MINOR, SpeakerCheck.SAME),
        "stands in another event, “",
        id="two events in one pair of marks, an ellipsis between",
    ),
    pytest.param(
        quoted(STRAIT.rstrip("."), FERRY, speaker=KIRBY, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, Wording.ALTERED_MINOR, SpeakerCheck.SAME),
        "stands in another event, “",
        id="two events, each in marks of its own",
    ),
    pytest.param(
        quoted(f"{STRAIT} {LAMPS}", speaker=KIRBY, day="2024-03-05"),
        (Headline.MISATTRIBUTED, Wording.SPLICED, SpeakerCheck.DIFFERENT),
        "of part of the words",
        id="two speakers of one event in one pair of marks",
    ),
    pytest.param(
        quoted(f"{STRAIT} Not one of them did.", speaker=KIRBY, day="2024-03-05"),
        (Wording.ALTERED_MINOR,),
        "adds without a mark: “Not one of them did”",
        id="a few words more stand in no other event",
    ),
    pytest.param(
        quoted(RUBBISH.format("supporters"), speaker=BIDEN, day="2024-10-29"),
        (Headline.NEEDS_REVIEW, Wording.EXACT),
        "of desk, oct-a, has “supporters”, “Press briefing” (2024-10-29) of mirror, oct-b, has “supporter’s”",
        id="two records differ by an apostrophe that decides",
    ),
    pytest.param(
        quoted(WHEAT.format("forty"), speaker=KIRBY, day="2024-08-09"),
        (Headline.NEEDS_REVIEW, Wording.ALTERED_MATERIAL),
        "of “Press briefing” (2024-08-09) has “sixty”, the state",
        id="the words of a record before it was corrected",
    ),
    pytest.param(
        quoted(COUNT.format("twelve"), speaker=KIRBY, day="2024-07-01"),
        (Headline.NEEDS_REVIEW, Wording.EXACT),
        "“Remarks on the mole” (2024-07-01) has “twelve”, “Remarks at the mole” (2024-07-01) has “twenty”",
        id="two records differ by a number",
    ),
    pytest.param(
        quoted(
            "rusted anchors on the northern mole before the inspectors had finished", speaker=KIRBY, day="2024-07-01"
        ),
        (Headline.VERIFIED, Wording.EXACT),
        "the record has the same words",
        id="two records differ, but not in the words quoted",
    ),
    pytest.param(
        quoted(STOCK, speaker=BIDEN, day="2023-09-03"),
        (Headline.VERIFIED, Wording.EXACT),
        "the words stand as well in 4 other events",
        id="a stock phrase, by speaker and day",
    ),
    pytest.param(
        quoted(STOCK, speaker=KIRBY, day="2024-03-05"),
        (Headline.NOT_CHECKABLE, Wording.FRAGMENT),
        "so short a phrase stands as well in several events",
        id="a stock phrase of somebody else's accuses nobody",
    ),
    pytest.param(
        quoted("finish the job", speaker=BIDEN, day="2023-09-03"),
        (Headline.FRAGMENT_LOCATED, Wording.FRAGMENT),
        "too few words",
        id="three words, by speaker and day",
    ),
    pytest.param(
        quoted("finish the job", speaker=BIDEN),
        (Headline.NOT_CHECKABLE, Wording.FRAGMENT),
        "too few words",
        id="three words without a day",
    ),
]


@pytest.mark.parametrize(("statement", "expected", "reason"), CASES)
def test_the_wording_of_the_whole_statement(corpus, people, statement, expected, reason):
    """Headline and wording follow from all parts and all records of the place, and a sentence says why."""
    verdict = verify_statement(statement, None, corpus, people)
    axes = (verdict.headline, verdict.wording, verdict.speaker_check)
    assert set(expected) <= set(axes), (axes, verdict.reasons)
    assert reason.casefold() in " ".join(verdict.reasons).casefold(), verdict.reasons


def test_flags_name_what_a_query_may_ask_for(corpus, people):
    """Two events, a lost part and differing records are flags, so that a view can list them."""
    joined = verify_statement(quoted(f"{STRAIT} {FERRY}", speaker=KIRBY), None, corpus, people)
    lost = verify_statement(quoted(STRAIT, "seven green violins were lent", speaker=KIRBY), None, corpus, people)
    differing = verify_statement(quoted(COUNT.format("twenty"), speaker=KIRBY), None, corpus, people)
    assert [joined.flags, lost.flags, differing.flags] == [("two_events",), ("part_missing",), ("records_differ",)]
