"""Statements verified again: one under a corrected claim, or all that further or changed transcripts may settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.jobs.checking import keep_verdict
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.publishing import load_checked
from flows.jobs.tally import Tally
from verifier.errors import QuoteVerifierError
from verifier.model.article import Speaker
from verifier.model.text import Interval
from verifier.report.card import Checked
from verifier.speakers.resolve import resolve


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says about a statement: who spoke it, when, and why they say so; None leaves a part as it was."""

    speaker: str | None = None
    interval: Interval | None = None
    note: str | None = None

    @property
    def changes(self) -> bool:
        """Whether anything is corrected."""
        return (self.speaker, self.interval, self.note) != (None, None, None)


def correct(desk: Desk, statement_id: str, correction: Correction) -> None:
    """Keep a corrected claim about a statement; its verdicts from now on name it.

    DatabaseError if there is no such statement.
    """
    speaker = None
    if correction.speaker:
        day = correction.interval.last if correction.interval else None
        speaker = resolve(correction.speaker, day, desk.people) or Speaker(correction.speaker)
    desk.store.add_claim(
        statement_id, speaker=speaker, date=correction.interval, note=correction.note, now=desk.clock()
    )


def recheck(
    desk: Desk, run: int, statements: Sequence[str], tally: Tally, *, progress: Progress = unseen
) -> tuple[Checked, ...]:
    """Return stored statements with their verdicts of now, by article; only what says something new is stored."""
    for number, statement_id in enumerate(statements):
        progress("checking again", number, len(statements))
        article, statement = desk.store.article_of_statement(statement_id), desk.store.load_statement(statement_id)
        try:
            keep_verdict(desk, run, article, statement, tally)
        except QuoteVerifierError:
            raise
        except Exception as error:  # noqa: BLE001 - the job's edge: a fault of ours costs one statement
            tally.fault(statement_id, error)
    tally.inputs += len(statements)
    return load_checked(desk.store, statements)


def recheck_pending(desk: Desk, run: int, tally: Tally, *, progress: Progress = unseen) -> tuple[Checked, ...]:
    """Return what another or a changed transcript may settle, and what a stopped run left without a verdict."""
    statements = (*desk.store.unjudged_statements(), *desk.store.pending_statements())
    return recheck(desk, run, statements, tally, progress=progress)
