"""``audit`` derives everything again, and one flipped byte is enough; ``fsck`` looks at files and rows."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import ARTICLE, RECORDS, Desk

from db.store import Store
from verifier.model.page import Page

RECORD = (
    "MS. LIND: The bridge will not open before June, and we need twelve more weeks for it.\n\n"
    "MR. EK: I agree with the minister in every point that she made today.\n"
)
OLD = time.time() - 7200


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a folder with two transcripts of a list, one of a file, and one article that was checked."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, capsys)
    made.import_records()
    record = made.write("bridge.txt", RECORD)
    assert made.run("import", str(record), "--title", "Briefing", "--date", "2024-03-06", "-q").code == 0
    made.run("check", str(made.write("harbour.txt", ARTICLE)), "-q")
    return made


def change(sql: str) -> None:
    """Change the database behind the program's back, its guards taken away."""
    connection = sqlite3.connect("quote-verifier.db")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    changed = connection.execute(sql).rowcount
    connection.commit()
    connection.close()
    assert changed > 0


def evidence_of(word: bytes) -> Path:
    """Return the evidence file whose bytes hold a word."""
    return next(file for file in Path("evidence").rglob("*.gz") if word in gzip.decompress(file.read_bytes()))


def test_all_holds(desk: Desk) -> None:
    """Nothing is found where nothing was touched, and all of it was derived again."""
    ended = desk.run("audit")
    assert (ended.code, ended.out) == (0, "")
    assert ended.lines == [
        "audit: 3 snapshots, 3 transcript texts (3 read again from their bytes), 1 articles, 2 verdicts"
        " (2 made again alike); no findings"
    ]
    assert desk.run("audit", "--quiet").err == ""


@pytest.mark.parametrize("word", [b'Nordhavn"', b"Harbour stays open", b"MS. LIND"], ids=["list", "article", "record"])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_one_flipped_byte(desk: Desk, word: bytes, place: str) -> None:
    """Wherever in an evidence file a byte is flipped, its snapshot is named."""
    file = evidence_of(word)
    body = bytearray(file.read_bytes())
    at = {"first": 0, "middle": len(body) // 2, "last": len(body) - 1}[place]
    body[at] ^= 1
    file.write_bytes(body)
    ended = desk.run("audit")
    assert ended.code == 1
    assert ended.out.startswith(f"snapshot {file.name.removesuffix('.gz')}: ")
    assert "1 finding" in ended.err


def test_bytes_that_were_exchanged_under_their_hash(desk: Desk) -> None:
    """Another whole file under the same name is found by its hash."""
    file = evidence_of(b"MS. LIND")
    file.write_bytes(gzip.compress(RECORD.replace("not ", "").encode()))
    assert "its bytes have another SHA-256" in desk.run("audit").out


CHANGED = [
    pytest.param(
        "UPDATE turns SET text = replace(text, 'We will not close', 'We will now close') WHERE text LIKE '%harbour%'",
        ["stored words are not those", "reads otherwise", "judged again it differs", "do not stand at their places"],
        id="a word of a transcript",
    ),
    pytest.param(
        "UPDATE turns SET text = replace(text, 'twelve', 'eleven')",
        ["stored words are not those", "its bytes", "read otherwise"],
        id="a word of a record from a file",
    ),
    pytest.param(
        "UPDATE turns SET start = start + 1 WHERE number = 1", ["turns do not stand where"], id="a place of a turn"
    ),
    pytest.param(
        "UPDATE article_versions SET text = replace(text, 'spoke about', 'spake about')",
        ["stored text or description is not what was kept", "read otherwise"],
        id="a letter of an article",
    ),
    pytest.param(
        "UPDATE quotations SET start = start + 1", ["does not stand at its place"], id="a place of a quotation"
    ),
    pytest.param(
        "UPDATE verdicts SET headline = 'altered' WHERE headline = 'verified'",
        ["its row is not what was kept", "judged again it differs in headline"],
        id="a verdict",
    ),
    pytest.param(
        "UPDATE alignments SET spans = '[[0, 12]]'", ["do not stand at their places"], id="a place of a match"
    ),
]


@pytest.mark.parametrize(("sql", "messages"), CHANGED)
def test_a_row_that_was_changed(desk: Desk, sql: str, messages: list[str]) -> None:
    """Whatever was derived and is otherwise now is told."""
    change(sql)
    ended = desk.run("audit")
    assert ended.code == 1
    for message in messages:
        assert message in ended.out


def test_what_may_differ_for_a_reason(desk: Desk) -> None:
    """A verdict that further transcripts would change is no finding; it is told, with what to do."""
    later = dict(RECORDS[0], doc_id="harbour-2024-03-04", date="2024-03-04", source="archive", tier=1)
    desk.write("more.jsonl", json.dumps(later))
    desk.run("import", "more.jsonl", "-q")
    ended = desk.run("audit")
    assert ended.code == 0
    assert all("but transcripts were added since; `recheck` judges it anew" in line for line in ended.lines[:-1])


def test_what_was_taken_down_is_no_finding(desk: Desk) -> None:
    """Words that were taken down cannot be derived again, and are not missed."""
    with Store.open("quote-verifier.db") as store:
        at = store.raw.execute("SELECT doc_id FROM transcripts ORDER BY id").fetchone()[0]
        store.take_down_transcript("city", at, reason="court order", now=datetime.now(UTC))
    ended = desk.run("audit")
    assert "stored words" not in ended.out
    assert any("were taken down" in line for line in ended.lines)


def test_a_sound_installation(desk: Desk) -> None:
    """Nothing is wrong with what was just made."""
    ended = desk.run("fsck")
    assert (ended.code, ended.out, ended.lines) == (0, "", ["fsck: nothing wrong"])


def old(path: Path, content: bytes = b"x") -> Path:
    """Write a file that no running program can be writing."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o600)
    os.utime(path, (OLD, OLD))
    return path


ORPHAN = Path("evidence/ab") / f"{'ab' * 32}.gz"
ASIDE = Path("evidence/ab") / f".{'ab' * 32}.gz.0011aabb"


def test_files_without_a_row(desk: Desk) -> None:
    """They are told, and removed where that is asked for; what is younger than an hour is left alone."""
    old(ORPHAN), old(ASIDE)
    young = Path("evidence/ab") / f"{'cd' * 32}.gz"
    young.write_bytes(b"x")
    ended = desk.run("fsck")
    assert ended.code == 1
    assert [line.split("  ")[0].strip() for line in ended.out.splitlines()] == ["left over", "orphan"]
    assert ORPHAN.exists()
    mended = desk.run("fsck", "--repair")
    assert (mended.code, mended.lines) == (0, ["fsck: nothing wrong, 2 removed"])
    assert (ORPHAN.exists(), ASIDE.exists(), young.exists()) == (False, False, True)


def test_a_file_of_somebody_else_is_never_removed(desk: Desk) -> None:
    """What we did not write is not ours to remove."""
    foreign = old(Path("evidence/notes.txt"))
    ended = desk.run("fsck", "--repair")
    assert ended.code == 1
    assert ended.out.startswith("foreign")
    assert foreign.exists()


def test_a_row_without_its_file(desk: Desk) -> None:
    """Bytes that are gone are told with their hash."""
    file = evidence_of(b"MS. LIND")
    file.unlink()
    ended = desk.run("fsck", "--repair")
    assert ended.code == 1
    assert ended.out.startswith(f"missing     snapshot {file.name.removesuffix('.gz')}: ")


def test_bytes_that_were_taken_down_are_not_missing(desk: Desk, tmp_path: Path) -> None:
    """Their row says that they went."""
    now = datetime.now(UTC)
    with Store.open("quote-verifier.db") as store:
        kept = store.add_snapshot(Page(b"private", now, name="x"), Path("evidence"))
        store.take_down_snapshot(kept.sha256, reason="asked for", evidence_dir=Path("evidence"), now=now)
    assert desk.run("fsck").code == 0


def test_permissions(desk: Desk) -> None:
    """Evidence that others may read is told, file and folder."""
    file = evidence_of(b"MS. LIND")
    file.chmod(0o644)
    file.parent.chmod(0o755)
    ended = desk.run("fsck")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        f"permission  {file.parent}: its mode is 755: chmod 700 it",
        f"permission  {file}: its mode is 644: chmod 600 it",
    ]


FAULTS = [
    pytest.param("DELETE FROM indexed_versions WHERE version_id = 1", "the newest, and not searchable", id="unindexed"),
    pytest.param("UPDATE transcript_versions SET is_newest = 0 WHERE id = 1", "and not the newest", id="retired"),
    pytest.param("DELETE FROM passages WHERE version_id = 1", "counts 3 passages and has 2", id="passages lost"),
    pytest.param('UPDATE passages SET "end" = 9999 WHERE version_id = 1', "do not stand in its text", id="place"),
    pytest.param("UPDATE index_totals SET value = 1 WHERE name = 'format'", "another folding", id="folding"),
    pytest.param(
        "UPDATE turns SET version_id = 77 WHERE version_id = 1", "missing row of transcript_versions", id="reference"
    ),
]


@pytest.mark.parametrize(("sql", "message"), FAULTS)
def test_rows_that_disagree(desk: Desk, sql: str, message: str) -> None:
    """References, and the index over words against the texts."""
    change(sql)
    ended = desk.run("fsck")
    assert ended.code == 1
    assert message in ended.out


def test_a_damaged_database(desk: Desk) -> None:
    """One line that says what to do."""
    with open("quote-verifier.db", "r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)
    ended = desk.run("fsck")
    assert ended.code == 1
    assert "restore a backup" in ended.err + ended.out
