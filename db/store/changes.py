"""How a record's text changed, as an import finds it: rows on the raw connection."""

from __future__ import annotations

import sqlite3

from verifier.text.changes import word_changes

_SEEN_AGAIN = """
    UPDATE version_changes SET times = times + 1, declared = max(declared, ?)
    WHERE old_version_id = ? AND new_version_id = ?
"""
_ADD = """
    INSERT INTO version_changes (transcript_id, old_version_id, new_version_id, changed_after, changed_before,
        times, declared, added, removed, diff)
    SELECT transcript_id, id, ?, last_seen_at, ?, 1, ?, ?, ?, ? FROM transcript_versions WHERE id = ?
"""
_LAST_EVENT = "SELECT id, kind, detail FROM record_events WHERE transcript_id = ? ORDER BY id DESC LIMIT 1"


def note_change(raw: sqlite3.Connection, old: int, new: int, now: str, *, declared: bool) -> None:
    """Keep that the text of version *old* gave way to that of *new*; a change seen before is only counted.

    The window is from when the old text was seen last to *now*. Who speaks counts as text.
    """
    if raw.execute(_SEEN_AGAIN, (declared, old, new)).rowcount:
        return
    found = word_changes(_labelled(raw, old), _labelled(raw, new))
    raw.execute(_ADD, (new, now, declared, found.added, found.removed, found.diff, old))


def note_raw_event(raw: sqlite3.Connection, transcript_id: int, kind: str, now: str, detail: str) -> None:
    """Keep an event of a record; the same as its last one moves its time and counts."""
    last = raw.execute(_LAST_EVENT, (transcript_id,)).fetchone()
    if last is not None and last[1:] == (kind, detail):
        raw.execute("UPDATE record_events SET last_at = ?, times = times + 1 WHERE id = ?", (now, last[0]))
        return
    raw.execute(
        "INSERT INTO record_events (transcript_id, kind, at, last_at, times, detail) VALUES (?, ?, ?, ?, 1, ?)",
        (transcript_id, kind, now, now, detail),
    )


def _labelled(raw: sqlite3.Connection, version: int) -> str:
    """Return the turns of a version, each behind its speaker."""
    turns = raw.execute("SELECT speaker, text FROM turns WHERE version_id = ? ORDER BY number", (version,))
    return "\n".join(f"{speaker}: {text}" if speaker else text for speaker, text in turns)
