"""Who speaks for whom: interpreters, unnamed officials, moderators and bodies."""

import pytest
from pipeline_records import KIRBY, MACRON, quoted
from pipeline_speakers import NATO, WHITE_HOUSE, speakers_corpus

from verifier.model.article import Speaker, SpeakerKind
from verifier.model.evidence import Headline, SpeakerCheck, TranslationGrade, Wording
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    return speakers_corpus(people)


CASES = [
    pytest.param(
        quoted("We shall give up neither lighthouses nor straits to 12 covetous neighbours", speaker=MACRON),
        (Headline.VERIFIED_TRANSLATION, SpeakerCheck.SAME, Wording.TRANSLATION, TranslationGrade.CONSISTENT),
        "an interpreter renders Emmanuel Macron here",
        id="an interpreter renders the claimed person",
    ),
    pytest.param(
        quoted("We shall give up neither lighthouses nor straits to 14 covetous neighbours", speaker=MACRON),
        (Headline.LOCATED, SpeakerCheck.SAME, Wording.TRANSLATION, TranslationGrade.CONTRADICTED),
        "the original is held: “Joint statements in Lisbon” (2024-02-10)",
        id="a number other than the interpreter's is never altered",
    ),
    pytest.param(
        quoted("He asks whether anybody will pay for the buoys at all", speaker=MACRON),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS, Wording.TRANSLATION, TranslationGrade.CONSISTENT),
        "does not say for whom",
        id="an interpreter renders a journalist",
    ),
    pytest.param(
        quoted("The whole coast knows the cost of a lamp gone dark in the night", speaker=MACRON),
        (Headline.LOCATED, SpeakerCheck.SAME, Wording.TRANSLATION, TranslationGrade.NOT_ASSESSED),
        "no original is held",
        id="a turn marked as interpreted, in other words",
    ),
    pytest.param(
        quoted("The second dredger was bought without a tender", speaker=MACRON, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "only as “Senior Administration Official”",
        id="an unnamed official may be the claimed person",
    ),
    pytest.param(
        quoted("The second dredger was bought without a tender", speaker=KIRBY, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "names John Kirby where they speak",
        id="an unnamed official is not one whom the record names",
    ),
    pytest.param(
        quoted("The minister of harbours will now take three short questions", speaker=KIRBY, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has the moderator speaking these words",
        id="the moderator",
    ),
    pytest.param(
        quoted("The gallery will be cleared of visitors before the vote is called", speaker=KIRBY, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "only as an unnamed speaker",
        id="a turn without a label",
    ),
    pytest.param(
        quoted("The lighthouse keepers deserve a raise after eleven winters", speaker=WHITE_HOUSE, day="2024-03-05"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "White House Press Secretary",
        id="a body, by its press secretary",
    ),
    pytest.param(
        quoted("The alliance will guard every lighthouse of the northern route", speaker=NATO),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "Secretary General of NATO",
        id="a body, by who leads it",
    ),
    pytest.param(
        quoted(
            "The alliance will guard every lighthouse of the northern route",
            speaker=Speaker("Everytown", kind=SpeakerKind.ORGANISATION),
        ),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "not known to speak for “Everytown”",
        id="a body that nobody is known to speak for",
    ),
    pytest.param(
        quoted("Das Hafenbad haben die Bürger gerettet und sonst niemand", speaker=Speaker("Dirk Olbrich"), lang="de"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "an interjection in the turn of Dirk Olbrich, marked “Lena Brandt [Grüne]”",
        id="a heckler's words inside the claimed person's turn",
    ),
    pytest.param(
        quoted("Das Hafenbad haben die Bürger gerettet und sonst niemand", speaker=Speaker("Lena Brandt"), lang="de"),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "an interjection in the turn of Dirk Olbrich",
        id="a heckler's own words",
    ),
    pytest.param(
        quoted(
            "ein Hafen ohne Schule ist nur ein Ort mit festgebundenen Booten",
            speaker=Speaker("Dirk Olbrich"),
            lang="de",
        ),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Dirk Olbrich is quoting “Meine Vorgängerin Ilse Thorne” here",
        id="quoted words in a record without marks",
    ),
]


@pytest.mark.parametrize(("statement", "expected", "reason"), CASES)
def test_who_speaks_for_whom(corpus, people, statement, expected, reason):
    """Headline, speaker and what else is told follow from the turn, and a sentence says why."""
    verdict = verify_statement(statement, None, corpus, people)
    axes = (verdict.headline, verdict.speaker_check, verdict.wording, verdict.translation_grade)
    assert set(expected) <= set(axes), (axes, verdict.reasons)
    assert reason.casefold() in " ".join(verdict.reasons).casefold()
