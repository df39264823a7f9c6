"""The store: everything that is kept, behind one value that knows nothing of how verdicts are made.

    with Store.open("quote-verifier.db") as store:
        store.add_transcripts(transcripts, now=now)

Times are always given, never read from a clock. A method is one short transaction;
``store.transaction()`` joins several into one.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.search import StoredCorpus
from db.store.articles import KeptClaim
from db.store.attempts import Conditions, Snapshot
from db.store.auditing import AuditedArticle, AuditedVerdict, AuditedVersion, Auditing
from db.store.entries import Entries, EntryState, KeptEntry
from db.store.evidence import Evidence, VersionEvidence
from db.store.exporting import Exporting, Received
from db.store.harvests import HarvestedDays, Harvests, KeptHarvest
from db.store.people import KnownPersons
from db.store.reading import Explanation, Reading, ReportRow, headlines_of
from db.store.record_events import RecordEvent, RecordEvents, TextChange
from db.store.reviews import Decision, Review, Reviews
from db.store.runs import KeptRun, Runs
from db.store.sources import Terms
from db.store.takedown import Takedowns
from db.store.transcripts import ImportCounts, ImportedLine, Transcripts
from db.store.verdicts import KeptVerdict
from verifier.model.evidence import SourceOutcome
from verifier.retrieve.coverage import Declaration, Gap
from verifier.retrieve.reach import Reach
from verifier.speakers.registry import People

__all__ = [
    "AuditedArticle",
    "AuditedVerdict",
    "AuditedVersion",
    "Conditions",
    "Decision",
    "EntryState",
    "Explanation",
    "HarvestedDays",
    "ImportCounts",
    "ImportedLine",
    "KeptClaim",
    "KeptEntry",
    "KeptHarvest",
    "KeptRun",
    "KeptVerdict",
    "Received",
    "RecordEvent",
    "ReportRow",
    "Review",
    "Snapshot",
    "Store",
    "Terms",
    "TextChange",
    "VersionEvidence",
    "headlines_of",
]


class Store(
    Transcripts,
    Evidence,
    Harvests,
    Entries,
    RecordEvents,
    Reading,
    Reviews,
    Runs,
    KnownPersons,
    Takedowns,
    Auditing,
    Exporting,
):
    """Everything that is kept, in one database."""

    def corpus(
        self,
        people: People | None,
        outcomes: Sequence[SourceOutcome] = (),
        gaps: Sequence[Gap] = (),
        declarations: Sequence[Declaration] = (),
        reaches: Sequence[Reach] = (),
    ) -> StoredCorpus:
        """Return the newest transcripts, searchable while the store is open.

        *outcomes*, *gaps*, *declarations* and *reaches* say how the sources stand, for coverage; what they
        list without its text being held is known here.
        """
        return StoredCorpus(self.raw, people, outcomes, gaps, declarations, reaches)
