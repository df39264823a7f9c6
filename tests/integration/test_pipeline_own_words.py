"""Words that several turns of a record hold, pass on or report: whose they are, and whose nobody may say they are."""

import pytest
from pipeline_records import BIDEN, KIRBY, asks, padding, quoted, says, transcript

from verifier.model.article import EventClaim, Speaker
from verifier.model.evidence import CoverageState, Headline, SpeakerCheck, Wording
from verifier.model.transcript import Rendition, Role, Turn
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

AUSTIN = Speaker("Lloyd Austin", "lloyd-austin")
ODA, REN, LUND = Speaker("Mira Oda"), Speaker("Tomas Ren"), Speaker("Ines Lund")
BRIEFING = (
    Turn("Pavel Quist", "Will the gannet colony be fenced before the tourists come back to the island, minister?"),
    says(ODA, "Yes, the gannet colony will be fenced before the tourists come back."),
    says(REN, "The dredging of the inner harbour starts when the last herring boat has left for the season."),
    says(ODA, "The harbour fee stays as it is. The herring boats pay nothing at all this season."),
    asks("Did you lease the old signal tower to a foreign bank without a public tender?"),
    says(ODA, "Did we lease the old signal tower to a foreign bank without a public tender? No, we did not."),
    asks("Is it true that the ice patrol fired on a yacht near the second buoy last Monday night?"),
    says(ODA, "No shots were fired by anybody."),
    says(REN, "The minister told me this morning that the salvage tug stays at the cape for the whole storm season."),
    says(REN, "My colleague said that every lamp on the northern pier will be lit by gas again from next week."),
    says(REN, "The old treaty says that a wreck belongs to whoever first ties a rope to her stern post."),
    says(REN, "As I said last week, the customs launch needs a second engine before the winter ice sets in."),
    says(ODA, "My predecessor told this house that the causeway would be paved within a single summer. It was not."),
    says(
        ODA,
        "Some people say we should sell the lightships to a museum and be done with the whole business. I say they are "
        "wrong. I say that the lightships will burn for another hundred years on this coast. When people say so, they "
        "forget that a calm sea never made a skilled helmsman out of anybody. Harald Benk said that the northern lock "
        "would never leak a drop. It did not. Harald Benk has told me that the grain barges will be weighed twice from "
        "now on.",
    ),
)
PIER = (
    asks("What did Secretary Austin say about the second anchor chain of the pier?"),
    says(KIRBY, "He said that the second anchor chain had been ordered from a foundry in Ohio last spring."),
    asks("And who will pay for the floating crane?"),
    says(KIRBY, "She said that the floating crane would be paid for out of the contingency fund of the port."),
    asks("You know what Mira Oda told the port council."),
    says(KIRBY, "She said that the pilots would be paid by the tide and no longer by the tonnage of the ship."),
)
JOINT = (
    says(ODA, "I welcome my colleague. We shall speak of ferries and of the common inspection of the buoys."),
    Turn(LUND.name, "La mer du Nord n'est pas un étang, et personne n'en garde la clef dans sa poche.", lang="fr"),
    Turn(
        "Interpreter",
        "We have agreed that the beacons of both our coasts remain lit through the whole of the winter.",
        role=Role.INTERPRETER,
        rendition=Rendition.INTERPRETATION,
    ),
)
TOGETHER = (
    Turn("Mira Oda and Tomas Ren", "The two ministries will share the icebreaker and her crew of thirty until spring."),
)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    records = [
        transcript("briefing", "2024-03-05", BRIEFING, title="Press briefing by Mira Oda", place="Nordby"),
        transcript("pier", "2024-03-06", PIER, title="Press briefing by John Kirby"),
        transcript("austin", "2024-03-06", (says(AUSTIN, "I came to thank the cooks of this garrison."),)),
        transcript("biden", "2024-03-06", (says(BIDEN, "I came to eat the soup of this garrison tonight."),)),
        transcript("joint", "2024-03-07", JOINT, title="Joint press conference", place="Larnvik"),
        transcript("ice", "2024-03-05", TOGETHER, title="Statement on the icebreaker", place="Nordby"),
    ]
    return MemoryCorpus([*records, *padding()], people)


OWN = [
    pytest.param(
        quoted("gannet colony will be fenced before the tourists come back", speaker=ODA, day="2024-03-05"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Mira Oda speaking these words",
        id="an answer in the words of a named man's question",
    ),
    pytest.param(
        quoted("be fenced before the tourists come back to the island", speaker=ODA, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has Pavel Quist speaking these words",
        id="near miss: the question's own end, which the answer lacks",
    ),
    pytest.param(
        quoted("lease the old signal tower to a foreign bank without a public tender", speaker=ODA, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Mira Oda says again here what a journalist asked",
        id="the question repeated before the answer",
    ),
    pytest.param(
        quoted("the ice patrol fired on a yacht near the second buoy last Monday night", speaker=ODA, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.ASKED_NOT_SAID),
        "question put by a journalist",
        id="near miss: words that only the question has",
    ),
    pytest.param(
        quoted("The dredging of the inner harbour starts when the last herring boat has left", speaker=ODA),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has Tomas Ren speaking these words",
        id="near miss: words that only another's turn has",
    ),
]
PASSED_ON = [
    pytest.param(
        quoted("the salvage tug stays at the cape for the whole storm season", speaker=ODA, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "as those of “The minister”, who may be Mira Oda",
        id="by an office that names nobody",
    ),
    pytest.param(
        quoted("every lamp on the northern pier will be lit by gas again from next week", speaker=ODA),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "as those of “My colleague”",
        id="by a colleague who is not named",
    ),
    pytest.param(
        quoted("a wreck belongs to whoever first ties a rope to her stern post", speaker=ODA, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "Tomas Ren",
        id="near miss: what a treaty says is nobody's",
    ),
    pytest.param(
        quoted("the customs launch needs a second engine before the winter ice sets in", speaker=ODA, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "Tomas Ren",
        id="near miss: what he said himself",
    ),
    pytest.param(
        quoted("the second anchor chain had been ordered from a foundry in Ohio", speaker=AUSTIN, day="2024-03-06"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "John Kirby relays these words as those of “He”: Lloyd Austin, named just before",
        id="a pronoun that the question before explains",
    ),
    pytest.param(
        quoted("the second anchor chain had been ordered from a foundry in Ohio", speaker=BIDEN, day="2024-03-06"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has John Kirby speaking",
        id="near miss: the question before names somebody else",
    ),
    pytest.param(
        quoted("the floating crane would be paid for out of the contingency fund", speaker=ODA, day="2024-03-06"),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "as those of “She”, who may be Mira Oda",
        id="a pronoun that nothing explains",
    ),
    pytest.param(
        quoted("the floating crane would be paid for out of the contingency fund", speaker=BIDEN, day="2024-03-06"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has John Kirby speaking",
        id="near miss: a pronoun of the other gender",
    ),
    pytest.param(
        quoted("the pilots would be paid by the tide and no longer by the tonnage", speaker=ODA, day="2024-03-06"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "Mira Oda, named just before",
        id="a stranger whom the question before names",
    ),
    pytest.param(
        quoted("The two ministries will share the icebreaker and her crew of thirty", speaker=ODA, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "Mira Oda and Tomas Ren speaking these words together",
        id="a turn of two",
    ),
    pytest.param(
        quoted("The two ministries will share the icebreaker and her crew of thirty", speaker=LUND, day="2024-03-07"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "Mira Oda and Tomas Ren speaking",
        id="near miss: a turn of two others",
    ),
]
REPORTED = [
    pytest.param(
        quoted("the causeway would be paved within a single summer", speaker=ODA, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Mira Oda is quoting “My predecessor” here",
        id="a predecessor's promise",
    ),
    pytest.param(
        quoted("we should sell the lightships to a museum and be done with the whole business", speaker=ODA),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Mira Oda is quoting “Some people” here",
        id="what some people say",
    ),
    pytest.param(
        quoted("Some people say we should sell the lightships to a museum and be done with it", speaker=ODA),
        (SpeakerCheck.SAME,),
        "the record has Mira Oda speaking",
        id="near miss: the quotation says itself whose view it is",
    ),
    pytest.param(
        quoted("the lightships will burn for another hundred years on this coast", speaker=ODA, day="2024-03-05"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Mira Oda speaking",
        id="near miss: what she says herself",
    ),
    pytest.param(
        quoted("a calm sea never made a skilled helmsman out of anybody", speaker=ODA, day="2024-03-05"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Mira Oda speaking",
        id="near miss: her own answer to what people say",
    ),
    pytest.param(
        quoted("the northern lock would never leak a drop", speaker=ODA, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Mira Oda is quoting Harald Benk here",
        id="a named man's words, taken back in the next sentence",
    ),
    pytest.param(
        quoted("the grain barges will be weighed twice from now on", speaker=ODA, day="2024-03-05"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Mira Oda speaking",
        id="near miss: passed on as what is so",
    ),
]
RENDERED = [
    pytest.param(
        quoted("We have agreed that the beacons of both our coasts remain lit through the winter", speaker=LUND),
        (SpeakerCheck.SAME, Wording.TRANSLATION),
        "an interpreter renders Ines Lund here",
        id="whom the interpreter renders",
    ),
    pytest.param(
        quoted("We have agreed that the beacons of both our coasts remain lit through the whole of", speaker=ODA),
        (Headline.NEEDS_REVIEW, SpeakerCheck.DIFFERENT, Wording.TRANSLATION),
        "an interpreter renders Ines Lund here",
        id="the other speaker, whom he does not render",
    ),
]


@pytest.mark.parametrize(("statement", "expected", "reason"), [*OWN, *PASSED_ON, *REPORTED, *RENDERED])
def test_whose_words(corpus, people, statement, expected, reason):
    """An unnamed sayer is no accusation, a reported one no confirmation; who alone spoke is still told."""
    verdict = verify_statement(statement, None, corpus, people)
    axes = (verdict.headline, verdict.speaker_check, verdict.wording, verdict.translation_grade)
    assert set(expected) <= set(axes), (axes, verdict.reasons)
    assert reason.casefold() in " ".join(verdict.reasons).casefold(), verdict.reasons


@pytest.mark.parametrize(
    ("speaker", "headline", "wording"),
    [
        pytest.param(LUND, Headline.NOT_CHECKABLE, Wording.TRANSLATION, id="who spoke French there"),
        pytest.param(ODA, Headline.NOT_IN_RECORD, Wording.NO_MATCH, id="near miss: who spoke English there"),
    ],
)
def test_a_turn_in_another_language(corpus, people, speaker, headline, wording):
    """English words of one who spoke French in an English record may be a translation, and are not called absent."""
    words = "The northern ocean is no pond, and no man keeps its key hidden away inside his own coat"
    event = EventClaim(place="Larnvik", kind="press conference")
    statement = quoted(words, speaker=speaker, day="2024-03-07", event=event)
    verdict = verify_statement(statement, None, corpus, people)
    assert verdict.coverage.state is CoverageState.HELD
    assert (verdict.headline, verdict.wording) == (headline, wording), verdict.reasons
