"""What every source may say, and what those whose transcripts are pages may say beside it."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from verifier.model.transcript import Rendition
from verifier.sources.config.tables import (
    Archive,
    Body,
    Cache,
    Control,
    CoverageDays,
    Dates,
    Limits,
    Rate,
    Regex,
    Retry,
    Rewrite,
    Table,
    Title,
    Venue,
)

_OPTIONAL = re.compile(r"\[\[.*?\]\]")  # a part of a template that is left out where it lacks a value


class SourceBase(Table):
    """What every source may say."""

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    title: str | Title | None = None  # the publisher's name; of a source of pages also where a page's title stands
    enabled: bool = True
    # Of records that do not say so themselves; None: the usual of their kind.
    tier: int | None = Field(default=None, ge=1, le=5)
    lang: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    languages: tuple[str, ...] = ()
    rendition: Rendition | None = None
    timezone: str | None = None
    home: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")  # whose "the President" is meant; None: by its host
    coverage: CoverageDays = CoverageDays()
    lag_days: int = Field(default=0, ge=0)  # within so many days of an event it may not be there yet
    exhaustive_for: tuple[str, ...] = ()  # names of people whose every public word it holds
    persons: tuple[str, ...] = ()  # whom it records; empty: anybody
    turns: tuple[str, ...] = ()  # turn profiles, tried in this order
    turn_stop: tuple[str, ...] = ()  # labels that are headings, not speakers
    never_attribute: tuple[str, ...] = ()
    label_persons: dict[str, str] = Field(default_factory=dict)  # label as printed → slug or name of the person
    store: Literal["full", "excerpt", "hash"] = "full"
    licence: str | None = None
    robots: Literal["obey", "ignore"] = "obey"
    robots_reason: str | None = None
    limits: Limits = Limits()
    rate: Rate = Rate()
    retry: Retry = Retry()
    cache: Cache = Cache()
    archive: Archive = Archive()
    block_markers: tuple[str, ...] = ()
    block_headers: dict[str, str] = Field(default_factory=dict)
    window_days: int = Field(default=45, ge=0)
    stale_after_days: int | None = Field(default=None, ge=1)
    expected_min_items: int = Field(default=0, ge=0)
    control: Control | None = None
    fallback: tuple[Literal["wayback"], ...] = ()
    via: Literal["wayback"] | None = None
    copies: str = Field(default="https://web.archive.org", pattern=r"^https?://[^/]+$")  # an archive with its addresses
    find: Literal["index", "server", "metadata"] = "index"

    @model_validator(mode="after")
    def _ignoring_robots_has_a_reason(self) -> SourceBase:
        if self.robots == "ignore" and not (self.robots_reason or "").strip():
            raise ValueError('robots = "ignore" needs a written robots_reason')
        return self

    @property
    def publisher(self) -> str:
        """What readers are told whose records these are."""
        return (self.title if isinstance(self.title, str) else self.title and self.title.name) or self.id

    @property
    def language(self) -> str | None:
        """The language of its records where none says otherwise."""
        return self.lang or (self.languages[0] if self.languages else None)

    @property
    def only_searched(self) -> bool:
        """Whether it has no list to walk: it answers questions, which `check` and `nightly` ask it."""
        search, listed = getattr(self, "search", None), getattr(self, "list", None)
        if listed is not None or search is None:
            return False
        return "{phrase}" in _OPTIONAL.sub("", search.model_dump_json())

    @property
    def is_searched(self) -> bool:
        """Whether it has a search of its own, which is asked for what an article quotes."""
        return self.find == "server" or self.only_searched


class WebBase(SourceBase):
    """A source whose transcripts are pages."""

    body: Body = Body()
    date: Dates = Dates()
    venue: Venue = Venue()
    url_regex: Regex | None = None
    rewrite: tuple[Rewrite, ...] = ()
    identity: Regex | None = None  # the group ``id`` of an address is the record's id
    max_items: int = Field(default=2_000, ge=1)  # entries of one listing page, feed or map

    @property
    def page_title(self) -> Title:
        """Where a page's title stands."""
        return self.title if isinstance(self.title, Title) else Title()
