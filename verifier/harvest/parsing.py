"""Parsing in a child process that may fail: whatever was fetched or given is parsed where it can do no harm.

A page can make a parser run for ever, take all memory or crash; here that costs the page, not the run.
The child is used again for the next page and replaced only when it died.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import IO, Any, ParamSpec, TypeVar

from verifier.errors import ParseError, QuoteVerifierError

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
# The child imports what the parent would import, and nothing from the current folder.
_START = "import sys, json; sys.path[:] = json.loads(sys.argv.pop(1)); from verifier.harvest.worker import main; main()"


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """What one job of the child may use."""

    cpu_seconds: int = 20
    memory_bytes: int = 1_000_000_000  # of address space, for the child as a whole
    wall_seconds: float = 60.0


@dataclass(slots=True)
class _Child:
    """A running child with its pipes; ``complaints`` holds what it wrote to standard error."""

    process: subprocess.Popen[bytes]
    jobs: Connection
    answers: Connection
    complaints: IO[bytes]

    def end(self) -> None:
        """Close the pipes and see the process end."""
        self.jobs.close()
        self.answers.close()
        try:
            self.process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.complaints.close()


def _pipe() -> tuple[Connection, Connection]:
    """Return the reading and the writing end of a one-way pipe."""
    reading, writing = os.pipe()
    return Connection(reading, writable=False), Connection(writing, readable=False)


def _start(limits: ParsingLimits) -> _Child:
    """Return a new child that waits for jobs."""
    import json

    inbox, jobs = _pipe()
    answers, outbox = _pipe()
    complaints = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the child)
    ends = [str(inbox.fileno()), str(outbox.fileno()), str(limits.cpu_seconds), str(limits.memory_bytes)]
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _START, json.dumps(sys.path), *ends],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        pass_fds=(inbox.fileno(), outbox.fileno()),
        # One thread is enough for a parser, and each further one reserves address space.
        env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"},
    )
    inbox.close()
    outbox.close()
    return _Child(process, jobs, answers, complaints)


class ParsingChild:
    """A child process that runs parse functions one by one; a context manager.

    The function and its arguments must be importable by name in another process.
    """

    def __init__(self, limits: ParsingLimits | None = None) -> None:
        self.limits = limits or ParsingLimits()
        self._child: _Child | None = None

    def __enter__(self) -> ParsingChild:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def run(self, function: Callable[_Given, _Result], *args: _Given.args, **named: _Given.kwargs) -> _Result:
        """Return what *function* returns; its own errors pass through with their message.

        Raises ParseError (``parse_failed``) where the child ran out of time or memory, or died.
        """
        if self._child is None:
            self._child = _start(self.limits)
        try:
            self._child.jobs.send((function, args, named))
            answer = self._receive(self._child)
        except (EOFError, OSError):
            raise self._obituary(self._child) from None
        except BaseException:
            self._drop(kill=True)  # an answer that nobody took would be taken for the next job's
            raise
        result: _Result = self._open(answer)
        return result

    def _receive(self, child: _Child) -> tuple[Any, ...]:
        """Return the child's answer; ParseError where there is none in time."""
        if not child.answers.poll(self.limits.wall_seconds):
            raise ParseError(f"reading it took over {self.limits.wall_seconds:g} s, and was stopped")
        answer: tuple[Any, ...] = child.answers.recv()
        return answer

    def _open(self, answer: tuple[Any, ...]) -> Any:
        """Return the result in an answer, or raise the error in it."""
        if answer[0] == "done":
            return answer[1]
        if answer[0] == "memory":
            self._drop()
            raise ParseError(f"reading it needs over {self.limits.memory_bytes // 1_000_000:,} MB of memory")
        _, kind, args, fields = answer
        error: QuoteVerifierError = kind.__new__(kind, *args)
        vars(error).update(fields)
        raise error

    def _obituary(self, child: _Child) -> ParseError:
        """Return the error that says how the child died."""
        code = child.process.wait()
        child.complaints.seek(0)
        lines = child.complaints.read().decode("utf-8", "replace").strip().splitlines()
        self._drop()
        if code == -signal.SIGXCPU:
            return ParseError(f"reading it took over {self.limits.cpu_seconds} s of processor time, and was stopped")
        if code < 0:
            return ParseError(f"the parser crashed on it ({signal.Signals(-code).name})")
        last = lines[-1][:200] if lines else f"exit {code}"
        return ParseError(f"the parser failed on it ({last})")

    def _drop(self, *, kill: bool = False) -> None:
        """End the child; the next job starts another."""
        if self._child is not None:
            if kill:
                self._child.process.kill()
            self._child.end()
            self._child = None


class ParsingPool:
    """A few parsing children that many threads share; a context manager.

    A walk waits for its host far longer than for its pages to be read, so a child for each would be memory
    held for nothing.
    """

    def __init__(self, limits: ParsingLimits | None = None, size: int = 2) -> None:
        self._children = [ParsingChild(limits) for _ in range(size)]
        self._free: SimpleQueue[ParsingChild] = SimpleQueue()
        for child in self._children:
            self._free.put(child)

    def __enter__(self) -> ParsingPool:
        return self

    def __exit__(self, *ended: object) -> None:
        for child in self._children:
            child.__exit__(*ended)

    def run(self, function: Callable[_Given, _Result], *args: _Given.args, **named: _Given.kwargs) -> _Result:
        """Return what *function* returns in one of the children, once one is free; raises as ``ParsingChild.run``."""
        child = self._free.get()
        try:
            return child.run(function, *args, **named)
        finally:
            self._free.put(child)
