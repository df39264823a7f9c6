"""Measure what a quotation costs from the SQLite file, and what taking transcripts into it costs.

    python benchmarks/speed.py --corpus CORPUS.jsonl --database FILE [--quotes QUOTES.jsonl --out OUT.jsonl]

CORPUS has one document a line: ``id`` and ``text``; a line of the text that begins with a name and a
colon begins a turn, so that the turns joined by one newline are the text again. The database is made
if it is not there, and kept. QUOTES has one quotation a line: ``id`` and ``text``; to each the best
place is written to OUT: ``id``, ``doc``, ``start_char``, ``end_char`` and ``score`` (0 to 100), or a
``doc`` of null. A quotation goes the whole way from its words to its verdict. Printed to standard
error are the rates, each in CPU of this process; the start is not in them. They are written as JSON to
the file of --figures, too: ``benchmarks/peers.py`` puts them beside those of other programs.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.search import StoredCorpus
from db.store import Store
from verifier.model.evidence import Match, Verdict
from verifier.model.transcript import Record, Transcript, Turn, version_of
from verifier.pipeline import statement_of, verify_statement
from verifier.speakers.registry import People

_TURN = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): ")
_ADDED = "It is said here once, and nowhere else, that the harbour lamps were counted twice before the ferry left. "


def turns_of(text: str, *, whole: bool) -> tuple[Turn, ...]:
    """Return the turns of a document; joined by one newline they are its text."""
    if whole:
        return (Turn(None, text),)
    blocks: list[list[str]] = []
    speakers: list[str | None] = []
    for line in text.split("\n"):
        named = _TURN.match(line)
        if named or not blocks:
            blocks.append([line])
            speakers.append(named.group(1) if named else None)
        else:
            blocks[-1].append(line)
    return tuple(Turn(speaker, "\n".join(lines)) for speaker, lines in zip(speakers, blocks, strict=True))


def transcript_of(doc_id: str, text: str, *, whole: bool) -> Transcript:
    """Return a document as the record of an undated event."""
    turns = turns_of(text, whole=whole)
    speakers = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    version = version_of("benchmark", doc_id, turns)
    words = len(text.split())
    return Transcript(Record("benchmark", doc_id, version, "en", doc_id, (), speakers=speakers, words=words), turns)


def read_documents(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a corpus."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class _Corpus:
    """The transcripts of a corpus one after another, with what was read of them and how long reading took."""

    def __init__(self, corpus: Path, *, whole: bool) -> None:
        self.corpus, self.whole = corpus, whole
        self.words = self.raw = self.count = 0
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Transcript]:
        started = time.process_time()
        for document in read_documents(self.corpus):
            transcript = transcript_of(document["id"], document["text"], whole=self.whole)
            self.words += transcript.record.words
            self.raw += len(document["text"].encode())
            self.count += 1
            self.seconds += time.process_time() - started
            yield transcript
            started = time.process_time()


def build(database: Path, corpus: Path, *, whole: bool) -> dict[str, float]:
    """Import a corpus, as the command does, in one go; return and say how fast that was and what room it takes."""
    read = _Corpus(corpus, whole=whole)
    with Store.open(database) as store:
        started = time.process_time()
        store.add_transcripts(read, now=datetime.now(UTC))
        seconds = time.process_time() - started - read.seconds
    size, words = database.stat().st_size, read.words
    say(f"import: {read.count} transcripts, {words:,} words, {words / seconds:,.0f} words a second")
    say(
        f"room: {size / 1e6:.1f} MB for text and index, {size / read.raw:.2f} times the {read.raw / 1e6:.1f} MB of text"
    )
    return {"words": words, "words_a_second": words / seconds, "room": size / read.raw}


def measure_adding(database: Path) -> dict[str, float]:
    """Add five transcripts of about 5,000 words; return and say how long adding one took, in the median."""
    times = []
    with Store.open(database) as store:
        for number in range(5):
            added = transcript_of(f"added/{number}", _ADDED * 250 + str(time.time_ns()), whole=True)
            started = time.process_time()
            store.add_transcripts([added], now=datetime.now(UTC))
            times.append(1000 * (time.process_time() - started))
    say(f"adding one transcript of 5,000 words: {sorted(times)[2]:.0f} ms")
    return {"adding_ms": sorted(times)[2]}


def best_place(verdict: Verdict) -> Match | None:
    """Return the best place that was found, whether or not it is good enough to be a match."""
    return verdict.match or next(iter(verdict.runners_up), None)


def answer(database: Path, quotes: Path, out: Path) -> dict[str, float]:
    """Write the best place of every quotation; return and say what a quotation costs."""
    people = People.load()
    times: list[float] = []
    with Store.open(database, write=False) as store, out.open("w", encoding="utf-8") as answers:
        corpus = StoredCorpus(store.raw, people)
        corpus.size()
        gc.freeze()  # as the command ``quotes`` does
        gc.set_threshold(10_000)
        for asked in read_documents(quotes):
            started = time.process_time()
            statement = statement_of(asked["text"], people, id=str(asked["id"]))
            found = best_place(verify_statement(statement, None, corpus, people))
            times.append(1000 * (time.process_time() - started))
            place: dict[str, Any] = {"id": asked["id"], "doc": None}
            if found is not None:
                spans = found.alignment.spans
                place |= {
                    "doc": found.record.doc_id,
                    "start_char": min(span.start for span in spans),
                    "end_char": max(span.end for span in spans),
                    "score": 100 * found.wording_score,
                }
            answers.write(json.dumps(place) + "\n")
    times.sort()
    say(
        f"a quotation: {sum(times) / len(times):.1f} ms of CPU on average over {len(times)}, median "
        f"{times[len(times) // 2]:.1f}, 95 % {times[int(0.95 * len(times))]:.1f}, most {times[-1]:.1f}"
    )
    return {"mean_ms": sum(times) / len(times), "median_ms": times[len(times) // 2]}


def say(line: str) -> None:
    """Print a line to standard error: standard output is the caller's."""
    print(line, file=sys.stderr)


def main() -> None:
    """Build the database where it is missing, then answer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--database", type=Path, required=True)
    parser.add_argument("--quotes", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--whole", action="store_true", help="one turn a document, whoever speaks in it")
    parser.add_argument("--add", action="store_true", help="measure adding one transcript, too")
    parser.add_argument("--figures", type=Path, help="where to write what was measured, as JSON")
    asked = parser.parse_args()
    figures: dict[str, float] = {}
    if not asked.database.exists():
        figures |= build(asked.database, asked.corpus, whole=asked.whole)
    if asked.add:
        figures |= measure_adding(asked.database)
    if asked.quotes and asked.out:
        figures |= answer(asked.database, asked.quotes, asked.out)
    if asked.figures:
        asked.figures.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
