"""Taking words down: the one logged exception to keeping everything as it was."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select, update

from db.search import unindex_version
from db.store.base import OpenDatabase
from db.tables.harvest import VersionChangeRow
from db.tables.transcripts import SnapshotRow, SourceRow, TranscriptRow, TranscriptVersionRow, TurnRow
from db.tables.verdicts import AlignmentRow, MatchRow, TakedownRow
from verifier.errors import DatabaseError, UsageError


class Takedowns(OpenDatabase):
    """What was taken down, and why."""

    def take_down_snapshot(self, sha256: str, *, reason: str, evidence_dir: Path, now: datetime) -> None:
        """Remove the bytes kept under a hash; the hash, the fetches and the reason stay.

        DatabaseError if there are none, UsageError without a reason.
        """
        with self.transaction() as session:
            row = session.exec(select(SnapshotRow).where(SnapshotRow.sha256 == sha256)).first()
            if row is None or row.id is None:
                raise DatabaseError(f"no bytes are kept under {sha256}")
            _log(session, "snapshots", row.id, subject=sha256, reason=reason, now=now)
            path, row.path = row.path, None
        if path is not None:
            with suppress(FileNotFoundError):
                (evidence_dir / path).unlink()

    def take_down_transcript(self, source: str, doc_id: str, *, reason: str, now: datetime) -> int:
        """Return how many versions of a transcript were emptied of words, and taken out of the search.

        What verdicts quoted from them is emptied too; scores, places, hashes and the reason stay.
        DatabaseError if it is not held, UsageError without a reason.
        """
        found = (
            select(TranscriptVersionRow)
            .join(TranscriptRow, col(TranscriptRow.id) == TranscriptVersionRow.transcript_id)
            .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
            .where(SourceRow.name == source, TranscriptRow.doc_id == doc_id)
        )
        with self.transaction() as session:
            versions = session.exec(found).all()
            if not versions:
                raise DatabaseError(f"no transcript {doc_id} of {source} is held")
            for version in versions:
                assert version.id is not None
                subject = f"{source} {doc_id} {version.version}"
                _log(session, "transcript_versions", version.id, subject=subject, reason=reason, now=now)
                if version.is_newest:
                    unindex_version(self.raw, version.id)
                version.is_newest = False
                session.exec(update(TurnRow).where(col(TurnRow.version_id) == version.id).values(text=""))
                _empty_matches(session, version.id, subject, reason, now)
            own = col(VersionChangeRow.transcript_id) == versions[0].transcript_id
            session.exec(update(VersionChangeRow).where(own).values(diff=""))
            return len(versions)


def _empty_matches(session: Session, version_id: int, subject: str, reason: str, now: datetime) -> None:
    """Empty what verdicts quoted from a version: the words said, those around them, and those of the edits."""
    for match in session.exec(select(MatchRow).where(MatchRow.version_id == version_id)).all():
        assert match.id is not None
        _log(session, "matches", match.id, subject=subject, reason=reason, now=now)
        match.said = match.context_before = match.context_after = ""
        match.turn = match.turn | {"text": ""}
        alignment = session.exec(select(AlignmentRow).where(AlignmentRow.match_id == match.id)).one()
        assert alignment.id is not None
        _log(session, "alignments", alignment.id, subject=subject, reason=reason, now=now)
        alignment.edits = [edit | {"said": ""} for edit in alignment.edits]


def _log(session: Session, kind: str, target_id: int, *, subject: str, reason: str, now: datetime) -> None:
    """Write down what is taken down and why, which is what allows it."""
    if not reason.strip():
        raise UsageError("a takedown needs a reason")
    session.add(TakedownRow(kind=kind, target_id=target_id, subject=subject, reason=reason, taken_at=now))
    session.flush()
