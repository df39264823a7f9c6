"""The recheck flow: pending statements against the transcripts that have come in since."""

from __future__ import annotations

from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.jobs.opening import desk_of
from flows.jobs.running import running
from flows.parts import recheck_all_waiting
from flows.settings import Settings
from flows.states import final_state, leave_artifact


@flow(name="recheck")
def recheck() -> State[Any]:
    """Verify again what further or changed transcripts may settle; only what says something new is stored."""
    with desk_of(Settings.load(), write=True) as desk:
        with running(desk, "recheck") as run:
            recheck_all_waiting(run)
        leave_artifact(desk.store, run)
        return final_state(run.ended())
