"""The coarse tasks that flows are made of: a source, a batch of articles, the statements that wait.

Each opens the database for itself and returns its sums; one that had a problem is red after its work.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from prefect import Task, task
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.jobs.checking import check_inputs
from flows.jobs.harvesting import SIDE_BY_SIDE, Web, harvest_source, sources_of, web_of
from flows.jobs.new_articles import find_new_articles
from flows.jobs.opening import desk_of
from flows.jobs.quoting import answer_given
from flows.jobs.rechecking import recheck_pending
from flows.jobs.running import Running
from flows.jobs.tally import Tally
from flows.settings import Settings
from flows.states import Part, part_of, red_if_failed
from verifier.report.card import Checked

# Tasks of a flow run in threads of one process: as many walks at a time as the plain command has.
# Its futures are of a kind that the decorator takes; the stubs say otherwise.
RUNNER = cast(TaskRunner[PrefectFuture[Any]], ThreadPoolTaskRunner(max_workers=SIDE_BY_SIDE))
BATCH = 20  # articles a task: one costs about a second, a task some 20 ms


def harvest_task(run: Running, settings: Settings, web: Web) -> Task[[str], Part]:
    """Return the task that takes in the new transcripts of one source.

    Made for each run: the walks of a run share what asks and what reads, which is no parameter that Prefect keeps.
    """

    @task(name="harvest_one", task_run_name="harvest {source}")
    def harvest_one(source: str) -> Part:
        (configured,) = sources_of(settings, (source,))
        with desk_of(settings, write=True) as desk:
            return red_if_failed(Part(harvest_source(desk, run.id, run.owner, configured, web=web)))

    return harvest_one


@task(task_run_name="look for new articles")
def look_for_articles() -> Part:
    """Look which articles of the watched folders and feeds are new."""
    tally = Tally()
    with desk_of(Settings.load(), write=False) as desk:
        return red_if_failed(Part(tally, find_new_articles(desk, tally)))


@task(task_run_name="check {inputs}")
def check_batch(inputs: tuple[str, ...], run: int, published: date | None = None) -> Part:
    """Verify some articles."""
    tally = Tally()
    with desk_of(Settings.load(), write=True) as desk:
        for _ in check_inputs(desk, run, inputs, tally, published=published):
            pass  # what was found is stored
    return red_if_failed(Part(tally))


@task(task_run_name="check quotations")
def check_quotations(quotations: Sequence[dict[str, str]]) -> Part:
    """Verify quotations given by themselves."""
    tally = Tally()
    with desk_of(Settings.load(), write=False) as desk:
        checked = answer_given(quotations, desk, tally)
    return red_if_failed(Part(tally, checked=checked))


@task(task_run_name="check again what waits")
def recheck_waiting(run: int) -> Part:
    """Verify again what further or changed transcripts may settle."""
    tally = Tally()
    with desk_of(Settings.load(), write=True) as desk:
        recheck_pending(desk, run, tally)
    return red_if_failed(Part(tally))


def harvest_all(run: Running, sources: Sequence[str]) -> None:
    """Harvest the sources side by side, each host in turn; one that fails leaves a red task, and the others go on."""
    settings = Settings.load()
    with web_of(settings) as web:
        harvest_one = harvest_task(run, settings, web)
        started = [(source, harvest_one.submit(source)) for source in sources]
        for source, future in started:
            future.wait()
            _take(run, future.state, source)


def check_all(run: Running, inputs: Sequence[str], published: date | None = None) -> None:
    """Verify articles batch after batch."""
    for first in range(0, len(inputs), BATCH):
        batch = tuple(inputs[first : first + BATCH])
        _take(run, check_batch(batch, run.id, published, return_state=True), batch[0])


def check_given(run: Running, quotations: Sequence[dict[str, str]]) -> tuple[Checked, ...]:
    """Return quotations given by themselves, verified."""
    if not quotations:
        return ()
    return _take(run, check_quotations(quotations, return_state=True), "quotations").checked


def check_new(run: Running) -> None:
    """Look for new articles and verify them."""
    found = _take(run, look_for_articles(return_state=True), "watched articles")
    check_all(run, found.inputs)


def recheck_all_waiting(run: Running) -> None:
    """Verify again what waits."""
    _take(run, recheck_waiting(run.id, return_state=True), "recheck")


def _take(run: Running, state: Any, name: str) -> Part:
    """Add what a task did to the run's sums, and return it."""
    part = part_of(state, name)
    run.tally.add(part.tally)
    return part
