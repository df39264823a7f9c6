"""The program's entry: the commands, and the one edge at which errors become lines and exit codes."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from io import TextIOWrapper
from types import FrameType
from typing import Annotated, NoReturn

import typer

from flows.commands import (
    audit,
    check,
    demo,
    doctor,
    evidence,
    explain,
    extract,
    fsck,
    harvest,
    importing,
    init,
    nightly,
    quote,
    quotes,
    recheck,
    report,
    sources,
)
from flows.commands.options import examples
from flows.commands.screen import Stopped, put, say
from verifier.errors import QuoteVerifierError

app = typer.Typer(
    name="quote-verifier",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=examples(
        "quote-verifier demo",
        "quote-verifier import transcripts.jsonl",
        "quote-verifier check article.html --published 2024-03-08",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (
    demo,
    init,
    doctor,
    importing,
    check,
    quote,
    quotes,
    extract,
    sources,
    harvest,
    nightly,
    recheck,
    report,
    explain,
    audit,
    fsck,
    evidence,
):
    module.register(app)


def _show_version(asked: bool) -> None:
    """Print the version and end, before a command is looked for."""
    if asked:
        from importlib.metadata import version

        put(f"quote-verifier {version('quote-verifier')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version and end.")
    ] = False,
) -> None:
    """Find the quoted statements of news articles in official transcripts, and judge wording, speaker and date.

    A verdict is a lead for checking, never the last word.

    Exit codes: 0 complete, 1 failed, 2 usage or configuration, 3 degraded (something failed, the rest is
    stored), 4 a verdict named by --fail-on, 75 another run holds the lease, 130 and 143 stopped by a signal.
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    for stream in (sys.stdout, sys.stderr):
        # A lone surrogate or a terminal without UTF-8 must not end a run that is done.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    _end(run())


def run(arguments: list[str] | None = None) -> int:
    """Return the exit code of a command after running it; the one edge at which errors become lines.

    *arguments* are those of the process where None.
    """
    try:
        app(arguments)
    except SystemExit as ended:  # typer's own way out: help, usage errors, typer.Exit
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    except Stopped as stopped:
        if stopped.number != signal.SIGPIPE:
            say("stopped; what is stored is whole, and the same command goes on from there")
        return stopped.exit_code
    except QuoteVerifierError as error:
        return _explain(error, error.message, error.exit_code)
    except OSError as error:  # a full disk, a folder that may not be written
        return _explain(error, f"{error.filename or 'system'}: {error.strerror or error}", 1)
    except Exception as error:  # noqa: BLE001 - the program's edge: a fault of ours is one line too
        return _explain(error, f"internal error: {error!r}; with QUOTE_VERIFIER_DEBUG=1 it shows where", 1)
    return 0


def _explain(error: Exception, message: str, code: int) -> int:
    """Print the one line of an error, or its traceback where a developer asked for it; return *code*."""
    if os.environ.get("QUOTE_VERIFIER_DEBUG"):
        traceback.print_exception(error)
    say(f"quote-verifier: {message}")
    return code


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Raise Stopped in the main thread; a second signal is left to its default, which ends at once."""
    signal.signal(number, signal.SIG_DFL)
    raise Stopped(number)


def _end(code: int) -> NoReturn:
    """End the process; output that nobody reads any more is dropped without a word."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
