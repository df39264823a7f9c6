"""How parts and runs end in Prefect: red tasks, final states, the Markdown artifact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.states import Cancelled, Completed, Failed

from db.store import Store
from flows.jobs.publishing import Published, published
from flows.jobs.running import Running
from flows.jobs.summing import summary
from flows.jobs.tally import Tally
from verifier.errors import LeaseHeld
from verifier.model.run import Problem, RunReport, RunStatus
from verifier.report.card import Checked
from verifier.report.markdown import markdown_report


@dataclass(frozen=True, slots=True)
class Part:
    """What a task did: its sums, the inputs it found for later tasks, and what is shown but not stored."""

    tally: Tally
    inputs: tuple[str, ...] = ()
    checked: tuple[Checked, ...] = ()


class PartFailed(Exception):
    """Something in a part went wrong: raised after its work, so that the task is red."""

    def __init__(self, part: Part) -> None:
        super().__init__("; ".join(f"{problem.subject}: {problem.message}" for problem in part.tally.problems))
        self.part = part


def red_if_failed(part: Part) -> Part:
    """Return a part that went well; PartFailed, which still carries it, where something in it went wrong."""
    if part.tally.problems:
        raise PartFailed(part)
    return part


def part_of(state: State[Any], name: str) -> Part:
    """Return what a task did, also where it failed: a failure that nobody looks at would leave the flow Completed."""
    found = state.result(raise_on_failure=False)
    if isinstance(found, Part):
        return found
    if isinstance(found, PartFailed):
        return found.part
    return Part(Tally(problems=[Problem(name, str(found) or state.name or "failed")]))


def final_state(report: RunReport) -> State[Any]:
    """Return the state that says the same as the run's row and the exit code."""
    get_run_logger().info(summary(report))
    if report.status is RunStatus.COMPLETE:
        return Completed(message=summary(report))
    if report.status is RunStatus.DEGRADED:
        return Completed(name="Degraded", message=summary(report))
    return Failed(message=summary(report))


def refused(error: LeaseHeld) -> State[Any]:
    """Return the state of a run that found another one at work, and did nothing."""
    get_run_logger().warning(error.message)
    return Cancelled(name="AlreadyRunning", message=error.message)


def leave_artifact(store: Store, run: Running, unstored: Sequence[Checked] = ()) -> Published:
    """Return what a run found new, after leaving it with the run's status as a Markdown artifact, one series a kind."""
    found = published(store, run.id)
    text = markdown_report([*found.checked, *unstored], run.ended(), found.previous)
    create_markdown_artifact(text, key=f"quote-verifier-{run.kind}")
    return found
