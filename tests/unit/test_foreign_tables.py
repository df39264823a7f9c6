"""Rows of a newsroom's own database, read and never written."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from source_samples import MARCH, page, said, source

from db.foreign_tables import rows_as_lines
from verifier.errors import ReadError
from verifier.sources.connector import Request
from verifier.sources.kinds.table import TableConnector

WORDS = "The harbour stays open for every ship that comes, and it will stay so for as long as we live here."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a database with two speeches in a table of an odd name."""
    path = tmp_path / "archive ?.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            'CREATE TABLE "the ""speeches""" (n INTEGER, "Held on" TEXT, who TEXT, words TEXT, scan BLOB)'
        )
        rows = [(1, "2024-03-05", "Jane Roe", WORDS, b"\x89PNG"), (2, "2023-03-05", "Jane Roe", WORDS, None)]
        connection.executemany('INSERT INTO "the ""speeches""" VALUES (?, ?, ?, ?, ?)', rows)
        connection.commit()
    return path


def test_rows_as_lines(archive: Path) -> None:
    """Rows come one a line in their order; blobs are left out; the file is as it was."""
    before = archive.read_bytes()
    first, second = (json.loads(line) for line in rows_as_lines(archive, 'the "speeches"'))
    assert first == {"n": 1, "Held on": "2024-03-05", "who": "Jane Roe", "words": WORDS}
    assert second["scan"] is None
    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_a_transcript_from_a_database(archive: Path) -> None:
    """A row of a database becomes a transcript like a row of any table."""
    columns = {"id": "n", "title": "words", "event_date": "Held on", "speakers": "who", "body_text": "words"}
    made = TableConnector(
        source(
            kind="table", path_or_url=str(archive), format="sqlite", table='the "speeches"', map=columns,
            turns=["single"], body={"min_words": 5}, languages=["en"],
        )
    )  # fmt: skip
    whole = page(b"".join(rows_as_lines(archive, 'the "speeches"')))
    (entry,) = made.read_listing(whole, Request("x"), MARCH).entries
    (transcript,) = made.read_transcripts(whole, entry).transcripts
    assert (transcript.record.doc_id, said(transcript)) == ("1", [("Jane Roe", WORDS)])


@pytest.mark.parametrize(
    ("content", "table", "message"),
    [
        pytest.param(None, "t", "cannot be opened", id="not there"),
        pytest.param(b"just words", "t", "not an SQLite database", id="text"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 200, "t", "cannot be read", id="damaged"),
    ],
)
def test_what_is_no_database(tmp_path: Path, content: bytes | None, table: str, message: str) -> None:
    """What is no database is one error that names the file."""
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=message) as caught:
        list(rows_as_lines(path, table))
    assert caught.value.subject == str(path)


def test_a_table_that_is_not_there(archive: Path) -> None:
    """A table of another name is an error, and its name never part of a command."""
    with pytest.raises(ReadError, match="has no table"):
        list(rows_as_lines(archive, 'x"; DROP TABLE "the ""speeches"""'))
