"""What a connector is: it says what to ask for and reads what came; it never fetches, and knows no clock.

The walker of ``verifier.harvest`` drives it: ``first_requests``, then for each answer ``read_listing``,
which gives entries and further requests; for each entry that is wanted ``request_of`` and
``read_transcripts``. All three run in the parsing child, so a connector and its values can be pickled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate, Transcript
from verifier.sources.config import SourceBase
from verifier.sources.records import KnownPeople


@dataclass(frozen=True, slots=True)
class Request:
    """One address to ask, with how; ``secret_env`` names the variable of a key, which never stands here."""

    url: str
    method: str = "GET"
    body: bytes | None = None
    content_type: str | None = None
    accept: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    secret_env: str | None = None  # the environment variable that holds the key
    secret_header: str | None = None  # the header it goes into; the key is never part of a stored address
    secret_prefix: str = ""
    secret_param: str | None = None  # or the query parameter
    byte_range: tuple[int, int] | None = None  # first and last byte wanted; a 206 then is no cut page
    number: int = 1  # of the page in its list, from 1: "stopped at page 3"
    cursor: str | None = None  # what a cursor's page was asked with: the walk ends where it no longer changes
    seen: int = 0  # entries on the pages before


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom and what to look for: a crawl has neither phrase nor person, a search of the source has."""

    window: Interval | None = None
    phrase: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as its list tells of it.

    ``inline`` is the text that the list itself holds (a feed with full text, a row of an interface), with
    ``inline_type`` "text/html", "text/plain" or "application/json".
    """

    id: str  # the record's id in this source: canonical address, or its own number
    url: str | None
    title: str = ""
    dates: tuple[RecordDate, ...] = ()
    lang: str | None = None
    speakers: tuple[str, ...] = ()
    place: str | None = None
    inline: str | None = None
    inline_type: str | None = None
    note: str | None = None  # "As delivered", "Original script, may differ from delivered version"
    metadata_only: bool = False  # the source lists it, its text is not to be had here
    extra: tuple[tuple[str, str], ...] = ()  # what the kind itself needs to ask for the text

    @property
    def day(self) -> date | None:
        """The day claimed first."""
        return self.dates[0].day if self.dates else None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one page of a list holds.

    Flags: ``cut`` (it breaks off), ``more_entries`` (over the cap), ``empty``, ``links_refused``,
    ``total_differs``, ``window_ignored`` (rows outside the window that the source was asked for),
    ``rows_broken`` (of a table, the others stand).
    """

    entries: tuple[Entry, ...] = ()
    onward: tuple[Request, ...] = ()  # the pages that follow
    flags: frozenset[str] = frozenset()
    total: int | None = None  # how many the source says there are
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The transcripts that one page holds, and what was strange about it.

    Flags: ``mojibake_repaired``, ``date_differs`` (the page's day is not the list's), ``date_ambiguous`` (both days are
    claimed), ``date_in_future`` (such a claim was refused), ``declared_correction``, ``hidden_text``, ``as_prepared``,
    ``superseded`` (the record says that a later revision exists), ``cut_by_wall`` (what a wall leaves, not complete),
    ``part_alone`` (it breaks off, or says that it is a part: not complete).
    Notes: how the text was decoded, ``as_delivered``, ``spoken_word_prevails``, ``title_skipped`` (then no transcript).
    """

    transcripts: tuple[Transcript, ...]
    flags: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=())


class Connector(Protocol):
    """One configured source, read page by page."""

    @property
    def config(self) -> SourceBase:
        """Its configuration."""
        ...

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return where to begin."""
        ...

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the entries of a list page within the window, and the pages that follow.

        Raises ParseError with the outcome: ``wall``, ``soft_404``, ``wrong_type``, ``parse_failed``, ``empty``,
        ``rate_limited`` (an empty answer, by which some interfaces throttle), ``http_error``.
        """
        ...

    def request_of(self, entry: Entry) -> Request | None:
        """Return what to ask for the entry's text; None where the list page itself holds it, or only its metadata."""
        ...

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None) -> Reading:
        """Return the transcripts in an entry's page (or in the list page itself, for an inline entry).

        Positive signs are demanded: title, day, words enough, and speaker labels, or under the profile
        ``single`` a named speaker. Raises ParseError with the outcome where one is missing.
        """
        ...
