"""The word lists beside this module: lines of fields divided by bars, lists in them by commas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def rows(name: str) -> Iterator[list[str]]:
    """Yield the fields of every line of a list, comments and empty lines left out."""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def listed(part: str) -> list[str]:
    """Return the entries of a field that holds a list; none for an empty field."""
    return [entry.strip() for entry in part.split(",") if entry.strip()]
