"""The check flow: articles or single quotations, whenever they are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.jobs.admitting import admit
from flows.jobs.opening import desk_of
from flows.jobs.running import running
from flows.parts import check_all, check_given
from flows.settings import Settings
from flows.states import final_state, leave_artifact
from verifier.errors import UsageError


@flow(name="check")
def check(
    articles: list[str] | None = None,
    published: date | None = None,
    quotations: list[dict[str, str]] | None = None,
) -> State[Any]:
    """Verify articles: http(s) addresses, and files below the watched folders; or quotations by themselves.

    *published* is the articles' day of publication where they do not say so themselves. *quotations*
    have the columns of `quote-verifier quotes`; their verdicts stand in the artifact and are not stored.
    """
    settings = Settings.load()
    inputs = admit(articles or (), settings)
    if not inputs and not quotations:
        raise UsageError("nothing to check: give articles, or quotations")
    with desk_of(settings, write=True) as desk:
        with running(desk, "check", {"articles": list(inputs), "quotations": quotations or []}) as run:
            check_all(run, inputs, published)
            given = check_given(run, quotations or ())
        leave_artifact(desk.store, run, given)
        return final_state(run.ended())
