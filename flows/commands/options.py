"""The options that many commands share, each said once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from verifier.errors import UsageError
from verifier.model.text import Interval

DatabaseOption = Annotated[
    str | None, typer.Option("--db", metavar="PATH|URL", help="Database to use, instead of the configured one.")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Configuration, instead of ./quote-verifier.toml.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no messages but errors.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def a_day(text: str | None, option: str) -> date | None:
    """Return the day that an option names, YYYY-MM-DD; UsageError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a day; write it as 2024-03-05") from error


def an_interval(text: str | None, option: str) -> Interval | None:
    """Return the day or run of days that an option names; UsageError for anything else."""
    if text is None:
        return None
    try:
        return Interval.parse(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a day; write it as 2024-03-05, or 2024-03-01/2024-03-31") from error


def one_of(text: str, allowed: tuple[str, ...], option: str) -> str:
    """Return *text* if it is an allowed value of *option*; UsageError that names the nearest if not."""
    from difflib import get_close_matches

    if text in allowed:
        return text
    near = get_close_matches(text, allowed, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(allowed)}"
    raise UsageError(f"{option} {text}: unknown; {hint}")


def examples(*commands: str) -> str:
    """Return the end of a help page: the commands as they can be typed, each on its line."""
    # \b keeps typer from joining the lines.
    return "Examples:\n\n" + "\b\n" + "\n".join(f"  {command}" for command in commands)
