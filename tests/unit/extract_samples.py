"""What the extraction tests share: an article of a few sentences, read with the real people and parser."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from verifier.extract.parser import load_parser
from verifier.extract.pipeline import extract
from verifier.model.article import Article, Form, Statement
from verifier.speakers.registry import People

FRIDAY = date(2024, 3, 8)


def article_of(text: str, *, published: date | None = FRIDAY, lang: str = "en") -> Article:
    """Return an article with only the text, language and day that a test is about."""
    return Article("test", None, None, text, published, None, lang, "0" * 64)


@lru_cache(maxsize=256)
def statements_in(
    text: str, *, published: date | None = FRIDAY, lang: str = "en", parsed: bool = True
) -> tuple[Statement, ...]:
    """Return all statements of a text."""
    parser = load_parser(lang) if parsed else None
    return extract(article_of(text, published=published, lang=lang), People.load(), parser)


def quoted_in(
    text: str, *, published: date | None = FRIDAY, lang: str = "en", parsed: bool = True
) -> tuple[Statement, ...]:
    """Return the statements between marks."""
    found = statements_in(text, published=published, lang=lang, parsed=parsed)
    return tuple(statement for statement in found if statement.form is not Form.INDIRECT)


def the_one(text: str, *, published: date | None = FRIDAY, lang: str = "en", parsed: bool = True) -> Statement:
    """Return the only statement between marks."""
    (statement,) = quoted_in(text, published=published, lang=lang, parsed=parsed)
    return statement


def holding(words: str, text: str, *, published: date | None = FRIDAY) -> Statement:
    """Return the statement whose quotations hold the given words."""
    return next(statement for statement in statements_in(text, published=published) if words in statement.text)
