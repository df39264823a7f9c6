"""One configured JSON interface, read answer by answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urljoin

from verifier.articles.identity import is_web
from verifier.articles.language import language_code
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import Transcript, Turn
from verifier.sources.assembling import Told, believable, differs, is_prepared, transcript_of, usual_tier
from verifier.sources.config import JsonApiSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.entries import is_before, is_wanted, listing_of
from verifier.sources.json_answers import json_of
from verifier.sources.kinds.json_api import asking
from verifier.sources.kinds.json_api.field_turns import turns_in
from verifier.sources.kinds.json_api.fragments import Fragment, fragments_in
from verifier.sources.mapping import fields_of, names_in, rows_at, text_in, title_in
from verifier.sources.pages import read_page
from verifier.sources.records import KnownPeople
from verifier.sources.rows import PUBLISHED, dates_in, entry_of, rendered, without_publication, words_of
from verifier.sources.xml.reading import read_by_profile
from verifier.sources.xml.records import Around

_ERRORS = ("error", "errors", "fault")
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class _Answer:
    """One page of a list: its rows, the entries they make, and those that make none."""

    value: Any
    rows: int
    entries: tuple[Entry, ...]  # each id once
    refused: int  # rows without an id or an address


@dataclass(frozen=True, slots=True)
class JsonApiConnector:
    """A JSON interface as configured.

    Its requests carry statuses other than 200 that are answers too: the walker hands over pages whose
    status is among ``answers``.
    """

    config: JsonApiSource

    @property
    def answers(self) -> frozenset[int]:
        """The statuses, beside 200, by which this source says "nothing" or "no more"."""
        return frozenset((*self.config.empty.status, *self.config.empty.end_status))

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return the first page of the search; nothing where the search needs what was not asked for."""
        first = asking.page_request(self.config, ask, asking.first_place(self.config))
        return (first,) if first is not None else ()

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return the rows of an answer as entries, and the page that follows.

        Flags: ``empty`` (no rows on the first page), ``total_differs``, ``window_ignored`` (rows outside the
        window that the source was asked for), ``more_entries``, ``links_refused``. Raises ParseError:
        ``rate_limited``, ``empty``, ``wall``, ``soft_404``, ``wrong_type``, ``http_error``, ``parse_failed``.
        """
        if page.status in self.config.empty.status:
            return self._finished(request, 0)
        if page.status in self.config.empty.end_status:
            if request.number == 1:
                raise ParseError(f"status {page.status} on the first page", outcome="http_error")
            return Listing()
        answer = self._answer(page, request)
        following = asking.onward_of(self.config, ask, request, answer.value, answer.rows)
        past = is_before(answer.entries, ask) and self.config.paging.newest_first
        onward = () if past or following.request is None else (following.request,)
        flags = {
            "total_differs": not onward and not past and self._differs(answer, request),
            "window_ignored": asking.asks_for_days(self.config.search) and self._strays(answer, ask),
            "links_refused": bool(answer.refused) or following.refused,
        }
        raised = {name for name, told in flags.items() if told}
        total = asking.total_of(self.config, answer.value)
        made = listing_of(answer.entries, self.config, ask, onward=onward, flags=raised, total=total)
        # A later page without rows is how some lists end.
        return replace(made, flags=made.flags - {"empty"}) if request.number > 1 else made

    def _strays(self, answer: _Answer, ask: Ask) -> bool:
        """Return whether rows lie outside the window that the source was asked for."""
        return any(one.dates and not is_wanted(replace(one, title=""), self.config, ask) for one in answer.entries)

    def _finished(self, request: Request, total: int) -> Listing:
        """Return the answer of a source that says without a body that it has nothing."""
        return Listing(flags=frozenset({"empty"} if request.number == 1 else ()), total=total or None)

    def _answer(self, page: Page, request: Request) -> _Answer:
        """Return what an answer holds; ParseError where none of its rows can be followed."""
        empty = self.config.empty
        value = json_of(page, empty_is_throttling=empty.throttled_if_empty_body)
        rows = rows_at(self.config.map["rows"], value, may_be_absent=empty.rows_absent)
        if not rows and isinstance(value, dict) and any(value.get(name) for name in _ERRORS):
            raise ParseError("the answer tells an error in place of rows", outcome="http_error")
        base, retrieved = page.final_url or request.url, page.retrieved_at.date()
        made = [self._entry(row, base, retrieved) for row in rows]
        entries = {one.id: one for one in reversed([one for one in made if one is not None])}
        if rows and not entries:
            raise ParseError(f"none of {len(rows)} rows has an id or an address: the interface changed")
        return _Answer(value, len(rows), tuple(reversed(entries.values())), made.count(None))

    def _entry(self, row: object, base: str, retrieved: date) -> Entry | None:
        """Return the entry of a row; where its turns are fields, the row itself comes with it."""
        if not isinstance(row, dict):
            raise ParseError("a row of the answer is no table of fields")
        entry = entry_of(fields_of(self.config.map, row), self.config, base=base)
        if entry is None:
            return None
        entry = replace(entry, dates=believable(entry.dates, retrieved))
        if self.config.find == "metadata":
            return replace(entry, inline=None, inline_type=None, metadata_only=True)
        if self.config.turn_map and self.config.detail is None:
            return replace(entry, inline=json.dumps(row, ensure_ascii=False), inline_type=_JSON)
        return entry

    def _differs(self, answer: _Answer, request: Request) -> bool:
        """Return whether a list that ends here held another number of records than the source says."""
        total = asking.total_of(self.config, answer.value)
        return total is not None and request.seen + len(answer.entries) != total

    def request_of(self, entry: Entry) -> Request | None:
        """Return the second request of a row, else the address of its words; None where they came with it.

        Raises ParseError where a field of the row would lead to another host.
        """
        if entry.metadata_only or entry.inline is not None:
            return None
        fields = dict(entry.extra)
        detail = asking.detail_request(self.config, {"id": entry.id, **fields})
        if detail is not None:
            return detail
        body_url = fields.get("body_url")
        url = urljoin(entry.url or self.config.search.url, body_url) if body_url else entry.url
        return asking.body_request(self.config, url) if url and is_web(url) else None

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None = None) -> Reading:
        """Return the transcripts in a row, in the answer to its second request, or on its page.

        Machine translations come as records of their own, marked as that. Raises ParseError as
        ``read_listing``, and where a positive sign of a transcript is missing.
        """
        if entry.inline is not None and entry.inline_type == _JSON:
            return self._of_fields(json.loads(entry.inline), entry, people, page.retrieved_at.date())
        profile = self.config.profile
        if profile is not None and entry.inline is None:
            around = Around(entry.url or "", {}, self.config.language)
            return read_by_profile(page, entry, self.config, profile, around, people, listed_title=True)
        if entry.inline is not None or self.config.detail is None:
            read = without_publication(read_page(page, entry, self.config, people))
            return rendered(read, dict(entry.extra).get("rendition"))
        value = json_of(page, empty_is_throttling=self.config.empty.throttled_if_empty_body)
        told = fields_of(self.config.detail_map, value)
        whole = self._completed(entry, told)
        if self.config.turn_map:
            reading = self._of_fields(value, whole, people, page.retrieved_at.date())
        elif whole.inline is None:
            raise ParseError("the answer holds no words where the mapping expects them", outcome="empty")
        else:
            reading = read_page(page, whole, self.config, people)
        own = [one.day for one in dates_in(told, self.config, "meta") if one.origin != PUBLISHED]
        moved = {"date_differs"} if own and differs(entry, Told(day=own[0])) else set()
        read = without_publication(replace(reading, flags=reading.flags | moved))
        return rendered(read, text_in(told.get("rendition"), "rendition"))

    def _completed(self, entry: Entry, fields: Mapping[str, Any]) -> Entry:
        """Return an entry with what the answer to the second request tells of the record."""
        inline, inline_type = words_of(fields)
        own = [one for one in dates_in(fields, self.config, "meta") if one.origin != PUBLISHED or not entry.dates]
        held = [one for one in entry.dates if one.origin != PUBLISHED or not own]
        return replace(
            entry,
            title=title_in(fields.get("title"), "title") or entry.title,
            dates=tuple({one.day: one for one in reversed([*own, *held])}.values())[::-1],
            lang=language_code(text_in(fields.get("lang"), "lang")) or entry.lang,
            speakers=names_in(fields.get("speakers"), "speakers") or entry.speakers,
            place=text_in(fields.get("venue"), "venue") or entry.place,
            note=text_in(fields.get("as_delivered_note"), "as_delivered_note") or entry.note,
            inline=inline,
            inline_type=inline_type,
        )

    def _of_fields(self, value: Any, entry: Entry, people: KnownPeople | None, retrieved: date) -> Reading:
        """Return the transcripts whose turns are fields; no day after the one of retrieval is believed."""
        dates = believable(entry.dates, retrieved)
        raised = {"as_prepared": is_prepared(entry.note), "date_in_future": len(dates) < len(entry.dates)}
        flags = frozenset(name for name, met in raised.items() if met)
        entry = replace(entry, dates=dates)
        fragments = fragments_in(fields_of(self.config.turn_map, value))
        if fragments:
            return Reading(tuple(self._of_fragment(one, entry, people) for one in fragments), flags)
        found = turns_in(value, self.config.turn_map)
        transcript = self._transcript(entry, found.turns, Told(), people)
        return Reading((transcript,), flags, (f"{found.unnamed} turns name nobody",) if found.unnamed else ())

    def _of_fragment(self, fragment: Fragment, entry: Entry, people: KnownPeople | None) -> Transcript:
        """Return one language's words of a speech; a translation is a record of its own."""
        doc_id = f"{entry.id}#{fragment.key}" if fragment.key else None
        told = Told(lang=fragment.lang, rendition=fragment.rendition, doc_id=doc_id)
        return self._transcript(entry, fragment.turns, told, people)

    def _transcript(self, entry: Entry, turns: tuple[Turn, ...], told: Told, people: KnownPeople | None) -> Transcript:
        """Return the transcript of turns that are fields."""
        least = self.config.body.min_words
        return transcript_of(
            entry, turns, self.config, people, told=told, min_words=least, tier=usual_tier(entry, self.config)
        )
