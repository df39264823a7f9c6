"""What goes to the screen: data to standard output, progress and messages to standard error."""

from __future__ import annotations

import signal
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flows.jobs.progress import Progress, unseen

if TYPE_CHECKING:
    from rich.console import Console

    from verifier.model.run import Problem

# A bar for what is done within a second only flickers.
_PATIENCE = 1.0
_PIPE_WIDTH = 120  # columns of a table that is not shown on a terminal


def safe(text: str) -> str:
    """Return *text* on one line, its control and bidi characters escaped: file names and pages may hold any."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    """Return the character, or its escape if a terminal would obey it."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character.encode("unicode_escape").decode("ascii")
    return character


def say(*lines: str) -> None:
    """Print messages for a person, each on its own line."""
    for line in lines:
        sys.stderr.write(safe(line) + "\n")
        sys.stderr.flush()


class Stopped(BaseException):
    """The process was asked to stop by a signal; no command catches it, so that transactions are rolled back."""

    def __init__(self, number: int) -> None:
        super().__init__(f"by {signal.Signals(number).name}")
        self.number = number
        self.exit_code = 128 + number


def put(text: str) -> None:
    """Print data, with a line's end, at once: a reader at the other end of a pipe may be waiting.

    Raises Stopped where that reader has gone.
    """
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise Stopped(signal.SIGPIPE) from error


def rendered(show: Callable[[Console], None]) -> str:
    """Return what *show* prints on a rich console as text: coloured for a terminal, plain for a pipe.

    It goes out through ``put``, which knows what to do where nobody reads any more.
    """
    from rich.console import Console

    to_terminal = sys.stdout.isatty()
    console = Console(width=None if to_terminal else _PIPE_WIDTH, file=sys.stdout, highlight=False)
    with console.capture() as captured:
        show(console)
    return captured.get().rstrip("\n")


def say_problems(problems: Iterable[Problem]) -> None:
    """Print one line for each thing that went wrong."""
    for problem in problems:
        say(f"{problem.subject}: {problem.message}" if problem.subject else problem.message)


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """Give a progress that draws a bar on a terminal for whatever takes over a second, and else nothing."""
    if quiet or not sys.stderr.isatty():
        yield unseen
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """A bar on standard error, drawn once its patience is over."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bars: Any = None
        self._tasks: dict[str, Any] = {}

    def __call__(self, doing: str, done: int, total: int | None = None) -> None:
        """Show the newest numbers."""
        if self._bars is None:
            if time.monotonic() - self._began < _PATIENCE:
                return
            self._bars = self._open()
        if doing not in self._tasks:
            self._tasks[doing] = self._bars.add_task(safe(doing), total=total)
        self._bars.update(self._tasks[doing], completed=done, total=total)

    def close(self) -> None:
        """Take the bar off the screen's last line."""
        if self._bars is not None:
            self._bars.stop()

    @staticmethod
    def _open() -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        # Left to itself the bar takes standard output over too, and what is printed there would never reach its file.
        bars = Progress(
            *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
        )
        bars.start()
        return bars
