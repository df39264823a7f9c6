"""The program as a process: help, version, signals, closed pipes, tracebacks only for who asks."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("quote-verifier"))
COMMANDS = "demo init doctor import check quote quotes extract nightly recheck report explain".split()
WORDS = "The council met again on {day} and agreed on nothing but the date of its next meeting, number {number}"


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    return subprocess.run(
        [COMMAND, *arguments],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def write_records(path: Path, count: int) -> None:
    """Write a list of transcripts, long enough that its import can be interrupted."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = " ".join(WORDS.format(day=f"day {turn}", number=number * 100 + turn) for turn in range(40))
            record = {
                "doc_id": f"council-{number}",
                "lang": "en",
                "source": "council",
                "title": f"Meeting {number}",
                "date": f"20{number % 20:02d}-03-05",
                "url": None,
                "turns": [{"speaker": "Astrid Holm", "text": text}],
            }
            file.write(json.dumps(record) + "\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str, tmp_path: Path) -> None:
    """Every command explains itself with commands that can be typed."""
    done = run(command, "--help", folder=tmp_path)
    assert done.returncode == 0
    assert f"    quote-verifier {command}" in done.stdout.partition("Examples:")[2]


def test_version(tmp_path: Path) -> None:
    """The version is data."""
    done = run("--version", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "quote-verifier 0.1.0\n", "")


def test_traceback_only_on_request(tmp_path: Path) -> None:
    """Bad input is one line; a developer gets the traceback before it."""
    (tmp_path / "quote-verifier.toml").write_text("[storage")
    done = run("report", folder=tmp_path, QUOTE_VERIFIER_DEBUG="")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" in run("report", folder=tmp_path, QUOTE_VERIFIER_DEBUG="1").stderr


def test_init_then_doctor(tmp_path: Path) -> None:
    """A fresh configuration is right; a second `init` leaves it as it is."""
    assert run("init", folder=tmp_path).returncode == 0
    written = (tmp_path / "quote-verifier.toml").read_text(encoding="utf-8")
    assert run("init", folder=tmp_path).returncode == 2
    assert (tmp_path / "quote-verifier.toml").read_text(encoding="utf-8") == written
    done = run("doctor", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "good   configuration" in done.stdout
    (tmp_path / "quote-verifier.toml").write_text('[articles]\nfolders = ["gone"]')
    done = run("doctor", "--quiet", folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "wrong  articles: gone is no folder → make it, or correct [articles] folders\n"


@pytest.mark.parametrize(
    ("number", "code"), [pytest.param(signal.SIGINT, 130, id="Ctrl-C"), pytest.param(signal.SIGTERM, 143, id="SIGTERM")]
)
def test_stopped_by_a_signal(number: signal.Signals, code: int, tmp_path: Path) -> None:
    """A stopped import leaves a sound database with whole transcripts, and the same command goes on from there."""
    write_records(tmp_path / "records.jsonl", 1500)
    with subprocess.Popen(
        [COMMAND, "import", "records.jsonl"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    ) as going:
        _wait_for_rows(tmp_path / "quote-verifier.db")
        going.send_signal(number)
        _, said = going.communicate(timeout=30)
    assert going.returncode == code
    assert said == "stopped; what is stored is whole, and the same command goes on from there\n"
    connection = sqlite3.connect(tmp_path / "quote-verifier.db")
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert connection.execute("select status from runs").fetchall() == [("failed",)]
    (kept,) = connection.execute("select count(*) from transcripts").fetchone()
    assert 0 < kept < 1500
    assert run("import", "records.jsonl", folder=tmp_path).returncode == 0
    assert connection.execute("select count(*) from transcripts").fetchone() == (1500,)
    connection.close()


def _wait_for_rows(database: Path) -> None:
    """Wait until the import has committed something."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if database.exists():
            connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
            try:
                if connection.execute("select count(*) from transcripts").fetchone()[0]:
                    return
            except sqlite3.OperationalError:
                pass  # the schema is not there yet
            finally:
                connection.close()
        time.sleep(0.05)
    raise AssertionError("the import did not begin")


def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """Whoever reads only the first line gets it, and no complaint."""
    write_records(tmp_path / "records.jsonl", 20)
    assert run("import", "records.jsonl", folder=tmp_path).returncode == 0
    row = json.dumps({"quote": "agreed on nothing but the date of its next meeting"})
    (tmp_path / "q.jsonl").write_text(f"{row}\n" * 400)
    with (
        (tmp_path / "errors").open("wb") as errors,
        subprocess.Popen(
            [COMMAND, "quotes", "q.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=errors
        ) as answering,
    ):
        assert answering.stdout is not None
        assert json.loads(answering.stdout.readline())["quote"]
        answering.stdout.close()
        answering.wait(60)
    assert answering.returncode == 128 + signal.SIGPIPE
    assert (tmp_path / "errors").read_bytes() == b""
