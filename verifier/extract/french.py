"""French read by its surface where a parser stumbles: inverted and clitic subjects, "selon X", cues inside the marks.

« …, dit-elle, … » stands in one pair of marks and is two runs of her words with the article's between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.extract.cue_forms import FoundCue, Place, whole_phrase
from verifier.extract.quotations import Quoted
from verifier.extract.subjects import FRENCH_CLITICS, Phrase, noun_after
from verifier.extract.tokens import Sentence, Token
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span

_BESIDE, _SOURCE, _APART = 9.5, 4.5, 4.2
_PRONOUNS = frozenset("il elle ils elles on".split())
_OBJECTS = FRENCH_CLITICS | {"le", "la", "les"}  # "l'a coupée", "nous crie"
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "u", "ue", "it", "is")
_REFLEXIVES = frozenset("s' s’ se".split())
_AUXILIARIES = frozenset("a ont avait avaient est sont était étaient eut aura auront ait".split())
_ADVERBS = frozenset(
    """aussi encore ainsi alors déjà ensuite également notamment pourtant toutefois donc enfin même aujourd'hui hier
    lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi après-midi""".split()
)
_PARENTHESIS = 9  # tokens between commas that part a verb from its subject: ", des larmes dans la voix,"
_INCISE = re.compile(
    r"(?P<stop>[,?!…]|\s[–—])\s+(?P<incise>(?:"
    r"(?:s[’']|l[’']|lui |nous )?(?:a|ont|avait|avaient|est|sont|était)-(?:t-)?(?:ils?|elles?|on) (?P<done>[^\W\d_]+)"
    r"|(?:s[’']|se |l[’']|lui |nous |leur |en )?(?P<verb>[^\W\d_]+)(?:-t)?-(?:il|elle|ils|elles|on)\b"
    r"|(?:s[’']|lui |nous )?(?P<told>[^\W\d_]+) (?=(?:l[ea’']|les|une?|son|sa|M\.|Mme|[^\W\d_a-zà-ÿ])))"
    r"[^,.;:!?…«»“”]{0,60})(?P<end>[,.!?…;:])(?=\s|$)"
)
_FEWEST = 2  # words of the first part


def find_french_cue(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return the cue that stands right after the marks, or a source that leads to them; None without one."""
    return _inverted(sentence, place) or _source(sentence, place)


def _at(sentence: Sentence, number: int) -> Token | None:
    """Return a token outside marks."""
    if 0 <= number < len(sentence.tokens) and sentence.tokens[number].quoted < 0:
        return sentence.tokens[number]
    return None


def _lower(sentence: Sentence, number: int) -> str:
    token = _at(sentence, number)
    return token.lower if token is not None else ""


def _past(sentence: Sentence, at: int, words: frozenset[str]) -> int:
    """Return the first token from *at* on that is none of the words and no hyphen."""
    while _lower(sentence, at) in words or _lower(sentence, at) in {"-", "-t", "t"}:
        at += 1
    return at


def _inverted(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return a verb beside the marks with the subject behind it: », s'est félicité leur président · », soupire-t-il."""
    at = place.last
    while (token := _at(sentence, at)) is not None and token.is_sign:
        at += 1
    if not place.set_off and at == place.last:
        return None
    verb = _past(sentence, at, _OBJECTS)
    joined = _lower(sentence, at) in _REFLEXIVES or _lower(sentence, verb) in _AUXILIARIES
    subject = None
    if _lower(sentence, verb) in _AUXILIARIES:
        following = _past(sentence, verb + 1, frozenset())
        if _lower(sentence, following) in _PRONOUNS:
            subject, following = Phrase(following, following + 1, following), following + 1
        verb = _past(sentence, following, _ADVERBS)
    token = _at(sentence, verb)
    if token is None or token.is_sign:
        return None
    subject = subject or _behind(sentence, verb)
    # « …, s'amuse-t-il », « …, l'a coupée X »: the place tells that any verb reports.
    reports = reporting_class(token.text) >= Reporting.LABEL
    joined = joined and (token.is_verb or token.lower.endswith(_PARTICIPLES))
    unknown = place.set_off and (joined or (token.is_verb and subject is not None and subject.first == verb + 1))
    if subject is None or not (reports or unknown):
        return None
    return FoundCue(verb, verb + 1, subject, _BESIDE, Reporting.SPEECH, True)


def _behind(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the pronoun or noun phrase behind a verb, past adverbs and one parenthesis."""
    at = _past(sentence, verb + 1, frozenset())
    if _lower(sentence, at) in _PRONOUNS:
        return Phrase(at, at + 1, at)
    at = _past(sentence, at, _ADVERBS)
    if _lower(sentence, at) == ",":
        closing = next((n for n in range(at + 1, at + _PARENTHESIS) if _lower(sentence, n) == ","), None)
        at = closing + 1 if closing is not None else at
    found = noun_after(sentence, at)
    return whole_phrase(sentence, found) if found is not None else None


def _source(sentence: Sentence, place: Place) -> FoundCue | None:
    """Return "pour X" at the head of a sentence that leads to the marks: "Pour cette dernière, « … »"."""
    if _lower(sentence, 0) != "pour" or place.first < 2:
        return None
    found = noun_after(sentence, 1)
    if _lower(sentence, 2) in {"dernier", "dernière", "derniers", "dernières"}:
        found = Phrase(1, 3, 2)
    if found is None or _lower(sentence, found.last) != ",":
        return None
    return FoundCue(0, 1, found, _SOURCE if found.last + 1 == place.first else _APART, Reporting.SPEECH)


def parted(text: str, quoted: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Return the runs, those that hold the article's own cue parted at it: « Un hangar, dit-elle, si. »."""
    found: list[Quoted] = []
    for run in quoted:
        found.extend(_parts(text, run))
    return tuple(found)


def _parts(text: str, run: Quoted) -> list[Quoted]:
    """Return one run, or the runs before and after each cue inside it."""
    parts: list[Quoted] = []
    start, outer = run.span.start, run.outer.start
    for incise in _INCISE.finditer(text, run.span.start, run.span.end):
        before = text[start : incise.start("stop")]
        if incise.start() < start or not _tells(incise) or len(before.split()) < _FEWEST:
            continue
        end = incise.start("stop") + (
            0 if incise["stop"] in ", –—" or incise["stop"].isspace() else len(incise["stop"])
        )
        parts.append(Quoted(Span(start, end), Span(outer, incise.end("stop")), run.closed, run.mark))
        start = outer = _skip_space(text, incise.end("end"), run.span.end)
    if not parts:
        return [run]
    if start < run.span.end:
        parts.append(
            Quoted(Span(start, run.span.end), Span(outer, run.outer.end), run.closed, run.mark, run.paragraphs)
        )
    return parts


def _tells(incise: re.Match[str]) -> bool:
    """Return whether the verb of an incise reports speech; a noun behind it asks for a verb that does nothing else."""
    word = incise["verb"] or incise["done"] or incise["told"]
    reporting = reporting_class(word)
    return reporting is Reporting.SPEECH and (incise["told"] is None or word.endswith(("e", "ent", "it", "d", "nd")))


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
