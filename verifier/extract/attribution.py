"""Attribution: each quotation's cue and speaker phrase, from its own sentence or from what leads to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.extract import german
from verifier.extract.attributed import (
    Attribution,
    from_cue,
    has_object,
    like,
    main_subject,
    named_before_colon,
    nicknamed,
    phrase_spans,
    printed_as_headline,
    reads_as_title,
    teller,
)
from verifier.extract.cue_forms import FoundCue, Place, token_before
from verifier.extract.cues import find_cue
from verifier.extract.disowned import ASKED, asks_in_clause, disowned
from verifier.extract.frames import set_off
from verifier.extract.layout import SetApart
from verifier.extract.quotations import LABEL, Quoted
from verifier.extract.subjects import noun_before, subject_of
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span

NONE = -1  # the number of no quotation
SHORT_WORDS = 3  # a marked string up to this long without a cue is no speech
_LABELLED, _REPORTED, _LED = 0.95, 0.85, 0.7
_INTRODUCED = 0.8  # by a sentence that ends with a colon
_FLOATING = 0.85  # goes on after its own cue's sentence
_SAME_SENTENCE = 0.75
_INHERITED = 0.55  # a paragraph of its own, the previous speaker's
_MENTIONED = 0.45  # the last sentence's subject
_NOBODY = 0.3  # asked or denied words
_NICKNAME = 4  # words
_COLON_REACH = 2  # sentences


class Attributor:
    """Goes through an article's sentences in order and remembers who spoke last."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted], apart: Sequence[SetApart] = ()
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.quoted = quoted
        self.apart = {one.quoted.span: one for one in apart}  # words that the layout sets off
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
        names = german.reads_as_name if sentence.german else reads_as_title
        work = names(self.quoted[quotation].span.cut(self.text), sentence, place)
        headline = printed_as_headline(sentence)
        bare = Attribution(quotation, sentence.number, whole, 0.0, work=work, headline=headline)
        apart = self.apart.get(self.quoted[quotation].span)
        if apart is not None and apart.mention is not None:
            found: Attribution | None = replace(
                bare, confidence=_LABELLED, mention=apart.mention, mention_head=apart.mention, cue=apart.cue
            )
        elif label:
            span = Span(label.start(), label.end() - 1)
            found = replace(bare, confidence=_LABELLED, mention=span, mention_head=span, label=True)
        else:
            cue = find_cue(sentence, place)
            if cue is not None and self.words(quotation) <= _NICKNAME and nicknamed(sentence, cue):
                work, bare = True, replace(bare, work=True)
            strong = cue is not None and not work and self._strong_enough(sentence, place, cue)
            found = from_cue(bare, sentence, cue) if cue is not None and strong else None
            found = self._unsaid(found or bare, disowned(sentence, place, cue if strong else None)) or found
            found = self._asked(found or bare, sentence, place, cue if strong else None) or found
        if found is not None and found.mention is None and self.last is not None and not found.disowned:
            found = self._of_the_same_sentence(found, self.last)
        found = found or self._without_cue(bare, sentence, place) or bare
        self.found[quotation] = found
        if found.mention is not None:
            self.last = found

    def _unsaid(self, found: Attribution, why: str | None) -> Attribution | None:
        """Return the attribution without a speaker where the sentence keeps the words from whom it names."""
        if why is None or found.work or (found.cue is None and self.words(found.quotation) <= SHORT_WORDS):
            return None
        nobody = replace(found, mention=None, mention_head=None, relayed=None, relayed_head=None)
        return replace(nobody, confidence=_NOBODY, disowned=why)

    def _asked(self, found: Attribution, sentence: Sentence, place: Place, cue: FoundCue | None) -> Attribution | None:
        """Return words of a clause that somebody asks as asked: a named asker's, of nobody where journalists ask."""
        asker = asks_in_clause(sentence, place, cue) if sentence.lang == "en" and not found.disowned else None
        if asker:
            return replace(found, relayed=None, relayed_head=None, disowned=ASKED)
        return self._unsaid(found, ASKED) if asker is False else None

    def _of_the_same_sentence(self, found: Attribution, last: Attribution) -> Attribution:
        """Return a cue without a subject with who spoke before in its sentence: "…, avant d'ajouter : “…”"."""
        if last.sentence != found.sentence:
            return found
        sure = min(_SAME_SENTENCE, last.confidence)
        return replace(found, confidence=sure, mention=last.mention, mention_head=last.mention_head)

    def _reported(self, sentence: Sentence) -> Attribution | None:
        """Return who speaks in a sentence without marks; a quotation may go on with the same speaker."""
        if sentence.german:
            return self._reported_in_german(sentence)
        for number, token in enumerate(sentence.tokens):
            if token.is_verb and token.head == number and reporting_class(token.text) is Reporting.SPEECH:
                mention, head = phrase_spans(sentence, subject_of(sentence, number))
                bare = Attribution(NONE, sentence.number, False, _REPORTED, mention=mention, mention_head=head)
                return bare if mention is not None else None
        return None

    def _reported_in_german(self, sentence: Sentence) -> Attribution | None:
        found = german.speaks_in(sentence)
        if found is None or found.subject is None:
            return None
        mention, head = phrase_spans(sentence, found.subject)
        return Attribution(NONE, sentence.number, False, _REPORTED, mention=mention, mention_head=head)

    def words(self, quotation: int) -> int:
        """Return how many words the quotation has."""
        return len(self.quoted[quotation].span.cut(self.text)[:200].split())

    def _strong_enough(self, sentence: Sentence, place: Place, cue: FoundCue) -> bool:
        """Return whether the cue holds for this quotation: a few marked words ask for a reporting word."""
        if self.words(place.quotation) > SHORT_WORDS:
            return True
        if cue.reporting is Reporting.NONE:
            return cue.beside and place.set_off
        return True

    def _without_cue(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return who speaks where the sentence itself has no cue, from the nearest ground to the farthest."""
        short = self.words(bare.quotation) <= SHORT_WORDS
        last = self.last
        if last is not None and last.sentence == sentence.number and not (short and not place.set_off):
            return like(bare, last, _SAME_SENTENCE, same_cue=True)
        if not place.set_off and short:
            goes_on = last is not None and sentence.german and german.reports(sentence)
            near = goes_on and last is not None and self.sentences[last.sentence].block == sentence.block
            return like(bare, last, _INHERITED, inherited=True) if near and last is not None else None
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
            return like(bare, last, _FLOATING if near else _INHERITED, same_cue=same_cue, inherited=not near)
        if last is not None and place.set_off and place.first <= 1 and self._follows(last, sentence):
            return like(bare, last, _INHERITED, inherited=True)
        return self._of_clause(bare, sentence, place) or self._mentioned(bare, sentence)

    def _follows(self, last: Attribution, sentence: Sentence) -> bool:
        """Return whether the last speaker's paragraph is the one before, or all between are quotations."""
        between = {s.block for s in self.sentences[last.sentence : sentence.number]} - {sentence.block}
        return sentence.block - self.sentences[last.sentence].block <= max(1, len(between))

    def _after_colon(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the main subject of a sentence that leads to the marks with a colon, whatever its verb."""
        before = token_before(sentence, place)
        if before < 0 or sentence.tokens[before].text != ":":
            return None
        told = named_before_colon(sentence, before) or teller(sentence, before) or main_subject(sentence)
        mention, head = phrase_spans(sentence, told)
        return replace(bare, confidence=_LED, mention=mention, mention_head=head) if mention else None

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
                phrase = main_subject(before)
            mention, head = phrase_spans(before, phrase)
            return replace(bare, confidence=_LED, mention=mention, mention_head=head) if mention else None
        found = from_cue(bare, before, cue)
        unsaid = self._unsaid(found, disowned(before, Place(bare.quotation, end, end, True), cue))
        return unsaid or replace(found, confidence=min(found.confidence, _INTRODUCED))

    def _followed(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the speaker of a cue that a "?" or "!" cut off: “Who else?” Ann Reed, the clerk, said on Monday."""
        after = self.sentences[sentence.number + 1 :][:1]
        ends = place.last == len(sentence.tokens) and self.text[self.quoted[bare.quotation].span.end - 1] in "?!…—–-"
        if not ends or not after or after[0].block != sentence.block:
            return None
        cue = find_cue(after[0], Place(bare.quotation, 0, 0, True))
        if cue is None or cue.subject is None or not (cue.beside or cue.reporting is Reporting.SPEECH):
            return None
        if has_object(after[0], cue.first):
            return None
        found = from_cue(bare, after[0], cue)
        return self._unsaid(found, disowned(after[0], Place(bare.quotation, 0, 0, True), cue)) or found

    def _of_clause(self, bare: Attribution, sentence: Sentence, place: Place) -> Attribution | None:
        """Return the subject of the clause that the words stand in: "Clinton opposes “across-the-board freezes”"."""
        if place.set_off or not sentence.parsed:
            return None
        for above in sentence.ancestors(place.first):
            if not sentence.tokens[above].is_verb or sentence.tokens[above].quoted >= 0:
                continue
            phrase = subject_of(sentence, above)
            if phrase is not None:
                person = (
                    sentence.tokens[phrase.head].tag in {"NNP", "PRP"} and sentence.tokens[phrase.head].lower != "it"
                )
                mention, head = phrase_spans(sentence, phrase)
                return replace(bare, confidence=_MENTIONED, mention=mention, mention_head=head) if person else None
        return None

    def _mentioned(self, bare: Attribution, sentence: Sentence) -> Attribution | None:
        """Return the subject of the sentence before in the same paragraph: "Trump hit back. “I never did.”"."""
        for before in reversed(self.sentences[max(0, sentence.number - _COLON_REACH) : sentence.number]):
            phrase = main_subject(before) if before.block == sentence.block else None
            if phrase is not None and before.tokens[phrase.head].tag.startswith(("NNP", "PRP")):
                mention, head = phrase_spans(before, phrase)
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
                self.found[number] = like(found, following, _FLOATING, same_cue=True)


def attribute(
    text: str, sentences: Sequence[Sentence], quoted: Sequence[Quoted], apart: Sequence[SetApart] = ()
) -> Mapping[int, Attribution]:
    """Return, by the quotation's number, who is said to have said it; without a speaker where nothing tells."""
    return Attributor(text, sentences, quoted, apart).run()
