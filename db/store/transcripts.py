"""Transcripts: kept once per state of their text, the newest of them searchable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlmodel import col, select

from db.convert.transcripts import keepable, record_from_rows, turn_from_row
from db.engine import told_plainly
from db.search import settle_index
from db.store.attempts import Snapshot
from db.store.base import OpenDatabase
from db.store.importing import Importer, ImportOutcome, Origin
from db.tables.transcripts import (
    RecordDateRow,
    SourceRow,
    TranscriptRow,
    TranscriptVersionRow,
    TurnRow,
    VersionSpeakerRow,
)
from verifier.model.transcript import Transcript

BATCH = 64  # transcripts a transaction: short enough for another writer's patience


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """A transcript with the line, from 1, of the imported file that holds it."""

    transcript: Transcript
    line: int


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What became of the transcripts that were given."""

    added: int = 0
    new_versions: int = 0  # changed text, now the newest
    unchanged: int = 0
    described_anew: int = 0  # same words, other title, dates, labels …: corrected in place
    worse: int = 0  # changed text, but a worse copy: kept as a version, never the newest
    withheld: int = 0  # the licence of its source keeps the text from us: what it is of, and its hash

    @property
    def total(self) -> int:
        """How many were given."""
        return self.added + self.new_versions + self.unchanged + self.described_anew + self.worse + self.withheld


class Transcripts(OpenDatabase):
    """Sources, transcripts and their versions."""

    def add_transcripts(
        self,
        transcripts: Iterable[Transcript | ImportedLine],
        *,
        now: datetime,
        snapshot: Snapshot | None = None,
        batch: int = BATCH,
        reader: dict[str, Any] | None = None,
        declared_correction: bool = False,
    ) -> ImportCounts:
        """Return how many transcripts were new, changed or known, after keeping and indexing them.

        One transaction a batch: a crash loses at most the batch it interrupts, and a second import
        finds the others unchanged. An unknown source is created. *snapshot* holds the bytes all of
        them were read from, and *reader* says how, so that an audit can read them again. With
        *declared_correction* their page says that it was corrected. Of a source that lets us keep hashes
        alone no text is kept. Errors raised by the iterable itself pass through, earlier batches kept.
        """
        outcomes: dict[ImportOutcome, int] = dict.fromkeys(ImportOutcome, 0)
        waiting = iter(transcripts)
        origin = Origin(snapshot.id if snapshot else None, reader, declared_correction)
        # The iterable is read outside the transaction: parsing takes longer than writing.
        while lines := [_line_of(item) for item in islice(waiting, batch)]:
            with self.transaction(), told_plainly(self.path):
                importer = Importer(self.raw, now, origin)
                for transcript, line in lines:
                    outcomes[importer.keep(transcript, line)] += 1
        counts = ImportCounts(*(outcomes[outcome] for outcome in ImportOutcome))
        if counts.total > counts.unchanged + counts.worse + counts.withheld:
            with self.transaction(), told_plainly(self.path):
                settle_index(self.raw)
        return counts

    def load_transcript(self, source: str, doc_id: str, version: str | None = None) -> Transcript | None:
        """Return a transcript as it is kept, the newest version unless one is named; None if it is not held."""
        wanted = (
            select(TranscriptVersionRow)
            .join(TranscriptRow, col(TranscriptRow.id) == TranscriptVersionRow.transcript_id)
            .join(SourceRow, col(SourceRow.id) == TranscriptRow.source_id)
            .where(SourceRow.name == source, TranscriptRow.doc_id == doc_id)
        )
        newest = col(TranscriptVersionRow.is_newest).is_(True)
        chosen = wanted.where(newest if version is None else TranscriptVersionRow.version == version)
        with self.reading() as session:
            row = session.exec(chosen).first()
            if row is None:
                return None
            dates = select(RecordDateRow).where(RecordDateRow.version_id == row.id)
            names = select(VersionSpeakerRow).where(VersionSpeakerRow.version_id == row.id)
            turns = select(TurnRow).where(TurnRow.version_id == row.id)
            record = record_from_rows(
                source,
                doc_id,
                row,
                session.exec(dates.order_by(col(RecordDateRow.ordinal))),
                session.exec(names.order_by(col(VersionSpeakerRow.ordinal))),
            )
            ordered = session.exec(turns.order_by(col(TurnRow.number)))
            return Transcript(record, tuple(turn_from_row(turn) for turn in ordered))


def _line_of(item: Transcript | ImportedLine) -> tuple[Transcript, int | None]:
    """Return a transcript as it can be kept, with its line."""
    if isinstance(item, ImportedLine):
        return keepable(item.transcript), item.line
    return keepable(item), None
