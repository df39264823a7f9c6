"""Frames read into sentences of tokens: by the parser where there is one, else by the look of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.extract.frames import Frame
from verifier.extract.headlines import truecased
from verifier.extract.parser import MOST_TOKENS, Parser, Word
from verifier.extract.tokens import Sentence, Token, children_of
from verifier.extract.verbs import Reporting, reporting_class

_PLAIN = re.compile(
    r"-(?:t-)?(?:ils?|elles?|on)\b|[^\W_]+(?:(?!-(?:t-)?(?:ils?|elles?|on)\b)[’'.\-][^\W_]+)*\.?(?<![a-z]{3}\.)|\S"
)
_MOST_PARSED = 6_000  # sentences of one article; those after them are read by the look of their words
_CLOSED = {
    "PRP": "i you he she it we they him her them us me who il elle ils elles er sie wir ich on",
    "PRP$": "his its their our my your son sa ses leur ihr sein seine",
    "DT": "the a an this that these those some every le la les un une des der die das ein eine dem den einem einer",
    "IN": "of in on at by for with from to after before during as about into over under against since until while "
    "because if though although than through between de à dans sur par pour avec après avant lors selon von an "
    "auf bei mit nach vor seit während zu am im zum zur beim vom ins laut au aux du",
    "CC": "and or but nor yet et ou mais und oder aber",
    "MD": "will would can could may might must shall should",
    "VBD": "is are was were has have had be been do does did est sont hat ist war haben sind",
    "RB": "not also now then here there once again later already ever never just only",
}
_CLOSED_TAGS = {word: tag for tag, words in reversed(_CLOSED.items()) for word in words.split()}


def _guess(word: str, initial: bool) -> str:
    """Return the likely tag of a word when no parser is there; German rules look at the words themselves."""
    lower = word.lower()
    if not any(character.isalnum() for character in word):
        return word[:1]
    if word[0] == "-":  # a clitic: "dit-elle"
        return "PRP"
    if lower in _CLOSED_TAGS and not (word.isupper() and len(word) > 1 and not initial):
        return _CLOSED_TAGS[lower]
    if reporting_class(lower) >= Reporting.LABEL and not word[:1].isupper():
        return "VBG" if lower.endswith("ing") else "VBD"
    if word[:1].isdigit():
        return "CD"
    if word[:1].isupper() and not (initial and lower.endswith(("ing", "ly"))):
        return "NNP"
    if lower.endswith("ly"):
        return "RB"
    return "VBG" if lower.endswith("ing") else "VBD" if lower.endswith("ed") else "NN"


def _plain_words(text: str) -> list[Word]:
    """Return the words of a sentence with guessed tags and no links."""
    words: list[tuple[str, int, int]] = []
    for found in _PLAIN.finditer(text):
        word, start, end = found.group(), found.start(), found.end()
        if word[-1] == "." and len(word) > 1 and (end == len(text) or word[:-1].lower() in _CLOSED_TAGS):
            words += [(word[:-1], start, end - 1), (".", end - 1, end)]  # "said he." is no abbreviation
        else:
            words.append((word, start, end))
    return [
        Word(word, start, end, _guess(word, not any(w[0][:1].isalnum() for w in words[max(0, n - 2) : n])), "", -1)
        for n, (word, start, end) in enumerate(words)
    ]


def _names_in(sentences: Iterable[Sequence[Word]]) -> frozenset[str]:
    """Return the words that the tagger takes for names inside a sentence, where a capital means something."""
    return frozenset(
        word.text
        for words in sentences
        for word in words[1:]
        if word.tag == "NNP" and word.text[:1].isupper() and word.text[1:].islower()
    )


def _repaired(words: Sequence[Word], names: frozenset[str]) -> list[Word]:
    """Return the words with names that the tagger took for verbs ("Trump implored") tagged as names.

    *names* are the article's: one of them that leads a sentence is no common noun.
    """
    capital = sum(word.text[:1].isupper() for word in words)
    headline = capital > 0.6 * sum(word.text[:1].isalpha() for word in words)
    repaired: list[Word] = []
    for number, word in enumerate(words):
        tag = word.tag
        if not any(character.isalnum() for character in word.text):
            repaired.append(word if tag[:2] not in {"VB", "NN"} else replace(word, tag=word.text[:1]))
            continue
        inside = any(before.text[:1].isalnum() for before in words[max(0, number - 3) : number])
        mistaken = tag.startswith("VB") and word.text[:1].isupper() and inside and not headline
        leading = tag[:2] in {"NN", "VB"} and word.dep.startswith("nsubj") and not inside and word.text in names
        if mistaken or leading:
            tag = "NNP"
        elif tag in {"NNS", "NN"} and number and repaired[-1].tag == "NNP" and word.text.islower():
            verb = word.text.endswith("s") and reporting_class(word.text) >= Reporting.LABEL
            tag = "VBZ" if verb else tag
        repaired.append(word if tag == word.tag else replace(word, tag=tag))
    return repaired


def _without_hyphen(word: Word) -> Word:
    """Return a clitic pronoun without the hyphen that ties it to its verb: "dit-elle"."""
    pronoun = word.text.rpartition("-")[2]
    if word.text[:1] == "-" and word.tag == "PRP" and len(pronoun) > 1:
        return replace(word, text=pronoun, start=word.end - len(pronoun))
    if word.text == "-t":
        return replace(word, end=word.start + 1, tag="HYPH")
    if word.text.endswith("-t") and word.text[:-2].isalpha():  # "soupire-t" of "soupire-t-il"
        return replace(word, text=word.text[:-2], end=word.end - 2, tag="VB")
    return word


def _tokens(frame: Frame, words: Sequence[Word]) -> tuple[Token, ...]:
    """Return the words as tokens of the article."""
    tokens = []
    for word in words:
        word = _without_hyphen(word)
        article, quoted = frame.back(word.start, word.end)
        printed = frame.text[word.start : word.end]  # not as a parser saw a headline
        tokens.append(Token(printed, article.start, article.end, word.tag, word.dep, word.head, quoted))
    return tuple(tokens)


def read_frames(frames: Sequence[Frame], parser: Parser | None, lang: str = "en") -> tuple[Sentence, ...]:
    """Return the frames as sentences, numbered in order; without a parser they have no links."""
    parsed: dict[int, list[Word]] = {}
    if parser is not None:
        texts = truecased([frame.text for frame in frames[:_MOST_PARSED]])
        read = parser.parse(texts)
        names = _names_in(read)
        parsed = {n: _repaired(words, names) for n, words in enumerate(read) if len(words) <= MOST_TOKENS}
    sentences = []
    for number, frame in enumerate(frames):
        words: Sequence[Word] = parsed.get(number) or _plain_words(frame.text)
        tokens = _tokens(frame, words)
        quotations = tuple(dict.fromkeys(token.quoted for token in tokens if token.quoted >= 0))
        sentences.append(
            Sentence(number, frame.block, frame.span, tokens, quotations, number in parsed, children_of(tokens), lang)
        )
    return tuple(sentences)
