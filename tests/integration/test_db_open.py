"""Opening a database: the pragmas, and every kind of file that is refused and left as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import NOW, transcript

from db.migrate import HEAD
from db.store import Store
from verifier.errors import DatabaseError
from verifier.model.evidence import Headline


def made(path: Path) -> Path:
    """Return the path of a database with one transcript in it."""
    with Store.open(path) as store:
        store.add_transcripts([transcript()], now=NOW)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(path: Path | str, *, write: bool) -> DatabaseError:
    """Return the error of opening, after checking that it is one line that names the file."""
    with pytest.raises(DatabaseError) as told:
        Store.open(path, write=write)
    assert "\n" not in told.value.message
    assert str(path) in told.value.message
    return told.value


def test_pragmas(tmp_path: Path) -> None:
    """A writer works with a write-ahead log, foreign keys, and 30 seconds of patience."""
    with Store.open(tmp_path / "kept.db") as store:
        asked = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous", "recursive_triggers")
        assert [store.raw.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["wal", 1, 30_000, 1, 1]


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"], ids=["path", "url"])
def test_a_path_and_a_url_name_the_same_file(tmp_path: Path, form: str) -> None:
    """Both forms open the file, with odd characters in its name."""
    path = tmp_path / "q v ü%20#1?.db"
    with Store.open(form.format(path)) as store:
        store.add_transcripts([transcript()], now=NOW)
    assert names(tmp_path) == [path.name]
    with Store.open(form.format(path), write=False) as store:
        assert store.load_transcript("Ministry of Works", "briefing-1") == transcript()


@pytest.mark.parametrize("place", [":memory:", "sqlite://"])
def test_a_database_in_memory(place: str) -> None:
    """For notebooks: nothing is written anywhere."""
    with Store.open(place) as store:
        store.add_transcripts([transcript()], now=NOW)
        assert store.load_transcript("Ministry of Works", "briefing-1") == transcript()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("postgresql://user@db.example/kept", "PostgreSQL"),
        ("postgresql+psycopg://db/kept", "PostgreSQL"),
        ("mysql://db/kept", "mysql"),
    ],
)
def test_other_databases_are_refused(url: str, kind: str) -> None:
    """One line, exit code 2, and no password repeated."""
    with pytest.raises(DatabaseError, match=f"{kind}.* cannot be used yet") as told:
        Store.open(url)
    assert told.value.exit_code == 2
    assert "user" not in told.value.message


def test_readers_create_nothing(tmp_path: Path) -> None:
    """Reading what is not there is said, with exit code 2, and leaves no file."""
    assert refused(tmp_path / "none.db", write=False).exit_code == 2
    assert names(tmp_path) == []


def test_readers_leave_no_trace(tmp_path: Path) -> None:
    """After reading there is the file that was there, byte for byte."""
    path = made(tmp_path / "kept.db")
    before = path.read_bytes()
    with Store.open(path, write=False) as store:
        assert store.report_rows(headline=Headline.VERIFIED) == ()
        with pytest.raises(DatabaseError, match="reading only"):
            store.add_transcripts([transcript(doc_id="other")], now=NOW)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.raw.execute("DELETE FROM sources")
    assert names(tmp_path) == ["kept.db"]
    assert path.read_bytes() == before


def test_a_reader_beside_a_writer(tmp_path: Path) -> None:
    """A reader sees what was committed when it asks, while the writer goes on; the writer's files stay."""
    path = made(tmp_path / "kept.db")
    with Store.open(path) as writer:
        with Store.open(path, write=False) as reader, writer.transaction():
            writer.add_transcripts([transcript(doc_id="briefing-2")], now=NOW)
            assert reader.load_transcript("Ministry of Works", "briefing-2") is None
        assert writer.load_transcript("Ministry of Works", "briefing-2") is not None


NOT_DATABASES = [
    pytest.param(b"dear diary\n" * 400, "is not a database", id="text"),
    pytest.param(b"SQLite format 3\x00" + bytes(200), "is damaged", id="only the head"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(5000), "is not a database", id="picture"),
]


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
@pytest.mark.parametrize(("content", "message"), NOT_DATABASES)
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes, message: str, write: bool) -> None:
    """It is refused and not a byte of it changes."""
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    assert message in refused(path, write=write).message
    assert path.read_bytes() == content
    assert names(tmp_path) == ["notes.db"]


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_damaged_database_is_left_alone(tmp_path: Path, write: bool) -> None:
    """Pages overwritten in the middle are noticed before anything is done."""
    path = made(tmp_path / "kept.db")
    content = bytearray(path.read_bytes())
    content[8192 : 8192 + 4 * 4096] = b"\xa5" * 4 * 4096
    path.write_bytes(content)
    assert "is damaged" in refused(path, write=write).message
    assert path.read_bytes() == bytes(content)


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_cut_database_is_left_alone(tmp_path: Path, write: bool) -> None:
    """A file whose end is missing is damaged."""
    path = made(tmp_path / "kept.db")
    content = path.read_bytes()[: -10 * 4096]
    path.write_bytes(content)
    assert "is damaged" in refused(path, write=write).message
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_another_programs_database_is_left_alone(tmp_path: Path, write: bool) -> None:
    """Also one that is kept by the same migration tool."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute(f"INSERT INTO alembic_version VALUES ('{HEAD}')")
    before = path.read_bytes()
    assert "another program" in refused(path, write=write).message
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_newer_database_is_left_alone(tmp_path: Path, write: bool) -> None:
    """A schema that this program does not know was written by a later one."""
    path = made(tmp_path / "kept.db")
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9001'")
    assert "newer version of this program (9001)" in refused(path, write=write).message


def test_an_empty_file_becomes_a_database_when_written(tmp_path: Path) -> None:
    """A file without a byte holds nothing that could be lost; readers are told."""
    path = tmp_path / "empty.db"
    path.touch()
    assert "holds nothing yet" in refused(path, write=False).message
    made(path)
    with Store.open(path, write=False) as store:
        assert store.load_transcript("Ministry of Works", "briefing-1") is not None


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    """A folder, a missing folder, a folder that is a file: one line each."""
    (tmp_path / "file").write_text("in the way")
    assert "is a folder" in refused(tmp_path, write=True).message
    assert "there is no folder" in refused(tmp_path / "missing" / "kept.db", write=True).message
    assert "cannot be created" in refused(tmp_path / "file" / "kept.db", write=True).message
    assert names(tmp_path) == ["file"]


def test_a_writer_that_waits_too_long_is_told(tmp_path: Path) -> None:
    """Another writer holds the lock: exit code 75, worth trying again; readers go on."""
    path = made(tmp_path / "kept.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(path, wait_seconds=0.1) as store:
            with pytest.raises(DatabaseError, match="locked by another writer") as told:
                store.add_transcripts([transcript(doc_id="late")], now=NOW)
            assert store.load_transcript("Ministry of Works", "briefing-1") == transcript()
            assert (told.value.exit_code, told.value.retryable) == (75, True)
            other.execute("ROLLBACK")
            store.add_transcripts([transcript(doc_id="late")], now=NOW)


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    """The batch that does not fit is rolled back; what was kept before stays readable."""
    path = made(tmp_path / "kept.db")
    with Store.open(path) as store:
        pages = store.raw.execute("PRAGMA page_count").fetchone()[0]
        store.raw.execute(f"PRAGMA max_page_count = {pages}")
        many = [transcript(doc_id=f"briefing-{number}") for number in range(2, 300)]
        with pytest.raises(DatabaseError, match="the disk is full"):
            store.add_transcripts(many, now=NOW, batch=1000)
        assert store.load_transcript("Ministry of Works", "briefing-1") == transcript()
        assert store.raw.execute("SELECT count(*) FROM transcripts").fetchone() == (1,)
