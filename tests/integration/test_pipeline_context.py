"""What stands around the words: qualifiers after, denials and conditions before, questions left out; advisory."""

import pytest
from pipeline_records import KIRBY, article_on, asks, padding, quoted, says, transcript

from verifier.model.article import Speaker
from verifier.model.evidence import Context, Headline
from verifier.model.transcript import Turn
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

SCHOLZ = Speaker("Olaf Scholz", "olaf-scholz")
BRIEFING = (
    asks("Good morning. Is the harbour contract with the northern consortium dead?"),
    says(KIRBY, "(Laughter.) Well, no, that’s not right. We honour every contract that we sign."),
    says(
        KIRBY,
        "The ferries will run every night, as long as the ice allows it. We shall raise the keepers’ wages. But the "
        "money has to come from the lighthouse fund. I do not believe that the pilots will ever strike over pensions. "
        "If the ice comes early, the dredgers will need warmer boats. I have no doubt that the herons will come back. "
        "Nobody in this building has asked the coast guard to abandon the strait. We have a plan for the storm season, "
        "if you will, that every captain knows. The eels are counted twice a year by two clerks. (Applause.) "
        "Almost 300 million crowns come from the fund for the islands. We may close the northern lock for "
        "repairs in the autumn. We will open the southern lock on Sundays.",
    ),
    asks("Did the minister read the letter about the missing anchors before he flew to Boston?"),
    says(KIRBY, "Yes. The minister read it on the plane and he called me from the runway."),
    asks("And the second letter, sir."),
    says(KIRBY, "No letter of that kind has ever crossed my desk in all these years."),
)
BERLIN = (
    Turn(
        SCHOLZ.name,
        "Wir bauen den Leuchtturm am Kap wieder auf, sofern der Bundestag das Geld bewilligt. Ich glaube nicht, dass "
        "die Fischer den Hafen im Winter verlassen werden.",
        speaker_id=SCHOLZ.id,
    ),
)
TOKYO = (Turn("Kishida Fumio", "灯台 keepers of the northern cape deserve our thanks tonight.", lang="ja"),)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    records = [
        transcript("briefing", "2024-03-05", BRIEFING),
        transcript("berlin", "2024-03-05", BERLIN, lang="de", title="Rede", place="Berlin"),
        transcript("tokyo", "2024-03-05", TOKYO, lang="ja", title="Kaiken", place="Tokyo"),
    ]
    return MemoryCorpus([*records, *padding()], people)


CASES = [
    pytest.param(
        "The eels are counted twice a year by two clerks",
        Context.NONE_NOTED,
        None,
        id="a whole sentence, a stage note after it",
    ),
    pytest.param(
        "The ferries will run every night",
        Context.CUT_BEFORE_QUALIFIER,
        "the record goes on with “as long as”: “as long as the ice allows it",
        id="cut before as long as",
    ),
    pytest.param(
        "We shall raise the keepers’ wages",
        Context.CUT_BEFORE_QUALIFIER,
        "the record goes on with “but”",
        id="the next sentence takes it back",
    ),
    pytest.param("The ferries will run every night …", Context.NONE_NOTED, None, id="an ellipsis admits the cut"),
    pytest.param("We have a plan for the storm season", Context.NONE_NOTED, None, id="“if you will” is no condition"),
    pytest.param(
        "the pilots will ever strike over pensions",
        Context.CUT_BEFORE_QUALIFIER,
        "denies or doubts these words: before them stands “I do not believe that”",
        id="what the speaker does not believe",
    ),
    pytest.param(
        "asked the coast guard to abandon the strait",
        Context.CUT_BEFORE_QUALIFIER,
        "before them stands “Nobody in this building has”",
        id="what nobody did",
    ),
    pytest.param(
        "300 million crowns come from the fund for the islands",
        Context.CUT_BEFORE_QUALIFIER,
        "limits these words: right before them stands “almost”",
        id="a hedge cut off before its number",
    ),
    pytest.param(
        "close the northern lock for repairs in the autumn",
        Context.CUT_BEFORE_QUALIFIER,
        "right before them stands “may”",
        id="a modal cut off before its verb",
    ),
    pytest.param("open the southern lock on Sundays", Context.NONE_NOTED, None, id="will, cut off"),
    pytest.param("herons will come", Context.NOT_ASSESSED, None, id="a fragment is not assessed"),
    pytest.param(
        "I have no doubt that the herons will come back", Context.NONE_NOTED, None, id="no doubt is in the quotation"
    ),
    pytest.param("that the herons will come back", Context.NONE_NOTED, None, id="no doubt before it asserts"),
    pytest.param(
        "the dredgers will need warmer boats",
        Context.CUT_BEFORE_QUALIFIER,
        "under a condition: before them stands “If the ice comes early,”",
        id="a condition before the words",
    ),
    pytest.param(
        "Yes. The minister read it on the plane",
        Context.QUESTION_DROPPED,
        "“Did the minister read the letter about the missing anchors before he flew to Boston?”",
        id="an answer without its question",
    ),
    pytest.param(
        "no, that’s not right. We honour every contract that we sign",
        Context.QUESTION_DROPPED,
        "“Is the harbour contract with the northern consortium dead?”",
        id="an answer after a stage note and a filler",
    ),
    pytest.param(
        "No letter of that kind has ever crossed my desk", Context.NONE_NOTED, None, id="a “no” that answers nothing"
    ),
    pytest.param(
        "The minister read it on the plane and he called me", Context.NONE_NOTED, None, id="words after the answer"
    ),
]


@pytest.mark.parametrize(("words", "context", "reason"), CASES)
def test_what_stands_around(corpus, people, words, context, reason):
    """The note names the record's own words; by itself it changes no headline."""
    verdict = verify_statement(quoted(words, speaker=KIRBY, day="2024-03-05"), None, corpus, people)
    assert verdict.context is context, verdict.reasons
    assert reason is None or reason.casefold() in " ".join(verdict.reasons).casefold(), verdict.reasons
    assert verdict.headline in {Headline.VERIFIED, Headline.FRAGMENT_LOCATED}


@pytest.mark.parametrize(
    ("before", "words", "context"),
    [
        pytest.param(
            "Kirby said he did not believe that “",
            "the pilots will ever strike over pensions",
            Context.NONE_NOTED,
            id="the article denies it too",
        ),
        pytest.param(
            "If the ice came early, he said, “",
            "the dredgers will need warmer boats",
            Context.NONE_NOTED,
            id="the article has the condition too",
        ),
        pytest.param(
            "Asked whether the minister had read the letter, he said: “",
            "Yes. The minister read it on the plane",
            Context.NONE_NOTED,
            id="the article prints the question",
        ),
        pytest.param(
            "Kirby said the harbour might “",
            "close the northern lock for repairs in the autumn",
            Context.NONE_NOTED,
            id="the article has a modal too",
        ),
        pytest.param(
            "He said almost “",
            "300 million crowns come from the fund for the islands",
            Context.NONE_NOTED,
            id="the article has the hedge too",
        ),
        pytest.param(
            "Kirby was sure of one thing: “",
            "the dredgers will need warmer boats",
            Context.CUT_BEFORE_QUALIFIER,
            id="the article drops the condition",
        ),
    ],
)
def test_what_the_article_itself_prints(corpus, people, before, words, context):
    """What the article tells in its own words before the marks is not left out."""
    statement = quoted(words, speaker=KIRBY, day="2024-03-05", start=len(before))
    article = article_on("2024-03-08", f"{before}{statement.text}.”")
    assert verify_statement(statement, article, corpus, people).context is context


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        pytest.param("Wir bauen den Leuchtturm am Kap wieder auf", "goes on with “sofern”", id="sofern"),
        pytest.param("die Fischer den Hafen im Winter verlassen werden", "“Ich glaube nicht, dass”", id="glaube nicht"),
    ],
)
def test_german_context(corpus, people, words, reason):
    """German records are read by German words."""
    statement = quoted(words, speaker=SCHOLZ, day="2024-03-05", lang="de")
    verdict = verify_statement(statement, None, corpus, people)
    assert verdict.context is Context.CUT_BEFORE_QUALIFIER, verdict.reasons
    assert reason in " ".join(verdict.reasons)


def test_other_languages_are_not_assessed(corpus, people):
    """Where the program knows no qualifiers it says so."""
    words = "keepers of the northern cape deserve our thanks tonight"
    verdict = verify_statement(quoted(words, lang="ja"), None, corpus, people)
    assert verdict.context is Context.NOT_ASSESSED
    assert "Context is not assessed for the language “ja”." in verdict.reasons
