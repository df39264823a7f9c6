"""Who holds a run or a lease: a process of this machine, told from others by more than its number."""

from __future__ import annotations

import os
import secrets
import socket
from functools import cache


@cache
def _numbering() -> str:
    """Return what tells one numbering of processes from another: the boot, and the container's name space."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            boot = file.read(8)
        return f"{boot}-{os.stat('/proc/self/ns/pid').st_ino}"
    except OSError:
        return ""  # another system: only old heartbeats tell there


def this_owner() -> str:
    """Return the name under which this process holds leases: host, numbering, process, and a token of its own."""
    return f"{socket.gethostname()}:{_numbering()}:{os.getpid()}:{secrets.token_hex(3)}"


def is_dead(owner: str) -> bool:
    """Return whether the process that holds a lease is known to have ended; of another machine's it is not."""
    parts = owner.rsplit(":", 3)
    if len(parts) != 4 or parts[:2] != [socket.gethostname(), _numbering()] or not _numbering():
        return False
    try:
        os.kill(int(parts[2]), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, ValueError, OverflowError):
        return False
    return False
