"""``docs/sql.md`` tells every column of every view, and its queries run."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from db.views import VIEWS

DOCUMENT = Path(__file__).parents[2] / "docs" / "sql.md"
BUILT = Path(__file__).with_name("test_views.sql")
TEXT = DOCUMENT.read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)
# Several views under one heading, or told by another's table.
SECTION = {"speaker_record": "speaker_record and outlet_record", "outlet_record": "speaker_record and outlet_record"}
SECTION |= dict.fromkeys(("misdated", "misattributed", "altered"), "verdict_report")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Give a reader's connection to the database built by hand."""
    path = tmp_path_factory.mktemp("views") / "kept.db"
    with Store.open(path) as store:
        store.raw.executescript(BUILT.read_text(encoding="utf-8"))
    with Store.open(path, write=False) as store:
        yield store.raw


@pytest.mark.parametrize("view", VIEWS)
def test_every_column_is_told(raw: sqlite3.Connection, view: str) -> None:
    """The table under the view's heading names each of its columns, and no other."""
    told = re.search(rf"^## {SECTION.get(view, view)}\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert told is not None
    cells = [line.split("|")[1] for line in told.group(1).splitlines() if line.startswith("| `")]
    names = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    columns = {column[0] for column in raw.execute(f"SELECT * FROM {view}").description}
    assert columns <= names
    if view not in SECTION:
        assert names == columns


def test_there_are_ten_questions() -> None:
    """Ten under their heading, and one about the tables below."""
    assert len(QUERIES) == 11


@pytest.mark.parametrize("query", QUERIES, ids=range(1, len(QUERIES) + 1))
def test_queries_run(raw: sqlite3.Connection, query: str) -> None:
    """As they are printed, for a reader."""
    assert raw.execute(query).description


def test_answers(raw: sqlite3.Connection) -> None:
    """Three of them, with answers written from the built rows."""
    assert raw.execute(QUERIES[2]).fetchall() == [
        (
            "Ada Lind",
            "The bridge … before June",
            "2025-02-05",
            "2025-02-07",
            "2025-03-05",
            26,
            "https://works.example/1",
        )
    ]
    assert raw.execute(QUERIES[7]).fetchall() == [("Ada Lind", "2025-03", "partial", 1)]
    assert raw.execute(QUERIES[8]).fetchall() == [
        ("Ministry of Works", "throttled", "", "t1", 2, 1),
    ]
