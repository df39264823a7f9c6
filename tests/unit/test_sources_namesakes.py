"""A mere surname is nobody of another country, and nobody at all in a house of many members."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.assembling import InFull
from verifier.sources.config import ListingSource
from verifier.sources.connector import Entry
from verifier.sources.pages import read_page
from verifier.speakers.registry import People

DAY = date(2024, 3, 5)
SOURCE = ListingSource.model_validate(
    {
        "id": "s",
        "kind": "listing",
        "list": {"url": "https://s.example/"},
        "languages": ["en"],
        "home": "US",
        "turns": ["us-colon"],
    }
)


def speaker_of(label: str, title: str) -> tuple[str | None, str | None]:
    """Return name and id of whom a label means in a record of the United States under this title."""
    words = "The pier opens on Friday, the ferry runs every hour, and nobody has ever seen a tunnel here. " * 3
    said = f"<p>{label}: {words}</p><p>{label}: Thank you.</p>"
    html = f"<html><body><h1>{title}</h1><article>{said}</article></body></html>"
    entry = Entry("1", "https://s.example/1", dates=(RecordDate(DAY, "listing"),))
    page = Page(html.encode(), datetime(2026, 1, 1, tzinfo=UTC), url=entry.url, content_type="text/html; charset=utf-8")
    (transcript,) = read_page(page, entry, SOURCE, People.load()).transcripts
    turn = transcript.turns[0]
    return turn.speaker, turn.speaker_id


@pytest.mark.parametrize(
    ("label", "title", "expected"),
    [
        pytest.param("MR. SINGH", "Press Briefing by Dana Holm", ("Mr. Singh", None), id="a minister of elsewhere"),
        pytest.param("MR. KIRBY", "Press Briefing by Dana Holm", ("John Kirby", "john-kirby"), id="one of its own"),
        pytest.param(
            "PRESIDENT MACRON", "A press conference", ("Emmanuel Macron", "emmanuel-macron"), id="a guest by office"
        ),
        pytest.param(
            "MR. MACRON",
            "Remarks by President Biden and Emmanuel Macron",
            ("Emmanuel Macron", "emmanuel-macron"),
            id="a guest whom the record names",
        ),
    ],
)
def test_a_surname_of_another_country(label: str, title: str, expected: tuple[str, str | None]) -> None:
    """A surname means a known person of the record's own country, or one whom the record names in full."""
    assert speaker_of(label, title) == expected


@pytest.mark.parametrize(
    ("name", "known"),
    [
        pytest.param("Mr. Brown", False, id="a surname"),
        pytest.param("Mr. Brown of Ohio", False, id="with the state"),
        pytest.param("Gordon Brown", True, id="in full"),
    ],
)
def test_members_of_a_house(name: str, known: bool) -> None:
    """Where turns come as fields, only a name in full leads to a known person."""
    assert bool(InFull(People.load()).named(name, DAY)) is known
