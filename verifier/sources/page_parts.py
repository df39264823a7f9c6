"""What a page holds, before anybody is named: its title, its lines, its words for checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from verifier.articles.decode import clean, decode, repair
from verifier.articles.metadata import meta_values
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.sources.captions import CaptionLine, is_srt, read_captions
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry
from verifier.sources.documents import docx_lines, pdf_lines
from verifier.sources.markup import Line, Markup, words_of
from verifier.sources.podcasts import podcast_lines
from verifier.sources.wrapped import with_whole_labels

_COOKIES = re.compile(r"cookie|datenschutz|privacy|consent|wir verwenden|nous utilisons|we use", re.IGNORECASE)
_HTML = re.compile(rb"<html[\s>]|<!doctype html", re.IGNORECASE)
_MARKED_UP = frozenset({Kind.HTML, Kind.XML, Kind.FEED})
_TEXTS = frozenset({Kind.TEXT, Kind.WEBVTT})


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page taken apart; ``markup`` is None for what has none."""

    lines: tuple[Line, ...]
    title: str | None
    markup: Markup | None = None
    source: str = ""  # the whole text as it came, tags included
    flags: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=())
    place: str | None = None
    captions: bool = False
    tab: str | None = None  # the title in the window's frame, where site names and numbers of files stand

    @property
    def text(self) -> str:
        """The body's lines, joined."""
        return "\n".join(line.text for line in self.lines)

    @property
    def visible(self) -> str:
        """All that a reader sees on the page."""
        return self.markup.visible if self.markup else self.text

    @property
    def lang(self) -> str | None:
        """The language that the page declares."""
        return self.markup.tree.get("lang") if self.markup else None


def _tab_of(markup: Markup) -> str | None:
    """Return the title that a browser shows in the window's frame."""
    named = markup.tree.find(".//head/title")
    return (words_of(named) if named is not None else None) or None


def _own_title(markup: Markup) -> str | None:
    """Return the title of a page that is not told where it stands.

    The first heading counts if the page's metadata agree; a site's name or a cookie banner may stand
    in one too.
    """
    declared = next(meta_values(markup.tree, "og:title"), None)
    headings = [text for text in map(words_of, markup.shown.iter("h1")) if text and not _COOKIES.search(text)]
    if declared is None:
        return next(iter(headings), None)
    short = " ".join(declared.split()).casefold()[:40]
    return next((text for text in headings if text.casefold()[:40] in (short, short[: len(text)])), None) or declared


def title_of(markup: Markup, config: WebBase) -> str | None:
    """Return a page's title: where the configuration says, else the heading, the declared one, or the window's."""
    return _title(markup, config) or _tab_of(markup)


def _title(markup: Markup, config: WebBase) -> str | None:
    """Return the title that stands in a page."""
    for css in (config.page_title.select, config.body.title):
        if css and (text := markup.text_at(css)) and not _COOKIES.search(text):
            return text
    found = _own_title(markup)
    return " ".join(found.split()) if found else None


def _drop_lines(lines: list[Line], config: WebBase) -> tuple[Line, ...]:
    """Return the lines but for those, and those parts of them, that the configuration leaves out."""
    patterns = [re.compile(pattern) for pattern in config.body.drop_lines]
    kept = (line for line in lines if not any(pattern.search(line.text) for pattern in patterns))
    return tuple(one for line in kept if (one := _without(line, config)).text)


def _without(line: Line, config: WebBase) -> Line:
    """Return a line without what is cut out of it."""
    text = line.text
    for pattern in config.body.cut:
        text = re.sub(pattern, "", text).strip()
    return line if text == line.text else Line(text)


def parts_of_html(text: str, config: WebBase, *, inline: bool = False) -> PageParts:
    """Return the parts of an HTML text; *inline* is a piece from a list, which has no page around it."""
    markup = Markup(f"<div>{text}</div>" if inline else text)
    hides = markup.hides_words  # before anything is dropped that the page does show
    markup.drop(config.body.drop)
    css = None if inline and not (config.body.select and markup.select(config.body.select)) else config.body.select
    title, tab = (None, None) if inline else (_title(markup, config), _tab_of(markup))
    place = markup.text_at(config.venue.select) if config.venue.select else None
    flags = frozenset({"hidden_text"} if hides else ())
    lines = markup.lines(css)
    return PageParts(_drop_lines(lines, config), title, markup, text, flags, place=place, tab=tab)


def _parts_of_xml(body: bytes, config: WebBase) -> PageParts:
    """Return the parts of an XML document: the text of each element that ``select`` names, or of its paragraphs."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(f"not a readable XML document: {error.msg}") from error
    names = {config.body.select} if config.body.select else {"p", "para", "PARA", "ParaText", "seg"}
    named = [one for one in root.iter(etree.Element) if etree.QName(one).localname in names]
    texts = [" ".join("".join(map(str, one.itertext())).split()) for one in named]
    title = next((one for one in root.iter(etree.Element) if etree.QName(one).localname.lower() == "title"), None)
    lines = [Line(clean(text)[0]) for text in texts if text]
    return PageParts(_drop_lines(lines, config), words_of(title) if title is not None else None)


def _parts_of_documents(lines: list[str], config: WebBase) -> PageParts:
    """Return the parts of a PDF or Word document."""
    cleaned = [Line(repair(clean(line)[0])[0]) for line in lines]
    kept = _drop_lines(cleaned, config)
    if "un-pv" in config.turns:  # set in columns so narrow that labels break
        kept = tuple(map(Line, with_whole_labels([line.text for line in kept])))
    return PageParts(kept, None)


def _expect_magic(body: bytes, kind: Kind, config: WebBase) -> None:
    """Raise ParseError where the bytes are not of the format that the source has."""
    magic = config.body.magic
    if (magic and not body.startswith(magic.encode())) or (config.body.format == "pdf" and kind is not Kind.PDF):
        outcome = "soft_404" if kind is Kind.HTML else "wrong_type"
        raise ParseError(f"{kind.value} came in place of {config.body.format}", outcome=outcome)


def _parts_of_text(text: str, config: WebBase) -> PageParts:
    """Return the parts of plain text, one line a line."""
    lines = [Line(line.strip()) for line in text.split("\n") if line.strip()]
    return PageParts(_drop_lines(lines, config), None, source=text)


def _parts_of_captions(spoken: Sequence[CaptionLine], config: WebBase) -> PageParts:
    """Return the parts of captions, each change of a voice as a label.

    A line without a voice among others that have one is nobody's, and never the last speaker's.
    """
    lines, before = [], None
    for one in spoken:
        label = f"{one.voice or 'Unidentified'}:" if one.voice != before else None
        lines.append(Line(f"{label} {one.text}" if label else one.text, label))
        before = one.voice
    return PageParts(_drop_lines(lines, config), None, captions=True)


def parts_of(page: Page, entry: Entry, config: WebBase) -> PageParts:
    """Return what the page of an entry holds, or what its list held inline.

    The bytes decide what it is, whatever was declared. Raises ParseError or ReadError with the
    outcome: ``empty``, ``undecodable``, ``wrong_type``, ``soft_404``, ``parse_failed``, ``suspicious_change``.
    """
    if entry.inline is not None:
        text = repair(clean(entry.inline)[0])[0]
        if entry.inline_type == "text/plain":
            return _parts_of_text(text, config)
        return parts_of_html(text, config, inline=True)
    kind = kind_of(page.body, declared=page.content_type)
    if kind is Kind.JSON:
        return _parts_of_captions(podcast_lines(page), config)
    if kind is Kind.EMPTY:
        raise ParseError("the page is empty", outcome="empty")
    _expect_magic(page.body, kind, config)
    if kind is Kind.PDF:
        return _parts_of_documents(pdf_lines(page.body), config)
    if kind is Kind.WORD:
        return _parts_of_documents(docx_lines(page.body), config)
    if kind not in _MARKED_UP | _TEXTS:
        raise ParseError(f"{kind.value} came in place of a page", outcome="wrong_type")
    # A record's own <p> and <title> make it look like HTML, as <html> in a record's place is.
    if config.body.format == "xml" and not _HTML.search(page.body[:2_000]):
        return _parts_of_xml(page.body, config)
    return _parts_of_decoded(page, kind, config)


def _languages(config: WebBase) -> tuple[str, ...]:
    """Return the languages that a source's pages may be in, none where that is not told."""
    return config.languages or ((config.lang,) if config.lang else ())


def _parts_of_decoded(page: Page, kind: Kind, config: WebBase) -> PageParts:
    """Return the parts of a page of text, with or without tags."""
    try:
        decoded = decode(page.body, page.content_type, _languages(config))
    except ReadError as error:
        raise ParseError(error.message, outcome=error.outcome) from error
    if kind is Kind.WEBVTT or is_srt(decoded.text):
        return _parts_of_captions(read_captions(decoded.text), config)
    parts = parts_of_html(decoded.text, config) if kind in _MARKED_UP else _parts_of_text(decoded.text, config)
    flags = parts.flags | (frozenset(decoded.flags) & {"mojibake_repaired"})
    return PageParts(
        parts.lines, parts.title, parts.markup, decoded.text, flags, decoded.flags, parts.place, tab=parts.tab
    )
