"""Lists: transcripts taken in, quotations answered, documents extracted."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from command_line import ARTICLE, RECORDS, RIGHT, WRONG, Desk

ANSWERED = (
    "headline wording speaker_check dating context coverage score reasons found doc_id start end spans edit "
    "meaning_changed date_ok speaker_ok"
).split()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Run commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


def lines_of(*rows: object) -> str:
    """Return rows as JSON lines; a text stands as it is."""
    return "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def test_broken_lines_are_told_and_the_rest_kept(desk: Desk) -> None:
    """A broken line is named with its number, the others are kept, and the count says so."""
    desk.write("t.jsonl", lines_of(RECORDS[0], '{"doc_id": ', {"doc_id": "x"}, "", RECORDS[1]))
    ended = desk.run("import", "t.jsonl")
    assert ended.code == 3
    assert ended.lines[0].startswith("t.jsonl: line 2: not JSON")
    assert ended.lines[1].startswith("t.jsonl: line 3: ")
    assert ended.lines[2] == "import degraded: 2 transcripts, 2 added; 2 problems"
    assert desk.count("transcripts") == 2


def test_second_import_adds_nothing(desk: Desk) -> None:
    """The same text is no row; a changed one is a new version."""
    desk.write("t.jsonl.gz", gzip.compress(lines_of(*RECORDS).encode()))
    assert desk.run("import", "t.jsonl.gz").lines == ["import complete: 2 transcripts, 2 added"]
    assert desk.run("import", "t.jsonl.gz").lines == ["import complete: 2 transcripts, 2 unchanged"]
    changed = {**RECORDS[1], "turns": [{"speaker": "Jonas Berg", "text": "The old bridge stays open, for now, " * 9}]}
    desk.write("changed.jsonl", lines_of(changed))
    assert desk.run("import", "changed.jsonl").lines == ["import complete: 1 transcript, 1 in a new version"]
    assert (desk.count("transcripts"), desk.count("transcript_versions")) == (2, 3)


def test_files_that_cannot_be_read(desk: Desk) -> None:
    """One of two is degraded, the only one is failed; a cut archive keeps what came before the cut."""
    desk.write("t.jsonl", lines_of(*RECORDS))
    assert (desk.run("import", "gone.jsonl").code, desk.run("import", "t.jsonl", "gone.jsonl").code) == (1, 3)
    desk.write("cut.jsonl.gz", gzip.compress(lines_of(*RECORDS).encode())[:-9])
    ended = desk.run("import", "cut.jsonl.gz")
    assert ended.code == 3
    assert "cut or damaged" in ended.err


def test_record_by_hand(desk: Desk) -> None:
    """One record in a file of its own needs only to be described; words of it are then found."""
    desk.write("remarks.txt", f"Good morning.\n\n{RIGHT}. Thank you all very much for coming today.\n")
    described = ("--title", "Remarks", "--date", "2024-03-05", "--speaker", "Astrid Holm", "--place", "Nordhavn")
    ended = desk.run("import", "remarks.txt", *described)
    assert (ended.code, ended.lines) == (0, ["import complete: 1 transcript, 1 added"])
    ended = desk.run("quote", RIGHT, "--speaker", "Astrid Holm", "--date", "2024-03-05", "--json")
    assert json.loads(ended.out)["headline"] == "verified"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(("--speaker", "Astrid Holm"), "no date is known for it: give --date", id="no date"),
        pytest.param(("--date", "2024-03-05"), "nobody is named as speaking: give --speaker", id="no speaker"),
    ],
)
def test_record_that_is_none(options: tuple[str, ...], message: str, desk: Desk) -> None:
    """A record that does not say when or by whom is refused with what to give."""
    desk.write("r.txt", "Ladies and gentlemen, these are at least ten words that somebody said.")
    ended = desk.run("import", "r.txt", "--quiet", *options)
    assert (ended.code, len(ended.lines)) == (1, 1)
    assert message in ended.lines[0]
    assert desk.count("transcripts") == 0


def test_quotes_as_json_lines(desk: Desk) -> None:
    """One answer a row, in order, columns passed through; a broken row is told and has no answer."""
    desk.import_records()
    rows = (
        {"id": "b", "quote": WRONG, "claimed_speaker": "Astrid Holm", "claimed_date": "2024-03-05", "desk": [1]},
        '{"id": "broken"',
        {"id": "a", "quote": RIGHT, "claimed_speaker": "Jonas Berg", "published": "2024-03-08"},
        {"id": "c", "quote": "Nobody has ever seen a whale in the reading room of the library on a Tuesday"},
    )
    desk.write("q.jsonl", lines_of(*rows))
    ended = desk.run("quotes", "q.jsonl", "--jsonl")
    assert ended.code == 3
    assert ended.lines == ["line 2: not JSON: Expecting ',' delimiter", "3 answered, 1 broken"]
    wrong, other, absent = map(json.loads, ended.out.splitlines())
    assert [answer["id"] for answer in (wrong, other, absent)] == ["b", "a", "c"]
    assert wrong["desk"] == [1]
    assert set(ANSWERED) <= set(wrong)
    assert (wrong["found"], wrong["meaning_changed"], wrong["edit"], wrong["speaker_ok"]) == (
        True,
        True,
        "negation",
        True,
    )
    assert (other["doc_id"], other["speaker_ok"], other["date_ok"]) == ("harbour-2024-03-05", False, None)
    assert (absent["found"], absent["speaker_ok"]) == (False, None)


def test_quotes_as_csv(desk: Desk) -> None:
    """A CSV list is answered as CSV, lists inside as JSON, and nothing that a spreadsheet would run."""
    desk.import_records()
    desk.write("q.csv", f'quote,claimed_speaker,note\n"{RIGHT}",Astrid Holm,=1+1\n')
    ended = desk.run("quotes", "q.csv", "--quiet")
    (answer,) = csv.DictReader(io.StringIO(ended.out))
    assert (ended.code, answer["headline"], answer["found"], answer["note"]) == (0, "verified", "true", "'=1+1")
    assert json.loads(answer["spans"])


def test_quotes_resumed(desk: Desk) -> None:
    """A stopped run is gone on with, and the answers are those of an undisturbed one."""
    desk.import_records()
    desk.write("q.jsonl", lines_of(*({"id": number, "quote": RIGHT} for number in range(5))))
    assert desk.run("quotes", "q.jsonl", "--resume", "all.jsonl", "--quiet").code == 0
    whole = (desk.folder / "all.jsonl").read_bytes()
    desk.write("part.jsonl", whole[: len(whole) // 2])
    ended = desk.run("quotes", "q.jsonl", "--resume", "part.jsonl")
    assert ended.lines == ["3 answered"]
    assert (desk.folder / "part.jsonl").read_bytes() == whole


def test_extract_needs_no_database(desk: Desk) -> None:
    """Articles and lists of documents give their statements; a broken document is told."""
    desk.write("article.txt", ARTICLE)
    desk.write("d.jsonl", lines_of({"doc_id": "one", "text": ARTICLE, "lang": "en"}, {"doc_id": "two"}))
    ended = desk.run("extract", "article.txt", "d.jsonl", "--jsonl")
    assert ended.code == 3
    assert ended.lines == ["d.jsonl, line 2: no 'text'"]
    article, one = map(json.loads, ended.out.splitlines())
    assert one["doc_id"] == "one"
    assert [quote["speaker"] for quote in one["quotes"]] == ["Astrid Holm", "Jonas Berg"]
    for quote in one["quotes"]:
        assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]
    assert [quote["text"] for quote in article["quotes"]] == [quote["text"] for quote in one["quotes"]]
    assert not (desk.folder / "quote-verifier.db").exists()
    assert "Astrid Holm" in desk.run("extract", "article.txt").out
