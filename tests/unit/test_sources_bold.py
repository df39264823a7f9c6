"""Labels in bold: a guest who speaks once is not read as going on with somebody else's words."""

from __future__ import annotations

import pytest

from verifier.sources.profiles import profiles_named
from verifier.sources.turns import split_runs


def runs(*lines: tuple[str, str | None]) -> list[tuple[str | None, str]]:
    """Return label and words of each run; a line is its text and what of it is bold."""
    found = split_runs([text for text, _ in lines], profiles_named(("bold-label",)), bolds=[bold for _, bold in lines])
    return [(run.label, " ".join(run.lines)) for run in found]


@pytest.mark.parametrize(
    ("label", "believed"),
    [
        pytest.param("Lou Castel", "Lou Castel", id="a name"),
        pytest.param("А.Фонарёв", "А.Фонарёв", id="an initial and a surname"),
        pytest.param("С.В.Фонарёв", "С.В.Фонарёв", id="two initials and a surname"),
        pytest.param("Head of the district Lou Castel", "Head of the district Lou Castel", id="an office and a name"),
        pytest.param("Question", "Question", id="a question"),
        pytest.param("What we agreed", ">>", id="a heading"),
        pytest.param("Defence", ">>", id="a heading of one word"),
    ],
)
def test_bold_label_met_once(label: str, believed: str) -> None:
    """A label met once is believed where it ends as a name does; any other ends the turn before it."""
    assert runs(("Ada Fernsby: Good afternoon.", "Ada Fernsby:"), (f"{label}: We agree.", f"{label}:")) == [
        ("Ada Fernsby", "Good afternoon."),
        (believed, "We agree." if believed == label else f"{label}: We agree."),
    ]


def test_plain_text_is_no_bold_label() -> None:
    """A name before a colon that is not in bold goes on with the turn."""
    assert runs(("Ada Fernsby: We agree.", "Ada Fernsby:"), ("Lou Castel: as he said.", None)) == [
        ("Ada Fernsby", "We agree. Lou Castel: as he said.")
    ]
