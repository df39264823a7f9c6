"""Captions (WebVTT, SRT) as lines with their times and voices."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise

from verifier.errors import ParseError

_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>\n]{1,100})>")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]{0,20}\}")
_SRT = re.compile(r"\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->")
# ">>" says that somebody else speaks, and not who.
_CHANGE = re.compile(r"\s*(?:>>+|&gt;&gt;)\s*")
_ROLLING = 0.3  # of the cues repeat a line of the cue before: then the file scrolls


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """One line that was shown."""

    text: str
    at: str  # time code of its cue
    voice: str | None = None  # the name in <v …>
    new_speaker: bool = False  # marked ">>"


def is_srt(text: str) -> bool:
    """Return whether a text begins like an SRT file."""
    return _SRT.match(text) is not None


def _cue_lines(raw: str, at: str) -> list[CaptionLine]:
    """Return the lines of one cue, cut at voices, freed of tags."""
    pieces = _VOICE.split(raw)
    voiced = [(None, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    lines = []
    for voice, piece in voiced:
        for line in piece.split("\n"):
            plain = " ".join(html.unescape(_TAG.sub("", line)).split())
            text = _CHANGE.sub("", plain, count=1) if _CHANGE.match(plain) else plain
            if text:
                lines.append(CaptionLine(text, at, voice and html.unescape(voice).strip(), text is not plain))
    return lines


def without_rolling(cues: Sequence[Sequence[CaptionLine]]) -> list[CaptionLine]:
    """Return the lines of all cues; where the file scrolls, each line only when it first appears.

    Only a file in which lines are repeated again and again scrolls: a speaker who says "No." twice
    said it twice.
    """
    lines: list[CaptionLine] = []
    repeats = sum(bool(cue) and cue[0].text in {line.text for line in before} for before, cue in pairwise(cues))
    scrolls = repeats >= max(2, _ROLLING * len(cues))
    shown: tuple[str, ...] = ()
    for cue in cues:
        texts = tuple(line.text for line in cue)
        kept = max((n for n in range(len(texts) + 1) if texts[:n] == shown[len(shown) - n :]), default=0)
        lines.extend(cue[kept:] if scrolls else cue)
        shown = texts or shown
    return lines


def read_captions(text: str, *, dedupe_rolling: bool = True) -> list[CaptionLine]:
    """Return the lines of a WebVTT or SRT file in order; of a file that scrolls each line once, unless told not to.

    Raises ParseError where it is neither, or holds no words.
    """
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        parsed = WebVTT.from_buffer(StringIO(text), format="srt" if is_srt(text) else "vtt")
        cues = [_cue_lines(cue.raw_text, str(cue.start)) for cue in parsed.captions]
    except (MalformedFileError, MalformedCaptionError) as error:
        raise ParseError(f"not a readable caption file: {error}") from error
    lines = without_rolling(cues) if dedupe_rolling else [line for cue in cues for line in cue]
    if not lines:
        raise ParseError("captions without words", outcome="empty")
    return lines
