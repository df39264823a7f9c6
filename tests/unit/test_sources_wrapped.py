"""Speaker labels that a narrow column breaks are put together, and nothing else is."""

from __future__ import annotations

import pytest

from verifier.sources.wrapped import with_whole_labels


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        pytest.param(
            ["Mr. Abalone (Sandhaven) (spoke in", "Spanish): My country has waited."],
            ["Mr. Abalone (Sandhaven) (spoke in Spanish): My country has waited."],
            id="inside the note",
        ),
        pytest.param(
            ["Ms. Farolera-Montenegro", "(Lanternia): The lamp is in its box."],
            ["Ms. Farolera-Montenegro (Lanternia): The lamp is in its box."],
            id="before the country",
        ),
        pytest.param(
            ["Mrs. Ottermole (United Isles of", "Northmere and Sandhaven) (spoke in", "French): We ask.", "Again."],
            ["Mrs. Ottermole (United Isles of Northmere and Sandhaven) (spoke in French): We ask.", "Again."],
            id="over three lines",
        ),
        pytest.param(
            ["Mr. Abalone said last week that three", "things are missing: a lamp and a key."],
            ["Mr. Abalone said last week that three", "things are missing: a lamp and a key."],
            id="a sentence with a colon",
        ),
        pytest.param(
            ["Mr. President, for the lamps. We ask", "for one more.", "Mr. Abalone (Sandhaven): No."],
            ["Mr. President, for the lamps. We ask", "for one more.", "Mr. Abalone (Sandhaven): No."],
            id="a form of address before another label",
        ),
        pytest.param(["Mr. Abalone (Sandhaven) (spoke in"], ["Mr. Abalone (Sandhaven) (spoke in"], id="at the end"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_whole_labels(lines: list[str], whole: list[str]) -> None:
    """A label is joined over two or three lines with the words behind it; running text stays as it is set."""
    assert with_whole_labels(lines) == whole
