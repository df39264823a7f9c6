"""Every attempt at an address is kept, and says what the next one must know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from store_samples import LATER, NOW, new_database

from db.store import Conditions, Store
from verifier.errors import DatabaseError
from verifier.model.page import Page

URL = "https://works.example/1"
PAGE = Page(b"<html>The bridge</html>", NOW, URL, URL, (URL,), 200, headers=(("ETag", '"a1"'), ("X-Cache", "HIT")))
HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        opened.begin_run("harvest", policy="p", parameters={}, now=NOW)
        opened.begin_run("harvest", policy="p", parameters={}, now=LATER)
        yield opened


def rows(store: Store, columns: str) -> list[tuple[object, ...]]:
    return store.raw.execute(f"SELECT {columns} FROM fetches ORDER BY id").fetchall()


def test_a_page_comes_with_its_source_its_run_and_its_etag(store: Store, tmp_path: Path) -> None:
    """The first run and the last are told, and how many tries it took."""
    store.add_snapshot(PAGE, tmp_path / "e", source="works", run_id=1, attempts=2)
    store.add_snapshot(replace(PAGE, retrieved_at=LATER), tmp_path / "e", source="works", run_id=2)
    assert rows(store, "outcome, status, etag, run_id, last_run_id, times, attempts, source_id") == [
        ("ok", 200, '"a1"', 1, 2, 2, 1, 1)
    ]


def test_every_change_of_answer_is_a_row(store: Store, tmp_path: Path) -> None:
    """A wall between two good answers stands between them; the same failure again is counted."""
    store.add_snapshot(PAGE, tmp_path / "e", source="works", run_id=1)
    for moment in (NOW, LATER):
        store.add_attempt(
            "works",
            1,
            URL,
            "wall",
            now=moment,
            status=403,
            final_url="https://works.example/login",
            hops=(URL, "https://works.example/login"),
            attempts=3,
            message="a wall stands before the page (403)",
            next_attempt_at=LATER + HOUR,
        )
    store.add_snapshot(PAGE, tmp_path / "e", source="works", run_id=2)
    assert rows(store, "outcome, times, attempts, status, hops, message, next_attempt_at") == [
        ("ok", 1, 1, 200, f'["{URL}"]', None, None),
        (
            "wall",
            2,
            3,
            403,
            f'["{URL}","https://works.example/login"]',
            "a wall stands before the page (403)",
            "2025-03-21T07:30:00.000000Z",
        ),
        ("ok", 1, 1, 200, f'["{URL}"]', None, None),
    ]


OUTCOMES = (
    "cut empty wall soft_404 gone wrong_type too_large too_slow http_error rate_limited blocked_address"
    " blocked_robots tls_error undecodable parse_failed suspicious_change"
)


@pytest.mark.parametrize("outcome", OUTCOMES.split())
def test_each_outcome_is_kept(store: Store, outcome: str) -> None:
    """Whatever came of an attempt is its row's outcome."""
    assert store.add_attempt("works", 1, URL, outcome, now=NOW) == outcome
    assert rows(store, "outcome, snapshot_id") == [(outcome, None)]


def test_c01_an_asked_not_modified_stands_for_the_bytes_that_are_held(store: Store, tmp_path: Path) -> None:
    """It is a row of its own, and the next request may say the same again."""
    held = store.add_snapshot(PAGE, tmp_path / "e", source="works", run_id=1)
    assert store.add_attempt("works", 2, URL, "not_modified", now=LATER, status=304) == "not_modified"
    assert rows(store, "outcome, snapshot_id") == [("ok", 1), ("not_modified", 1)]
    assert store.conditions_for(URL) == Conditions('"a1"', None, held, NOW)


def test_c02_an_unasked_not_modified_is_an_error(store: Store) -> None:
    """An address that never gave a page cannot be unchanged."""
    assert store.add_attempt("works", 1, URL, "not_modified", now=NOW, status=304) == "http_error"
    assert rows(store, "outcome, message") == [("http_error", "unchanged, but never had (304)")]
    assert store.conditions_for(URL) is None


def test_c04_a_page_is_had_whole_once_a_week(store: Store, tmp_path: Path) -> None:
    """A text may be changed under an unchanged ETag."""
    store.add_snapshot(PAGE, tmp_path / "e")
    store.add_attempt(None, 1, URL, "not_modified", now=NOW + timedelta(days=6), status=304)
    assert store.conditions_for(URL, now=NOW + timedelta(days=6)) is not None
    assert store.conditions_for(URL, now=NOW + timedelta(days=7)) is None


def test_a_page_that_could_not_be_read_is_had_whole(store: Store, tmp_path: Path) -> None:
    """Bytes that made no transcript are no ground for asking only whether they changed."""
    snapshot = store.keep_bytes(PAGE, tmp_path / "e", source="works")
    store.add_attempt("works", 1, URL, "parse_failed", now=NOW, page=PAGE, snapshot=snapshot, message="no labels")
    assert rows(store, "outcome, snapshot_id, etag, status") == [("parse_failed", 1, '"a1"', 200)]
    assert store.conditions_for(URL) is None
    assert store.conditions_for("https://works.example/never") is None


def test_a_rate_limit_defers_its_source_until_a_good_answer(store: Store, tmp_path: Path) -> None:
    """The latest time asked for counts; another source is not concerned."""
    for number, hours in ((1, 5), (2, 3)):
        store.add_attempt("works", 1, f"{URL}/{number}", "rate_limited", now=NOW, next_attempt_at=NOW + hours * HOUR)
    assert store.deferred_until(source="works") == NOW + 5 * HOUR
    assert store.deferred_until(url=f"{URL}/2") == NOW + 3 * HOUR
    assert store.deferred_until(source="parliament") is None
    assert store.deferred_until(url=URL) is None
    store.add_snapshot(replace(PAGE, retrieved_at=LATER), tmp_path / "e", source="works")
    assert store.deferred_until(source="works") is None


def test_gone_in_a_row(store: Store, tmp_path: Path) -> None:
    """Only the attempts since the last other answer count."""
    assert store.gone_in_a_row(URL) == 0
    for outcome in ("gone", "too_slow", "gone", "gone"):
        store.add_attempt("works", 1, URL, outcome, now=NOW)
    assert store.gone_in_a_row(URL) == 2
    store.add_snapshot(PAGE, tmp_path / "e")
    assert store.gone_in_a_row(URL) == 0


def test_of_a_source_of_hashes_no_bytes_are_kept(store: Store, tmp_path: Path) -> None:
    """Hash, size and time are; who asks for the bytes is told why there are none."""
    store.keep_source("works", now=NOW, store="hash", licence="all rights reserved")
    kept = store.add_snapshot(PAGE, tmp_path / "e", source="works", run_id=1)
    assert (kept.sha256, kept.size) == (PAGE.sha256, 23)
    assert not (tmp_path / "e").exists()
    with pytest.raises(DatabaseError, match="lets us keep the hash alone"):
        store.read_snapshot(kept.sha256, tmp_path / "e")
    assert store.terms_of("works").licence == "all rights reserved"
