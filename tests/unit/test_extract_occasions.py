"""Days that an article states once: openings, conversations, days counted from another sentence, impossible replies."""

import pytest
from extract_samples import holding, quoted_in

from verifier.model.article import Basis


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        pytest.param(
            "The government spokesman declined on Tuesday to name a date.\n\n"
            "“He is packing,” Piet Haller told the briefing.",
            "2024-03-05",
            id="an office, then who holds it",
        ),
        pytest.param(
            "The budget has passed, the director of the archive said at her weekly press conference on Monday.\n\n"
            "“Our shelves are very full,” Ilse Brandt said.\n\nVisitors were pleased.\n\n"
            "“They are heavy as well,” Brandt said.",
            "2024-03-04",
            id="a press conference lasts",
        ),
        pytest.param(
            "Ilse Brandt has kept the archive for years. We spoke on Monday.\n\n"
            "“The shelves are very full,” Brandt says.",
            "2024-03-04",
            id="an interview's introduction",
        ),
        pytest.param(
            "DORNAU (Agency) — Sailors of the ferries voted on Tuesday to end their strike.\n\n"
            "“Nobody wins and we go back,” Piet Haller said.",
            "2024-03-05",
            id="the news of a lead, its agency no person",
        ),
        pytest.param(
            "Piet Haller spoke to the council on March 4. The next day Ilse Brandt said: “That is new to us.”",
            "2024-03-05",
            id="counted from the sentence before",
        ),
        pytest.param(
            "The commission had warned two days earlier. “We drew the curve,” Ilse Brandt said on Monday.",
            "2024-03-04",
            id="an own day is kept",
        ),
    ],
)
def test_a_day_stated_once_is_shared(text: str, interval: str) -> None:
    """Who speaks next by name is the office that the opening tells of, and the day is theirs."""
    assert {str(s.date_claim.interval) for s in quoted_in(text) if s.date_claim} == {interval}
    assert all(s.date_claim is not None for s in quoted_in(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Health officials said on Tuesday that doses were late.\n\n“It was in a fridge,” Ilse Brandt said.",
            id="several nobody named",
        ),
        pytest.param(
            "Ilse Brandt spoke to the council on Tuesday.\n\n“We will see about it,” Piet Haller said.",
            id="a named person's day",
        ),
        pytest.param(
            "“I sleep in my boots,” Ilse Brandt said. Plaster fell in the hall on Monday.\n\n"
            "“The bells rang better,” Piet Haller said.",
            id="what happened meanwhile",
        ),
        pytest.param(
            "In 2016 Piet Haller came to our town.\n\n“We are only here for the fog,” Haller said.",
            id="a year in an earlier paragraph",
        ),
    ],
)
def test_days_that_are_not_lent(text: str) -> None:
    """The day of somebody else, of several, or of what happened meanwhile is nobody's day of speech."""
    assert [s.date_claim for s in quoted_in(text)] == [None] * len(quoted_in(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Piet Haller told councillors on March 4 that the plan was thin.\n\n"
            "The mayor, Ilse Brandt, answered Haller’s warning on March 1 by calling it “a ribbon across the valley”.",
            "a ribbon across",
            id="a reply before what it answers",
        ),
        pytest.param(
            "On March 1 Piet Haller defended the remarks he made on March 4, calling them “very careful”.",
            "very careful",
            id="a defence before the remarks",
        ),
    ],
)
def test_a_reply_cannot_come_first(text: str, words: str) -> None:
    """A day before that of what the words answer or defend is contradicted by the article itself."""
    statement = holding(words, text)
    assert statement.date_claim is not None
    assert statement.date_claim.basis in {Basis.CLAUSE, Basis.SENTENCE}
    assert "March 4" in (statement.contradicted_by or "")


def test_a_reply_in_order_is_no_contradiction() -> None:
    """A reply dated after what it answers stands."""
    text = (
        "Piet Haller told councillors on March 1 that the plan was thin.\n\n"
        "The mayor, Ilse Brandt, answered Haller’s warning on March 4 by calling it “a ribbon across the valley”."
    )
    assert holding("a ribbon across", text).contradicted_by is None
