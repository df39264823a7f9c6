"""The schema and its history: what the models say is what the migrations make."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Text
from store_samples import FIRST, LATER, NOW, article, filled, transcript, verdict

import db
from db.engine import open_engine
from db.migrate import APPLICATION_ID, HEAD, REVISIONS, rebuilding
from db.store import Store
from db.tables import Row
from verifier.errors import DatabaseError
from verifier.text.folding import fold_words

MIGRATIONS = str(Path(db.__file__).with_name("migrations"))
# Made by SEARCH_DDL, not by a model; FTS5 makes tables of its own beside the one that is asked for.
SEARCH = ("passages", "indexed_versions", "passage_terms", "term_frequencies", "index_totals")


def at_revision(connection: Connection, revision: str) -> None:
    """Bring an empty database to a revision, views and triggers apart."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Path]:
    """Give a database as the first revision made it, with one source and one transcript in it."""
    path = tmp_path / "kept.db"
    engine = open_engine(path, write=True)
    with engine.connect() as connection, connection.begin():
        at_revision(connection, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(
            "INSERT INTO sources (name, created_at) VALUES ('Ministry of Works', '2025-01-01T00:00:00.000000Z')"
        )
        connection.exec_driver_sql(
            "INSERT INTO transcripts (source_id, doc_id, created_at) VALUES (1, 'old', '2025-01-01T00:00:00.000000Z')"
        )
    engine.dispose()
    return path


TIME = "'2025-01-01T00:00:00.000000Z'"
THIRD = f"""
    INSERT INTO sources (name, created_at) VALUES ('Ministry of Works', {TIME});
    INSERT INTO snapshots VALUES (1, 'aa', 9, 'aa/aa.gz', {TIME});
    INSERT INTO fetches VALUES (1, 1, 'https://works.example/1', 'https://works.example/1', NULL, '[]', 200,
        'text/html', 'ok', '[]', {TIME}, {TIME}),
        (2, NULL, 'https://works.example/2', NULL, NULL, '[]', 403, NULL, 'wall', '[]',
        {TIME}, {TIME});
    INSERT INTO transcripts VALUES (1, 1, 'briefing-1', {TIME});
    INSERT INTO transcript_versions VALUES (1, 1, 'aaaaaaaaaaaaaaaa', 'd', 'en', 'Briefing', NULL, NULL, 2,
        'original', 1, 9, 1, 0, 1, NULL, {TIME}, {TIME});
    INSERT INTO turns VALUES (1, 1, 0, 'Ada Lind', NULL, NULL, 'speaker', NULL, NULL, NULL, 0,
        'The bridge isn''t open yet.');
    INSERT INTO version_speakers VALUES (1, 0, 'Ada Lind', NULL, 5);
    INSERT INTO record_dates VALUES (1, 0, '2025-03-05', 'meta');
    INSERT INTO indexed_versions VALUES (1, 1, 1);
    INSERT INTO passages VALUES (1, 1, 0, 26, 'Ada Lind');
    INSERT INTO passage_terms (rowid, terms) VALUES (1, 'words folded otherwise');
    INSERT INTO term_frequencies VALUES ('words', 1), ('folded', 1), ('otherwise', 1);
    UPDATE index_totals SET value = 1;
    INSERT INTO index_totals VALUES ('format', 1);
    INSERT INTO runs VALUES (1, 'nightly', NULL, 'p', '{{}}', 'complete', {TIME}, {TIME}, {TIME}, 0, 0, 0, 1, '[]');
    INSERT INTO harvests VALUES (1, 1, 1, NULL, NULL, 'ok_hits', '', 1, 1, {TIME});
"""


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """Give a database as the third revision kept a harvest, its index made by an older folding."""
    path = tmp_path / "kept.db"
    engine = open_engine(path, write=True)
    with engine.connect() as connection, connection.begin():
        at_revision(connection, "0003")
        for statement in (*THIRD.split(";\n"), f"PRAGMA application_id = {APPLICATION_ID}"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return path


def test_a_harvest_of_before_is_brought_up(third: Path, tmp_path: Path) -> None:
    """Attempts, harvests and sources keep their rows; what was not kept then is as if it was said once."""
    with Store.open(third) as store:
        fetches = "SELECT outcome, times, attempts, run_id, etag FROM fetches ORDER BY id"
        assert store.raw.execute(fetches).fetchall() == [("ok", 1, 1, None, None), ("wall", 1, 1, None, None)]
        assert store.terms_of("Ministry of Works").store == "full"
        last = store.last_harvested("Ministry of Works")
        assert last is not None
        assert (last.outcome.outcome, last.pages, last.stopped_at_page, last.window) == ("ok_hits", 0, None, None)
        assert store.listed_not_held() == ()
    with Store.open(tmp_path / "fresh.db"):
        pass
    assert schema(third) == schema(tmp_path / "fresh.db")
    assert (tmp_path / "kept.db.before-migration-from-0003").exists()


def test_the_index_is_made_anew(third: Path) -> None:
    """Words are found as they are folded today, whatever command opened the database for writing."""
    with Store.open(third) as store:
        corpus = store.corpus(None)
        words = fold_words("The bridge isn't open yet.")
        assert corpus.frequency([*words, "otherwise"]) == dict.fromkeys(words, 1) | {"otherwise": 0}
        assert corpus.size() == 1


def schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def test_the_program_knows_every_revision() -> None:
    """The list that tells older from newer is the history that Alembic reads."""
    script = ScriptDirectory(MIGRATIONS)
    assert tuple(revision.revision for revision in reversed(list(script.walk_revisions()))) == REVISIONS
    assert script.get_current_head() == HEAD


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    """A fresh database has the tables, columns, types, indexes and keys of the models."""
    with Store.open(tmp_path / "kept.db"):
        pass
    with open_engine(tmp_path / "kept.db", write=False).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(SEARCH),
            },
        )
        assert compare_metadata(context, Row.metadata) == []


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    """A present schema is left as it is, and no copy is made."""
    with Store.open(tmp_path / "kept.db"):
        pass
    before = (tmp_path / "kept.db").read_bytes()
    with Store.open(tmp_path / "kept.db"):
        pass
    assert (tmp_path / "kept.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["kept.db"]


def test_an_older_database_is_copied_and_brought_up(older: Path, tmp_path: Path) -> None:
    """The rows stay, the schema is that of a fresh database, and the copy holds the older state."""
    was = schema(older)
    with Store.open(older) as store:
        assert store.raw.execute("SELECT doc_id FROM transcripts").fetchall() == [("old",)]
        store.add_transcripts([transcript()], now=NOW)
    copy = tmp_path / "kept.db.before-migration-from-0001"
    assert schema(copy) == was
    with Store.open(tmp_path / "fresh.db"):
        pass
    assert schema(older) == schema(tmp_path / "fresh.db")


def test_a_copy_never_replaces_a_file(older: Path, tmp_path: Path) -> None:
    """Where a copy from an earlier try lies, the next has a number."""
    taken = tmp_path / "kept.db.before-migration-from-0001"
    taken.write_text("precious")
    with Store.open(older):
        pass
    assert taken.read_text() == "precious"
    assert schema(tmp_path / "kept.db.before-migration-from-0001-2")


def test_reading_never_migrates(older: Path, tmp_path: Path) -> None:
    """Readers are told what to do; file and folder stay as they were."""
    before = older.read_bytes()
    with pytest.raises(DatabaseError, match=r"older schema \(0001\), and reading never migrates"):
        Store.open(older, write=False)
    assert older.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["kept.db"]


def test_a_migration_that_fails_leaves_the_database_as_it_was(older: Path) -> None:
    """A row that refers to nothing is found before the migration is committed."""
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute("INSERT INTO transcripts (source_id, doc_id, created_at) VALUES (77, 'orphan', '')")
    was = schema(older)
    with pytest.raises(DatabaseError, match="a row of transcripts refers to a missing row of sources"):
        Store.open(older)
    assert schema(older) == was


def test_two_programs_may_create_the_same_database(tmp_path: Path) -> None:
    """The second waits for the first and finds nothing to do."""
    code = "import sys; from db.store import Store; Store.open(sys.argv[1]).close()"
    here = [sys.executable, "-W", "error", "-c", code, str(tmp_path / "kept.db")]
    started = [subprocess.Popen(here, stderr=subprocess.PIPE, cwd=Path(db.__file__).parents[1]) for _ in range(3)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in started] == [(b"", 0)] * 3


def test_evidence_survives_a_table_built_anew(tmp_path: Path) -> None:
    """Later schemas may rebuild tables that never change: the rows stay, and so does what protects them."""
    path = tmp_path / "kept.db"
    with Store.open(path) as store:
        run = filled(store)
        store.add_verdict(article().id, FIRST, verdict(), run_id=run, checked_at=LATER)
    before = [row for row in schema(path) if row[0] in {"trigger", "view"}]
    with open_engine(path, write=True).connect() as connection, rebuilding(connection):
        operations = Operations(MigrationContext.configure(connection))
        for table in ("verdicts", "matches"):
            with operations.batch_alter_table(table, recreate="always") as batch:
                batch.add_column(Column("later", Text()))
    assert [row for row in schema(path) if row[0] in {"trigger", "view"}] == before
    with Store.open(path) as store:
        assert store.load_verdict(1) == verdict()
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            store.raw.execute("UPDATE verdicts SET later = 'x'")
