"""What news may drop from a record without a mark."""

from __future__ import annotations

import pytest

from verifier.text.folding import fold
from verifier.text.records import is_stage_note, silent


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        pytest.param("We thank you. (Applause.) Good night.", "applause", id="applause"),
        pytest.param("My dog (laughter) is old.", "laughter", id="laughter inside"),
        pytest.param("[laughter] My dog is old.", "laughter", id="square marks"),
        pytest.param("(As interpreted.) We thank you.", "as interpreted", id="interpreter"),
        pytest.param("He went to (inaudible) and back.", "inaudible", id="inaudible"),
        pytest.param("(A toast is offered.) Cheers.", "a toast is offered", id="an editor's sentence"),
        pytest.param("Das ist gut. (Beifall bei der Fraktion) Danke.", "beifall bei der fraktion", id="Beifall"),
        pytest.param("This is diplo- — diplomacy.", "diplo", id="cut-off word"),
        pytest.param("We’ll expand la-- labor rights.", "la", id="cut-off word, two hyphens"),
        pytest.param("The president of Mexico [Egypt] came.", "mexico egypt", id="correction"),
        pytest.param("He spent 50 million [billion] on it.", "million billion", id="corrected figure"),
        pytest.param("I thank [senior administration official] here.", "senior administration official", id="name"),
        pytest.param("It was a varion [sic] of it.", "sic", id="sic"),
        pytest.param("We help small- and mid-size firms.", "", id="suspended hyphen"),
        pytest.param("Der Energie- und Klimafonds wächst.", "", id="German suspended hyphen"),
        pytest.param("He said (and I agree) that it is late.", "", id="spoken aside"),
        pytest.param("The section 23- — 232 duties stay.", "23", id="figure cut off"),
        pytest.param("We stand — we stand here.", "", id="a repetition is no stub"),
        pytest.param("", "", id="no text"),
    ],
)
def test_silent_words(text, dropped):
    """Stage notes, stubs and both sides of a correction may be dropped; spoken words may not."""
    folded = fold(text)
    flags = silent(folded, text)
    assert len(flags) == len(folded)
    assert [word for word, flag in zip(folded.words, flags, strict=True) if flag] == dropped.split()


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        pytest.param("Laughter.", True, id="capital"),
        pytest.param("speaks Spanish", True, id="language"),
        pytest.param("through an interpreter", True, id="interpreter"),
        pytest.param("the president", False, id="words"),
        pytest.param("lasting peace", False, id="only begins alike"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_stage_notes(inside, note):
    """A bracket that tells what happened holds none of the article's words."""
    assert is_stage_note(inside) is note
