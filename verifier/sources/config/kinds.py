"""One model a connector kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from verifier.sources.config.base import SourceBase, WebBase
from verifier.sources.config.tables import (
    Auth,
    DetailPage,
    Empty,
    Jmes,
    ListPage,
    NameOrJmes,
    NumberRange,
    Paging,
    Regex,
    Rows,
    Search,
    Sitemap,
    XmlProfile,
)

ROW_FIELDS = frozenset(
    "rows id url title event_date published speakers venue body_html body_text body_url lang rendition"
    " as_delivered_note".split()
)
"""What a ``map`` may give a place; any other name is only for the placeholders of a second request."""
TURN_FIELDS = frozenset("rows speaker carry text html at lang rendition fragments".split())
"""What a ``turn_map`` may give a place: ``carry`` is the number by which a blank speaker goes on, ``fragments``
a table of XML by language."""


def expect_known(key: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Raise ValueError for a name that means nothing, with the nearest that does."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, list(known), 1)
            raise ValueError(f"{key}: {name!r} is not known{f'; is {near[0]!r} meant?' if near else ''}")


class FolderSource(SourceBase):
    """Files on disk, each with a sidecar beside it."""

    kind: Literal["folder"]
    path: Path
    globs: tuple[str, ...] = ()
    sidecar: str | None = None


class JsonlSource(SourceBase):
    """Transcripts as JSON lines, as for ``import``."""

    kind: Literal["jsonl"]
    path: Path
    globs: tuple[str, ...] = ()


class CaptionsSource(SourceBase):
    """Caption files: WebVTT, SRT, podcast JSON."""

    kind: Literal["captions"]
    path: Path
    globs: tuple[str, ...] = ()
    dedupe_rolling: bool = True


class FeedSource(WebBase):
    """RSS, Atom or podcast feeds; the words stand in the feed or on the entry's page."""

    kind: Literal["feed"]
    feeds: tuple[str, ...] = Field(min_length=1)


class SitemapSource(WebBase):
    """Pages listed by a sitemap."""

    kind: Literal["sitemap"]
    sitemap: Sitemap


class ListingSource(WebBase):
    """Pages listed on HTML pages, or found by an HTML search."""

    kind: Literal["listing"]
    search: Search | None = None
    list: Search | None = None
    rows: Rows = Rows()
    links_regex: Regex | None = None
    paging: Paging = Paging(style="none")

    @model_validator(mode="after")
    def _has_somewhere_to_begin(self) -> ListingSource:
        if self.search is None and self.list is None:
            raise ValueError("needs a search or a list with a url")
        return self


class JsonApiSource(WebBase):
    """A JSON interface: rows by JMESPath, five ways of paging, a second request for the body."""

    kind: Literal["json_api"]
    search: Search
    paging: Paging = Paging(style="none")
    map: dict[str, Jmes]
    detail: Search | None = None
    detail_map: dict[str, Jmes] = Field(default_factory=dict)
    auth: Auth | None = None
    empty: Empty = Empty()
    turn_map: dict[str, Jmes] = Field(default_factory=dict)  # of a row, or of each of its parts, where turns are fields
    profile: XmlProfile | None = None  # of the pages behind its rows, where they are XML or the Congressional Record
    preset_kind: str | None = None

    @model_validator(mode="after")
    def _its_maps_say_what_is_known(self) -> JsonApiSource:
        if "rows" not in self.map:
            raise ValueError("map needs rows: where the answer holds its list")
        if not {"id", "url"} & set(self.map):
            raise ValueError("map needs an id or a url")
        second = self.detail
        templates = " ".join([second.url, *second.params.values(), str(second.form)]) if second else ""
        expect_known("map", [name for name in self.map if f"{{{name}" not in templates], ROW_FIELDS)
        expect_known("detail_map", self.detail_map, ROW_FIELDS)
        expect_known("turn_map", self.turn_map, TURN_FIELDS)
        if self.paging.style in {"cursor", "next_url", "offset_mark"} and not self.paging.next:
            raise ValueError(f"paging of style {self.paging.style} needs next: where the answer holds it")
        return self


class XmlCorpusSource(WebBase):
    """XML records: listed on a page, by a pattern of addresses, or in a folder."""

    kind: Literal["xml_corpus"]
    list: ListPage | None = None
    path: Path | None = None
    globs: tuple[str, ...] = ()
    url: str | None = None
    range: dict[str, NumberRange] = Field(default_factory=dict)
    paging: Paging = Paging(style="none")
    profile: XmlProfile


class TableSource(WebBase):
    """A table of records, or of what a source knows of them: SQLite, CSV, JSONL, one huge JSON array."""

    kind: Literal["table"]
    path_or_url: str
    format: Literal["json_array", "jsonl", "csv", "tsv", "sqlite"]
    table: str | None = None
    range_bytes: int = 0  # of a huge array on the web: so many from the start; 0 reads all
    newest_first: bool = False  # then many rows in a row before the window end the reading
    map: dict[str, NameOrJmes]
    strip_query: tuple[str, ...] = ()
    detail: DetailPage | None = None

    @model_validator(mode="after")
    def _its_map_says_what_is_known(self) -> TableSource:
        if not {"id", "url"} & set(self.map):
            raise ValueError("map needs an id or a url")
        expect_known("map", self.map, ROW_FIELDS)
        if self.format == "sqlite" and not self.table:
            raise ValueError("a database needs table: the name of its table")
        return self


class PatternSource(WebBase):
    """Addresses computed from numbers or days; nothing lists them."""

    kind: Literal["pattern"]
    url: str
    range: dict[str, NumberRange]
    stop_after_gone: int = Field(default=10, ge=1)  # numbers in a row without a page


SourceConfig = Annotated[
    FolderSource
    | JsonlSource
    | CaptionsSource
    | FeedSource
    | SitemapSource
    | ListingSource
    | JsonApiSource
    | XmlCorpusSource
    | TableSource
    | PatternSource,
    Field(discriminator="kind"),
]
MODELS: dict[str, type[SourceBase]] = {
    "folder": FolderSource,
    "jsonl": JsonlSource,
    "captions": CaptionsSource,
    "feed": FeedSource,
    "sitemap": SitemapSource,
    "listing": ListingSource,
    "json_api": JsonApiSource,
    "xml_corpus": XmlCorpusSource,
    "table": TableSource,
    "pattern": PatternSource,
}
KINDS = tuple(MODELS)
LocalSource = FolderSource | JsonlSource | CaptionsSource
