"""What most end-to-end tests of sources need: a publisher on loopback, and a folder in which commands are run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Desk
from replay_server import Replay, replaying


@pytest.fixture
def replay() -> Iterator[Replay]:
    """Give a running replay server."""
    with replaying() as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give an empty folder in which commands are run."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)
