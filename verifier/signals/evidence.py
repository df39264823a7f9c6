"""What the signals look at."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.matching.places import Places
from verifier.model.article import Statement
from verifier.model.evidence import Match, Stray
from verifier.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement with the places found for it, and those in other events that are equally good.

    ``stray`` are quoted words that the best place lacks and another event has.
    """

    statement: Statement
    places: Places
    rivals: tuple[Match, ...]
    policy: Policy
    stray: Stray | None = None
