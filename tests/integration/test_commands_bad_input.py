"""Bad input: each one clear line, the right exit code, and no article, statement or verdict."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import ARTICLE, Desk
from hostile.server import HostileServer, hostile_server

NOTHING = (0, 0, 0)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Run commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gone.txt", None, "gone.txt: no such file", id="no such file"),
        pytest.param("empty.txt", b"", "empty.txt: empty", id="empty"),
        pytest.param("blank.txt", b" \n\n ", "blank.txt: empty", id="only blanks"),
        pytest.param(
            "image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "image.txt: it is an image", id="image"
        ),
        pytest.param("noise.txt", bytes(range(256)) * 40, "noise.txt: it is ", id="binary"),
        pytest.param("archive.html", b"PK\x03\x04" + b"\x00" * 400, "archive.html: it is ", id="zip"),
        pytest.param(
            "error.html",
            b"<html><head><title>404 Not Found</title></head><body><p>The page is not here.</p></body></html>",
            "error.html: an error page, not an article",
            id="error page",
        ),
        pytest.param(
            "wall.html",
            b"<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p></body></html>",
            "wall.html: an access or consent page, not an article",
            id="wall",
        ),
    ],
)
def test_unreadable_article(name: str, content: bytes | None, message: str, desk: Desk) -> None:
    """The only input unreadable means failed, with its name and what is wrong."""
    if content is not None:
        desk.write(name, content)
    ended = desk.run("check", name, "--quiet")
    assert ended.code == 1
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith(message)
    assert ended.out == ""
    assert desk.stored() == NOTHING


def test_folder_as_article(desk: Desk) -> None:
    """A folder is no article; its files can be named."""
    desk.write("in/a.txt", ARTICLE)
    assert desk.run("check", "in", "--quiet").lines == ["in: a folder; name the files in it"]


def test_article_without_quotation(desk: Desk) -> None:
    """An article that quotes nobody is no failure: it is said, and nothing is stored."""
    desk.write("plain.txt", "The harbour reopened on Sunday. It had been closed for a week, after the storm.\n")
    ended = desk.run("check", "plain.txt")
    assert ended.code == 0
    assert any("no quotation in it, nothing to verify" in line for line in ended.lines)
    assert desk.stored() == NOTHING


def test_one_bad_input_of_two(desk: Desk) -> None:
    """One that fails is named, the other is stored, and the run is degraded."""
    desk.write("good.txt", ARTICLE)
    ended = desk.run("check", "gone.txt", "good.txt", "--quiet")
    assert ended.code == 3
    assert ended.lines == ["gone.txt: no such file"]
    assert desk.stored()[0] == 1


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1:9/a", id="private address"),
        pytest.param("http://[::1]:9/a", id="private address, version 6"),
        pytest.param("http://169.254.169.254/latest", id="link-local address"),
        pytest.param("ftp://example.org/a.txt", id="other scheme"),
        pytest.param("http://", id="no host"),
    ],
)
def test_refused_address(address: str, desk: Desk) -> None:
    """An address that may not be fetched fails with one line that names it."""
    ended = desk.run("check", address, "--quiet")
    assert ended.code == 1
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith(f"{address}: ")
    assert desk.stored() == NOTHING


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    """Run the misbehaving server."""
    with hostile_server() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("/status/403", "the server answered 403", id="403"),
        pytest.param("/status/404", "there is no such page (404)", id="404"),
        pytest.param("/redirect/loop", "redirected in a circle", id="redirected for ever"),
        pytest.param("/redirect/home", "redirected to the site's front page", id="redirected home"),
        pytest.param("/status/403-wall", "a wall stands before the page (403)", id="wall"),
        pytest.param("/trunc/empty", "the page is empty", id="empty"),
    ],
)
def test_address_without_a_page(path: str, message: str, desk: Desk, server: HostileServer) -> None:
    """An address that gives no page fails with its reason; the attempt is kept, no article is."""
    desk.write("quote-verifier.toml", f'[network]\nallow_private = ["127.0.0.1:{server.port}"]\n')
    address = f"http://127.0.0.1:{server.port}{path}"
    ended = desk.run("check", address, "--quiet")
    assert (ended.code, ended.lines) == (1, [f"{address}: {message}"])
    assert desk.stored() == NOTHING
    assert desk.count("fetches") == 1


def test_offline_reads_no_address(desk: Desk) -> None:
    """Without the network an address is a usage error, before anything is read."""
    ended = desk.run("check", "a.txt", "https://example.org/a", "--offline")
    assert (ended.code, desk.count("runs")) == (2, 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            '[storage]\ndatabse = "x"', "2: unknown key 'storage.databse'; did you mean 'database'?", id="key"
        ),
        pytest.param("[storage]\ndatabase = 5", "2: 'storage.database' must be text, not 5", id="type"),
        pytest.param("[storage\n", "1: not valid TOML", id="TOML"),
    ],
)
def test_bad_configuration(text: str, message: str, desk: Desk) -> None:
    """A wrong configuration ends with 2 before any work."""
    desk.write("quote-verifier.toml", text)
    desk.write("good.txt", ARTICLE)
    ended = desk.run("check", "good.txt")
    assert ended.code == 2
    assert ended.lines[0].startswith(f"quote-verifier: quote-verifier.toml:{message}")
    assert not (desk.folder / "quote-verifier.db").exists()


def test_not_a_database(desk: Desk) -> None:
    """A file that is no database stays as it is."""
    path = desk.write("notes.db", "these are my notes, not a database\n" * 200)
    desk.write("good.txt", ARTICLE)
    before = path.read_bytes()
    for command in (("check", "good.txt"), ("report",), ("quote", "some words")):
        ended = desk.run(*command, "--db", "notes.db")
        assert (ended.code, len(ended.lines)) == (1, 1)
        assert "notes.db is not a database" in ended.lines[0]
    assert path.read_bytes() == before


def test_newer_database(desk: Desk) -> None:
    """A database of a newer program is refused, for reading and for writing."""
    desk.import_records()
    connection = sqlite3.connect("quote-verifier.db")
    with connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    for command in (("report",), ("import", "records.jsonl")):
        ended = desk.run(*command)
        assert (ended.code, len(ended.lines)) == (1, 1)
        assert "newer version of this program" in ended.lines[0]


def test_no_database_to_read(desk: Desk) -> None:
    """Reading never makes a database: it says what would."""
    for command in (("report",), ("explain", "1"), ("quote", "some words")):
        ended = desk.run(*command)
        assert (ended.code, len(ended.lines)) == (2, 1)
        assert "there is no database at quote-verifier.db" in ended.lines[0]
    assert not (desk.folder / "quote-verifier.db").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_folder(desk: Desk) -> None:
    """A folder that cannot be written to is named."""
    desk.write("good.txt", ARTICLE)
    (desk.folder / "locked").mkdir(mode=0o500)
    ended = desk.run("check", "good.txt", "--db", "locked/q.db")
    assert (ended.code, len(ended.lines)) == (1, 1)
    assert "cannot be written to" in ended.lines[0]


def test_database_in_no_folder(desk: Desk) -> None:
    """A database is never created in a folder that is not there."""
    desk.write("good.txt", ARTICLE)
    ended = desk.run("check", "good.txt", "--db", "nowhere/q.db")
    assert ended.code == 1
    assert "there is no folder" in ended.lines[0]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check",), id="no article"),
        pytest.param(("chek", "a.txt"), id="no such command"),
        pytest.param(("check", "a.txt", "--fast"), id="no such option"),
        pytest.param(("check", "a.txt", "--published", "March 8"), id="not a day"),
        pytest.param(("check", "a.txt", "--fail-on", "alterd"), id="not a headline"),
        pytest.param(("quote", "  “” "), id="no words"),
        pytest.param(("quotes", "list.txt"), id="not a list"),
        pytest.param(("report", "--csv", "--json"), id="two forms"),
        pytest.param(("recheck", "--speaker", "Holm"), id="a correction of nothing"),
        pytest.param(("import", "a.txt", "b.txt"), id="two records by hand"),
        pytest.param(("import", "a.jsonl", "--title", "T"), id="a described list"),
    ],
)
def test_usage(arguments: tuple[str, ...], desk: Desk) -> None:
    """A command that cannot be run as given ends with 2, and runs nothing."""
    ended = desk.run(*arguments)
    assert ended.code == 2
    assert ended.err
    assert desk.count("runs") == 0
