"""Sentences as tokens with article offsets, tags and, where a parser read them, grammatical links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from verifier.model.text import Span

UNQUOTED = -1


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign; offsets into the article. ``quoted`` is the number of the quotation it stands in."""

    text: str
    start: int
    end: int
    tag: str  # Penn Treebank: NNP, VBD, …
    dep: str = ""  # link to the head; empty without a parser
    head: int = -1  # number of the head in the sentence; its own for a root, -1 without a parser
    quoted: int = UNQUOTED

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb form."""
        return self.tag.startswith("VB")

    @property
    def is_noun(self) -> bool:
        """Whether the word is a noun or name."""
        return self.tag.startswith("NN")

    @property
    def is_sign(self) -> bool:
        """Whether the token holds no letter or digit."""
        return not any(character.isalnum() for character in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph: ``quotations`` are the numbers of those that stand in it, in order."""

    number: int  # in the article, over all sentences that were read
    block: int  # number of the paragraph
    span: Span
    tokens: tuple[Token, ...]
    quotations: tuple[int, ...] = ()
    parsed: bool = False
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    lang: str = "en"

    @property
    def german(self) -> bool:
        """Whether it is to be read by the German rules of place: no model of German is shipped."""
        return self.lang == "de" and not self.parsed

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above *token*, nearest first."""
        for _ in range(40):
            head = self.tokens[token].head
            if head < 0 or head == token:
                return
            yield head
            token = head

    def subtree(self, token: int) -> list[int]:
        """Return the numbers of *token* and of all that hangs on it, in order."""
        found, waiting = [], [token]
        while waiting:
            number = waiting.pop()
            found.append(number)
            waiting.extend(self.children[number])
        return sorted(found)

    def places_of(self, quotation: int) -> range:
        """Return the tokens of one quotation, its marks included; empty if it stands elsewhere."""
        inside = [number for number, token in enumerate(self.tokens) if token.quoted == quotation]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def cut(self, first: int, last: int) -> Span:
        """Return the article's range of tokens *first* to *last*, half-open."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def children_of(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """Return, for each token, the numbers of those whose head it is."""
    children: list[list[int]] = [[] for _ in tokens]
    for number, token in enumerate(tokens):
        if token.head >= 0 and token.head != number:
            children[token.head].append(number)
    return tuple(tuple(found) for found in children)
