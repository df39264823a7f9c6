"""Printed words are shown as they are, and what hides in them becomes visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.report.visible import one_line, shortened, visible, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred\x07", "\\x1b[31mred\\x07", id="terminal escape and bell"),
        pytest.param("a\0b\x9bc", "a\\x00b\\x9bc", id="NUL and one-character escape"),
        pytest.param("pay \u202e001", "pay \\u202e001", id="text turned round"),
        pytest.param("na\u00adtion, ze\u200bro", "na\\xadtion, ze\\u200bro", id="soft hyphen, zero width"),
        pytest.param("a\ud800b", "a\\ud800b", id="half a character"),
        pytest.param("x\U000e0041", "x\\U000e0041", id="tag character"),
        pytest.param("ab\u200ccd", "ab\\u200ccd", id="joiner inside a Latin word"),
        pytest.param("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀", id="joiners where they belong"),
        pytest.param("“d’accord” – 5\u00a0%\r\nñ", "“d’accord” – 5\u00a0%\nñ", id="ordinary print"),
    ],
)
def test_hidden_characters_become_numbers(text, shown):
    """Controls, bidi marks and the like are shown; letters, marks and line breaks stay."""
    assert visible(text) == shown


@given(st.text())
def test_nothing_hidden_is_left_and_showing_twice_changes_nothing(text):
    """What was shown once can be shown again, encoded, and printed."""
    shown = visible(text)
    assert visible(shown) == shown
    assert not any(character < " " and character not in "\n\t" for character in shown)
    shown.encode("utf-8")


def test_one_line_has_no_breaks():
    """Whatever breaks a line is one space."""
    assert one_line("  a\n\n b\t c\u00a0d ") == "a b c d"


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        pytest.param("short enough", 20, "short enough", id="fits"),
        pytest.param("cut at a word, please", 15, "cut at a word,…", id="at a word"),
        pytest.param("unbreakableunbreakable", 10, "unbreakab…", id="inside a long word"),
    ],
)
def test_long_texts_are_cut(text, width, cut):
    """A cut text has at most the width, and says by an ellipsis that it is cut."""
    assert shortened(text, width) == cut
    assert len(cut) <= width


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://a.example/x?y=1#z", True, id="https"),
        pytest.param("HTTP://a.example", True, id="http in capitals"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("java\nscript:alert(1)", False, id="script with a break"),
        pytest.param("https://a.example/\u202ex", False, id="text turned round"),
        pytest.param("https:///nowhere", False, id="no host"),
        pytest.param("https://[broken", False, id="not a URL"),
        pytest.param("data:text/html,x", False, id="data"),
        pytest.param("/etc/passwd", False, id="a path"),
        pytest.param(None, False, id="none"),
    ],
)
def test_only_web_addresses_become_links(url, linked):
    """Links lead to http and https, and nowhere else."""
    assert web_link(url) == (url if linked else None)
