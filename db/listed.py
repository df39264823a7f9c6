"""Entries that sources list and of which no text is held: what coverage must know, read from one connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from db.convert.documents import dates_of
from verifier.model.text import Interval
from verifier.model.transcript import Record
from verifier.retrieve.coverage import Gap

_NOT_HELD = "e.transcript_id IS NULL AND e.state IN ('pending', 'refused', 'metadata_only')"
_DATED = f"""
    SELECT s.name, e.entry_id, e.title, e.url, e.state, e.outcome, e.told, e.first_day, e.last_day
    FROM entries AS e JOIN sources AS s ON s.id = e.source_id
    WHERE {_NOT_HELD} AND e.first_day IS NOT NULL
"""
_SOURCES = f"""
    SELECT DISTINCT s.name FROM entries AS e JOIN sources AS s ON s.id = e.source_id WHERE {_NOT_HELD}
"""
_LISTING_TIER = 4


def listed_not_held(connection: sqlite3.Connection, windows: Sequence[Interval]) -> list[Gap]:
    """Return a gap for each dated entry that is not held with a day in *windows*, by source and day.

    Then one for the undated entries of each source, which may be of any day. Without windows, one a source.
    Counts are left out: they change from night to night, and with them every verdict would.
    """
    if not windows:
        asked = connection.execute(f"{_SOURCES} ORDER BY s.name")
        return [Gap(source, "some of what it lists is not held") for (source,) in asked]
    found: dict[tuple[str, str], Gap] = {}
    for window in windows:
        days = (window.last.isoformat(), window.first.isoformat())
        question = f"{_DATED} AND e.first_day <= ? AND e.last_day >= ? ORDER BY s.name, e.first_day, e.entry_id"
        for source, entry_id, *cells in connection.execute(question, days):
            found.setdefault((source, entry_id), _gap(source, entry_id, *cells))
    asked = connection.execute(f"{_SOURCES} AND e.first_day IS NULL ORDER BY s.name")
    return [*found.values(), *(Gap(source, "some of what it lists has no day and is not held") for (source,) in asked)]


def _gap(
    source: str,
    entry_id: str,
    title: str,
    url: str | None,
    state: str,
    outcome: str | None,
    told: str,
    first: str,
    last: str,
) -> Gap:
    """Return the gap that one entry leaves."""
    document = json.loads(told)
    record = Record(
        source,
        entry_id,
        f"listed:{source}:{entry_id}",
        document["lang"] or "und",
        title,
        dates_of(document["dates"]),
        url,
        document["place"],
        _LISTING_TIER,
        complete=False,
        speakers=tuple(document["speakers"]),
    )
    why = {"pending": "its text was not had yet", "metadata_only": "its text is not to be had"}.get(state, outcome)
    what = f"listed, not held: “{title or entry_id}” ({why or 'refused'})"
    return Gap(source, what, Interval(date.fromisoformat(first), date.fromisoformat(last)), record)
