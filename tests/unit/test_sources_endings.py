"""Whether a transcript is all of it, and what programs print into pages."""

from __future__ import annotations

import pytest

from verifier.sources.endings import breaks_off, broken_line, says_part

BEFORE = "We will open the bridge in June."


@pytest.mark.parametrize(
    ("last", "broken_off"),
    [
        pytest.param("Thank you all very much, and see you on Monday.", False, id="a full stop"),
        pytest.param("Have we not all waited long enough for this bridge?", False, id="a question"),
        pytest.param("She said to me: “We have waited long enough for this.”", False, id="closing marks"),
        pytest.param("END 2:35 P.M. EST", False, id="the end, with its time"),
        pytest.param("Thank you so much", False, id="a few words without a stop"),
        pytest.param("(The briefing was concluded at a quarter past three.)", False, id="a note"),
        pytest.param("The council will vote on the money before the summer, and I", False, id="a capital: not told"),
        pytest.param("The council will vote on the money before the summer and the", True, id="inside a sentence"),
        pytest.param("The council will vote on the money before the summer, and we exp", True, id="inside a word"),
        pytest.param("The council will vote on the money …", True, id="dots"),
        pytest.param("The council will vote on the money [...]", True, id="dots in brackets"),
    ],
)
def test_breaks_off(last: str, broken_off: bool) -> None:
    """A last line without its end is that of a cut page, however well its markup is closed."""
    assert breaks_off([BEFORE, last]) is broken_off


@pytest.mark.parametrize(
    ("title", "last", "part"),
    [
        pytest.param("Press conference", "Thank you.", False, id="nothing said"),
        pytest.param("Press conference", "(MORE)", True, id="more"),
        pytest.param("Press conference", "More to come", True, id="more to come"),
        pytest.param("Press conference", "[TRUNCATED]", True, id="truncated"),
        pytest.param("Press conference", "We want more.", False, id="more in a sentence"),
        pytest.param("Excerpts from the press conference", "Thank you.", True, id="excerpts"),
        pytest.param("Press conference, part 1 of 2", "Thank you.", True, id="a part by number"),
    ],
)
def test_says_part(title: str, last: str, part: bool) -> None:
    """A page that says so is a part."""
    assert says_part(title, [BEFORE, last]) is part


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        pytest.param("Warning: mysqli_connect(): refused in /var/www/db.php on line 12", True, id="PHP"),
        pytest.param("[an error occurred while processing this directive]", True, id="a server's include"),
        pytest.param("MR. ROE: {{ turn.text }}", True, id="a template"),
        pytest.param("Thank you all. HTTP/1.1 500 Internal Server Error", True, id="a status behind the words"),
        pytest.param("java.lang.NullPointerException at Page.render", True, id="Java"),
        pytest.param("Warning: the bridge will be closed on Monday.", False, id="a spoken warning"),
        pytest.param("We will look at line 12 of the budget.", False, id="a line"),
    ],
)
def test_broken_line(line: str, broken: bool) -> None:
    """What a failing program prints is nobody's words."""
    assert (broken_line([BEFORE, line]) is not None) is broken
