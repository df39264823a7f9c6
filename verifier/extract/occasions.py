"""Days that an article states once and that its speakers' words then share.

A report opens with somebody's office ("The government spokesman declined on Wednesday to say …"), an interview with
where and when people met ("We spoke on Tuesday"), a story with its news ("Last Saturday they won the cup"). Who speaks
next is the one it means; a named person's own day is never lent to another by this.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.extract.dates import DatePhrase
from verifier.extract.scenes import Scene
from verifier.extract.subjects import subject_of
from verifier.model.article import Speaker, SpeakerKind, Statement

# Sentences that tell of somebody's saying, so that who speaks next in full is the one who said it that day.
_SAYING = re.compile(
    r"\b(?:said|says|told|telling|announced|declined|refused|denied|testified|gave evidence|admitted|warned|spoke|"
    r"pleaded|vowed|promised|asked|(?:press|news) conference|briefing|inquiry|statement|interview|"
    r"annoncé|déclaré|dit|indiqué|assuré|promis|démenti|refusé|reconnu|interrogée?s?|conférence de presse|"
    r"point de presse|discours|"
    r"sagten?|gesagt|erklärten?|verkündeten?|bestritten|bestritt|ausgesagt|offengelassen|angekündigt|mitgeteilt|"
    r"zurückgewiesen|eingeräumt|Pressekonferenz|Rede|Landespressekonferenz)\b"
)
_CONVERSATION = re.compile(
    r"\b(?:(?:[Ww]e|I) (?:spoke|met|talked|sat down)|broadcast|aired|edited excerpts?|this conversation|"
    r"(?:[Nn]ous|[Jj]e) (?:l[’'])?(?:avons|ai) (?:rencontrée?s?|interrogée?s?)|diffusée?|"
    r"rencontrée? (?=lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
    r"[Ww]ir (?:trafen|sprachen)|ausgestrahlt|gesendet)\b"
)
_DATELINE = re.compile(r"[^\n—–]{0,80}?\s?(?:[—–]|\s-\s|\s-(?=\s))\s?")
_TO_COME = re.compile(r"\b(?:will|would|shall|wird|werden|soll|sollen)\b")
_NEWS_DAYS = 10  # a day farther before publication opens no report
_LEADING_TITLES = 12  # characters that a title may take before a name that a sentence opens with
_NEXT_BLOCKS = 2  # paragraphs in which somebody has to speak for the opening to mean them
_STATEMENTS_ON, _SENTENCES_ON = 12, 40  # farther on, a text without paragraphs means somebody else
_REACH = 12  # paragraphs over which a stated occasion lasts
_TALKERS = 2  # an interview's two voices


@dataclass(frozen=True, slots=True)
class _Opening:
    """A sentence that states a day, and the last paragraph that shares it."""

    number: int
    phrase: DatePhrase
    until: int


def states_day(scene: Scene) -> DatePhrase | None:
    """Return the one recent day that a sentence tells of, None where it names none or several."""
    published = scene.article.published
    if published is None:
        return None
    days = {
        phrase.interval: phrase
        for phrase in scene.dates
        if phrase.interval is not None
        and phrase.interval.is_day
        and phrase.span.start >= _body_start(scene)
        and 0 <= (published - phrase.interval.first).days <= _NEWS_DAYS
        and not scene.tells_of_another_time(scene.verb_over(phrase.span.start))
    }
    if len(days) != 1:
        return None
    phrase = next(iter(days.values()))
    verb = scene.verb_over(phrase.span.start)
    return None if verb is not None and _of_several_or_to_come(scene, verb) else phrase


def _of_several_or_to_come(scene: Scene, verb: int) -> bool:
    """Return whether a parsed verb tells of what will be, or of unnamed people in the plural: "officials said"."""
    if scene.sentence is None:
        return False
    tokens = scene.sentence.tokens
    if any(_TO_COME.fullmatch(tokens[child].lower) for child in scene.sentence.children[verb]):
        return True
    subject = subject_of(scene.sentence, verb)
    said = _SAYING.search(tokens[verb].text)
    return bool(said) and subject is not None and tokens[subject.last - 1].tag == "NNS"


def _body_start(scene: Scene) -> int:
    """Return where a sentence begins behind a dateline: "VESTRAVA, 22 June (Agency) — "."""
    dateline = _DATELINE.match(scene.article.text, scene.span.start, scene.span.end)
    place = scene.article.text[scene.span.start : scene.span.start + 3]
    return dateline.end() if dateline and (place.isupper() or "(" in dateline.group()) else scene.span.start


class Openings:
    """The days that earlier sentences lend to the speakers who follow."""

    def __init__(self, scenes: Sequence[Scene], statements: Sequence[tuple[int, Statement]]) -> None:
        self.scenes = scenes
        self.spoken = sorted(statements, key=lambda pair: (pair[0], _start(pair[1])))
        self.numbers = [number for number, _ in self.spoken]
        self.by_name: dict[str, list[_Opening]] = {}
        self.leads = True
        for number, scene in enumerate(scenes):
            self._open(number, scene)

    def _open(self, number: int, scene: Scene) -> None:
        """Note whom the sentence, if it states a day, lends it to."""
        if not self.numbers or number >= self.numbers[-1]:
            return
        phrase = states_day(scene)
        lead = self.leads and number <= self.numbers[0]
        self.leads = self.leads and not scene.dates
        if phrase is None:
            return
        words = " ".join(part.cut(scene.article.text) for part in scene.open)
        if _CONVERSATION.search(words):
            self._lend(number, phrase, self._next_voices(number, _TALKERS), scene.block + _REACH)
        elif _named_person(scene):
            return
        elif _SAYING.search(words):
            self._lend(number, phrase, self._next_voices(number, 1), scene.block + _REACH)
        elif lead:
            self._lend(number, phrase, self._next_voices(number, 1), scene.block + _NEXT_BLOCKS)

    def _next_voices(self, number: int, most: int) -> list[Speaker]:
        """Return the first speakers after a sentence, as long as no other sentence states a day."""
        found: dict[str, Speaker] = {}
        first = bisect_right(self.numbers, number)
        for later, statement in self.spoken[first : first + _STATEMENTS_ON]:
            apart = self.scenes[later].block - self.scenes[number].block
            if apart > _NEXT_BLOCKS * most or later - number > _SENTENCES_ON or len(found) == most:
                break
            if most == 1 and any(self.scenes[between].dates for between in range(number + 1, later)):
                break
            speaker = statement.relayed_by or statement.speaker
            if speaker is not None:
                found.setdefault(speaker.name, speaker)
        return list(found.values())

    def _lend(self, number: int, phrase: DatePhrase, speakers: Sequence[Speaker], until: int) -> None:
        for speaker in speakers:
            self.by_name.setdefault(speaker.name, []).append(_Opening(number, phrase, until))

    def day(self, number: int, speaker: Speaker | None) -> tuple[int, DatePhrase] | None:
        """Return the sentence and the day lent to a speaker's words in a sentence, the nearest one before."""
        if speaker is None:
            return None
        for opening in reversed(self.by_name.get(speaker.name, [])):
            if opening.number < number and self.scenes[number].block <= opening.until:
                return opening.number, opening.phrase
        return None


def _start(statement: Statement) -> int:
    if statement.quotations:
        return statement.quotations[0].span.start
    return statement.reported.start if statement.reported is not None else 0


def _named_person(scene: Scene) -> bool:
    """Return whether a sentence is about a person by name, not about a body, an office or a dateline's agency."""
    start = _body_start(scene)
    if any(
        mention.span.start <= start + _LEADING_TITLES for mention in scene.speaking.cast.between(start, scene.span.end)
    ):
        return True
    owner = scene.owner
    if owner is None or owner.kind is not SpeakerKind.PERSON or " " not in owner.name:
        return False
    return scene.article.text.find(owner.name, scene.span.start, start) < 0
