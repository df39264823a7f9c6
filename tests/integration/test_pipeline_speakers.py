"""Who spoke, asked, quoted or relayed: the values of the speaker's axis, each on a small record."""

from datetime import date

import pytest
from pipeline_records import BIDEN, JEAN_PIERRE, KIRBY, REAGAN, padding, quoted, says, transcript
from pipeline_speakers import KENNEDY, ROOSEVELT, speakers_corpus

from verifier.model.article import Speaker, SpeakerMention
from verifier.model.evidence import Headline, SpeakerCheck, Wording
from verifier.model.text import Interval, Span
from verifier.model.transcript import Turn
from verifier.pipeline import verify_statement
from verifier.pipeline.given import statement_of
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    return speakers_corpus(people)


CASES = [
    pytest.param(
        quoted(
            "Nobody in this building has asked the coast guard to leave the strait", speaker=KIRBY, day="2024-03-05"
        ),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has John Kirby speaking these words",
        id="same",
    ),
    pytest.param(
        quoted("The lighthouse keepers deserve a raise after eleven winters", speaker=KIRBY, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has Karine Jean-Pierre speaking these words",
        id="different, and who",
    ),
    pytest.param(
        quoted("Is the harbour contract with the northern consortium dead for good?", speaker=KIRBY, day="2024-03-05"),
        (Headline.MISATTRIBUTED, SpeakerCheck.ASKED_NOT_SAID),
        "question put by a journalist",
        id="a question's words given to the one who answers",
    ),
    pytest.param(
        quoted(
            "the harbour contract with the northern consortium dead for good? It is not dead. Every invoice above 40 "
            "million dollars will be read twice",
            speaker=KIRBY,
            day="2024-03-05",
        ),
        (Headline.MISATTRIBUTED, SpeakerCheck.ASKED_NOT_SAID, Wording.SPLICED),
        "of part of the words",
        id="question and answer run together",
    ),
    pytest.param(
        quoted("Why did nobody count the missing anchors before the audit began?", speaker=Speaker("Peter Doocy")),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "Peter Doocy asking these words",
        id="a named journalist's own question",
    ),
    pytest.param(
        quoted("the pilots would never strike over their pensions", speaker=KIRBY, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "relays these words as John Kirby",
        id="a question that says “you said” to the claimed person",
    ),
    pytest.param(
        quoted("The estuary belongs to the herons first", speaker=BIDEN, day="2024-03-04"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "a journalist relays these words as Joe Biden",
        id="a question that quotes the claimed person",
    ),
    pytest.param(
        quoted("A lamp that nobody tends is a promise that nobody keeps", speaker=BIDEN, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "Karine Jean-Pierre relays these words as Joe Biden",
        id="another's turn quotes the claimed person between marks",
    ),
    pytest.param(
        quoted("the ferries will run every night until the ice is gone", speaker=BIDEN, day="2024-03-05"),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "relays these words",
        id="another's turn reports the claimed person without marks",
    ),
    pytest.param(
        quoted("A lamp that nobody tends is a promise that nobody keeps", speaker=JEAN_PIERRE, day="2024-03-05"),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "is quoting Joe Biden here",
        id="the relaying person claimed for the relayed words",
    ),
    pytest.param(
        quoted("The lighthouse keepers deserve a raise after eleven winters", speaker=KENNEDY, relayed_by=JEAN_PIERRE),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "as the article says, passes them on",
        id="the article itself says who passes the words on",
    ),
    pytest.param(
        quoted("We will plant one million cedars along the river before this decade is out", speaker=BIDEN),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "Ronald Reagan’s own record of them is held: “Remarks at the river” (1984-05-12)",
        id="a predecessor's words, his record held",
    ),
    pytest.param(
        quoted("We will plant one million cedars along the river before this decade is out", speaker=REAGAN),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Ronald Reagan speaking",
        id="the predecessor's words claimed for him",
    ),
    pytest.param(
        quoted("The oyster beds of this bay were never ours to sell", speaker=BIDEN, day="2022-06-11"),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "no record held has John F. Kennedy speaking them",
        id="a predecessor's words, his record not held",
    ),
    pytest.param(
        quoted("The oyster beds of this bay were never ours to sell", speaker=KENNEDY),
        (Headline.LOCATED, SpeakerCheck.RELAYED),
        "Joe Biden relays these words as John F. Kennedy’s",
        id="words known only from a successor's record",
    ),
    pytest.param(
        quoted("the bridge will carry our grandchildren to the far shore", speaker=BIDEN),
        (Headline.NEEDS_REVIEW, SpeakerCheck.QUOTING_ANOTHER),
        "quoting “my grandfather” here",
        id="quote, unquote without marks",
    ),
    pytest.param(
        quoted("The tide does not wait for senators or for kings", speaker=BIDEN),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Joe Biden speaking",
        id="the speaker repeats his own words",
    ),
    pytest.param(
        quoted(
            "As President Kennedy told us, and I quote, “The oyster beds of this bay were never ours", speaker=BIDEN
        ),
        (Headline.VERIFIED, SpeakerCheck.SAME),
        "the record has Joe Biden speaking",
        id="the quotation keeps the words that attribute",
    ),
    pytest.param(
        quoted("The ferrymen of this valley have waited nine winters for a bridge", speaker=ROOSEVELT),
        (Headline.LOCATED, SpeakerCheck.AMBIGUOUS),
        "“Roosevelt” fits several people (Franklin D. Roosevelt, Theodore Roosevelt)",
        id="a name that fits several, one of whom speaks",
    ),
    pytest.param(
        quoted("Every invoice above 40 million dollars will be read twice by our auditors", speaker=ROOSEVELT),
        (Headline.MISATTRIBUTED, SpeakerCheck.DIFFERENT),
        "the record has John Kirby speaking",
        id="none of the people whom a name fits",
    ),
    pytest.param(
        quoted("Every invoice above 40 million dollars will be read twice", mention=SpeakerMention("officials")),
        (Headline.LOCATED, SpeakerCheck.UNRESOLVED),
        "“officials” is not resolved",
        id="unresolved",
    ),
    pytest.param(
        quoted("Every invoice above 40 million dollars will be read twice by our auditors"),
        (Headline.VERIFIED, SpeakerCheck.NOT_CLAIMED),
        "the article names no speaker",
        id="not claimed",
    ),
    pytest.param(
        quoted("Seven violins were lent to the bakers of the southern moon", speaker=KIRBY, day="2024-03-05"),
        (Headline.NOT_CHECKABLE, SpeakerCheck.UNRESOLVED, Wording.NO_MATCH),
        "without a place in a record",
        id="no place, nobody to check",
    ),
]


@pytest.mark.parametrize(("statement", "expected", "reason"), CASES)
def test_who_spoke(corpus, people, statement, expected, reason):
    """Headline, speaker and what else is told follow from the turn, and a sentence says why."""
    verdict = verify_statement(statement, None, corpus, people)
    axes = (verdict.headline, verdict.speaker_check, verdict.wording, verdict.translation_grade)
    assert set(expected) <= set(axes), (axes, verdict.reasons)
    assert reason.casefold() in " ".join(verdict.reasons).casefold()


def given(name: str, day: str | None = None):
    """Return a quotation given by itself with a printed name and a day."""
    interval = Interval.parse(day) if day else None
    return statement_of(READING, People.load(), speaker=name, date=interval)


READING = "Every library card in this county is a small passport to a larger country"


@pytest.mark.parametrize(
    ("name", "day", "value"),
    [
        pytest.param("Biden", "2023-04-11", SpeakerCheck.AMBIGUOUS, id="a bare surname, with a day"),
        pytest.param("Biden", None, SpeakerCheck.AMBIGUOUS, id="a bare surname, without one"),
        pytest.param("Jill Biden", "2023-04-11", SpeakerCheck.SAME, id="her own name"),
        pytest.param("Joe Biden", "2023-04-11", SpeakerCheck.DIFFERENT, id="his full name"),
        pytest.param("President Biden", "2023-04-11", SpeakerCheck.DIFFERENT, id="a title that she never held"),
        pytest.param("Mr. Biden", "2023-04-11", SpeakerCheck.DIFFERENT, id="a gender that is not hers"),
        pytest.param("Kirby", "2023-04-11", SpeakerCheck.DIFFERENT, id="another bare surname"),
    ],
)
def test_a_day_alone_does_not_decide_between_namesakes(people, name, day, value):
    """A bare surname with a day never convicts where the turn's own speaker bears that surname."""
    turns = (Turn("Jill Biden", f"{READING}.", speaker_id="jill-biden"),)
    corpus = MemoryCorpus([transcript("cards", "2023-04-11", turns, title="Library day"), *padding()], people)
    assert verify_statement(given(name, day), None, corpus, people).speaker_check is value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        pytest.param("Biden", SpeakerCheck.AMBIGUOUS, id="never named in full"),
        pytest.param("Joe Biden", SpeakerCheck.DIFFERENT, id="named in full"),
    ],
)
def test_an_article_that_names_a_person_in_full_settles_a_surname(people, printed, value):
    """The day alone picks the President of a bare surname; a full name is a claim."""
    turns = (Turn("Jill Biden", f"{READING}.", speaker_id="jill-biden"),)
    corpus = MemoryCorpus([transcript("cards", "2023-04-11", turns, title="Library day"), *padding()], people)
    names = (printed,)
    speaker = resolve("Biden", date(2023, 4, 11), people, names)
    statement = quoted(READING, speaker=speaker, day="2023-04-11", mention=SpeakerMention("Biden", Span(0, 5)))
    assert verify_statement(statement, None, corpus, people).speaker_check is value


@pytest.mark.parametrize(
    ("title", "claimed", "value"),
    [
        pytest.param("Remarks by Ada Lindqvist", "Ada Lindqvist", SpeakerCheck.AMBIGUOUS, id="the claimed one"),
        pytest.param(
            "Statement by Dr. Ada Lindqvist on the Ports", "Ada Lindqvist", SpeakerCheck.AMBIGUOUS, id="with a title"
        ),
        pytest.param("Remarks by Ada Lindqvist", "Olaf Berg", SpeakerCheck.DIFFERENT, id="somebody else is claimed"),
        pytest.param("Remarks by Ada Lindqvist", "Joe Biden", SpeakerCheck.SAME, id="the label's person is claimed"),
        pytest.param("Remarks by Ada Lindqvist and Joe Biden", "Ada Lindqvist", SpeakerCheck.DIFFERENT, id="two speak"),
        pytest.param("Remarks on Ada Lindqvist", "Ada Lindqvist", SpeakerCheck.DIFFERENT, id="spoken about her"),
        pytest.param("Press briefing", "Ada Lindqvist", SpeakerCheck.DIFFERENT, id="the title names nobody"),
    ],
)
def test_a_title_that_names_the_claimed_speaker_leaves_a_label_open(people, title, claimed, value):
    """Where a record's title and label name two persons, the claimed one of the title is not excluded."""
    corpus = MemoryCorpus([transcript("ports", "2023-04-11", (says(BIDEN, READING),), title=title), *padding()], people)
    assert verify_statement(given(claimed, "2023-04-11"), None, corpus, people).speaker_check is value


def test_a_match_over_several_turns_names_them_all(people, corpus):
    """The reasons tell each turn that holds matched words, and who holds it."""
    words = (
        "contract with the northern consortium dead for good? It is not dead. Every invoice above 40 million dollars"
    )
    verdict = verify_statement(quoted(words, speaker=KIRBY, day="2024-03-05"), None, corpus, people)
    assert "The words stand in 2 turns: 0 (a journalist), 1 (John Kirby)." in verdict.reasons


@pytest.mark.parametrize(
    ("speaker", "flags", "reason"),
    [
        pytest.param(
            None,
            ("asked",),
            "The article gives these words as a question that was put to somebody, and names nobody as saying them.",
            id="asked by nobody named",
        ),
        pytest.param(
            KIRBY, ("asked",), "The article gives these words as a question that John Kirby put.", id="a named asker"
        ),
        pytest.param(KIRBY, (), None, id="said"),
    ],
)
def test_words_that_the_article_gives_as_a_question_are_called_so(people, corpus, speaker, flags, reason):
    """The flag of extraction is told in a sentence, and only it."""
    statement = quoted("Is the harbour contract with the northern consortium dead", speaker=speaker, flags=flags)
    told = [one for one in verify_statement(statement, None, corpus, people).reasons if "gives these words" in one]
    assert told == ([reason] if reason else [])
