"""Quotations given by themselves, one or a list, answered from what is stored; nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from flows.jobs.lists import Asked, Broken, asked_of
from flows.jobs.opening import Desk
from flows.jobs.tally import Tally
from verifier.model.article import Article, Statement
from verifier.model.evidence import Verdict
from verifier.model.policy import Policy
from verifier.model.run import Problem
from verifier.pipeline import statement_of, verify_statement
from verifier.report.bulk import ANSWERED, bulk_answer
from verifier.report.card import Checked
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People

_NO_LANGUAGE = "en"


def answer_list(
    rows: Iterable[Asked | Broken], corpus: Corpus, people: People, policy: Policy
) -> Iterator[dict[str, Any] | Broken]:
    """Yield one answer a row, in order: the row's own columns, then what was found; broken rows as they are."""
    for row in rows:
        if isinstance(row, Broken):
            yield row
        else:
            statement, verdict = answer(row, corpus, people, policy)
            yield answer_row(row, statement, verdict)


def answer_given(rows: Sequence[Mapping[str, Any]], desk: Desk, tally: Tally) -> tuple[Checked, ...]:
    """Return quotations given as rows of a list, verified; nothing is stored but the sums, broken rows are problems."""
    checked = []
    for number, row in enumerate(rows, 1):
        asked = asked_of(number, row)
        if isinstance(asked, Broken):
            tally.problems.append(Problem(f"quotation {number}", asked.message))
            continue
        statement, verdict = answer(asked, desk.corpus, desk.people, desk.policy)
        checked.append(Checked(article_of(asked), (statement,), (verdict,)))
        tally.statements += 1
        tally.headlines[verdict.headline.value] += 1
    tally.inputs += len(checked)
    return tuple(checked)


def replaced_columns(asked: Asked) -> tuple[str, ...]:
    """Return the columns of a list that the answer has too, and so replaces, in alphabetical order."""
    return tuple(sorted(ANSWERED & set(asked.given)))


def answer_row(asked: Asked, statement: Statement, verdict: Verdict) -> dict[str, Any]:
    """Return one answer as a row: the columns that were given, then what was found."""
    return {**asked.given, **bulk_answer(verdict, statement)}


def answer(asked: Asked, corpus: Corpus, people: People, policy: Policy) -> tuple[Statement, Verdict]:
    """Return what is asked as a statement, with its verdict."""
    lang = asked.lang or _NO_LANGUAGE
    statement = statement_of(asked.quote, people, speaker=asked.speaker, date=asked.interval, lang=lang, id=asked.id)
    article = article_of(asked) if asked.published else None
    return statement, verify_statement(statement, article, corpus, people, policy)


def article_of(asked: Asked) -> Article:
    """Return the article that a quotation given by itself stands for: its own words."""
    lang = asked.lang or _NO_LANGUAGE
    sha256 = hashlib.sha256(asked.quote.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(sha256, None, None, asked.quote, asked.published, "given" if asked.published else None, lang, sha256)
