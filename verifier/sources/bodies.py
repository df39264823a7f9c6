"""The runs of a transcript from a file of any kind that desks keep: text, Markdown, HTML, PDF, Word, captions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from verifier.articles.decode import clean, decode
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.sources.caption_runs import runs_of_captions
from verifier.sources.captions import is_srt, read_captions
from verifier.sources.documents import docx_lines, pdf_lines
from verifier.sources.turns import LabelledRun, runs_of

_MARKS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)(.{1,500}?)(?<=\S)\1(?![\w*_])")
_HEADING = re.compile(r"#{1,6}\s+")
_FURNITURE = re.compile(r"^(?:>\s?|[-*+]\s+)")


@dataclass(frozen=True, slots=True)
class Body:
    """What a file says: its runs of speech, and what it tells about itself."""

    runs: tuple[LabelledRun, ...]
    title: str | None = None
    lang: str | None = None
    day: date | None = None  # with the origin it was found in
    day_origin: str | None = None
    url: str | None = None  # as the page declares it
    captions: bool = False


def _markdown_lines(text: str) -> tuple[str | None, list[str]]:
    """Return the first heading and the lines of a Markdown text, headings left out and marks taken off."""
    title, lines = None, []
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        if heading:
            title = title or line[heading.end() :].strip(" #")
            continue
        lines.append(_MARKS.sub(r"\2", _FURNITURE.sub("", line)))
    return title, lines


def _caption_body(text: str) -> Body:
    """Return the runs of a caption file, by voice where voices are named."""
    return Body(runs_of_captions(read_captions(text)), captions=True)


def _trimmed(lines: list[str], kept: str) -> list[str]:
    """Return the lines from the first to the last that also stand in *kept*, which has no page around it."""
    known = {" ".join(line.split()) for line in kept.split("\n")}
    places = [number for number, line in enumerate(lines) if line in known]
    return lines[places[0] : places[-1] + 1] if places else lines


def _html_body(text: str, url: str | None) -> Body:
    """Return the runs of an HTML page; between its first and last paragraph nothing is left out.

    Extraction made for articles drops short lines, of which a transcript has many, so it only tells
    where the page's own matter begins and ends.
    """
    from verifier.articles.blocks import blocks_of, main_part
    from verifier.articles.html import extract, without_hidden
    from verifier.articles.identity import address_of
    from verifier.articles.metadata import declared_address
    from verifier.articles.published import published_of
    from verifier.articles.standing import expect_article

    found = extract(text)
    expect_article(found.title, found.text, found.visible)
    lines = _trimmed(blocks_of(main_part(without_hidden(found.tree))), found.text)
    address = address_of(declared_address(found.tree), url)
    when = published_of(found.tree, found.text, address)
    origin = "meta" if when.origin == "json-ld" else "body" if when.origin == "visible" else when.origin
    runs = tuple(runs_of([clean(line)[0] for line in lines]))
    return Body(runs, found.title, found.tree.get("lang"), when.day, origin, address)


def _text_body(page: Page, name: str) -> Body:
    """Return the runs of a text file: captions, Markdown or plain."""
    text = decode(page.body, page.content_type).text
    if is_srt(text):
        return _caption_body(text)
    if name.endswith((".md", ".markdown")):
        title, lines = _markdown_lines(text)
        return Body(tuple(runs_of(lines)), title)
    return Body(tuple(runs_of(text.split("\n"))))


def read_body(page: Page) -> Body:
    """Return what the file in *page* says, its kind decided by its bytes.

    Raises ReadError or ParseError, in one line, for what holds no readable words.
    """
    name = (page.name or page.final_url or page.url or "").lower()
    match kind_of(page.body, declared=f"{page.content_type or ''} {name}"):
        case Kind.EMPTY:
            raise ReadError("it is empty", outcome="empty")
        case Kind.PDF:
            return Body(tuple(runs_of([clean(line)[0] for line in pdf_lines(page.body)])))
        case Kind.ZIP if name.endswith(".docx"):
            raise ParseError("a Word document that cannot be read: it is cut or damaged")
        case Kind.WORD:
            return Body(tuple(runs_of([clean(line)[0] for line in docx_lines(page.body)])))
        case Kind.WEBVTT:
            return _caption_body(decode(page.body, page.content_type).text)
        case Kind.HTML:
            return _html_body(decode(page.body, page.content_type).text, page.final_url or page.url)
        case Kind.TEXT:
            return _text_body(page, name)
        case kind:
            raise ParseError(f"it is {kind.value}; read are txt, md, html, pdf, docx, vtt, srt", outcome="wrong_type")
