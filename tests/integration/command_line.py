"""The command line run in this process, and a small world for it: two records, an article, a configuration."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.commands.main import run

_LEDGER = (
    "Good morning. The harbour reopened on Sunday, and nobody was hurt. We will not close the harbour again this year, "
    "whatever the weather brings. The dredging costs forty million crowns, and the city pays for half of it."
)
_BRIDGE = (
    "Thank you all for coming. The old bridge stays open for bicycles, and I have never promised to tear it down. "
    "Its steel was tested in March, and every test was passed."
)
RECORDS = [
    {
        "doc_id": "harbour-2024-03-05",
        "lang": "en",
        "source": "city",
        "title": "Press conference on the harbour",
        "date": "2024-03-05",
        "url": "https://city.example.org/2024/03/05/harbour",
        "place": "Nordhavn",
        "turns": [{"speaker": "Astrid Holm", "text": _LEDGER}],
    },
    {
        "doc_id": "bridge-2024-03-07",
        "lang": "en",
        "source": "city",
        "title": "Remarks on the old bridge",
        "date": "2024-03-07",
        "url": "https://city.example.org/2024/03/07/bridge",
        "turns": [{"speaker": "Jonas Berg", "text": _BRIDGE}],
    },
]
RIGHT = "We will not close the harbour again this year, whatever the weather brings"
WRONG = "We will close the harbour again this year, whatever the weather brings"
ARTICLE = (
    "Harbour stays open\n\n"
    "The mayor, Astrid Holm, spoke about the harbour on March 5, 2024, at a press conference in Nordhavn.\n\n"
    f"“{RIGHT},” Holm said.\n\n"
    "“The old bridge stays open for bicycles, and I have never promised to tear it down,” Jonas Berg said on March 7.\n"
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: exit code, data, messages."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The messages, line by line."""
        return self.err.splitlines()


class Desk:
    """A folder with a database, in which commands are run; without *capture* what they print is not told."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str] | None = None) -> None:
        self.folder = folder
        self._capture = capture

    def run(self, *arguments: str) -> Ended:
        """Run a command and return how it ended."""
        if self._capture is None:
            return Ended(run([str(argument) for argument in arguments]), "", "")
        self._capture.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        return Ended(code, out, err)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file into the folder and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def count(self, table: str) -> int:
        """Return the number of rows of a table, 0 without a database."""
        if not (self.folder / "quote-verifier.db").exists():
            return 0
        ((found,),) = self.select(f"select count(*) from {table}")
        return int(found)

    def select(self, question: str) -> list[tuple[Any, ...]]:
        """Return what the database answers."""
        with closing(sqlite3.connect(self.folder / "quote-verifier.db")) as connection:
            return connection.execute(question).fetchall()

    def alter(self, statement: str) -> None:
        """Change the database behind the program's back."""
        with closing(sqlite3.connect(self.folder / "quote-verifier.db")) as connection, connection:
            connection.execute(statement)

    def stored(self) -> tuple[int, ...]:
        """Return how many articles, statements and verdicts are stored."""
        return tuple(self.count(table) for table in ("articles", "statements", "verdicts"))

    def import_records(self) -> None:
        """Take the two records in."""
        lines = "\n".join(json.dumps(record) for record in RECORDS)
        assert self.run("import", str(self.write("records.jsonl", lines)), "--quiet").code == 0
