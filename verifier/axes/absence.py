"""Absence: before words are said to be absent from the record of the named event, it is read from end to end."""

from __future__ import annotations

from dataclasses import replace

from verifier.axes.records import cited
from verifier.matching.places import Places, place_in
from verifier.model.article import Statement
from verifier.model.evidence import Coverage, CoverageState, Wording
from verifier.model.policy import Policy
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People


def with_event_read(
    places: Places, statement: Statement, coverage: Coverage, corpus: Corpus, people: People, policy: Policy
) -> Places:
    """Return the places, one in the held event's record first where reading it finds what search did not."""
    best, event = places.best, read_event(coverage, statement)
    if event is None:
        return places
    if best is not None and best.wording is not Wording.NO_MATCH:
        return places
    read = place_in(event, statement, places, corpus, people, policy)
    if read is None or read.wording is Wording.NO_MATCH:
        return places
    return replace(places, matches=(read, *(place for place in places.matches if place.record != read.record)))


def read_event(coverage: Coverage, statement: Statement) -> Record | None:
    """Return the held record of the named event, None where there is none in the statement's language."""
    event = coverage.event if coverage.state is CoverageState.HELD else None
    return event if event and event.lang == statement.lang else None


def explain_absence(coverage: Coverage, statement: Statement) -> str | None:
    """Return that the event's record was read whole, None where none is held."""
    event = read_event(coverage, statement)
    if event is None:
        return None
    return f"{cited(event)} was read from end to end and does not hold them"
