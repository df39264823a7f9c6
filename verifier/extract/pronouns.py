"""Pronouns and descriptions resolved: by who spoke last, then by the last subject, against evidence of gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verifier.extract.cast import Cast, Mention
from verifier.model.article import Speaker
from verifier.model.text import Span

_HE = frozenset("he him his himself er ihm ihn il lui".split())
_SHE = frozenset("she her hers herself elle sie".split())
PRONOUNS = _HE | _SHE
# Words that stand for no one person whom a transcript could name.
NOBODY = frozenset(
    """they them their it its we us our i me my you your who which that this these those some many others one several
    few most people critics supporters officials everyone nobody somebody someone anyone wir ich ils elles nous on
    es man what there both all""".split()
)
_DESCRIPTION = re.compile(
    r"\b[Tt]he (?:[\w’'.-]+ ){0,3}?(?:president|leader|minister|chancellor|premier|secretary|king|queen|pope"
    r"|spokesperson|spokesman|spokeswoman|coordinator|commissioner|chief|ambassador|envoy|prince)\b(?! of\b)"
)
_OBJECT = re.compile(
    r"\b(?:about|with|of|for|by|to|against|from|on|like|than|toward|towards|between|among|at|as|and|or|over|in|into"
    r"|near|under|behind|without)\s+"
    r"(?:\w+\.?\s){0,2}$"
)
# "Clinton spokeswoman Ann Reed", "a Trump rally": the name tells whose, not who.
_OWNED = re.compile(
    r"[ \u00a0](?:spokes\w+|aides?|advis[eo]rs?|supporters?|officials?|campaigns?|administration|voters?|backers?"
    r"|all(?:y|ies)|strategists?|surrogates?|staff(?:ers?)?|team|rall(?:y|ies)|lawyers?|attorneys?|delegates?|critics?|fans?|donors?"
    r"|events?|interviews?|speech(?:es)?|tweets?|ads?|camp|government|Foundation|Organization)\b"
)
_TOPIC = re.compile(r"\b[Aa]s for (?:[A-Z]\w*\.? )?$")
_OWNER = re.compile(r"['’]s?\b")
_LEADING = re.compile(r"(?:He|She|Er|Elle|Il)\b")
_FRAMES_BACK = 8
_BLOCKS_BACK = 3
_NEAREST, _STEP = 0.9, 0.06
_UNKNOWN_GENDER, _RIVAL = 0.08, 0.1
_SPOKE_LAST = 0.03
_NO_SUBJECT = 0.15
_LEADING_TITLE = 6  # characters: "Mrs. "


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker that was already found, and where the phrase stands that names them."""

    place: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean."""

    place: int
    name: str
    speaker: Speaker | None
    subject: bool  # stands where a subject does, not after a preposition or as an owner


class PronounResolver:
    """Looks back from a pronoun through the article's sentences."""

    def __init__(
        self,
        text: str,
        frames: Sequence[tuple[Span, int]],
        cast: Cast,
        known: Callable[[str, Span], Speaker | None],
        gender: Callable[[str, Speaker | None], str | None],
    ) -> None:
        self.text = text
        self.frames = frames  # of the sentences: span and block, in order
        self.starts = [span.start for span, _ in frames]
        self.cast = cast
        self.known = known
        self.gender = gender
        self.spoken: list[Spoken] = []
        self.places: list[int] = []

    def note(self, place: int, speaker: Speaker) -> None:
        """Remember that *speaker* was named at *place* as the one who speaks; places never decrease."""
        self.spoken.append(Spoken(place, speaker))
        self.places.append(place)

    def resolve(self, pronoun: str, place: int) -> tuple[Speaker | None, float]:
        """Return whom a pronoun at *place* means, with the probability; None where nobody fits."""
        wanted = "m" if pronoun.lower() in _HE else "f"
        here = max(0, bisect_right(self.starts, place) - 1)
        block = self.frames[here][1] if self.frames else 0
        for anywhere in (False, True):
            for back in range(min(here, _FRAMES_BACK) + 1):
                span, number = self.frames[here - back]
                if block - number > _BLOCKS_BACK:
                    break
                found = self._in_frame(span, min(place, span.end), wanted, anywhere=anywhere)
                if found is not None:
                    speaker, loss = found
                    return speaker, max(0.3, _NEAREST - _STEP * back - 0.04 * (block - number) - loss)
        return None, 0.0

    def _in_frame(
        self, span: Span, before: int, wanted: str, *, anywhere: bool = False
    ) -> tuple[Speaker, float] | None:
        """Return who in one sentence fits, the speaker first, then the first subject; with the loss in sureness.

        Whom a sentence leads with as an owner is its topic; *anywhere* takes objects too.
        """
        said = [(self.gender(s.speaker.name, s.speaker), s.speaker) for s in self._spoken_between(span.start, before)]
        for sought in (wanted, None):
            for gender, speaker in reversed(said):
                if gender == sought:
                    return speaker, (_UNKNOWN_GENDER if gender is None else 0.0) - _SPOKE_LAST
        if self._goes_on(span, before, wanted):
            return None
        fitting = []
        for candidate in self._candidates(span.start, before):
            gender = self.gender(candidate.name, candidate.speaker)
            topic = candidate.place - span.start <= _LEADING_TITLE
            if gender in {wanted, None} and (candidate.subject or topic or anywhere):
                fitting.append((not candidate.subject, gender is None, candidate))
        if not fitting:
            return None
        weak, unknown, best = min(fitting, key=lambda item: (item[0], item[1], item[2].place))
        rivals = {candidate.name.split()[-1] for _, _, candidate in fitting} - {best.name.split()[-1]}
        speaker = best.speaker or Speaker(best.name)
        loss = (_UNKNOWN_GENDER if unknown else 0.0) + (_RIVAL if rivals else 0.0) + (_NO_SUBJECT if weak else 0.0)
        return speaker, loss

    def _goes_on(self, span: Span, before: int, wanted: str) -> bool:
        """Return whether a sentence leads with the same pronoun, and so goes on with whom it meant before."""
        leading = _LEADING.match(self.text, span.start, before)
        return leading is not None and leading.group() in (
            ("She", "Elle", "Sie") if wanted == "f" else ("He", "Er", "Il")
        )

    def subject(self, span: Span) -> Candidate | None:
        """Return the first person who stands in a sentence where a subject does."""
        return next((candidate for candidate in self._candidates(span.start, span.end) if candidate.subject), None)

    def speaks(self, span: Span) -> Speaker | None:
        """Return who was named in a sentence as speaking, the first of several."""
        return next((spoken.speaker for spoken in self._spoken_between(span.start, span.end)), None)

    def last(self, before: int) -> Speaker | None:
        """Return who was named last as speaking before a place."""
        number = bisect_left(self.places, before)
        return self.spoken[number - 1].speaker if number else None

    def _spoken_between(self, start: int, end: int) -> list[Spoken]:
        return self.spoken[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def _candidates(self, start: int, end: int) -> list[Candidate]:
        """Return the people named or described between two places, in order."""
        found = [self._named(mention) for mention in self.cast.between(start, end)]
        for described in _DESCRIPTION.finditer(self.text, start, end):
            speaker = self.known(described.group(), Span(described.start(), described.end()))
            if speaker is not None:
                free = self._free(described.start(), described.end())
                found.append(Candidate(described.start(), speaker.name, speaker, free))
        return sorted(found, key=lambda candidate: candidate.place)

    def _named(self, mention: Mention) -> Candidate:
        name = self.cast.full_name(mention.name) or mention.name
        speaker = self.known(mention.name, mention.span)
        return Candidate(mention.span.start, name, speaker, self._free(mention.span.start, mention.span.end))

    def _free(self, start: int, end: int) -> bool:
        """Return whether the words stand neither after a preposition nor as an owner."""
        owner = _OWNER.match(self.text, end) or _OWNED.match(self.text, end)
        before = self.text[max(0, start - 40) : start]
        return not owner and (not _OBJECT.search(before) or bool(_TOPIC.search(before)))
