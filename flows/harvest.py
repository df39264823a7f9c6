"""The harvest flow: new transcripts of all or of some sources."""

from __future__ import annotations

from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.jobs.harvesting import expect_reachable, sources_of
from flows.jobs.opening import desk_of
from flows.jobs.running import running
from flows.parts import RUNNER, harvest_all
from flows.settings import Settings
from flows.states import final_state, leave_artifact


@flow(name="harvest", task_runner=RUNNER)
def harvest(sources: list[str] | None = None) -> State[Any]:
    """Take in the new transcripts of the named sources, or of all that are enabled."""
    settings = Settings.load()
    chosen = sources_of(settings, tuple(sources or ()))
    expect_reachable(settings, chosen)
    wanted = [source.id for source in chosen]
    with desk_of(settings, write=True) as desk:
        with running(desk, "harvest", {"sources": wanted}) as run:
            harvest_all(run, wanted)
        leave_artifact(desk.store, run)
        return final_state(run.ended())
