"""What flows may be given, what folders may hold, and whom a night tells."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from command_line import RECORDS, Desk

from flows.jobs.admitting import admit
from flows.jobs.alerting import alert
from flows.jobs.publishing import Published
from flows.settings import Alerts, Articles, Settings
from verifier.errors import UsageError
from verifier.model.run import Problem, RunReport, RunStatus

NOW = datetime(2024, 3, 8, 3, 15, tzinfo=UTC)
NOTHING = Published((), {})
# apprise still imports it.
OLD_MODULE = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a configuration that watches one folder, with a file in it and one beside it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    (tmp_path / "secret.txt").write_text("b")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(tmp_path / "in" / "pipe")
    return Settings.model_construct(articles=Articles(folders=(tmp_path / "in",)))


def test_admitted(settings: Settings, tmp_path: Path) -> None:
    """Addresses and files below the watched folders are admitted, paths resolved."""
    given = ["https://example.org/a", str(tmp_path / "in" / ".." / "in" / "a.txt")]
    assert admit(given, settings) == ("https://example.org/a", str(tmp_path.resolve() / "in" / "a.txt"))


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("secret.txt", id="beside the folder"),
        pytest.param("in/../secret.txt", id="out by dots"),
        pytest.param("in/link.txt", id="out by a link"),
        pytest.param("in/pipe", id="no regular file"),
        pytest.param("in", id="the folder itself"),
        pytest.param("in/gone.txt", id="not there"),
        pytest.param("in/a.txt\x00", id="NUL"),
        pytest.param("-", id="standard input"),
        pytest.param("file:///etc/passwd", id="other scheme"),
    ],
)
def test_not_admitted(given: str, settings: Settings, tmp_path: Path) -> None:
    """Whoever can start a flow can read nothing else."""
    path = given if "://" in given or given == "-" else f"{tmp_path}/{given}"
    with pytest.raises(UsageError):
        admit([path], settings)


def test_folder_source_stays_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link out of a source's folder is skipped with its reason, and the night is degraded."""
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, capsys)
    desk.write("elsewhere.jsonl", json.dumps(RECORDS[1]) + "\n")
    desk.write("archive/a.jsonl", json.dumps(RECORDS[0]) + "\n")
    (tmp_path / "archive" / "b.jsonl").symlink_to(tmp_path / "elsewhere.jsonl")
    desk.write("quote-verifier.toml", '[[source]]\nid = "archive"\nkind = "jsonl"\npath = "archive"\n')
    ended = desk.run("nightly")
    assert ended.code == 3
    assert "a link that leads out of the folder" in ended.err
    assert desk.count("transcripts") == 1


@pytest.fixture
def service() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Run a service that takes messages, on loopback; give its address and what it took."""
    taken: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"json://127.0.0.1:{server.server_port}/", taken
    server.shutdown()
    server.server_close()


def night(status: RunStatus) -> RunReport:
    """Return the report of a night in which one source failed, or nothing."""
    problems = () if status is RunStatus.COMPLETE else (Problem("archive", "cannot be looked into"),)
    return RunReport("nightly", status, NOW, NOW, problems=problems)


@OLD_MODULE
def test_the_desk_is_told(service: tuple[str, list[dict[str, str]]]) -> None:
    """A degraded night is told with its problem; a complete one only who asked for it."""
    address, taken = service
    alerts = Alerts(services=(address,))
    assert alert(alerts, night(RunStatus.DEGRADED), NOTHING) is None
    assert taken[0]["title"] == "nightly degraded: 1 problem"
    assert taken[0]["message"].startswith("archive: cannot be looked into")
    assert alert(alerts, night(RunStatus.COMPLETE), NOTHING) is None
    assert len(taken) == 1
    assert alert(Alerts(services=(address,), on=("always",)), night(RunStatus.COMPLETE), NOTHING) is None
    assert len(taken) == 2


@OLD_MODULE
def test_a_service_that_takes_nothing_is_told_of() -> None:
    """A message that was not taken is a problem without the service's address, which may hold a secret."""
    problem = alert(Alerts(services=("json://MARKSECRET@127.0.0.1:9/",)), night(RunStatus.FAILED), NOTHING)
    assert problem == Problem("alerts", "a service of [alerts] did not take the message")
