"""The tables, dumb on purpose; importing this module registers them all in ``Row.metadata``."""

from db.tables.articles import (
    ArticleRow,
    ArticleVersionRow,
    ClaimRow,
    OfficeRow,
    QuotationRow,
    SpeakerNameRow,
    SpeakerRow,
    StatementRow,
)
from db.tables.base import Row
from db.tables.harvest import EntryRow, RecordEventRow, VersionChangeRow
from db.tables.runs import HarvestRow, LeaseRow, RunProblemRow, RunRow, SearchRow
from db.tables.transcripts import (
    FetchRow,
    RecordDateRow,
    SnapshotRow,
    SourceRow,
    TranscriptRow,
    TranscriptVersionRow,
    TurnRow,
    VersionSpeakerRow,
)
from db.tables.verdicts import AlignmentRow, MatchRow, ReviewRow, SignalRow, TakedownRow, VerdictRow

__all__ = [
    "AlignmentRow",
    "ArticleRow",
    "ArticleVersionRow",
    "ClaimRow",
    "EntryRow",
    "FetchRow",
    "HarvestRow",
    "LeaseRow",
    "MatchRow",
    "OfficeRow",
    "QuotationRow",
    "RecordDateRow",
    "RecordEventRow",
    "ReviewRow",
    "Row",
    "RunProblemRow",
    "RunRow",
    "SearchRow",
    "SignalRow",
    "SnapshotRow",
    "SourceRow",
    "SpeakerNameRow",
    "SpeakerRow",
    "StatementRow",
    "TakedownRow",
    "TranscriptRow",
    "TranscriptVersionRow",
    "TurnRow",
    "VerdictRow",
    "VersionChangeRow",
    "VersionSpeakerRow",
]
