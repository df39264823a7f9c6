"""The triggers that keep evidence as it was: rows are added, never changed or removed.

The one exception is a takedown: a row of ``takedowns`` that names the table and the id, and says why.
"""

from __future__ import annotations

# Table, and how a row that stands in the way of a new one is found: REPLACE would remove it silently.
_APPEND_ONLY = {
    "snapshots": "id = NEW.id OR sha256 = NEW.sha256",
    "verdicts": "id = NEW.id",
    "matches": "id = NEW.id OR (verdict_id = NEW.verdict_id AND rank = NEW.rank)",
    "alignments": "id = NEW.id OR match_id = NEW.match_id",
    "signals": "id = NEW.id OR (verdict_id = NEW.verdict_id AND ordinal = NEW.ordinal)",
    "reviews": "id = NEW.id",
    "takedowns": "id = NEW.id",
}
# Texts that spans point into; their descriptions may be corrected. The id a takedown names is the version's.
_TEXTS = {
    "turns": ("number, start, text", "transcript_versions", "OLD.version_id"),
    "article_versions": ("text, sha256", "article_versions", "OLD.id"),
}


def _trigger(table: str, verb: str, what: str, target: str, kind: str, message: str) -> str:
    """Return a trigger that refuses *verb* unless a takedown names the row; the log of takedowns has no exception."""
    allowed = f"SELECT 1 FROM takedowns WHERE kind = '{kind}' AND target_id = {target}"
    unless = "" if table == "takedowns" else f"WHEN NOT EXISTS ({allowed}) "
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {what} ON {table} {unless}"
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _append_only(table: str, same: str) -> dict[str, str]:
    """Return the three triggers of a table whose rows are only ever added."""
    message = f"{table} are only ever added"
    return {
        f"{table}_no_update": _trigger(table, "UPDATE", "UPDATE", "OLD.id", table, message),
        f"{table}_no_delete": _trigger(table, "DELETE", "DELETE", "OLD.id", table, message),
        f"{table}_no_replace": (
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN SELECT RAISE(ABORT, '{message}'); END"
        ),
    }


def _texts(table: str, columns: str, kind: str, target: str) -> dict[str, str]:
    """Return the two triggers of a table whose texts never change."""
    message = f"the texts of {table} never change"
    return {
        f"{table}_no_update": _trigger(table, "UPDATE", f"UPDATE OF {columns}", target, kind, message),
        f"{table}_no_delete": _trigger(table, "DELETE", "DELETE", target, kind, message),
    }


TRIGGERS: dict[str, str] = {}  # name -> CREATE TRIGGER
for _table, _same in _APPEND_ONLY.items():
    TRIGGERS |= _append_only(_table, _same)
for _table, (_columns, _kind, _target) in _TEXTS.items():
    TRIGGERS |= _texts(_table, _columns, _kind, _target)
