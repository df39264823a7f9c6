"""Files of a watched folder: regular ones under its root, read once, everything else skipped with a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from verifier.errors import ReadError
from verifier.model.page import Page
from verifier.sources.kinds.folder import sidecar_names

MAX_BYTES = 30_000_000
MAX_FILES = 100_000
MAX_DEPTH = 30
SIDECAR = ".meta.toml"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A place in a folder that was not read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Walk:
    """The files of a folder in the order of their names, resolved, and what was skipped."""

    root: Path
    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


def shown(path: Path | str) -> str:
    """Return a name fit for one line: control characters and undecodable bytes escaped."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in str(path))


def _matches(relative: str, globs: Sequence[str]) -> bool:
    """Return whether a path relative to the root fits one of the patterns; "**/" also stands for nothing."""
    name = relative.rpartition("/")[2]
    return any(
        fnmatchcase(relative, glob) or (glob.startswith("**/") and fnmatchcase(name, glob[3:])) for glob in globs
    )


def _entries(folder: Path, depth: int = 0) -> Iterator[os.DirEntry[str] | Skipped]:
    """Yield what stands in a folder and below, in the order of names; links to folders are not followed."""
    if depth > MAX_DEPTH:
        yield Skipped(folder, f"deeper than {MAX_DEPTH} folders")
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder, f"cannot be opened: {error.strerror}")
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), depth + 1)
        else:
            yield entry


def _fault(path: Path, root: Path) -> str | None:
    """Return why a path is not to be read, or None for a regular file under the root."""
    try:
        resolved = path.resolve(strict=True)
        mode = resolved.stat().st_mode
    except (OSError, RuntimeError) as error:
        return "a link that leads nowhere" if path.is_symlink() else f"cannot be read: {error}"
    if not resolved.is_relative_to(root):
        return "a link that leads out of the folder"
    if stat.S_ISDIR(mode):
        return "a link to a folder, which is not followed"
    return None if stat.S_ISREG(mode) else "not a regular file"


def walk_folder(root: Path, globs: Sequence[str]) -> Walk:
    """Return the regular files under *root* whose relative path fits one of *globs*, without reading them.

    A link counts only if what it leads to lies under the root, and each file once. Sidecars are not
    records. Raises ReadError if *root* is no folder that can be opened.
    """
    try:
        base = root.resolve(strict=True)
        if not base.is_dir():
            raise NotADirectoryError(20, "it is no folder")
        os.scandir(base).close()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ReadError(f"{shown(root)}: cannot be looked into: {reason}", subject=str(root)) from error
    files: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for entry in _entries(base):
        if isinstance(entry, Skipped):
            skipped.append(entry)
            continue
        path = Path(entry.path)
        relative = path.relative_to(base).as_posix()
        if relative.endswith(SIDECAR) or not _matches(relative, globs):
            continue
        if (fault := _fault(path, base)) is not None:
            skipped.append(Skipped(path, fault))
        elif len(files) >= MAX_FILES:
            skipped.append(Skipped(base, f"over {MAX_FILES:,} files; the rest was left"))
            break
        else:
            files[path.resolve()] = None
    return Walk(base, tuple(files), tuple(skipped))


def read_once(path: Path, retrieved_at: datetime, *, name: str, max_bytes: int = MAX_BYTES) -> Page:
    """Return a regular file's bytes as a page under *name*; what is hashed is what is parsed.

    The file is opened without following a link and without waiting for a FIFO, and asked on the open
    handle what it is, so it cannot be exchanged in between. Raises ReadError for anything but a
    readable regular file of at most *max_bytes*.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be opened: {getattr(error, 'strerror', error)}", subject=shown(path)) from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ReadError("not a regular file", subject=shown(path))
        try:
            body = file.read(max_bytes + 1)
        except OSError as error:
            raise ReadError(f"cannot be read: {error.strerror}", subject=shown(path)) from error
    if len(body) > max_bytes:
        raise ReadError(f"larger than {max_bytes:,} bytes", subject=shown(path), outcome="too_large")
    return Page(body, retrieved_at, name=name)


def read_folder(
    root: Path, globs: Sequence[str], retrieved_at: datetime, *, max_bytes: int = MAX_BYTES
) -> Iterator[Page | Skipped]:
    """Yield every matching file under *root* as a page named by its relative path, or why it was skipped."""
    walk = walk_folder(root, globs)
    yield from walk.skipped
    for path in walk.files:
        try:
            yield read_once(path, retrieved_at, name=_name(path, walk.root), max_bytes=max_bytes)
        except ReadError as error:
            yield Skipped(path, error.message)


def _name(path: Path, root: Path) -> str:
    """Return a file's relative path as a text that every database takes."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def read_beside(path: Path, retrieved_at: datetime) -> Page | None:
    """Return the sidecar of a file, or None if it has none; ReadError if it has one that cannot be read."""
    for name in sidecar_names(path.name):
        sidecar = path.with_name(name)
        if sidecar.is_symlink() or sidecar.exists():
            return read_once(sidecar, retrieved_at, name=name, max_bytes=100_000)
    return None
