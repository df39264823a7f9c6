"""Fit the probability that words stand at their place, and show how well it holds on other transcripts.

    python benchmarks/calibration.py --set NAME=FOLDER [--set …] [--split dev] [--diagram FILE.svg]

FOLDER holds ``cases.jsonl``, one quotation a line (``id``, ``quote``, ``lang``, ``kind``, ``split``,
``claimed_speaker``, ``claimed_date`` and ``gold`` with ``found``), and ``v.db``, the database into which
its transcripts were imported. Each set is judged by weights fitted on the others, so that the figures
are of transcripts that the weights have not seen; the weights printed last are fitted on all of them
and go into ``verifier/model/policy.py`` with a new version. Printed of each set: cases, expected
calibration error over ten bins, AUROC, and the shares called found (probability of at least .5).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from db.search import StoredCorpus
from db.store import Store
from verifier.model.policy import Policy
from verifier.model.text import Interval
from verifier.pipeline import statement_of, verify_statement
from verifier.signals.probability import WEIGHTS
from verifier.speakers.registry import People

# Pulls the weights towards 0: the cases part the classes almost wholly, and real alterations are rougher.
_RIDGE = 0.05
_BINS = 10


class Case(NamedTuple):
    """One quotation as the signals see it."""

    kind: str
    found: bool
    signals: tuple[float, ...]


def read_set(folder: Path, split: str, people: People) -> Iterator[Case]:
    """Yield the cases of one folder with their signals; those without any place have none and are left out."""
    with (
        Store.open(folder / "v.db", write=False) as store,
        (folder / "cases.jsonl").open(encoding="utf-8") as lines,
    ):
        corpus = StoredCorpus(store.raw, people)
        for line in lines:
            case = json.loads(line)
            if split in ("all", case["split"]) and (signals := signals_of(case, corpus, people)):
                yield Case(case["kind"], case["gold"]["found"], signals)


def signals_of(case: dict[str, Any], corpus: StoredCorpus, people: People) -> tuple[float, ...] | None:
    """Return the signals of a case in the order of the weights, or None where no place was found."""
    day = Interval.parse(case["claimed_date"])
    asked = statement_of(case["quote"], people, speaker=case["claimed_speaker"], date=day, lang=case["lang"])
    scores = {one.name: one.score for one in verify_statement(asked, None, corpus, people).signals}
    values = [scores.get(name) for name in WEIGHTS]
    return None if None in values else tuple(value or 0.0 for value in values)


def design(cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    """Return the signals with a column of ones, and which cases are found."""
    signals = np.array([[*case.signals, 1.0] for case in cases])
    return signals, np.array([case.found for case in cases], float)


def fitted(cases: Sequence[Case]) -> np.ndarray:
    """Return the weights of a ridge logistic regression, the intercept last, by Newton's method."""
    signals, found = design(cases)
    weights = np.zeros(signals.shape[1])
    ridge = _RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 0.0
    for _ in range(100):
        expected = sigmoid(signals @ weights)
        slope = signals.T @ (found - expected) - ridge @ weights
        curve = signals.T @ (signals * (expected * (1 - expected))[:, None]) + ridge + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def sigmoid(values: np.ndarray) -> np.ndarray:
    """Return the logistic function of each value."""
    return 1 / (1 + np.exp(-np.clip(values, -40, 40)))


def bins_of(probable: np.ndarray, found: np.ndarray) -> list[tuple[int, float, float]]:
    """Return for each tenth of probability: cases, mean probability, share found."""
    number = np.minimum(_BINS - 1, (probable * _BINS).astype(int))
    rows = []
    for one in range(_BINS):
        own = number == one
        count = int(own.sum())
        rows.append((count, float(probable[own].mean()) if count else 0.0, float(found[own].mean()) if count else 0.0))
    return rows


def calibration_error(probable: np.ndarray, found: np.ndarray) -> float:
    """Return the mean distance of probability and share found, bins weighed by their cases."""
    return sum(count * abs(mean - share) for count, mean, share in bins_of(probable, found)) / len(found)


def auroc(probable: np.ndarray, found: np.ndarray) -> float:
    """Return how often a found case is more probable than one that is not; ties count half."""
    absent = np.sort(probable[found == 0])
    held = probable[found == 1]
    below = np.searchsorted(absent, held, "left") + np.searchsorted(absent, held, "right")
    return float(below.mean() / (2 * len(absent)))


def report(name: str, cases: Sequence[Case], probable: np.ndarray) -> None:
    """Print how the probabilities of one set hold."""
    found = np.array([case.found for case in cases], float)
    line = f"{name:10} {len(cases):5} cases  error {calibration_error(probable, found):.4f}  "
    line += f"AUROC {auroc(probable, found):.4f}  called found:"
    absent = sorted({case.kind for case in cases if not case.found})
    for kind, own in [("found", found == 1), *((kind, np.array([c.kind == kind for c in cases])) for kind in absent)]:
        line += f" {kind} {float((probable[own] >= 0.5).mean()):.3f}"
    print(line)


def diagram(rows: Sequence[tuple[int, float, float]]) -> str:
    """Return a reliability diagram as SVG: share found over mean probability, dots as large as their bins."""
    size, edge = 360, 48
    dots = "".join(
        f'<circle cx="{edge + size * mean:.1f}" cy="{edge + size * (1 - share):.1f}" r="{2 + 2 * np.log10(count):.1f}"'
        f"><title>{count} cases: {mean:.2f} expected, {share:.2f} found</title></circle>"
        f'<text x="{edge + size * mean + 9:.1f}" y="{edge + size * (1 - share) + 4:.1f}">{count}</text>'
        for count, mean, share in rows
        if count
    )
    ticks = "".join(
        f'<text x="{edge + size * tick / 10 - 8}" y="{edge + size + 16}">.{tick}</text>'
        f'<text x="{edge - 22}" y="{edge + size * (1 - tick / 10) + 4}">.{tick}</text>'
        for tick in range(0, 10, 2)
    )
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="11">'
        f'<rect width="{whole}" height="{whole}" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#999" stroke-dasharray="4"/>'
        f'<g fill="#1f5fa8">{dots}</g><g fill="#444">{ticks}'
        f'<text x="{edge}" y="{edge - 16}">share of quotations found, over the mean probability of their bin</text></g>'
        "</svg>\n"
    )


def main() -> None:
    """Read the sets, judge each by the others, fit all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=FOLDER", dest="sets")
    parser.add_argument("--split", choices=["dev", "heldout", "all"], default="dev")
    parser.add_argument("--diagram", type=Path)
    asked = parser.parse_args()
    people = People.load()
    folders = dict(one.split("=", 1) for one in asked.sets)
    sets = {name: list(read_set(Path(folder), asked.split, people)) for name, folder in folders.items()}
    judged: list[tuple[np.ndarray, np.ndarray]] = []
    for name, cases in sets.items():
        others = [case for other, held in sets.items() if other != name for case in held] or cases
        signals, found = design(cases)
        probable = sigmoid(signals @ fitted(others))
        report(name, cases, probable)
        judged.append((probable, found))
    probable, found = (np.concatenate(column) for column in zip(*judged, strict=True))
    report("together", [case for cases in sets.values() for case in cases], probable)
    rows = bins_of(probable, found)
    for count, mean, share in rows:
        print(f"  {count:6} cases, {mean:.3f} expected, {share:.3f} found")
    weights = fitted([case for cases in sets.values() for case in cases])
    print(
        f"version {Policy().version}; fitted on all: intercept {weights[-1]:.2f}, "
        + ", ".join(f"{name} {weight:.2f}" for name, weight in zip(WEIGHTS, weights, strict=False))
    )
    if asked.diagram:
        asked.diagram.write_text(diagram(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
