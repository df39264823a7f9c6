"""Turns by their labels, and what a label's speaker does at the event."""

from __future__ import annotations

import time

import pytest

from verifier.model.transcript import Role
from verifier.sources.roles import role_of
from verifier.sources.turns import readable, runs_of, turns_of


@pytest.mark.parametrize(
    ("label", "role"),
    [
        *[
            pytest.param(label, Role.QUESTION, id=label)
            for label in (
                "Q",
                "QUESTION",
                "Question (press)",
                "Reporter",
                "REPORTERS:",
                "Frage",
                "Journaliste",
                "Interviewer",
            )
        ],
        *[
            pytest.param(label, Role.MODERATOR, id=label)
            for label in ("Moderator", "MODERATOR:", "Operator", "Announcer")
        ],
        *[
            pytest.param(label, Role.INTERPRETER, id=label)
            for label in ("Interpreter", "THE INTERPRETER", "Dolmetscher")
        ],
        *[
            pytest.param(label, Role.UNATTRIBUTED, id=label)
            for label in (
                "Senior Administration Official",
                "SENIOR ADMINISTRATION OFFICIAL TWO",
                "Senior Adminstration Official",
                "Audience",
                "Audience Members",
                "Participant",
                "Military Aide",
                "White House Staff",
                "Your Child",
                "Speaker 1",
                ">>",
                "",
            )
        ],
        *[
            pytest.param(label, Role.SPEAKER, id=label)
            for label in ("MR. KIRBY", "Speaker Pelosi", "The President", "Ms. Child", "Dr. Press", "A")
        ],
    ],
)
def test_roles(label: str, role: Role) -> None:
    """Labels of questions, moderators, interpreters and unnamed voices are told from persons."""
    assert role_of(label) is role


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("MR. KIRBY", "Mr. Kirby"),
        ("MS. JEAN-PIERRE", "Ms. Jean-Pierre"),
        ("MS. O’CONNELL", "Ms. O’Connell"),
        ("MR. McGURK", "Mr. McGurk"),
        ("PRESIDENT MACRON (As interpreted.)", "President Macron"),
        ("THE PRESIDENT", "The President"),
        ("Boris Pistorius", "Boris Pistorius"),
        ("Q", "Question"),
    ],
)
def test_readable_labels(label: str, name: str) -> None:
    """A label in capitals is shown as a name."""
    assert readable(label) == name


def labelled(text: str, speaker: str | None = None) -> list[tuple[str | None, str, Role]]:
    """Return speaker, words and role of each turn of a text."""
    return [(turn.speaker, turn.text, turn.role) for turn in turns_of(runs_of(text.split("\n")), speaker)]


def test_a_briefing() -> None:
    """Labels cut turns, unlabelled lines go on, the head is nobody's, the end mark is nothing."""
    text = (
        "James S. Brady Press Briefing Room\n\n1:54 P.M. EST\n\nMS. JEAN-PIERRE:  Good afternoon.\n\nHere is John.\n"
        "MR. KIRBY:\u00a0 Thanks.\nQ\u00a0\u00a0\u00a0 Why now?\nQUESTION: And here?\nMR. KIRBY:  At 3:00: no.\n"
        "END  2:55 P.M. EST"
    )
    assert labelled(text) == [
        (None, "James S. Brady Press Briefing Room", Role.UNATTRIBUTED),
        ("Ms. Jean-Pierre", "Good afternoon.\nHere is John.", Role.SPEAKER),
        ("Mr. Kirby", "Thanks.", Role.SPEAKER),
        ("Question", "Why now?", Role.QUESTION),
        ("Question", "And here?", Role.QUESTION),
        ("Mr. Kirby", "At 3:00: no.", Role.SPEAKER),
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "THE PRESIDENT: One.\nQ: Two?\nTHE PRESIDENT: Three.", ["Jo Doe", "Question", "Jo Doe"], id="one label"
        ),
        pytest.param("THE PRESIDENT: One.\nMR. ROE: Two.", ["The President", "Mr. Roe"], id="two labels"),
        pytest.param("Q: One?\nA: Two.\nQ: Three?\nA: Four.", ["Question", "Jo Doe"] * 2, id="Q and A"),
        pytest.param(
            "Reporter: One?\nJo Doe: Two.\nReporter: Three?", ["Reporter", "Jo Doe", "Reporter"], id="mixed case"
        ),
        pytest.param("PRESIDENT DOE: One.\nQ: Two?", ["Jo Doe", "Question"], id="a name shared"),
        pytest.param("MR. ROE: One.\nQ: Two?", ["Mr. Roe", "Question"], id="another's name"),
        pytest.param("One.\nTwo.", ["Jo Doe"], id="no label"),
        pytest.param("FACT SHEET: One.\nNOTE: Two.", ["Jo Doe"], id="heads that are no labels"),
        pytest.param("And here is the thing: it stays.\nMy answer: no.", ["Jo Doe"], id="colons of a speech"),
        pytest.param("Q1 results: good.\nQuite so.", ["Jo Doe"], id="words with Q"),
        pytest.param(
            "MR. ROE: One.\nJOAN POE: Two.\nMR. ROE: Three.", ["Mr. Roe", "Joan Poe", "Mr. Roe"], id="met once"
        ),
    ],
)
def test_the_person_named_for_the_record(text: str, speakers: list[str]) -> None:
    """The person named for a record holds all of it, or the only label of a person; never a question."""
    assert [speaker for speaker, _, _ in labelled(text, "Jo Doe")] == speakers


def test_nobody_is_named() -> None:
    """Without labels and without a person named the words are nobody's."""
    assert labelled("One.\nTwo.") == [(None, "One.\nTwo.", Role.UNATTRIBUTED)]


@pytest.mark.parametrize("line", ["A " * 30_000, "A." * 30_000, "ABC" * 20_000 + ":", "Aa bb " * 20_000])
def test_labels_take_linear_time(line: str) -> None:
    """No line makes the patterns run away."""
    began = time.perf_counter()
    runs_of([line] * 5)
    assert time.perf_counter() - began < 5
