"""The transcript of a page that an XML profile reads, whichever kind of source listed it."""

from __future__ import annotations

from verifier.model.page import Page
from verifier.model.transcript import RecordDate
from verifier.sources.assembling import Told, believable, differs, transcript_of
from verifier.sources.config import WebBase
from verifier.sources.config.tables import XmlProfile
from verifier.sources.connector import Entry, Reading
from verifier.sources.records import KnownPeople
from verifier.sources.xml.profiles import read_record
from verifier.sources.xml.records import Around


def read_by_profile(
    page: Page,
    entry: Entry,
    config: WebBase,
    profile: XmlProfile,
    around: Around,
    people: KnownPeople | None,
    *,
    listed_title: bool = False,
) -> Reading:
    """Return the record in *page*; with *listed_title* its list's title stands before its own, which names a volume.

    Flags: ``date_differs``, ``date_in_future``, ``superseded``. Raises ParseError: ``wall``, ``empty``,
    ``wrong_type``, or ``parse_failed`` for what breaks off, declares entities, or lacks a transcript's sign.
    """
    record = read_record(page, profile, around)
    own = believable((RecordDate(record.day, record.origin),) if record.day else (), page.retrieved_at.date())
    told = Told(
        title=(entry.title if listed_title else None) or record.title,
        day=record.day if own else None,
        origin=record.origin,
        lang=record.lang,
        place=record.place,
        rendition=record.rendition,
    )
    transcript = transcript_of(entry, record.turns, config, people, told=told, min_words=config.body.min_words)
    raised = {"date_differs": differs(entry, told), "date_in_future": bool(record.day) and not own}
    return Reading((transcript,), record.flags | {name for name, met in raised.items() if met})
