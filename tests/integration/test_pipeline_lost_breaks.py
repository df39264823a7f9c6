"""Turns whose page lost a break: labels printed inside them; and brackets that name somebody else."""

import pytest
from pipeline_records import BIDEN, KIRBY, asks, padding, quoted, says, transcript

from verifier.model.article import Speaker, SpeakerKind
from verifier.model.evidence import Headline, SpeakerCheck
from verifier.model.transcript import Role, Turn
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

ANONYMOUS = Speaker("Senior Administration Official", kind=SpeakerKind.PERSON)
LAST = "the customs launch would be sold before the regatta"
TURNS = (
    says(KIRBY, "Good afternoon. We counted every buoy in the sound before the ice came, and none was missing."),
    asks(
        "Thank you. Will the navy pay for those stories about the lighthouse? MR. KIRBY: What you can take to the bank "
        "is that we will be as forthcoming about the lighthouse lamps as we can be."
    ),
    says(
        BIDEN,
        "You will find that I gave nothing away in that contract. Q Mr. President, you have made too many concessions "
        "to the fishing fleet, haven’t you? They will find that I did not. I never promised them a second pier, and "
        "nobody can show you a paper that says otherwise.",
    ),
    says(
        BIDEN,
        "President Zelenskyy is the commander of that army; he gets to decide how his gunners cross the estuary. "
        "She told the harbour council on Friday that the dredging can wait until autumn.",
    ),
    says(
        Speaker("Prime Minister Ilves", None),
        "Thank you, Mr. President. (As interpreted.) Our islands will never forget who towed the hospital ship home.",
    ),
)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    background = (
        Turn("Senior Administration Official", f"These sanctions say that {LAST} opens.", role=Role.UNATTRIBUTED),
    )
    records = [transcript("briefing", "2024-03-05", TURNS), transcript("background", "2024-04-02", background)]
    return MemoryCorpus([*records, *padding()], people)


@pytest.mark.parametrize(
    ("words", "speaker", "day", "expected", "told"),
    [
        pytest.param(
            "What you can take to the bank is that we will be as forthcoming about the lighthouse lamps as we can be",
            KIRBY,
            "2024-03-05",
            (Headline.VERIFIED, SpeakerCheck.SAME),
            "behind the label “MR. KIRBY:” inside the turn of a journalist",
            id="an answer inside the question's turn",
        ),
        pytest.param(
            "What you can take to the bank is that we will be as forthcoming about the lighthouse lamps as we can be",
            BIDEN,
            "2024-03-05",
            (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
            "a break of turns may be lost",
            id="somebody else's answer inside the question's turn",
        ),
        pytest.param(
            "Will the navy pay for those stories about the lighthouse?",
            KIRBY,
            "2024-03-05",
            (Headline.MISATTRIBUTED, SpeakerCheck.ASKED_NOT_SAID),
            "question put by a journalist",
            id="the question before the label",
        ),
        pytest.param(
            "you have made too many concessions to the fishing fleet",
            BIDEN,
            "2024-03-05",
            (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
            "the label “Q” stands before the words",
            id="a question inside the answer's turn",
        ),
        pytest.param(
            "I never promised them a second pier, and nobody can show you a paper that says otherwise",
            BIDEN,
            "2024-03-05",
            (Headline.VERIFIED, SpeakerCheck.SAME),
            "has Joe Biden speaking these words",
            id="the answer that goes on behind the question",
        ),
        pytest.param(
            LAST,
            ANONYMOUS,
            "2024-04-02",
            (Headline.VERIFIED, SpeakerCheck.SAME),
            "names the speaker as the article does",
            id="an official without a name, called the same",
        ),
        pytest.param(
            "[Mr. Putin] gets to decide how his gunners cross the estuary",
            BIDEN,
            "2024-03-05",
            (Headline.NEEDS_REVIEW, SpeakerCheck.SAME),
            "the record does not name them near by",
            id="brackets that name somebody else",
        ),
        pytest.param(
            "[Zelenskyy] gets to decide how his gunners cross the estuary",
            BIDEN,
            "2024-03-05",
            (Headline.VERIFIED, SpeakerCheck.SAME),
            "honestly marked",
            id="brackets that name whom the record names",
        ),
        pytest.param(
            "Our islands will never forget who sank the hospital ship",
            Speaker("Prime Minister Ilves"),
            "2024-03-05",
            (Headline.LOCATED, SpeakerCheck.SAME),
            "holds an interpreter's words",
            id="an interpreter's words, as the record notes, are never altered",
        ),
        pytest.param(
            "[Zelenskyy] told the harbour council on Friday that the dredging can wait until autumn",
            BIDEN,
            "2024-03-05",
            (Headline.NEEDS_REVIEW, SpeakerCheck.SAME),
            "which is said of somebody else",
            id="brackets that name a man for a woman",
        ),
    ],
)
def test_whose_words(words, speaker, day, expected, told, corpus, people):
    """A label inside a turn gives words to whom it names, and convicts nobody; brackets are held to the record."""
    verdict = verify_statement(quoted(words, speaker=speaker, day=day), None, corpus, people)
    assert (verdict.headline, verdict.speaker_check) == expected
    assert any(told in reason for reason in verdict.reasons), verdict.reasons
