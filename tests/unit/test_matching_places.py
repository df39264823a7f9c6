"""What the search for places tells of itself."""

import pytest

from verifier.matching.places import find_places
from verifier.model.policy import Policy
from verifier.model.transcript import Record, Transcript, Turn
from verifier.pipeline import statement_of
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

PEOPLE = People.load()


def held(texts):
    """Return a corpus of one record a text."""
    records = [Record("desk", f"d{number:03}", f"{number:016x}", "en", "Sitting", ()) for number in range(len(texts))]
    turns = [(Turn("Jane Clerk", text),) for text in texts]
    return MemoryCorpus([Transcript(*pair) for pair in zip(records, turns, strict=True)], PEOPLE)


@pytest.mark.parametrize(
    ("times", "capped"),
    [
        pytest.param(3, False, id="a phrase of three records"),
        pytest.param(60, True, id="a phrase of more records than are compared"),
    ],
)
def test_capped(times, capped):
    """A phrase that stands in more places than are compared is told from one of which all are."""
    texts = ["The ayes have it by a wide margin"] * times + ["Committees debated the price of coal"] * 100
    places = find_places(statement_of("the ayes have it by a wide margin", PEOPLE), held(texts), PEOPLE, Policy())
    assert places.capped is capped
