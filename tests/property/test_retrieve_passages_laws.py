"""Laws of passages, whatever the transcript."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.model.transcript import Record, Transcript, Turn
from verifier.retrieve.passages import cut_passages
from verifier.retrieve.terms import PASSAGE_WORDS
from verifier.text.folding import fold

WORDS = st.sampled_from(
    "we isn’t forty-two 1,200 U.S. well-known (Applause.) end. don't so? – \u00e9t\u00e9 \u200bhid\u00adden".split(" ")
)
TEXTS = st.lists(WORDS, max_size=400).map(" ".join)
TURNS = st.lists(st.tuples(st.sampled_from(["Lind", "Park", None]), TEXTS), max_size=6)


@given(TURNS)
def test_passages_hold_every_word_once(turns):
    """Passages lie in order, never overlap, and hold each folded word of the transcript exactly once."""
    held = Transcript(Record("works", "b1", "0" * 16, "en", "", ()), tuple(Turn(*turn) for turn in turns))
    passages = cut_passages(held)
    assert [word for passage in passages for word in passage.words] == [
        word for turn in held.turns for word in fold(turn.text).words
    ]
    ends = [0, *(passage.span.end for passage in passages)]
    assert all(end <= passage.span.start for end, passage in zip(ends, passages, strict=False))
    assert all(0 < len(passage.words) <= 1.5 * PASSAGE_WORDS for passage in passages)


@given(TURNS)
def test_a_passage_is_the_text_at_its_place(turns):
    """What is printed at a passage's place folds to the passage's words."""
    held = Transcript(Record("works", "b1", "0" * 16, "en", "", ()), tuple(Turn(*turn) for turn in turns))
    for passage in cut_passages(held):
        lines = passage.span.cut(held.text).split("\n")
        assert [word for line in lines for word in fold(line).words] == list(passage.words)
