"""Pull quotes: a paragraph that is nothing but marked words which the article prints elsewhere with their speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from verifier.extract.attributed import Attribution
from verifier.extract.frames import Block
from verifier.extract.quotations import Quoted

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def _words(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def find_repeated(
    text: str, blocks: Sequence[Block], quoted: Sequence[Quoted], attributions: Mapping[int, Attribution]
) -> frozenset[int]:
    """Return the numbers of the quotations without a cue that stand alone and repeat another, or a sentence of it."""
    alone = {
        block.quotations[0]
        for block in blocks
        if len(block.quotations) == 1
        and not _WORD.search(text[block.span.start : quoted[block.quotations[0]].outer.start])
        and not _WORD.search(text[quoted[block.quotations[0]].outer.end : block.span.end])
    }
    alone = {number for number in alone if number in attributions and attributions[number].cue is None}
    if not alone:
        return frozenset()
    printed: Counter[str] = Counter()
    for number in attributions:
        if number not in alone:
            words = quoted[number].span.cut(text)
            printed.update({_words(words), *(_words(sentence) for sentence in _SENTENCE.split(words))})
    return frozenset(number for number in alone if printed[_words(quoted[number].span.cut(text))])
