"""The sums of a run while it goes on."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from verifier.errors import QuoteVerifierError
from verifier.model.run import Problem, RunReport, RunStatus


@dataclass(slots=True)
class Tally:
    """What a run has done so far, and what went wrong; ``inputs`` counts what was read to its end."""

    inputs: int = 0
    articles: int = 0
    statements: int = 0
    verdicts_added: int = 0
    transcripts_added: int = 0
    headlines: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    held: bool = False  # another run is at this part of the work

    def add(self, other: Tally) -> None:
        """Take in the sums of a part of the run."""
        self.inputs += other.inputs
        self.articles += other.articles
        self.statements += other.statements
        self.verdicts_added += other.verdicts_added
        self.transcripts_added += other.transcripts_added
        self.headlines.update(other.headlines)
        self.problems.extend(other.problems)

    def problem(self, subject: str, message: str) -> None:
        """Note one thing that went wrong."""
        self.problems.append(Problem(subject, message))

    def fail(self, subject: str, error: QuoteVerifierError) -> Problem:
        """Note that one input failed; return the problem as noted."""
        problem = Problem(subject, error.message.removeprefix(f"{subject}: "))
        self.problems.append(problem)
        return problem

    def fault(self, subject: str, error: Exception) -> None:
        """Note that one input met a fault of this program, with its place, so that it can be mended."""
        frames = traceback.extract_tb(error.__traceback__)
        where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
        self.problems.append(Problem(subject, f"internal error{where}: {error!r}"))

    @property
    def status(self) -> RunStatus:
        """How the run stands: failed where something went wrong and nothing right."""
        if not self.problems:
            return RunStatus.COMPLETE
        return RunStatus.DEGRADED if self.inputs else RunStatus.FAILED

    def report(self, kind: str, started: datetime, ended: datetime, policy: str) -> RunReport:
        """Return the sums as the run's report."""
        return RunReport(
            kind,
            self.status,
            started,
            ended,
            articles=self.articles,
            statements=self.statements,
            verdicts_added=self.verdicts_added,
            transcripts_added=self.transcripts_added,
            headlines=tuple(sorted(self.headlines.items())),
            problems=tuple(self.problems),
            policy=policy,
        )
