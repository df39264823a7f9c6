"""The page on sources says what the presets say."""

from __future__ import annotations

from pathlib import Path

from verifier.sources.presets.documented import Head, head_of, sources_page

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"


def test_the_page_is_what_the_presets_say() -> None:
    """`make docs` was run after the last change of a preset."""
    assert PAGE.read_text(encoding="utf-8") == sources_page()


def test_head() -> None:
    """The head comment is told by its parts, lines joined, whether or not they are indented; keys are no part of it."""
    text = "# The Press,\n# of Port Arbor.\n#\n# Traps: day\n#   nowhere.\n# Licence: free.\n\nx = 1  # Robots: no"
    assert head_of(text) == Head("The Press, of Port Arbor.", (("Traps", "day nowhere."), ("Licence", "free.")))
