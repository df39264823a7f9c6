"""What a run did, for its report, its row and its exit code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RunStatus(StrEnum):
    """How a run ended; report head, row, exit code and flow state all say the same."""

    COMPLETE = "complete"
    DEGRADED = "degraded"  # a source or an input failed, the rest is stored
    FAILED = "failed"
    ABANDONED = "abandoned"  # its heartbeat stopped
    RUNNING = "running"


EXIT_CODES = {RunStatus.COMPLETE: 0, RunStatus.FAILED: 1, RunStatus.DEGRADED: 3}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong with one input or source, in words for the operator."""

    subject: str  # the file, URL or source
    message: str


@dataclass(frozen=True, slots=True)
class RunReport:
    """The sums of one run."""

    kind: str  # check, nightly, recheck, import, …
    status: RunStatus
    started: datetime  # aware, UTC
    ended: datetime  # aware, UTC
    articles: int = 0
    statements: int = 0
    verdicts_added: int = 0
    transcripts_added: int = 0
    headlines: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    policy: str = ""
