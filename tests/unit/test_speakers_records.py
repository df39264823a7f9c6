"""Every speaker name of real records, where they stand beside the checkout."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

import pytest

from verifier.model.article import Speaker
from verifier.speakers.labels import names_nobody
from verifier.speakers.names import Fit, fold_name, name_fit
from verifier.speakers.registry import People
from verifier.speakers.same import same_person

FOLDER = Path(__file__).parents[2] / "../shared/data/transcripts"
PEOPLE = People.load()
LIMIT = {"wh.jsonl.gz": 1500, "bt.jsonl.gz": 12}  # a plenary has a hundred speakers, a briefing two
pytestmark = pytest.mark.shared


def records(name: str) -> Iterator[tuple[date, list[str]]]:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"no {name} beside the checkout")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            names = {turn["speaker"] for turn in record["turns"]}
            yield date.fromisoformat(record["date"]), sorted(name for name in names if not names_nobody(name))


@pytest.mark.parametrize("name", ["wh.jsonl.gz", "bt.jsonl.gz"])
def test_each_name_is_itself_and_its_surname_is_its_own(name: str) -> None:
    """A name is the same as itself; its surname is, if nobody else there has one like it; and nobody is another."""
    answers: Counter[tuple[str, bool | None]] = Counter()
    for day, speakers in islice(records(name), LIMIT[name]):
        for speaker in speakers[:60]:
            assert same_person(Speaker(speaker), speaker, None, PEOPLE, day, speakers) is True
            surname = speaker.split()[-1]
            others = [other for other in speakers if fold_name(other) != fold_name(speaker)]
            if not any(name_fit(surname, other) > Fit.OTHER for other in others):
                answers["surname", same_person(Speaker(surname), speaker, None, PEOPLE, day, speakers)] += 1
        for speaker, other in pairwise(speakers):
            answers["neighbour", same_person(Speaker(speaker), other, None, PEOPLE, day, speakers)] += 1
    # What is left are offices without a name ("Second Gentleman"), "King Felipe Vi", and one person's two labels.
    assert answers["surname", True] / sum(n for (kind, _), n in answers.items() if kind == "surname") > 0.99
    assert answers["neighbour", False] / sum(n for (kind, _), n in answers.items() if kind == "neighbour") > 0.98
