"""Cues: the words that attribute a quotation, weighed by class, grammatical link and nearness to the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.extract.cue_forms import GAP, FoundCue, Place, between, other_cues
from verifier.extract.cue_subjects import after_marks, cue_subject, only_auxiliary
from verifier.extract.french import find_french_cue
from verifier.extract.german import find_german_cue
from verifier.extract.subjects import noun_after, noun_before
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import NAMING, Reporting, can_speak, reporting_class, reports_only_beside

ENOUGH = 2.5  # a lighter cue is none
_WEIGHTS = {Reporting.SPEECH: 3.0, Reporting.LABEL: 2.2, Reporting.THOUGHT: 0.8, Reporting.NONE: 0.0}
_LINK = 2.5
_LINK_STEP = 0.5  # less for every verb between
_BESIDE = 3.0
_BESIDE_FRAGMENT = 1.0
_NEAR = 1.0
_CROSSED_VERB = 0.5
_CROSSED_QUOTATION = 0.3
_NO_SUBJECT = 1.2
_SPEECHLESS = 1.2  # a thing for a subject: "the turmoil underscores"
_UNKNOWN_VERB = 0.8  # less for a verb that reports nothing by itself, and again for "is"
_BEING = frozenset("is are was were be been being am ’s 's ’re 're has have had".split())
_FARTHEST = 60
_ALWAYS_VERBS = frozenset("said says told wrote asked".split())
_LINKERS = frozenset({",", ":", "that", "as", "–", "—", "--", "dass", "que"})


def _links(sentence: Sentence, place: Place) -> dict[int, int]:
    """Return the verbs that the quotation hangs on, each with the number of verbs passed on the way."""
    links: dict[int, int] = {}
    inside = range(place.first, place.last)
    for anchor in inside:
        if sentence.tokens[anchor].is_sign or sentence.tokens[anchor].head in inside:
            continue
        passed = 0
        for above in sentence.ancestors(anchor):
            if sentence.tokens[above].is_verb and above not in inside:
                links[above] = min(passed, links.get(above, passed))
                passed += 1
    return links


def _beside(sentence: Sentence, verb: int, place: Place) -> bool:
    """Return whether nothing but the speaker, or an object, stands between the verb and the marks."""
    if verb >= place.last:
        start = after_marks(sentence, place)
        words, verbs, quotations = between(sentence, start, verb)
        if quotations or words > 14 or (verbs and not only_auxiliary(sentence, start, verb)):
            return False
        if place.set_off:
            return words == 0 or noun_after(sentence, start) is not None or only_auxiliary(sentence, start, verb)
        if _at_comma(sentence, place) and reporting_class(sentence.tokens[verb].text) is Reporting.SPEECH:
            return words == 0 or noun_ends(sentence, start, verb)
        return words == 0 and _inverted(sentence, verb)
    words, verbs, quotations = between(sentence, verb + 1, place.first)
    before = sentence.tokens[place.first - 1].lower if place.first else ""
    return quotations == 0 and verbs == 0 and (words == 0 or before in _LINKERS)


def _at_comma(sentence: Sentence, place: Place) -> bool:
    """Return whether a comma ends the marked words, inside or outside the marks."""
    return any(token.text == "," for token in sentence.tokens[max(place.first, place.last - 2) : place.last + 1])


def noun_ends(sentence: Sentence, start: int, verb: int) -> bool:
    """Return whether one noun phrase fills the words from *start* to the verb: "…,” Hoover said"."""
    found = noun_after(sentence, start)
    return found is not None and found.last == verb


def _inverted(sentence: Sentence, verb: int) -> bool:
    """Return whether a noun phrase follows a reporting verb: "said Kirby"."""
    token = sentence.tokens[verb]
    speech = reporting_class(token.text) is Reporting.SPEECH and token.tag in {"VBD", "VBZ"}
    return speech and noun_after(sentence, verb + 1) is not None


def _nearness(sentence: Sentence, verb: int, place: Place) -> float:
    """Return what a verb that stands apart from the marks gets for its distance, mostly a loss."""
    first, last = (verb + 1, place.first) if verb < place.first else (place.last, verb)
    words, verbs, quotations = between(sentence, first, last)
    loss = GAP * min(words, 25) + _CROSSED_VERB * verbs + _CROSSED_QUOTATION * quotations
    return (_NEAR if verb < place.first else _NEAR / 2) - loss


def _verbs(sentence: Sentence) -> Iterator[int]:
    """Yield the verbs outside the marks, and words that look like reporting verbs whatever the tagger says."""
    for number, token in enumerate(sentence.tokens):
        if token.quoted >= 0:
            continue
        if token.is_verb or (token.text.islower() and token.lower in _ALWAYS_VERBS) or _ends_with_cue(sentence, number):
            yield number


def _ends_with_cue(sentence: Sentence, number: int) -> bool:
    """Return whether a word taken for a noun ends a sentence that marks lead, as a cue does: “…,” an ad states."""
    tokens = sentence.tokens
    if tokens[number].tag != "NNS" or reporting_class(tokens[number].text) is not Reporting.SPEECH:
        return False
    last = number + 1 == len(tokens) or tokens[number + 1].text == "."
    return last and tokens[0].quoted >= 0 and not any(t.is_verb and t.quoted < 0 for t in tokens)


def _names_a_work(sentence: Sentence, verb: int, place: Place) -> bool:
    """Return whether a participle before the marks introduces a name: "an ad called “…”"."""
    token = sentence.tokens[verb]
    if token.lower not in NAMING or verb >= place.first or between(sentence, verb + 1, place.first)[0] > 1:
        return False
    links = {sentence.tokens[child].dep for child in sentence.children[verb]}
    agent = "agent" in links or any(t.lower == "by" for t in sentence.tokens[place.last : place.last + 2])
    passive = bool(links & {"auxpass", "nsubjpass"}) and not agent
    return passive or token.dep in {"acl", "amod"} or (token.tag == "VBN" and not sentence.parsed)


def _reporting(sentence: Sentence, verb: int) -> Reporting:
    """Return the class of a verb in its place: "as he puts it" reports."""
    token = sentence.tokens[verb]
    following = sentence.tokens[verb + 1].lower if verb + 1 < len(sentence.tokens) else ""
    if token.lower in {"put", "puts", "putting"} and following in {"it", "this"}:
        return Reporting.SPEECH
    if token.lower in {"made", "makes", "make", "making"} and "clear" in {
        t.lower for t in sentence.tokens[verb : verb + 3]
    }:
        return Reporting.SPEECH  # "she made it clear that"
    return reporting_class(token.text)


def _has_clause(sentence: Sentence, verb: int) -> bool:
    """Return whether a clause hangs on the verb as what is said: "he adds that …"."""
    return any(sentence.tokens[child].dep == "ccomp" for child in sentence.children[verb])


def _parenthetical(sentence: Sentence, verb: int) -> bool:
    """Return whether a cue stands between commas in a sentence that is all reported: "…, Ripert said, …"."""
    tokens = sentence.tokens
    if verb + 1 >= len(tokens) or tokens[verb + 1].text != "," or tokens[verb].quoted >= 0:
        return False
    subject = noun_before(sentence, verb, 0)
    return subject is not None and subject.first > 0 and tokens[subject.first - 1].text == ","


def _verb_cue(sentence: Sentence, verb: int, place: Place, links: dict[int, int]) -> FoundCue | None:
    """Return a verb weighed as the cue of one quotation; None where it introduces a name."""
    if _names_a_work(sentence, verb, place):
        return None
    token = sentence.tokens[verb]
    reporting = _reporting(sentence, verb)
    beside = _beside(sentence, verb, place)
    if reports_only_beside(token.text) and not (beside and place.set_off) and not _has_clause(sentence, verb):
        reporting = Reporting.NONE
    weight = _WEIGHTS[reporting]
    if verb in links:
        weight += _LINK - _LINK_STEP * links[verb]
    if beside and place.set_off:
        words = between(sentence, *((place.last, verb) if verb >= place.last else (verb + 1, place.first)))[0]
        weight += _BESIDE - GAP * words
        weight -= _UNKNOWN_VERB if reporting is Reporting.NONE else 0.0
    elif beside and reporting >= Reporting.LABEL:
        weight += _BESIDE if verb >= place.last and _at_comma(sentence, place) else _BESIDE_FRAGMENT
    elif _parenthetical(sentence, verb) and verb not in links:
        weight += _LINK - _LINK_STEP
    elif verb in links:
        weight -= GAP / 2 * min(between(sentence, *sorted((verb + 1, place.first)))[0], 25)
    else:
        weight += _nearness(sentence, verb, place)
    if token.lower in _BEING:
        weight -= _UNKNOWN_VERB
    subject = cue_subject(sentence, verb, place)
    if subject is None:
        weight -= _NO_SUBJECT
    elif sentence.tokens[subject.head].tag in {"NN", "NNS"} and not can_speak(sentence.tokens[subject.head].text):
        weight -= _SPEECHLESS
    return FoundCue(verb, verb + 1, subject, weight, reporting, beside)


def find_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return the heaviest cue of one quotation in its own sentence; None where none is heavy enough."""
    if sentence.german:
        return find_german_cue(sentence, place)
    links = _links(sentence, place) if sentence.parsed else {}
    found: list[FoundCue | None] = [
        _verb_cue(sentence, verb, place, links)
        for verb in _verbs(sentence)
        if min(abs(verb - place.first), abs(verb - place.last)) <= _FARTHEST
    ]
    found += other_cues(sentence, place)
    if sentence.lang == "fr":
        found.append(find_french_cue(sentence, place))
    return heaviest([cue for cue in found if cue is not None and cue.weight >= ENOUGH])


def heaviest(cues: Sequence[FoundCue]) -> FoundCue | None:
    """Return the cue of the greatest weight, the first of equals."""
    return max(cues, key=lambda cue: (cue.weight, -cue.first), default=None)
