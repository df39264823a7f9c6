"""Values ⇄ JSON documents, for what is kept inside one column."""

from __future__ import annotations

from datetime import date
from typing import Any

from verifier.model.article import Basis, EventClaim, Speaker, SpeakerKind
from verifier.model.evidence import Coverage, CoverageState, Edit, EditKind, SourceOutcome
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Turn

Document = dict[str, Any]


def span_pair(span: Span | None) -> list[int] | None:
    """Return a span as [start, end]."""
    return None if span is None else [span.start, span.end]


def span_of(pair: list[int] | None) -> Span | None:
    """Return the span of [start, end]."""
    return None if pair is None else Span(*pair)


def speaker_document(speaker: Speaker | None) -> Document | None:
    """Return a speaker as a document."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "id": speaker.id,
        "kind": speaker.kind.value,
        "alternatives": list(speaker.alternatives),
    }


def speaker_of(document: Document | None) -> Speaker | None:
    """Return the speaker of a document."""
    if document is None:
        return None
    kind = SpeakerKind(document["kind"])
    return Speaker(document["name"], document["id"], kind, tuple(document["alternatives"]))


def event_document(event: EventClaim | None) -> Document | None:
    """Return an event claim as a document."""
    if event is None:
        return None
    return {
        "place": event.place,
        "venue": event.venue,
        "kind": event.kind,
        "counterpart": event.counterpart,
        "basis": event.basis.value,
        "span": span_pair(event.span),
        "audience": event.audience,
    }


def event_of(document: Document | None) -> EventClaim | None:
    """Return the event claim of a document."""
    if document is None:
        return None
    return EventClaim(
        document["place"],
        document["venue"],
        document["kind"],
        document["counterpart"],
        Basis(document["basis"]),
        span_of(document["span"]),
        document.get("audience"),  # documents of earlier versions have none
    )


def dates_document(dates: tuple[RecordDate, ...]) -> list[Document]:
    """Return a record's dates as documents, in order."""
    return [{"day": held.day.isoformat(), "origin": held.origin} for held in dates]


def dates_of(documents: list[Document]) -> tuple[RecordDate, ...]:
    """Return the record's dates of their documents."""
    return tuple(RecordDate(date.fromisoformat(held["day"]), held["origin"]) for held in documents)


def record_document(record: Record | None) -> Document | None:
    """Return a record as a document."""
    if record is None:
        return None
    return {
        "source": record.source,
        "doc_id": record.doc_id,
        "version": record.version,
        "lang": record.lang,
        "title": record.title,
        "dates": dates_document(record.dates),
        "url": record.url,
        "place": record.place,
        "tier": record.tier,
        "rendition": record.rendition.value,
        "complete": record.complete,
        "speakers": list(record.speakers),
        "words": record.words,
    }


def record_of(document: Document | None) -> Record | None:
    """Return the record of a document."""
    if document is None:
        return None
    parts = document | {
        "dates": dates_of(document["dates"]),
        "rendition": Rendition(document["rendition"]),
        "speakers": tuple(document["speakers"]),
    }
    return Record(**parts)


def turn_document(turn: Turn) -> Document:
    """Return a turn as a document, text included."""
    return {
        "speaker": turn.speaker,
        "speaker_id": turn.speaker_id,
        "label": turn.label,
        "role": turn.role.value,
        "lang": turn.lang,
        "rendition": None if turn.rendition is None else turn.rendition.value,
        "at": turn.at,
        "text": turn.text,
    }


def turn_of(document: Document) -> Turn:
    """Return the turn of a document."""
    rendition = document["rendition"]
    parts = document | {
        "role": Role(document["role"]),
        "rendition": None if rendition is None else Rendition(rendition),
    }
    return Turn(**parts)


def edit_document(edit: Edit) -> Document:
    """Return an edit as a document: what changed, whether it is material, and both places."""
    return {
        "kind": edit.kind.value,
        "quoted": edit.quoted,
        "said": edit.said,
        "material": edit.material,
        "quoted_span": span_pair(edit.quoted_span),
        "said_span": span_pair(edit.said_span),
    }


def edit_of(document: Document) -> Edit:
    """Return the edit of a document."""
    parts = document | {
        "kind": EditKind(document["kind"]),
        "quoted_span": span_of(document["quoted_span"]),
        "said_span": span_of(document["said_span"]),
    }
    return Edit(**parts)


def coverage_document(coverage: Coverage) -> Document:
    """Return coverage as a document."""
    return {
        "state": coverage.state.value,
        "why": coverage.why,
        "window": [str(interval) for interval in coverage.window],
        "sources": [
            {"source": part.source, "outcome": part.outcome, "detail": part.detail} for part in coverage.sources
        ],
        "transcripts": coverage.transcripts,
        "words": coverage.words,
        "newest": coverage.newest,
        "gaps": list(coverage.gaps),
        "event": record_document(coverage.event),
        "languages": list(coverage.languages),
    }


def coverage_of(document: Document) -> Coverage:
    """Return the coverage of a document."""
    parts = document | {
        "state": CoverageState(document["state"]),
        "window": tuple(Interval.parse(text) for text in document["window"]),
        "sources": tuple(SourceOutcome(**part) for part in document["sources"]),
        "gaps": tuple(document["gaps"]),
        "event": record_of(document["event"]),
        "languages": tuple(document["languages"]),
    }
    return Coverage(**parts)
