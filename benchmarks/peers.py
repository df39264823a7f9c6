"""Run quote-verifier and other ways to find a quotation on the same quotations, and print one table.

    python benchmarks/peers.py --bench BENCH.py --python PEERS/bin/python CORPUS.jsonl [CORPUS.jsonl ...]

BENCH.py is the comparison that runs the others (``performance/bench.py``); it, and not this project,
needs rapidfuzz and tantivy, so --python names the interpreter of an environment that holds them. Beside
each CORPUS.jsonl lies CORPUS.heldout.jsonl with documents that are not in it. A row tells the words of
the corpus, the CPU that a quotation takes in milliseconds (mean; the median of the others is of wall
clock), the share of quotations, over all levels of noise, of which the right place was found, the words
taken in a second of CPU, and the room on disk as a multiple of the raw text. The others keep their index
alone there, and hold the text in memory; quote-verifier keeps both in its one file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_METHODS = "naive,naive_passages,fts5,fts5_pairs,tantivy,tantivy_pairs"
_OURS = "quote-verifier"
_SPEED = Path(__file__).with_name("speed.py")
_HEAD = f"{'method':16}{'words':>12}{'mean ms':>10}{'median':>9}{'hit rate':>10}{'asked':>7}{'words/s':>11}{'room':>7}"


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one method on one corpus."""

    method: str
    words: int
    mean_ms: float
    median_ms: float
    hit_rate: float
    asked: int
    words_a_second: float | None
    room: float | None

    def __str__(self) -> str:
        """Return the row as a line of the table; what does not apply is a dash."""
        pace = f"{self.words_a_second:,.0f}" if self.words_a_second else "-"
        room = f"{self.room:.2f}" if self.room else "-"
        return (
            f"{self.method:16}{self.words:12,}{self.mean_ms:10.1f}{self.median_ms:9.1f}{self.hit_rate:10.3f}"
            f"{self.asked:7}{pace:>11}{room:>7}"
        )


def size_of(corpus: Path) -> tuple[int, int]:
    """Return how many words, and how many bytes of text, a corpus has."""
    words = raw = 0
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            words += len(text.split())
            raw += len(text.encode())
    return words, raw


def run(asked: argparse.Namespace, corpus: Path, folder: Path) -> tuple[list[dict[str, Any]], dict[str, float]]:
    """Return what the comparison measured of each method on one corpus, and what our own program did of itself."""
    figures, lines = folder / "figures.json", folder / "lines.jsonl"
    own = (
        f"{sys.executable} {_SPEED} --corpus {{corpus}} --quotes {{quotes}} --out {{out}} "
        f"--database {folder / 'own.db'} --figures {figures}"
    )
    held = corpus.with_suffix(".heldout.jsonl")
    bench = [asked.python, str(asked.bench), "--corpus", str(corpus), "--held", str(held), "--out", str(lines)]
    bench += ["--n", str(asked.n), "--secs", str(asked.secs), "--methods", asked.methods, "--external", own]
    subprocess.run(bench, check=True, stdout=sys.stderr)
    measured = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    return measured, json.loads(figures.read_text(encoding="utf-8"))


def row_of(measured: dict[str, Any], own: dict[str, float], words: int, raw: int) -> Row:
    """Return the row of one method."""
    hit_rate = measured["quality(hit,doc,iou,n)"]["all"][0]
    if measured["method"] == "external":
        pace, room = own["words_a_second"], own["room"]
        return Row(_OURS, words, own["mean_ms"], own["median_ms"], hit_rate, measured["n"], pace, room)
    seconds, room = measured["build_cpu_s"], measured["disk_MB"] * 1e6 / raw
    indexed = measured["disk_MB"] > 0  # to join the words of a document is no building
    return Row(
        measured["method"],
        words,
        measured["cpu_ms"],
        measured["p50_ms"],
        hit_rate,
        measured["n"],
        words / seconds if indexed and seconds else None,
        room if indexed else None,
    )


def main() -> None:
    """Run the comparison on each corpus, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--python", default=sys.executable, help="the interpreter that runs BENCH.py")
    parser.add_argument("--methods", default=_METHODS)
    parser.add_argument("--n", type=int, default=10, help="quotations of each length and level of noise")
    parser.add_argument("--secs", type=float, default=60, help="seconds after which another method is stopped")
    asked = parser.parse_args()
    rows: list[Row] = []
    for corpus in asked.corpora:
        words, raw = size_of(corpus)
        with tempfile.TemporaryDirectory() as folder:
            measured, own = run(asked, corpus, Path(folder))
        rows += [row_of(one, own, words, raw) for one in measured]
    print(_HEAD)
    print("\n".join(map(str, rows)))


if __name__ == "__main__":
    main()
