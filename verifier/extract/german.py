"""German read without a parser: cues before and after the marks, "so X", "laut X", and names told from speech."""

from __future__ import annotations

import re

from verifier.extract.cue_forms import FoundCue, Place, bracketed_source
from verifier.extract.german_phrases import chunk_at, clause_start, is_finite, subject_by_place
from verifier.extract.german_verbs import TEXT_SPEAKS, german_class
from verifier.extract.german_words import (
    AUXILIARIES,
    NAMING,
    NOMINATIVE,
    OBLIQUE,
    PREPOSITIONS,
    bears_a_name,
    is_subjunctive,
)
from verifier.extract.subjects import Phrase
from verifier.extract.tokens import Sentence
from verifier.extract.verbs import Reporting

_BESIDE, _COLON, _CLAUSE, _SOURCE, _SENTENCE = 8.0, 7.0, 6.0, 5.0, 4.5
_STEP = 0.05  # less for every token between cue and marks
_SIGNS = frozenset({",", ".", "“", "”", "«", "»", '"', "''", "‘", "’", "!", "?", "…"})
_SOURCE_NOUNS = frozenset(
    """angaben angabe ansicht meinung aussage aussagen einschätzung auffassung worten darstellung überzeugung bericht
    berichten informationen ermittlungen erkenntnissen""".split()
)
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z/&-]*[A-ZÄÖÜ]")
_SMALL = frozenset(
    """der die das den dem des und für von vom in im zu zum zur am an auf mit ein eine of the and for de la le pour un
    une du y et à""".split()
)
_FEW_WORDS = 4
_CROSSED = 0.5  # less for every other verb that reports between cue and marks
_HAVING = frozenset("hat hatte haben hatten habe hätte".split())
_PASSIVE = frozenset("wurde wurden wird werden worden".split())
_DEFINITE = frozenset("der die das des dem den im zum zur am beim vom ins".split())


def find_german_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return the heaviest cue of one quotation in a German sentence; None where it has none."""
    found = [_so(sentence, place), _source(sentence, place), bracketed_source(sentence, place)]
    found += [_verb(sentence, place, verb) for verb in _verbs(sentence)]
    cues = [cue for cue in found if cue is not None]
    best = max(cues, key=lambda cue: (cue.weight, -cue.first), default=None)
    if best is None and _lower(sentence, place.first - 1) == ":":
        return _colon(sentence, place)
    return best


def _lower(sentence: Sentence, at: int) -> str:
    """Return the word or sign outside marks at a place in lower case, empty where none is."""
    if 0 <= at < len(sentence.tokens) and sentence.tokens[at].quoted < 0:
        return sentence.tokens[at].lower
    return ""


def _verbs(sentence: Sentence) -> list[int]:
    """Return the places of the words outside marks that report."""
    return [
        number
        for number, token in enumerate(sentence.tokens)
        if token.quoted < 0
        and token.text.islower()
        and german_class(token.text) is not Reporting.NONE
        and not _attributive(sentence, number)
    ]


def _attributive(sentence: Sentence, at: int) -> bool:
    """Return whether a form stands as an adjective: "wegen wiederholten Fouls", "die geforderten Änderungen"."""
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    noun = following is not None and following.quoted < 0 and following.text[:1].isupper()
    before = _lower(sentence, at - 1)
    return noun and (before in PREPOSITIONS or before in NOMINATIVE or before in OBLIQUE)


def _past_signs(sentence: Sentence, at: int) -> int:
    while at < len(sentence.tokens) and sentence.tokens[at].quoted < 0 and sentence.tokens[at].text in _SIGNS:
        at += 1
    return at


def _so(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return "so" with who follows it: “…”, so Wieland · “…” so das Fazit · soll der Einsatz, so Gall, “…”."""
    after = _past_signs(sentence, place.last)
    for at in (after, *(n for n in range(place.first - 1, 0, -1) if _lower(sentence, n - 1) == ",")):
        chunk = chunk_at(sentence, at + 1) if _lower(sentence, at) == "so" else None
        ends = chunk is not None and not is_finite(sentence, chunk.last)
        if chunk is not None and ends and chunk.subject:
            return FoundCue(
                at, at + 1, chunk.phrase(), _BESIDE if at == after else _CLAUSE, Reporting.SPEECH, at == after
            )
    return None


def _source(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return "laut X", "nach Angaben von X", "X zufolge", wherever in the sentence they stand."""
    for at in range(len(sentence.tokens)):
        word = _lower(sentence, at)
        if word in {"zufolge", "folge"}:
            return _before_zufolge(sentence, at)
        last = _source_words(sentence, at, word)
        last += bool(last) and _lower(sentence, last) == "von"
        chunk = chunk_at(sentence, last) if last else None
        if chunk is not None:
            weight = _SOURCE - _STEP * min(abs(place.first - at), 40)
            return FoundCue(at, last, _without_preposition(sentence, chunk.phrase()), weight, Reporting.SPEECH)
    return None


def _source_words(sentence: Sentence, at: int, word: str) -> int:
    """Return where the name of a source begins, 0 where no source is announced."""
    if word in {"laut", "gemäß"}:
        return at + 1
    if word == "nach" and _lower(sentence, at + 1) in _SOURCE_NOUNS:
        return at + 2
    return 0


def _without_preposition(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the phrase without "von" and the like before it."""
    first = phrase.first
    return Phrase(first + 1, phrase.last, phrase.head) if _lower(sentence, first) in {"von", "vom"} else phrase


def _before_zufolge(sentence: Sentence, at: int) -> FoundCue | None:
    """Return the phrase that "zufolge" stands behind: "der BBC zufolge"."""
    at = at - 1 if _lower(sentence, at - 1) == "zu" else at
    for first in range(max(0, at - 8), at):
        chunk = chunk_at(sentence, first)
        if chunk is not None and chunk.last == at and not chunk.prepositional:
            return FoundCue(at, at + 1, chunk.phrase(), _SENTENCE, Reporting.SPEECH)
    return None


def _verb(sentence: Sentence, place: Place, verb: int) -> FoundCue | None:
    """Return a verb weighed as the cue of one quotation by where it stands to the marks."""
    reporting = german_class(sentence.tokens[verb].text)
    finite = _finite_of(sentence, verb)
    subject = _text_that_speaks(sentence, verb) or _agent(sentence, verb, finite) or subject_by_place(sentence, finite)
    weight = _weight(sentence, place, verb, finite, reporting)
    if weight <= 0 or subject is None:
        return None
    beside = weight >= _COLON
    return FoundCue(verb, verb + 1, subject, weight, reporting, beside)


def _agent(sentence: Sentence, verb: int, finite: int) -> Phrase | None:
    """Return by whom something "wurde … geäußert": "von Becks Sohn"."""
    if _lower(sentence, finite) not in _PASSIVE or sentence.tokens[verb].lower == "zitiert":
        return None
    for at in range(finite + 1, verb):
        chunk = chunk_at(sentence, at) if _lower(sentence, at) in {"von", "vom", "durch"} else None
        if chunk is not None:
            return Phrase(at + 1, chunk.last, chunk.head)
    return None


def _text_that_speaks(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the text that "heißt es" quotes: "In einer Erklärung der Minister heißt es"."""
    if sentence.tokens[verb].lower not in TEXT_SPEAKS:
        return None
    for at in range(clause_start(sentence, verb), len(sentence.tokens)):
        chunk = chunk_at(sentence, at) if _lower(sentence, at) in {"in", "im", "auf", "aus"} else None
        if chunk is not None and chunk.last > at + 1:
            return Phrase(at + 1, chunk.last, chunk.head)
    return None


def _finite_of(sentence: Sentence, verb: int) -> int:
    """Return the auxiliary that a participle hangs on, before it in its clause; else the verb."""
    participle = sentence.tokens[verb].lower.startswith(("ge", "be", "er", "ver", "zi", "an", "mit", "aus", "hin"))
    if participle and sentence.tokens[verb].lower.endswith(("t", "en")):
        for at in range(verb - 1, max(-1, verb - 30), -1):
            if sentence.tokens[at].quoted >= 0 or _lower(sentence, at) in {":", ";"}:
                break
            if _lower(sentence, at) in AUXILIARIES:
                return at
    return verb


def _weight(sentence: Sentence, place: Place, verb: int, finite: int, reporting: Reporting) -> float:
    """Return how well a verb's place fits a quotation; 0 where it does not."""
    known = {Reporting.SPEECH: 0.0, Reporting.LABEL: -0.3, Reporting.THOUGHT: -1.0}[reporting]
    if place.set_off and _past_signs(sentence, place.last) == min(verb, finite):
        return _BESIDE + known
    before = verb < place.first
    between = range(verb + 1, place.first) if before else range(place.last, verb)
    crossed = sum(n != finite and german_class(sentence.tokens[n].text) >= Reporting.LABEL for n in between)
    known -= _CROSSED * crossed
    parted = sum(sentence.tokens[n].text in {",", ";"} for n in between if sentence.tokens[n].quoted < 0)
    if before and _lower(sentence, place.first - 1) == ":":
        return _COLON + known - parted - _STEP * len(between)
    if not parted and (reporting is Reporting.LABEL or reporting is Reporting.SPEECH):
        return _CLAUSE + known - _STEP * len(between)
    if reporting is Reporting.SPEECH:
        return _SENTENCE - _STEP * len(between) - 0.2 * parted
    return _SENTENCE - 1.0 - _STEP * len(between) - 0.4 * parted


def _colon(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return the subject of the clause that a colon ends, whatever its verb: "Die Firma sieht es so: “…”"."""
    colon = place.first - 1
    for verb in range(colon - 1, -1, -1):
        token = sentence.tokens[verb]
        if token.quoted >= 0:
            return None
        second = token.text.islower() and chunk_at(sentence, verb) is None and _stands_second(sentence, verb)
        if second:
            subject = subject_by_place(sentence, verb)
            return FoundCue(verb, verb + 1, subject, _SENTENCE, Reporting.NONE, True) if subject is not None else None
    return None


def _stands_second(sentence: Sentence, verb: int) -> bool:
    """Return whether one phrase or adverb leads the clause before a word that looks like a verb."""
    start = clause_start(sentence, verb)
    if not sentence.tokens[verb].lower.endswith(("t", "te", "ten", "en", "ß", "b", "f", "g", "h")) or start == verb:
        return False
    chunk = chunk_at(sentence, start)
    return (chunk is not None and chunk.last == verb) or verb - start == 1


def speaks_in(sentence: Sentence) -> FoundCue | None:
    """Return the first verb of speech of a sentence without marks with its subject, else a source it names."""
    for verb in _verbs(sentence):
        if german_class(sentence.tokens[verb].text) is Reporting.SPEECH:
            subject = subject_by_place(sentence, _finite_of(sentence, verb))
            if subject is not None:
                return FoundCue(verb, verb + 1, subject, _SENTENCE, Reporting.SPEECH)
    return _source(sentence, Place(-1, 0, 0, False))


def reports(sentence: Sentence) -> bool:
    """Return whether a verb outside the marks stands in the form that German keeps for reported speech."""
    return any(token.quoted < 0 and is_subjunctive(token.lower) for token in sentence.tokens)


def reads_as_name(words: str, sentence: Sentence, place: Place) -> bool:
    """Return whether the marks hold the name of a work, a body or a thing: "der Zeitung „Hürriyet“", "„ÖTV“ (ÖTV)"."""
    tokens, after, before = sentence.tokens, place.last, place.first - 1
    if before < 0 and place.set_off:
        return False
    short = _lower(sentence, after) == "(" and after + 2 < len(tokens) and tokens[after + 2].text == ")"
    if short and _ABBREVIATION.fullmatch(tokens[after + 1].text):
        return True
    content = [word for word in re.findall(r"[^\W_][\w’'-]*", words[:200]) if word.lower() not in _SMALL]
    if not content or before < 0 or tokens[before].quoted >= 0:
        return False
    word = tokens[before].lower
    called = _lower(sentence, after) == "genannt" and _lower(sentence, _finite_of(sentence, after)) not in _HAVING
    if word in NAMING or (called and len(content) < _FEW_WORDS):
        return True
    first = re.search(r"[^\W_]", words)
    if first is not None and first.group().islower():
        return bears_a_name(tokens[before].text, small=True) and len(content) <= _FEW_WORDS
    if bears_a_name(tokens[before].text) and not place.set_off:
        return True
    capital = all(part[:1].isupper() or part[:1].isdigit() for part in content)
    return capital and len(content) >= 2 and word in _DEFINITE and not place.set_off
