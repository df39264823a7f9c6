"""Measure the search for candidates: is the place of a quotation among them, how fast, in how much space.

    python benchmarks/retrieval.py --transcripts FILE.jsonl.gz --cases CASES.jsonl [--split dev] [--database FILE]

TRANSCRIPTS is what ``quote-verifier import`` reads. CASES has one quotation a line: ``quote``, ``lang``,
``kind``, ``split``, ``claimed_speaker``, ``claimed_date`` and ``gold`` with ``found``, ``doc_id`` and
``spans``, places in the turns' texts joined by one newline. Without --database one is made in a
temporary folder. Printed are, for each kind, the shares of cases of which every span is met by one of
the first 40, 10 and 1 candidates, of which the first candidate is of the right document, and of which
one candidate covers all; then CPU times and sizes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from db.search import StoredCorpus
from db.store import Store
from verifier.model.article import Speaker
from verifier.model.evidence import Candidate
from verifier.model.text import Interval, Span, hull
from verifier.model.transcript import Record, RecordDate, Transcript, Turn, version_of
from verifier.retrieve.corpus import Budget, Query
from verifier.retrieve.ranking import bits
from verifier.text.folding import fold_words

_NEVER = 10**6
_MEASURES = ("met@40", "met@10", "met@1", "doc@1", "whole@40")


def read_transcripts(path: Path) -> Iterator[Transcript]:
    """Yield the transcripts of a JSONL file, plain or gzipped."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            entry = json.loads(line)
            turns = tuple(Turn(turn["speaker"], turn["text"]) for turn in entry["turns"])
            days = (RecordDate(date.fromisoformat(entry["date"]), "given"),)
            version = version_of(entry["source"], entry["doc_id"], turns)
            record = Record(
                entry["source"], entry["doc_id"], version, entry["lang"], entry["title"], days, entry["url"]
            )
            yield Transcript(record, turns)


def read_cases(path: Path, split: str) -> list[dict[str, Any]]:
    """Return the cases of a split whose quotation stands in a transcript."""
    with path.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    return [case for case in cases if split in ("all", case["split"]) and case["gold"]["found"]]


def build(database: Path, transcripts: Path) -> None:
    """Import the transcripts, and print the time and the space that took."""
    held = list(read_transcripts(transcripts))
    words = sum(len(turn.text.split()) for transcript in held for turn in transcript.turns)
    raw = sum(len(transcript.text.encode()) for transcript in held)
    with Store.open(database) as store:
        started = time.process_time()
        store.add_transcripts(held, now=datetime.now(UTC))
        seconds = time.process_time() - started
    print(f"import: {len(held)} transcripts, {words:,} words, {words / seconds:,.0f} words a second of CPU")
    print(f"database: {database.stat().st_size / raw:.2f} times the {raw / 1e6:.1f} MB of raw text")


def query_of(case: dict[str, Any], claims: bool) -> Query:
    """Return the query of a case, with who and when where *claims* says so."""
    words = tuple(fold_words(case["quote"], case["lang"]))
    if not claims:
        return Query(words)
    return Query(words, Speaker(case["claimed_speaker"]), Interval.parse(case["claimed_date"]))


def judge(candidates: Sequence[Candidate], gold: dict[str, Any]) -> dict[str, bool]:
    """Return which measures the candidates of one case reach."""
    spans = [Span(*span) for span in gold["spans"]]
    own = [(rank, held.span) for rank, held in enumerate(candidates) if held.record.doc_id == gold["doc_id"]]
    met = max(min((rank for rank, place in own if place.meets(span)), default=_NEVER) for span in spans)
    whole = min((rank for rank, place in own if place.holds(hull(*spans))), default=_NEVER)
    document = min((rank for rank, _ in own), default=_NEVER)
    return dict(zip(_MEASURES, (met < 40, met < 10, met < 1, document < 1, whole < 40), strict=True))


def measure(corpus: StoredCorpus, cases: Sequence[dict[str, Any]], claims: bool) -> None:
    """Print what is found of each kind, and how long a search takes."""
    found: defaultdict[str, list[dict[str, bool]]] = defaultdict(list)
    times: list[float] = []
    medium: list[float] = []
    for case in cases:
        query = query_of(case, claims)
        started = time.process_time()
        candidates = corpus.candidates(query, Budget())
        times.append(1000 * (time.process_time() - started))
        if 20 <= len(query.words) <= 30:
            medium.append(times[-1])
        for kind in (case["kind"], "all"):
            found[kind].append(judge(candidates, case["gold"]))
    print(f"\n{'with' if claims else 'without'} claimed speaker and day")
    print(f"{'kind':12}{'cases':>7}" + "".join(f"{name:>10}" for name in _MEASURES))
    for kind, reached in sorted(found.items(), key=lambda item: (item[0] == "all", item[0])):
        shares = [sum(one[name] for one in reached) / len(reached) for name in _MEASURES]
        print(f"{kind:12}{len(reached):7}" + "".join(f"{share:10.3f}" for share in shares))
    ordered = sorted(times)
    print(
        f"ms of CPU a search: mean {statistics.mean(times):.1f}, median {statistics.median(times):.1f}, "
        f"95 % {ordered[int(0.95 * len(ordered))]:.1f}, most {ordered[-1]:.1f}; "
        f"20 to 30 words: {statistics.mean(medium or [0.0]):.1f}"
    )


def measure_bits(corpus: StoredCorpus, cases: Sequence[dict[str, Any]]) -> None:
    """Print how much quotations of each length tell, so that a policy's bound can be chosen."""
    told: defaultdict[int, list[float]] = defaultdict(list)
    for case in cases:
        words = fold_words(case["quote"], case["lang"])
        told[min(30, len(words))].append(bits(words, corpus))
    print("\nbits by folded words of the quotation (30: 30 and more): smallest, median")
    print(
        "; ".join(f"{length}: {min(some):.0f}, {statistics.median(some):.0f}" for length, some in sorted(told.items()))
    )


def main() -> None:
    """Build or open the database, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=Path, required=True)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--split", choices=["dev", "heldout", "all"], default="dev")
    parser.add_argument("--database", type=Path, help="made if it is not there, and kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = asked.database or Path(folder) / "retrieval.db"
        if not database.exists():
            build(database, asked.transcripts)
        cases = read_cases(asked.cases, asked.split)
        with Store.open(database, write=False) as store:
            corpus = StoredCorpus(store.raw)
            for claims in (False, True, True):  # the second time with claims, persons are known already
                measure(corpus, cases, claims)
            measure_bits(corpus, cases)


if __name__ == "__main__":
    main()
