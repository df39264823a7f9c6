"""What the demonstration must answer, as a person wrote it down."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from verifier.model.evidence import Headline


@dataclass(frozen=True, slots=True)
class Expected:
    """The headline that one quotation of the demonstration article deserves, and why."""

    contains: str  # words that stand in exactly one quoted run of the article
    headline: Headline
    why: str


def expected() -> tuple[Expected, ...]:
    """Return what is expected of each quotation of the demonstration article, in its order."""
    entries = tomllib.loads(files("flows.demo").joinpath("expected.toml").read_text(encoding="utf-8"))["quotation"]
    return tuple(Expected(entry["contains"], Headline(entry["headline"]), entry["why"]) for entry in entries)
