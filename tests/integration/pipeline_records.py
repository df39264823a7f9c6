"""Small records written for the pipeline's tests, and statements to be verified against them."""

from collections.abc import Iterable
from datetime import date

from verifier.model.article import (
    Article,
    Basis,
    DateClaim,
    EventClaim,
    Form,
    Quotation,
    Speaker,
    SpeakerMention,
    Statement,
)
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate, Role, Transcript, Turn, version_of

KIRBY = Speaker("John Kirby", "john-kirby")
JEAN_PIERRE = Speaker("Karine Jean-Pierre", "karine-jean-pierre")
BIDEN = Speaker("Joe Biden", "joe-biden")
REAGAN = Speaker("Ronald Reagan", "ronald-reagan")
MACRON = Speaker("Emmanuel Macron", "emmanuel-macron")
PADDING = "Committees debated tariffs, orchards, railways and the price of coal without reaching a vote that afternoon."


def says(speaker: Speaker, text: str, **changes) -> Turn:
    """Return a turn of a known person."""
    return Turn(speaker.name, text, speaker_id=speaker.id, **changes)


def asks(text: str, by: str = "Question") -> Turn:
    """Return a journalist's question."""
    return Turn(by, text, role=Role.QUESTION)


def transcript(doc_id: str, days: str | Iterable[str], turns: tuple[Turn, ...], **changes) -> Transcript:
    """Return a record of tier 1, dated as given."""
    fields = {"lang": "en", "title": "Press briefing", "place": "Washington", "tier": 1, "source": "desk", **changes}
    given = [days] if isinstance(days, str) else days
    record = Record(
        doc_id=doc_id,
        version=version_of(fields["source"], doc_id, turns),
        dates=tuple(RecordDate(date.fromisoformat(day), "url" if n == 0 else "body") for n, day in enumerate(given)),
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER)),
        words=sum(len(turn.text.split()) for turn in turns),
        **fields,
    )
    return Transcript(record, turns)


def padding(count: int = 60) -> list[Transcript]:
    """Return records that make common words common."""
    return [
        transcript(f"padding-{number}", "2023-06-01", (Turn("Jane Clerk", f"Sitting {number}. {PADDING}"),), tier=2)
        for number in range(count)
    ]


def quoted(
    *parts: str,
    speaker: Speaker | None = None,
    day: str | None = None,
    event: EventClaim | None = None,
    basis: Basis = Basis.SENTENCE,
    start: int = 0,
    **changes,
) -> Statement:
    """Return a direct statement of one or more quotations, each in marks of its own, the first at *start*."""
    quotations, at = [], start
    for part in parts:
        quotations.append(Quotation(Span(at, at + len(part)), part))
        at += len(part) + 20
    claim = DateClaim(Interval.parse(day), day, basis) if day else None
    mention = SpeakerMention(speaker.name) if speaker else None
    return Statement(
        id="s",
        form=Form.DIRECT,
        quotations=tuple(quotations),
        attribution_id="s",
        speaker=speaker,
        mention=changes.pop("mention", mention),
        date_claim=claim,
        event_claim=event,
        **changes,
    )


def article_on(day: str | None, text: str = "") -> Article:
    """Return an article published on a day."""
    published = date.fromisoformat(day) if day else None
    return Article("a", None, None, text, published, "given", "en", "0" * 64)
