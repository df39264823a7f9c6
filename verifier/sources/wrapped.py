"""Speaker labels that a narrow column of print breaks over two or three lines.

In a verbatim record set in columns "Mr. Abalone (Sandhaven) (spoke in" ends one line and "Spanish): My
country" begins the next. Read line by line the label is not seen, and the words become those of whoever
spoke before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEGINS = re.compile(r"(?:Mr\.|Mrs\.|Ms\.|Miss|Sir|Dame|Prince|Princess|Sheikh|Archbishop) [^:]{2,70}$")
# Only a label with the country in brackets is put together: in running text a colon may follow on any name.
_WHOLE = re.compile(r"[^():]{4,60}(?: \([^()]{2,50}\)){1,2}:(?:\s|$)")
_MOST_LINES = 3


def with_whole_labels(lines: Sequence[str]) -> list[str]:
    """Return the lines, those over which one label runs made one line with the words behind it."""
    whole: list[str] = []
    at = 0
    while at < len(lines):
        used = _lines_of_label(lines, at)
        whole.append(" ".join(lines[at : at + used]))
        at += used
    return whole


def _lines_of_label(lines: Sequence[str], at: int) -> int:
    """Return how many lines a label that begins at a line takes up: 1 where it ends there, or none begins."""
    if not _BEGINS.match(lines[at]):
        return 1
    for count in range(2, _MOST_LINES + 1):
        if _WHOLE.match(" ".join(lines[at : at + count])):
            return count
    return 1
