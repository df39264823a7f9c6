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

from db.store.attempts import Attempt, Attempts, Snapshot, note_attempt
from db.store.sources import HASH, Sources
from db.tables.transcripts import SnapshotRow, SourceRow, TranscriptRow, TranscriptVersionRow
from db.tables.verdicts import TakedownRow
from verifier.errors import DatabaseError
from verifier.model.page import Page


@dataclass(frozen=True, slots=True)
class VersionEvidence:
    """The bytes that a transcript version was read from: their SHA-256, the line in them, since when."""

    sha256: str
    line: int | None
    stored_at: datetime


class Evidence(Attempts, Sources):
    """Snapshots and the fetches they came from."""

    def keep_bytes(self, page: Page, evidence_dir: Path, *, source: str | None = None) -> Snapshot:
        """Return the snapshot of a page's bytes, kept under *evidence_dir* before the row is written.

        The same bytes are one file and one row. Of a *source* whose licence lets us keep hashes alone there
        is only the row. DatabaseError if the file cannot be written.
        """
        path = self._write(page, evidence_dir, source)
        with self.transaction() as session:
            return _keep_snapshot(session, page, path)

    def add_snapshot(
        self,
        page: Page,
        evidence_dir: Path,
        *,
        source: str | None = None,
        run_id: int | None = None,
        attempts: int = 1,
    ) -> Snapshot:
        """Return the snapshot of a page's bytes, see ``keep_bytes``, after keeping the attempt that gave them too.

        The same answer as the last one of its address, or file name, moves ``last_seen_at`` and counts.
        """
        path = self._write(page, evidence_dir, source)
        with self.transaction() as session:
            snapshot = _keep_snapshot(session, page, path)
            note_attempt(session, Attempt(page, snapshot.id, source, run_id, attempts))
            return snapshot

    def _write(self, page: Page, evidence_dir: Path, source: str | None) -> str | None:
        """Return where a page's bytes lie, written outside any transaction; None where they may not be kept."""
        if source is not None and self.terms_of(source).store == HASH:
            return None
        return write_evidence(page.body, page.sha256, evidence_dir)

    def add_failed_fetch(self, page: Page, *, message: str | None = None, run_id: int | None = None) -> None:
        """Keep that an address gave no usable answer, with its outcome, and none of its bytes."""
        with self.transaction() as session:
            note_attempt(session, Attempt(page, run_id=run_id, message=message))

    def read_snapshot(self, sha256: str, evidence_dir: Path) -> bytes:
        """Return the bytes kept under a hash; DatabaseError if they are missing, taken down, or altered."""
        with self.reading() as session:
            row = session.exec(select(SnapshotRow).where(SnapshotRow.sha256 == sha256)).first()
            if row is None:
                raise DatabaseError(f"no bytes are kept under {sha256}")
            taken = select(TakedownRow).where(TakedownRow.kind == "snapshots", TakedownRow.target_id == row.id)
            removed = session.exec(taken).first() is not None
        if row.path is None:
            why = (
                "were taken down"
                if removed
                else "were not kept: the licence of their source lets us keep the hash alone"
            )
            raise DatabaseError(f"the bytes under {sha256} {why}")
        return read_evidence(evidence_dir / row.path, sha256)

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


def _keep_snapshot(session: Session, page: Page, path: str | None) -> Snapshot:
    """Return the snapshot of a page's bytes, which lie at *path* below the evidence folder."""
    row = session.exec(select(SnapshotRow).where(SnapshotRow.sha256 == page.sha256)).first()
    if row is None:
        row = SnapshotRow(sha256=page.sha256, size=len(page.body), path=path, stored_at=page.retrieved_at)
        session.add(row)
        session.flush()
    assert row.id is not None
    return Snapshot(row.id, page.sha256, row.size)


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
