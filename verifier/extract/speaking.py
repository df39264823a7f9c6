"""Mentions resolved to speakers: names by the article's own full names, then roles, then pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.extract.cast import Cast, cast_of
from verifier.extract.layout import ANSWERS
from verifier.extract.pronouns import NOBODY, PRONOUNS, PronounResolver
from verifier.model.article import Article, Speaker, SpeakerKind
from verifier.model.text import Span
from verifier.speakers.names import fold_word
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

_LEADING = re.compile(r"^(?:but|and|yet|so|still|then|also|even|only)\s+", re.IGNORECASE)
_ROLE_NOUN = re.compile(
    r"\b(spokesperson|spokesman|spokeswoman|official|leader|minister|president|senator|congressman|congresswoman|governor"
    r"|secretary|director|chairman|chairwoman|mayor|lawmaker|candidate|nominee|coordinator|adviser|advisor|ambassador"
    r"|diplomat|general|colonel|judge|lawyer|attorney|professor|analyst|author|economist|historian|journalist|billionaire"
    r"|businessman|mogul|activist|strategist|pollster|representative|politician|chancellor|premier)$"
)
_PARTED = re.compile(r"\b(?:in|of|at|for|from|to|with|on|by|against|about|behind|near)\b")
_DESCRIBED = 0.55  # a bare role ("the spokesman") taken for the last speaker
_LEADING_PRONOUN = re.compile(r"(He|She|Er|Elle|Il)\b")
_FAMILY_NAME = re.compile(r"([^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)*)$")
_NAMED = 0.97
_INTERVIEWED = 0.75
_MOST_NAMES = 400  # full names of one article that a surname is looked for among


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention means, how sure that is, and whether a pronoun had to be resolved."""

    speaker: Speaker | None
    confidence: float
    pronoun: bool = False


class Speaking:
    """Resolves the mentions of one article in the order of its text."""

    def __init__(
        self,
        article: Article,
        people: People,
        frames: Sequence[tuple[Span, int]],
        quoted: Sequence[Span],
        mentions: Iterable[Span] = (),
    ) -> None:
        self.article = article
        self.people = people
        named = (_FAMILY_NAME.search(span.cut(article.text)[-60:]) for span in mentions)
        spoken = frozenset(fold_word(found.group(1)) for found in named if found)
        self.cast: Cast = cast_of(article.text, quoted, spoken)
        self.memory: dict[str, Speaker | None] = {}
        self.pronouns = PronounResolver(article.text, frames, self.cast, self._known, self._gender)

    def _known(self, words: str, span: Span | None = None) -> Speaker | None:
        """Return the speaker that a name or title stands for; the same words always mean the same person."""
        if words not in self.memory:
            self.memory[words] = resolve(words, self.article.published, self.people, self.cast.names[:_MOST_NAMES])
        return self.memory[words]

    def _gender(self, name: str, speaker: Speaker | None) -> str | None:
        """Return the gender that the register, else the article's words, give to a name."""
        if speaker is not None and speaker.id is not None:
            known = next((p for p in self.people.named(speaker.name, None) if p.id == speaker.id), None)
            if known is not None and known.gender is not None:
                return known.gender
        return self.cast.gender(name)

    def resolve_all(self, mentions: Mapping[Span, Span]) -> Mapping[Span, Resolved]:
        """Return whom each mention means, read in the order of the article; each is given with its head word."""
        return {span: self.resolve(span, mentions[span]) for span in sorted(mentions)}

    def resolve(self, span: Span, head: Span) -> Resolved:
        """Return whom the words at *span* mean, and remember them as the last speaker."""
        words = _LEADING.sub("", re.sub(r"\s+", " ", span.cut(self.article.text)))
        if words.lower() in PRONOUNS:
            speaker, confidence = self.pronouns.resolve(words, span.start)
            found = Resolved(speaker, confidence, pronoun=True)
        elif words in ANSWERS and self.cast.names:  # "A:" of a printed interview, led by whom it is with
            found = Resolved(self._known(self.cast.names[0]), _INTERVIEWED)
        elif words.lower() in NOBODY:
            return Resolved(None, 0.3)
        else:
            found = self._named(words, span, head)
        if found.speaker is not None and found.speaker.kind is not SpeakerKind.ORGANISATION:
            self.pronouns.note(span.start, found.speaker)
        return found

    def who(self, span: Span) -> Speaker | None:
        """Return whom the words at *span* mean, remembering nothing."""
        words = re.sub(r"\s+", " ", span.cut(self.article.text))
        if words.lower() in PRONOUNS:
            return self.pronouns.resolve(words, span.start)[0]
        return None if words.lower() in NOBODY else self._named(words, span, span).speaker

    def owner(self, span: Span) -> Speaker | None:
        """Return whom a sentence is about: who speaks in it, else its first subject."""
        speaker = self.pronouns.speaks(span)
        if speaker is not None:
            return speaker
        subject = self.pronouns.subject(span)
        if subject is not None:
            return subject.speaker or Speaker(subject.name)
        leading = _LEADING_PRONOUN.match(self.article.text, span.start, span.end)
        return self.pronouns.resolve(leading.group(1), span.start)[0] if leading else None

    def _named(self, words: str, span: Span, head: Span) -> Resolved:
        """Return whom a name or a description means; a name that a preposition parts from the head does not count."""
        inside = [
            mention
            for mention in self.cast.between(span.start, span.end)
            if not _PARTED.search(self.article.text, min(head.end, mention.span.start), mention.span.start)
        ]
        if len(inside) > 1 and inside[1].title and " " in inside[0].name and " and " not in words:
            # Two people in one run, a comma forgotten: "according to John Kirby President Zelensky does not ask".
            words = re.sub(r"\s+", " ", self.article.text[span.start : inside[0].span.end])
            inside = inside[:1]
        speaker = self._known(words)
        if speaker is None and inside:
            speaker = self._known(inside[-1].name) or Speaker(self.cast.full_name(inside[-1].name) or inside[-1].name)
        if speaker is not None:
            return Resolved(speaker, _NAMED)
        if _ROLE_NOUN.search(words.lower()) and words.lower().startswith(("the ", "der ", "die ", "le ", "la ")):
            last = self.pronouns.last(span.start)
            if last is not None:
                return Resolved(last, _DESCRIBED)
        return Resolved(None, 0.5)
