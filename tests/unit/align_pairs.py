"""Pairs of record and quotation in plain text, and what aligning them gives: shared by the tests of align."""

from __future__ import annotations

from typing import Any

import pytest

from verifier.align import align, judge_wording
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment, Wording
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Turn

POLICY = Policy()
_ENOUGH_WORDS, _ENOUGH_BITS = 20, 100.0


def pairs(table: str) -> list[Any]:
    """Return the parameters of each case: "name: kinds -> wording", then the record's line, then the quotation's.

    "!" behind a kind means that it is material; "=" for a quotation means the record's own line; an
    indented line goes on with the one before.
    """
    cases = []
    for block in table.strip().split("\n\n"):
        head, record, quotation = block.strip().replace("\n  ", " ").split("\n")
        name, _, result = head.partition(": ")
        kinds, _, wording = result.partition("->")
        quotation = record if quotation == "=" else quotation
        cases.append(pytest.param(record, quotation, kinds.split(), Wording(wording.strip()), id=name))
    return cases


def align_texts(record: str, quotation: str, lang: str = "en") -> Alignment | None:
    """Return the alignment of one quotation with a record of one turn."""
    turns = [PlacedTurn(0, Span(0, len(record)), Turn("Speaker", record))]
    return align([Quotation(Span(0, len(quotation)), quotation)], turns, lang, POLICY)


def compare(record: str, quotation: str, lang: str = "en") -> tuple[list[str], Wording]:
    """Return the kinds of the edits as in the tables, and the wording."""
    alignment = align_texts(record, quotation, lang)
    wording = judge_wording(alignment, _ENOUGH_WORDS, _ENOUGH_BITS, POLICY)
    edits = alignment.edits if alignment else ()
    return [edit.kind.value + "!" * edit.material for edit in edits], wording
