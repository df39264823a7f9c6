"""Cutting transcripts into passages."""

from datetime import date

import pytest

from verifier.model.transcript import Record, RecordDate, Transcript, Turn
from verifier.retrieve.passages import cut_passages
from verifier.retrieve.terms import PASSAGE_WORDS


def transcript(*turns, lang="en"):
    """Return a transcript of these (speaker, text) turns."""
    record = Record("works", "b1", "0" * 16, lang, "Briefing", (RecordDate(date(2024, 3, 5), "meta"),))
    return Transcript(record, tuple(Turn(*turn) for turn in turns))


def counted(first, last):
    """Return the words w<first> to w<last>, the last left out, as text."""
    return " ".join(f"w{number}" for number in range(first, last))


def test_short_turns_share_a_passage():
    """Turns that follow each other share a passage as long as they fit, with the names of all."""
    held = transcript(("Park", "Will it open?"), ("Lind", "Not before June."), ("Park", "Why?"))
    (passage,) = cut_passages(held)
    assert passage.span.cut(held.text) == held.text
    assert passage.speakers == ("Park", "Lind")
    assert passage.words == ("will", "it", "open", "not", "before", "june", "why")
    assert passage.pairs == ("will_it", "it_open", "not_before", "before_june")


def test_a_turn_that_does_not_fit_opens_the_next_passage():
    """A passage is not filled with the beginning of a turn that does not fit."""
    held = transcript(("Park", counted(0, 80)), ("Lind", counted(100, 180)), ("Park", counted(200, 220)))
    first, second = cut_passages(held)
    assert first.span.cut(held.text) == counted(0, 80)
    assert second.span.cut(held.text) == f"{counted(100, 180)}\n{counted(200, 220)}"
    assert second.speakers == ("Lind", "Park")


def test_a_long_turn_is_cut_evenly():
    """No piece is much shorter than the others, and the pair over a border is kept once."""
    held = transcript(("Lind", counted(0, PASSAGE_WORDS + 2)))
    first, second = cut_passages(held)
    assert [len(first.words), len(second.words)] == [61, 61]
    assert first.pairs[-1] == "w60_w61"
    assert second.pairs[0] == "w61_w62"
    assert held.text[first.span.end : second.span.start] == ""


def test_a_long_turn_is_cut_where_a_sentence_begins():
    """A border moves to the nearest beginning of a sentence, so that fewer quotations cross it."""
    held = transcript(("Lind", f"{counted(0, 70)}. {counted(70, 125)}"))
    first, second = cut_passages(held)
    assert first.span.cut(held.text) == f"{counted(0, 70)}. "
    assert second.span.cut(held.text) == counted(70, 125)


def test_a_contraction_is_not_cut():
    """The two words of a contraction stay in one passage: they are printed in one place."""
    held = transcript(("Lind", f"{counted(0, 60)} isn’t {counted(62, 122)}"))
    first, second = cut_passages(held)
    assert first.words[-2:] == ("is", "not")
    assert second.words[0] == "w62"


def test_stage_notes_stay_in():
    """What is printed in brackets is in the passage; leaving it out would move every place."""
    held = transcript(("Lind", "Thank you. (Applause.) We go on."))
    (passage,) = cut_passages(held)
    assert passage.words == ("thank", "you", "applause", "we", "go", "on")


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param((), id="no turns"),
        pytest.param((("Lind", ""),), id="an empty turn"),
        pytest.param((("Lind", "…"), (None, " — ")), id="marks alone"),
    ],
)
def test_no_words_no_passages(turns):
    """A transcript without words has no passages."""
    assert cut_passages(transcript(*turns)) == ()


def test_a_turn_has_its_own_language():
    """A turn is folded in its own language where it names one: "1.200" is a number of German."""
    record = transcript().record
    held = Transcript(record, (Turn("Lind", "1.200 Brücken", lang="de"),))
    (passage,) = cut_passages(held)
    assert passage.words == ("1200", "brücken")
