"""Days that the article itself rules out: words about an earlier event cannot have been spoken before it.

Where a statement is said to stand by, repeat or defend what the speaker said, and the article dates
that one saying later than the statement, its own words contradict the claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from verifier.extract.dates import DatePhrase
from verifier.extract.scenes import Scene
from verifier.extract.subjects import subject_of
from verifier.model.article import Article, Speaker, Statement
from verifier.model.text import Span

_REFERS_BACK = re.compile(
    r"\b(?:st(?:ood|ands?|anding) by|defend(?:ed|s|ing)|repeat(?:ed|s|ing)|reiterat(?:ed|es|ing)"
    r"|doubl(?:ed|es|ing) down on|st(?:uck|icks?|icking) (?:to|by)|clarif(?:ied|ies|ying)|walk(?:ed|s|ing) back"
    r"|apologi[sz](?:ed|es|ing) for|retract\w+)"
    r"\s(?:\w+\s){0,2}?(?:his|her|those|these|the|earlier|previous)\s(?:\w+\s){0,2}?"
    r"(?:comments?|remarks?|words|statements?|suggestions?|proposals?|idea|claims?|position)\b"
)
_MARKS = re.compile(r"[“”\"„«»‘’]")
_SAYING = re.compile(
    r"\b(?:suggest|said|say|propos|discuss|float|rais|declar|announc|claim|comment|remark|refus|hint|call|told|assert)\w*"
)
_SCENES_BACK = 100
_FARTHEST = 92  # days; more than a season apart, another saying may be meant


def contradicted(article: Article, statements: Sequence[Statement], scenes: Sequence[Scene]) -> list[Statement]:
    """Return the statements, those whose day the article's own words rule out with these words."""
    against: dict[tuple[Span, str], str] = {}
    for statement in statements:
        claim, speaker = statement.date_claim, statement.speaker
        if claim is None or claim.span is None or speaker is None:
            continue
        key = (claim.span, speaker.name)
        if key not in against and _refers_back(article, statement, scenes):
            words = _later_saying(article, statement, scenes, speaker)
            if words is not None:
                against[key] = words
    return [
        replace(s, contradicted_by=against[s.date_claim.span, s.speaker.name])
        if s.date_claim and s.date_claim.span and s.speaker and (s.date_claim.span, s.speaker.name) in against
        else s
        for s in statements
    ]


def _place_of(statement: Statement) -> int:
    if statement.quotations:
        return statement.quotations[0].span.start
    return statement.reported.start if statement.reported is not None else 0


def _refers_back(article: Article, statement: Statement, scenes: Sequence[Scene]) -> bool:
    """Return whether the statement's own sentence says that it takes up an earlier saying."""
    place = _place_of(statement)
    scene = scenes[max(0, bisect_right(scenes, place, key=lambda scene: scene.span.start) - 1)]
    return bool(_REFERS_BACK.search(_MARKS.sub("", scene.span.cut(article.text)[:2000])))


def _later_saying(article: Article, statement: Statement, scenes: Sequence[Scene], speaker: Speaker) -> str | None:
    """Return the words that date the one earlier saying after the statement's claimed day."""
    place, claim = _place_of(statement), statement.date_claim
    found: dict[DatePhrase, str] = {}
    number = bisect_right(scenes, place, key=lambda scene: scene.span.start) - 1
    for scene in scenes[max(0, number - _SCENES_BACK) : max(0, number)]:
        if claim is None:
            break
        for phrase in scene.dates:
            interval = phrase.interval
            if interval is None or not interval.is_day or phrase.span == claim.span:
                continue
            after = (interval.first - claim.interval.last).days
            words = _clause(article, scene, phrase)
            owner = scene.owner_at(phrase.span.start)
            if 0 < after <= _FARTHEST and owner is not None and owner.name == speaker.name and _SAYING.search(words):
                found[phrase] = words
    return next(iter(found.values())) if len({phrase.interval for phrase in found}) == 1 else None


def _clause(article: Article, scene: Scene, phrase: DatePhrase) -> str:
    """Return the article's words from the subject of the date's clause to the date."""
    verb = scene.verb_over(phrase.span.start)
    start = scene.span.start
    if verb is not None and scene.sentence is not None:
        subject = subject_of(scene.sentence, verb)
        start = scene.sentence.tokens[min(verb, subject.first if subject else verb)].start
    return article.text[min(start, phrase.span.start) : phrase.span.end]
