"""From an article's sentence to the headline: what accuses, and what the sentence itself forbids to hold against it."""

from __future__ import annotations

from datetime import date

import pytest
from pipeline_records import asks, padding, says, transcript

from verifier.extract.parser import load_parser
from verifier.extract.pipeline import extract
from verifier.model.article import Article, Form, Speaker
from verifier.model.evidence import CoverageState, Headline, Verdict
from verifier.pipeline import verify
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

LIND = Speaker("Ada Lind")
ABSENT = "Whoever moors a barge across my slipway at night will row it home by hand before sunrise"
STOOD = "The lighthouse tender will be rebuilt in this yard and in no other, because the shipwrights have earned it"
ASKED = "Is it true that your harbour guard cut the nets of a herring boat near the sandbank on Sunday night?"
BRIEFING = transcript(
    "briefing",
    "2024-03-05",
    (
        says(LIND, "The fees for small boats will stay at forty crowns through the whole of the coming winter."),
        asks(ASKED),
        says(LIND, "No nets were cut."),
    ),
    title="Press briefing by Ada Lind",
    place="Oslo",
)
YARD = transcript(
    "yard", "2024-04-05", (says(LIND, f"{STOOD}."),), title="Speech by Ada Lind at the yard", place="Bergen"
)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people: People) -> MemoryCorpus:
    return MemoryCorpus([BRIEFING, YARD, *padding()], people)


def verdict_on(text: str, published: str, corpus: MemoryCorpus, people: People, lang: str = "en") -> Verdict:
    """Return the verdict on the one quotation of an article."""
    article = Article("a", None, None, text, date.fromisoformat(published), "given", lang, "0" * 64)
    statements = [s for s in extract(article, people, load_parser(lang)) if s.form is not Form.INDIRECT]
    (verdict,) = verify(article, statements, corpus, people)
    return verdict


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("Ada Lind told a wedding party in Oslo on March 5", id="a wedding"),
        pytest.param("Ada Lind told a rally in Oslo on March 5", id="a rally"),
        pytest.param("Ada Lind told Norwegian state television in Oslo on March 5", id="television"),
        pytest.param("Ada Lind told shipping students in Oslo on March 5", id="students"),
        pytest.param("Ada Lind told ambassadors behind closed doors in Oslo on March 5", id="behind closed doors"),
        pytest.param("Ada Lind told her party's congress in Oslo on March 5", id="a party's congress"),
        pytest.param("At a dinner of the pilots in Oslo on March 5, Ada Lind said", id="a dinner"),
        pytest.param("In Oslo on March 5, Ada Lind said", id="a town and a day"),
        pytest.param("After a press briefing in Oslo on March 5, an aide quoted Ada Lind as saying", id="after it"),
        pytest.param(
            "Ada Lind spoke in Oslo on March 5. After the briefing she told reporters in the corridor",
            id="in a corridor",
        ),
    ],
)
def test_another_event_of_the_town_and_day_is_not_held(opening, corpus, people):
    """A briefing's silence says nothing of what was said elsewhere in the same town that day."""
    verdict = verdict_on(f"{opening}: “{ABSENT}.”", "2024-03-06", corpus, people)
    assert (verdict.headline, verdict.coverage.state) == (Headline.NOT_CHECKABLE, CoverageState.PARTIAL)


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("Ada Lind told the press briefing in Oslo on March 5", id="told the briefing"),
        pytest.param("At a press briefing in Oslo on March 5, Ada Lind said", id="at the briefing"),
        pytest.param("At her briefing on March 5, Ada Lind told reporters", id="reporters at the briefing"),
    ],
)
def test_words_absent_from_the_named_event_are_said_to_be_absent(opening, corpus, people):
    """Where the article names the held briefing itself, its silence is told."""
    verdict = verdict_on(f"{opening}: “{ABSENT}.”", "2024-03-06", corpus, people)
    assert (verdict.headline, verdict.coverage.state) == (Headline.NOT_IN_RECORD, CoverageState.HELD)


SUNDAY = "cut the nets of a herring boat near the sandbank on Sunday night"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(f"Ada Lind was asked on March 5: “{ASKED}”", id="was asked"),
        pytest.param(f"“{ASKED}” Ada Lind was asked on March 5.", id="was asked, behind the marks"),
        pytest.param(f"At her briefing on March 5, Ada Lind faced the question: “{ASKED}”", id="faced the question"),
        pytest.param(f"Asked on March 5 if her harbour guard had “{SUNDAY}”, Ada Lind said no.", id="asked if"),
        pytest.param(f"Ada Lind rejected on March 5 a reporter's suggestion that the guard “{SUNDAY}”.", id="rejected"),
        pytest.param(f"Ada Lind has not confirmed that “your harbour guard {SUNDAY}”.", id="not confirmed"),
        pytest.param(f"Ada Lind denied on March 5 that “your harbour guard {SUNDAY}”.", id="denied"),
    ],
)
def test_a_question_put_to_her_is_not_held_against_the_article(sentence, corpus, people):
    """The article says itself that the words were asked or denied: it attributes them to nobody."""
    verdict = verdict_on(sentence, "2024-03-06", corpus, people)
    assert verdict.headline not in {Headline.MISATTRIBUTED, Headline.NEEDS_REVIEW}


def test_a_question_given_as_her_statement_is_misattributed(corpus, people):
    """An article that makes her say what a reporter asked is still told so."""
    verdict = verdict_on(f"“Your harbour guard {SUNDAY},” Ada Lind said on March 5.", "2024-03-06", corpus, people)
    assert verdict.headline is Headline.MISATTRIBUTED


def test_words_that_she_is_said_not_to_have_said_are_not_missing(corpus, people):
    """Their absence from the briefing is what the article reports."""
    text = f"Ada Lind did not say at the press briefing in Oslo on March 5, as some sites claim, that “{ABSENT}.”"
    assert verdict_on(text, "2024-03-06", corpus, people).headline is Headline.NOT_CHECKABLE


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(f"With elections due on May 20, Ada Lind told reporters: “{STOOD}.”", "2024-04-10", id="due on"),
        pytest.param(f"Ahead of the reopening on May 1, Ada Lind said: “{STOOD}.”", "2024-04-10", id="ahead of"),
        pytest.param(
            f"Four weeks after the fire in Bergen on March 5, Ada Lind said: “{STOOD}.”", "2024-04-20", id="weeks after"
        ),
        pytest.param(
            f"“{STOOD},” Ada Lind said in Bergen, a month after her March 5 speech in Oslo.",
            "2024-04-20",
            id="a month on",
        ),
        pytest.param(
            f"“{STOOD},” Ada Lind said in Bergen of the ferries damaged on March 5.", "2024-04-20", id="of the damaged"
        ),
        pytest.param(
            f"Ada Lind, who visited Oslo on March 5, said the work would stay in Bergen. “{STOOD}.”",
            "2024-04-20",
            id="a relative clause before",
        ),
    ],
)
def test_the_day_of_another_event_misdates_nothing(text, published, corpus, people):
    """What happened on the printed day is not what she said, so the words are verified without a day."""
    assert verdict_on(text, published, corpus, people).headline is Headline.VERIFIED


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(f"“{STOOD},” Ada Lind said in Bergen on March 5.", "2024-04-20", id="a month early"),
        pytest.param(f"Speaking in Bergen on March 5, Ada Lind said: “{STOOD}.”", "2024-04-20", id="speaking"),
        pytest.param(f"Ada Lind said on May 5: “{STOOD}.”", "2024-04-20", id="a day to come"),
    ],
)
def test_a_wrong_day_of_the_saying_is_misdated(text, published, corpus, people):
    """A day that the article gives to the saying itself is still told to be another."""
    assert verdict_on(text, published, corpus, people).headline is Headline.MISDATED
