"""One model a connector kind."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from verifier.sources.config.base import SourceBase, WebBase
from verifier.sources.config.tables import (
    Auth,
    DetailPage,
    Empty,
    ListPage,
    NumberRange,
    Paging,
    Regex,
    Rows,
    Search,
    Sitemap,
    XmlProfile,
)


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
    map: dict[str, str]
    detail: Search | None = None
    detail_map: dict[str, str] = Field(default_factory=dict)
    auth: Auth | None = None
    empty: Empty = Empty()
    turn_map: dict[str, str] = Field(default_factory=dict)  # of a row, or of each of its parts, where turns are fields
    preset_kind: str | None = None


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
    map: dict[str, str]
    strip_query: tuple[str, ...] = ()
    detail: DetailPage | None = None


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
