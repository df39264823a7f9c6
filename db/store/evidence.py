"""Bytes that were fetched or given: kept once under their hash, on disk before any row names them."""

from __future__ import annotations

import gzip
import hashlib
import os
import secrets
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from db.store.base import OpenDatabase
from db.tables.transcripts import FetchRow, SnapshotRow, SourceRow, TranscriptRow, TranscriptVersionRow
from verifier.errors import DatabaseError
from verifier.model.page import Page


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes that are kept: the row's id, their SHA-256 in hex, and their number before compression."""

    id: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class VersionEvidence:
    """The bytes that a transcript version was read from: their SHA-256, the line in them, since when."""

    sha256: str
    line: int | None
    stored_at: datetime


class Evidence(OpenDatabase):
    """Snapshots and the fetches they came from."""

    def add_snapshot(self, page: Page, evidence_dir: Path) -> Snapshot:
        """Return the snapshot of a page's bytes, kept under *evidence_dir* before the row is written.

        The same bytes are one file and one row. An answer that its address, or file name, gave before
        moves ``last_seen_at`` of that fetch; another answer is a new fetch. DatabaseError if it cannot be written.
        """
        sha256 = page.sha256
        path = write_evidence(page.body, sha256, evidence_dir)
        with self.transaction() as session:
            row = session.exec(select(SnapshotRow).where(SnapshotRow.sha256 == sha256)).first()
            if row is None:
                row = SnapshotRow(sha256=sha256, size=len(page.body), path=path, stored_at=page.retrieved_at)
                session.add(row)
                session.flush()
            assert row.id is not None
            _note_fetch(session, page, row.id)
            return Snapshot(row.id, sha256, row.size)

    def add_failed_fetch(self, page: Page) -> None:
        """Keep that an address gave no usable answer, with its outcome, and none of its bytes."""
        with self.transaction() as session:
            _note_fetch(session, page, None)

    def read_snapshot(self, sha256: str, evidence_dir: Path) -> bytes:
        """Return the bytes kept under a hash; DatabaseError if they are missing, taken down, or altered."""
        with self.reading() as session:
            row = session.exec(select(SnapshotRow).where(SnapshotRow.sha256 == sha256)).first()
        if row is None:
            raise DatabaseError(f"no bytes are kept under {sha256}")
        if row.path is None:
            raise DatabaseError(f"the bytes under {sha256} were taken down")
        return read_evidence(evidence_dir / row.path, sha256)

    def fetched_urls(self) -> frozenset[str]:
        """Return the addresses whose page was had, also of pages that quote nobody."""
        had = select(FetchRow.url).where(col(FetchRow.snapshot_id).is_not(None)).distinct()
        with self.reading() as session:
            return frozenset(url for url in session.exec(had) if url is not None)

    def evidence_of(self, source: str, doc_id: str, version: str) -> VersionEvidence | None:
        """Return what a transcript version was first read from; None if it was given without its bytes."""
        found = (
            select(SnapshotRow, TranscriptVersionRow.line)
            .join(TranscriptVersionRow, col(TranscriptVersionRow.snapshot_id) == SnapshotRow.id)
            .join(TranscriptRow, col(TranscriptRow.id) == TranscriptVersionRow.transcript_id)
            .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
            .where(SourceRow.name == source, TranscriptRow.doc_id == doc_id, TranscriptVersionRow.version == version)
        )
        with self.reading() as session:
            row = session.exec(found).first()
            return None if row is None else VersionEvidence(row[0].sha256, row[1], row[0].stored_at)


def _note_fetch(session: Session, page: Page, snapshot_id: int | None) -> None:
    """Keep one answer; an answer that this address gave before only moves its time."""
    same = select(FetchRow).where(
        FetchRow.url == page.url,
        FetchRow.name == page.name,
        FetchRow.snapshot_id == snapshot_id,
        FetchRow.outcome == page.outcome,
        FetchRow.status == page.status,
        FetchRow.final_url == page.final_url,
    )
    seen = session.exec(same).first()
    if seen is not None:
        seen.last_seen_at = max(seen.last_seen_at, page.retrieved_at)
        return
    session.add(
        FetchRow(
            snapshot_id=snapshot_id,
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
        )
    )


def write_evidence(body: bytes, sha256: str, evidence_dir: Path) -> str:
    """Return the path, below *evidence_dir*, of a compressed file that holds *body*; written if it is not there.

    Folders are 0700, files 0600. The file is complete under its name or not there: it is written
    aside, flushed to the disk and renamed. DatabaseError if that fails.
    """
    relative = Path(sha256[:2]) / f"{sha256}.gz"
    target = evidence_dir / relative
    try:
        if not target.exists():
            _write_whole(target, gzip.compress(body, compresslevel=6, mtime=0))
    except OSError as error:
        raise DatabaseError(f"evidence cannot be kept in {evidence_dir}: {error.strerror}") from error
    return relative.as_posix()


def _write_whole(target: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, also after a crash."""
    target.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target.parent.mkdir(mode=0o700, exist_ok=True)
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.rename(target)
    finally:
        aside.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Flush a folder's list of names to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_evidence(path: Path, sha256: str) -> bytes:
    """Return the bytes of an evidence file; DatabaseError if it is missing or not what its hash says."""
    try:
        body = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise DatabaseError(f"the evidence file {path} cannot be read: {error}") from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise DatabaseError(f"the evidence file {path} was altered: its bytes have another SHA-256")
    return body
