"""A run's sums in words."""

from __future__ import annotations

from verifier.model.run import RunReport


def summary(report: RunReport) -> str:
    """Return how a run ended and what it did, on one line."""
    counted = [
        (report.transcripts_added, "new transcript"),
        (report.articles, "article"),
        (report.statements, "statement"),
        (report.verdicts_added, "new verdict"),
        (len(report.problems), "problem"),
    ]
    told = [f"{count} {what}{'' if count == 1 else 's'}" for count, what in counted if count]
    return f"{report.kind} {report.status}: {', '.join(told) or 'nothing to do'}"
