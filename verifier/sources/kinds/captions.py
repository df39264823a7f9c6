"""Captions and transcripts of podcasts: WebVTT, SRT, podcast JSON and HTML, XML of videos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from verifier.articles.decode import decode
from verifier.articles.published import day_of_address
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate, Rendition
from verifier.sources.assembling import transcript_of
from verifier.sources.caption_runs import runs_of_captions
from verifier.sources.captions import CaptionLine, is_srt, read_captions, without_rolling
from verifier.sources.config import CaptionsSource
from verifier.sources.connector import Ask, Entry, Listing, Reading, Request
from verifier.sources.podcasts import podcast_lines
from verifier.sources.records import KnownPeople
from verifier.sources.turns import turns_of

TIER = 5
MIN_WORDS = 8  # fewer are no record of anything


@dataclass(frozen=True, slots=True)
class CaptionsConnector:
    """Caption files as configured; the walker of folders hands them over one by one, with what their sidecar says."""

    config: CaptionsSource

    def first_requests(self, ask: Ask) -> tuple[Request, ...]:
        """Return nothing: the files of a folder are not asked for."""
        return ()

    def read_listing(self, page: Page, request: Request, ask: Ask) -> Listing:
        """Return nothing: a folder has no list."""
        return Listing()

    def request_of(self, entry: Entry) -> Request | None:
        """Return the request for captions that stand on the web; None for a file."""
        return Request(entry.url) if entry.url and entry.inline is None else None

    def entry_of_file(self, page: Page) -> Entry:
        """Return the entry of a file without a sidecar: named, titled and dated by its name."""
        name = page.name or page.sha256[:16]
        day = day_of_address(name)
        return Entry(name, page.url, PurePath(name).stem.replace("_", " "), (RecordDate(day, "url"),) if day else ())

    def read_transcripts(self, page: Page, entry: Entry, people: KnownPeople | None = None) -> Reading:
        """Return the transcript in a caption file, tier 5 and ``asr`` unless the configuration says otherwise.

        Where no voice and no label is printed, all of it is the one speaker's whom the entry names. Raises
        ParseError where it is no such file, or title, day, words or a named speaker are missing.
        """
        runs = runs_of_captions(self._lines(page))
        speaker = entry.speakers[0] if len(entry.speakers) == 1 else None
        transcript = transcript_of(
            entry,
            turns_of(runs, speaker),
            self.config,
            people,
            min_words=MIN_WORDS,
            tier=self.config.tier or TIER,
            rendition=Rendition.ASR,
        )
        return Reading((transcript,))

    def _lines(self, page: Page) -> list[CaptionLine]:
        """Return the lines of a file, its kind told by its bytes; a line that scrolls through cues comes once."""
        kind = kind_of(page.body)
        if kind is Kind.EMPTY:
            raise ParseError("it is empty", outcome="empty")
        if kind in {Kind.JSON, Kind.HTML, Kind.XML, Kind.TEXT, Kind.WEBVTT}:
            text = decode(page.body, page.content_type).text
            if kind is Kind.WEBVTT or is_srt(text):
                return read_captions(text, dedupe_rolling=self.config.dedupe_rolling)
            lines = podcast_lines(page)
            return without_rolling([[line] for line in lines]) if self.config.dedupe_rolling else lines
        raise ParseError(f"{kind.value} came in place of captions", outcome="wrong_type")
