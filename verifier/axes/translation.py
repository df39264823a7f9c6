"""Records in another language that speaker and window lead to, where no wording can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from verifier.model.article import Article, Statement
from verifier.model.text import Interval
from verifier.model.transcript import Record
from verifier.retrieve.corpus import Corpus
from verifier.retrieve.coverage import windows_of
from verifier.text.folding import fold_words

_NEWS_DAYS = 45  # without a date claim, an article quotes what was said in the weeks before it


@dataclass(frozen=True, slots=True)
class Foreign:
    """The claimed person's records in another language, and the one event among them that the article names."""

    records: tuple[Record, ...]
    event: Record | None
    reason: str


def other_language_record(statement: Statement, article: Article | None, corpus: Corpus) -> Foreign | None:
    """Return what speaker and window lead to in other languages; None where there is no such record."""
    if statement.speaker is None:
        return None
    records = {
        record.version: record
        for window in _windows(statement, article)
        for record in corpus.records(statement.speaker, window)
    }
    foreign = tuple(record for record in records.values() if record.lang != statement.lang)
    if not foreign or len(foreign) < len(records):
        return None
    place = statement.event_claim.place if statement.event_claim else None
    named = [record for record in foreign if place and _names(record, place)]
    days = {record.date for record in named}
    event = named[0] if len(days) == 1 else None
    where = f" ({event.title}, {event.date})" if event else ""
    return Foreign(
        foreign,
        event,
        f"{len(foreign)} {'record' if len(foreign) == 1 else 'records'} of {statement.speaker.name} in "
        f"{', '.join(sorted({record.lang for record in foreign}))} may hold the original{where}; "
        "the translation was not compared",
    )


def _windows(statement: Statement, article: Article | None) -> tuple[Interval, ...]:
    if statement.date_claim is not None:
        return windows_of(statement.date_claim.interval)
    if article is None or article.published is None:
        return ()
    return (Interval(article.published - timedelta(days=_NEWS_DAYS), article.published),)


def _names(record: Record, place: str) -> bool:
    return set(fold_words(place)) <= set(fold_words(f"{record.place or ''} {record.title}", record.lang))
