"""What a licence lets us keep is obeyed from the configuration to what readers see."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from command_line import ARTICLE, RECORDS, RIGHT, Desk

CONFIG = (
    '[articles]\nfolders = ["articles"]\n[[source]]\nid = "archive"\nkind = "jsonl"\npath = "archive"\nstore = "{}"\n'
)
LONG = "The council met on many other matters that day, and said so at length. " * 40


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a folder with an archive of one long record, and an article that quotes it."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, capsys)
    turns = [{"speaker": "Astrid Holm", "text": f"{LONG}{RIGHT}. {LONG}"}]
    record = {name: value for name, value in RECORDS[0].items() if name != "source"} | {"turns": turns}
    made.write("archive/list.jsonl", json.dumps(record))
    made.write("articles/harbour.txt", ARTICLE)
    return made


def test_of_hashes_nothing_else_is_kept(desk: Desk) -> None:
    """Neither database nor evidence holds the words; that the event is known bars saying that they are absent."""
    desk.write("quote-verifier.toml", CONFIG.format("hash"))
    assert desk.run("nightly").code == 0
    words = b"council met on many other matters"
    assert not [file for file in Path().glob("quote-verifier.db*") if words in file.read_bytes()]
    assert not [file for file in Path("evidence").rglob("*.gz") if words in gzip.decompress(file.read_bytes())]
    assert (desk.count("turns"), desk.count("entries"), desk.count("snapshots")) == (0, 1, 2)
    (first, _) = json.loads(desk.run("check", "articles/harbour.txt", "--json").out)["statements"]
    assert (first["headline"], first["coverage"]) == ("not_checkable", "known_not_held")
    assert desk.run("audit").code == 0
    assert desk.run("fsck").code == 0


def test_of_excerpts_readers_see_no_more(desk: Desk) -> None:
    """The match, and at most 240 characters on each side, wherever it is shown."""
    desk.write("quote-verifier.toml", CONFIG.format("excerpt"))
    assert desk.run("nightly").code == 0
    (first, _) = json.loads(desk.run("check", "articles/harbour.txt", "--json").out)["statements"]
    match = first["match"]
    assert match["said"] == RIGHT
    assert 0 < len(match["context_before"]) <= 240
    assert 0 < len(match["context_after"]) <= 240
    assert desk.run("report", "--html", "--out", "report.html").code == 0
    for shown in (desk.run("explain", first["id"], "--json").out, Path("report.html").read_text()):
        assert RIGHT in shown
        assert shown.count("many other matters") <= 8
