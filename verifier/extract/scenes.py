"""Sentences as scenes: the dates and the event that each names outside the marks, and whom it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, partial

from verifier.extract.dates import DatePhrase, find_dates
from verifier.extract.events import find_event
from verifier.extract.frames import Frame
from verifier.extract.speaking import Speaking
from verifier.extract.subjects import subject_of
from verifier.extract.tokens import UNQUOTED, Sentence
from verifier.model.article import Article, Basis, EventClaim, Speaker
from verifier.model.text import Interval, Span

# A day that bounds a time, or that something came after, is not the day on which the words were spoken.
_BOUNDING = re.compile(
    r"\b(?:since|until|till|by|before|after|from|following|through|of|for|between|as of|seit|bis|vor|nach|depuis|avant"
    r"|après|jusqu[’']à|the)\s+(?:the\s+|le\s+|dem\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)

_SCENES_BACK = 6  # sentences over which "the next day" looks for its day
_OTHER_TIME = frozenset("after before since until once although because nachdem bevor après avant".split())


def without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """Return the parts of *spans* that no hole covers, in order."""
    left = list(spans)
    for hole in holes:
        cut: list[Span] = []
        for span in left:
            if not span.meets(hole):
                cut.append(span)
                continue
            if span.start < hole.start:
                cut.append(Span(span.start, hole.start))
            if hole.end < span.end:
                cut.append(Span(hole.end, span.end))
        left = cut
    return left


class Scene:
    """One sentence with what it says of time, place and persons, read when it is first asked for."""

    def __init__(self, article: Article, frame: Frame, sentence: Sentence | None, speaking: Speaking) -> None:
        self.article = article
        self.span = frame.span
        self.block = frame.block
        self.sentence = sentence
        self.speaking = speaking
        self.previous: Scene | None = None
        self.open = [p.article for p in frame.pieces if p.quotation == UNQUOTED and p.exact]

    @cached_property
    def dates(self) -> tuple[DatePhrase, ...]:
        """The dates outside the marks that may be the day of what the sentence tells."""
        text = self.article.text
        found = find_dates(text, self.article.lang, self.article.published, self.open, self._day_before)
        return tuple(
            phrase
            for phrase in found
            if phrase.interval is not None
            and not _BOUNDING.search(text, max(0, phrase.span.start - 24), phrase.span.start)
        )

    def _day_before(self, counting: int = 2) -> Interval | None:
        """Return the single day that one of the last sentences states, from which "the next day" counts.

        *counting* is over how many sentences such phrases may build on each other.
        """
        scene, article = self.previous, self.article
        for _ in range(_SCENES_BACK):
            if scene is None:
                break
            before = partial(scene._day_before, counting - 1) if counting else None
            stated = find_dates(article.text, article.lang, article.published, scene.open, before)
            days = [phrase.interval for phrase in stated if phrase.interval is not None and phrase.interval.is_day]
            if days:
                return days[-1]
            scene = scene.previous
        return None

    @cached_property
    def owner(self) -> Speaker | None:
        """Whom the sentence is about."""
        return self.speaking.owner(self.span)

    def event(self, within: Sequence[Span], basis: Basis) -> EventClaim | None:
        """Return the event that the given parts of the sentence name."""
        return find_event(self.article.text, within, self.speaking.cast.words, basis)

    @cached_property
    def opens_event(self) -> bool:
        """Whether the sentence names an event of its own: a day, a place, a venue or an occasion."""
        event = self.event(self.open, Basis.SENTENCE)
        return bool(self.dates) or (event is not None and event.names_place)

    def token_at(self, place: int) -> int | None:
        """Return the number of the token that begins at or just before a place in the article."""
        if self.sentence is None or not self.sentence.parsed:
            return None
        starts = [token.start for token in self.sentence.tokens]
        return max(0, bisect_right(starts, place) - 1)

    def verb_over(self, place: int) -> int | None:
        """Return the nearest verb that the words at a place hang on."""
        token = self.token_at(place)
        if token is None or self.sentence is None:
            return None
        if self.sentence.tokens[token].is_verb:
            return token
        return next((n for n in self.sentence.ancestors(token) if self.sentence.tokens[n].is_verb), None)

    def one_clause(self, verb: int | None, cue: int | None) -> bool:
        """Return whether a verb is the cue, or one that the cue goes on with: "said, adding"."""
        if verb is None or cue is None or self.sentence is None:
            return False
        at = cue
        while at != verb:
            token = self.sentence.tokens[at]
            if token.head in {at, -1} or not (token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG")):
                return False
            at = token.head
        return True

    def tells_of_another_time(self, verb: int | None) -> bool:
        """Return whether a verb stands in a relative clause, or after "after" and the like."""
        if verb is None or self.sentence is None:
            return False
        for number in (verb, *self.sentence.ancestors(verb)):
            token = self.sentence.tokens[number]
            marks = {self.sentence.tokens[child].lower for child in self.sentence.children[number]}
            if token.dep.endswith("relcl") or (token.dep in {"advcl", "pcomp"} and marks & _OTHER_TIME):
                return True
            head = self.sentence.tokens[token.head].lower if token.head >= 0 else ""
            if token.dep == "pcomp" and head in _OTHER_TIME:
                return True
        return False

    def owner_at(self, place: int) -> Speaker | None:
        """Return who does what is told at a place: the subject of its verb, else whom the sentence is about."""
        verb = self.verb_over(place)
        if verb is not None and self.sentence is not None:
            subject = subject_of(self.sentence, verb)
            if subject is not None:
                return self.speaking.who(self.sentence.cut(subject.first, subject.last))
        return self.owner
