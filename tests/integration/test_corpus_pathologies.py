"""Quotations and records that no newspaper prints: each is answered in seconds, and the answer says what was done."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache

import pytest
from corpus_samples import NOW, briefings, speech, transcript

from db.search import StoredCorpus
from db.store import Store
from verifier.model.evidence import Verdict, Wording
from verifier.model.text import Interval, Span
from verifier.model.transcript import Turn
from verifier.pipeline import statement_of, verify_statement
from verifier.speakers.registry import People

SECONDS = 20  # of CPU; each takes less than one where nothing else runs
PEOPLE = People.load()
SYLLABLES = "ba ke lo mi nu ra si to vu we".split()
PATIENCE = "I thank the honourable members of the committee for their patience."


def invented(count: int, seed: int) -> str:
    """Return *count* words of no language, always the same for one seed."""
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices(SYLLABLES, k=chosen.randint(2, 5))) for _ in range(count))


def storm(number: int) -> str:
    """Return one of many sentences that differ in a number alone."""
    return f"We shall mend the harbour bridge before number {number} of the winter storms comes over the western sea."


@contextmanager
def bounded() -> Iterator[None]:
    """Require that the block takes seconds of CPU, not minutes."""
    started = time.process_time()
    yield
    assert time.process_time() - started < SECONDS


def ask(store: Store, text: str, speaker: str | None = None, day: date | None = None) -> Verdict:
    """Return the verdict on a quotation given by itself, in bounded time."""
    with bounded():
        statement = statement_of(text, PEOPLE, speaker=speaker, date=Interval(day, day) if day else None)
        return verify_statement(statement, None, StoredCorpus(store.raw, PEOPLE), PEOPLE)


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """Return a maker of databases that hold some transcripts, one for each name."""
    folder = tmp_path_factory.mktemp("pathologies")
    made: dict[str, Store] = {}

    def holding(name, transcripts):
        if name not in made:
            made[name] = Store.open(folder / f"{name}.db")
            with bounded():
                made[name].add_transcripts(transcripts, now=NOW)
        return made[name]

    yield holding
    for store in made.values():
        store.close()


ENDLESS = invented(65_000, 1)


@pytest.mark.parametrize(
    ("quotation", "place"),
    [
        pytest.param(ENDLESS[:500_000], "endless", id="that a record has"),
        pytest.param(invented(65_000, 2)[:500_000], None, id="that none has"),
        pytest.param("a" * 500_000, None, id="of one word"),
        pytest.param("-" * 500_000, None, id="of marks"),
        pytest.param("[a] … " * 83_000, None, id="of brackets and ellipses"),
        pytest.param("harbour " * 62_500, None, id="of one word again and again"),
    ],
)
def test_a_quotation_of_500_kb(stores, quotation, place):
    """A quotation without end is read as far as the policy allows, and the verdict is flagged as of a cut one."""
    store = stores("endless", [*briefings(), transcript("endless", Turn("Ada Lind", ENDLESS))])
    verdict = ask(store, quotation)
    assert "quotation_cut" in verdict.flags
    assert (verdict.match.record.doc_id if verdict.match else None) == place


def test_what_a_long_quotation_costs_is_bounded(stores):
    """Ten times the words beyond the policy's bound do not cost ten times as much."""
    store = stores("endless", [*briefings(), transcript("endless", Turn("Ada Lind", ENDLESS))])
    costs = []
    for characters in (50_000, 500_000):
        started = time.process_time()
        ask(store, ENDLESS[:characters])
        costs.append(time.process_time() - started)
    assert costs[1] < 6 * costs[0] + 0.5


@cache
def huge_text() -> str:
    """Return ten million characters."""
    return ". ".join(invented(90, seed) for seed in range(2_000, 22_000))[:10_000_000]


def huge(stores):
    """Return a database with one turn of ten million characters among others."""
    return stores("huge", [*briefings(), transcript("huge", Turn("Ada Lind", huge_text()))])


@pytest.mark.parametrize("claimed", [pytest.param(False, id="of nobody"), pytest.param(True, id="of the speaker")])
def test_a_turn_of_10_mb(stores, claimed):
    """A quotation is found to the character far inside a turn without end, with and without claims."""
    text = huge_text()
    start = text.index(". ", 7_000_000) + 2
    quotation = text[start : text.index(" ", start + 150)]
    who, day = ("Ada Lind", date(2025, 3, 5)) if claimed else (None, None)
    verdict = ask(huge(stores), quotation, who, day)
    assert verdict.wording is Wording.EXACT
    assert verdict.match.record.doc_id == "huge"
    assert verdict.match.alignment.spans == (Span(start, start + len(quotation)),)


def test_words_that_a_turn_of_10_mb_lacks(stores):
    """Where the claimed speaker's turn has no end, that it lacks the words is told, with how much was searched."""
    verdict = ask(huge(stores), invented(20, 1), "Ada Lind", date(2025, 3, 5))
    assert verdict.wording is Wording.NO_MATCH
    assert "No record searched contains these words." in verdict.reasons
    assert any("transcripts of Ada Lind" in reason for reason in verdict.reasons)


def near_duplicates(stores, kind):
    """Return a database with 3,000 sentences that differ in a number alone, one a record or all in one turn."""
    if kind == "apart":
        return stores(kind, [transcript(f"n{number}", Turn("Ada Lind", storm(number))) for number in range(3000)])
    return stores(kind, [transcript("all", Turn("Ada Lind", " ".join(map(storm, range(3000)))))])


@pytest.mark.parametrize("kind", ["apart", "together"])
def test_one_of_3000_near_duplicates(stores, kind):
    """Of sentences that differ in a number alone the one with the quoted number is the place."""
    verdict = ask(near_duplicates(stores, kind), storm(1234))
    assert verdict.match.said.rstrip(".") == storm(1234).rstrip(".")
    assert "equally_good_places" not in verdict.flags


@pytest.mark.parametrize("kind", ["apart", "together"])
def test_none_of_3000_near_duplicates(stores, kind):
    """Where each is as near as the others, it is told that there are others, and what differs."""
    verdict = ask(near_duplicates(stores, kind), storm(9999))
    assert "equally_good_places" in verdict.flags
    assert any("“9999” where the record has" in reason for reason in verdict.reasons)
    assert verdict.runners_up


def often(stores):
    """Return a database with one phrase in 400 records of two people on as many days."""
    return stores(
        "often",
        [
            transcript(
                f"p{number}",
                Turn("Ada Lind" if number % 2 else "Bo Ek", f"{speech(number % 150, 12)} {PATIENCE}"),
                day=date.fromordinal(date(2010, 1, 1).toordinal() + 9 * number).isoformat(),
            )
            for number in range(400)
        ],
    )


def test_a_phrase_that_stands_400_times(stores):
    """That it stands elsewhere too is told, and no one place is given for the place."""
    verdict = ask(often(stores), PATIENCE)
    assert "equally_good_places" in verdict.flags
    assert any("other events" in reason for reason in verdict.reasons)
    assert verdict.headline.value in {"not_checkable", "fragment_located", "located"}


def test_a_phrase_that_stands_400_times_with_a_claim(stores):
    """Of equal places the one of the claimed person and day is compared, though hundreds stand before it."""
    verdict = ask(often(stores), PATIENCE, "Ada Lind", date.fromordinal(date(2010, 1, 1).toordinal() + 9 * 301))
    assert verdict.match.record.doc_id == "p301"
    assert "equally_good_places" in verdict.flags
