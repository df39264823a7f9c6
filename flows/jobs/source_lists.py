"""The sources as rows and lines for a person: what is configured, what ships, how each stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.store import Store
from flows.settings import Settings
from verifier.errors import DatabaseError, UsageError
from verifier.sources.config import SourceConfig
from verifier.sources.presets import preset, preset_names, preset_text


def preset_rows() -> list[dict[str, Any]]:
    """Return a row for each publisher that ships with the program."""
    rows = []
    for name in preset_names():
        told = preset(name)
        title = told.get("title")
        named = title.get("name") if isinstance(title, dict) else title
        rows.append(
            {
                "preset": name,
                "kind": told.get("kind"),
                "languages": ", ".join(told.get("languages", ())),
                "tier": told.get("tier", 1),
                "title": named or "",
            }
        )
    return rows


def configured_rows(config: Path | None, database: str | None) -> list[dict[str, Any]]:
    """Return a row for each configured source, with what was harvested of it."""
    settings = Settings.load(config, database=database)
    harvested = _harvested(settings)
    return [_row(source, harvested.get(source.id)) for source in settings.source]


def _row(source: SourceConfig, harvest: Any) -> dict[str, Any]:
    return {
        "source": source.id,
        "kind": source.kind,
        "tier": source.tier,
        "enabled": "yes" if source.enabled else "no",
        "last harvest": f"{harvest.ended_at:%Y-%m-%d %H:%M}" if harvest else "never",
        "outcome": harvest.outcome.outcome if harvest else "",
        "listed": harvest.listed if harvest else "",
        "newest": harvest.newest if harvest else "",
    }


def _harvested(settings: Settings) -> dict[str, Any]:
    """Return the last harvest of each source; nothing where there is no database yet."""
    try:
        with Store.open(settings.storage.database, write=False) as store:
            return {harvest.outcome.source: harvest for harvest in store.last_harvests()}
    except DatabaseError:
        return {}


def source_lines(name: str, config: Path | None, database: str | None) -> Iterator[str]:
    """Yield all that is known of a source; UsageError for a name that is neither configured nor shipped."""
    settings = Settings.load(config, database=database)
    source = next((one for one in settings.source if one.id == name), None)
    if source is None:
        if name not in preset_names():
            raise UsageError(f"no source {name}; `quote-verifier sources list` and `… --presets` show what there is")
        yield from preset_text(name).rstrip().split("\n")
        return
    told = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for key, value in {"id": source.id, "kind": source.kind, **told}.items():
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    yield ""
    yield from _history(settings, name)


def _history(settings: Settings, name: str) -> Iterator[str]:
    """Yield how the last harvests of a source ended, newest first."""
    try:
        with Store.open(settings.storage.database, write=False) as store:
            kept = store.harvests_of(name)[:5]
    except DatabaseError as error:
        yield f"not harvested: {error.message}"
        return
    for harvest in kept:
        days = f" of {harvest.window}" if harvest.window else ""
        stopped = f", stopped at page {harvest.stopped_at_page}" if harvest.stopped_at_page else ""
        detail = f": {harvest.outcome.detail}" if harvest.outcome.detail else ""
        yield (
            f"harvest{days} {harvest.ended_at:%Y-%m-%d %H:%M} UTC: {harvest.outcome.outcome}{detail}; "
            f"{harvest.listed} listed, {harvest.added} new{stopped}"
        )
    if not kept:
        yield "not harvested yet"
