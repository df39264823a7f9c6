"""Runs and leases: what was done, by whom, and who may do it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select, update

from db.store.base import OpenDatabase
from db.tables.runs import LeaseRow, RunProblemRow, RunRow
from verifier.errors import DatabaseError, LeaseHeld
from verifier.model.run import Problem, RunReport, RunStatus


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as it is kept."""

    id: int
    kind: str
    status: RunStatus
    policy: str
    parameters: dict[str, Any]
    started: datetime
    ended: datetime | None


class Runs(OpenDatabase):
    """Runs and leases."""

    def begin_run(
        self, kind: str, *, policy: str, parameters: dict[str, Any], now: datetime, owner: str | None = None
    ) -> int:
        """Return the id of a run that begins; *owner* is the one who holds its leases."""
        with self.transaction() as session:
            row = RunRow(
                kind=kind,
                owner=owner,
                policy=policy,
                parameters=parameters,
                status=RunStatus.RUNNING.value,
                started_at=now,
                heartbeat_at=now,
                headlines=[],
            )
            session.add(row)
            session.flush()
            assert row.id is not None
            return row.id

    def heartbeat(self, run_id: int, *, now: datetime) -> None:
        """Say that a run is alive, and with it the leases of its owner; DatabaseError if it is not running."""
        with self.transaction() as session:
            row = _running(session, run_id)
            row.heartbeat_at = now
            if row.owner is not None:
                session.exec(update(LeaseRow).where(col(LeaseRow.owner) == row.owner).values(heartbeat_at=now))

    def end_run(self, run_id: int, report: RunReport) -> None:
        """Keep the sums of a run that ended, and its problems; DatabaseError if it is not running.

        A run that was taken for abandoned because its heartbeat was old stays abandoned.
        """
        with self.transaction() as session:
            row = _running(session, run_id)
            row.status, row.ended_at, row.heartbeat_at = report.status.value, report.ended, report.ended
            row.articles, row.statements = report.articles, report.statements
            row.verdicts_added, row.transcripts_added = report.verdicts_added, report.transcripts_added
            row.headlines = [list(pair) for pair in report.headlines]
            if report.policy:
                row.policy = report.policy
            session.add_all(
                RunProblemRow(run_id=run_id, ordinal=ordinal, subject=problem.subject, message=problem.message)
                for ordinal, problem in enumerate(report.problems)
            )

    def load_run_report(self, run_id: int) -> RunReport:
        """Return the report of a run; one that has not ended ends with its last heartbeat."""
        problems = select(RunProblemRow).where(RunProblemRow.run_id == run_id).order_by(col(RunProblemRow.ordinal))
        with self.reading() as session:
            row = _run(session, run_id)
            return RunReport(
                row.kind,
                RunStatus(row.status),
                row.started_at,
                row.ended_at or row.heartbeat_at,
                row.articles,
                row.statements,
                row.verdicts_added,
                row.transcripts_added,
                tuple((str(headline), int(count)) for headline, count in row.headlines),
                tuple(Problem(problem.subject, problem.message) for problem in session.exec(problems)),
                row.policy,
            )

    def last_run(self, kind: str | None = None) -> KeptRun | None:
        """Return the run begun last, of one kind or any; None if there is none."""
        return self._newest(() if kind is None else (RunRow.kind == kind,))

    def last_successful(self, kind: str) -> KeptRun | None:
        """Return the newest run of a kind that was complete; a degraded one has left work undone."""
        return self._newest((RunRow.kind == kind, RunRow.status == RunStatus.COMPLETE.value))

    def _newest(self, conditions: tuple[Any, ...]) -> KeptRun | None:
        found = select(RunRow).where(*conditions).order_by(col(RunRow.id).desc()).limit(1)
        with self.reading() as session:
            row = session.exec(found).first()
            if row is None:
                return None
            status = RunStatus(row.status)
            return KeptRun(row.id or 0, row.kind, status, row.policy, row.parameters, row.started_at, row.ended_at)

    def acquire_lease(
        self,
        name: str,
        owner: str,
        *,
        now: datetime,
        stale_after: timedelta,
        is_dead: Callable[[str], bool] = lambda owner: False,
    ) -> None:
        """Take the lease *name* for *owner*, who may hold it already; LeaseHeld while another's heartbeat is fresh.

        A lease whose heartbeat is older than *stale_after*, or whose owner *is_dead*, is taken over, and the
        runs of its owner that still read as running become abandoned.
        """
        with self.transaction() as session:
            held = session.get(LeaseRow, name)
            if held is not None and held.owner != owner:
                if now - held.heartbeat_at <= stale_after and not is_dead(held.owner):
                    since = held.acquired_at.strftime("%Y-%m-%d %H:%M UTC")
                    raise LeaseHeld(f"{name} is already running since {since} ({held.owner}): try again when it ended")
                _abandon(session, held.owner)
                session.delete(held)
                session.flush()
                held = None
            if held is None:
                session.add(LeaseRow(name=name, owner=owner, acquired_at=now, heartbeat_at=now))
            else:
                held.heartbeat_at = now

    def release_lease(self, name: str, owner: str) -> None:
        """Give a lease back; nothing happens if another took it over."""
        with self.transaction() as session:
            held = session.get(LeaseRow, name)
            if held is not None and held.owner == owner:
                session.delete(held)

    def abandon_stale_runs(self, *, now: datetime, stale_after: timedelta) -> int:
        """Return how many runs were marked abandoned because their heartbeat is old: their process died."""
        running = select(RunRow).where(RunRow.status == RunStatus.RUNNING.value)
        with self.transaction() as session:
            stale = [row for row in session.exec(running) if now - row.heartbeat_at > stale_after]
            for row in stale:
                _mark_abandoned(row)
            return len(stale)


def _run(session: Session, run_id: int) -> RunRow:
    row = session.get(RunRow, run_id)
    if row is None:
        raise DatabaseError(f"there is no run {run_id}")
    return row


def _running(session: Session, run_id: int) -> RunRow:
    row = _run(session, run_id)
    if row.status != RunStatus.RUNNING.value:
        raise DatabaseError(f"run {run_id} is not running any more: it is {row.status}")
    return row


def _abandon(session: Session, owner: str) -> None:
    """Mark the running runs of an owner abandoned."""
    for row in session.exec(select(RunRow).where(RunRow.owner == owner, RunRow.status == RunStatus.RUNNING.value)):
        _mark_abandoned(row)


def _mark_abandoned(row: RunRow) -> None:
    """Mark a run abandoned; it is known to have lived until its last heartbeat."""
    row.status, row.ended_at = RunStatus.ABANDONED.value, row.heartbeat_at
