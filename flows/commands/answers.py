"""Answers to a list of quotations: written line by line, and gone on with where a run was stopped."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from flows.commands.screen import put
from flows.jobs.lists import Asked, Broken
from verifier.errors import UsageError

_CHUNK = 1 << 20
# A spreadsheet would run a cell that begins so as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")


@dataclass(frozen=True, slots=True)
class Written:
    """What an earlier run left in a file: whole answers, up to ``end`` bytes, the last from ``last``."""

    rows: int = 0
    last: int = 0
    end: int = 0


@dataclass(slots=True)
class Answers:
    """Where answers go; ``before`` of them stand there already."""

    as_csv: bool
    file: BinaryIO | None = None  # None: standard output
    before: int = 0
    _last_quote: str | None = None
    _columns: list[str] = field(default_factory=list)

    def __enter__(self) -> Answers:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file, if it is one."""
        if self.file:
            self.file.close()

    def unanswered(self, rows: Iterable[Asked | Broken]) -> Iterator[Asked | Broken]:
        """Yield the rows that have no answer yet; UsageError where the answers are those of another list."""
        answered = 0
        for row in rows:
            if answered == self.before:
                yield row
            elif isinstance(row, Asked):
                answered += 1
                printed = _cell(row.quote) if self.as_csv else row.quote
                if answered == self.before and printed != self._last_quote:
                    raise UsageError(f"line {row.line}: its answer in the file to go on with is for another quotation")
        if answered < self.before:
            raise UsageError("the file to go on with holds more answers than the list has rows")

    def add(self, answer: Mapping[str, Any]) -> None:
        """Write one answer, at once."""
        for line in self._lines(answer):
            if self.file is None:
                put(line)
            else:
                self.file.write(line.encode("utf-8", "backslashreplace") + b"\n")
                self.file.flush()

    def _lines(self, answer: Mapping[str, Any]) -> Iterator[str]:
        """Yield an answer as text, the first CSV row after its header."""
        if not self.as_csv:
            yield json.dumps(answer, ensure_ascii=False)
            return
        if not self._columns:
            self._columns = list(answer)
            yield _csv_line(self._columns)
        yield _csv_line([_cell(answer.get(name)) for name in self._columns])


def open_answers(path: Path | None, *, as_csv: bool) -> Answers:
    """Return the answers to write: to standard output, or to *path* behind the whole answers it holds."""
    if path is None:
        return Answers(as_csv)
    try:
        file = path.open("r+b" if path.exists() else "x+b")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    written = _whole_rows(file, as_csv=as_csv)
    file.seek(written.last)
    last = file.read(written.end - written.last).decode("utf-8", "replace")
    file.seek(0)
    columns = (
        next(csv.reader(io.StringIO(file.readline().decode("utf-8", "replace"), newline="")), []) if as_csv else []
    )
    file.truncate(written.end)
    file.seek(written.end)
    rows = max(0, written.rows - 1) if as_csv else written.rows
    return Answers(as_csv, file, rows, _quote_of(last, columns) if rows else None, columns if written.rows else [])


def _whole_rows(file: BinaryIO, *, as_csv: bool) -> Written:
    """Return how many whole rows a file holds; in CSV a line's end within quotation marks ends none."""
    rows, last, end, offset, marks = 0, 0, 0, 0, 0
    while chunk := file.readline(_CHUNK):
        offset += len(chunk)
        marks += chunk.count(b'"') if as_csv else 0
        if chunk.endswith(b"\n") and marks % 2 == 0:
            rows, last, end, marks = rows + 1, end, offset, 0
    return Written(rows, last, end)


def _quote_of(line: str, columns: list[str]) -> str | None:
    """Return the quotation that an answer is for, None where it names none."""
    if columns:
        cells = dict(zip(columns, next(csv.reader(io.StringIO(line, newline="")), []), strict=False))
        return cells.get("quote")
    try:
        answer = json.loads(line)
    except json.JSONDecodeError:
        return None
    return answer.get("quote") if isinstance(answer, dict) else None


def _csv_line(cells: list[str]) -> str:
    """Return one CSV row without its line's end."""
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()


def _cell(value: object) -> str:
    """Return a value as a cell: nothing for null, JSON for lists, and never a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return json.dumps(value, ensure_ascii=False)
