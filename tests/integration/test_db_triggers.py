"""Evidence is only ever added: the database itself refuses to change or remove it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import FIRST, LATER, NOW, article, filled, new_database, verdict

from db.store import Store
from verifier.model.page import Page


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Give the connection of a database with one verdict, one review and one snapshot."""
    with Store.open(new_database(tmp_path)) as store:
        store.add_verdict(article().id, FIRST, verdict(), run_id=filled(store), checked_at=LATER)
        store.add_snapshot(Page(b"bytes", NOW, name="a.txt"), tmp_path / "evidence")
        store.raw.execute("INSERT INTO reviews VALUES (1, 1, 'Kim', 'agree', NULL, '2025-03-22T00:00:00.000000Z')")
        yield store.raw


GUARDED = ["verdicts", "matches", "alignments", "signals", "snapshots", "reviews"]


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("UPDATE {} SET id = id + 100", id="update"),
        pytest.param("DELETE FROM {}", id="delete"),
        pytest.param("INSERT OR REPLACE INTO {0} SELECT * FROM {0} WHERE id = 1", id="replace"),
    ],
)
def test_evidence_is_only_added(raw: sqlite3.Connection, table: str, sql: str) -> None:
    """Changing, removing and silently replacing a row are all refused."""
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} are only ever added"):
        raw.execute(sql.format(table))
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


REPLACED = [
    pytest.param(
        "snapshots", "INSERT OR REPLACE INTO snapshots SELECT 9, sha256, 0, NULL, stored_at FROM snapshots", id="hash"
    ),
    pytest.param(
        "signals",
        "INSERT OR REPLACE INTO signals (verdict_id, ordinal, name, reason) VALUES (1, 0, 'other', 'other')",
        id="place among the signals",
    ),
]


@pytest.mark.parametrize(("table", "sql"), REPLACED)
def test_a_row_is_not_replaced_by_another_with_its_key(raw: sqlite3.Connection, table: str, sql: str) -> None:
    """Also where the ids differ."""
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} are only ever added"):
        raw.execute(sql)


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("turns", "UPDATE turns SET text = 'other words'"),
        ("turns", "DELETE FROM turns"),
        ("article_versions", "UPDATE article_versions SET text = 'other words'"),
        ("article_versions", "DELETE FROM article_versions"),
    ],
)
def test_texts_that_spans_point_into_never_change(raw: sqlite3.Connection, table: str, sql: str) -> None:
    """A place in a text stays what it was; what is said about a text may be corrected."""
    with pytest.raises(sqlite3.IntegrityError, match=f"the texts of {table} never change"):
        raw.execute(sql)
    raw.execute("UPDATE turns SET speaker_id = 'ada-lind'")


def log(raw: sqlite3.Connection, kind: str, target: int) -> None:
    raw.execute(
        "INSERT INTO takedowns (kind, target_id, subject, reason, taken_at) VALUES (?, ?, 'x', 'court order', '')",
        (kind, target),
    )


def test_a_logged_takedown_is_the_one_exception(raw: sqlite3.Connection) -> None:
    """It allows the row it names, and no other."""
    log(raw, "matches", 1)
    raw.execute("UPDATE matches SET said = '' WHERE id = 1")
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE matches SET said = '' WHERE id = 2")
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE verdicts SET headline = 'verified' WHERE id = 1")


def test_the_log_itself_has_no_exception(raw: sqlite3.Connection) -> None:
    """Not even a takedown of a takedown."""
    log(raw, "matches", 1)
    log(raw, "takedowns", 1)
    for sql in ("DELETE FROM takedowns", "UPDATE takedowns SET reason = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="takedowns are only ever added"):
            raw.execute(sql)


def test_rows_refer_to_rows_that_exist(raw: sqlite3.Connection) -> None:
    """Foreign keys are on."""
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        raw.execute("INSERT INTO signals (verdict_id, ordinal, name, reason) VALUES (99, 0, 'a', 'b')")
