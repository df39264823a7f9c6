"""The errors that callers may meet, each saying what to do and whether to try again.

::

    QuoteVerifierError
    ├── UsageError            wrong command, path or argument; nothing was run           exit 2
    │   └── ConfigError       a configuration file is wrong: file, line and key named    exit 2
    ├── DatabaseError         not a database, newer than the program, locked, full
    │   └── LeaseHeld         another run holds the lease                                exit 75
    ├── ReadError             an input could not be read or is not what it claims
    │   └── ParseError        a page, transcript or line has not the expected shape
    └── FetchError            a URL gave no usable answer; carries an outcome code
"""

from __future__ import annotations

from datetime import datetime


class QuoteVerifierError(Exception):
    """An error with one line for the operator; ``exit_code`` is the process's where it ends a run."""

    exit_code = 1

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.retryable = retryable


class UsageError(QuoteVerifierError):
    """The command cannot be run as given; nothing was run."""

    exit_code = 2


class ConfigError(UsageError):
    """The configuration is wrong; the message names file, line or key."""


class DatabaseError(QuoteVerifierError):
    """The database cannot be used as it is."""

    def __init__(self, message: str, *, exit_code: int = 1, retryable: bool = False) -> None:
        super().__init__(message, retryable=retryable)
        self.exit_code = exit_code


class LeaseHeld(DatabaseError):
    """Another run holds the lease."""

    def __init__(self, message: str) -> None:
        super().__init__(message, exit_code=75, retryable=True)


class ReadError(QuoteVerifierError):
    """An input could not be read."""

    def __init__(self, message: str, *, subject: str | None = None, outcome: str = "parse_failed") -> None:
        super().__init__(message)
        self.subject = subject
        self.outcome = outcome


class ParseError(ReadError):
    """An input has not the shape that was expected of it."""


class FetchError(QuoteVerifierError):
    """A URL gave no usable answer.

    ``outcome`` is one of DESIGN's fetch outcomes, or ``auth_missing``; ``next_attempt_at`` (aware, UTC) is set
    where the host asked for a wait longer than a run waits; ``hops`` are the URLs passed through.
    """

    def __init__(
        self,
        message: str,
        *,
        url: str,
        outcome: str,
        status: int | None = None,
        retryable: bool = False,
        next_attempt_at: datetime | None = None,
    ) -> None:
        super().__init__(message, retryable=retryable)
        self.url = url
        self.outcome = outcome
        self.status = status
        self.next_attempt_at = next_attempt_at
        self.hops: tuple[str, ...] = ()
        self.attempts = 1  # how often it was tried
