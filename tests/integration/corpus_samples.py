"""Transcripts written for the tests of corpora, and the two ways of holding them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from db.search import StoredCorpus
from db.store import Store
from verifier.model.transcript import Record, RecordDate, Role, Transcript, Turn, version_of
from verifier.retrieve.indexed import IndexedCorpus
from verifier.retrieve.memory import MemoryCorpus

NOW = datetime(2025, 3, 20, 6, 30, tzinfo=UTC)

SUBJECTS = "the harbour bridge|our water mains|every night train|that old archive|the northern ferry|a public library"
VERBS = (
    "will reopen|needs new pumps|has lost its funding|must be measured again|cannot wait for spring|was inspected twice"
)
ENDS = (
    "before the council meets|after the storm season|without further delay|under the present contract|by common consent"
)


def sentence(number: int) -> str:
    """Return one of 180 plain sentences; neighbours in number share no words but the small ones."""
    subject, verb, end = SUBJECTS.split("|"), VERBS.split("|"), ENDS.split("|")
    return f"{subject[number % 6].capitalize()} {verb[number // 6 % 6]} {end[number // 36 % 5]}."


def speech(first: int, count: int) -> str:
    """Return *count* sentences, the first of that number."""
    return " ".join(sentence(number) for number in range(first, first + count))


def transcript(doc_id: str, *turns: Turn, day: str | None = "2025-03-05", **changes: object) -> Transcript:
    """Return an English record of the ministry, of 5 March 2025 unless *day* says otherwise."""
    speakers = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER))
    told: dict[str, object] = {
        "source": "works",
        "lang": "en",
        "title": f"Press briefing {doc_id}",
        "dates": (RecordDate(date.fromisoformat(day), "meta"),) if day else (),
        "words": sum(len(turn.text.split()) for turn in turns),
        "speakers": speakers,
    }
    told.update(changes)
    version = version_of(str(told["source"]), doc_id, turns)
    return Transcript(Record(doc_id=doc_id, version=version, **told), turns)  # type: ignore[arg-type]


def briefings() -> list[Transcript]:
    """Return six transcripts of three people, in which each sentence stands somewhere."""
    names = (("Ada Lind", "ada-lind"), ("Bo Ek", None), ("Cato Berg", "cato-berg"))
    made = []
    for number in range(6):
        turns = []
        for part in range(3):
            name, identity = names[(number + part) % 3]
            turns.append(Turn("Joan Park", f"What about item {number}-{part}?", role=Role.QUESTION))
            turns.append(Turn(name, speech(30 * number + 10 * part, 10), identity))
        made.append(transcript(f"b{number}", *turns, day=f"2025-03-{5 + number:02}"))
    return made


class Holding:
    """One way of holding transcripts: each call of ``of`` gives a corpus of its own."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind = kind
        self._folder = folder
        self._stores: list[Store] = []

    def of(self, *batches: Iterable[Transcript], without: Sequence[str] = (), **standing: Any) -> IndexedCorpus:
        """Return a corpus into which the batches were put one after another, the doc_ids of *without* taken out.

        *standing* says how the sources stand: outcomes, gaps, declarations, reaches.
        """
        if self.kind == "memory":
            given = (held for batch in batches for held in batch if held.record.doc_id not in without)
            return MemoryCorpus(given, **standing)
        store = Store.open(self._folder / f"{len(self._stores)}.db")
        self._stores.append(store)
        for batch in batches:
            store.add_transcripts(batch, now=NOW)
        for doc_id in without:
            store.take_down_transcript("works", doc_id, reason="asked for", now=NOW)
        return StoredCorpus(store.raw, **standing)

    def close(self) -> None:
        """Close what was opened."""
        for store in self._stores:
            store.close()
