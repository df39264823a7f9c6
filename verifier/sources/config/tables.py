"""The tables inside a source's block: where words, days and lists stand, and how gently to ask."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator


def _is_regex(pattern: str) -> str:
    """Return a pattern that compiles; ValueError, which says why, for one that does not."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


_COLUMN = re.compile(r"[\w .()/%#-]{1,80}")
Regex = Annotated[str, AfterValidator(_is_regex)]
"""A regular expression; it is run in the parsing child, where time is limited."""


def _is_jmespath(expression: str) -> str:
    """Return an expression that compiles; ValueError, which says why, for one that does not."""
    import jmespath
    from jmespath.exceptions import JMESPathError

    try:
        jmespath.compile(expression)
    except JMESPathError as error:
        raise ValueError(f"not a JMESPath expression: {' '.join(str(error).split())}") from error
    return expression


def _expect_xpath(path: str | None) -> None:
    """Raise ValueError, which says why, for a path that does not compile."""
    from lxml.etree import XPath, XPathError

    try:
        XPath(path or ".")
    except XPathError as error:
        raise ValueError(f"not an XPath: {path}: {error}") from error


def _is_name_or_jmespath(told: str) -> str:
    """Return a column's name as it is, anything else if it is a JMESPath expression."""
    return told if _COLUMN.fullmatch(told) else _is_jmespath(told)


NameOrJmes = Annotated[str, AfterValidator(_is_name_or_jmespath)]
"""The name of a column, or where a row keeps a field."""
Jmes = Annotated[str, AfterValidator(_is_jmespath)]
"""A JMESPath expression: where a row keeps a field."""


class Table(BaseModel):
    """A table of the configuration."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Limits(Table):
    """How long one page may take, and how large it may be."""

    timeout_s: float = Field(default=60.0, gt=0)  # for all of one fetch, redirects and waits included
    max_bytes: int = Field(default=20_000_000, gt=0)  # decompressed


class Rate(Table):
    """How gently one host is asked; whatever it says, one request at a time."""

    per_host_rps: float = Field(default=0.5, gt=0)
    burst: int = 1  # kept for configurations that name it: requests are never bunched
    concurrency: int = 1  # likewise


class Retry(Table):
    """How often a page is tried."""

    attempts: int = Field(default=3, ge=1, le=10)
    on: tuple[int | str, ...] = (429, 500, 502, 503, 504, "timeout", "empty_body")
    honour_retry_after: bool = True
    max_wait_s: float = Field(default=30.0, ge=0)  # a longer Retry-After defers the source to another run


class Cache(Table):
    """What need not be asked again; a frozen archive's pages are fetched once."""

    ttl: str | None = None
    frozen: bool = False


class Archive(Table):
    """Whether the evidence of this source is meant for WARC export."""

    warc: bool = False


class CoverageDays(Table):
    """From when to when a source has records; what lies outside is out of its coverage."""

    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")


class Control(Table):
    """What ``sources check`` asks for: an address, or a query of the source's own search, and what must come."""

    url: str | None = None
    query: str | None = None
    must_contain: str


class Body(Table):
    """Where a page's words stand.

    Selectors are CSS; several matches are joined in their order. ``end_sign`` is what a whole page of this
    source ends with, for servers that state no length.
    """

    select: str | None = None
    source: Literal["page", "feed"] = Field(default="page", alias="from")
    format: Literal["html", "text", "pdf", "xml"] = "html"
    title: str | None = None
    drop: tuple[str, ...] = ()  # selectors of what is no speech: tooltips, share buttons
    drop_lines: tuple[Regex, ...] = ()
    cut: tuple[Regex, ...] = ()  # what is taken out of each line: a name printed before the words
    magic: str | None = None
    end_sign: str | None = None
    min_words: int = Field(default=40, ge=1)  # fewer are no transcript


class Dates(Table):
    """Where the day of the event is told, first wins, every other claim is kept beside it.

    Origins: "url" (the groups y, m, d of ``url_regex``), "meta:NAME", "css:SELECTOR", "feed", "listing",
    "title", "body" (a line near the head), "api".
    """

    event: tuple[str, ...] = ("url", "listing")
    parser: Literal["dateparser"] | None = None
    format: str | None = None
    precision: Literal["day", "minute"] = "day"
    time_line: Regex | None = None


class Title(Table):
    """Where the title stands, and whom it names as speaking: the group ``speakers`` of a pattern."""

    name: str | None = None  # the publisher's own, where ``title`` is this table
    select: str | None = None
    speakers: Regex | None = None
    skip: tuple[Regex, ...] = ()  # titles of pages that are no transcripts


class Venue(Table):
    """Where the place is told: a selector, or the line of the preamble, counted from 1."""

    select: str | None = None
    line: int | None = None


class Rewrite(Table):
    """An address as the source prints it, and as it works."""

    old: str = Field(alias="from")
    new: str = Field(alias="to")


class Paging(Table):
    """How one page of a list leads to the next."""

    style: Literal["page", "offset", "cursor", "next_url", "offset_mark", "none"] = "page"
    param: str | None = None
    start: int | str = 0
    size: int | None = None
    next: str | None = None  # a selector (listing), or where the answer holds it (json_api)
    total: str | None = None
    more: str | None = None
    newest_first: bool = True  # rows that are all older than the window end the list
    max_pages: int = Field(default=50, ge=1)
    stop_after_empty: int = Field(default=2, ge=1)  # pages with nothing new


class Search(Table):
    """A list page, or a source's own search: {phrase}, {person}, {from}, {to}, {page}, {cursor} are filled in."""

    url: str
    method: Literal["GET", "POST"] = "GET"
    params: dict[str, str] = {}
    form: dict[str, JsonValue] = Field(default={}, alias="json")  # sent as a JSON body
    headers: dict[str, str] = {}


class Rows(Table):
    """Where the entries of a list page stand."""

    select: str | None = None
    link: str | None = None
    title: str | None = None
    date: str | None = None
    links_regex: Regex | None = None


class Sitemap(Table):
    """A sitemap or an index of them; ``lastmod`` is believed only where it is said to be right."""

    url: str
    children: Regex | None = None
    trust_lastmod: bool = False


class Auth(Table):
    """A key from the environment, and how it is sent; it never follows a redirect to another host."""

    env: str
    header: str | None = None
    prefix: str = ""
    param: str | None = None


class Empty(Table):
    """How a source says "nothing": by these statuses; whether an empty body means that it throttles."""

    status: tuple[int, ...] = ()
    throttled_if_empty_body: bool = False
    end_status: tuple[int, ...] = ()  # past the last page
    rows_absent: bool = False  # an answer without the list of rows is one without rows; else it is refused


class XmlProfile(Table):
    """Where an XML record keeps what; paths are XPath, namespaces left out."""

    # A shipped profile, or else the paths.
    name: Literal["bundestag", "parlparse", "ep_cre", "tei", "akoma_ntoso", "crec", "hansard_ca"] | None = None
    unit: str | None = None
    start: str | None = None
    speaker_id: str | None = None
    speaker: str | None = None
    text: str | None = None
    interrupt: str | None = None
    drop: tuple[str, ...] = ()
    date: str | None = None
    date_format: str | None = None
    title: str | None = None

    @model_validator(mode="after")
    def _is_a_profile(self) -> XmlProfile:
        paths = (self.unit, self.start, self.speaker, self.text, self.interrupt, self.date, self.title)
        for path in paths:
            _expect_xpath(path)
        if self.name is None and not (self.unit and self.text and self.speaker):
            raise ValueError("a profile has the name of a shipped one, or the paths unit, speaker and text")
        return self


class ListPage(Table):
    """A page on which addresses stand, found by a pattern."""

    url: str
    links_regex: Regex


class NumberRange(Table):
    """Whole numbers, or days, that fill a placeholder of an address."""

    first: int | date = Field(alias="from")
    last: int | date | None = Field(default=None, alias="to")
    width: int = 0  # digits, zeros in front


class DetailPage(Table):
    """Where the text of a table's entry is had."""

    via: tuple[Literal["web", "wayback", "folder"], ...] = ("web",)
    select: str | None = None
    turns: tuple[str, ...] = ()
    store: Literal["full", "excerpt", "hash"] | None = None
