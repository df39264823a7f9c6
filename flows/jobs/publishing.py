"""Stored verdicts, brought back to be shown again, and reports written to files."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from db.store import ReportRow, Store
from verifier.errors import ReadError
from verifier.model.article import Article, Statement
from verifier.model.evidence import Edit, Headline, Verdict
from verifier.report.card import Checked
from verifier.report.csv_report import COLUMNS, Cell, safe_cell


def load_checked(store: Store, statement_ids: Sequence[str]) -> tuple[Checked, ...]:
    """Return stored statements with their newest verdicts, by article, in the order given."""
    found: dict[str, tuple[Article, list[Statement], list[Verdict]]] = {}
    for statement_id in statement_ids:
        kept = store.current_verdict(statement_id)
        if kept is None:
            continue
        article = store.article_of_statement(statement_id)
        _, statements, verdicts = found.setdefault(article.id, (article, [], []))
        statements.append(store.load_statement(statement_id))
        verdicts.append(kept.verdict)
    return tuple(
        Checked(article, tuple(statements), tuple(verdicts)) for article, statements, verdicts in found.values()
    )


def headlines_before(store: Store, checked: Sequence[Checked], run: int | None = None) -> dict[str, Headline]:
    """Return the headline before the newest, by statement id, where there was one; of a *run* only its own changes."""
    before = {}
    for one in checked:
        for statement in one.statements:
            newest, *older = store.verdicts_of(statement.id)
            if older and run in {None, newest.run_id}:
                before[statement.id] = older[0].verdict.headline
    return before


@dataclass(frozen=True, slots=True)
class Published:
    """What a run found new: the statements whose verdicts it added, and their headlines before."""

    checked: tuple[Checked, ...]
    previous: Mapping[str, Headline]


def published(store: Store, run: int) -> Published:
    """Return what a run found new, by article."""
    checked = load_checked(store, [row.statement_id for row in store.report_rows(run=run)])
    return Published(checked, headlines_before(store, checked, run))


def csv_lines(rows: Sequence[ReportRow]) -> Iterator[str]:
    """Yield the columns of the view verdict_report as CSV, then a row each, safe to open in a spreadsheet."""
    yield _csv_line(COLUMNS)
    for row in rows:
        yield _csv_line([safe_cell(_cell(getattr(row, column))) for column in COLUMNS])


def _csv_line(cells: Sequence[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _cell(value: object) -> Cell:
    """Return a column's value as a cell: days and times as ISO, lists as JSON."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps([_edit(part) if isinstance(part, Edit) else part for part in value], ensure_ascii=False)
    assert value is None or isinstance(value, str | int | float)
    return value


def _edit(edit: Edit) -> dict[str, str]:
    return {"kind": edit.kind.value, "quoted": edit.quoted, "said": edit.said}


def write_whole(path: Path, text: str) -> None:
    """Write a text file that is there whole or not at all; ReadError where it cannot be written."""
    try:
        handle, aside = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ReadError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(aside, 0o666 & ~mask)
        os.replace(aside, path)
    finally:
        Path(aside).unlink(missing_ok=True)
