"""The sentence that a cut goes through: what stands before it, and what after, in one turn of a record."""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.model.text import Span

_STOP = re.compile(r"[.!?…][\"”’»“)\]]*(?=\s)|\n")
# A full stop after these, or after one letter, ends no sentence: "Mr. Trump", "J. F. Kennedy".
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“])(?:mr|mrs|ms|dr|st|sen|sens|rep|reps|gov|gen|adm|col|lt|capt|prof|hon|jr|sr|vs|nr|bzw|ca|"
    r"jan|feb|aug|sept?|oct|nov|dec|[^\W\d_](?:\.[^\W\d_])*)\.$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\([^()\n]{1,90}\)|\[[^\[\]\n]{1,90}\]")
_LONGEST = 1_200  # characters looked at on either side; a longer run without a full stop is no sentence


def before_cut(text: str) -> str:
    """Return what stands in the last, unfinished sentence of *text*; "" where *text* ends with a whole one."""
    tail = text[-_LONGEST:]
    start = max((stop.end() for stop in _STOP.finditer(f"{tail} ") if ends_sentence(tail, stop)), default=0)
    return tail[start:].strip()


def after_cut(text: str) -> str:
    """Return what the sentence that is unfinished where *text* begins still says; "" where it was finished."""
    head = text[:_LONGEST]
    first = next((stop for stop in _STOP.finditer(f"{head} ") if ends_sentence(head, stop)), None)
    return (head[: first.start()] if first else head).strip()


def ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Return whether the mark found in *text* ends a sentence, and no abbreviation."""
    if stop.group().startswith("."):
        if (
            text[max(0, stop.start() - 3) : stop.start()].lower() == " no"
            and text[stop.end() : stop.end() + 2].strip().isdigit()
        ):
            return False  # "No. 10"
        return not _ABBREVIATED.search(text[max(0, stop.start() - 12) : stop.start() + 1])
    return True


def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the places of the sentences of *text*, in order; what follows the last full stop is one too."""
    ends = [stop.end() for stop in _STOP.finditer(f"{text} ") if ends_sentence(text, stop)]
    bounds = [0, *ends] if ends and not text[ends[-1] :].strip() else [0, *ends, len(text)]
    return tuple(Span(start, min(end, len(text))) for start, end in pairwise(bounds) if text[start:end].strip())


def without_notes(text: str) -> str:
    """Return *text* without stage notes: "(Applause.)", "[Laughter]"."""
    return _NOTE.sub(" ", text)
