"""Evidence: bytes on disk under their hash, before any row names them."""

from __future__ import annotations

import gzip
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import LATER, NOW, new_database

from db.store import Store
from verifier.errors import DatabaseError, UsageError
from verifier.model.page import Page

PAGE = Page(b"<html>The bridge</html>", NOW, "https://works.example/1", "https://works.example/1", status=200)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


def test_bytes_come_back_by_their_hash(store: Store, evidence: Path) -> None:
    """What was received is read back, byte for byte."""
    snapshot = store.add_snapshot(PAGE, evidence)
    assert (snapshot.sha256, snapshot.size) == (PAGE.sha256, 23)
    assert store.read_snapshot(snapshot.sha256, evidence) == PAGE.body


def test_only_the_owner_may_read_the_evidence(store: Store, evidence: Path) -> None:
    """Folders are 0700 and files 0600; nothing lies beside the finished file."""
    store.add_snapshot(PAGE, evidence)
    (folder,) = evidence.iterdir()
    (file,) = folder.iterdir()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (evidence, folder, file)] == [0o700, 0o700, 0o600]
    assert file.name == f"{PAGE.sha256}.gz"


def test_the_same_bytes_are_kept_once(store: Store, evidence: Path) -> None:
    """The same answer again moves its time; another address with the same bytes is another fetch of them."""
    first = store.add_snapshot(PAGE, evidence)
    assert store.add_snapshot(replace(PAGE, retrieved_at=LATER), evidence) == first
    assert store.add_snapshot(replace(PAGE, url="https://works.example/2"), evidence) == first
    seen = store.raw.execute("SELECT first_seen_at < last_seen_at, url FROM fetches ORDER BY id").fetchall()
    assert seen == [(1, "https://works.example/1"), (0, "https://works.example/2")]
    assert len(list(evidence.rglob("*.gz"))) == 1


def test_compression_is_the_same_every_time(store: Store, evidence: Path, tmp_path: Path) -> None:
    """No time of day in the file: two machines keep the same bytes in the same file."""
    store.add_snapshot(PAGE, evidence)
    store.add_snapshot(PAGE, tmp_path / "other")
    (one,), (two,) = evidence.rglob("*.gz"), (tmp_path / "other").rglob("*.gz")
    assert one.read_bytes() == two.read_bytes()


def test_a_failed_fetch_is_a_row_without_bytes(store: Store, evidence: Path) -> None:
    """An address that refused is known by its outcome."""
    refused = Page(b"", NOW, "https://works.example/3", status=403, outcome="http_error")
    store.add_failed_fetch(refused)
    store.add_failed_fetch(replace(refused, retrieved_at=LATER))
    assert store.raw.execute("SELECT outcome, status, snapshot_id FROM fetches").fetchall() == [
        ("http_error", 403, None)
    ]


def test_altered_or_missing_evidence_is_said(store: Store, evidence: Path) -> None:
    """One changed byte, a cut file and a lost file are each told with the file's name."""
    snapshot = store.add_snapshot(PAGE, evidence)
    (file,) = evidence.rglob("*.gz")
    whole = file.read_bytes()
    file.write_bytes(gzip.compress(b"<html>A bridge</html>"))
    with pytest.raises(DatabaseError, match="was altered"):
        store.read_snapshot(snapshot.sha256, evidence)
    file.write_bytes(whole[:-9])
    with pytest.raises(DatabaseError, match="cannot be read"):
        store.read_snapshot(snapshot.sha256, evidence)
    file.unlink()
    with pytest.raises(DatabaseError, match=f"{snapshot.sha256}.gz cannot be read"):
        store.read_snapshot(snapshot.sha256, evidence)
    with pytest.raises(DatabaseError, match="no bytes are kept"):
        store.read_snapshot("00" * 32, evidence)


def test_a_folder_that_cannot_be_made_is_one_line(store: Store, tmp_path: Path) -> None:
    """No row names bytes that are not on disk."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseError, match="evidence cannot be kept in"):
        store.add_snapshot(PAGE, tmp_path / "file")
    assert store.raw.execute("SELECT count(*) FROM snapshots").fetchone() == (0,)


def test_bytes_taken_down_leave_their_hash_and_the_reason(store: Store, evidence: Path) -> None:
    """The file goes, the row stays and says so; without a reason nothing happens."""
    snapshot = store.add_snapshot(PAGE, evidence)
    with pytest.raises(UsageError, match="needs a reason"):
        store.take_down_snapshot(snapshot.sha256, reason=" ", evidence_dir=evidence, now=LATER)
    store.take_down_snapshot(snapshot.sha256, reason="court order", evidence_dir=evidence, now=LATER)
    assert not list(evidence.rglob("*.gz"))
    with pytest.raises(DatabaseError, match="were taken down"):
        store.read_snapshot(snapshot.sha256, evidence)
    assert store.raw.execute("SELECT subject, reason FROM takedowns").fetchall() == [(PAGE.sha256, "court order")]
