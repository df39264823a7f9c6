"""The text of one listed entry: asked for, kept, read in the child, stored in one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.store.entries import EntryState, KeptEntry
from flows.jobs.copies import copies_of, may_be_copied
from flows.jobs.crawl import Crawl, Had, Listed, have, told
from verifier.errors import FetchError, ReadError
from verifier.model.page import Page
from verifier.sources.connector import Entry, Reading

# A record is asked for again each night for so long after it was first seen: press offices correct, silently.
_WATCHED = timedelta(days=45)
CONNECTOR = "connector"  # how a version's bytes were read, for whoever reads them again
_LONGEST = 3_000_000  # characters of one record: a day of a parliament has less than half of it
_GONE_TWICE = 2  # nights in a row without the page before it counts as gone
_SUSPICIOUS = {"date_differs": "the page's day is not the day that the list gives: another event's record, perhaps"}


def wanted(crawl: Crawl, kept: KeptEntry) -> bool:
    """Return whether an entry's text is to be asked for now."""
    if kept.state is EntryState.METADATA_ONLY:
        return False
    now = crawl.desk.clock()
    if kept.next_attempt_at is not None and kept.next_attempt_at > now:
        return False
    if kept.state in {EntryState.STORED, EntryState.UNCHANGED} and not kept.changed:
        frozen = crawl.connector.config.cache.frozen
        return not frozen and now - kept.first_seen_at <= _WATCHED
    return True


def take_in(crawl: Crawl, listed: Listed) -> None:
    """Ask for an entry's text, read it and store what it holds; why there is none is kept with the entry."""
    entry, kept = listed.entry, listed.kept
    try:
        had = _page(crawl, listed)
        if had is None:
            return
        if had.unchanged:
            _settle_unchanged(crawl, kept)
            return
        reading = _reading(crawl, had, entry)
    except (FetchError, ReadError) as error:
        if (copied := _from_copies(crawl, listed, error)) is None:
            _refuse(crawl, kept, error.outcome, error)
            return
        had, reading = copied
    _store(crawl, kept, had, reading)


def _reading(crawl: Crawl, had: Had, entry: Entry) -> Reading:
    """Return what a page holds; ReadError, kept as the page's outcome, where it is not what it should be."""
    try:
        reading: Reading = crawl.child.run(crawl.connector.read_transcripts, had.page, entry, crawl.desk.people)
        _expect_sound(reading, entry)
        _expect_no_loss(crawl, had, reading)
    except ReadError as error:
        told(crawl, had, error.outcome, error.message)
        raise
    told(crawl, had)
    return reading


def _from_copies(crawl: Crawl, listed: Listed, error: FetchError | ReadError) -> tuple[Had, Reading] | None:
    """Return an entry's page as an archive copied it, and what it holds; None where no copy is read.

    Not of a text that is held: it stays the evidence, and that its page went is an event of its own.
    """
    request = crawl.connector.request_of(listed.entry)
    if request is None or _is_held(listed.kept) or not may_be_copied(crawl, error):
        return None
    for had in copies_of(crawl, request):
        try:
            return had, _reading(crawl, had, listed.entry)
        except ReadError:
            continue
    return None


def _is_held(kept: KeptEntry) -> bool:
    return kept.doc_id is not None


def _page(crawl: Crawl, listed: Listed) -> Had | None:
    """Return the page that holds an entry's text: its own, the list's, or the text in the list; None: had before."""
    entry, kept = listed.entry, listed.kept
    request = crawl.connector.request_of(entry)
    if request is None:
        return listed.had if entry.inline_type is None else _inline(crawl, entry)
    if request.url in crawl.asked:
        return None
    crawl.asked.add(request.url)
    held = kept.state in {EntryState.STORED, EntryState.UNCHANGED}
    return have(crawl, request, conditional=held)


def _settle_unchanged(crawl: Crawl, kept: KeptEntry) -> None:
    """Keep that an entry's page is the one that was had before: if that was a worse copy, it still is.

    The night that found it has said so; the ones after it are not degraded again.
    """
    worse = kept.outcome == "suspicious_change"
    crawl.desk.store.settle_entry(
        crawl.source,
        kept.entry.id,
        EntryState.REFUSED if worse else EntryState.UNCHANGED,
        now=crawl.desk.clock(),
        outcome="suspicious_change" if worse else "not_modified",
        detail=kept.detail if worse else "",
        doc_id=kept.doc_id,
    )


def _inline(crawl: Crawl, entry: Entry) -> Had:
    """Return the text that the list itself holds as a page of its own, its bytes kept."""
    body = (entry.inline or "").encode()
    page = Page(body, crawl.desk.clock(), entry.url, entry.url, content_type=f"{entry.inline_type}; charset=utf-8")
    keep = crawl.desk.store.add_snapshot
    return Had(page, keep(page, crawl.desk.settings.evidence_dir, source=crawl.source, run_id=crawl.run))


def _expect_sound(reading: Reading, entry: Entry) -> None:
    """Raise ReadError for a page that is not what its list said."""
    for flag, message in _SUSPICIOUS.items():
        if flag in reading.flags:
            raise ReadError(message, subject=entry.url, outcome="suspicious_change")
    letters = max((sum(len(turn.text) for turn in one.turns) for one in reading.transcripts), default=0)
    if letters > _LONGEST:
        raise ReadError(f"{letters:,} characters of one event's speech", subject=entry.url, outcome="too_large")


def _expect_no_loss(crawl: Crawl, had: Had, reading: Reading) -> None:
    """Raise ReadError where a page of unknown length holds less than the text that is stored."""
    if had.page.length_known:
        return
    for transcript in reading.transcripts:
        record = transcript.record
        held = crawl.desk.store.load_transcript(record.source, record.doc_id)
        if held is not None and record.words < held.record.words:
            raise ReadError("nobody stated its length, and it is shorter than what is stored", outcome="cut")


def _refuse(crawl: Crawl, kept: KeptEntry, outcome: str, error: FetchError | ReadError) -> None:
    """Keep that an entry's text was not had, and when it may be asked for again."""
    now, entry = crawl.desk.clock(), kept.entry
    again = error.next_attempt_at if isinstance(error, FetchError) else None
    if outcome == "gone" and entry.url and crawl.desk.store.gone_in_a_row(entry.url) < _GONE_TWICE:
        outcome = "soft_404"  # one night without the page is not gone
    state = EntryState.PENDING if again or error.retryable else EntryState.REFUSED
    crawl.desk.store.settle_entry(
        crawl.source,
        entry.id,
        state,
        now=now,
        outcome=outcome,
        detail=error.message,
        next_attempt_at=again,
    )
    crawl.refused[outcome] += 1
    crawl.tally.problem(entry.url or entry.id, f"{outcome}: {error.message}")


def _why_worse(crawl: Crawl, reading: Reading, now: datetime) -> str:
    """Return in which way a page that was just stored is a worse copy of what is held."""
    records = [one.record for one in reading.transcripts]
    events = [event for one in records for event in crawl.desk.store.record_events(one.source, one.doc_id)]
    return next((one.detail for one in events if one.kind == "suspicious_change" and one.last_at == now), "")


def _store(crawl: Crawl, kept: KeptEntry, had: Had, reading: Reading) -> None:
    """Store the transcripts of a page, and with them what became of its entry."""
    store, now, entry = crawl.desk.store, crawl.desk.clock(), kept.entry
    doc_id = reading.transcripts[0].record.doc_id if reading.transcripts else None
    copied = [f"read from a copy: {had.copied_from}"] if had.copied_from else []
    detail = "; ".join(sorted({*reading.flags, *reading.notes, *copied}))
    reader = {"reader": CONNECTOR, "source": crawl.source, "entry": entry.id}
    with store.transaction():  # a run killed in between must not find the text without its entry
        declared = "declared_correction" in reading.flags
        counts = store.add_transcripts(
            reading.transcripts, now=now, snapshot=had.snapshot, reader=reader, declared_correction=declared
        )
        changed = counts.added + counts.new_versions
        state, outcome = EntryState.STORED if changed else EntryState.UNCHANGED, "ok"
        if counts.worse:
            state, outcome = EntryState.STORED, "suspicious_change"  # the import has told the record
            detail = _why_worse(crawl, reading, now)
        store.settle_entry(crawl.source, entry.id, state, now=now, outcome=outcome, detail=detail, doc_id=doc_id)
    crawl.tally.transcripts_added += changed
    if counts.worse:
        crawl.tally.problem(entry.url or entry.id, "the page holds much less than before; the longer text stays")
        crawl.refused[outcome] += 1
