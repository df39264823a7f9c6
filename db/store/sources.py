"""Sources: their names, and what their licences let us keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlmodel import Session, select

from db.store.base import OpenDatabase
from db.tables.base import clean
from db.tables.transcripts import SourceRow

Keeping = Literal["full", "excerpt", "hash"]
FULL, EXCERPT, HASH = "full", "excerpt", "hash"


@dataclass(frozen=True, slots=True)
class Terms:
    """What may be kept of a source's pages and texts: all, all but only excerpts shown, or hashes alone."""

    store: str = FULL
    licence: str | None = None


class Sources(OpenDatabase):
    """Publishers of transcripts."""

    def keep_source(
        self,
        name: str,
        *,
        now: datetime,
        store: Keeping = "full",
        licence: str | None = None,
        stale_after_days: int | None = None,
    ) -> None:
        """Keep what a source's configuration says of its licence and its pace; an unknown source is created.

        The licence holds for what is stored from now on. What is stored already stays until it is taken down.
        """
        with self.transaction() as session:
            row = source_row(session, name, now)
            row.store, row.licence, row.stale_after_days = store, licence, stale_after_days

    def terms_of(self, source: str) -> Terms:
        """Return what may be kept of a source; all, where nothing else was said."""
        with self.reading() as session:
            row = session.exec(select(SourceRow).where(SourceRow.name == clean(source))).first()
            return Terms() if row is None else Terms(row.store, row.licence)


def source_row(session: Session, name: str, now: datetime) -> SourceRow:
    """Return the row of a source, created if it is unknown."""
    row = session.exec(select(SourceRow).where(SourceRow.name == clean(name))).first()
    if row is None:
        row = SourceRow(name=name, created_at=now)
        session.add(row)
        session.flush()
    return row


def source_id(session: Session, name: str, now: datetime) -> int:
    """Return the id of a source, created if it is unknown."""
    row = source_row(session, name, now)
    assert row.id is not None
    return row.id
