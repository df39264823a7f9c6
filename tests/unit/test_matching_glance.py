"""What a stretch of a record seems to hold of a quotation at a glance, and where."""

import pytest

from verifier.matching.glance import Glance

QUOTED = "the ferry leaves before noon"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "They said: The ferry leaves before noon, as ever.", "The ferry leaves before noon", id="as quoted"
        ),
        pytest.param("Ja, så är det: the ferry leaves before noon.", "the ferry leaves before noon", id="beyond ASCII"),
        pytest.param(
            "We know the ferry leaves, well, before noon.", "the ferry leaves, well, before", id="a word more"
        ),
        pytest.param("(THE FERRY leaves -- before noon!) Yes", "THE FERRY leaves -- before noon", id="marks and case"),
    ],
)
def test_place(text, place):
    """The place is cut at words, and as long as the quotation."""
    assert Glance([QUOTED]).place(text).cut(text) == place


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param([QUOTED, "the bridge stays open"], f"{QUOTED} and the bridge stays open", id="in parts"),
        pytest.param([" ".join(f"word{n}" for n in range(65))], "word " * 99, id="long"),
        pytest.param([QUOTED], "the ferry leaves", id="longer than the text"),
        pytest.param(["—"], "the ferry leaves", id="no words"),
        pytest.param([QUOTED], "", id="no text"),
    ],
)
def test_no_place(parts, text):
    """Of what is not compared in one window no place is told."""
    assert Glance(parts).place(text) is None
