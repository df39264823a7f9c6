"""Who holds a lease, and whether they still live."""

from __future__ import annotations

import subprocess
import sys

import pytest

from flows.jobs.owners import is_dead, this_owner


def test_this_process_lives():
    """Whoever asks is alive."""
    assert not is_dead(this_owner())


def test_a_process_that_ended_is_dead():
    """A process of this machine that was killed holds nothing any more."""
    code = "from flows.jobs.owners import this_owner; print(this_owner())"
    owner = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert is_dead(owner)


@pytest.mark.parametrize(
    "owner",
    [
        pytest.param("elsewhere:1a2b3c4d-1:999999:aaaaaa", id="another machine"),
        pytest.param("desk:12:aaaaaa", id="an older form"),
        pytest.param("", id="nobody"),
        pytest.param(this_owner().rsplit(":", 2)[0] + ":x:aaaaaa", id="no number"),
    ],
)
def test_of_others_nothing_is_known(owner):
    """Only an old heartbeat tells that a run elsewhere has ended."""
    assert not is_dead(owner)
