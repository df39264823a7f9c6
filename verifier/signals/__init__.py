"""Scores with reasons, one module a signal; SIGNALS is the only list."""

from __future__ import annotations

from verifier.model.evidence import Signal
from verifier.signals.evidence import Evidence
from verifier.signals.few_differences import few_differences
from verifier.signals.held_on_claimed_date import held_on_claimed_date
from verifier.signals.information import carries_information
from verifier.signals.place_alone import place_alone
from verifier.signals.record_standing import record_standing
from verifier.signals.spoken_by_claimed_person import spoken_by_claimed_person
from verifier.signals.words_in_order import words_in_order
from verifier.signals.words_of_one_event import words_of_one_event

SIGNALS = (
    words_in_order,
    words_of_one_event,
    few_differences,
    spoken_by_claimed_person,
    held_on_claimed_date,
    carries_information,
    place_alone,
    record_standing,
)


def read_signals(evidence: Evidence) -> tuple[Signal, ...]:
    """Return every signal on *evidence*, in the order of SIGNALS."""
    return tuple(signal(evidence) for signal in SIGNALS)
