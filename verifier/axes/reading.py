"""Reading one record from end to end for words that retrieval was not asked for."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.align.aligning import align
from verifier.matching.windows import crop
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus

_STEP = 60_000  # characters of a record that are compared at once
_OVERLAP = 1_000  # characters that two steps share, besides twice the quotation's own


def read_through(
    record: Record, quotations: Sequence[Quotation], lang: str, corpus: Corpus, policy: Policy
) -> Alignment | None:
    """Return where in *record* the quoted words stand best, None where nothing is alike; linear in its length."""
    turns = corpus.turns(record.version)
    length = turns[-1].span.end if turns else 0
    reach = _OVERLAP + 2 * sum(len(quotation.text) for quotation in quotations)
    best: Alignment | None = None
    for start in range(0, length, _STEP):
        stretch = crop(turns, Span(start, start + _STEP + reach))
        found = align(quotations, stretch, lang, policy, record.lang) if stretch else None
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best
