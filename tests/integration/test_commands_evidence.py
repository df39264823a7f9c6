"""``evidence export`` hands pages on as WARC, and no more than a licence allows."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import Desk
from store_samples import LATER, NOW

from db.store import Store
from verifier.model.page import Page

PAGE = Page(
    b"<html>\r\n\r\nThe bridge</html>", NOW, "https://works.example/1", "https://works.example/en/1", status=200
)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give pages of a free source and of two that are not, and a file."""
    monkeypatch.chdir(tmp_path)
    with Store.open("quote-verifier.db") as store:
        store.keep_source("paper", now=NOW, store="excerpt")
        store.keep_source("agency", now=NOW, store="hash")
        html = replace(PAGE, content_type="text/html; charset=utf-8")
        store.add_snapshot(html, Path("evidence"), source="works")
        store.add_snapshot(replace(html, retrieved_at=LATER), Path("evidence"), source="works")
        for source in ("paper", "agency"):
            page = replace(html, body=source.encode(), url=f"https://{source}.example/")
            store.add_snapshot(page, Path("evidence"), source=source)
        store.add_snapshot(Page(b"by hand", NOW, name="note.txt"), Path("evidence"))
    return Desk(tmp_path, capsys)


def test_pages_that_may_be_handed_on(desk: Desk) -> None:
    """Each with its address, its time and its hash, byte for byte; the rest stays."""
    ended = desk.run("evidence", "export", "--warc", "out.warc.gz")
    assert (ended.code, ended.lines) == (0, ["evidence export: 1 page in out.warc.gz"])
    written = gzip.decompress(Path("out.warc.gz").read_bytes())
    head, _, record = written.partition(b"WARC-Type: resource\r\n")
    assert head.startswith(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n")
    lines, _, rest = record.partition(b"\r\n\r\n")
    assert lines.decode().split("\r\n")[1:] == [
        "WARC-Date: 2025-03-20T06:30:00Z",
        "WARC-Target-URI: https://works.example/en/1",
        f"WARC-Block-Digest: sha256:{PAGE.sha256}",
        "Content-Type: text/html; charset=utf-8",
        "Content-Length: 27",
    ]
    assert rest == PAGE.body + b"\r\n\r\n"


def test_a_file_is_never_written_over(desk: Desk) -> None:
    """What stands there stays."""
    desk.write("out.warc.gz", "precious")
    ended = desk.run("evidence", "export", "--warc", "out.warc.gz")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert Path("out.warc.gz").read_text() == "precious"


def test_altered_bytes_are_not_handed_on(desk: Desk) -> None:
    """One line, and no file that looks whole."""
    file = next(Path("evidence").rglob(f"{PAGE.sha256}.gz"))
    file.write_bytes(gzip.compress(b"<html>A bridge</html>"))
    ended = desk.run("evidence", "export", "--warc", "out.warc.gz")
    assert (ended.code, len(ended.lines)) == (1, 1)
    assert "was altered" in ended.err
    assert not list(Path().glob("*out.warc.gz*"))
