"""The pipeline on small records written for it: one named case a value of each axis that it can reach."""

from datetime import date

import pytest

from verifier.model.article import (
    Article,
    Basis,
    DateClaim,
    EventClaim,
    Form,
    Quotation,
    Speaker,
    SpeakerMention,
    Statement,
)
from verifier.model.evidence import Context, CoverageState, Dating, Headline, SpeakerCheck, Wording
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of
from verifier.pipeline import statement_of, verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

KIRBY, JEAN_PIERRE, MACRON = (
    ("John Kirby", "john-kirby"),
    ("Karine Jean-Pierre", "karine-jean-pierre"),
    "Emmanuel Macron",
)
BRIEFING = (
    Turn(
        "Question (press)",
        "Can you say whether the harbour contract with the northern consortium is dead?",
        role=Role.QUESTION,
    ),
    Turn(
        KIRBY[0],
        "We do not intend to cancel the harbour contract, but we will review every invoice above 40 million dollars. "
        "The consortium told us plainly: “We shall deliver the seventeen cranes before the winter storms arrive.” "
        "Nobody in this building has asked the coast guard to leave the strait.",
        speaker_id=KIRBY[1],
    ),
    Turn(
        JEAN_PIERRE[0],
        "The lighthouse keepers deserve a raise, and the President will sign the lighthouse bill on Thursday morning.",
        speaker_id=JEAN_PIERRE[1],
    ),
)
LATER = (
    Turn(KIRBY[0], "Dredging the estuary costs less than rebuilding the ferry terminal twice.", speaker_id=KIRBY[1]),
)
PRAGUE = (Turn(MACRON, "Nous ne céderons ni les phares ni les détroits à ceux qui les convoitent."),)
PADDING = "Committees debated tariffs, orchards, railways and the price of coal without reaching a vote that afternoon."


def transcript(doc_id: str, day: str, turns: tuple[Turn, ...], **changes) -> Transcript:
    """Return a record of tier 1 with one date."""
    fields = {"lang": "en", "title": "Press briefing", "place": "Washington", "tier": 1, **changes}
    record = Record(
        source=fields.pop("source", "desk"),
        doc_id=doc_id,
        version=version_of("desk", doc_id, turns),
        dates=(RecordDate(date.fromisoformat(day), "url"),),
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER)),
        words=sum(len(turn.text.split()) for turn in turns),
        **fields,
    )
    return Transcript(record, turns)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    padding = [
        transcript(f"padding-{number}", "2023-06-01", (Turn("Jane Clerk", f"Sitting {number}. {PADDING}"),), tier=2)
        for number in range(60)
    ]
    return MemoryCorpus(
        [
            transcript("briefing", "2024-03-05", BRIEFING),
            transcript("later", "2024-04-20", LATER, place="Duluth"),
            transcript("prague", "2024-03-05", PRAGUE, lang="fr", title="Discours", place="Prague"),
            transcript(
                "captions",
                "2024-02-02",
                (Turn(KIRBY[0], "The pelicans returned to the refinery pier on Sunday evening."),),
                tier=5,
                rendition=Rendition.ASR,
            ),
            *padding,
        ],
        people,
    )


CASES = [
    pytest.param(
        "Nobody in this building has asked the coast guard to leave the strait.",
        "Kirby",
        "2024-03-05",
        {
            "headline": Headline.VERIFIED,
            "wording": Wording.EXACT,
            "speaker_check": SpeakerCheck.SAME,
            "dating": Dating.CONSISTENT,
        },
        id="right words, speaker and day",
    ),
    pytest.param(
        "Nobody in this building has asked the coast guard to leave the strait",
        "Kirby",
        "2024-03-04",
        {"headline": Headline.VERIFIED, "dating": Dating.OFF_BY_ONE},
        id="one day off",
    ),
    pytest.param(
        "Nobody in this building has asked the coast guard to leave the strait",
        None,
        None,
        {"headline": Headline.VERIFIED, "speaker_check": SpeakerCheck.NOT_CLAIMED, "dating": Dating.NOT_CLAIMED},
        id="nothing claimed",
    ),
    pytest.param(
        "We intend to cancel the harbour contract, but we will review every invoice above 40 million dollars",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.ALTERED, "wording": Wording.ALTERED_MATERIAL},
        id="a negation dropped",
    ),
    pytest.param(
        "We do not intend to cancel the harbour contract, but we will review every invoice above 14 million dollars",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.ALTERED, "wording": Wording.ALTERED_MATERIAL},
        id="a number changed",
    ),
    pytest.param(
        "We do not intend to cancel the harbour contract",
        "Kirby",
        "2024-03-05",
        {"context": Context.CUT_BEFORE_QUALIFIER},
        id="cut before but",
    ),
    pytest.param(
        "The lighthouse keepers deserve a raise, and the President will sign the lighthouse bill on Thursday morning",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.MISATTRIBUTED, "speaker_check": SpeakerCheck.DIFFERENT},
        id="another speaker of the same event",
    ),
    pytest.param(
        "Can you say whether the harbour contract with the northern consortium is dead?",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.MISATTRIBUTED, "speaker_check": SpeakerCheck.ASKED_NOT_SAID},
        id="a journalist's question",
    ),
    pytest.param(
        "We shall deliver the seventeen cranes before the winter storms arrive",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.NEEDS_REVIEW, "speaker_check": SpeakerCheck.QUOTING_ANOTHER},
        id="the speaker quotes somebody",
    ),
    pytest.param(
        "The pelicans returned to the refinery pier on Sunday evening",
        "Kirby",
        "2024-02-02",
        {"headline": Headline.LOCATED, "wording": Wording.EXACT},
        id="captions only locate",
    ),
    pytest.param(
        "Nobody in this building has asked the coast guard to leave the strait",
        "Kirby",
        "2024-02-05",
        {"headline": Headline.NEEDS_REVIEW, "dating": Dating.WRONG_DATE},
        id="another day, and the claimed day is not ruled out",
    ),
    pytest.param(
        "The moon treaty obliges our bakers to export seven thousand violins",
        "Kirby",
        "2024-03-05",
        {"headline": Headline.NOT_CHECKABLE, "wording": Wording.NO_MATCH, "coverage": CoverageState.PARTIAL},
        id="absent, but a bare day is no event",
    ),
    pytest.param(
        "The moon treaty obliges our bakers to export seven thousand violins",
        "Boris Pistorius",
        "2024-03-05",
        {"headline": Headline.NOT_CHECKABLE, "coverage": CoverageState.NOT_COVERED},
        id="no source has the person",
    ),
    pytest.param(
        "We will yield neither lighthouses nor straits to those who covet them",
        "Emmanuel Macron",
        "2024-03-05",
        {"headline": Headline.NOT_CHECKABLE, "wording": Wording.TRANSLATION},
        id="the record is in another language",
    ),
    pytest.param(
        "coast guard", "Kirby", "2024-03-05", {"headline": Headline.FRAGMENT_LOCATED}, id="two words on the day"
    ),
]


@pytest.mark.parametrize(("words", "speaker", "day", "expected"), CASES)
def test_verdicts(corpus, people, words, speaker, day, expected):
    """A quotation given with speaker and day gets the axes that a person reads off the record."""
    claimed = Interval.parse(day) if day else None
    verdict = verify_statement(statement_of(words, people, speaker=speaker, date=claimed), None, corpus, people)
    assert {axis: getattr(verdict, axis) for axis in expected if axis != "coverage"} == {
        axis: value for axis, value in expected.items() if axis != "coverage"
    }, verdict.reasons
    assert verdict.coverage.state is expected.get("coverage", verdict.coverage.state)
    assert verdict.reasons


def event_statement(words: str, event: EventClaim | None, day: str, **changes) -> Statement:
    """Return a direct quotation of Kirby's, claimed for a day and an event."""
    claim = DateClaim(Interval.parse(day), day, changes.pop("basis", Basis.SENTENCE))
    return Statement(
        id="s",
        form=changes.pop("form", Form.DIRECT),
        quotations=(Quotation(Span(0, len(words)), words),),
        attribution_id="s",
        speaker=Speaker(*KIRBY),
        mention=SpeakerMention("Kirby"),
        date_claim=claim,
        event_claim=event,
        **changes,
    )


def test_absence_is_said_only_of_a_held_event(corpus, people):
    """With the briefing named, its complete record is held, and the words are not in it."""
    words = "The moon treaty obliges our bakers to export seven thousand violins"
    named = event_statement(words, EventClaim(kind="press briefing"), "2024-03-05")
    verdict = verify_statement(named, None, corpus, people)
    assert (verdict.headline, verdict.coverage.state) == (Headline.NOT_IN_RECORD, CoverageState.HELD)
    assert "stored" in " ".join(verdict.reasons)


def test_an_inherited_date_convicts_only_with_its_place(corpus, people):
    """A date from an earlier paragraph makes no wrong date by itself."""
    words = "Dredging the estuary costs less than rebuilding the ferry terminal twice"
    alone = event_statement(words, None, "2024-03-05", basis=Basis.EARLIER)
    placed = event_statement(words, EventClaim(place="Duluth"), "2024-03-05", basis=Basis.EARLIER)
    article = Article("a", None, None, words, date(2024, 5, 1), "given", "en", "0" * 64)
    assert verify_statement(alone, article, corpus, people).headline is Headline.NEEDS_REVIEW
    assert verify_statement(placed, article, corpus, people).headline is Headline.MISDATED


def test_a_place_where_the_person_speaks_often_rules_no_day_out(corpus, people):
    """He speaks in Washington on other days too: the claimed day may be one of them."""
    words = "Nobody in this building has asked the coast guard to leave the strait"
    claimed = event_statement(words, EventClaim(place="Washington"), "2024-02-05")
    assert verify_statement(claimed, None, corpus, people).headline is Headline.NEEDS_REVIEW


def test_indirect_speech_is_not_judged(corpus, people):
    """Reported clauses are kept and shown, and never judged by their words."""
    indirect = event_statement("the contract was dead", None, "2024-03-05", form=Form.INDIRECT, reported=Span(0, 21))
    verdict = verify_statement(indirect, None, corpus, people)
    assert (verdict.headline, verdict.wording) == (Headline.NOT_CHECKABLE, Wording.NOT_JUDGED)


def test_the_same_question_gets_the_same_answer(corpus, people):
    """Verdicts depend on nothing but statement, records, people and policy."""
    statement = statement_of("the harbour contract of the northern consortium is dead", people, speaker="Kirby")
    assert len({repr(verify_statement(statement, None, corpus, people)) for _ in range(3)}) == 1
