"""A block of a page with its words, by which equal ones are found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.articles.blocks import Block

# Scripts without spaces count by characters: Chinese, Japanese.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, case folded, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its words, folded, and its place."""

    block: Block
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words as one string, by which equal blocks are found."""
        return " ".join(self.words)
