"""Tables: one huge array, JSON lines, CSV and rows of a database, as metadata or with their words."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from source_samples import MARCH, page, said, source

from verifier.errors import ParseError
from verifier.model.text import Interval
from verifier.model.transcript import RecordDate
from verifier.sources.connector import Ask, Entry, Listing, Request
from verifier.sources.json_stream import BreaksOff, iter_array
from verifier.sources.kinds.table import TableConnector, Tally

DUMP = "https://data.example/discours.json"
MAP = {
    "id": "id",
    "title": "titre",
    "url": "url",
    "event_date": "prononciation",
    "speakers": "intervenants[].{name: nom, role: qualite}",
    "venue": "circonstance",
}
WORDS = "The harbour stays open for every ship that comes, and it will stay so for as long as we live here."


def table(**block: Any) -> TableConnector:
    """Return a table; what is not given is the dump of metadata."""
    usual = {
        "kind": "table",
        "path_or_url": DUMP,
        "format": "json_array",
        "map": MAP,
        "languages": ["fr"],
        "find": "metadata",
        "strip_query": ["egn-publisher", "egn-name"],
    }
    return TableConnector(source(**(usual | block)))


def record(number: int, day: str, **fields: Any) -> dict[str, Any]:
    """Return a record as the dump holds it."""
    return {
        "id": f"25700{number:04d}",
        "titre": f"Déclaration {number}\r\n",
        "url": f"https://www.example.fr/discours/{number}?egn-publisher=dila_vp&egn-name=x&page=2",
        "prononciation": day,
        "intervenants": [{"nom": "Jeanne Roux", "qualite": "Maire"}, {"nom": None, "qualite": "x"}],
        "circonstance": "Ouverture du port",
        "type_media": None,
    } | fields


def listed(made: TableConnector, body: str | bytes, ask: Ask = MARCH) -> Listing:
    """Return what a table that came as one page lists."""
    requests = made.first_requests(ask)
    return made.read_listing(page(body), requests[0] if requests else Request("x"), ask)


def test_a_record_of_metadata() -> None:
    """A record is known by its own number; null names are passed over; tracking parameters go."""
    found = listed(table(), json.dumps([record(1, "2024-03-05")], indent=1))
    assert found.entries == (
        Entry(
            id="257000001",
            url="https://www.example.fr/discours/1?page=2",
            title="Déclaration 1",
            dates=(RecordDate(date(2024, 3, 5), "listing"),),
            speakers=("Jeanne Roux",),
            place="Ouverture du port",
            metadata_only=True,
            extra=found.entries[0].extra,
        ),
    )
    assert (found.flags, found.newest) == (frozenset(), date(2024, 3, 5))
    assert table().request_of(found.entries[0]) is None


def test_the_beginning_of_a_huge_array() -> None:
    """Only the configured beginning is asked for; where it breaks off the whole records count, and more are left."""
    made = table(range_bytes=8_000_000)
    (request,) = made.first_requests(MARCH)
    assert request.byte_range == (0, 7_999_999)
    body = json.dumps([record(1, "2024-03-06"), record(2, "2024-03-05")])[:-30]
    found = listed(made, body)
    assert [one.id for one in found.entries] == ["257000001"]
    assert found.flags == {"more_entries"}


def test_an_array_that_breaks_off() -> None:
    """Where all of it was asked for, an array that breaks off is flagged as cut."""
    body = json.dumps([record(1, "2024-03-06"), record(2, "2024-03-05")])
    assert listed(table(), body[:-30]).flags == {"cut"}


def test_rows_outside_the_window() -> None:
    """Only the window's records are entries; the newest of all is told; a record twice comes once."""
    days = ("2024-03-20", "2024-03-05", "2024-03-05", "2023-01-01")
    body = json.dumps([*(record(n, day) for n, day in enumerate(days)), record(1, "2024-03-05")])
    found = listed(table(), body)
    assert [one.id for one in found.entries] == ["257000001", "257000002"]
    assert found.newest == date(2024, 3, 20)


def rows_forever() -> Iterator[bytes]:
    """Yield an array, newest first, that does not end."""
    yield b"["
    for number in range(10**9):
        day = date.fromordinal(date(2024, 3, 9).toordinal() - number // 10)
        yield json.dumps(record(number, day.isoformat())).encode() + b","


def test_reading_ends_behind_the_window() -> None:
    """Of an array whose newest records come first only the part up to the window is read."""
    tally = Tally()
    found = list(table(newest_first=True).entries_from(rows_forever(), MARCH, tally))
    assert len(found) == 100  # ten a day from 29 February, a day of slack, to 9 March
    assert tally.rows == 90 + 1_000


def test_a_huge_array_is_never_held_whole() -> None:
    """Memory does not grow with the array."""
    count = 20_000
    one = json.dumps(record(1, "2024-03-05")).encode()

    def chunks() -> Iterator[bytes]:
        yield b"[" + one
        yield from (b"," + one for _ in range(count - 1))
        yield b"]"

    tracemalloc.start()
    rows = sum(1 for _ in iter_array(chunks()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == count
    assert peak < 3_000_000 < len(one) * count


CSV = 'speech_id,Title,Held on,Who,Text\r\n7,"Remarks, at the docks",2024-03-05,Jane Roe,"{0}\r\nSo it is."\r\n'


@pytest.mark.parametrize(
    ("form", "body"),
    [
        pytest.param("csv", CSV.format(WORDS), id="csv"),
        pytest.param("csv", "\ufeff" + CSV.format(WORDS), id="csv with a byte order mark"),
        pytest.param(
            "tsv",
            "speech_id\tTitle\tHeld on\tWho\tText\n"
            f'7\tRemarks, at the docks\t2024-03-05\tJane Roe\t{WORDS} "So it is.\n',
            id="tsv",
        ),
        *(
            pytest.param(
                form,
                json.dumps(
                    {"speech_id": 7, "Title": "Remarks, at the docks", "Held on": "2024-03-05", "Who": "Jane Roe"}
                    | {"Text": f"{WORDS}\nSo it is."}
                )
                + "\n\n",
                id=form,
            )
            for form in ("jsonl", "sqlite")
        ),
    ],
)
def test_a_table_with_the_words(form: str, body: str) -> None:
    """A newsroom's own archive: columns by their names, the text in the row, one speaker a row."""
    columns = {"id": "speech_id", "title": "Title", "event_date": "Held on", "speakers": "Who", "body_text": "Text"}
    made = table(
        path_or_url="archive/speeches", format=form, table="speeches", map=columns, find="index", turns=["single"],
        languages=["en"], body={"min_words": 5},
    )  # fmt: skip
    assert made.first_requests(MARCH) == ()
    whole = page(body)
    (entry,) = listed(made, body).entries
    assert made.request_of(entry) is None
    (transcript,) = made.read_transcripts(whole, entry).transcripts
    ((speaker, text),) = said(transcript)
    assert (speaker, text.split()[:3], text.split()[-1]) == ("Jane Roe", ["The", "harbour", "stays"], "is.")
    assert (transcript.record.doc_id, transcript.record.title) == ("7", "Remarks, at the docks")
    assert transcript.record.date == date(2024, 3, 5)


def test_the_page_of_a_record() -> None:
    """Where a record's text is had behind its address, here from the archive alone, it is read in its own way."""
    detail = {"via": ["wayback"], "select": "div.texte", "turns": ["fr-label-line"], "store": "excerpt"}
    made = table(detail=detail, body={"min_words": 5})
    (entry,) = listed(made, json.dumps([record(1, "2024-03-05")])).entries
    request = made.request_of(entry)
    assert request is not None
    assert request.url == f"https://web.archive.org/web/2id_/{entry.url}"
    html = (
        "<html><body><h1>Déclaration 1</h1><nav>Menu</nav><div class='texte'><p>Jeanne ROUX<br>Le port reste ouvert à"
        " tous les bateaux qui arrivent ici.</p><p>Journaliste<br>Pourquoi donc ?</p></div></body></html>"
    )
    (transcript,) = made.read_transcripts(page(html, url=request.url), entry).transcripts
    assert said(transcript) == [
        ("Jeanne Roux", "Le port reste ouvert à tous les bateaux qui arrivent ici."),
        ("Journaliste", "Pourquoi donc ?"),
    ]


@pytest.mark.parametrize(
    ("form", "body", "entries", "flags"),
    [
        pytest.param("jsonl", '{"id": 1}\n{broken\n{"id": 2}\n', 2, {"rows_broken"}, id="a broken line"),
        pytest.param("csv", "id,t\n1,a\n2\n3,c\n", 2, {"rows_broken"}, id="a short row"),
        pytest.param("json_array", '[{"id": 1}, "x", {"id": [2]}]', 1, {"rows_broken"}, id="rows of another shape"),
        pytest.param("json_array", '[{"id": 1}, {"t": 2}]', 1, {"links_refused"}, id="a row without an id"),
        pytest.param("json_array", "[]", 0, {"empty"}, id="nothing"),
        pytest.param("jsonl", '{"id": 1}\n{"id"', 1, {"rows_broken"}, id="lines that break off"),
    ],
)
def test_broken_rows_do_not_touch_the_others(form: str, body: str, entries: int, flags: set[str]) -> None:
    """What is wrong with a row is told, and the others stand."""
    found = listed(table(format=form, map={"id": "id", "title": "t"}), body)
    assert (len(found.entries), found.flags) == (entries, flags)


@pytest.mark.parametrize(
    ("form", "body", "outcome"),
    [
        pytest.param("json_array", "", "empty", id="nothing"),
        pytest.param("json_array", "<!doctype html><html><body>Denied</body></html>", "wall", id="HTML"),
        pytest.param("json_array", '{"error": "x"}', "wrong_type", id="no array"),
        pytest.param("json_array", "Service down", "wrong_type", id="plain text"),
        pytest.param("json_array", '[{"id": 1}] x', "parse_failed", id="more behind it"),
        pytest.param("json_array", '[{"id": 1} {"id": 2}]', "parse_failed", id="no comma"),
        pytest.param("json_array", '[{"id": 1}, {"id" 2}, {"id": 3}, {"id": 4}]', "parse_failed", id="damaged inside"),
        pytest.param("json_array", "[" + "[" * 100_000, "parse_failed", id="nested without end"),
        pytest.param("json_array", b'[{"id": "\xff"}]', "undecodable", id="not UTF-8"),
        pytest.param("json_array", '[{"t": 1}]', "parse_failed", id="no row with an id"),
        pytest.param("csv", "just words\n", "parse_failed", id="no head"),
        pytest.param("csv", "id,id\n1,2\n", "parse_failed", id="a name twice"),
        pytest.param("jsonl", b"SQLite format 3\x00" + b"\x00" * 90, "wrong_type", id="a database as a page"),
        pytest.param("jsonl", b"%PDF-1.4 x", "wrong_type", id="PDF"),
    ],
)
def test_what_is_no_table(form: str, body: str | bytes, outcome: str) -> None:
    """What is no table is an error with its outcome."""
    made = table(format=form, map={"id": "id"})
    with pytest.raises(ParseError) as caught:
        listed(made, body)
    assert caught.value.outcome == outcome


def test_a_long_table_is_bounded() -> None:
    """Of a long table so many entries are taken as the configuration allows, and that there are more is told."""
    body = json.dumps([record(n, "2024-03-05") for n in range(5)])
    found = listed(table(max_items=3), body)
    assert (len(found.entries), found.flags) == (3, {"more_entries"})


def test_a_break_is_an_error_of_its_own() -> None:
    """Whoever reads the values hears of the break after the last whole one."""
    values = iter_array([b'[1, "a", tr'])
    assert [next(values), next(values)] == [1, "a"]
    with pytest.raises(BreaksOff):
        next(values)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param({"map": {"title": "t"}}, id="neither id nor address"),
        pytest.param({"map": MAP | {"titel": "t"}}, id="misspelt field"),
        pytest.param({"map": MAP | {"title": "a[.b"}}, id="broken expression"),
        pytest.param({"format": "sqlite"}, id="a database without a table"),
        pytest.param({"format": "parquet"}, id="unknown format"),
    ],
)
def test_blocks_that_cannot_work(block: dict[str, Any]) -> None:
    """What cannot work is an error of the configuration."""
    with pytest.raises(ValidationError):
        table(**block)


def test_without_a_window_all_is_listed() -> None:
    """Without a window every record is an entry, whatever its day."""
    body = json.dumps([record(1, "1999-01-01"), record(2, "2024-03-05"), record(3, "")])
    assert len(listed(table(), body, Ask()).entries) == 3
    assert len(listed(table(), body, Ask(Interval.day(date(2024, 3, 5)))).entries) == 2
