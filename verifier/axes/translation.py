"""Records in another language, and words that an interpreter or translator put: never called altered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from verifier.axes.pieces import Piece, turn_before
from verifier.axes.records import cited, is_original
from verifier.matching.agreement import spoke
from verifier.model.article import Article, Speaker, Statement
from verifier.model.evidence import Edit, EditKind, Match, TranslationGrade, Wording
from verifier.model.text import Interval
from verifier.model.transcript import Record, Rendition, Role
from verifier.retrieve.corpus import Corpus
from verifier.retrieve.coverage import windows_of
from verifier.speakers.registry import People
from verifier.text.folding import fold_words

_NEWS_DAYS = 45  # without a date claim, an article quotes what was said in the weeks before it
_RENDERED = {
    Rendition.INTERPRETATION: "an interpreter's words",
    Rendition.OFFICIAL_TRANSLATION: "an official translation",
    Rendition.MACHINE_TRANSLATION: "a machine translation",
}
_SAME = frozenset({Wording.EXACT, Wording.MARKED, Wording.CLEANED})
_UNJUDGED = frozenset({Wording.NO_MATCH, Wording.FRAGMENT, Wording.NOT_JUDGED})
# What no two renderings of one sentence differ in.
_CONTRADICTING = frozenset({EditKind.NUMBER, EditKind.DATE, EditKind.NEGATION})
_FEW = 2  # differences; where there are more, the renderings differ as a whole


@dataclass(frozen=True, slots=True)
class Foreign:
    """The claimed person's records in another language, and the one event among them that the article names."""

    records: tuple[Record, ...]
    event: Record | None
    reason: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A found place whose words are not those spoken: how the quotation agrees, and what is held of the original."""

    grade: TranslationGrade
    original: Record | None  # of the person and day, in another language, in a tier that bears a verdict
    reason: str


def rendered(match: Match, statement: Statement, corpus: Corpus) -> Rendered | None:
    """Return how the quotation stands to a rendering that the match lies in; None where the words are the spoken ones.

    Consistent: the rendering's own words. Contradicted: few differences, one of them a number, a date or
    a negation. Doubtful: another word on which the meaning hangs. Else not assessed.
    """
    if match.wording in _UNJUDGED:
        return None
    kind = _RENDERED.get(match.rendition)
    lang = match.turn.turn.lang or match.record.lang
    if kind is None and (lang == statement.lang or match.wording in _SAME):
        return None
    if kind is None:
        reason = f"the record is in “{lang}”, the quotation in “{statement.lang}”: wording is not compared"
        return Rendered(TranslationGrade.NOT_ASSESSED, match.record if is_original(match.record) else None, reason)
    grade = _grade(match)
    original = _original(match, statement, corpus)
    held = f"the original is held: {cited(original)}" if original else "no original is held"
    agrees = {
        TranslationGrade.CONSISTENT: "the quotation has the same words",
        TranslationGrade.CONTRADICTED: "the quotation says something else",
        TranslationGrade.DOUBTFUL: "the quotation differs where it matters",
        TranslationGrade.NOT_ASSESSED: "the quotation words it in another way",
    }[grade]
    return Rendered(grade, original, f"the record holds {kind}, and {agrees}; {held}")


def _grade(match: Match) -> TranslationGrade:
    if match.wording in _SAME:
        return TranslationGrade.CONSISTENT
    loud = [edit for edit in match.alignment.edits if edit.kind not in {EditKind.CASE, EditKind.PUNCTUATION}]
    material = [edit for edit in loud if edit.material]
    if any(_contradicts(edit) for edit in material) and len(loud) <= _FEW:
        return TranslationGrade.CONTRADICTED
    return TranslationGrade.DOUBTFUL if material else TranslationGrade.NOT_ASSESSED


def _contradicts(edit: Edit) -> bool:
    return edit.kind in _CONTRADICTING


def _original(match: Match, statement: Statement, corpus: Corpus) -> Record | None:
    """Return the record of the claimed person on a day of the match's record that holds the words as spoken."""
    if statement.speaker is None:
        return None
    lang = match.turn.turn.lang or match.record.lang
    if _spoken_before(match, lang, corpus):
        return match.record
    for dated in match.record.dates:
        for record in corpus.records(statement.speaker, Interval.day(dated.day)):
            if is_original(record) and record.lang != lang:
                return record
    return None


def _spoken_before(match: Match, lang: str, corpus: Corpus) -> bool:
    """Return whether the turn before an interpreter's holds the words as they were spoken, in another language."""
    if match.turn.turn.role is not Role.INTERPRETER or not is_original(match.record):
        return False
    before = turn_before(Piece(match.record, match.turn, match.turn.span), corpus)
    if before is None or before.turn.role is not Role.SPEAKER:
        return False
    rendition = before.turn.rendition or match.record.rendition
    return rendition is Rendition.ORIGINAL and (before.turn.lang or match.record.lang) != lang


def other_language_record(
    statement: Statement, article: Article | None, held: Record | None, corpus: Corpus, people: People
) -> Foreign | None:
    """Return what speaker and window lead to in other languages; None where there is no such record.

    *held* is the record of the event that the article names. The language is that of the claimed
    person's own turns: at a joint press conference each may speak in their own.
    """
    if statement.speaker is None:
        return None
    if held is not None and (spoken := _spoken_otherwise(held, statement.speaker, statement.lang, corpus, people)):
        return Foreign((held,), held, _reason((held,), held, statement.speaker.name, (spoken,)))
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
    langs = tuple(sorted({record.lang for record in foreign}))
    return Foreign(foreign, event, _reason(foreign, event, statement.speaker.name, langs))


def _spoken_otherwise(record: Record, speaker: Speaker, lang: str, corpus: Corpus, people: People) -> str | None:
    """Return the language other than *lang* that the person speaks somewhere in a record, None where there is none."""
    turns = [placed for placed in corpus.turns(record.version) if (placed.turn.lang or record.lang) != lang]
    own = (placed for placed in turns if spoke(speaker, placed, record, people))
    return next((placed.turn.lang or record.lang for placed in own), None)


def _reason(records: Sequence[Record], event: Record | None, name: str, langs: Sequence[str]) -> str:
    where = f" ({event.title}, {event.date})" if event else ""
    counted = f"{len(records)} {'record' if len(records) == 1 else 'records'} of {name} in {', '.join(langs)}"
    return f"{counted} may hold the original{where}; the translation was not compared"


def _windows(statement: Statement, article: Article | None) -> tuple[Interval, ...]:
    if statement.date_claim is not None:
        return windows_of(statement.date_claim.interval)
    if article is None or article.published is None:
        return ()
    return (Interval(article.published - timedelta(days=_NEWS_DAYS), article.published),)


def _names(record: Record, place: str) -> bool:
    return set(fold_words(place)) <= set(fold_words(f"{record.place or ''} {record.title}", record.lang))
