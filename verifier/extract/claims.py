"""Date and event claims attached to statements: by clause, sentence, paragraph, then earlier paragraphs.

An earlier sentence lends its day only while the same person is its subject and no other event was
opened in between; another person's event is never crossed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.extract.contradictions import contradicted
from verifier.extract.dates import DatePhrase
from verifier.extract.frames import Frame
from verifier.extract.occasions import Openings
from verifier.extract.other_days import belongs_elsewhere, in_relative_clause, told_later
from verifier.extract.other_sayings import of_another_subject, said_on, taken_up
from verifier.extract.scenes import Scene, without
from verifier.extract.speaking import Speaking
from verifier.extract.tokens import Sentence
from verifier.model.article import Article, Basis, DateClaim, EventClaim, Form, Speaker, SpeakerKind, Statement
from verifier.model.text import Span

_FRAMES_BACK = 14
_BLOCKS_BACK = 6
_CONTENT = frozenset({"ccomp", "xcomp", "dobj", "obj", "oprd", "attr"})
_LONGEST_LENT = 7  # days; a month or a year that an earlier paragraph names is background
_SINCE = re.compile(r"\W*(?:[Ss]ince|[Ss]eit|[Dd]epuis)\b")
_OF_THAT_TIME = re.compile(
    r"\b(?:at the time|back then|(?:told|said|asked)(?: \w+)? then|damals|seinerzeit|alors|à l[’']époque)\b"
)
_THAT = re.compile(r"\b(?:that|dass|que)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a statement's attribution stands: its scene, the cue's token, and the parts that tell of the saying."""

    number: int
    scene: Scene
    cue: int | None
    parts: tuple[Span, ...]


def same_person(first: Speaker | None, second: Speaker | None) -> bool:
    """Return whether two speakers are one person: one id, or without ids one name."""
    if first is None or second is None:
        return False
    if first.id is not None and second.id is not None:
        return first.id == second.id
    return first.name == second.name


def claim_of(article: Article, phrase: DatePhrase, basis: Basis) -> DateClaim | None:
    """Return a date phrase as a claim."""
    if phrase.interval is None:
        return None
    return DateClaim(phrase.interval, phrase.span.cut(article.text), basis, phrase.span)


class ClaimReader:
    """Reads the claims of one article's statements."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], sentences: Sequence[Sentence], speaking: Speaking
    ) -> None:
        read = {sentence.span.start: sentence for sentence in sentences}
        self.article = article
        self.scenes = [Scene(article, frame, read.get(frame.span.start), speaking) for frame in frames]
        self.starts = [scene.span.start for scene in self.scenes]
        for earlier, scene in zip(self.scenes, self.scenes[1:], strict=False):
            scene.previous = earlier
        self.cues: frozenset[int] = frozenset()
        self.openings: Openings = Openings(self.scenes, [])

    def claimed(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return the statements with what the article claims of their day and event."""
        self.cues = frozenset(s.cue.span.start for s in statements if s.cue is not None and s.cue.span is not None)
        places = [self._number(statement) for statement in statements]
        told = [(number, statement) for number, statement in zip(places, statements, strict=True) if number >= 0]
        self.openings = Openings(self.scenes, told)
        found = [self._claimed(statement) for statement in statements]
        return contradicted(self.article, found, self.scenes)

    def _claimed(self, statement: Statement) -> Statement:
        told = self._told(statement)
        if told is None:
            return statement
        basis = Basis.CLAUSE if told.cue is not None else Basis.SENTENCE
        event = told.scene.event(told.parts, basis)
        day = self._own_day(told, statement)
        own = event
        if day is None:
            day, inherited = self._earlier(told, statement.speaker, event)
            event = _merged(event, inherited)
        if day is None and not told.scene.dates and (own is None or own.place is None):
            day = self._opened(told, statement)
        return replace(statement, date_claim=day, event_claim=event)

    def _number(self, statement: Statement) -> int:
        """Return the number of the sentence in which the statement is attributed, else stands; -1 before all."""
        if statement.cue is not None and statement.cue.span is not None:
            return bisect_right(self.starts, statement.cue.span.start) - 1
        reported = statement.reported.start if statement.reported else 0
        return bisect_right(self.starts, statement.quotations[0].span.start if statement.quotations else reported) - 1

    def _opened(self, told: _Told, statement: Statement) -> DateClaim | None:
        """Return the day that the sentence's "then" points back to, else the one that an opening lends."""
        words = " ".join(part.cut(self.article.text) for part in told.scene.open)
        before = told.scene.previous
        if before is not None and before.block == told.scene.block and before.dates and _OF_THAT_TIME.search(words):
            return claim_of(self.article, before.dates[-1], Basis.PARAGRAPH)
        lent = self.openings.day(told.number, statement.speaker)
        if lent is None:
            return None
        number, phrase = lent
        same = self.scenes[number].block == told.scene.block
        return claim_of(self.article, phrase, Basis.PARAGRAPH if same else Basis.EARLIER)

    def _told(self, statement: Statement) -> _Told | None:
        """Return where the statement is attributed; without a cue, where it stands."""
        cue = statement.cue.span if statement.cue is not None else None
        number = self._number(statement)
        if number < 0:
            return None
        scene = self.scenes[number]
        token = scene.token_at(cue.start) if cue else None
        parts = without(scene.open, self._content(scene, token, statement))
        return _Told(number, scene, token, tuple(parts))

    def _content(self, scene: Scene, cue: int | None, statement: Statement) -> list[Span]:
        """Return the parts of the cue's sentence that are what was said, or tell of another saying."""
        holes = [statement.reported] if statement.reported is not None else []
        sentence = scene.sentence
        if cue is not None and sentence is not None:
            for child in sentence.children[cue]:
                inside = sentence.subtree(child)
                other = any(sentence.tokens[n].start in self.cues for n in inside if n != cue)
                clause = sentence.tokens[child].dep in _CONTENT and statement.form is not Form.DIRECT
                if clause or (other and sentence.tokens[child].dep != "nsubj"):
                    holes.append(sentence.cut(inside[0], inside[-1] + 1))
        elif statement.form is not Form.DIRECT and statement.cue is not None and statement.cue.span is not None:
            that = _THAT.search(self.article.text, statement.cue.span.end, max(scene.span.end, statement.cue.span.end))
            if that:
                holes.append(Span(that.start(), scene.span.end))
        return holes

    def _own_day(self, told: _Told, statement: Statement) -> DateClaim | None:
        """Return the day that the cue's own sentence gives, the cue's clause before the rest."""
        inside = [d for d in told.scene.dates if any(part.holds(d.span) for part in told.parts)]
        near: list[tuple[int, int, DatePhrase, Basis]] = []
        for phrase in inside:
            verb = told.scene.verb_over(phrase.span.start)
            basis = Basis.CLAUSE if told.scene.one_clause(verb, told.cue) else Basis.SENTENCE
            if basis is Basis.SENTENCE and (told.scene.tells_of_another_time(verb) or self._ahead(phrase)):
                continue
            if self._of_something_else(told, phrase, verb, statement):
                continue
            if basis is Basis.SENTENCE and told.cue is not None:
                owner = told.scene.owner_at(phrase.span.start)
                person = owner is not None and owner.kind is not SpeakerKind.ORGANISATION
                if person and statement.speaker is not None and not same_person(owner, statement.speaker):
                    continue
            days = (phrase.interval.last - phrase.interval.first).days if phrase.interval else 0
            near.append((0 if basis is Basis.CLAUSE else 1, days, phrase, basis))
        if not near:
            return None
        _, _, phrase, basis = min(near, key=lambda item: (item[0], item[1], item[2].span))
        return claim_of(self.article, phrase, basis)

    def _of_something_else(self, told: _Told, phrase: DatePhrase, verb: int | None, statement: Statement) -> bool:
        """Return whether the day is that of an event which the sentence names, or of a saying that it repeats."""
        text, scene = self.article.text, told.scene
        cue = statement.cue.span if statement.cue is not None else None
        if belongs_elsewhere(text, scene.span.start, phrase.span, self.article.lang):
            return True
        if in_relative_clause(text, scene.span.start, phrase.span, cue.start if cue else None):
            return True
        if cue is None or told.cue is None or scene.sentence is None:
            return False
        token = scene.token_at(phrase.span.start)
        if self._ahead(phrase) and token is not None and not said_on(scene.sentence, token, told.cue):
            return True
        parted = verb is not None and verb != told.cue and told_later(text[phrase.span.end : cue.end + 12])
        return parted or of_another_subject(scene.sentence, verb, told.cue) or taken_up(scene.sentence, told.cue)

    def _earlier(
        self, told: _Told, speaker: Speaker | None, event: EventClaim | None
    ) -> tuple[DateClaim | None, EventClaim | None]:
        """Return the day and event of the nearest sentence before that tells of the same person."""
        block, seen = told.scene.block, told.scene.block
        about = True  # the block being passed tells of the speaker
        for number in range(told.number - 1, max(-1, told.number - 1 - _FRAMES_BACK), -1):
            scene = self.scenes[number]
            if speaker is None or block - scene.block > _BLOCKS_BACK:
                break
            if scene.block != seen:
                if not about:
                    break
                seen, about = scene.block, False
            basis = Basis.PARAGRAPH if scene.block == block else Basis.EARLIER
            if not same_person(scene.owner, speaker):
                if scene.owner is not None and scene.opens_event:
                    break
                about = about or scene.block == block
                continue
            about = True
            found = scene.event(scene.open, basis)
            dates = [
                d
                for d in scene.dates
                if same_person(scene.owner_at(d.span.start), speaker)
                and self._lendable(d, scene, block)
                and not self._is_of_other(d, scene)
            ]
            if not dates and (found is None or not found.names_place):
                continue
            if not _compatible(event, found) and not self._takes_up(event, scene):
                break
            return (claim_of(self.article, dates[-1], basis) if dates else None), found
        return None, None

    def _takes_up(self, event: EventClaim | None, scene: Scene) -> bool:
        """Return whether an earlier sentence names, in whatever place of it, the kind of event taken up later."""
        if event is None or event.kind is None or event.place or event.venue:
            return False
        words = " ".join(part.cut(self.article.text) for part in scene.open).lower()
        return bool(re.search(rf"\b{re.escape(event.kind)}\b", words))

    def _is_of_other(self, phrase: DatePhrase, scene: Scene) -> bool:
        """Return whether an earlier sentence gives the day to an event or to a clause about the person."""
        text, start = self.article.text, scene.span.start
        elsewhere = belongs_elsewhere(text, start, phrase.span, self.article.lang)
        return elsewhere or in_relative_clause(text, start, phrase.span, None)

    def _ahead(self, phrase: DatePhrase) -> bool:
        """Return whether the days lie after publication, when nothing printed can have been said."""
        published = self.article.published
        return phrase.interval is not None and published is not None and phrase.interval.first > published

    def _lendable(self, phrase: DatePhrase, scene: Scene, block: int) -> bool:
        """Return whether an earlier sentence's days may be those of words said later: not to come, and few or near."""
        days = (phrase.interval.last - phrase.interval.first).days if phrase.interval else 0
        near = scene.block == block and not _SINCE.match(self.article.text, scene.span.start)
        return (days < _LONGEST_LENT or near) and not self._ahead(phrase)


def _compatible(own: EventClaim | None, other: EventClaim | None) -> bool:
    """Return whether a statement's own event may be the one an earlier sentence tells of."""
    if own is None or not own.names_place:
        return True
    if other is None:
        return False
    pairs = ((own.place, other.place), (own.venue, other.venue), (own.kind, _called_again(own, other)))
    named = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(named) and all(a == b for a, b in named)


def _called_again(own: EventClaim, other: EventClaim) -> str | None:
    """Return the kind of an earlier event, as its shorter name takes it up: "the briefing" of a press briefing."""
    again = bool(own.kind and other.kind and other.kind.endswith(f" {own.kind}"))
    return own.kind if again else other.kind


def _merged(own: EventClaim | None, other: EventClaim | None) -> EventClaim | None:
    """Return the statement's own event, what it leaves open taken from the earlier one."""
    if own is None or other is None:
        return own or other
    return replace(
        own,
        place=own.place or other.place,
        venue=own.venue or other.venue,
        kind=own.kind if own.kind and _called_again(own, other) != own.kind else other.kind or own.kind,
        counterpart=own.counterpart or other.counterpart,
        audience=own.audience or other.audience,
        basis=own.basis if own.names_place else other.basis,
    )
