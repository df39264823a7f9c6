"""Asking the sources that have a search of their own for what an article quotes, before it is verified."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.jobs.crawl import READING, Crawl, search_outcome
from flows.jobs.entry_reading import take_in, wanted
from flows.jobs.listing_walk import walk_lists
from flows.jobs.opening import Desk
from flows.jobs.tally import Tally
from verifier.errors import UsageError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.manners import expect_contact, manners_of
from verifier.harvest.parsing import ParsingChild
from verifier.model.article import Form, Statement
from verifier.model.evidence import SourceOutcome
from verifier.model.text import Interval
from verifier.retrieve.coverage import windows_of
from verifier.sources.config import SourceConfig
from verifier.sources.connector import Ask
from verifier.sources.connectors import connector_of

_PHRASE_WORDS = 8  # of a quotation are asked for: a longer run is more likely to differ in one of them
_LEAST_WORDS = 4  # fewer stand everywhere
_SEARCHES = 24  # of one source for one article: long articles must not burden a public service
_TAKEN = 5  # records of one search that are had
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# A phrase is asked for as it is printed, so no mark may stand in it.
_BREAK = re.compile(r"[.,;:!?…\[\]()“”„«»\"]+|\s[–—-]+\s")


@dataclass(frozen=True, slots=True)
class Question:
    """What one source is asked about one statement."""

    phrase: str | None
    person: str | None
    window: Interval | None


def gather(desk: Desk, run: int, statements: Sequence[Statement], fetcher: Fetcher, tally: Tally) -> None:
    """Take in what the searched sources have of these statements; each search is a row with its outcome.

    The phrase is asked first, without a day: a wrong day in the article must not hide the right record; then
    the speaker, in the claimed window.
    """
    sources = [source for source in desk.settings.source if source.enabled and source.is_searched]
    if not sources:
        return
    try:
        expect_contact(desk.settings.network.contact)
    except UsageError as error:
        tally.fail("gather", error)
        return
    with ParsingChild(READING) as child:
        for source in sources:
            for question in _questions(source, statements)[:_SEARCHES]:
                outcome = _search(desk, run, source, question, fetcher, child, tally)
                desk.store.add_search(
                    outcome,
                    run_id=run,
                    person=question.person,
                    phrase=question.phrase,
                    window=question.window,
                    now=desk.clock(),
                )
                if outcome.outcome in {"blocked", "throttled", "auth_missing"}:
                    break  # the next question would be answered alike
    desk.look_again()


def _search(
    desk: Desk, run: int, source: SourceConfig, question: Question, fetcher: Fetcher, child: ParsingChild, tally: Tally
) -> SourceOutcome:
    """Return what became of one search, after taking in the first records that it found."""
    own = Tally()
    ask = Ask(question.window, question.phrase, question.person)
    crawl = Crawl(desk, run, connector_of(source), fetcher, manners_of(source), child, own, ask)
    for listed in walk_lists(crawl):
        if crawl.taken >= _TAKEN:
            break
        if wanted(crawl, listed.kept):
            crawl.taken += 1
            take_in(crawl, listed)
    tally.transcripts_added += own.transcripts_added
    tally.problems += own.problems
    if crawl.broken:
        outcome, message = crawl.broken[0]
        return SourceOutcome(source.id, search_outcome(outcome), message)
    return SourceOutcome(source.id, "ok_hits" if crawl.listed else "ok_none")


def _questions(source: SourceConfig, statements: Sequence[Statement]) -> list[Question]:
    """Return what a source is asked about the statements, nothing twice."""
    found: list[Question] = []
    for statement in statements:
        if statement.form is not Form.INDIRECT and _concerns(source, statement):
            found += [question for question in _of_statement(statement) if question not in found]
    return sorted(found, key=lambda question: question.phrase is None)


def _of_statement(statement: Statement) -> Iterator[Question]:
    phrase = phrase_of(statement)
    if phrase is not None:
        yield Question(phrase, None, None)
    if statement.speaker is not None and statement.date_claim is not None:
        for window in windows_of(statement.date_claim.interval):
            yield Question(None, statement.speaker.name, window)


def _concerns(source: SourceConfig, statement: Statement) -> bool:
    """Return whether a source can have a statement: its people, its days."""
    speaker = statement.speaker
    if source.persons and (speaker is None or not {speaker.name, speaker.id} & set(source.persons)):
        return False
    claim, coverage = statement.date_claim, source.coverage
    if claim is None:
        return True
    windows = windows_of(claim.interval)
    early = coverage.first is not None and all(window.last < coverage.first for window in windows)
    late = coverage.last is not None and all(window.first > coverage.last for window in windows)
    return not early and not late


def phrase_of(statement: Statement) -> str | None:
    """Return a run of quoted words to be searched for as they are, None where all runs are too short."""
    runs = [words for quotation in statement.quotations for words in _runs(quotation.text)]
    longest = max(runs, key=len, default=[])
    if len(longest) < _LEAST_WORDS:
        return None
    start = max(0, (len(longest) - _PHRASE_WORDS) // 2)  # the ends of a quotation are where editors change words
    return " ".join(longest[start : start + _PHRASE_WORDS])


def _runs(text: str) -> Iterator[list[str]]:
    """Yield the words of each clause, as printed."""
    for clause in _BREAK.split(text):
        yield _WORD.findall(clause)
