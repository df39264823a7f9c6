"""The nightly flow: what `quote-verifier nightly` does, each part a task that can be seen to fail."""

from __future__ import annotations

from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State

from flows.jobs.alerting import alert
from flows.jobs.harvesting import night_sources
from flows.jobs.nightly import KIND
from flows.jobs.opening import desk_of
from flows.jobs.running import running
from flows.parts import RUNNER, check_new, harvest_all, recheck_all_waiting
from flows.settings import Settings
from flows.states import final_state, leave_artifact, refused
from verifier.errors import LeaseHeld


@flow(name="nightly", task_runner=RUNNER)
def nightly() -> State[Any]:
    """Harvest every source, verify the articles that are new, then check again what was pending."""
    settings = Settings.load()
    with desk_of(settings, write=True) as desk:
        try:
            with running(desk, KIND, alone=True) as run:
                harvest_all(run, [source.id for source in night_sources(settings)])
                check_new(run)
                recheck_all_waiting(run)
                run.tally.inputs += 1  # what failed was a part of the night, not the night
        except LeaseHeld as error:
            return refused(error)
        found = leave_artifact(desk.store, run)
        untold = alert(settings.alerts, run.ended(), found)
        if untold:
            get_run_logger().warning(untold.message)
        return final_state(run.ended())
