"""Hand-written pairs of record and quotation: reading them, judging them, and counting agreement.

Run as a program it prints the whole table. A pair that claims a speaker, a day or an event, or expects
more than a wording, goes through the pipeline; the others through alignment alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from verifier.align import align, judge_wording
from verifier.model.article import Article, Basis, EventClaim, Quotation, Statement
from verifier.model.evidence import Edit, Wording
from verifier.model.policy import Policy
from verifier.model.text import Interval, Span
from verifier.model.transcript import Record, RecordDate, Rendition, Role, Transcript, Turn, version_of
from verifier.pipeline import statement_of, verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People
from verifier.text.folding import fold_words
from verifier.verdict import ACCUSING, FAITHFUL, MEANING_CHANGED

PAIRS = Path(__file__).parent / "pairs"
POLICY = Policy()
AXES = ("headline", "speaker_check", "dating", "context", "coverage")
DAY = "2024-03-05"  # of a record that names none
_ENOUGH_BITS = 100.0  # alignment alone knows no corpus; what is too common is a question for the pipeline
_CUE = "” she said, “"  # stands between two quotations of one statement
_ROLES = {"QUESTION": Role.QUESTION, "MODERATOR": Role.MODERATOR, "INTERPRETER": Role.INTERPRETER,
          "OFFICIAL": Role.UNATTRIBUTED}  # fmt: skip
_UNCOMPARED = {Wording.NO_MATCH, Wording.FRAGMENT}  # edits of no place say nothing
_PADDED = re.compile(r"<(\d+) words>")
_PADDING_RECORDS = 150


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the table as a person wrote it; of several values for an axis any will do.

    ``kinds`` lists what must be found ("negation!" is material, "a|b" is either); ``also`` what may be.
    """

    theme: str
    row: dict[str, Any]

    @property
    def id(self) -> str:
        """The name of the pair."""
        return str(self.row["id"])

    @property
    def lang(self) -> str:
        """The language of record and quotation."""
        return str(self.row.get("lang", "en"))

    @property
    def wording(self) -> frozenset[Wording]:
        """The wordings that a careful reader may give."""
        return frozenset(map(Wording, _listed(self.row["wording"])))

    @property
    def kinds(self) -> tuple[str, ...] | None:
        """The kinds that must be found; None where they are not compared."""
        return tuple(self.row["kinds"]) if "kinds" in self.row else None

    @property
    def axes(self) -> dict[str, frozenset[str]]:
        """The values expected of the other axes."""
        return {axis: frozenset(_listed(self.row[axis])) for axis in AXES if axis in self.row}

    @property
    def material(self) -> bool | None:
        """Whether some edit must be material; None where that is left open."""
        if self.kinds is None:
            return None
        open_kinds = [kind for kind in self.kinds if len({one.endswith("!") for one in kind.split("|")}) > 1]
        return None if open_kinds else any("!" in kind for kind in self.kinds)

    @property
    def honest(self) -> bool:
        """Whether a careful reader finds nothing amiss: words, person and day."""
        accused = {str(one) for one in ACCUSING} | {"needs_review", "inexact"}
        return self.wording <= FAITHFUL and not self.material and not self.axes.get("headline", set()) & accused

    @property
    def judged_by_pipeline(self) -> bool:
        """Whether more than the wording is asked."""
        return bool(self.axes) or "claim" in self.row or "records" in self.row


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the program says of it."""

    pair: Pair
    wording: Wording
    found: frozenset[str]  # kinds, "!" where one of that kind is material
    axes: dict[str, str]

    @property
    def wording_right(self) -> bool:
        """Whether the wording is one that a careful reader may give."""
        return self.wording in self.pair.wording

    @property
    def kinds_right(self) -> bool | None:
        """Whether the kinds are those expected; None where they are not compared."""
        if self.pair.kinds is None or self.wording in _UNCOMPARED:
            return None if self.pair.kinds is None else False
        sets = [frozenset(kind.split("|")) for kind in self.pair.kinds]
        allowed = frozenset(self.pair.row.get("also", ())).union({"case"}, *sets)
        return all(self.found & one for one in sets) and self.found <= allowed

    @property
    def wrong_axes(self) -> dict[str, str]:
        """The other axes whose value no careful reader would give."""
        return {axis: self.axes[axis] for axis, values in self.pair.axes.items() if self.axes[axis] not in values}

    @property
    def material(self) -> bool:
        """Whether the program found a material edit."""
        return any(kind.endswith("!") for kind in self.found)

    @property
    def accuses_falsely(self) -> bool:
        """Whether honest words are called changed, or a headline accuses where none should."""
        headline = self.axes.get("headline")
        expected = self.pair.axes.get("headline", frozenset({headline}))
        accused = headline in set(map(str, ACCUSING)) and headline not in expected
        return accused or (self.pair.honest and self.wording in MEANING_CHANGED)

    @property
    def confirms_falsely(self) -> bool:
        """Whether words that are not the record's are called faithful, or a headline confirms what it must not."""
        headline = self.axes.get("headline")
        verified = headline == "verified" and headline not in self.pair.axes.get("headline", {headline})
        faithful = self.wording in FAITHFUL and not self.pair.wording & FAITHFUL
        unnoted = self.wording in FAITHFUL and bool(self.pair.material) and not self.material
        return verified or faithful or unnoted


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def read_pairs() -> list[Pair]:
    """Return all pairs, file by file."""
    return [
        Pair(path.stem, row)
        for path in sorted(PAIRS.glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8")).get("pair", ())
    ]


@cache
def padding(lang: str) -> tuple[str, ...]:
    """Return everyday sentences of one language."""
    return tuple(tomllib.loads((PAIRS / "padding.toml").read_text("utf-8"))[lang])


@cache
def people() -> People:
    """Return the shipped people."""
    return People.load()


@cache
def padding_records() -> tuple[Transcript, ...]:
    """Return records of other people's everyday words, three sentences each, in the three languages."""
    made = []
    for number in range(_PADDING_RECORDS):
        lang = ("en", "en", "de", "en", "fr")[number % 5]
        lines = padding(lang)
        text = " ".join(lines[(number * step + step) % len(lines)] for step in (1, 3, 5))
        made.append(_transcript({"text": f"Jan Clerk: {text}", "lang": lang, "day": "2023-06-01"}, number + 100))
    return tuple(made)


def _transcript(told: dict[str, Any], number: int) -> Transcript:
    """Return a record of the lines "Name: words" of ``text``."""
    lang = told.get("lang", "en")
    turns = tuple(_turn(line, lang) for line in told["text"].strip().splitlines())
    days = told.get("days") or [told.get("day", DAY)]
    record = Record(
        source="desk",
        doc_id=f"record-{number}",
        version=version_of("desk", f"record-{number}", turns),
        lang=lang,
        title=told.get("title", "Press briefing"),
        dates=tuple(
            RecordDate(date.fromisoformat(day), origin) for day, origin in zip(days, ("url", "body"), strict=False)
        ),
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
    """Return everyday sentences of about that many words."""
    lines: list[str] = []
    for sentence in cycle(padding(lang)):
        if sum(len(line.split()) for line in lines) >= words:
            return " ".join(lines)
        lines.append(sentence)
    raise AssertionError("a cycle never ends")


def _records(pair: Pair) -> list[Transcript]:
    own = {
        key: pair.row[key] for key in ("lang", "day", "days", "place", "tier", "rendition", "title") if key in pair.row
    }
    told = pair.row.get("records") or [{**own, "text": pair.row["record"]}]
    return [_transcript(one, number) for number, one in enumerate(told)]


def _quotations(pair: Pair) -> tuple[Quotation, ...]:
    """Return the quoted parts at their places in an article that prints a cue between them."""
    made, start = [], 0
    for text in _listed(pair.row["quotation"]):
        made.append(Quotation(Span(start, start + len(text)), text))
        start += len(text) + len(_CUE)
    return tuple(made)


def judge(pair: Pair) -> Judged:
    """Return what the program says of one pair."""
    return _judge_by_pipeline(pair) if pair.judged_by_pipeline else _judge_by_alignment(pair)


def _judge_by_alignment(pair: Pair) -> Judged:
    quotations = _quotations(pair)
    turns = list(_records(pair)[0].placed())
    alignment = align(quotations, turns, pair.lang, POLICY)
    words = sum(len(fold_words(quotation.text, pair.lang)) for quotation in quotations)
    wording = judge_wording(alignment, words, _ENOUGH_BITS, POLICY)
    return Judged(pair, wording, _kinds(alignment.edits if alignment else ()), {})


def _judge_by_pipeline(pair: Pair) -> Judged:
    corpus = MemoryCorpus([*_records(pair), *padding_records()], people())
    claim = pair.row.get("claim", {})
    published = date.fromisoformat(claim["published"]) if "published" in claim else None
    article = Article("a", None, None, "", published, "given", pair.lang, "0" * 64) if published else None
    verdict = verify_statement(_statement(pair, claim), article, corpus, people(), POLICY)
    axes = {axis: str(getattr(verdict, axis)) for axis in AXES if axis != "coverage"}
    edits = verdict.match.alignment.edits if verdict.match else ()
    return Judged(pair, verdict.wording, _kinds(edits), {**axes, "coverage": str(verdict.coverage.state)})


def _statement(pair: Pair, claim: dict[str, str]) -> Statement:
    quotations = _quotations(pair)
    interval = Interval.parse(claim["date"]) if "date" in claim else None
    text = _CUE.join(quotation.text for quotation in quotations)
    made = statement_of(text, people(), speaker=claim.get("speaker"), date=interval, lang=pair.lang, id=pair.id)
    named = {key: claim[key] for key in ("place", "venue", "kind", "counterpart") if key in claim}
    return replace(
        made, quotations=quotations, event_claim=EventClaim(**named, basis=Basis.SENTENCE) if named else None
    )


def _kinds(edits: Sequence[Edit]) -> frozenset[str]:
    material = {edit.kind for edit in edits if edit.material}
    return frozenset(edit.kind.value + "!" * (edit.kind in material) for edit in edits)
