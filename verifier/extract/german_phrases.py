"""German noun phrases and subjects by the place of words: the verb stands second, or last after a subordinator."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.extract.german_verbs import german_class
from verifier.extract.german_words import (
    ATTACHING,
    AUXILIARIES,
    GENITIVE,
    NOMINATIVE,
    OBLIQUE,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    SUBORDINATORS,
    is_adverbial,
)
from verifier.extract.subjects import Phrase
from verifier.extract.tokens import Sentence, Token
from verifier.extract.verbs import Reporting

_MOST_ADJECTIVES = 4
_MOST_PARTS = 4  # attributes and appositions of one phrase
_BREAKS = frozenset({":", ";", "–", "—", "("})
_REACH = 60  # tokens that a clause is looked back over
_ENDINGS = ("e", "en", "er", "es", "em")
_PERSONAL = frozenset("er sie es man wir ich".split())
_NO_ADJECTIVES = NOMINATIVE | OBLIQUE | PREPOSITIONS | PRONOUNS | SUBORDINATORS | AUXILIARIES | {"oder", "aber", "wie"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase: tokens *first* to *last*, half-open, its head, and what its first words tell."""

    first: int
    last: int
    head: int
    prepositional: bool = False
    oblique: bool = False
    pronoun: bool = False
    name: bool = False  # no determiner stands before it

    @property
    def subject(self) -> bool:
        """Whether the phrase may be a subject."""
        return not self.prepositional and not self.oblique

    def phrase(self) -> Phrase:
        """Return the phrase as other readers know it."""
        return Phrase(self.first, self.last, self.head)


def _capital(token: Token) -> bool:
    return token.quoted < 0 and token.text[:1].isupper()


def _word(sentence: Sentence, at: int) -> str:
    """Return the word outside marks at a place in lower case, empty where none is."""
    if 0 <= at < len(sentence.tokens) and sentence.tokens[at].quoted < 0:
        return sentence.tokens[at].lower
    return ""


def _noun_from(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the first and last token, half-open, of the capitalised run behind adjectives; None where none is."""
    tokens = sentence.tokens
    start = at
    while start < len(tokens) and start - at < _MOST_ADJECTIVES and not _capital(tokens[start]):
        token = tokens[start]
        adjective = token.text.islower() and token.lower.endswith(_ENDINGS) and token.lower not in _NO_ADJECTIVES
        if token.quoted >= 0 or not (adjective or token.tag == "CD" or token.lower == "rund"):
            return None
        start += 1
    last = start
    while last < len(tokens) and _capital(tokens[last]) and (last == start or not _starts_phrase(tokens[last])):
        last += 1
    return (start, last) if last > start else None


def _starts_phrase(token: Token) -> bool:
    return token.lower in NOMINATIVE or token.lower in OBLIQUE or token.lower in PREPOSITIONS


def chunk_at(sentence: Sentence, at: int) -> Chunk | None:
    """Return the noun phrase that begins at a token, a preposition before it included; None where none begins."""
    first, word = at, _word(sentence, at)
    prepositional = word in PREPOSITIONS
    if prepositional:
        at, word = at + 1, _word(sentence, at + 1)
    determined = word in NOMINATIVE or word in OBLIQUE
    noun = _noun_from(sentence, at + 1 if determined else at) if word else None
    if word in _PERSONAL or (word in PRONOUNS and noun is None):
        return Chunk(first, at + 1, at, prepositional, pronoun=True)
    if noun is None or (word in SUBORDINATORS and noun[0] == at):
        return None
    chunk = Chunk(first, noun[1], noun[1] - 1, prepositional, word in OBLIQUE - NOMINATIVE, name=not determined)
    return _extended(sentence, chunk)


def _extended(sentence: Sentence, chunk: Chunk) -> Chunk:
    """Return the phrase with its attributes and appositions: "der Vorsitzende der Grünen (MdB), Volker Beck,"."""
    for _ in range(_MOST_PARTS):
        last = _part_after(sentence, chunk)
        if last is None:
            break
        chunk = replace(chunk, last=last)
    return chunk


def _part_after(sentence: Sentence, chunk: Chunk) -> int | None:
    """Return where the part ends that goes on with a phrase; None where the phrase is over."""
    tokens, at, word = sentence.tokens, chunk.last, _word(sentence, chunk.last)
    if word == "(":
        closing = next((n for n in range(at, min(at + 6, len(tokens))) if tokens[n].text == ")"), None)
        return closing + 1 if closing is not None else None
    if word == "," and not chunk.prepositional:
        return _apposition(sentence, chunk)
    if word in {"und", "sowie"} and not chunk.prepositional:
        return _joined(sentence, at + 1)
    attaches = word in GENITIVE or (word in ATTACHING and not chunk.prepositional)
    person = chunk.name and chunk.head > chunk.first  # "Jan Petersen", unlike "Vertreter"
    if not attaches or person:
        return None
    noun = _noun_from(sentence, at + 1) or _noun_from(sentence, at + 2)
    return noun[1] if noun is not None else None


def _joined(sentence: Sentence, at: int) -> int | None:
    """Return where the second of two joined nouns ends: "Hamas und Fatah", "die Polizei und der Minister"."""
    determined = _word(sentence, at) in NOMINATIVE
    noun = _noun_from(sentence, at + 1 if determined else at)
    return noun[1] if noun is not None and not is_finite(sentence, at) else None


def _apposition(sentence: Sentence, chunk: Chunk) -> int | None:
    """Return where a name or a title between commas ends: "…, Volker Beck, sprach", "Beck, der Sprecher, sagte"."""
    tokens, at = sentence.tokens, chunk.last + 1
    determined = _word(sentence, at) in NOMINATIVE - {"das"}
    noun = _noun_from(sentence, at + 1 if determined else at)
    if noun is None or _word(sentence, at) in PREPOSITIONS | SUBORDINATORS:
        return None
    inner = _extended(sentence, Chunk(at, noun[1], noun[1] - 1, prepositional=True))
    last = inner.last
    ends = last == len(tokens) or tokens[last].quoted >= 0 or tokens[last].text in {",", ":", ".", ")"}
    verb = last < len(tokens) and _is_verb(tokens[last])
    return (
        last + (last < len(tokens) and tokens[last].text == "," and _closes(sentence, last)) if ends or verb else None
    )


def _closes(sentence: Sentence, comma: int) -> bool:
    """Return whether a verb follows a comma, so that the comma belongs to the phrase before it."""
    return comma + 1 < len(sentence.tokens) and _is_verb(sentence.tokens[comma + 1])


def _is_verb(token: Token) -> bool:
    """Return whether a word is a finite verb that this reader knows, or looks like one."""
    if token.quoted >= 0 or not token.text.islower():
        return False
    return token.lower in AUXILIARIES or german_class(token.text) is not Reporting.NONE


def is_finite(sentence: Sentence, at: int) -> bool:
    """Return whether the token at a place is a verb outside marks."""
    return 0 <= at < len(sentence.tokens) and _is_verb(sentence.tokens[at])


def clause_start(sentence: Sentence, verb: int) -> int:
    """Return the first token of the clause that a verb ends or stands second in."""
    tokens = sentence.tokens
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        token = tokens[at]
        if token.quoted >= 0 or token.text in _BREAKS:
            return at + 1
        if token.text == "," and at + 1 < verb and _parts_clauses(sentence, at, verb):
            return at + 1
    return max(0, verb - _REACH + 1)


def _parts_clauses(sentence: Sentence, comma: int, verb: int) -> bool:
    """Return whether a new clause begins after a comma: with a subordinator, or after another finite verb."""
    following = _word(sentence, comma + 1)
    if following in SUBORDINATORS or following in {"und", "aber", "doch", "denn", "sondern"}:
        return True
    if following in RELATIVES and chunk_at(sentence, comma + 1) is None:
        return True
    return any(is_finite(sentence, n) for n in range(max(0, comma - _REACH), comma)) and not any(
        sentence.tokens[n].text == "," for n in range(comma + 1, verb)
    )


def _first_subject(sentence: Sentence, start: int, end: int) -> Chunk | None:
    """Return the first phrase between two tokens that may be a subject."""
    at = start
    while at < end:
        chunk = chunk_at(sentence, at)
        if chunk is None:
            at += 1
            continue
        if chunk.subject and chunk.first < end:
            return chunk
        at = max(chunk.last, at + 1)
    return None


def _after_verb(sentence: Sentence, verb: int) -> Chunk | None:
    """Return the phrase right after a verb, past reflexives and adverbs, that may be its subject."""
    at = verb + 1
    while at < len(sentence.tokens) and at - verb < 5:
        word = _word(sentence, at)
        chunk = chunk_at(sentence, at)
        if chunk is not None and chunk.subject:
            return chunk
        if word not in REFLEXIVES and not is_adverbial(word):
            return None
        at += 1
    return None


def _end_of_clause(sentence: Sentence, verb: int) -> int:
    """Return where the words that follow a verb in its clause end."""
    tokens = sentence.tokens
    return next(
        (n for n in range(verb + 1, len(tokens)) if tokens[n].quoted >= 0 or tokens[n].text in {",", ":", ";", "."}),
        len(tokens),
    )


def subject_by_place(sentence: Sentence, verb: int) -> Phrase | None:
    """Return who a finite verb says acts: after it where something else leads the clause, else before it."""
    start = clause_start(sentence, verb)
    after = _after_verb(sentence, verb)
    if after is not None and after.pronoun and _word(sentence, after.head) not in {"sie", "es"}:
        return after.phrase()
    if _word(sentence, verb - 1) == "und":
        earlier = next((n for n in range(verb - 2, max(-1, verb - _REACH), -1) if is_finite(sentence, n)), None)
        if earlier is not None:  # "Beck wies dies zurück und nannte es …"
            return subject_by_place(sentence, earlier)
    lead = _word(sentence, start)
    if start < verb and lead in SUBORDINATORS and lead != "wer":
        return _phrase(_first_subject(sentence, start + 1, verb) or after)
    if start < verb and lead in RELATIVES and chunk_at(sentence, start) is None:
        return _antecedent(sentence, start)
    before = _leading(sentence, start, verb)  # nobody leads “…”, sagte Beck
    if before is not None and after is not None and after.name and not before.name and not _masculine(sentence, before):
        before = None  # "Die Äußerungen bezeichnete Beck als …": the object leads
    return _phrase(before or after or _first_subject(sentence, verb + 1, _end_of_clause(sentence, verb)))


def _masculine(sentence: Sentence, chunk: Chunk) -> bool:
    """Return whether the determiner is one that only a subject has: "der", "ein" and the like."""
    return _word(sentence, chunk.first) not in {"die", "das", "diese", "dieses", "seine", "ihre", "eine", "keine"}


def _phrase(chunk: Chunk | None) -> Phrase | None:
    return chunk.phrase() if chunk is not None else None


def _antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    """Return the phrase that a relative clause hangs on: "der Führer Irans, der …"."""
    end = relative - 1
    for at in range(end - 1, max(-1, end - 14), -1):
        chunk = chunk_at(sentence, at)
        if (
            chunk is not None
            and chunk.last == end
            and _word(sentence, at - 1) not in PREPOSITIONS | GENITIVE | NOMINATIVE
        ):
            return chunk.phrase()
    return None


def _leading(sentence: Sentence, start: int, verb: int) -> Chunk | None:
    """Return the phrase that leads a clause as its subject; None where adverbs or prepositions lead it."""
    at = start
    while at < verb and is_adverbial(sentence.tokens[at].text):
        at += 1
    if at == verb:
        return None
    chunk = chunk_at(sentence, at)
    return chunk if chunk is not None and chunk.subject else None
