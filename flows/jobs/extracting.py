"""What articles and documents quote, without any transcript and without a database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flows.jobs.lists import Broken, json_rows
from flows.jobs.parsers import parser_for
from flows.jobs.reading import read_file
from verifier.articles.language import language_of
from verifier.articles.read import read_article
from verifier.errors import ParseError, ReadError
from verifier.extract.pipeline import extract
from verifier.harvest.parsing import ParsingChild
from verifier.model.article import Article, Statement
from verifier.model.run import Problem
from verifier.speakers.registry import People


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document with its statements."""

    article: Article
    statements: tuple[Statement, ...]


def extract_files(
    files: Sequence[Path], people: People, model: str | None, now: datetime
) -> Iterator[Extracted | Problem]:
    """Yield every document of the files in order, and a problem for each that cannot be read.

    A file whose name ends in .jsonl (or .jsonl.gz) is a list of documents, any other is one article.
    """
    with ParsingChild() as child:
        for file in files:
            try:
                for article in _articles(file, child, now):
                    yield article if isinstance(article, Problem) else _extract(article, people, model)
            except ReadError as error:
                yield Problem(str(file), error.message.removeprefix(f"{file}: "))


def _articles(file: Path, child: ParsingChild, now: datetime) -> Iterator[Article | Problem]:
    """Yield the articles of one file."""
    if not file.name.removesuffix(".gz").endswith((".jsonl", ".ndjson")):
        yield child.run(read_article, read_file(file, now))
        return
    for line, row in json_rows(file):
        where = f"{file}, line {line}"
        try:
            yield Problem(where, row.message) if isinstance(row, Broken) else document(row)
        except ParseError as error:
            yield Problem(where, error.message)


def document(row: dict[str, Any]) -> Article:
    """Return a {"doc_id", "text", "lang"?, "published"?} object as an article; ParseError if it is none."""
    text, name, declared = row.get("text"), row.get("doc_id"), row.get("lang")
    if not isinstance(text, str) or not text.strip():
        raise ParseError("no 'text'")
    if not isinstance(name, str | int):
        raise ParseError("no 'doc_id'")
    if not isinstance(declared, str | None):
        raise ParseError("'lang' must be text")
    try:
        published = date.fromisoformat(row["published"]) if row.get("published") else None
    except (TypeError, ValueError) as error:
        raise ParseError(f"'published' must be a day as 2024-03-05, not {row['published']!r}") from error
    lang, flags = language_of(text, declared)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = "given" if published else None
    return Article(str(name), None, None, text, published, origin, lang, sha256, flags=flags)


def _extract(article: Article, people: People, model: str | None) -> Extracted:
    return Extracted(article, extract(article, people, parser_for(article.lang, model)))
