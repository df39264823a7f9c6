"""When and where the article says the words were spoken."""

from datetime import date

import pytest
from extract_samples import holding, quoted_in, statements_in, the_one

from verifier.model.article import Basis

PRAGUE = (
    "Kirby’s remarks came after French President Emmanuel Macron suggested sending troops on February 26.\n\n"
    "The French president did not give way. During a visit to Prague on February 5, he said that he “fully” stood by "
    "his remarks and that a “great effort” was necessary.\n\n"
    "“We must not be afraid of what comes,” Macron said, adding after meeting with his Czech counterpart Petr Pavel: "
    "“Is this our house or is it not?”\n\n"
    "“We do not need this talk about courage,” Boris Pistorius said at a press conference in Stockholm."
)


@pytest.mark.parametrize(
    ("text", "interval", "basis"),
    [
        pytest.param("“We will go there,” Kirby said on Tuesday.", "2024-03-05", Basis.CLAUSE, id="after the cue"),
        pytest.param("On March 5, Kirby said, “We will go there.”", "2024-03-05", Basis.CLAUSE, id="before the cue"),
        pytest.param(
            "At a briefing on March 5, Kirby said that “we will go there soon.”",
            "2024-03-05",
            Basis.CLAUSE,
            id="of a noun that hangs on the cue",
        ),
        pytest.param(
            "Kirby met the press on Tuesday. “We will go there,” Kirby said.",
            "2024-03-05",
            Basis.PARAGRAPH,
            id="sentence before",
        ),
        pytest.param(
            "John Kirby met the press on March 5.\n\n“We will go there,” Kirby said.",
            "2024-03-05",
            Basis.EARLIER,
            id="paragraph before",
        ),
        pytest.param(
            "John Kirby met the press on March 5.\n\nHe spoke for an hour.\n\n“We will go there,” Kirby said.",
            "2024-03-05",
            Basis.EARLIER,
            id="two paragraphs before, the same person",
        ),
    ],
)
def test_the_nearest_date_of_the_same_person(text, interval, basis):
    """A date is attached by clause, sentence, paragraph, then earlier paragraphs."""
    claim = the_one(text).date_claim
    assert (str(claim.interval), claim.basis) == (interval, basis)
    assert claim.span.cut(text) == claim.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kirby said that “we will go there” on April 3 with all ships.", id="a date inside what was said"),
        pytest.param("Since March 5, Kirby said, “we have been there.”", id="a bound, not the day"),
        pytest.param(
            "Emmanuel Macron spoke on March 5.\n\n“We will go there,” John Kirby said.", id="another person's day"
        ),
        pytest.param(
            "John Kirby spoke on March 5.\n\nEmmanuel Macron spoke in Paris on March 6.\n\n"
            "“We will go there,” Kirby said.",
            id="another event between",
        ),
        pytest.param(
            "John Kirby spoke on March 5.\n\n“We will go there,” Kirby said at a rally in Ohio.",
            id="an event of its own",
        ),
        pytest.param("“We will go there,” said Kirby, who went to Kyiv on Tuesday.", id="of a relative clause"),
        pytest.param(
            "“We will go there,” Kirby said after he had come from Kyiv on Tuesday.", id="of what came before"
        ),
        pytest.param("“We met on March 5 and will go there,” Kirby said.", id="a date inside the marks"),
    ],
)
def test_dates_that_are_no_claim(text):
    """A date in the words themselves, a bound, or another person's event is never the day of speech."""
    assert [statement.date_claim for statement in quoted_in(text)] == [None]


def test_no_claim_without_publication():
    """A weekday says nothing in an article whose day is unknown."""
    assert the_one("“We will go there,” Kirby said on Tuesday.", published=None).date_claim is None


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("fully", "2024-02-05"),
        ("great effort", "2024-02-05"),
        ("not be afraid", "2024-02-05"),
        ("our house", "2024-02-05"),
    ],
)
def test_a_visit_lends_its_day_to_all_that_was_said_there(words, interval):
    """What the same person says in the following paragraphs belongs to the visit."""
    statement = holding(words, PRAGUE)
    assert str(statement.date_claim.interval) == interval
    assert statement.event_claim.place == "Prague"


def test_another_speaker_does_not_inherit():
    """Pistorius spoke in Stockholm; the day of Prague is not his."""
    statement = holding("courage", PRAGUE)
    assert statement.date_claim is None
    assert (statement.event_claim.place, statement.event_claim.kind) == ("Stockholm", "press conference")


def test_counterpart():
    """Who was met is part of the event."""
    assert holding("our house", PRAGUE).event_claim.counterpart == "Petr Pavel"
    assert holding("afraid", PRAGUE).event_claim.counterpart is None


def test_the_article_contradicts_its_own_day():
    """One cannot on February 5 stand by what one said on February 26."""
    statement = holding("fully", PRAGUE)
    assert statement.contradicted_by == "French President Emmanuel Macron suggested sending troops on February 26"
    assert holding("courage", PRAGUE).contradicted_by is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Macron spoke of troops on February 3. On February 5, Macron said that he “fully” stood by his remarks.",
            id="the saying came first",
        ),
        pytest.param(
            "Macron suggested a plan on February 26. On February 5, Macron said it would “fully” work in the end.",
            id="nothing refers back",
        ),
        pytest.param(
            "Olaf Scholz suggested a plan on February 26. "
            "On February 5, Macron said that he “fully” stood by his remarks.",
            id="another person's saying",
        ),
        pytest.param(
            "Macron suggested a plan on February 20. Macron suggested troops on February 26. "
            "On February 5, Macron said that he “fully” stood by his remarks.",
            id="two sayings",
        ),
    ],
)
def test_no_contradiction(text):
    """Only one later saying of the same person, to which the statement refers back, contradicts."""
    assert holding("fully", text).contradicted_by is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will go there,” Kirby said at a press conference at the White House.",
            (None, "the White House", "press conference"),
            id="venue and kind",
        ),
        pytest.param(
            "“We will go there,” Biden said in his State of the Union address.",
            (None, None, "state of the union address"),
            id="an address",
        ),
        pytest.param(
            "“We will go there,” Scholz said in an interview in Munich.",
            ("Munich", None, "interview"),
            id="interview and place",
        ),
        pytest.param(
            "Speaking during a trip to Kyiv, Scholz said: “We will go there.”", ("Kyiv", None, None), id="a trip"
        ),
        pytest.param(
            "“We will go there,” Kirby said to a critic of hate speech.", (None, None, None), id="no occasion"
        ),
        pytest.param("In a statement, Kirby said: “We will go there.”", (None, None, "statement"), id="in writing"),
        pytest.param(
            "“We will go there,” Kirby said in March in English.",
            (None, None, None),
            id="neither month nor language is a place",
        ),
    ],
)
def test_events(text, expected):
    """Place, venue and kind are read in the cue's own sentence."""
    event = the_one(text).event_claim
    assert (event.place, event.venue, event.kind) == expected if event else expected == (None, None, None)


def test_indirect_statements_have_claims_too():
    """A reported clause is dated like a quotation."""
    (statement,) = statements_in("On March 5, Kirby said that the ships would leave soon.")
    assert str(statement.date_claim.interval) == "2024-03-05"


@pytest.mark.parametrize(
    ("earlier", "day", "kind"),
    [
        pytest.param(
            "John Kirby held a press briefing on May 11, 2023.", date(2023, 5, 11), "briefing", id="the same event"
        ),
        pytest.param("John Kirby gave an interview on May 11, 2023.", None, "briefing", id="another kind of event"),
        pytest.param(
            "Karine Jean-Pierre held a press briefing on May 11, 2023.", None, "briefing", id="another person's event"
        ),
    ],
)
def test_an_event_that_is_taken_up_keeps_its_day(earlier, day, kind):
    """The words "at the briefing" after a dated press briefing of the same person means that one, and no other."""
    text = f"{earlier}\n\nAt the briefing, Kirby said that “the pilots stay at home all winter long”."
    statement = the_one(text)
    found = statement.date_claim.interval.first if statement.date_claim else None
    assert (found, statement.event_claim.kind) == (day, kind)
    assert statement.date_claim is None or statement.date_claim.basis is Basis.EARLIER
