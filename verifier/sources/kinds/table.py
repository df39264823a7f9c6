"""Tables of records, or of what a source knows of them: one huge JSON array, JSON lines, CSV, rows of a database."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Any

from verifier.articles.identity import is_web
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.assembling import believable
from verifier.sources.config import TableSource
from verifier.sources.config.tables import Body
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import is_wanted
from verifier.sources.json_stream import BreaksOff, chunks_of, iter_array
from verifier.sources.mapping import at
from verifier.sources.pages import read_page
from verifier.sources.records import KnownPeople
from verifier.sources.rows import dates_in, entry_of, without_publication
from verifier.sources.wayback import as_original, copy_address

MAX_FIELD = 16_000_000  # characters of one field
_DAYS = ("event_date", "published")
_OLDER_IN_A_ROW = 1_000  # rows before the window that end a table whose newest rows come first


class BrokenRow(ParseError):
    """One row that is none; the others stand."""


@dataclass(slots=True)
class Tally:
    """What was met beside the entries while a table was read; days after *latest* are refused."""

    latest: date | None = None
    rows: int = 0
    broken: int = 0
    refused: int = 0  # rows without an id or an address
    complaint: str = ""  # of the first broken row
    cut: bool = False
    more: bool = False  # reading stopped at the cap
    newest: date | None = None
    older: int = 0  # rows in a row that lie before the window
    ids: set[str] = field(default_factory=set)


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of a text in UTF-8, its line ends kept; a line beyond reason is an error."""
    decoder, held = codecs.getincrementaldecoder("utf-8-sig")(), ""
    try:
        for chunk in chain(chunks, [None]):
            held += decoder.decode(chunk or b"", chunk is None)
            *whole, held = held.split("\n")
            yield from (f"{line}\n" for line in whole)
            if len(held) > MAX_FIELD:
                raise ParseError(f"a line longer than {MAX_FIELD:,} characters", outcome="too_large")
    except UnicodeDecodeError as error:
        raise ParseError("a table that is not UTF-8", outcome="undecodable") from error
    if held:
        yield held


def _json_lines(chunks: Iterable[bytes]) -> Iterator[object]:
    """Yield the value of each line; a broken line is a row that breaks, not the end."""
    for line in _lines(chunks):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError) as error:
            yield BrokenRow(f"a line that is no JSON: {str(error)[:80]}")


def _separated(chunks: Iterable[bytes], mark: str) -> Iterator[object]:
    """Yield each line of a table with a head as a table of fields; a row of another width breaks."""
    csv.field_size_limit(MAX_FIELD)
    lines = _lines(chunks)
    # Corpora's lists put no marks around fields, and print single quotation marks in them.
    plain = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE) if mark == "\t" else None
    reader = plain or csv.reader(lines, delimiter=mark)
    try:
        head = [name.strip() for name in next(reader, [])]
        if len(set(head)) < max(2, len(head)):
            raise ParseError("a table without a head, or in whose head a name stands twice")
        for row in reader:
            if len(row) == len(head):
                yield dict(zip(head, row, strict=True))
            elif row:
                yield BrokenRow(f"a row of {len(row)} fields under a head of {len(head)}")
    except csv.Error as error:
        raise ParseError(f"not a readable table: {error}") from None


def rows_of(chunks: Iterable[bytes], form: str) -> Iterator[object]:
    """Yield the rows of a table, BrokenRow for a row that cannot be read; BreaksOff at the end of one that is cut.

    The rows of a database come as JSON lines: what reads databases hands them over so.
    """
    match form:
        case "json_array":
            return iter_array(chunks)
        case "jsonl" | "sqlite":
            return _json_lines(chunks)
        case _:
            return _separated(chunks, "\t" if form == "tsv" else ",")


def _fields(expressions: Mapping[str, str], row: object) -> dict[str, Any]:
    """Return the mapped fields of a row: by the column of that name, else by path."""
    if not isinstance(row, dict):
        raise BrokenRow("a row that is no table of fields")
    named = ((name, row[told] if told in row else at(told, row)) for name, told in expressions.items())
    return {name: value for name, value in named if value not in (None, "", [], {})}


@dataclass(frozen=True, slots=True)
class TableConnector:
    """A table as configured."""

    config: TableSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the request for a table on the web, the configured beginning of it; nothing for a file."""
        if not is_web(self.config.path_or_url):
            return ()
        wanted = self.config.range_bytes
        return (Request(self.config.path_or_url, byte_range=(0, wanted - 1) if wanted else None),)

    def entries_from(self, chunks: Iterable[bytes], ask: Ask, tally: Tally) -> Iterator[Entry]:
        """Yield the entries of the window as the table is read, each id once; *tally* holds what else was met.

        Rows without a day are in every window. Raises ParseError where it is no such table.
        """
        try:
            for row in rows_of(chunks, self.config.format):
                tally.rows += 1
                # Most rows of a large table lie outside: of these no more than the day is read.
                entry = self._entry(row, tally) if self._is_within(row, ask, tally) else None
                if entry is not None and is_wanted(entry, self.config, ask):
                    yield entry
                if self.config.newest_first and tally.older >= _OLDER_IN_A_ROW:
                    return
        except BreaksOff:
            tally.cut = True

    def _entry(self, row: object, tally: Tally) -> Entry | None:
        """Return the entry of a row, None for one that is broken, refused, or was there before."""
        try:
            if isinstance(row, BrokenRow):
                raise row
            fields = _fields(self.config.map, row)
            base = self.config.path_or_url if is_web(self.config.path_or_url) else None
            entry = entry_of(fields, self.config, base=base, strip=self.config.strip_query)
        except ParseError as error:
            tally.broken += 1
            tally.complaint = tally.complaint or error.message
            return None
        if entry is None:
            tally.refused += 1
            return None
        if entry.id in tally.ids:
            return None
        tally.ids.add(entry.id)
        dates = self._believed(entry.dates, tally)
        return replace(entry, dates=dates, metadata_only=entry.inline is None and not self._has_pages)

    @property
    def _has_pages(self) -> bool:
        """Whether the text of a row is to be had behind its address."""
        if self.config.find == "metadata" and self.config.detail is None:
            return False
        return self.config.detail is None or bool({"web", "wayback"} & set(self.config.detail.via))

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the entries of the window in a table that came as one page.

        Flags: ``cut`` (it breaks off, and not because only its beginning was asked for), ``more_entries``,
        ``empty``, ``links_refused``, ``rows_broken``. Raises ParseError for what is no such table.
        """
        _expect_table(page)
        tally = Tally(latest=page.retrieved_at.date())
        entries: list[Entry] = []
        for entry in self.entries_from(chunks_of(page.body), ask, tally):
            if len(entries) == self.config.max_items:
                tally.more = True
                break
            entries.append(entry)
        if tally.rows and tally.broken + tally.refused == tally.rows:
            raise ParseError(f"none of its {tally.rows} rows can be read: {tally.complaint or 'no id, no address'}")
        part = request.byte_range is not None
        flags = {
            "cut": tally.cut and not part,
            "more_entries": tally.more or (tally.cut and part and not (self.config.newest_first and tally.older)),
            "empty": not tally.rows,
            "links_refused": bool(tally.refused),
            "rows_broken": bool(tally.broken),
        }
        raised = frozenset(name for name, told in flags.items() if told)
        return Listing(tuple(entries), flags=raised, newest=tally.newest)

    def _is_within(self, row: object, ask: Ask, tally: Tally) -> bool:
        """Return whether a row lies in the window by its day, and count how many in a row lay before it.

        A row that cannot be read is let through, to be counted as that.
        """
        try:
            told = _fields({name: where for name, where in self.config.map.items() if name in _DAYS}, row)
            dates = self._believed(dates_in(told, self.config, "listing"), tally)
        except ParseError:
            return True
        if dates:
            day = dates[0].day
            tally.newest = max(day, tally.newest or day)
            tally.older = tally.older + 1 if ask.window is not None and day < ask.window.first else 0
        return is_wanted(Entry("", None, dates=dates), self.config, ask)

    def _believed(self, dates: tuple[RecordDate, ...], tally: Tally) -> tuple[RecordDate, ...]:
        """Return the days that lie not after the table came."""
        return believable(dates, tally.latest) if tally.latest else dates

    def request_of(self, entry: Entry) -> Request | None:
        """Return the request for the page of a row; None where the row held the text, or nobody has it."""
        if entry.metadata_only or entry.inline is not None or not entry.url:
            return None
        return Request(copy_address(entry.url, archive=self.config.copies) if self._from_archive else entry.url)

    @property
    def _from_archive(self) -> bool:
        """Whether pages are had from the Wayback Machine alone, their own host being walled."""
        detail = self.config.detail
        return detail is not None and "wayback" in detail.via and "web" not in detail.via

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None = None) -> Reading:
        """Return the transcript in a row, or on its page; ParseError where a sign of a transcript is missing."""
        return without_publication(read_page(as_original(page), entry, self._page_config(entry), people))

    def _page_config(self, entry: Entry) -> TableSource:
        """Return the configuration by which a row's page is read."""
        detail = self.config.detail
        if detail is None or entry.inline is not None:
            return self.config
        body: Body = self.config.body.model_copy(update={"select": detail.select or self.config.body.select})
        return self.config.model_copy(update={"body": body, "turns": detail.turns or self.config.turns})


def _expect_table(page: Page) -> None:
    """Raise ParseError for a page that cannot be a table."""
    kind = kind_of(page.body[:8_192])
    if kind is Kind.EMPTY and not page.body.strip():
        raise ParseError("the table is empty: not even an outline came", outcome="empty")
    if kind is Kind.HTML:
        raise ParseError("an HTML page came in place of the table: a wall or an error page", outcome="wall")
    if kind is Kind.DATABASE:
        raise ParseError("a database is read row by row from its file, not as a page", outcome="wrong_type")
    if kind not in {Kind.JSON, Kind.TEXT, Kind.EMPTY, Kind.XML}:
        raise ParseError(f"{kind.value} came in place of a table", outcome="wrong_type")
