"""Bytes that were fetched or given, with where and when they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """One answer as it was received, decoded of transfer compression only."""

    body: bytes
    retrieved_at: datetime  # aware, UTC
    url: str | None = None  # as asked for; None for a local file
    final_url: str | None = None  # after redirects
    hops: tuple[str, ...] = ()  # every URL passed through, the first and the last included
    status: int | None = None
    content_type: str | None = None  # the header's value, parameters included
    name: str | None = None  # the file's name, for a local file
    outcome: str = "ok"  # one of DESIGN's fetch outcomes
    headers: tuple[tuple[str, str], ...] = field(default=())
    length_known: bool = True  # False: only its end sign tells that it is whole; it never replaces a longer one
    attempts: int = 1  # how often it was asked for until it came

    def header(self, name: str) -> str | None:
        """Return the value of the header *name* (lower case), None if there is none."""
        return next((value for held, value in self.headers if held == name), None)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the body, in hex."""
        return hashlib.sha256(self.body).hexdigest()
