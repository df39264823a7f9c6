"""Transcripts of podcasts and videos that are no caption files: segments in JSON, HTML with cite and time, XML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from verifier.articles.decode import decode
from verifier.articles.tree import parse
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.sources.captions import CaptionLine
from verifier.sources.json_answers import json_of
from verifier.sources.xml.tree import root_of, words_of

_FEW_WORDS = 2.0  # words a segment, on average: then each is a word or two, not a line
_CITE = re.compile(r"<cite\b", re.IGNORECASE)
_MILLISECONDS = 1000.0


def _clock(seconds: object, unit: float = 1.0) -> str:
    """Return a time in seconds as "00:01:02.500"; "" for what is none."""
    try:
        whole = float(str(seconds)) / unit
        minutes, rest = divmod(whole, 60)
        hours, minutes = divmod(int(minutes), 60)
    except (ValueError, OverflowError):
        return ""
    return f"{hours:02d}:{minutes:02d}:{rest:06.3f}" if whole >= 0 else ""


def _plain(text: object) -> str:
    """Return a segment's words on one line."""
    return " ".join(text.split()) if isinstance(text, str) else ""


def _segments(page: Page) -> list[CaptionLine]:
    """Return the segments of podcast JSON; ParseError where there are none."""
    answer = json_of(page)
    segments: Any = answer.get("segments") if isinstance(answer, dict) else None
    if not isinstance(segments, list) or not all(isinstance(one, dict) for one in segments):
        raise ParseError("JSON without the segments of a transcript")
    lines = []
    for segment in segments:
        text, voice = _plain(segment.get("body")), _plain(segment.get("speaker"))
        if text:
            lines.append(CaptionLine(text, _clock(segment.get("startTime")), voice or None))
    return _in_lines(lines)


def _in_lines(segments: Sequence[CaptionLine]) -> list[CaptionLine]:
    """Return segments of a word or two joined into one line for each voice; longer ones as they are."""
    words = sum(len(one.text.split()) for one in segments)
    if not segments or words / len(segments) > _FEW_WORDS:
        return list(segments)
    lines: list[CaptionLine] = []
    for segment in segments:
        if lines and lines[-1].voice == segment.voice:
            lines[-1] = CaptionLine(f"{lines[-1].text} {segment.text}", lines[-1].at, segment.voice)
        else:
            lines.append(segment)
    return lines


def _of_html(text: str) -> list[CaptionLine]:
    """Return the paragraphs of podcast HTML, each with the voice and time that were printed last."""
    voice, at, lines = None, "", []
    for element in parse(text).iter("cite", "time", "p"):
        words = words_of(element, {"cite", "time"}) if element.tag == "p" else words_of(element)
        if element.tag == "cite":
            voice = words.strip(" :") or None
        elif element.tag == "time":
            at = words
        elif words:
            lines.append((CaptionLine(words, at, voice), element))
    return _after_own_marks(lines)


def _after_own_marks(lines: Sequence[tuple[CaptionLine, Any]]) -> list[CaptionLine]:
    """Return the lines, those that hold their own cite or time told by that rather than by the one before."""
    made = []
    for line, element in lines:
        cite, time = element.find(".//cite"), element.find(".//time")
        voice = words_of(cite).strip(" :") or line.voice if cite is not None else line.voice
        made.append(CaptionLine(line.text, words_of(time) or line.at if time is not None else line.at, voice))
    return made


def _of_xml(page: Page) -> list[CaptionLine]:
    """Return the lines of a video's transcript in XML, in which marks are escaped twice."""
    root = root_of(page)
    if root.tag not in {"transcript", "timedtext"}:
        raise ParseError(f"not a transcript of a video: its root is {str(root.tag)!r}")
    return [line for line in _texts(root) if line.text]


def _texts(root: Any) -> Iterator[CaptionLine]:
    """Yield the lines, both of the older and of the newer form."""
    for element in root.iter("text", "p"):
        start = _clock(element.get("start")) if element.tag == "text" else _clock(element.get("t"), _MILLISECONDS)
        words = " ".join(html.unescape(words_of(element)).split())
        changed = words.startswith(">>")
        yield CaptionLine(words.lstrip("> ") if changed else words, start, new_speaker=changed)


def podcast_lines(page: Page) -> list[CaptionLine]:
    """Return the lines of a transcript in podcast JSON, podcast HTML or a video's XML, by its bytes.

    Raises ParseError where it is none of these, or holds no words (``empty``).
    """
    head = page.body[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[")):
        lines = _segments(page)
    elif re.match(rb"(?:<\?xml[^<>]*>\s*)?<(?:transcript|timedtext)\b", head):
        lines = _of_xml(page)
    else:
        text = decode(page.body, page.content_type).text
        if not _CITE.search(text):
            raise ParseError("neither captions nor a transcript with voices", outcome="wrong_type")
        lines = _of_html(text)
    if not lines:
        raise ParseError("a transcript without words", outcome="empty")
    return lines
