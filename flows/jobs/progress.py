"""How a job tells its caller how far it is, without knowing about screens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called again and again while a job works; must be cheap and must not fail."""

    def __call__(self, doing: str, done: int, total: int | None = None) -> None:
        """Take note that of *total* pieces (None: not known) *done* are *doing*."""
        ...


def unseen(doing: str, done: int, total: int | None = None) -> None:
    """Take no note: what flows and tests pass."""
