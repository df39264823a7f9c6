"""Lists of quotations: what is read from them, and how answers are gone on with."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from flows.commands.answers import open_answers
from flows.jobs.lists import Asked, Broken, read_list
from verifier.errors import ReadError, UsageError
from verifier.model.text import Interval


def rows_of(path: Path, text: str | bytes) -> list[Asked | Broken]:
    """Return what is read from a list that holds *text*."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_list(path))


def test_jsonl_columns(tmp_path: Path) -> None:
    """Every optional column is read with its type, and the row is kept as it was given."""
    row = {
        "id": 7,
        "quote": "we will not",
        "claimed_speaker": "John Kirby",
        "claimed_date": "2024-03-01/2024-03-05",
        "lang": "en",
        "published": "2024-03-08",
        "desk": {"seen": True},
    }
    (asked,) = rows_of(tmp_path / "a.jsonl", json.dumps(row))
    assert asked == Asked(
        1,
        "we will not",
        speaker="John Kirby",
        interval=Interval(date(2024, 3, 1), date(2024, 3, 5)),
        lang="en",
        published=date(2024, 3, 8),
        id="7",
        given=row,
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param('{"quote": "a"', "not JSON: Expecting ',' delimiter", id="cut"),
        pytest.param('["a"]', "an object was expected, not list", id="list"),
        pytest.param('{"id": 1}', "no 'quote'", id="no quote"),
        pytest.param('{"quote": "  "}', "no 'quote'", id="blank quote"),
        pytest.param('{"quote": 5}', "'quote' must be text, not int", id="number"),
        pytest.param(
            '{"quote": "a", "claimed_date": "March"}',
            "'claimed_date' must be 2024-03-05 or 2024-03-01/2024-03-31, not 'March'",
            id="date",
        ),
        pytest.param(
            '{"quote": "a", "published": "08.03.2024"}',
            "'published' must be a day as 2024-03-05, not '08.03.2024'",
            id="published",
        ),
        pytest.param(b'{"quote": "\xff\xfe"}', "not UTF-8", id="bytes"),
        pytest.param("[" * 100_000, "not JSON: nested too deep", id="nested"),
    ],
)
def test_broken_line_is_told_and_the_rest_kept(line: str | bytes, message: str, tmp_path: Path) -> None:
    """A broken line comes out with its number and reason; its neighbours are read."""
    body = line if isinstance(line, bytes) else line.encode()
    rows = rows_of(tmp_path / "a.jsonl", b'{"quote": "first"}\n\n' + body + b'\n{"quote": "last"}')
    assert [row.quote if isinstance(row, Asked) else (row.line, row.message) for row in rows] == [
        "first",
        (3, message),
        "last",
    ]


def test_csv_rows(tmp_path: Path) -> None:
    """CSV is read by column name: byte order mark, quoted line ends, empty cells; a row too long is told."""
    text = '\ufeffquote,claimed_speaker,note\n"a\nb",,x\nc,Kirby,\nd,e,f,g\n'
    rows = rows_of(tmp_path / "a.csv", text)
    assert [(row.quote, row.speaker) for row in rows if isinstance(row, Asked)] == [("a\nb", None), ("c", "Kirby")]
    assert rows[2] == Broken(5, "more cells than columns")


def test_packed_list(tmp_path: Path) -> None:
    """A list may be packed; one cut short is a read error."""
    packed = gzip.compress(b'{"quote": "a"}\n' * 500)
    assert len(rows_of(tmp_path / "a.jsonl.gz", packed)) == 500
    with pytest.raises(ReadError, match="cannot be read"):
        rows_of(tmp_path / "a.jsonl.gz", packed[:-12])


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        pytest.param("a.txt", "x", UsageError, "its name must end in", id="neither kind"),
        pytest.param(
            "a.csv", "text,who\nx,y\n", ReadError, "no column 'quote'; it has text, who", id="no quote column"
        ),
        pytest.param("a.csv", "", ReadError, "no column 'quote'; it has none", id="empty"),
    ],
)
def test_no_list(name: str, text: str, error: type[Exception], message: str, tmp_path: Path) -> None:
    """What is no list is refused with what would be one."""
    with pytest.raises(error, match=message):
        rows_of(tmp_path / name, text)


@pytest.mark.parametrize("as_csv", [pytest.param(False, id="jsonl"), pytest.param(True, id="csv")])
@pytest.mark.parametrize("cut", [pytest.param(0, id="whole line"), pytest.param(5, id="half a line")])
def test_going_on(as_csv: bool, cut: int, tmp_path: Path) -> None:
    """Answers of a stopped run are gone on with: whole ones are kept, a half one is answered again."""
    quotes = ["one", 'two "three"\nfour', "=five", "six"]
    rows = [Broken(1, "x"), *(Asked(number, quote) for number, quote in enumerate(quotes, 2))]
    whole, again = tmp_path / "whole", tmp_path / "again"
    for path, stop in ((whole, 5), (again, 4)):
        with open_answers(path, as_csv=as_csv) as answers:
            for row in list(answers.unanswered(rows))[:stop]:
                if isinstance(row, Asked):
                    answers.add({"quote": row.quote, "reasons": ["a", "b"], "found": True, "none": None})
    again.write_bytes(again.read_bytes()[: -cut or None])
    with open_answers(again, as_csv=as_csv) as answers:
        assert answers.before == (2 if cut else 3)
        for row in answers.unanswered(rows):
            if isinstance(row, Asked):
                answers.add({"quote": row.quote, "reasons": ["a", "b"], "found": True, "none": None})
    assert again.read_bytes() == whole.read_bytes()


def test_answers_of_another_list_are_not_gone_on_with(tmp_path: Path) -> None:
    """Answers are never mixed: their last quotation must be the list's."""
    path = tmp_path / "answers.jsonl"
    path.write_text('{"quote": "another"}\n', encoding="utf-8")
    with (
        open_answers(path, as_csv=False) as answers,
        pytest.raises(UsageError, match="its answer in the file to go on with is for another quotation"),
    ):
        list(answers.unanswered([Asked(1, "one")]))
