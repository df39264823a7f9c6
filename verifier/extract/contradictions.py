"""Days that the article itself rules out: words about an earlier event cannot have been spoken before it.

A defence is dated before the remarks it defends, a reply before what it answers. Where a statement is said to
stand by, repeat or defend what the speaker said, and the article dates that one saying later than the
statement, its own words contradict the claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.extract.dates import DatePhrase
from verifier.extract.scenes import Scene
from verifier.extract.subjects import subject_of
from verifier.model.article import Article, Speaker, Statement
from verifier.model.text import Interval, Span
from verifier.speakers.names import fold_word

_REFERS_BACK = re.compile(
    r"\b(?:st(?:ood|ands?|anding) by|defend(?:ed|s|ing)|repeat(?:ed|s|ing)|reiterat(?:ed|es|ing)"
    r"|doubl(?:ed|es|ing) down on|st(?:uck|icks?|icking) (?:to|by)|clarif(?:ied|ies|ying)|walk(?:ed|s|ing) back"
    r"|apologi[sz](?:ed|es|ing) for|retract\w+)"
    r"\s(?:\w+\s){0,2}?(?:his|her|those|these|the|earlier|previous)\s(?:\w+\s){0,2}?"
    r"(?:comments?|remarks?|words|statements?|suggestions?|proposals?|idea|claims?|position)\b"
)
# "defended the remarks he made on March 9": the saying and its day stand in the same sentence.
_TAKES_UP = re.compile(
    r"\b(?:(?:defend|repeat|reiterat|confirm|reaffirm|clarif|retract|withdr|regrett|st(?:ood|ands?) by|apologi[sz])\w*"
    r"|confirmée?|répétée?|réitérée?|défendue?|maintenue?|regrettée?|bekräftigte?|wiederholte?|verteidigte?|bedauerte?)\b"
    r"[^.;:]{0,60}?\b(?:remarks?|comments?|words|statements?|claims?|speech|promise|propos|paroles|déclarations?|discours"
    r"|promesse|Rede|Äußerung(?:en)?|Worte|Aussagen?|Bemerkung(?:en)?),?\s"
    r"(?:(?:that\s)?(?:he|she|they)\b|qu[’'](?:il|elle)\b|tenu|prononcé|(?:die|den|das)\s(?:er|sie)\b)"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w-]+"
_ANSWERS = re.compile(
    rf"\b(?:(?:answered|replied to|responded to|reacted to|rejected|dismissed|rebuffed)\s(?:{_CAPITAL}\s)?"
    rf"(?P<en>{_CAPITAL})[’']s?\s|(?:répond\w+|réagi\w*)\s(?:à|aux)\s(?:\S+\s){{1,3}}de\s(?:{_CAPITAL}\s)?(?P<fr>{_CAPITAL})"
    rf"|(?:antwortet\w*|reagiert\w*)\s[^.;:]{{0,40}}?auf\s(?:{_CAPITAL}\s)?(?P<de>{_CAPITAL}?)s\s{_CAPITAL})"
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
        if claim is None or claim.span is None:
            continue
        key = (claim.span, speaker.name if speaker else "")
        if key in against:
            continue
        words = _dated_later(article, statement, scenes)
        if words is None and speaker is not None and _refers_back(article, statement, scenes):
            words = _later_saying(article, statement, scenes, speaker)
        if words is not None:
            against[key] = words
    return [_ruled_out(statement, against) for statement in statements]


def _ruled_out(statement: Statement, against: Mapping[tuple[Span, str], str]) -> Statement:
    claim = statement.date_claim
    if claim is None or claim.span is None:
        return statement
    words = against.get((claim.span, statement.speaker.name if statement.speaker else ""))
    return statement if words is None else replace(statement, contradicted_by=words)


def _number_of(statement: Statement, scenes: Sequence[Scene]) -> int:
    return max(0, bisect_right(scenes, _place_of(statement), key=lambda scene: scene.span.start) - 1)


def _dated_later(article: Article, statement: Statement, scenes: Sequence[Scene]) -> str | None:
    """Return the words that date what the statement takes up or answers after the statement's own day."""
    number, claim = _number_of(statement, scenes), statement.date_claim
    if claim is None or claim.span is None or not scenes or not scenes[number].span.holds(claim.span):
        return None
    scene = scenes[number]
    taken = _TAKES_UP.search(article.text, scene.span.start, scene.span.end)
    if taken:
        later = [p for p in scene.dates if p.span.start >= taken.end() and _follows(p, claim.interval)]
        return article.text[taken.start() : later[0].span.end] if later else None
    answered = _ANSWERS.search(article.text, scene.span.start, scene.span.end)
    who = fold_word(answered[answered.lastgroup]) if answered and answered.lastgroup else None
    for earlier in reversed(scenes[max(0, number - _SCENES_BACK) : number]) if who else ():
        owner = earlier.owner
        if owner is not None and owner.name and fold_word(owner.name.split()[-1]) == who and earlier.dates:
            phrase = earlier.dates[-1]
            return article.text[earlier.span.start : phrase.span.end] if _follows(phrase, claim.interval) else None
    return None


def _follows(phrase: DatePhrase, day: Interval) -> bool:
    """Return whether a phrase is a day after *day*, near enough to be of one story."""
    interval = phrase.interval
    return interval is not None and interval.is_day and 0 < (interval.first - day.last).days <= _FARTHEST


def _place_of(statement: Statement) -> int:
    if statement.quotations:
        return statement.quotations[0].span.start
    return statement.reported.start if statement.reported is not None else 0


def _refers_back(article: Article, statement: Statement, scenes: Sequence[Scene]) -> bool:
    """Return whether the statement's own sentence says that it takes up an earlier saying."""
    scene = scenes[_number_of(statement, scenes)]
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
