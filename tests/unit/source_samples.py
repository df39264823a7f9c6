"""Pages and configured sources for the tests of connectors."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter

from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.model.transcript import Transcript
from verifier.sources.config import SourceConfig
from verifier.sources.connector import Ask

RETRIEVED = datetime(2024, 3, 20, 4, 0, tzinfo=UTC)
MARCH = Ask(Interval(date(2024, 3, 1), date(2024, 3, 10)))


def source(**block: Any) -> Any:
    """Return a [[source]] block as the configuration reads it."""
    return TypeAdapter(SourceConfig).validate_python({"id": "harbour", **block})


def page(body: str | bytes, **fields: Any) -> Page:
    """Return an answer with this body."""
    return Page(body if isinstance(body, bytes) else body.encode(), RETRIEVED, **fields)


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    """Return speaker and words of each turn."""
    return [(turn.speaker, turn.text) for turn in transcript.turns]
