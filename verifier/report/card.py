"""What readers are told about one statement, in words, before any of it is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.model.article import Article, Statement
from verifier.model.evidence import Coverage, Headline, Match, Verdict, Wording
from verifier.model.text import Interval
from verifier.model.transcript import Role
from verifier.report.axis_words import RENDITIONS, TIERS, AxisLine, axis_lines, score_words
from verifier.report.headlines import NOTES, Tone, label_of
from verifier.report.surroundings import article_pieces, from_word, to_word, words_of
from verifier.report.wordiff import Piece, record_side, word_diff

_MONTHS = "January February March April May June July August September October November December".split()
_ROLES = {
    Role.QUESTION: "a question from the press",
    Role.MODERATOR: "the moderator",
    Role.INTERPRETER: "the interpreter",
    Role.UNATTRIBUTED: "not attributed to a person",
}
_OUTCOMES = {
    "ok_hits": "searched, records found",
    "ok_none": "searched, no record of this time",
    "suspect_empty": "answered, but suspiciously empty",
    "blocked": "refused to answer",
    "throttled": "limited the number of requests",
    "soft_error": "answered with an error page",
    "auth_missing": "needs a key that is not configured",
    "out_of_coverage": "does not cover this person or time",
    "parse_error": "answered something unreadable",
    "disabled": "switched off in the configuration",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One article with its statements and the verdicts on them, in the same order."""

    article: Article
    statements: Sequence[Statement]
    verdicts: Sequence[Verdict]

    def __post_init__(self) -> None:
        if [statement.id for statement in self.statements] != [verdict.statement_id for verdict in self.verdicts]:
            raise ValueError("each statement needs its own verdict beside it")

    def pairs(self) -> Iterator[tuple[Statement, Verdict]]:
        """Yield every statement with its verdict."""
        return zip(self.statements, self.verdicts, strict=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a record, in words."""

    title: str
    url: str | None
    source: str
    day: date | None
    other_days: tuple[str, ...]  # further dates of the record, with their origin
    place: str | None
    speaker: str
    turn: int  # counted from 0, as stored
    standing: str  # tier and rendition
    characters: str  # "1,204 to 1,260"
    lang: str
    said: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    share: str  # of the quoted words that it holds in order, 0 to 1


@dataclass(frozen=True, slots=True)
class Change:
    """One edit, in words."""

    kind: str
    quoted: str
    said: str
    material: bool


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched, in words."""

    why: str
    window: str
    extent: str
    sources: tuple[tuple[str, str], ...]  # source, outcome
    gaps: tuple[str, ...]
    event: str | None  # title of the record of the event that the article names, where held
    event_url: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a report says about one statement."""

    id: str
    label: str
    sign: str
    tone: Tone
    sentence: str
    before_label: str | None  # of the verdict before this one, where it changed
    speaker: str
    mention: str | None
    relayed_by: str | None
    claimed: Interval | None
    claimed_words: str | None  # as the article prints it
    form: str
    quotation: str
    lang: str
    article_pieces: tuple[tuple[Piece, bool], ...]  # the pieces with whether they are quoted words
    diff: tuple[Piece, ...]
    axes: tuple[AxisLine, ...]
    reasons: tuple[str, ...]
    flags: tuple[str, ...]
    place: Place | None
    changes: tuple[Change, ...]
    searched: Searched
    unfound: bool
    runners_up: tuple[Place, ...]
    score: str
    policy: str


def cards_of(checked: Checked, previous: Mapping[str, Headline] | None = None) -> tuple[Card, ...]:
    """Return a card for each statement, in order; *previous* holds the headline before, by statement id."""
    before = previous or {}
    return tuple(
        card_of(checked.article, statement, verdict, before.get(statement.id)) for statement, verdict in checked.pairs()
    )


def card_of(article: Article | None, statement: Statement, verdict: Verdict, before: Headline | None = None) -> Card:
    """Return what is to be said about one statement; *article* is None for a quotation given by itself.

    *before* is the statement's headline before this verdict, if it had one.
    """
    note, match, claim = NOTES[verdict.headline], verdict.match, statement.date_claim
    changed = before is not None and before is not verdict.headline
    return Card(
        id=statement.id,
        label=label_of(verdict),
        sign=note.sign,
        tone=note.tone,
        sentence=note.sentence,
        before_label=NOTES[before].label if before is not None and changed else None,
        speaker=speaker_of(statement),
        mention=statement.mention.text if statement.mention else None,
        relayed_by=statement.relayed_by.name if statement.relayed_by else None,
        claimed=claim.interval if claim else None,
        claimed_words=claim.text if claim else None,
        form=statement.form.value,
        quotation=words_of(article, statement),
        lang=statement.lang,
        article_pieces=tuple(article_pieces(article, statement, match)),
        diff=word_diff(statement, match) if match else (),
        axes=axis_lines(verdict),
        reasons=verdict.reasons,
        flags=tuple(flag.replace("_", " ") for flag in verdict.flags),
        place=place_of(match) if match else None,
        changes=_changes(match) if match else (),
        searched=_searched(verdict.coverage),
        unfound=match is None and verdict.wording is not Wording.NOT_JUDGED,
        runners_up=tuple(place_of(other) for other in verdict.runners_up),
        score=score_words(verdict.score),
        policy=verdict.policy,
    )


def speaker_of(statement: Statement) -> str:
    """Return who the article names, by name, else as it is printed there."""
    if statement.speaker:
        return statement.speaker.name
    return statement.mention.text if statement.mention else "nobody named"


def day_words(day: date) -> str:
    """Return a day that no reader can take for another: "7 January 1943"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def interval_words(interval: Interval) -> str:
    """Return a day, or the first and the last one of a run of days."""
    if interval.is_day:
        return day_words(interval.first)
    return f"{day_words(interval.first)} to {day_words(interval.last)}"


def place_of(match: Match) -> Place:
    """Return a matched place in words."""
    record, turn = match.record, match.turn.turn
    rendition = RENDITIONS[match.rendition]
    spans = match.alignment.spans
    return Place(
        title=record.title,
        url=record.url,
        source=record.source,
        day=record.date,
        other_days=tuple(f"{day_words(one.day)} ({one.origin})" for one in record.dates[1:]),
        place=record.place,
        speaker=turn.speaker or turn.label or _ROLES.get(turn.role, "nobody named"),
        turn=match.turn.number,
        standing=f"tier {record.tier}, {TIERS.get(record.tier, 'unknown')}; {rendition}"
        + ("" if record.complete else "; not complete"),
        characters=", ".join(f"{span.start:,} to {span.end:,}" for span in spans),
        lang=turn.lang or record.lang,
        said=match.said,
        before=from_word(match.context_before, turn.text),
        after=to_word(match.context_after, turn.text),
        pieces=record_side(match),
        share=f"{match.wording_score:.2f}",
    )


def _changes(match: Match) -> tuple[Change, ...]:
    return tuple(
        Change(edit.kind.value.replace("_", " "), edit.quoted, edit.said, edit.material)
        for edit in match.alignment.edits
    )


def _searched(coverage: Coverage) -> Searched:
    count = f"{coverage.transcripts:,} {'transcript' if coverage.transcripts == 1 else 'transcripts'}"
    extent = f"{count} of this person and time, {coverage.words:,} words"
    return Searched(
        why=_sentence(coverage.why),
        window="; ".join(map(interval_words, coverage.window)) or "any time",
        extent=f"{extent}; the newest of {coverage.newest}" if coverage.newest else extent,
        sources=tuple(
            (source.source, ": ".join(filter(None, (outcome_words(source.outcome), source.detail))))
            for source in coverage.sources
        ),
        gaps=coverage.gaps,
        event=coverage.event.title if coverage.event else None,
        event_url=coverage.event.url if coverage.event else None,
    )


def _sentence(words: str) -> str:
    """Return *words* with a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?', '…')) else '.'}"


def outcome_words(outcome: str) -> str:
    """Return what became of the search of a source, in words."""
    return _OUTCOMES.get(outcome, outcome.replace("_", " "))
