"""Copies that the Wayback Machine keeps: its index asked and read, and any source read through it.

The day of a capture is when a page was copied, never when something was said, so it is no date of a
record. A copy may itself be a wall; ``read_page`` refuses it by the same signs as the page.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from verifier.articles.identity import is_web
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.sources.config import SourceBase
from verifier.sources.connector import Ask, Connector, Entry, Listing, Reading, Request
from verifier.sources.records import KnownPeople

ARCHIVE = "https://web.archive.org"
_COPY = re.compile(r"https?://[^/]+/web/(?P<at>\d{1,14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}.+)", re.DOTALL)
_NEWEST = "2"  # a time stamp cut to its first digit leads to the newest copy
_STAMP = re.compile(r"\d{14}")
_MOST = 500  # captures of one answer


@dataclass(frozen=True, slots=True)
class Capture:
    """One copy in the archive."""

    stamp: str  # fourteen digits, UTC
    original: str
    digest: str
    archive: str = ARCHIVE

    @property
    def captured_at(self) -> datetime:
        """When it was copied, aware, UTC."""
        return datetime.strptime(self.stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)

    @property
    def address(self) -> str:
        """Where the copy stands, as it was received."""
        return copy_address(self.original, self.stamp, archive=self.archive)


def cdx_request(
    url: str, window: Interval | None = None, *, prefix: bool = False, most: int = _MOST, archive: str = ARCHIVE
) -> Request:
    """Return the request for the captures of an address, or of all that begin with it, in a window of capture."""
    params = [("url", url), *([("matchType", "prefix")] if prefix else [])]
    if window is not None:
        params += [("from", f"{window.first:%Y%m%d}"), ("to", f"{window.last:%Y%m%d}")]
    params += [("filter", "statuscode:200"), ("filter", "mimetype:text/html")]
    params += [("collapse", "urlkey" if prefix else "digest"), ("fl", "timestamp,original,digest")]
    params += [("output", "json"), ("limit", str(most))]
    return Request(f"{archive}/cdx/search/cdx?{urlencode(params)}", accept="application/json")


def read_cdx(page: Page, archive: str = ARCHIVE) -> tuple[Capture, ...]:
    """Return the captures that an answer of the index holds, in its order; none for an empty answer.

    Raises ParseError: ``wall`` for a page in its place, ``parse_failed`` for what is no such answer.
    """
    if not page.body.strip():
        return ()
    if kind_of(page.body) is Kind.HTML:
        raise ParseError("an HTML page came in place of the archive's index", outcome="wall")
    try:
        rows = json.loads(page.body)
        names, found = (rows[0], rows[1:]) if rows else ([], [])
        stamp, original, digest = (
            [names.index(name) for name in ("timestamp", "original", "digest")] if rows else [0] * 3
        )
        read = [Capture(str(row[stamp]), str(row[original]), str(row[digest]), archive) for row in found]
    except (ValueError, TypeError, IndexError, KeyError, AttributeError) as error:
        raise ParseError("not an answer of the archive's index") from error
    return tuple(one for one in read if _STAMP.fullmatch(one.stamp) and is_web(one.original))


def copy_address(url: str, stamp: str = _NEWEST, *, archive: str = ARCHIVE) -> str:
    """Return the address of a copy as it was received, nothing added by the archive."""
    return f"{archive}/web/{stamp}id_/{url}"


def original_of(url: str | None) -> str | None:
    """Return the address that a copy was made from; any other address as it is."""
    found = _COPY.fullmatch(url or "")
    return re.sub(r"^(https?:)/(?!/)", r"\1//", found["url"]) if found else url


def as_original(page: Page) -> Page:
    """Return a copy's page under the address of the original, so that its links and its day are read as there."""
    return replace(page, url=original_of(page.url), final_url=original_of(page.final_url))


@dataclass(frozen=True, slots=True)
class ThroughWayback:
    """A source whose pages are all asked of the archive: ``via = "wayback"``."""

    inner: Connector

    @property
    def config(self) -> SourceBase:
        """Its configuration."""
        return self.inner.config

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return where to begin, in the archive."""
        return tuple(map(self._through, self.inner.first_requests(ask)))

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the entries of a copied list page; raises ParseError as the source itself does."""
        own = replace(request, url=original_of(request.url) or request.url)
        listing = self.inner.read_listing(as_original(page), own, ask)
        return replace(listing, onward=tuple(map(self._through, listing.onward)))

    def request_of(self, entry: Entry) -> Request | None:
        """Return where the archive has the entry's page."""
        request = self.inner.request_of(entry)
        return self._through(request) if request else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcripts in a copy; raises ParseError as the source itself does."""
        return self.inner.read_transcripts(as_original(page), entry, people)

    def _through(self, request: Request) -> Request:
        """Return a request asked of the archive's newest copy, without the source's own key."""
        plain = replace(request, secret_env=None, secret_header=None, secret_param=None, secret_prefix="")
        return replace(plain, url=copy_address(request.url, archive=self.config.copies))
