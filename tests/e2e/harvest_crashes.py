"""Killing a harvest at random moments, and what must hold then: one publisher, some kills, the rows at the end."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from replay_server import Replay

PROGRAM = (str(Path(sys.executable).with_name("quote-verifier")),)
RECORDS = 24
# Ids, times and counters differ between two runs that end alike; what they say must not.
QUESTIONS = {
    "transcripts": "select s.name, t.doc_id from transcripts t join sources s on s.id = t.source_id",
    "versions": "select t.doc_id, v.version, v.is_newest, v.is_worse, v.words, v.title, sn.sha256"
    " from transcript_versions v join transcripts t on t.id = v.transcript_id"
    " join snapshots sn on sn.id = v.snapshot_id",
    "turns": "select v.version, u.number, u.speaker, u.role, u.start, u.text"
    " from turns u join transcript_versions v on v.id = u.version_id",
    "entries": "select e.entry_id, e.state in ('stored', 'unchanged'), e.first_day from entries e",
    "snapshots": "select sha256, size from snapshots",
}


def page(number: int) -> str:
    """Return the page of one record, no two alike."""
    words = f"I want to say a word about ferry number {number}, which has crossed the sound {number * 37} times. " * 4
    return (
        f"<!doctype html><html><head><title>Briefing {number}</title></head><body><h1>Briefing {number}</h1>"
        f"<time datetime='2024-03-{number % 28 + 1:02}'>day</time><div class='body'>"
        f"<p>MAYOR HOLM: {words}</p><p>Q: And the money?</p><p>MAYOR HOLM: Before the summer, as I said.</p>"
        "</div></body></html>"
    )


def serve(replay: Replay) -> None:
    """Serve a list and its records."""
    rows = "".join(f"<li><a href='/records/{n}'>Briefing {n}</a></li>" for n in range(RECORDS))
    replay.page("/records", f"<html><body><ul>{rows}</ul></body></html>")
    for number in range(RECORDS):
        replay.page(f"/records/{number}", page(number))


def configure(folder: Path, replay: Replay) -> None:
    """Write the configuration of a publisher into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "quote-verifier.toml").write_text(
        f'[network]\ncontact = "desk@example.org"\nallow_private = ["127.0.0.1:{replay.port}"]\n'
        f'[[source]]\nid = "town"\nkind = "listing"\nlist = {{ url = "{replay.url}/records" }}\n'
        'rows = { select = "li", link = "a" }\nbody = { select = "div.body" }\ndate = { event = ["css:time"] }\n'
        'title = { select = "h1" }\nturns = ["us-colon", "us-q"]\nlanguages = ["en"]\nrate = { per_host_rps = 1000 }\n'
    )


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Start a harvest in a folder."""
    return subprocess.Popen([*PROGRAM, "harvest", "--quiet"], cwd=folder, stderr=subprocess.DEVNULL)


def finish(folder: Path) -> tuple[int, str]:
    """Run a harvest to its end; return its exit code and messages."""
    ended = subprocess.run([*PROGRAM, "harvest", "--quiet"], cwd=folder, capture_output=True, timeout=120, check=False)
    return ended.returncode, ended.stderr.decode()


@dataclass(frozen=True, slots=True)
class Kills:
    """How often a process was killed, and how often it had ended before."""

    killed: int
    ended: int


def kill_at_random(folder: Path, times: int, seed: int, *, longest: float) -> Kills:
    """Kill a harvest after a random time, again and again; after each kill the database is whole."""
    chance = random.Random(seed)
    killed = ended = 0
    for _ in range(times):
        process = start(folder)
        try:
            process.wait(chance.uniform(0.05, longest))
            ended += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        expect_whole(folder)
    return Kills(killed, ended)


def expect_whole(folder: Path) -> None:
    """Fail where the database is damaged, or a row names what is not there."""
    database = folder / "quote-verifier.db"
    if not database.exists():
        return
    connection = sqlite3.connect(database)
    try:
        assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
        if "snapshots" in tables:
            for (path,) in connection.execute("select path from snapshots where path is not null"):
                assert (folder / "evidence" / path).is_file(), f"a row names {path}, which is not there"
    finally:
        connection.close()


def rows(folder: Path) -> dict[str, list[Sequence[object]]]:
    """Return what the database says, ids and times left out."""
    connection = sqlite3.connect(folder / "quote-verifier.db")
    try:
        return {name: sorted(connection.execute(question).fetchall(), key=repr) for name, question in QUESTIONS.items()}
    finally:
        connection.close()


def time_of(folder: Path) -> float:
    """Return the seconds that an undisturbed harvest takes here, its start included."""
    began = time.monotonic()
    code, messages = finish(folder)
    assert code == 0, messages
    return time.monotonic() - began
