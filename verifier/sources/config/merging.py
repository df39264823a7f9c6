"""Laying a preset, the defaults and a block over each other."""

from __future__ import annotations

from typing import Any

from verifier.sources.config.base import SourceBase


def defaults_allowed() -> frozenset[str]:
    """Return the keys that ``[defaults]`` may set for every source."""
    return frozenset(SourceBase.model_fields) - {"id", "title", "control", "exhaustive_for", "persons", "label_persons"}


def merged(*tables: dict[str, Any]) -> dict[str, Any]:
    """Return the tables laid over each other, later ones winning, tables inside them likewise."""
    whole: dict[str, Any] = {}
    for table in tables:
        for key, value in table.items():
            held = whole.get(key)
            whole[key] = merged(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return whole
