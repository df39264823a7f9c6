"""Whether a page's transcript is all of it: how it ends, what it says of itself, what programs printed into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DOTS = re.compile(r"(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])])[\s\"”’»)]*$")
_OPEN = re.compile(r"[a-zà-öø-ÿ],?$")  # a sentence that goes on
_LONG = 8  # words of a last line that is a sentence, and no name, place or time
_TAIL = 2  # last lines in which a page says that there is more
_MORE = re.compile(
    r"[\W_]*(?:more(?: to (?:come|follow))?|to be continued|snip"
    r"|(?:output |message |text )?(?:truncated|clipped|shortened)"
    r"|(?:the )?(?:rest|remainder)(?: of [\w ]{1,40})? (?:omitted|to (?:come|follow))|[\d,.]+ more words"
    r"|(?:this )?(?:transcript|page) is being updated|fortsetzung folgt|à suivre)[\W_]*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:excerpts?|highlights|key quotes|selected (?:questions|answers|quotes)|part \d+ of \d+|page \d+ of \d+"
    r"|auszüge?|extraits?)\b",
    re.IGNORECASE,
)
# What programs print where they fail; no person says it.
_BROKEN = re.compile(
    r"(?:Warning|Notice|Fatal error|Parse error|Deprecated): .{1,300} in /\S+ on line \d+"
    r"|\[an error occurred while processing this directive\]|Traceback \(most recent call last\):"
    r"|Exception in thread \S+|(?:java|org|com|System)\.[\w.]{3,80}(?:Exception|Error)\b.*|<%.{0,200}%>"
)
_BROKEN_INSIDE = re.compile(r"\{\{-?\s*[\w.|()' ]{1,80}\s*-?\}\}|\{%-?.{1,80}-?%\}|HTTP/1\.[01] [45]\d\d [A-Z]")


def breaks_off(lines: Sequence[str]) -> bool:
    """Return whether the last line of a transcript stops inside its sentence, or at dots that stand for more."""
    if not lines:
        return False
    last = lines[-1].strip()
    return bool(_DOTS.search(last)) or (len(last.split()) >= _LONG and _OPEN.search(last) is not None)


def says_part(title: str | None, lines: Sequence[str]) -> bool:
    """Return whether a page's title, or its last lines, say that it holds a part alone."""
    return bool(_PART.search(title or "")) or any(_MORE.fullmatch(line.strip()) for line in lines[-_TAIL:])


def broken_line(lines: Sequence[str]) -> str | None:
    """Return the first line that a failing program printed into a page, None where there is none."""
    broken = (line for line in lines if _BROKEN.fullmatch(line.strip()) or _BROKEN_INSIDE.search(line))
    return next(broken, None)
