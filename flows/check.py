"""The check flow: articles or single quotations, whenever they are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.jobs.admitting import admit
from flows.jobs.opening import desk_of
from flows.jobs.running import running
from flows.parts import check_all
from flows.settings import Settings
from flows.states import final_state, leave_artifact


@flow(name="check")
def check(articles: list[str], published: date | None = None) -> State[Any]:
    """Verify articles: http(s) addresses, and files below the watched folders.

    *published* is their day of publication where they do not say so themselves.
    """
    settings = Settings.load()
    inputs = admit(articles, settings)
    with desk_of(settings, write=True) as desk:
        with running(desk, "check", {"articles": list(inputs)}) as run:
            check_all(run, inputs, published)
        leave_artifact(desk.store, run)
        return final_state(run.ended())
