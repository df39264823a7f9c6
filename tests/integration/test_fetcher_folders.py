"""Walking a folder: what lies in it is read once, what leads out of it never."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from verifier.errors import ReadError
from verifier.harvest.folders import Skipped, read_beside, read_folder, read_once, shown, walk_folder
from verifier.model.page import Page

NOW = datetime(2024, 3, 9, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two records, one below the other, and one file of another kind."""
    folder = tmp_path / "records"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_text("b")
    (folder / "sub" / "a.txt").write_text("a")
    (folder / "note.doc").write_text("n")
    (tmp_path / "outside.txt").write_text("MARK")
    return folder


def read(root: Path) -> tuple[dict[str | None, bytes], dict[str, str]]:
    """Return the pages by name and the reasons by file name."""
    found = list(read_folder(root, ("**/*.txt",), NOW, max_bytes=1_000))
    pages = {one.name: one.body for one in found if isinstance(one, Page)}
    return pages, {one.path.name: one.reason for one in found if isinstance(one, Skipped)}


def test_matching_files_in_the_order_of_names(root: Path) -> None:
    """Files that fit the patterns come in a fixed order under their relative names."""
    assert list(read(root)[0].items()) == [("b.txt", b"b"), ("sub/a.txt", b"a")]
    assert [path.name for path in walk_folder(root, ("*.txt",)).files] == ["b.txt", "a.txt"]
    assert [path.name for path in walk_folder(root, ("sub/*.txt",)).files] == ["a.txt"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        pytest.param("../outside.txt", "out of the folder", id="to a file outside"),
        pytest.param("/etc/passwd", "out of the folder", id="to a system file"),
        pytest.param("..", "out of the folder", id="to the folder above"),
        pytest.param("sub", "link to a folder", id="to a folder inside"),
        pytest.param("nothing", "leads nowhere", id="to nothing"),
        pytest.param("link.txt", "leads nowhere", id="to itself"),
    ],
)
def test_links_are_not_followed_out(root: Path, target: str, reason: str) -> None:
    """A link that leads out, in a circle or nowhere is skipped with its reason; the others are read."""
    (root / "link.txt").symlink_to(target)
    pages, skipped = read(root)
    assert sorted(map(str, pages)) == ["b.txt", "sub/a.txt"]
    assert reason in skipped["link.txt"]


def test_a_link_inside_is_the_file_it_leads_to(root: Path) -> None:
    """A file that a link names too is read once."""
    (root / "a-link.txt").symlink_to("b.txt")
    assert sorted(map(str, read(root)[0])) == ["b.txt", "sub/a.txt"]


def test_what_is_no_file_is_never_opened(root: Path) -> None:
    """A FIFO would wait for ever; it and a socket are skipped."""
    os.mkfifo(root / "fifo.txt")
    pages, skipped = read(root)
    assert len(pages) == 2
    assert skipped["fifo.txt"] == "not a regular file"
    with pytest.raises(ReadError, match="not a regular file"):
        read_once(root / "fifo.txt", NOW, name="fifo.txt")


def test_large_files_are_skipped(root: Path) -> None:
    """A file over the bound is skipped, said so."""
    (root / "large.txt").write_bytes(b"x" * 1_001)
    assert "larger than 1,000 bytes" in read(root)[1]["large.txt"]


@pytest.mark.parametrize(
    "name", [b"line\nbreak.txt", b"caf\xe9.txt", b"-rf.txt", b"x" * 251 + b".txt", b"[a]{b}*?.txt"]
)
def test_odd_names(root: Path, name: bytes) -> None:
    """A file with an odd name is read like any other, and its name can be stored and shown."""
    Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text("odd")
    pages, skipped = read(root)
    assert skipped == {}
    odd = next(str(one) for one, body in pages.items() if body == b"odd")
    odd.encode("utf-8")
    assert "\n" not in shown(odd)


def test_a_root_that_is_no_folder(root: Path) -> None:
    """What is no folder is one error."""
    for place in (root / "b.txt", root / "none"):
        with pytest.raises(ReadError, match="cannot be looked into"):
            walk_folder(place, ("*",))


def test_sidecars_are_read_beside_their_record(root: Path) -> None:
    """A sidecar is no record; it is found by its record's name, and never through a link."""
    (root / "b.meta.toml").write_text("tier = 1")
    assert [path.name for path in walk_folder(root, ("**/*",)).files] == ["b.txt", "note.doc", "a.txt"]
    sidecar = read_beside(root / "b.txt", NOW)
    assert sidecar is not None
    assert (sidecar.name, sidecar.body) == ("b.meta.toml", b"tier = 1")
    assert read_beside(root / "sub" / "a.txt", NOW) is None
    (root / "sub" / "a.txt.meta.toml").symlink_to("/etc/passwd")
    with pytest.raises(ReadError):
        read_beside(root / "sub" / "a.txt", NOW)
