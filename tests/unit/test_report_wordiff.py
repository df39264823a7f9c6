"""The word diff: the article's words beside the record's, told apart without colour."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import (
    ALTERED,
    ALTERED_MATCH,
    CRANE,
    MARKED,
    MARKED_MATCH,
    MISDATED,
    MISDATED_MATCH,
    SAID,
    match,
    place_of,
    record,
    statement,
)

from verifier.model.evidence import Edit, EditKind, Wording
from verifier.model.text import Span
from verifier.report.wordiff import State, quotation_sides, record_side, word_diff

SIGNS = {State.EQUAL: "", State.CHANGED: "~", State.ADDED: "+", State.DROPPED: "-", State.MARKED: "="}


def plain(pieces):
    """Return pieces as one text, with a sign and braces around what is not equal."""
    return "".join(f"{SIGNS[one.state]}{{{one.text}}}" if SIGNS[one.state] else one.text for one in pieces)


@pytest.mark.parametrize(
    ("of", "found", "running", "quoted", "said"),
    [
        pytest.param(
            ALTERED,
            ALTERED_MATCH,
            "We will -{not} close the harbour before the -{40} +{14} boats return",
            ["We will close the harbour before the ~{14} boats return"],
            "We will -{not} close the harbour before the ~{40} boats return",
            id="dropped not, changed number",
        ),
        pytest.param(
            MARKED,
            MARKED_MATCH,
            "The fund ={[for fishermen]} is ready ={…} and it will be paid in May",
            ["The fund ={[for fishermen]} is ready ={…} and it will be paid in May"],
            "The fund is ready={, as the treasurer has shown you, }and it will be paid in May",
            id="honest bracket and ellipsis",
        ),
        pytest.param(
            MISDATED,
            MISDATED_MATCH,
            "The old crane … has lifted its last ship",
            ["The old crane", "has lifted its last ship"],
            "the old crane has lifted its last ship",
            id="a capital is no difference; parts are joined",
        ),
    ],
)
def test_sides_and_running_text(of, found, running, quoted, said):
    """The running text follows the quotation; each side shows its own words only."""
    assert plain(word_diff(of, found)) == running
    assert [plain(side) for side in quotation_sides(of, found)] == quoted
    assert plain(record_side(found)) == said


def test_material_edits_are_told_apart():
    """What the meaning hangs on is marked in both sides and in the running text."""
    assert [one.text for one in word_diff(ALTERED, ALTERED_MATCH) if one.material] == ["not", "40", "14"]
    assert [one.text for one in record_side(ALTERED_MATCH) if one.material] == ["not", "40"]


def test_an_edit_without_a_place_follows_the_word_before_it():
    """Words that the record has and the quotation has not are shown where the record has them."""
    negation = replace(ALTERED_MATCH.alignment.edits[0], quoted_span=None)
    alignment = replace(ALTERED_MATCH.alignment, edits=(negation, ALTERED_MATCH.alignment.edits[1]))
    assert plain(word_diff(ALTERED, replace(ALTERED_MATCH, alignment=alignment))) == (
        "We will -{not} close the harbour before the -{40} +{14} boats return"
    )


def test_what_the_record_goes_on_with_stands_at_the_end():
    """A quotation that stops where the record goes on shows what follows, after its last word."""
    edit = Edit(EditKind.TRUNCATION, "", ", if the rain allows", True, None, place_of(", if the rain allows", SAID))
    of = statement(8, "and it will be paid in May")
    found = match(SAID, ("and it will be paid in May",), (edit,), Wording.ALTERED_MATERIAL, record())
    assert plain(word_diff(of, found)) == "and it will be paid in May -{, if the rain allows}"
    assert plain(record_side(found)) == "and it will be paid in May"


def test_words_put_in_are_added():
    """Words that only the article has are added in the running text and on its side."""
    of = statement(7, "The old crane")
    edit = Edit(EditKind.INSERTION_UNBRACKETED, "old ", "", True, Span(272, 276), None)
    found = match(CRANE, ("crane",), (edit,), Wording.ALTERED_MINOR, record())
    assert plain(word_diff(of, found)) == "The +{old }crane"
    assert [plain(side) for side in quotation_sides(of, found)] == ["The +{old }crane"]


def test_without_a_place_the_quotation_stands_alone():
    """Where nothing was found there is nothing to compare."""
    assert [plain(side) for side in quotation_sides(MISDATED, None)] == ["The old crane", "has lifted its last ship"]


def test_places_whose_words_do_not_add_up_are_shown_whole():
    """A record that was shortened for display is still shown, in one piece."""
    found = replace(MARKED_MATCH, said="The fund is ready")
    assert plain(record_side(found)) == "The fund is ready"
    assert plain(record_side(replace(found, alignment=replace(found.alignment, spans=())))) == "The fund is ready"


def test_places_that_follow_each_other_are_joined_by_a_space():
    """What only the article's cue separates stands together in the record."""
    found = match(CRANE, ("the old crane", "has lifted its last ship"), (), Wording.EXACT, record())
    assert plain(record_side(found)) == "the old crane has lifted its last ship"


def test_an_unknown_gap_is_an_ellipsis():
    """Between two places the record goes on, even where no edit says how."""
    found = match(SAID, ("The fund is ready", "in May"), (), Wording.MARKED, record())
    assert plain(record_side(found)) == "The fund is ready … in May"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60), st.integers(0, 9), st.integers(0, 60), st.integers(0, 9), st.sampled_from(EditKind)
        ),
        max_size=6,
    )
)
def test_no_word_is_lost_whatever_the_edits_say(raw):
    """Edits that overlap, stand outside or make no sense never change either side's text."""
    start = ALTERED.quotations[0].span.start
    edits = tuple(
        Edit(kind, "x" * wide, "y" * broad, False, Span(start + a, start + a + wide), Span(b, b + broad))
        for a, wide, b, broad, kind in raw
    )
    found = replace(ALTERED_MATCH, alignment=replace(ALTERED_MATCH.alignment, edits=edits))
    (side,) = quotation_sides(ALTERED, found)
    assert "".join(one.text for one in side) == ALTERED.quotations[0].text
    assert "".join(one.text for one in record_side(found)) == found.said
    running = word_diff(ALTERED, found)
    assert all(one.text for one in running)
