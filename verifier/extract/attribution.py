"""Attribution: each quotation's cue and speaker phrase, from its own sentence or from what leads to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.extract.cue_forms import FoundCue, Place
from verifier.extract.cues import find_cue
from verifier.extract.frames import set_off
from verifier.extract.quotations import LABEL, Quoted
from verifier.extract.subjects import Phrase, noun_before, subject_of
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import NAMING, WORKS, Reporting, reporting_class
from verifier.model.text import Span

NONE = -1  # the number of no quotation
SHORT_WORDS = 3  # a marked string up to this long without a cue is no speech
_SURE, _LIKELY, _DOUBTFUL, _WEAK = 0.95, 0.85, 0.7, 0.6
_INTRODUCED = 0.8  # by a sentence that ends with a colon
_FLOATING = 0.85  # goes on after its own cue's sentence
_SAME_SENTENCE = 0.75
_INHERITED = 0.55  # a paragraph of its own, the previous speaker's
_MENTIONED = 0.45  # the last sentence's subject
_COLON_REACH = 2  # sentences
_SMALL = frozenset("a an the of in on at to for and or but with from by is".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said one quotation, and on what ground."""

    quotation: int
    sentence: int  # number of the quotation's sentence
    set_off: bool
    confidence: float
    cue: Span | None = None
    cue_sentence: int | None = None  # where the cue stands; pieces of one clause share it
    cue_token: int | None = None
    mention: Span | None = None
    mention_head: Span | None = None
    reporting: Reporting = Reporting.NONE
    relayed: Span | None = None  # the phrase that names who passes the words on
    inherited: bool = False  # from another paragraph, or from no cue at all
    label: bool = False  # the quotation itself begins with its speaker's label


def _confidence(cue: FoundCue) -> float:
    """Return how sure the cue's weight makes the speaker."""
    if cue.subject is None:
        return 0.3
    sure = _SURE if cue.weight >= 5 else _LIKELY if cue.weight >= 4 else _DOUBTFUL if cue.weight >= 3.2 else _WEAK
    return sure if cue.reporting is not Reporting.NONE else min(sure, _DOUBTFUL)


def _relayed(sentence: Sentence, cue: FoundCue) -> Phrase | None:
    """Return who says that another said it: Kirby, in "Kirby said that Zelensky had said “…”"."""
    if not sentence.parsed or cue.subject is None or sentence.tokens[cue.subject.head].tag == "PRP":
        return None
    at = cue.first
    for above in sentence.ancestors(cue.first):
        token = sentence.tokens[above]
        if token.is_verb and token.quoted < 0 and reporting_class(token.text) is Reporting.SPEECH:
            outer = subject_of(sentence, above) if sentence.tokens[at].dep in {"ccomp", "pcomp", "xcomp"} else None
            different = outer is not None and not outer.first <= cue.subject.head < outer.last
            return outer if different else None
        at = above
    return None


def reads_as_title(words: str, sentence: Sentence, place: Place) -> bool:
    """Return whether capitalised words stand where a name does: CBS’s “This Morning”, on “Meet the Press”."""
    if place.first == 0 or place.set_off:
        return False
    before = sentence.tokens[place.first - 1]
    names = before.tag in {"IN", "POS", "TO"} or before.lower in WORKS or before.lower in NAMING
    content = [word for word in words.split() if word[:1].isalpha()]
    capital = sum(word[:1].isupper() or word.lower() in _SMALL for word in content)
    return names and bool(content) and content[0][:1].isupper() and capital == len(content)


def _phrase_spans(sentence: Sentence, phrase: Phrase | None) -> tuple[Span | None, Span | None]:
    if phrase is None:
        return None, None
    return sentence.cut(phrase.first, phrase.last), sentence.cut(phrase.head, phrase.head + 1)


class Attributor:
    """Goes through an article's sentences in order and remembers who spoke last."""

    def __init__(self, text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> None:
        self.text = text
        self.sentences = sentences
        self.quoted = quoted
        self.found: dict[int, Attribution] = {}
        self.last: Attribution | None = None  # the last one with a speaker

    def run(self) -> Mapping[int, Attribution]:
        """Return an attribution for each quotation that stands in a sentence."""
        for sentence in self.sentences:
            for quotation in sentence.quotations:
                if quotation not in self.found:
                    self._attribute(sentence, quotation)
            if not sentence.quotations:
                self.last = self._reported(sentence) or self.last
        self._look_ahead()
        return self.found

    def _attribute(self, sentence: Sentence, quotation: int) -> None:
        inside = sentence.places_of(quotation)
        whole = set_off(self.text, self.quoted[quotation])
        place = Place(quotation, inside.start, inside.stop, whole)
        label = LABEL.match(self.text, self.quoted[quotation].span.start)
        bare = Attribution(quotation, sentence.number, whole, 0.0)
        if label:
            span = Span(label.start(), label.end() - 1)
            found: Attribution | None = replace(bare, confidence=_SURE, mention=span, mention_head=span, label=True)
        else:
            cue = find_cue(sentence, place)
            strong = cue is not None and self._strong_enough(sentence, place, cue)
            found = self._from_cue(bare, sentence, cue) if cue is not None and strong else None
        found = found or self._without_cue(bare, sentence, place) or bare
        self.found[quotation] = found
        if found.mention is not None:
            self.last = found

    def _reported(self, sentence: Sentence) -> Attribution | None:
        """Return who speaks in a sentence without marks; a quotation may go on with the same speaker."""
        for number, token in enumerate(sentence.tokens):
            if token.is_verb and token.head == number and reporting_class(token.text) is Reporting.SPEECH:
                mention, head = _phrase_spans(sentence, subject_of(sentence, number))
                bare = Attribution(NONE, sentence.number, False, _LIKELY, mention=mention, mention_head=head)
                return bare if mention is not None else None
        return None

    def words(self, quotation: int) -> int:
        """Return how many words the quotation has."""
        return len(self.quoted[quotation].span.cut(self.text)[:200].split())

    def _strong_enough(self, sentence: Sentence, place: Place, cue: FoundCue) -> bool:
        """Return whether the cue holds for this quotation: a few marked words ask for a reporting word."""
        if self.words(place.quotation) > SHORT_WORDS:
            return True
        if cue.reporting is Reporting.NONE:
            return cue.beside and place.set_off
        return not reads_as_title(self.quoted[place.quotation].span.cut(self.text), sentence, place)

    def _from_cue(self, bare: Attribution, sentence: Sentence, cue: FoundCue) -> Attribution:
        mention, head = _phrase_spans(sentence, cue.subject)
        relayed, _ = _phrase_spans(sentence, _relayed(sentence, cue))
        return replace(
            bare,
            confidence=_confidence(cue),
            cue=sentence.cut(cue.first, cue.last),
            cue_sentence=sentence.number,
            cue_token=cue.first,
            mention=mention,
            mention_head=head,
            reporting=cue.reporting,
            relayed=relayed,
        )

    def _without_cue(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return who speaks where the sentence itself has no cue, from the nearest ground to the farthest."""
        short = self.words(bare.quotation) <= SHORT_WORDS
        last = self.last
        if last is not None and last.sentence == sentence.number and not (short and not place.set_off):
            return self._like(bare, last, _SAME_SENTENCE, same_cue=True)
        if not place.set_off and short:
            return None
        led = (
            self._after_colon(bare, sentence, place)
            or self._introduced(bare, sentence, place)
            or self._followed(bare, sentence, place)
        )
        if led is not None:
            return led
        if last is not None and self.sentences[last.sentence].block == sentence.block:
            near = sentence.number - last.sentence <= 2 and place.first <= 1
            same_cue = near and last.quotation != NONE
            return self._like(bare, last, _FLOATING if near else _INHERITED, same_cue=same_cue, inherited=not near)
        if last is not None and place.set_off and place.first <= 1 and self._follows(last, sentence):
            return self._like(bare, last, _INHERITED, inherited=True)
        return self._mentioned(bare, sentence)

    def _follows(self, last: Attribution, sentence: Sentence) -> bool:
        """Return whether the last speaker's paragraph is the one before, or all between are quotations."""
        between = {s.block for s in self.sentences[last.sentence : sentence.number]} - {sentence.block}
        return sentence.block - self.sentences[last.sentence].block <= max(1, len(between))

    @staticmethod
    def _like(
        bare: Attribution, other: Attribution, confidence: float, *, same_cue: bool = False, inherited: bool = False
    ) -> Attribution:
        return replace(
            bare,
            confidence=min(confidence, other.confidence),
            mention=other.mention,
            mention_head=other.mention_head,
            reporting=other.reporting,
            cue=other.cue if same_cue else None,
            cue_sentence=other.cue_sentence if same_cue else None,
            cue_token=other.cue_token if same_cue else None,
            inherited=inherited or other.inherited,
        )

    def _after_colon(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the main subject of a sentence that leads to the marks with a colon, whatever its verb."""
        if place.first == 0 or sentence.tokens[place.first - 1].text != ":":
            return None
        mention, head = _phrase_spans(sentence, _main_subject(sentence))
        return replace(bare, confidence=_DOUBTFUL, mention=mention, mention_head=head) if mention else None

    def _introduced(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the speaker of the sentence before, where it ends with a colon: "Cruz continued:"."""
        if sentence.number == 0 or place.first > 1:
            return None
        before = self.sentences[sentence.number - 1]
        if sentence.block - before.block > 1 or not before.tokens or before.tokens[-1].text != ":":
            return None
        end = len(before.tokens)
        cue = find_cue(before, Place(bare.quotation, end, end, True))
        if cue is None or cue.subject is None:
            phrase = noun_before(before, end - 1, 0)
            if phrase is None or phrase.first > 0:
                phrase = _main_subject(before)
            mention, head = _phrase_spans(before, phrase)
            return replace(bare, confidence=_DOUBTFUL, mention=mention, mention_head=head) if mention else None
        found = self._from_cue(bare, before, cue)
        return replace(found, confidence=min(found.confidence, _INTRODUCED))

    def _followed(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the speaker of a cue that a "?" or "!" cut off: “Who else?” Ann Reed, the clerk, said on Monday."""
        after = self.sentences[sentence.number + 1 :][:1]
        ends = place.last == len(sentence.tokens) and self.text[self.quoted[bare.quotation].span.end - 1] in "?!…—–-"
        if not ends or not after or after[0].block != sentence.block:
            return None
        cue = find_cue(after[0], Place(bare.quotation, 0, 0, True))
        if cue is None or cue.subject is None or not (cue.beside or cue.reporting is Reporting.SPEECH):
            return None
        if _has_object(after[0], cue.first):
            return None
        return self._from_cue(bare, after[0], cue)

    def _mentioned(self, bare: Attribution, sentence: Sentence) -> Attribution | None:
        """Return the subject of the sentence before in the same paragraph: "Trump hit back. “I never did.”"."""
        for before in reversed(self.sentences[max(0, sentence.number - _COLON_REACH) : sentence.number]):
            phrase = _main_subject(before) if before.block == sentence.block else None
            if phrase is not None and before.tokens[phrase.head].tag.startswith(("NNP", "PRP")):
                mention, head = _phrase_spans(before, phrase)
                return replace(bare, confidence=_MENTIONED, mention=mention, mention_head=head, inherited=True)
        return None

    def _look_ahead(self) -> None:
        """Give an uncued quotation that leads a paragraph the speaker of the cue that follows in it."""
        for number in sorted(self.found, reverse=True):
            following = self.found.get(number + 1)
            found = self.found[number]
            if following is None or following.cue is None or (found.cue is not None and not found.inherited):
                continue
            same = self.sentences[found.sentence].block == self.sentences[following.sentence].block
            gap = self.text[self.quoted[number].outer.end : self.quoted[number + 1].outer.start]
            if same and found.set_off and following.set_off and not gap.strip() and not found.label:
                self.found[number] = self._like(found, following, _FLOATING, same_cue=True)


def _has_object(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb already has what was said: a clause, an object or a quotation of its own."""
    if not sentence.parsed:
        return True
    links = {sentence.tokens[child].dep for child in sentence.children[verb]}
    first = next((n for n, token in enumerate(sentence.tokens) if token.quoted >= 0), None)
    return bool(links & {"ccomp", "dobj", "obj", "xcomp"}) or (first is not None and first <= verb + 3)


def _main_subject(sentence: Sentence) -> Phrase | None:
    """Return the subject of the sentence's main verb."""
    for number, token in enumerate(sentence.tokens):
        if token.head == number and token.is_verb and token.quoted < 0:
            return subject_of(sentence, number)
    return None


def attribute(text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> Mapping[int, Attribution]:
    """Return, by the quotation's number, who is said to have said it; without a speaker where nothing tells."""
    return Attributor(text, sentences, quoted).run()
