"""Hand-written pairs of record and quotation: what a reader expects, what the program says, and how far both agree.

A pair that claims a speaker, a day or an event, or expects more than a wording, goes through the pipeline
with a corpus of its own records and everyday words of others; the rest goes through alignment alone.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pairs_records import PAIRS, corpus_of, people, quotations_of, records_of, statement_from

from verifier.align import align, judge_wording
from verifier.model.article import Article
from verifier.model.evidence import Edit, Headline, Wording
from verifier.model.policy import Policy
from verifier.pipeline import verify_statement
from verifier.text.folding import fold_words
from verifier.verdict import ACCUSING, FAITHFUL, MEANING_CHANGED

DIGEST, FLOORS = PAIRS / "digest.txt", PAIRS / "floors.toml"
POLICY = Policy()
AXES = ("headline", "speaker_check", "dating", "context", "coverage")
_ENOUGH_BITS = 100.0  # alignment alone knows no corpus; what is too common is a question for the pipeline
_UNCOMPARED = {Wording.NO_MATCH, Wording.FRAGMENT}  # edits of no place say nothing
_AMISS = {*ACCUSING, Headline.NEEDS_REVIEW, Headline.INEXACT}


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
    def kinds(self) -> tuple[frozenset[str], ...] | None:
        """The kinds that must be found, each with its alternatives; None where they are not compared."""
        return tuple(frozenset(kind.split("|")) for kind in self.row["kinds"]) if "kinds" in self.row else None

    @property
    def also(self) -> frozenset[str]:
        """The kinds that may be found; a capital is never a matter."""
        return frozenset(self.row.get("also", ())) | {"case"}

    @property
    def axes(self) -> dict[str, frozenset[str]]:
        """The values expected of the other axes."""
        return {axis: frozenset(_listed(self.row[axis])) for axis in AXES if axis in self.row}

    @property
    def material(self) -> bool | None:
        """Whether some edit must be material; None where that is left open."""
        if self.kinds is None:
            return None
        loud = [{kind.endswith("!") for kind in one} for one in self.kinds]
        return True if {True} in loud else None if {True, False} in loud else False

    @property
    def honest(self) -> bool:
        """Whether a careful reader finds nothing amiss: words, person and day."""
        return self.wording <= FAITHFUL and not self.material and not self.axes.get("headline", set()) & _AMISS

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
        if self.pair.kinds is None:
            return None
        allowed = self.pair.also.union(*self.pair.kinds)
        return (
            self.wording not in _UNCOMPARED and self.found <= allowed and all(self.found & k for k in self.pair.kinds)
        )

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
        """Whether words are called changed in what they say, or a headline accuses, where no reader would."""
        accused = self.wrong_axes.get("headline") in ACCUSING
        return accused or (self.wording in MEANING_CHANGED and not self.pair.wording & MEANING_CHANGED)

    @property
    def confirms_falsely(self) -> bool:
        """Whether words that are not the record's pass as faithful, with nothing material noted, or as verified."""
        if self.wrong_axes.get("headline") == Headline.VERIFIED:
            return True
        unnoted = bool(self.pair.material) and not self.material
        return self.wording in FAITHFUL and (unnoted or not self.pair.wording & FAITHFUL)

    @property
    def belittles(self) -> bool:
        """Whether words changed in what they say are called something less."""
        return self.pair.wording <= MEANING_CHANGED and self.wording not in MEANING_CHANGED

    @property
    def all_right(self) -> bool:
        """Whether program and reader agree in all that the pair asks."""
        return self.wording_right and self.kinds_right is not False and not self.wrong_axes


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def read_pairs() -> list[Pair]:
    """Return all pairs, file by file."""
    return [
        Pair(path.stem, row)
        for path in sorted(PAIRS.glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8")).get("pair", ())
    ]


def digest() -> str:
    """Return the SHA-256 over the names and bytes of all pairs, the padding and the floors."""
    found = hashlib.sha256()
    for path in sorted(PAIRS.glob("*.toml")):
        body = path.read_bytes()
        found.update(f"{path.name}\x1f{len(body)}\x1f".encode())
        found.update(body)
    return found.hexdigest()


def judge(pair: Pair) -> Judged:
    """Return what the program says of one pair."""
    return _judge_by_pipeline(pair) if pair.judged_by_pipeline else _judge_by_alignment(pair)


def _judge_by_alignment(pair: Pair) -> Judged:
    quotations = quotations_of(pair.row)
    alignment = align(quotations, list(records_of(pair.row)[0].placed()), pair.lang, POLICY)
    words = sum(len(fold_words(quotation.text, pair.lang)) for quotation in quotations)
    wording = judge_wording(alignment, words, _ENOUGH_BITS, POLICY)
    return Judged(pair, wording, _kinds(alignment.edits if alignment else ()), {})


def _judge_by_pipeline(pair: Pair) -> Judged:
    published = pair.row.get("claim", {}).get("published")
    article = None
    if published:
        article = Article("a", None, None, "", date.fromisoformat(published), "given", pair.lang, "0" * 64)
    verdict = verify_statement(statement_from(pair.row, pair.lang), article, corpus_of(pair.row), people(), POLICY)
    axes = {axis: str(getattr(verdict, axis)) for axis in AXES if axis != "coverage"}
    edits = verdict.match.alignment.edits if verdict.match else ()
    return Judged(pair, verdict.wording, _kinds(edits), {**axes, "coverage": str(verdict.coverage.state)})


def _kinds(edits: Sequence[Edit]) -> frozenset[str]:
    material = {edit.kind for edit in edits if edit.material}
    return frozenset(edit.kind.value + "!" * (edit.kind in material) for edit in edits)


def figures(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return each figure as (right, of how many), by the names of the floors."""
    made = {
        f"wording_{lang}": _share([one.wording_right for one in judged if one.pair.lang == lang])
        for lang in ("en", "de", "fr")
    }
    asked = [one for one in judged if one.pair.material is not None]
    made["material_precision"] = _share([bool(one.pair.material) for one in asked if one.material])
    made["material_recall"] = _share([one.material for one in asked if one.pair.material])
    made["kinds"] = _share([one.kinds_right for one in judged if one.kinds_right is not None])
    for axis in AXES:
        made[axis] = _share([axis not in one.wrong_axes for one in judged if axis in one.pair.axes])
    return made


def _share(answers: Sequence[bool]) -> tuple[int, int]:
    return sum(answers), len(answers)
