"""What large answers cost: time and memory are bounded with the limits that ship."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import fetching_bombs
import pytest
from hostile.server import hostile_server

BOMBS = {
    "/bomb/gzip": "too_large",
    "/bomb/gzip-members": "too_large",
    "/bomb/double-gzip": "undecodable",
    "/bomb/chunked": "too_large",
    "/big/body": "too_large",
    "/big/promised": "too_large",
    "/big/header": "http_error",
    "/big/headers": "http_error",
    "/proto/early-hints-flood": "http_error",
    "/big/line": "ok",
}
CHECKOUT = Path(__file__).parents[2]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")
def test_bombs_cost_little() -> None:
    """Bombs and endless answers, one after another, never hold much more than the largest page (F20 to F26)."""
    began = time.monotonic()
    with hostile_server() as server:
        command = [sys.executable, fetching_bombs.__file__, server.place, *BOMBS]
        ended = subprocess.run(
            command, check=True, capture_output=True, timeout=60, cwd=CHECKOUT, env={"PYTHONPATH": str(CHECKOUT)}
        )
    told = json.loads(ended.stdout)
    assert told["outcomes"] == BOMBS
    assert told["megabytes"] < 250
    assert time.monotonic() - began < 30
