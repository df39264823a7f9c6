"""The child process of ``parsing``: runs one named function after another under limits.

Started by ``python -c`` with two pipe ends; not meant to be called by anybody else.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from verifier.errors import QuoteVerifierError

# What the parent is sent: ("done", result), ("refused", error type, its fields) or ("memory",).
Answer = tuple[Any, ...]


def _allow_more_time(seconds: int) -> None:
    """Let the process use *seconds* of processor time from now; beyond that the system ends it."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + seconds, hard))


def _answer(function: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Answer:
    """Return what the function returned or refused; any other error ends the process, and the parent reports it."""
    try:
        return ("done", function(*args, **named))
    except QuoteVerifierError as error:
        return ("refused", type(error), error.args, vars(error))
    except MemoryError:
        return ("memory",)


def serve(inbox: Connection, outbox: Connection, cpu_seconds: int, memory_bytes: int) -> None:
    """Answer jobs until the parent closes its end."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            function, args, named = inbox.recv()
        except EOFError:
            return
        _allow_more_time(cpu_seconds)
        answer = _answer(function, args, named)
        outbox.send(answer)
        if answer[0] == "memory":
            return  # what was allocated may not come back


def main() -> None:
    """Serve on the pipe ends named by the command line: inbox, outbox, seconds, bytes."""
    inbox, outbox, seconds, memory = map(int, sys.argv[1:5])
    serve(Connection(inbox, writable=False), Connection(outbox, readable=False), seconds, memory)
