"""The night's work, step by step: harvest, read what is new, verify, check again what was pending."""

from __future__ import annotations

from flows.jobs.checking import check_inputs
from flows.jobs.harvesting import harvest_all, night_sources
from flows.jobs.new_articles import find_new_articles
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from flows.jobs.rechecking import recheck_pending
from flows.jobs.running import Running, running
from verifier.model.run import RunReport

KIND = "nightly"


def run_nightly(desk: Desk, *, offline: bool = False, progress: Progress = unseen) -> tuple[RunReport, int]:
    """Return the report of a night and its run's id; LeaseHeld where another one is at work.

    A source or an article that fails is a problem in the report, and the others go on.
    """
    sources = night_sources(desk.settings, offline=offline)
    with running(desk, KIND, {"offline": offline}, alone=True) as run:
        for _, tally in harvest_all(desk, run.id, run.owner, sources, progress):
            run.tally.add(tally)
        verify_new(desk, run, offline=offline, progress=progress)
        recheck_pending(desk, run.id, run.tally, progress=progress)
        run.tally.inputs += 1  # what failed was a part of the night, not the night
    return run.ended(), run.id


def verify_new(desk: Desk, run: Running, *, offline: bool = False, progress: Progress = unseen) -> None:
    """Verify the articles of the watched folders and feeds that are new since the last successful night."""
    found = find_new_articles(desk, run.tally, offline=offline)
    for _ in check_inputs(desk, run.id, found, run.tally, progress=progress, offline=offline):
        pass  # what was found is stored; nobody looks at it here
