"""The demonstration, run as a new user runs it: every quotation gets the headline a person wrote down for it."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from flows.demo.expected import expected


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run `quote-verifier demo` in an empty folder."""
    folder = tmp_path_factory.mktemp("demo")
    command = [str(Path(sys.executable).with_name("quote-verifier")), "demo"]
    return folder, subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)


@pytest.fixture(scope="module")
def report(demo) -> list[sqlite3.Row]:
    """Return the rows of verdict_report that the demonstration left."""
    folder, _ = demo
    with sqlite3.connect(folder / "demo" / "quote-verifier.db") as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute("select * from verdict_report").fetchall()


@pytest.mark.parametrize("wanted", expected(), ids=lambda one: one.contains)
def test_each_quotation_gets_its_headline(report, wanted):
    """The headline is the one written by hand, with reasons."""
    rows = [row for row in report if wanted.contains in row["quotation"]]
    assert [row["headline"] for row in rows] == [wanted.headline.value], [row["reasons"] for row in rows]
    assert rows[0]["reasons"]


def test_nothing_else_is_quoted(report):
    """Only the quotations of the article become statements that are judged by their wording."""
    judged = [row["quotation"] for row in report if row["wording"] != "not_judged"]
    assert len(judged) == len(expected())


def test_the_demonstration_ends_well(demo):
    """It ends with 0, writes database and page, and names three commands to try next."""
    folder, done = demo
    assert done.returncode == 0, done.stderr
    page = (folder / "demo" / "report.html").read_text(encoding="utf-8")
    assert "four essential human freedoms" in page
    _, _, ending = (done.stdout + done.stderr).partition("Three commands to try next:")
    assert len([line for line in ending.splitlines() if line.startswith("  ")]) == 3


def test_a_second_run_adds_no_verdict(demo, report):
    """Running it again says nothing new and so stores nothing new."""
    folder, _ = demo
    subprocess.run([str(Path(sys.executable).with_name("quote-verifier")), "demo"], cwd=folder, check=True, timeout=240)
    with sqlite3.connect(folder / "demo" / "quote-verifier.db") as connection:
        assert connection.execute("select count(*) from verdicts").fetchone()[0] == len(report)
