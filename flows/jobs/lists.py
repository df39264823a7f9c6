"""Lists of quotations as JSONL or CSV: read row by row, in constant memory."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from verifier.errors import ParseError, ReadError, UsageError
from verifier.model.text import Interval

# A line longer than this is no quotation but a mistake; reading it whole could fill the memory.
MAX_LINE = 5_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a list: the quotation and what is claimed about it, with the row as it was given."""

    line: int  # on which it starts, from 1
    quote: str
    speaker: str | None = None
    interval: Interval | None = None
    lang: str | None = None
    published: date | None = None
    id: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read, with the reason."""

    line: int
    message: str


def is_csv(path: Path) -> bool:
    """Return whether a list is CSV, by its name: .csv, .csv.gz; ReadError if it is neither that nor JSONL."""
    name = path.name.removesuffix(".gz")
    if name.endswith(".csv"):
        return True
    if name.endswith((".jsonl", ".ndjson")):
        return False
    raise UsageError(f"{path}: not a list; its name must end in .jsonl or .csv (or these with .gz)")


def read_list(path: Path) -> Iterator[Asked | Broken]:
    """Yield every row of a list in order, a broken one as such; ReadError if the file cannot be read."""
    for line, row in _csv_rows(path) if is_csv(path) else json_rows(path):
        yield row if isinstance(row, Broken) else asked_of(line, row)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into ReadError."""
    try:
        yield
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file") from error
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _open(path: Path) -> BinaryIO:
    """Open a list for reading bytes, unpacked where it is packed."""
    if path.name.endswith(".gz"):
        return io.BufferedReader(gzip.GzipFile(path))
    return path.open("rb")


def json_rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | Broken]]:
    """Yield the objects of a JSONL file with their lines; blank lines are passed over, broken ones are told.

    Raises ReadError if the file cannot be read.
    """
    with _reading(path), _open(path) as file:
        number = 0
        while line := file.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_LINE)
                yield number, Broken(number, f"longer than {MAX_LINE} bytes")
            elif line.strip():
                yield number, _json_row(number, line.removeprefix(b"\xef\xbb\xbf"))


def _json_row(number: int, line: bytes) -> dict[str, Any] | Broken:
    """Return one line's object, or what is wrong with it."""
    try:
        row = json.loads(line)
    except UnicodeDecodeError:
        return Broken(number, "not UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        return Broken(
            number, f"not JSON: {error.msg if isinstance(error, json.JSONDecodeError) else 'nested too deep'}"
        )
    return row if isinstance(row, dict) else Broken(number, f"an object was expected, not {type(row).__name__}")


def _csv_rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | Broken]]:
    """Yield the rows of a CSV file by column name, with the lines on which they end."""
    with (
        _reading(path),
        _open(path) as raw,
        io.TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="") as file,
    ):
        csv.field_size_limit(MAX_LINE)
        rows = csv.DictReader(file)
        if "quote" not in (rows.fieldnames or ()):
            raise ReadError(f"{path}: no column 'quote'; it has {', '.join(rows.fieldnames or ()) or 'none'}")
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield rows.line_num, Broken(rows.line_num, f"not CSV: {error}")
                continue
            yield rows.line_num, _csv_row(rows.line_num, row)


def _csv_row(number: int, row: dict[str | Any, Any]) -> dict[str, Any] | Broken:
    """Return one row, empty cells as None, or what is wrong with it."""
    if None in row:
        return Broken(number, "more cells than columns")
    if any("\udc80" <= character <= "\udcff" for cell in row.values() for character in cell or ""):
        return Broken(number, "not UTF-8")
    return {name: cell or None for name, cell in row.items()}


def asked_of(line: int, row: Mapping[str, Any]) -> Asked | Broken:
    """Return a row as what is asked, or what is wrong with its values."""
    try:
        quote = _text(row, "quote")
        if not (quote and quote.strip()):
            return Broken(line, "no 'quote'")
        name = row.get("id")
        return Asked(
            line,
            quote,
            speaker=_text(row, "claimed_speaker"),
            interval=_interval(row),
            lang=_text(row, "lang"),
            published=_day(row),
            id=None if name is None else str(name),
            given=row,
        )
    except ParseError as error:
        return Broken(line, error.message)


def _text(row: Mapping[str, Any], key: str) -> str | None:
    """Return a cell's text, None for an absent or empty one; ParseError if it is anything else."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise ParseError(f"'{key}' must be text, not {type(value).__name__}")


def _interval(row: Mapping[str, Any]) -> Interval | None:
    """Return the claimed day or run of days."""
    text = _text(row, "claimed_date")
    try:
        return Interval.parse(text) if text else None
    except ValueError as error:
        raise ParseError(f"'claimed_date' must be 2024-03-05 or 2024-03-01/2024-03-31, not {text!r}") from error


def _day(row: Mapping[str, Any]) -> date | None:
    """Return the day of publication."""
    text = _text(row, "published")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ParseError(f"'published' must be a day as 2024-03-05, not {text!r}") from error
