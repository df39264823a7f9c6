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
from db.store.evidence import Evidence, Snapshot, VersionEvidence
from db.store.people import KnownPersons
from db.store.reading import Explanation, Reading, ReportRow, headlines_of
from db.store.reviews import Decision, Review, Reviews
from db.store.runs import KeptRun, Runs
from db.store.takedown import Takedowns
from db.store.transcripts import ImportCounts, ImportedLine, Transcripts
from db.store.verdicts import KeptVerdict
from verifier.model.evidence import SourceOutcome
from verifier.retrieve.coverage import Declaration, Gap
from verifier.speakers.registry import People

__all__ = [
    "Decision",
    "Explanation",
    "ImportCounts",
    "ImportedLine",
    "KeptClaim",
    "KeptRun",
    "KeptVerdict",
    "ReportRow",
    "Review",
    "Snapshot",
    "Store",
    "VersionEvidence",
    "headlines_of",
]


class Store(Transcripts, Evidence, Reading, Reviews, Runs, KnownPersons, Takedowns):
    """Everything that is kept, in one database."""

    def corpus(
        self,
        people: People | None,
        outcomes: Sequence[SourceOutcome] = (),
        gaps: Sequence[Gap] = (),
        declarations: Sequence[Declaration] = (),
    ) -> StoredCorpus:
        """Return the newest transcripts, searchable while the store is open.

        *outcomes*, *gaps* and *declarations* say what became of the sources, for coverage.
        """
        return StoredCorpus(self.raw, people, outcomes, gaps, declarations)
