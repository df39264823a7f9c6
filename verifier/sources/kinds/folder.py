"""One record from one file that a desk keeps, with what the desk knows about it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import PurePath

from verifier.articles.decode import decode
from verifier.articles.identity import canonical_url
from verifier.articles.language import language_of
from verifier.articles.published import day_of_address
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate, Rendition, Role, Transcript, Turn
from verifier.sources import fields as read
from verifier.sources.bodies import Body, read_body
from verifier.sources.fields import Fields
from verifier.sources.records import KnownPeople, KnownPerson, RecordHead, known_person, make_transcript
from verifier.sources.turns import turns_of

MIN_WORDS = 8  # fewer are no record of anything


@dataclass(frozen=True, slots=True)
class RecordMeta:
    """What is known of a record apart from its file; None is "as the file says, or the usual"."""

    title: str | None = None
    date: date | None = None
    speaker: str | None = None  # who speaks where no labels are printed
    place: str | None = None
    url: str | None = None
    tier: int | None = None  # 2; of captions 5
    rendition: Rendition | None = None  # original; of captions asr
    source: str | None = None  # "local"
    lang: str | None = None

    def over(self, other: RecordMeta) -> RecordMeta:
        """Return this with what it leaves open taken from *other*."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return RecordMeta(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})


def sidecar_names(name: str) -> tuple[str, str]:
    """Return the names under which the sidecar of a file may stand: "a.txt.meta.toml", "a.meta.toml"."""
    path = PurePath(name)
    return str(path.with_name(f"{path.name}.meta.toml")), str(path.with_name(f"{path.stem}.meta.toml"))


def read_sidecar(page: Page) -> RecordMeta:
    """Return what a sidecar in TOML says of its record.

    Raises ParseError that names the key, or the line where it is no TOML.
    """
    try:
        given = Fields(tomllib.loads(decode(page.body).text))
        meta = RecordMeta(
            title=given.maybe("title", read.text_of),
            date=given.maybe("date", read.day_of),
            speaker=given.maybe("speaker", read.text_of),
            place=given.maybe("place", read.text_of),
            url=given.maybe("url", read.address_of),
            tier=given.maybe("tier", read.tier_of),
            rendition=given.maybe("rendition", read.choice_of(Rendition)),
            source=given.maybe("source", read.text_of),
            lang=given.maybe("lang", read.lang_of),
        )
        given.expect_nothing_left()
    except tomllib.TOMLDecodeError as error:
        raise ParseError(f"not TOML: {error}", subject=page.name) from None
    except ReadError as error:
        error.subject = page.name
        raise
    return meta


def _dates(meta: RecordMeta, body: Body, page: Page, url: str | None) -> tuple[RecordDate, ...]:
    """Return every day that the record claims for itself with its origin, the given one first, no day twice."""
    claims: dict[date, str] = {}
    if meta.date is not None:
        claims[meta.date] = "given"
    elif body.day is not None:
        # A page's own date is when it was put up; it only counts where nobody says when was spoken.
        claims[body.day] = body.day_origin or "body"
    for address in (url, page.name):
        if (day := day_of_address(address)) is not None:
            claims.setdefault(day, "url")
    if not claims:
        raise ParseError("no date is known for it: give --date, or date = in NAME.meta.toml")
    return tuple(RecordDate(day, origin) for day, origin in claims.items())


def _named(turns: tuple[Turn, ...], day: date, people: KnownPeople | None) -> Iterator[Turn]:
    """Yield the turns, a label that means one known person replaced by the name: "Mr. Kirby", "John Kirby"."""
    known: dict[str, KnownPerson | None] = {}
    for turn in turns:
        name = turn.speaker if turn.role in {Role.SPEAKER, Role.MODERATOR} else None
        if name and name not in known:
            known[name] = known_person(name, day, people)
        person = known[name] if name else None
        yield replace(turn, speaker=person.name, speaker_id=person.id) if person else turn


def _head(page: Page, meta: RecordMeta, body: Body, text: str) -> RecordHead:
    """Return all of the record but its turns."""
    url = meta.url or body.url or page.final_url or page.url
    name = page.name or page.sha256[:16]
    return RecordHead(
        source=meta.source or "local",
        doc_id=canonical_url(url) if url else name,
        lang=meta.lang or language_of(text, body.lang)[0],
        title=meta.title or body.title or PurePath(name).stem.replace("_", " "),
        dates=_dates(meta, body, page, url),
        url=url,
        place=meta.place,
        tier=meta.tier or (5 if body.captions else 2),
        rendition=meta.rendition or (Rendition.ASR if body.captions else Rendition.ORIGINAL),
    )


def _read(page: Page, meta: RecordMeta, people: KnownPeople | None) -> Transcript:
    """Return the transcript in *page*."""
    body = read_body(page)
    turns = turns_of(body.runs, meta.speaker)
    text = "\n".join(turn.text for turn in turns)
    if len(text.split()) < MIN_WORDS:
        raise ParseError(f"only {len(text.split())} words in it, which is no record", outcome="empty")
    if all(turn.speaker is None for turn in turns):
        raise ParseError("nobody is named as speaking: give --speaker, or label the turns (“MR. KIRBY: …”)")
    head = _head(page, meta, body, text)
    return make_transcript(head, _named(turns, head.dates[0].day, people), people)


def read_record(page: Page, meta: RecordMeta, people: KnownPeople | None = None) -> Transcript:
    """Return the record that a txt, md, html, pdf, docx, vtt or srt file holds.

    Turns are cut at speaker labels. Without labels all of it is *meta*'s speaker's; words before the
    first label, and captions behind an unnamed change of speaker, are nobody's. What *meta* leaves
    open is taken from the file. The id is the address, else the file's name.

    Raises ReadError or ParseError, in one line, where the file cannot be read or it stays open when
    or by whom was spoken.
    """
    try:
        return _read(page, meta, people)
    except ReadError as error:
        error.subject = error.subject or page.name or page.url
        raise
