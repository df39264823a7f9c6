"""Labels that name nobody."""

from __future__ import annotations

import pytest

from verifier.speakers.labels import names_nobody


@pytest.mark.parametrize(
    "label",
    [
        "Question (press)",
        "Q",
        "Senior Administration Official",
        "Senior Adminstration Official Two",
        "White House Official",
        "Zambian Official",
        "Audience Members",
        "Moerator",
        "Members of BTS",
        "USS Delaware Crew",
        "Air Force One Crew Member",
        "(Vizepräsidentin räuspert sich)",
        "[inaudible]",
        "Your Child",
        "",
        "—",
    ],
)
def test_nobody(label: str) -> None:
    """Unnamed people, misspelt ones too, and stage notes are nobody."""
    assert names_nobody(label)


@pytest.mark.parametrize(
    "label",
    ["Joe Biden", "MR. KIRBY", "THE PRESIDENT", "Mr. Staffer-Jones", "Coach Reid", "Olaf Scholz", "CBS"],
)
def test_somebody(label: str) -> None:
    """A name or an office is somebody."""
    assert not names_nobody(label)
