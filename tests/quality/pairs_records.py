"""The records and statements of hand-written pairs, and the everyday words around them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from verifier.model.article import Basis, EventClaim, Quotation, Statement
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of
from verifier.pipeline import statement_of
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

PAIRS = Path(__file__).parent / "pairs"
_DAY = "2024-03-05"  # of a record that names none
_CUE = "” she said, “"  # stands between two quotations of one statement
_ROLES = {
    "QUESTION": Role.QUESTION,
    "MODERATOR": Role.MODERATOR,
    "INTERPRETER": Role.INTERPRETER,
    "OFFICIAL": Role.UNATTRIBUTED,
}
_PADDED = re.compile(r"<(\d+) words>")
_PADDING_RECORDS = 150


@cache
def people() -> People:
    """Return the shipped people."""
    return People.load()


def records_of(row: dict[str, Any]) -> list[Transcript]:
    """Return a pair's own records: the one it tells in short, or those it lists."""
    told = row.get("records") or [{**row, "text": row["record"]}]
    return [_transcript(one, number) for number, one in enumerate(told)]


def corpus_of(row: dict[str, Any]) -> MemoryCorpus:
    """Return a corpus of a pair's own records among other people's everyday words."""
    return MemoryCorpus([*records_of(row), *_padding_records()], people())


def quotations_of(row: dict[str, Any]) -> tuple[Quotation, ...]:
    """Return the quoted parts at their places in an article that prints a cue between them."""
    made, start = [], 0
    for text in [row["quotation"]] if isinstance(row["quotation"], str) else row["quotation"]:
        made.append(Quotation(Span(start, start + len(text)), text))
        start += len(text) + len(_CUE)
    return tuple(made)


def statement_from(row: dict[str, Any], lang: str) -> Statement:
    """Return the pair's quotation with what its claim says of speaker, day and event."""
    claim, quotations = row.get("claim", {}), quotations_of(row)
    interval = Interval.parse(claim["date"]) if "date" in claim else None
    text = _CUE.join(quotation.text for quotation in quotations)
    made = statement_of(text, people(), speaker=claim.get("speaker"), date=interval, lang=lang, id=row["id"])
    named = {key: claim[key] for key in ("place", "venue", "kind", "counterpart") if key in claim}
    event = EventClaim(**named, basis=Basis.SENTENCE) if named else None
    return replace(made, quotations=quotations, event_claim=event)


@cache
def _padding(lang: str) -> tuple[str, ...]:
    return tuple(tomllib.loads((PAIRS / "padding.toml").read_text("utf-8"))[lang])


@cache
def _padding_records() -> tuple[Transcript, ...]:
    """Return records of three everyday sentences each, in three languages, English most often."""
    made = []
    for number in range(_PADDING_RECORDS):
        lang = ("en", "en", "de", "en", "fr")[number % 5]
        lines = _padding(lang)
        text = " ".join(lines[(number * step + step) % len(lines)] for step in (1, 3, 5))
        made.append(_transcript({"text": f"Jan Clerk: {text}", "lang": lang, "day": "2023-06-01"}, number + 100))
    return tuple(made)


def _transcript(told: dict[str, Any], number: int) -> Transcript:
    """Return a record of the lines "Name: words" of ``text``; MODERATOR and the like before a name is a role."""
    lang, doc_id = told.get("lang", "en"), f"record-{number}"
    turns = tuple(_turn(line, lang) for line in told["text"].strip().splitlines())
    record = Record(
        source="desk",
        doc_id=doc_id,
        version=version_of("desk", doc_id, turns),
        lang=lang,
        title=told.get("title", "Press briefing"),
        dates=tuple(RecordDate(date.fromisoformat(day), "url") for day in told.get("days", [told.get("day", _DAY)])),
        place=told.get("place"),
        tier=told.get("tier", 1),
        rendition=Rendition(told.get("rendition", "original")),
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.role is Role.SPEAKER)),
        words=sum(len(turn.text.split()) for turn in turns),
    )
    return Transcript(record, turns)


def _turn(line: str, lang: str) -> Turn:
    label, _, text = line.partition(": ")
    first, _, name = label.partition(" ")
    role = _ROLES.get(first, Role.SPEAKER)
    speaker = label if role is Role.SPEAKER else name or ("Question (press)" if role is Role.QUESTION else None)
    return Turn(speaker, _PADDED.sub(lambda found: _filled(int(found[1]), lang), text), role=role)


def _filled(words: int, lang: str) -> str:
    """Return everyday sentences of at least that many words."""
    text = ""
    for sentence in cycle(_padding(lang)):
        text = f"{text} {sentence}".strip()
        if len(text.split()) >= words:
            break
    return text
