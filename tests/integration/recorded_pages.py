"""Pages in the shape of each source, with what a person wrote down that must be read from them.

``tests/data/sources/ID/`` holds them, ``expected.toml`` what they mean (``FORMAT.md`` there says how).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.sources.config import SourceConfig
from verifier.sources.connector import Ask, Entry, Reading, Request
from verifier.sources.presets import preset

FOLDER = Path(__file__).parents[1] / "data" / "sources"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
}
_RETRIEVED = datetime(2026, 10, 10, 3, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One source, its pages and what they mean."""

    id: str
    config: SourceConfig
    expected: dict[str, Any]

    @property
    def ask(self) -> Ask:
        """What the recorded list was asked for."""
        told = self.expected.get("ask", {})
        window = Interval(told["from"], told["to"]) if "from" in told else None
        return Ask(window, told.get("phrase"), told.get("person"))

    def page(self, told: Mapping[str, Any], url: str | None) -> Page:
        """Return the page that a table of the expectation names, as if it had come from *url*."""
        path = FOLDER / self.id / told["file"]
        return Page(
            path.read_bytes(),
            _RETRIEVED,
            url=url,
            final_url=told.get("final_url", url),
            status=told.get("status", 200),
            content_type=told.get("content_type", _TYPES.get(path.suffix)),
        )


def config_of(values: Mapping[str, Any]) -> SourceConfig:
    """Return a source's table, validated as in a configuration."""
    return TypeAdapter[SourceConfig](SourceConfig).validate_python(dict(values))


@cache
def recorded(name: str) -> Recorded:
    """Return a source by its folder: ``source.toml`` in it, else the preset of that name."""
    own = FOLDER / name / "source.toml"
    values = tomllib.loads(own.read_text(encoding="utf-8")) if own.exists() else preset(name)
    expected = tomllib.loads((FOLDER / name / "expected.toml").read_text(encoding="utf-8"))
    return Recorded(name, config_of(values), expected)


def recorded_names() -> list[str]:
    """Return the sources that have recorded pages and are on the web."""
    return [name for name in _all_names() if "list" in recorded(name).expected]


def local_names() -> list[str]:
    """Return the sources whose recorded pages are files of a folder."""
    return [name for name in _all_names() if "list" not in recorded(name).expected]


def _all_names() -> list[str]:
    return sorted(path.parent.name for path in FOLDER.glob("*/expected.toml"))


def _plain(text: str) -> str:
    """Return words with single plain spaces."""
    return " ".join(text.split())


def request_as_told(request: Request, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return of a request what the expectation tells of it; a body as the JSON that it holds."""
    held: dict[str, Any] = {
        name: getattr(request, name)
        for name in ("method", "accept", "secret_env", "secret_header", "secret_prefix", "secret_param")
    }
    held["body"] = json.loads(request.body) if request.body else None
    held["byte_range"] = list(request.byte_range or ())
    return {name: held[name] for name in told}


def entry_as_told(entry: Entry, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return of an entry what the expectation tells of it."""
    held: dict[str, Any] = {
        name: getattr(entry, name) for name in ("id", "url", "title", "lang", "place", "note", "metadata_only")
    }
    held["speakers"] = list(entry.speakers)
    held["dates"] = [[claim.origin, claim.day] for claim in entry.dates]
    held["inline"] = _plain(entry.inline or "")[: len(told.get("inline", ""))]
    return {name: held[name] for name in told}


def turns_as_told(reading: Reading, number: int, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return of a transcript's turns what the expectation tells of each; ``words`` are a turn's first."""
    found = []
    for place, turn in enumerate(reading.transcripts[number].turns):
        asked = told[place] if place < len(told) else {"who": "", "words": " " * 60}
        held = {
            "who": turn.speaker or "",
            "id": turn.speaker_id,
            "label": turn.label,
            "role": str(turn.role),
            "lang": turn.lang,
            "rendition": turn.rendition and str(turn.rendition),
            "at": turn.at,
            "words": _plain(turn.text)[: len(asked["words"])],
            "last": _plain(turn.text)[-len(asked.get("last", "")) :],
        }
        found.append({name: held[name] for name in asked})
    return found


def record_as_told(reading: Reading, number: int, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return of a transcript's record what the expectation tells of it."""
    record = reading.transcripts[number].record
    held: dict[str, Any] = {
        name: getattr(record, name) for name in ("title", "doc_id", "lang", "url", "place", "tier", "complete")
    }
    held["rendition"] = str(record.rendition)
    held["dates"] = [[claim.origin, claim.day] for claim in record.dates]
    held["transcripts"] = len(reading.transcripts)
    held["flags"] = sorted(reading.flags)
    return {name: held[name] for name in told if name in held}
