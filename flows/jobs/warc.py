"""Evidence as a WARC file, which web archives and their tools read.

Pages are kept decoded of transfer compression, without their headers' bytes; so each is a ``resource``
record, never a ``response``, which would claim bytes of HTTP that nobody kept.
"""

from __future__ import annotations

import gzip
import os
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from db.store import Received
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from verifier.errors import UsageError
from verifier.harvest.manners import user_agent

_KIND = "application/octet-stream"


def export_warc(desk: Desk, out: Path, progress: Progress = unseen) -> int:
    """Return how many pages were written to *out*, a WARC 1.1 file of gzip members; it is never written over.

    Pages of sources whose licence keeps whole pages from others are left out. Bytes that do not have their
    hash end it with DatabaseError, and leave no file.
    """
    if out.exists():
        raise UsageError(f"{out} is there already: name another file")
    aside = out.with_name(f".{out.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(_member(_information(desk.clock())))
            count = 0
            for count, received in enumerate(desk.store.received(), start=1):
                progress("writing pages", count)
                body = desk.store.read_snapshot(received.sha256, desk.settings.evidence_dir)
                file.write(_member(_resource(received, body)))
            file.flush()
            os.fsync(file.fileno())
        aside.rename(out)
    finally:
        aside.unlink(missing_ok=True)
    return count


def _information(now: datetime) -> bytes:
    """Return the record that says what the file is, and what made it."""
    body = f"software: {user_agent()}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _record("warcinfo", f"warcinfo {now.isoformat()}", now, "application/warc-fields", body)


def _resource(received: Received, body: bytes) -> bytes:
    """Return the record of one page."""
    name = f"{received.sha256} {received.url} {received.at.isoformat()}"
    target = "".join(character for character in received.url if character > " ")
    more = (f"WARC-Target-URI: {target}", f"WARC-Block-Digest: sha256:{received.sha256}")
    kind = (received.content_type or _KIND).replace("\r", " ").replace("\n", " ")
    return _record("resource", name, received.at, kind, body, *more)


def _record(kind: str, name: str, at: datetime, content: str, body: bytes, *more: str) -> bytes:
    """Return one record; its id follows from *name*, so that the same evidence gives the same records."""
    head = (
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, name)}>",
        f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}",
        *more,
        f"Content-Type: {content}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def _member(record: bytes) -> bytes:
    """Return a record as a gzip member of its own, so that readers can seek to it."""
    return gzip.compress(record, mtime=0)
