"""A harvest that is killed, again and again, ends where an undisturbed one ends. `make crash` kills 200 times."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from harvest_crashes import RECORDS, configure, finish, kill_at_random, rows, serve, time_of
from replay_server import replaying

KILLS = int(os.environ.get("HARVEST_KILLS", "20"))
EACH = 5  # kills before the run may end: then a new folder


@pytest.mark.timeout(3600)
def test_a_killed_harvest_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """Wherever it is killed: the database is whole, no page is read from half a body, and the same rows come out."""
    with replaying() as replay:
        serve(replay)
        configure(tmp_path / "calm", replay)
        longest = time_of(tmp_path / "calm")
        calm = rows(tmp_path / "calm")
        assert len(calm["transcripts"]) == RECORDS
        killed = 0
        for number in range(0, KILLS, EACH):
            folder = tmp_path / f"killed-{number}"
            configure(folder, replay)
            killed += kill_at_random(folder, min(EACH, KILLS - number), seed=number, longest=longest).killed
            code, messages = finish(folder)
            assert code == 0, messages
            assert rows(folder) == calm
        assert killed >= KILLS // 3, "most runs ended before they were killed: the test shows nothing"
