"""The article that started the project, against the real records, where they are at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "../shared"
SEED = SHARED / "data" / "seed"
COMMAND = str(Path(sys.executable).with_name("quote-verifier"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.is_dir(), reason="the real data is not beside this checkout"),
]


@pytest.fixture(scope="module")
def statements(tmp_path_factory) -> list[dict]:
    """Check the seed article against its transcripts and return the statements."""
    database = tmp_path_factory.mktemp("seed") / "seed.db"
    files = [SEED / "whitehouse-2024.jsonl", SEED / "macron-prague.jsonl"]
    subprocess.run([COMMAND, "import", *files, "--db", database], check=True, timeout=120)
    check = [COMMAND, "check", SEED / "article.txt", "--published", "2024-03-08", "--db", database, "--json"]
    done = subprocess.run(check, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)["statements"]


def one(statements: list[dict], words: str) -> dict:
    """Return the one statement that quotes *words*."""
    found = [s for s in statements if any(words in quotation["text"] for quotation in s["quotations"])]
    assert len(found) == 1
    return found[0]


def test_kirby_is_verified(statements):
    """Right words but for a spelling, right day, right speaker."""
    kirby = one(statements, "isn’t asking for that")
    assert (kirby["headline"], kirby["speaker"]) == ("verified", "John Kirby")
    assert (kirby["speaker_check"], kirby["dating"]) == ("same", "consistent")
    assert kirby["claimed_date"] == "2024-03-05"
    assert "He’s never asked for foreign troops" in kirby["match"]["said"]


def test_pistorius_is_one_statement_and_not_checkable(statements):
    """Two parts joined, no date borrowed from Macron's paragraph, no source covers him."""
    pistorius = one(statements, "We don’t need really")
    assert pistorius["id"] == one(statements, "This is something which does not really help")["id"]
    assert (pistorius["speaker"], pistorius["claimed_date"]) == ("Boris Pistorius", None)
    assert (pistorius["headline"], pistorius["coverage"]) == ("not_checkable", "not_covered")


@pytest.mark.parametrize("words", ["not to be cowards", "Is this or is it not our war", "live up to history"])
def test_macron_is_never_denied(statements, words):
    """The record is French: the English words are never called absent or altered."""
    macron = one(statements, words)
    assert macron["speaker"] == "Emmanuel Macron"
    assert macron["wording"] == "translation"
    assert macron["headline"] in {"misdated", "needs_review", "located", "not_checkable"}


def test_the_legal_notice_quotes_nobody(statements):
    """Words such as "fair use" between marks are terms of law, not speech."""
    assert not any("fair use" in q["text"] for s in statements for q in s["quotations"])
