"""Cues that are no verbs: "according to", a reporting noun, a name with a colon, a dash with a name."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.extract.subjects import DAYS, Phrase, noun_after, noun_before, phrase_of, subject_of
from verifier.extract.tokens import Sentence, Token
from verifier.extract.verbs import REPORTING_NOUNS, Reporting, reporting_class
from verifier.extract.verbs_french_german import SOURCES

_LABEL_WORDS = 4
_SOURCES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"),
    *SOURCES,
)
_SOURCE_WORDS = frozenset(phrase[0] for phrase in _SOURCES)
GAP = 0.08  # less for every word between cue and marks
_LEADING_NAME = 9.0  # a name and a colon right before the marks


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue of one quotation: its tokens, the phrase that names the speaker, and how sure it is."""

    first: int
    last: int  # half-open
    subject: Phrase | None
    weight: float
    reporting: Reporting
    beside: bool = False  # nothing but the speaker stands between it and the marks


@dataclass(frozen=True, slots=True)
class Place:
    """One quotation in its sentence: tokens *first* to *last*, half-open, and whether it is a whole utterance."""

    quotation: int
    first: int
    last: int
    set_off: bool


def _tells(token: Token) -> bool:
    """Return whether a token is a finite verb, or a participle that reports ("adding")."""
    if token.tag in {"VBG", "VBN"}:
        return token.tag == "VBG" and reporting_class(token.text) is Reporting.SPEECH
    return token.is_verb


def between(sentence: Sentence, first: int, last: int) -> tuple[int, int, int]:
    """Return how many words, verbs and quotations stand between two tokens."""
    between = sentence.tokens[first:last]
    words = sum(not token.is_sign for token in between if token.quoted < 0)
    verbs = sum(_tells(token) for token in between if token.quoted < 0)
    return words, verbs, len({token.quoted for token in between if token.quoted >= 0})


def whole_phrase(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the phrase with what hangs on its head, where the parser kept it together."""
    if not sentence.parsed:
        return phrase
    linked = phrase_of(sentence, phrase.head)
    if linked.first < phrase.first:
        return phrase
    return Phrase(min(phrase.first, linked.first), max(phrase.last, linked.last), phrase.head)


def source_at(sentence: Sentence, number: int) -> int:
    """Return how many words at *number* stand before the name of a source: two of "according to", 0 for none."""
    tokens = sentence.tokens
    if tokens[number].lower not in _SOURCE_WORDS or tokens[number].quoted >= 0:
        return 0
    for phrase in _SOURCES:
        if tuple(token.lower for token in tokens[number : number + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _according(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return "according to" with whom it names, wherever in the sentence it stands."""
    for number in range(len(sentence.tokens) - 1):
        length = source_at(sentence, number)
        source = noun_after(sentence, number + length) if length else None
        if source is not None:
            words, _, quotations = between(sentence, place.last, number) if number >= place.last else (0, 0, 0)
            weight = 4.5 - GAP * min(words, 20) - quotations
            return FoundCue(
                number, number + length, whole_phrase(sentence, source), weight, Reporting.SPEECH, words == 0
            )
    return None


def _noun_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return a reporting noun before the marks with its owner: "Kirby’s claim that “…”"."""
    tokens = sentence.tokens
    at = place.first - 1
    while at >= 0 and tokens[at].quoted < 0 and _passed_over(tokens[at]):
        at -= 1
    if at < 0 or tokens[at].quoted >= 0 or tokens[at].lower not in REPORTING_NOUNS:
        at = _noun_above(sentence, place)
    if at < 0:
        return None
    owner = next((n for n in sentence.children[at] if tokens[n].dep == "poss" and tokens[n].quoted < 0), None)
    if owner is None and at >= 2 and tokens[at - 1].tag == "POS":
        owner = at - 2
    if owner is None:
        return None
    whose = _who_owns(sentence, owner, at) or phrase_of(sentence, owner)
    return FoundCue(at, at + 1, whose, 4.0, Reporting.LABEL, True)


def _passed_over(token: Token) -> bool:
    """Return whether a word may stand between a reporting noun and the marks: "his comment Monday that “…”"."""
    return token.is_sign or token.tag in {"IN", "WDT", "DT"} or token.lower in DAYS


def _who_owns(sentence: Sentence, owner: int, noun: int) -> Phrase | None:
    """Return the subject that a possessive stands for: "Trump stood by his comment"."""
    if sentence.tokens[owner].tag != "PRP$" or not sentence.parsed:
        return None
    verb = next((n for n in sentence.ancestors(noun) if sentence.tokens[n].is_verb), None)
    subject = subject_of(sentence, verb) if verb is not None else None
    named = subject is not None and subject.last <= owner and sentence.tokens[subject.head].tag in {"NNP", "PRP"}
    return subject if named else None


def _noun_above(sentence: Sentence, place: Place) -> int:
    """Return the reporting noun whose clause holds the quotation, -1 without one."""
    for above in sentence.ancestors(place.first) if sentence.parsed and place.first < place.last else ():
        token = sentence.tokens[above]
        if token.lower in REPORTING_NOUNS and token.quoted < 0:
            return above
    return -1


def token_before(sentence: Sentence, place: Place) -> int:
    """Return the token before the opening mark, past white space; -1 where there is none."""
    at = place.first - 1
    while at >= 0 and not sentence.tokens[at].text.strip():
        at -= 1
    return at


def _label_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return a name with a colon that leads the sentence or stands before the marks: "Kirby: “…”"."""
    tokens = sentence.tokens
    before = token_before(sentence, place)
    colons = [before] if before > 0 and tokens[before].text == ":" else []
    colons += [n for n in range(1, min(place.first, 8)) if tokens[n].text == ":" and tokens[n].quoted < 0]
    for colon in colons:
        words, verbs, quotations = between(sentence, 0, colon)
        speaker = noun_before(sentence, colon, 0)
        if words <= _LABEL_WORDS and all(t.text[:1].isupper() or t.is_sign for t in tokens[:colon]):
            speaker, verbs = Phrase(0, colon, colon - 1), 0
        elif words > _LABEL_WORDS and colon != before:
            continue
        if speaker is not None and not quotations and tokens[speaker.head].text[:1].isupper():
            whole = speaker.first == 0 or tokens[speaker.first - 1].is_sign
            if whole and (not verbs or speaker.first):
                beside = colon == before
                weight = _LEADING_NAME if beside else 5.2 - GAP * words
                return FoundCue(colon, colon + 1, speaker, weight, Reporting.SPEECH, beside)
    return None


def _dash_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return a dash with a name alone after the marks: “…” — John Kirby."""
    tokens = sentence.tokens
    at = place.last
    if at + 1 < len(tokens) and tokens[at].text in {"—", "–", "-", "--", "―"}:
        speaker = noun_after(sentence, at + 1)
        if speaker is not None and tokens[speaker.head].tag == "NNP":
            rest = tokens[speaker.last :]
            if not rest or rest[0].text == "," or all(token.is_sign for token in rest):
                return FoundCue(at, at + 1, speaker, 4.0, Reporting.SPEECH, True)
    return None


def bracketed_source(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return a name in brackets that ends the sentence after a whole utterance: “…” (Harbour Times)."""
    tokens, at = sentence.tokens, place.last
    closing = next((n for n in range(at + 1, min(at + 8, len(tokens))) if tokens[n].text == ")"), None)
    if not place.set_off or closing is None or tokens[at].text != "(" or closing == at + 1:
        return None
    inside = tokens[at + 1 : closing]
    named = inside[0].text[:1].isupper() and all(t.text[:1].isupper() or t.tag in {"IN", "DT", "POS"} for t in inside)
    over = all(token.is_sign for token in tokens[closing + 1 :])
    speaker = Phrase(at + 1, closing, closing - 1)
    return FoundCue(at, at + 1, speaker, 3.0, Reporting.SPEECH, True) if named and over else None


def other_cues(sentence: Sentence, place: Place) -> list[FoundCue]:
    """Return the cues of one quotation that are no verbs."""
    found = (seek(sentence, place) for seek in (_according, _noun_cue, _label_cue, _dash_cue, bracketed_source))
    return [cue for cue in found if cue is not None]
