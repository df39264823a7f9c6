"""A quotation given by itself, as a statement."""

from __future__ import annotations

import hashlib

from verifier.model.article import Basis, DateClaim, Form, Quotation, Speaker, SpeakerMention, Statement
from verifier.model.text import Interval, Span
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve
from verifier.text.folding import fold_words


def statement_of(
    text: str,
    people: People,
    *,
    speaker: str | None = None,
    date: Interval | None = None,
    lang: str = "en",
    id: str | None = None,
) -> Statement:
    """Return a quotation given by itself as a statement; its spans are offsets into *text*."""
    words = " ".join(fold_words(text, lang))
    made = hashlib.sha256(f"given\x1f{words}\x1f{speaker or ''}\x1f{date or ''}".encode()).hexdigest()[:16]
    return Statement(
        id=id or made,
        form=Form.DIRECT,
        quotations=(Quotation(Span(0, len(text)), text),),
        attribution_id=id or made,
        speaker=_given_speaker(speaker, date, people),
        mention=SpeakerMention(speaker) if speaker else None,
        date_claim=DateClaim(date, str(date), Basis.GIVEN) if date else None,
        lang=lang,
    )


def _given_speaker(name: str | None, date: Interval | None, people: People) -> Speaker | None:
    """Return the person that *name* resolves to, else the name as it is given."""
    if not name:
        return None
    return resolve(name, date.last if date else None, people) or Speaker(name)
