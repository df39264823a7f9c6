"""The wording's sentence: edits in plain words, the material ones first."""

import pytest

from verifier.axes.wording import describe_edits
from verifier.model.evidence import Edit, EditKind


def edit(kind: EditKind, quoted: str, said: str, material: bool = False) -> Edit:
    return Edit(kind, quoted, said, material)


@pytest.mark.parametrize(
    ("kind", "quoted", "said", "words"),
    [
        pytest.param(EditKind.NUMBER, "14", "12", "has “14” where the record has “12” (number)", id="number"),
        pytest.param(EditKind.NEGATION, "", "not", "leaves out “not” (negation)", id="negation lost"),
        pytest.param(EditKind.NEGATION, "never", "", "adds “never” (negation)", id="negation put in"),
        pytest.param(EditKind.NAME, "Kyiv", "Warsaw", "has “Kyiv” where the record has “Warsaw” (name)", id="name"),
        pytest.param(EditKind.OMISSION_MARKED, "…", "as ever", "leaves out, marked: “as ever”", id="ellipsis"),
        pytest.param(
            EditKind.OMISSION_MARKED,
            "",
            "as ever",
            "joins two parts between which the record goes on: “as ever”",
            id="the article's own words between two quotations",
        ),
        pytest.param(
            EditKind.OMISSION_MARKED,
            "",
            "as ever.\nWhy is that?\nBecause",
            "joins two parts between which the record goes on: “as ever. …”",
            id="other speakers between the parts",
        ),
        pytest.param(
            EditKind.OMISSION_MARKED,
            "…",
            "as ever.\nWhy is that?",
            "leaves out, marked: “as ever. …”",
            id="an ellipsis over turns",
        ),
        pytest.param(EditKind.OMISSION_UNMARKED, "", "as ever", "leaves out without a mark: “as ever”", id="gap"),
        pytest.param(EditKind.INSERTION_BRACKETED, "[then]", "", "adds in brackets: “[then]”", id="bracket"),
        pytest.param(
            EditKind.INSERTION_BRACKETED,
            "[Kirby]",
            "he",
            "puts in brackets “[Kirby]” for “he”",
            id="bracket for a word",
        ),
        pytest.param(EditKind.INSERTION_UNBRACKETED, "of course", "", "adds without a mark: “of course”", id="added"),
        pytest.param(EditKind.TRUNCATION, "", "but not yet", "ends before: “but not yet”", id="truncation"),
        pytest.param(EditKind.FILLER, "", "you know", "leaves out a filler: “you know”", id="filler"),
        pytest.param(EditKind.STUTTER, "", "it was", "leaves out a repetition: “it was”", id="stutter"),
        pytest.param(
            EditKind.SPLICE, "", "a b c", "joins without a mark what the record parts by: “a b c”", id="splice"
        ),
        pytest.param(EditKind.SPLICE, "end start", "", "joins what stands apart in the record: “end start”", id="seam"),
        pytest.param(EditKind.ORDER, "b a", "a b", "has “b a” where the record has “a b” (order)", id="order"),
        pytest.param(EditKind.MODALITY, "", "may", "leaves out “may” (may, can, must or will)", id="modality"),
        pytest.param(
            EditKind.SYNONYM,
            "part",
            "segment",
            "has “part” where the record has “segment” (another word)",
            id="synonym",
        ),
    ],
)
def test_one_edit_in_words(kind, quoted, said, words):
    """Each kind has its own words, none of them the kind's technical name."""
    assert describe_edits([edit(kind, quoted, said)]) == words


def test_every_kind_can_be_said_from_both_sides():
    """No kind falls through to an empty or a technical phrase."""
    for kind in EditKind:
        for quoted, said in (("ours", "theirs"), ("ours", ""), ("", "theirs")):
            words = describe_edits([edit(kind, quoted, said)])
            silent = kind in {EditKind.CASE, EditKind.PUNCTUATION}
            assert bool(words) is not silent
            assert "_" not in words
            assert kind.value.replace("_", " ") not in words or "_" not in kind.value


def test_the_material_edits_are_told_first_and_the_rest_counted():
    """Four are shown; where one is material the others are not."""
    small = [edit(EditKind.SPELLING, f"a{n}", f"b{n}") for n in range(6)]
    assert describe_edits(small).endswith("; and 2 more")
    assert describe_edits([*small, edit(EditKind.NEGATION, "", "not", True)]) == "leaves out “not” (negation)"
    assert describe_edits([edit(EditKind.CASE, "a", "A")]) == ""
