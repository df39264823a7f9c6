"""Server, worker, deployments and runs, by the commands that docs/operations.md prints."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.store import Store

# A busy machine takes a minute to start the server alone.
pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
WORDS = "We will not close the harbour again this year, whatever the weather brings"
ARTICLE = (
    "Harbour stays open\n\n"
    f"“{WORDS},” the mayor, Astrid Holm, said on March 5, 2024, at a press conference in Nordhavn.\n"
)
RECORD = {
    "doc_id": "harbour-2024-03-05",
    "lang": "en",
    "source": "archive",
    "title": "Press conference on the harbour",
    "date": "2024-03-05",
    "url": "https://city.example.org/2024/03/05/harbour",
    "place": "Nordhavn",
    "turns": [{"speaker": "Astrid Holm", "text": f"Good morning. {WORDS}. Thank you all for coming here today."}],
}
CONFIG = """
[articles]
folders = ["articles"]

[[source]]
id = "archive"
kind = "jsonl"
path = "transcripts"
"""


class Installation:
    """A folder of one installation with a Prefect home, a server's port and the manual's commands."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "quotes"
        self.port = _free_port()
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("PREFECT_", "QUOTE_VERIFIER_"))
            },
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "PREFECT_HOME": str(folder / "prefect"),
            "PREFECT_API_URL": f"http://127.0.0.1:{self.port}/api",
            "QUOTE_VERIFIER_HOME": str(self.home),
            "PREFECT_WORKER_QUERY_SECONDS": "1",  # of its ten, which only cost the test time
        }
        self._logs = folder
        self._services: list[subprocess.Popen[bytes]] = []

    def command(self, printed: str) -> list[str]:
        """Return a command of the manual, which must stand there, with this installation's port and folder."""
        assert re.search(rf"^{re.escape(printed)}(?:\s+#.*)?$", MANUAL, re.MULTILINE), f"the manual lacks: {printed}"
        return shlex.split(printed.replace("--port 4200", f"--port {self.port}").replace("/srv/quotes", str(self.home)))

    def run(self, printed: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the manual in the checkout and return how it ended."""
        return subprocess.run(
            self.command(printed),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def serve(self, printed: str) -> None:
        """Start a service of the manual."""
        log = (self._logs / f"service{len(self._services)}.log").open("wb")
        with log:
            service = subprocess.Popen(
                self.command(printed), cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self._services.append(service)

    def wait_for_server(self, seconds: float = 90) -> None:
        """Wait until the server answers."""
        until = time.monotonic() + seconds
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/health", timeout=2):
                    return
            except OSError:
                assert time.monotonic() < until, "the server does not answer"
                time.sleep(0.5)

    def ask_server(self, what: str) -> list[dict[str, Any]]:
        """Return what the server holds: runs oldest first, artifacts by key."""
        address = f"http://127.0.0.1:{self.port}/api/{what}/filter"
        order = json.dumps({"sort": _ORDER[what]}).encode()
        request = urllib.request.Request(address, data=order, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            found: list[dict[str, Any]] = json.load(answer)
            return found

    def stop(self) -> None:
        """Stop the services, last started first."""
        for service in reversed(self._services):
            service.send_signal(signal.SIGTERM)
            try:
                service.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(service.pid, signal.SIGKILL)
                service.wait(10)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """Return the rows that a question to the database gives."""
        connection = sqlite3.connect(self.home / "quote-verifier.db")
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()


_ORDER = {"task_runs": "EXPECTED_START_TIME_ASC", "flow_runs": "START_TIME_ASC", "artifacts": "KEY_ASC"}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Run a server with the deployments and a worker, over a folder with one article and one transcript."""
    made = Installation(tmp_path_factory.mktemp("installation"))
    for name in ("articles", "transcripts"):
        (made.home / name).mkdir(parents=True)
    (made.home / "quote-verifier.toml").write_text(CONFIG, encoding="utf-8")
    (made.home / "articles" / "visit.txt").write_text(ARTICLE, encoding="utf-8")
    (made.home / "transcripts" / "2024.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    try:
        made.serve("prefect server start --host 127.0.0.1 --port 4200")
        made.wait_for_server()
        for command in (
            "prefect work-pool create quote-verifier --type process --overwrite",
            "prefect --no-prompt deploy --all",
        ):
            done = made.run(command)
            assert done.returncode == 0, done.stdout + done.stderr
        made.serve("prefect worker start --pool quote-verifier")
        yield made
    finally:
        made.stop()


def test_check_then_two_nights(installation: Installation) -> None:
    """An ad-hoc check ends with 0 and leaves rows; a night harvests and settles them; the next adds no verdict."""
    done = installation.run(
        """prefect deployment run 'check/check' -p 'articles=["/srv/quotes/articles/visit.txt"]' --watch"""
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.ask("select headline, speaker from verdict_report") == [("not_checkable", "Astrid Holm")]
    for _ in range(2):
        done = installation.run("prefect deployment run 'nightly/nightly' --watch")
        assert done.returncode == 0, done.stdout + done.stderr
    assert installation.ask("select headline, speaker, quotation from verdict_report") == [
        ("verified", "Astrid Holm", WORDS)
    ]
    assert installation.ask("select kind, status, verdicts_added from runs order by id") == [
        ("check", "complete", 1),
        ("nightly", "complete", 1),
        ("nightly", "complete", 0),
    ]
    assert installation.ask("select count(*) from verdicts") == [(2,)]


def test_three_at_once(installation: Installation) -> None:
    """Quotations by themselves, a harvest and a recheck run beside each other, and all end well."""
    commands = [
        """prefect deployment run 'check/check' -p 'quotations=[{"quote": "the harbour stays open"}]' --watch""",
        """prefect deployment run 'harvest/harvest' -p 'sources=["archive"]' --watch""",
        "prefect deployment run 'recheck/recheck' --watch",
    ]
    with ThreadPoolExecutor() as pool:
        for done in pool.map(installation.run, commands):
            assert done.returncode == 0, done.stdout + done.stderr
    kinds = installation.ask("select kind, status from runs order by id desc limit 3")
    assert sorted(kinds) == [("check", "complete"), ("harvest", "complete"), ("recheck", "complete")]
    assert installation.ask("select count(*) from verdicts") == [(2,)]


def test_a_failing_source_is_red_and_the_night_degraded(installation: Installation) -> None:
    """A source that fails leaves a red task; the flow's final state, the run's row and the artifact say degraded."""
    lost = installation.home / "lost"
    installation.home.joinpath("transcripts").rename(lost)
    try:
        done = installation.run("prefect deployment run 'nightly/nightly' --watch")
    finally:
        lost.rename(installation.home / "transcripts")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Flow run finished successfully in 'Degraded'" in done.stdout
    assert installation.ask("select status from runs order by id desc limit 1") == [("degraded",)]
    assert [
        run["state"]["name"] for run in installation.ask_server("task_runs") if run["name"] == "harvest archive"
    ] == [
        *("Completed",) * 3,
        "Failed",
    ]
    assert installation.ask_server("flow_runs")[-1]["state"]["name"] == "Degraded"
    reports = [one["data"] for one in installation.ask_server("artifacts") if one["key"] == "quote-verifier-nightly"]
    assert sorted("**Run nightly: degraded**" in report for report in reports) == [False, False, True]


def test_a_second_night_does_nothing(installation: Installation) -> None:
    """A night that finds another one at work is cancelled, and leaves no row."""
    now = datetime.now(UTC) + timedelta(minutes=5)  # a heartbeat that stays fresh while the test lasts
    with Store.open(installation.home / "quote-verifier.db") as store:
        store.acquire_lease("nightly", "elsewhere:1", now=now, stale_after=timedelta(minutes=1))
    before = installation.ask("select count(*) from runs")
    done = installation.run("prefect deployment run 'nightly/nightly' --watch")
    with Store.open(installation.home / "quote-verifier.db") as store:
        store.release_lease("nightly", "elsewhere:1")
    assert done.returncode == 1
    assert installation.ask_server("flow_runs")[-1]["state"]["name"] == "AlreadyRunning"
    assert installation.ask("select count(*) from runs") == before


def test_a_file_elsewhere_is_refused(installation: Installation) -> None:
    """Whoever may start a flow may not read any file of the machine."""
    elsewhere = installation.home.parent / "secret.txt"
    elsewhere.write_text(ARTICLE, encoding="utf-8")
    before = installation.ask("select count(*) from runs")
    parameters = f"articles={json.dumps([str(elsewhere)])}"
    done = subprocess.run(
        ["prefect", "deployment", "run", "check/check", "-p", parameters, "--watch"],
        cwd=ROOT, env=installation.environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert installation.ask("select count(*) from runs") == before
