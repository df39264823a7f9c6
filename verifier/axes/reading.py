"""Finding a passage of one record in another record of the same event, where retrieval was not asked for it."""

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

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 8  # longest words by which a passage is looked for
_SHARE = 0.5  # of them that must stand together
_MOST_PLACES = 60  # of one word in a record
_WIDER = 200  # characters


def read_twin(record: Record, passage: str, lang: str, corpus: Corpus, policy: Policy) -> Alignment | None:
    """Return where *record* holds all but the same *passage*, None where its longest words stand nowhere together.

    Only the stretch that holds most of the longest words is compared.
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
