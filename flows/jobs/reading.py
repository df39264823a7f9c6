"""Inputs of people and flows, as pages: files, addresses, standard input; bounded, and read once."""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from verifier.errors import ReadError, UsageError
from verifier.model.page import Page

if TYPE_CHECKING:
    from flows.settings import Settings
    from verifier.harvest.fetcher import Fetcher

# More than any article or transcript that was met; a larger file is not what its name says.
MAX_BYTES = 30_000_000
STANDARD_INPUT = "-"


def is_address(text: str) -> bool:
    """Return whether an input is a URL, not a path."""
    return "://" in text


def expect_no_address(inputs: Sequence[str]) -> None:
    """Raise UsageError where an input needs the network."""
    for text in inputs:
        if is_address(text):
            raise UsageError(f"{text}: an address needs the network; leave out --offline")


def read_input(text: str, now: datetime, fetcher: Fetcher | None) -> Page:
    """Return what a path, an http(s) address or "-" holds; an address needs the fetcher.

    Raises ReadError or FetchError, whose message names the input.
    """
    if text == STANDARD_INPUT:
        return Page(_bounded(sys.stdin.buffer, "standard input", MAX_BYTES), now, name=None)
    if not is_address(text):
        return read_file(Path(text), now)
    if urlsplit(text).scheme.lower() not in {"http", "https"}:
        raise ReadError(f"{text}: only http and https addresses are read", subject=text)
    assert fetcher is not None
    return fetcher.fetch(text)


def read_file(path: Path, now: datetime, *, limit: int = MAX_BYTES) -> Page:
    """Return a file's bytes as a page; ReadError for anything but a readable file with something in it."""
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise ReadError(f"{path}: a folder; name the files in it", subject=str(path))
        with path.open("rb") as file:
            return Page(_bounded(file, str(path), limit), now, name=path.name)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file", subject=str(path)) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ReadError(f"{path}: cannot be read: {reason}", subject=str(path)) from error


def _bounded(file: BinaryIO, subject: str, limit: int) -> bytes:
    """Return all of a file; ReadError if it is empty or too large."""
    body = file.read(limit + 1)
    if len(body) > limit:
        raise ReadError(f"{subject}: larger than {limit // 1_000_000} MB", subject=subject, outcome="too_large")
    if not body.strip():
        raise ReadError(f"{subject}: empty", subject=subject, outcome="empty")
    return body


def make_fetcher(settings: Settings) -> Fetcher:
    """Return the fetcher as it is configured."""
    from verifier.harvest.fetcher import Fetcher

    network = settings.network
    return Fetcher(allow_private=frozenset(network.allow_private), contact=network.contact)
