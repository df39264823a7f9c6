"""Reading one record from end to end for words that retrieval was not asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.align.aligning import align
from verifier.matching.windows import crop
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Record
from verifier.retrieve.corpus import Corpus

_STEP = 60_000  # characters of a record that are compared at once
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 8  # longest words by which a passage is looked for
_SHARE = 0.5  # of them that must stand together
_MOST_PLACES = 60  # of one word in a record
_WIDER = 200  # characters
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


def read_twin(record: Record, passage: str, lang: str, corpus: Corpus, policy: Policy) -> Alignment | None:
    """Return where *record* holds all but the same *passage*, None where its longest words stand nowhere together.

    Much cheaper than reading through: only the stretch that holds most of the longest words is compared.
    """
    turns = corpus.turns(record.version)
    words = sorted(set(_WORD.findall(passage.casefold())), key=lambda word: (-len(word), word))[:_TELLING]
    places = [(place, word) for word in words for place in _places(turns, word)]
    reach = len(passage) + _WIDER
    best: tuple[int, int] = (0, 0)
    for start, _ in places:
        held = {word for place, word in places if start <= place < start + reach}
        best = max(best, (len(held), -start))
    if not words or best[0] < _SHARE * len(words):
        return None
    window = Span(max(0, -best[1] - _WIDER), -best[1] + reach)
    return align((Quotation(Span(0, len(passage)), passage),), crop(turns, window), lang, policy, record.lang)


def _places(turns: Sequence[PlacedTurn], word: str) -> list[int]:
    """Return where *word* stands in the record, at most so many times: a common word tells nothing."""
    found: list[int] = []
    for turn in turns:
        text = turn.turn.text.casefold()
        at = text.find(word)
        while at >= 0 and len(found) <= _MOST_PLACES:
            found.append(turn.span.start + at)
            at = text.find(word, at + 1)
    return found if len(found) <= _MOST_PLACES else []
