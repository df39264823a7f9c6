"""What befell the record that a verdict rests on: its text gave way to another, its page went, a worse copy came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.store import RecordEvent, Store, TextChange
from verifier.model.evidence import Match
from verifier.text.folding import fold_words

_EVENTS = {
    "gone": "its page was gone",
    "wall": "a wall stood before its page",
    "soft_404": "its address gave another page",
    "empty": "its page was empty",
    "wrong_type": "its address gave a file of another kind",
    "suspicious_change": "a copy came that was not taken for it",
    "correction": "its source said that it was corrected",
    "back": "its page was there again",
}


@dataclass(frozen=True, slots=True)
class News:
    """One thing that befell a record, as a sentence and as plain values."""

    told: str
    plain: dict[str, Any]


def news_of(store: Store, match: Match) -> tuple[News, ...]:
    """Return what is known of the record of a match besides the text that it rests on; none where it is not held."""
    record = match.record
    if not store.holds(record.source, record.doc_id):
        return ()
    changes = store.text_changes(record.source, record.doc_id)
    events = store.record_events(record.source, record.doc_id)
    return (*_changes(store, match, changes), *map(_event, events))


def _changes(store: Store, match: Match, changes: tuple[TextChange, ...]) -> Iterator[News]:
    """Yield how the text of a match's version gave way to another, and whether its words stand in the newest one."""
    record = match.record
    own = [change for change in changes if change.old_version == record.version]
    newest = store.load_transcript(record.source, record.doc_id)
    if not own or newest is None or newest.record.version == record.version:
        return
    stands = _holds(fold_words(newest.text, record.lang), fold_words(match.said, record.lang))
    for change in own:
        whose = "its source corrected its text" if change.declared else "its text was changed"
        words = "stand in the newest text" if stands else "do not stand so in the newest text"
        told = (
            f"{whose} between {_time(change.changed_after)} and {_time(change.changed_before)} "
            f"(words: {change.added} more, {change.removed} less); the words above {words}, "
            f"version {newest.record.version}: {change.diff}"
        )
        plain = {
            "kind": "text_corrected" if change.declared else "text_changed",
            "first_at": change.changed_after.isoformat(),
            "last_at": change.changed_before.isoformat(),
            "times": change.times,
            "detail": change.diff,
            "newest_version": newest.record.version,
            "words_stand_in_newest": stands,
        }
        yield News(told, plain)


def _holds(words: list[str], said: list[str]) -> bool:
    """Return whether *said* stands among *words*, word for word and in order."""
    return f" {' '.join(said)} " in f" {' '.join(words)} "


def _event(event: RecordEvent) -> News:
    often = f", {event.times} times until {_time(event.last_at)}" if event.times > 1 else ""
    why = f": {event.detail}" if event.detail else ""
    told = f"{_EVENTS.get(event.kind, event.kind.replace('_', ' '))} on {_time(event.at)}{often}{why}"
    plain = {
        "kind": event.kind,
        "first_at": event.at.isoformat(),
        "last_at": event.last_at.isoformat(),
        "times": event.times,
        "detail": event.detail,
    }
    return News(told, plain)


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
