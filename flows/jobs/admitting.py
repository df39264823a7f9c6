"""Which inputs a flow may be given: whoever can start a flow must not read any file of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from flows.jobs.reading import is_address
from flows.settings import Settings
from verifier.errors import UsageError


def admit(articles: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """Return the inputs if each is an http(s) address or a regular file below a watched folder; UsageError if not."""
    return tuple(_admit(article, settings.articles.folders) for article in articles)


def _admit(article: str, folders: Sequence[Path]) -> str:
    """Return one input, a path with its links resolved, so that what was looked at is what is read."""
    if is_address(article):
        if urlsplit(article).scheme.lower() in {"http", "https"}:
            return article
        raise UsageError(f"{article}: only http and https addresses are read")
    try:
        path = Path(article).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"{article}: no such file below [articles] folders") from error
    if path.is_file() and any(path.is_relative_to(folder.resolve()) for folder in folders):
        return str(path)
    raise UsageError(f"{article}: not a file below [articles] folders; only the command line reads elsewhere")
