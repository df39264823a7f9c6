"""What may leave the evidence folder: bytes with where and when they were received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, or_, select

from db.store.base import OpenDatabase
from db.store.sources import FULL
from db.tables.transcripts import FetchRow, SnapshotRow, SourceRow


@dataclass(frozen=True, slots=True)
class Received:
    """One receipt of bytes from an address."""

    url: str
    sha256: str
    size: int
    content_type: str | None
    at: datetime  # first
    status: int | None
    hops: tuple[str, ...]


class Exporting(OpenDatabase):
    """Reading what may be handed on."""

    def received(self) -> Iterator[Received]:
        """Yield each receipt of bytes that are kept, from an address, in the order of their rows.

        Bytes of a source whose licence does not let us hand on whole pages are left out, also where another
        source gave the same ones.
        """
        held_back = (
            select(FetchRow.snapshot_id)
            .join(SourceRow, col(SourceRow.id) == FetchRow.source_id)
            .where(SourceRow.store != FULL, col(FetchRow.snapshot_id).is_not(None))
        )
        asked = (
            select(FetchRow, SnapshotRow)
            .join(SnapshotRow, col(SnapshotRow.id) == FetchRow.snapshot_id)
            .where(col(SnapshotRow.path).is_not(None), col(FetchRow.url).is_not(None))
            .where(or_(FetchRow.outcome == "ok", FetchRow.outcome == "parse_failed"))
            .where(col(SnapshotRow.id).not_in(held_back))
            .order_by(col(FetchRow.id))
        )
        with self.reading() as session:
            rows = session.exec(asked).all()
        for fetch, kept in rows:
            told = (fetch.content_type, fetch.first_seen_at, fetch.status, tuple(fetch.hops))
            yield Received(fetch.final_url or fetch.url or "", kept.sha256, kept.size, *told)
