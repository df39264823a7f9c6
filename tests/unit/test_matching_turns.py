"""Places of a quotation that runs on from one speaker's turn into another's."""

from datetime import date

import pytest

from verifier.matching.places import find_places
from verifier.model.policy import Policy
from verifier.model.transcript import Record, RecordDate, Transcript, Turn
from verifier.pipeline import statement_of
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

ASKED = "Can you say when the ferry terminal will take its first passengers from the northern islands?"
ANSWERED = "We hope that the terminal opens before the herring season begins, and no later than that."
TURNS = (Turn("Ola Brandt", ASKED), Turn("Ada Lind", ANSWERED), Turn("Ola Brandt", "And who pays for the dredging?"))
PEOPLE = People.load()


def place_of(text):
    """Return the best place of *text* among a hundred other records."""
    record = Record("desk", "ferry", "f" * 16, "en", "Hearing", (RecordDate(date(2024, 3, 5), "meta"),))
    others = [
        Transcript(
            Record("desk", f"d{number}", f"{number:016x}", "en", "Sitting", ()),
            (Turn("Jane Clerk", f"Sitting {number} debated tariffs, orchards and the price of coal."),),
        )
        for number in range(100)
    ]
    corpus = MemoryCorpus([Transcript(record, TURNS), *others], PEOPLE)
    return find_places(statement_of(text, PEOPLE), corpus, PEOPLE, Policy()).best


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "take its first passengers from the northern islands we hope that the terminal opens",
            "take its first passengers from the northern islands … We hope that the terminal opens",
            id="word for word",
        ),
        pytest.param(
            "take its very first passengers from the northern isles we hope that some terminal opens",
            "take its first passengers from the northern islands … We hope that the terminal opens",
            id="with other words in both turns",
        ),
    ],
)
def test_over_two_turns(text, said):
    """Question and answer run together have one place, with a span in each turn."""
    place = place_of(text)
    assert place.said == said
    assert (place.alignment.first_turn, place.alignment.last_turn, place.alignment.gap_turns) == (0, 1, 1)


def test_other_words_of_one_turn():
    """Words that one speaker said otherwise are not drawn into the question before them."""
    place = place_of("we hoped the terminal would open before our herring season starts and no later")
    assert (place.alignment.first_turn, place.alignment.last_turn) == (1, 1)


def test_a_marked_part_of_another_speaker():
    """Between honest marks nothing is drawn over turns: a part that only another speaker says stays missing."""
    place = place_of("the terminal opens before the herring season begins … who pays for all the dredging")
    assert (place.alignment.parts, place.alignment.parts_found) == (2, 1)
