"""Whom a verb cue names as the speaker: beside the marks by place, else by grammar, else by what leads the sentence."""

from __future__ import annotations

from verifier.extract.cue_forms import Place, between, whole_phrase
from verifier.extract.subjects import FRENCH_CLITICS, Phrase, noun_after, noun_before, subject_of
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import Reporting, can_speak, reporting_class

_FARTHEST = 30  # tokens that words between commas may part a name from its verb
_AUXILIARIES = frozenset("a ont avait avaient has had have hat hatte haben t".split())
# What follows these is who is spoken to: "Rosenberg, a supporter, told the New Yorker".
_ADDRESSING = frozenset("told tells informed informs reminded reminds assured assures notified notifies".split())
_BY = frozenset({"by", "par", "von"})
_NEAR_AGENT = 8  # tokens


def after_marks(sentence: Sentence, place: Place) -> int:
    """Return the first word after the closing mark and the signs that follow it."""
    at = place.last
    while at < len(sentence.tokens) and sentence.tokens[at].is_sign and sentence.tokens[at].quoted < 0:
        at += 1
    return at


def only_auxiliary(sentence: Sentence, start: int, verb: int) -> bool:
    """Return whether only an auxiliary and its clitics stand before a participle: "a déclaré", "a-t-il ajouté"."""
    between_them = sentence.tokens[start:verb]
    return (
        0 < len(between_them) <= 3
        and between_them[0].lower in _AUXILIARIES
        and all(token.lower in _AUXILIARIES or token.tag == "PRP" for token in between_them)
    )


def cue_subject(sentence: Sentence, verb: int, place: Place) -> Phrase | None:
    """Return who the cue says speaks: beside the marks by place, else by grammar."""
    tokens = sentence.tokens
    if verb >= place.last and place.set_off:
        start = after_marks(sentence, place)
        if start == verb or only_auxiliary(sentence, start, verb):
            clitic = next((n for n in range(start, verb) if tokens[n].tag == "PRP" and tokens[n].text.isalpha()), None)
            if clitic is not None:  # « …, a-t-il ajouté »
                return Phrase(clitic, clitic + 1, clitic)
            following = verb + 1
            while following < len(tokens) and tokens[following].tag in {"RB", "RP"}:
                following += 1
            inverted = noun_after(sentence, following)
            if inverted is not None and tokens[verb].tag != "VBG":
                return whole_phrase(sentence, inverted)
        else:
            linked = subject_of(sentence, verb)
            if linked is not None and linked.head >= start:
                return _up_to(sentence, linked, verb)
            _, verbs, quotations = between(sentence, start, verb)
            found = noun_after(sentence, start)
            if found is not None and not verbs and not quotations:
                return found
    linked = (
        _agent_after(sentence, verb, place)
        or _past_relative_clause(sentence, verb)
        or _of_what_clause(sentence, verb)
        or _of_joined_report(sentence, verb)
        or subject_of(sentence, verb)
    )
    turned = _turned_round(sentence, verb)
    if turned is not None and (linked is None or linked.head < verb):
        return turned
    if linked is not None:
        return _up_to(sentence, linked, verb)
    return _nearest_subject(sentence, verb, place) or _leading_name(sentence, verb)


def _agent_after(sentence: Sentence, verb: int, place: Place) -> Phrase | None:
    """Return who follows the marks with "by", of a passive cue: "labeled a “witch hunt” by Democrats"."""
    tokens = sentence.tokens
    by = place.last < len(tokens) and tokens[place.last].lower in _BY
    if not by or tokens[verb].tag != "VBN" or not 0 < place.first - verb < _NEAR_AGENT:
        return None
    bare = tokens[verb].dep in {"acl", "amod"} or any("pass" in tokens[n].dep for n in sentence.children[verb])
    return noun_after(sentence, place.last + 1) if bare else None


def _past_relative_clause(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the name that a clause parts from its verb: "Mr. Buchanan, who had lost the nomination, called for"."""
    tokens = sentence.tokens
    if not sentence.parsed or not verb or tokens[verb - 1].text != "," or tokens[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    if any(tokens[child].dep.startswith("nsubj") for child in sentence.children[verb]):
        return None
    found = _across_commas(sentence, verb, 0)
    clause = found is not None and tokens[min(found.last + 1, verb)].lower in {"who", "which"}
    return found if clause else None


def _of_joined_report(sentence: Sentence, verb: int) -> Phrase | None:
    """Return who reports twice: "Rajoy said that he will “try” and insisted that …" has one subject."""
    token = sentence.tokens[verb]
    joined = token.dep == "conj" and token.tag in {"VBD", "VBZ"} and reporting_class(token.text) is Reporting.SPEECH
    if not joined or any(sentence.tokens[child].dep.startswith("nsubj") for child in sentence.children[verb]):
        return None
    if reporting_class(sentence.tokens[token.head].text) is Reporting.SPEECH:
        return None  # "she said that he came and said": the nearer one
    for above in sentence.ancestors(verb):
        report = sentence.tokens[above]
        if report.tag == token.tag and report.quoted < 0 and reporting_class(report.text) is Reporting.SPEECH:
            return subject_of(sentence, above)
    return None


def _turned_round(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the name after a cue that a comma sets apart: "…, said Geert Wilders"."""
    tokens = sentence.tokens
    if verb == 0 or tokens[verb - 1].text != "," or reporting_class(tokens[verb].text) is not Reporting.SPEECH:
        return None
    if tokens[verb].tag not in {"VBD", "VBZ"} or tokens[verb].lower in _ADDRESSING:
        return None
    found = noun_after(sentence, verb + 1)
    if found is None or tokens[found.head].tag != "NNP" or _goes_on_as_clause(sentence, found.last):
        return None
    return whole_phrase(sentence, found)


def _goes_on_as_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a verb or marked words follow a name: it is then what was said, "…, said Sanders has pushed"."""
    while at < len(sentence.tokens) and sentence.tokens[at].tag in {"RB", "POS", "JJ", "JJS", "NN", "NNS"}:
        at += 1
    following = sentence.tokens[at] if at < len(sentence.tokens) else None
    return following is not None and (following.quoted >= 0 or following.is_verb or following.tag in {"MD", "CC"})


def _of_what_clause(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the main subject that a pronoun stands for: "Ban condemned what he called a “breach”"."""
    objects = {sentence.tokens[child].lower for child in sentence.children[verb]}
    own = subject_of(sentence, verb)
    if "what" not in objects or own is None or sentence.tokens[own.head].tag != "PRP":
        return None
    above = next((n for n in sentence.ancestors(verb) if sentence.tokens[n].is_verb), None)
    main = subject_of(sentence, above) if above is not None else None
    if main is None or main.head > own.head:
        return None
    token = sentence.tokens[main.head]
    return main if token.tag in {"NNP", "PRP"} or can_speak(token.text) else None


def _up_to(sentence: Sentence, phrase: Phrase, verb: int) -> Phrase:
    """Return the phrase stretched to its verb where only names stand between: "chief for news Dave Gorab called"."""
    between = sentence.tokens[phrase.last : verb]
    if (
        between
        and len(between) < 6
        and between[-1].tag == "NNP"
        and all(t.tag in {"NNP", "NN", "CC", "VB"} and t.quoted < 0 for t in between)
    ):
        return Phrase(phrase.first, verb, verb - 1)
    return phrase


def _nearest_subject(sentence: Sentence, verb: int, place: Place) -> Phrase | None:
    """Return the noun phrase before the verb, past adverbs and auxiliaries."""
    at = verb
    floor = place.last if verb >= place.last else 0
    while at > floor and (
        sentence.tokens[at - 1].tag in {"RB", "MD", "VBD", "VBZ", "VBP", "VB"} or _french_clitic(sentence, at - 1)
    ):
        at -= 1
        if sentence.tokens[at].quoted >= 0:
            return None
    return noun_before(sentence, at, floor) or _across_commas(sentence, at, floor)


def _french_clitic(sentence: Sentence, at: int) -> bool:
    return sentence.lang == "fr" and sentence.tokens[at].lower in FRENCH_CLITICS


def _leading_name(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the name that leads a sentence whose grammar was not read: "Clinton supports “…,” and recalled …: “…”"."""
    leading = next((n for n, token in enumerate(sentence.tokens[:verb]) if not token.is_sign), verb)
    found = noun_after(sentence, leading) if leading < verb else None
    named = found is not None and sentence.tokens[found.head].tag == "NNP"
    return found if named and reporting_class(sentence.tokens[verb].text) >= Reporting.LABEL else None


def _across_commas(sentence: Sentence, verb: int, floor: int) -> Phrase | None:
    """Return the name or pronoun before words between commas: "Mr. Trump, asked about it, said"."""
    tokens = sentence.tokens
    if verb - 1 <= floor or tokens[verb - 1].text != ",":
        return None
    for at in range(verb - 2, max(floor, verb - _FARTHEST), -1):
        if tokens[at].quoted >= 0:
            return None
        if tokens[at].text == ",":
            found = noun_before(sentence, at, floor)
            if found is not None and tokens[found.head].tag in {"NNP", "PRP"}:
                return found
    return None
