"""An attribution as a value, and how sure its ground makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.extract.cue_forms import FoundCue, Place, source_at
from verifier.extract.headlines import is_headline
from verifier.extract.subjects import Phrase, noun_after, noun_before, subject_of
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import NAMING, WORKS, Reporting, reporting_class
from verifier.model.text import Span

_SURE, _LIKELY, _DOUBTFUL, _WEAK = 0.95, 0.85, 0.7, 0.6
_FEW_WORDS = 3
_CALLING = ("call", "nicknam", "dub", "appel", "surnomm", "nenn", "nann", "taufte")
_PEOPLE = frozenset("they people we everyone locals on man sie leute einheimische".split())
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
    relayed_head: Span | None = None
    inherited: bool = False  # from another paragraph, or from no cue at all
    label: bool = False  # the quotation itself begins with its speaker's label
    work: bool = False  # the marks hold the name of a work, a programme or a body
    headline: bool = False  # its sentence is printed with capitals, which then tell nothing
    disowned: str | None = None  # why nobody is said to have said it: asked, denied


def confidence_of(cue: FoundCue) -> float:
    """Return how sure the cue's weight makes the speaker."""
    if cue.subject is None:
        return 0.3
    sure = _SURE if cue.weight >= 5 else _LIKELY if cue.weight >= 4 else _DOUBTFUL if cue.weight >= 3.2 else _WEAK
    return sure if cue.reporting is not Reporting.NONE else min(sure, _DOUBTFUL)


def relayed_by(sentence: Sentence, cue: FoundCue) -> Phrase | None:
    """Return who says that another said it: Kirby, in "Kirby said that Zelensky had said “…”"."""
    if not sentence.parsed or cue.subject is None or sentence.tokens[cue.subject.head].tag == "PRP":
        return None
    if sentence.tokens[cue.first].is_verb:
        for number in range(len(sentence.tokens) - 1):
            length = source_at(sentence, number)
            if length:  # “…,” O’Malley said, according to the Sun
                return noun_after(sentence, number + length)
    at = cue.first
    for above in sentence.ancestors(cue.first):
        token = sentence.tokens[above]
        if token.is_verb and token.quoted < 0 and reporting_class(token.text) is Reporting.SPEECH:
            outer = subject_of(sentence, above) if sentence.tokens[at].dep in {"ccomp", "pcomp", "xcomp"} else None
            different = outer is not None and not outer.first <= cue.subject.head < outer.last
            return outer if different else None
        at = above
    return None


def printed_as_headline(sentence: Sentence) -> bool:
    """Return whether the sentence's own words have capitals as those of a headline do."""
    return is_headline([token.text for token in sentence.tokens if token.text[:1].isalpha()])


def reads_as_title(words: str, sentence: Sentence, place: Place) -> bool:
    """Return whether capitalised words stand where a name does: CBS’s “This Morning”, on “Meet the Press”."""
    if place.first == 0 or printed_as_headline(sentence):
        return False
    before = sentence.tokens[place.first - 1]
    near = {token.lower for token in sentence.tokens[max(0, place.first - 3) : place.first - 1]}
    if before.text == "," and near & WORKS:
        return words[:1].isupper()  # her 2015 memoir, “Plenty Ladylike.”
    if place.set_off:
        return False
    if _so_called(sentence, place.first):
        return True
    content = [word for word in words.split() if word[:1].isalpha()]
    placed = before.tag in {"IN", "POS"} and before.lower != "as"  # "hailed as “The Comeback Kid”" is a label
    named = before.lower in NAMING and len(content) <= _FEW_WORDS  # what a longer name says may be news
    names = placed or named or before.lower in WORKS
    if sentence.lang == "fr" and (named or before.lower in WORKS):  # French titles have one capital
        return bool(content) and content[0][:1].isupper()
    capital = sum(word[:1].isupper() or word.lower() in _SMALL for word in content)
    return names and bool(content) and content[0][:1].isupper() and capital == len(content)


def _so_called(sentence: Sentence, at: int) -> bool:
    """Return whether "so-called" stands before the marks, in whatever parts the parser cut it."""
    return "".join(token.lower for token in sentence.tokens[max(0, at - 3) : at]).endswith(("so-called", "soi-disant"))


def nicknamed(sentence: Sentence, cue: FoundCue) -> bool:
    """Return whether people in general call something so: "They call him “Moose”", "on l'appelle", "man nennt"."""
    called = sentence.tokens[cue.first].lower.startswith(_CALLING)
    return called and cue.subject is not None and sentence.tokens[cue.subject.head].lower in _PEOPLE


def phrase_spans(sentence: Sentence, phrase: Phrase | None) -> tuple[Span | None, Span | None]:
    """Return the article's ranges of a phrase and of its head word."""
    if phrase is None:
        return None, None
    return sentence.cut(phrase.first, phrase.last), sentence.cut(phrase.head, phrase.head + 1)


def has_object(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb already has what was said: a clause, an object or a quotation of its own."""
    if not sentence.parsed:
        return True
    links = {sentence.tokens[child].dep for child in sentence.children[verb]}
    first = next((n for n, token in enumerate(sentence.tokens) if token.quoted >= 0), None)
    return bool(links & {"ccomp", "dobj", "obj", "xcomp"}) or (first is not None and first <= verb + 3)


def main_subject(sentence: Sentence) -> Phrase | None:
    """Return the subject of the sentence's main verb."""
    for number, token in enumerate(sentence.tokens):
        if token.head == number and token.is_verb and token.quoted < 0:
            return subject_of(sentence, number)
    return None


def teller(sentence: Sentence, end: int) -> Phrase | None:
    """Return who says something before *end*, whatever the main clause tells: "As Pollak observed, it was …:"."""
    for number, token in enumerate(sentence.tokens[:end]):
        if token.is_verb and token.quoted < 0 and reporting_class(token.text) is Reporting.SPEECH:
            phrase = subject_of(sentence, number)
            if phrase is not None and sentence.tokens[phrase.head].tag == "NNP":
                return phrase
    return None


def named_before_colon(sentence: Sentence, colon: int) -> Phrase | None:
    """Return whom "from" or "here is" names right before a colon: "More from Cohen:", "Here’s Clinton in 1992:"."""
    tokens = sentence.tokens
    phrase = noun_before(sentence, colon, 0)
    if phrase is not None and phrase.first and tokens[phrase.first - 1].lower in {"from", "by"}:
        return phrase if tokens[phrase.head].tag == "NNP" else None
    lead = [token.lower for token in tokens[:2]]
    return noun_after(sentence, 2) if lead[:1] == ["here"] and lead[1:] and lead[1] in {"is", "’s", "'s"} else None


def from_cue(bare: Attribution, sentence: Sentence, cue: FoundCue) -> Attribution:
    """Return what a cue says of one quotation."""
    mention, head = phrase_spans(sentence, cue.subject)
    relayed, relayed_head = phrase_spans(sentence, relayed_by(sentence, cue))
    return replace(
        bare,
        confidence=confidence_of(cue),
        cue=sentence.cut(cue.first, cue.last),
        cue_sentence=sentence.number,
        cue_token=cue.first,
        mention=mention,
        mention_head=head,
        reporting=cue.reporting,
        relayed=relayed,
        relayed_head=relayed_head,
    )


def like(
    bare: Attribution, other: Attribution, confidence: float, *, same_cue: bool = False, inherited: bool = False
) -> Attribution:
    """Return *bare* with the speaker of *other*, and its cue where the cue is the same."""
    return replace(
        bare,
        confidence=min(confidence, other.confidence),
        mention=other.mention,
        mention_head=other.mention_head,
        reporting=other.reporting,
        cue=other.cue if same_cue else None,
        cue_sentence=other.cue_sentence if same_cue else None,
        cue_token=other.cue_token if same_cue else None,
        disowned=other.disowned if same_cue else None,
        inherited=inherited or other.inherited,
    )
