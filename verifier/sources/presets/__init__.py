"""The shipped publishers: one TOML file each, named by its id; its head says what the site does and since when."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def preset_names() -> tuple[str, ...]:
    """Return the ids of the shipped publishers, in alphabetical order."""
    held = files(__name__).iterdir()
    return tuple(sorted(one.name.removesuffix(".toml") for one in held if one.name.endswith(".toml")))


@cache
def preset_text(name: str) -> str:
    """Return a preset's file; KeyError for a name that is not shipped."""
    if name not in preset_names():
        raise KeyError(name)
    return files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


def preset(name: str) -> dict[str, Any]:
    """Return what a preset says, as the table of a source; KeyError for a name that is not shipped."""
    return tomllib.loads(preset_text(name))
