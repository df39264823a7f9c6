"""An article, and what it claims: statements, quotations, speakers, dates, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verifier.model.text import Interval, Span


class Form(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"  # a whole utterance between marks
    MIXED = "mixed"  # marked words inside a reported clause
    INDIRECT = "indirect"  # reported without marks; never judged by wording


class Basis(StrEnum):
    """How near to the quotation a date or event claim stands, nearest first."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    EARLIER = "earlier"  # inherited from an earlier paragraph about the same person
    GIVEN = "given"  # by the user, or by the columns of a list


class SpeakerKind(StrEnum):
    """What speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A published text that quotes; every span of its statements is an offset into ``text``."""

    id: str  # canonical URL, else the content's hash
    url: str | None
    title: str | None
    text: str  # as published, or as extracted from the page; stored
    published: date | None
    published_origin: str | None  # given, json-ld, meta, visible, url, …
    lang: str  # ISO 639-1
    sha256: str  # of the bytes it was read from
    outlet: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """One run of quoted words; the span excludes the marks and a comma or full stop of the article's."""

    span: Span
    text: str
    confidence: float = 1.0  # 0..1, that these marks hold reported speech


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute ("claimed", "according to")."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it: a resolved name, with the id of a known person where there is one."""

    name: str
    id: str | None = None  # slug in people.toml
    kind: SpeakerKind = SpeakerKind.PERSON
    alternatives: tuple[str, ...] = ()  # ids, where the printed name fits several known persons


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """The words that name the speaker, as printed."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DateClaim:
    """When the article says the words were spoken."""

    interval: Interval
    text: str
    basis: Basis
    span: Span | None = None

    @property
    def inherited(self) -> bool:
        """Whether the claim comes from an earlier paragraph; it then convicts only with place or counterpart."""
        return self.basis is Basis.EARLIER


@dataclass(frozen=True, slots=True)
class EventClaim:
    """Where, at what kind of event and with whom the article says the words were spoken."""

    place: str | None = None  # "Stockholm"
    venue: str | None = None  # "the White House"
    kind: str | None = None  # "press conference", "interview", "state of the union address"
    counterpart: str | None = None  # "Pal Jonson"
    basis: Basis = Basis.SENTENCE
    span: Span | None = None
    audience: str | None = None  # to whom they were spoken: "students at the university"

    @property
    def names_place(self) -> bool:
        """Whether a place, venue or kind is named, without which no event is identified."""
        return bool(self.place or self.venue or self.kind)


@dataclass(frozen=True, slots=True)
class Statement:
    """What the article prints as one continuous utterance, with all that it claims about it."""

    id: str
    form: Form
    quotations: tuple[Quotation, ...]
    attribution_id: str  # shared by pieces of one reported clause
    speaker: Speaker | None = None
    mention: SpeakerMention | None = None
    attribution_confidence: float = 1.0  # 0..1, that the speaker is the right one
    relayed_by: Speaker | None = None  # "Kirby said that Zelensky had said “…”": Kirby
    cue: Cue | None = None
    date_claim: DateClaim | None = None
    event_claim: EventClaim | None = None
    contradicted_by: str | None = None  # the article's own words that contradict the date claim
    reported: Span | None = None  # indirect speech: the reported clause
    lang: str = "en"
    flags: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The quoted parts joined by ' … '."""
        return " … ".join(quotation.text for quotation in self.quotations)
