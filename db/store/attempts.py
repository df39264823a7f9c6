"""Every attempt at an address, with what came of it, and what the next one must know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from db.store.base import OpenDatabase
from db.store.sources import source_id
from db.tables.base import clean
from db.tables.transcripts import FetchRow, SnapshotRow, SourceRow
from verifier.model.page import Page

OK, NOT_MODIFIED, GONE, RATE_LIMITED, HTTP_ERROR = "ok", "not_modified", "gone", "rate_limited", "http_error"
# A text may be changed under an unchanged ETag: after so long a page is asked for without conditions.
WHOLE_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes that are kept: the row's id, their SHA-256 in hex, and their number before compression."""

    id: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a conditional request may say, and the bytes that an unchanged page then has."""

    etag: str | None
    last_modified: str | None
    snapshot: Snapshot
    had_whole_at: datetime  # when the address last gave these bytes themselves


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer, or failure, of one address or file, as it becomes a row."""

    page: Page  # its body is not looked at
    snapshot_id: int | None = None
    source: str | None = None
    run_id: int | None = None
    tries: int = 1
    message: str | None = None
    next_attempt_at: datetime | None = None


class Attempts(OpenDatabase):
    """What addresses answered, and when."""

    def add_attempt(
        self,
        source: str | None,
        run_id: int | None,
        url: str,
        outcome: str,
        *,
        now: datetime,
        page: Page | None = None,
        snapshot: Snapshot | None = None,
        status: int | None = None,
        final_url: str | None = None,
        hops: tuple[str, ...] = (),
        attempts: int = 1,
        message: str | None = None,
        next_attempt_at: datetime | None = None,
    ) -> str:
        """Return the outcome as kept, after keeping one attempt at *url*, tries *attempts*.

        The same answer as the last one of this address moves ``last_seen_at`` and counts; another is a
        row of its own. *page*, where there is one, gives status, hops and headers. A "not_modified" of an
        address that gave no page before answers a question that was not asked: it is kept as http_error.
        """
        told = page or Page(b"", now, url, final_url, hops, status)
        told = _as_told(told, url, outcome, now)
        with self.transaction() as session:
            snapshot_id = snapshot.id if snapshot else None
            if outcome == NOT_MODIFIED:
                held = _newest_with_bytes(session, url)
                snapshot_id = held.snapshot_id if held else None
                if held is None:
                    told, message = _as_told(told, url, HTTP_ERROR, now), message or "unchanged, but never had (304)"
            note_attempt(session, Attempt(told, snapshot_id, source, run_id, attempts, message, next_attempt_at))
            return told.outcome

    def conditions_for(
        self, url: str, *, now: datetime | None = None, whole_every: timedelta = WHOLE_EVERY
    ) -> Conditions | None:
        """Return what a conditional request for *url* may say; None where the page has to be had whole.

        That is, where it was never had, its last bytes were no good page, it came without ETag and
        Last-Modified, or, with *now*, it was last had whole *whole_every* ago or earlier.
        """
        with self.reading() as session:
            held = _newest_with_bytes(session, url)
            if held is None or held.outcome not in {OK, NOT_MODIFIED}:
                return None
            whole = select(FetchRow).where(FetchRow.url == clean(url), FetchRow.snapshot_id == held.snapshot_id)
            first = session.exec(whole.where(FetchRow.outcome == OK).order_by(col(FetchRow.id).desc())).first()
            kept = session.get(SnapshotRow, held.snapshot_id)
            if first is None or kept is None or kept.id is None:
                return None
            etag, modified = held.etag or first.etag, held.last_modified or first.last_modified
            stale = now is not None and now - first.last_seen_at >= whole_every
            if stale or not (etag or modified):
                return None
            return Conditions(etag, modified, Snapshot(kept.id, kept.sha256, kept.size), first.last_seen_at)

    def deferred_until(self, *, source: str | None = None, url: str | None = None) -> datetime | None:
        """Return until when an address, or a whole source, asked not to be asked again; None if it did not.

        A source is deferred by a rate limit that no good answer of it has followed.
        """
        with self.reading() as session:
            if url is not None:
                newest = _newest(session, url, None)
                return newest.next_attempt_at if newest else None
            known = select(SourceRow.id).where(SourceRow.name == clean(source or ""))
            own = select(FetchRow).where(col(FetchRow.source_id).in_(known))
            good = session.exec(
                select(func.max(FetchRow.last_seen_at)).where(
                    col(FetchRow.source_id).in_(known), col(FetchRow.outcome).in_((OK, NOT_MODIFIED))
                )
            ).one()
            limited = own.where(FetchRow.outcome == RATE_LIMITED, col(FetchRow.next_attempt_at).is_not(None))
            if good is not None:
                limited = limited.where(col(FetchRow.last_seen_at) > good)
            until = [row.next_attempt_at for row in session.exec(limited) if row.next_attempt_at]
            return max(until, default=None)

    def gone_in_a_row(self, url: str) -> int:
        """Return how many of the last attempts at *url*, one after another, found no such page."""
        rows = select(FetchRow).where(FetchRow.url == clean(url)).order_by(col(FetchRow.id).desc())
        count = 0
        with self.reading() as session:
            for row in session.exec(rows):
                if row.outcome != GONE:
                    break
                count += row.times
        return count

    def fetched_urls(self) -> frozenset[str]:
        """Return the addresses whose page was had, also of pages that quote nobody."""
        had = select(FetchRow.url).where(col(FetchRow.snapshot_id).is_not(None)).distinct()
        with self.reading() as session:
            return frozenset(url for url in session.exec(had) if url is not None)


def note_attempt(session: Session, attempt: Attempt) -> None:
    """Keep one attempt; the same answer as the last one of this address only moves its time and counts."""
    page = attempt.page
    newest = _newest(session, page.url, page.name)
    if newest is not None and _says(newest) == _would_say(attempt):
        newest.last_seen_at = max(newest.last_seen_at, page.retrieved_at)
        newest.times += 1
        newest.last_run_id = attempt.run_id or newest.last_run_id
        newest.attempts, newest.next_attempt_at = attempt.tries, attempt.next_attempt_at
        return
    session.add(_row(session, attempt))


def _row(session: Session, attempt: Attempt) -> FetchRow:
    """Return the row of an attempt that says something new."""
    page = attempt.page
    named = _headers(page)
    return FetchRow(
        snapshot_id=attempt.snapshot_id,
        url=page.url,
        final_url=page.final_url,
        name=page.name,
        hops=list(page.hops),
        status=page.status,
        content_type=page.content_type,
        outcome=page.outcome,
        headers=[list(header) for header in page.headers],
        first_seen_at=page.retrieved_at,
        last_seen_at=page.retrieved_at,
        source_id=source_id(session, attempt.source, page.retrieved_at) if attempt.source else None,
        run_id=attempt.run_id,
        last_run_id=attempt.run_id,
        attempts=attempt.tries,
        message=attempt.message,
        next_attempt_at=attempt.next_attempt_at,
        etag=named.get("etag"),
        last_modified=named.get("last-modified"),
    )


def _says(row: FetchRow) -> tuple[object, ...]:
    """Return what an answer must share with the next one to be the same."""
    return (row.snapshot_id, row.outcome, row.status, row.final_url, row.message, row.etag, row.last_modified)


def _would_say(attempt: Attempt) -> tuple[object, ...]:
    """Return the same of an attempt that is no row yet."""
    page, named = attempt.page, _headers(attempt.page)
    told = (attempt.snapshot_id, page.outcome, page.status, page.final_url)
    message = None if attempt.message is None else clean(attempt.message)
    return (*told, message, named.get("etag"), named.get("last-modified"))


def _headers(page: Page) -> Mapping[str, str]:
    """Return a page's headers by their names in small letters."""
    return {name.lower(): value for name, value in page.headers}


def _as_told(page: Page, url: str, outcome: str, now: datetime) -> Page:
    """Return a page under the address that was asked for, with its outcome and time."""
    return replace(page, url=url, outcome=outcome, retrieved_at=now)


def _newest(session: Session, url: str | None, name: str | None) -> FetchRow | None:
    """Return the last answer of an address, or of a file by its name."""
    asked = select(FetchRow).where(
        FetchRow.url == (None if url is None else clean(url)), FetchRow.name == (None if name is None else clean(name))
    )
    return session.exec(asked.order_by(col(FetchRow.id).desc()).limit(1)).first()


def _newest_with_bytes(session: Session, url: str) -> FetchRow | None:
    """Return the last answer of an address that stands for bytes."""
    asked = select(FetchRow).where(FetchRow.url == clean(url), col(FetchRow.snapshot_id).is_not(None))
    return session.exec(asked.order_by(col(FetchRow.id).desc()).limit(1)).first()
