"""Who a reporting verb's subject is: by grammatical link where there is one, by place where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.extract.calendar_words import months_of, weekdays_of
from verifier.extract.tokens import Sentence, Token
from verifier.extract.verbs import REPORTING_NOUNS, Reporting, reporting_class

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "expl:subj"})
# Clitics between a subject and its verb ("nous a confié", "l'avait qualifié"); the second list's are never subjects.
FRENCH_CLITICS = frozenset("s' s’ se l' l’ lui leur nous vous me m' m’ te t' t’ y en n' n’ ne".split())
_FRENCH_OBJECTS = frozenset("s' s’ se l' l’ lui leur m' m’ me".split())
_RELATIVES = frozenset({"who", "which", "that", "whom", "qui"})
_NOMINAL = ("NN", "JJ", "DT", "PRP", "CD", "POS", "VBN", "VBG", "FW", "WP", "PDT", "XX", "HYPH", "$")
DAYS = frozenset(weekdays_of("en")) | frozenset(months_of("en"))  # "Trump Tuesday said"
_LONGEST = 25  # tokens of a phrase that names a speaker
_FEWEST_NAMES = 2  # of an apposition: a single one may be a place
_CLIMB = frozenset({"xcomp", "advcl", "pcomp", "prep", "conj", "dep", "ccomp", "parataxis", "pobj"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens *first* to *last*, half-open, and its head word."""

    first: int
    last: int
    head: int


def _is_nominal(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    if token.quoted >= 0:
        return False
    if token.text in {"-", "–"}:  # inside a word, not a dash between two
        return number > 0 and sentence.tokens[number - 1].end == token.start
    return token.tag.startswith(_NOMINAL) or token.text in {"’s", "'s", "&", "’", "'", "."}


def phrase_of(sentence: Sentence, head: int) -> Phrase:
    """Return the noun phrase around its head: modifiers before it, "of Ohio" and a name after it."""
    if not sentence.parsed:
        return _phrase_by_place(sentence, head)
    inside = set(sentence.subtree(head))
    first = head
    while first - 1 in inside and sentence.tokens[first - 1].quoted < 0 and head - first < _LONGEST:
        first -= 1
    last = head + 1
    while last in inside and last - head < _LONGEST and not _ends_phrase(sentence, last, head):
        last += 1
    while last < len(sentence.tokens) and _extends_name(sentence, last):
        last += 1
    last = _with_apposed_name(sentence, head, last)
    while last > head + 1 and (sentence.tokens[last - 1].is_sign or sentence.tokens[last - 1].tag == "POS"):
        last -= 1
    while first < head and (sentence.tokens[first].is_sign or sentence.tokens[first].tag in {"IN", "RB", "CC"}):
        first += 1
    return Phrase(first, last, head)


def _with_apposed_name(sentence: Sentence, head: int, last: int) -> int:
    """Return where a phrase ends that a name between commas explains: "the chair of the board, Ada Olsen, said"."""
    tokens = sentence.tokens
    if tokens[head].tag not in {"NN", "JJ"} or last + 2 >= len(tokens) or tokens[last].text != ",":
        return last
    end = last + 1
    french = sentence.lang == "fr"  # its tagger takes many names for nouns
    while (
        end < len(tokens)
        and tokens[end].quoted < 0
        and (tokens[end].tag == "NNP" or (french and _capital(tokens[end])))
    ):
        end += 1
    over = (
        end == len(tokens) or tokens[end].quoted >= 0 or tokens[end].text in {",", ".", ":", ";"} or tokens[end].is_verb
    )
    return end if end - last > _FEWEST_NAMES and over else last


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _extends_name(sentence: Sentence, number: int) -> bool:
    """Return whether a capitalised word goes on with a name that the parser cut: "Emmanuel | Macron"."""
    before, token = sentence.tokens[number - 1], sentence.tokens[number]
    name = before.tag == "NNP" and token.quoted < 0 and token.text[:1].isupper() and token.text[1:].islower()
    # "Clinton Said Of Wall Street" is a headline.
    told = token.tag in {"VBD", "VBZ"} and reporting_class(token.text) is not Reporting.NONE
    return name and not told and token.lower not in DAYS and before.end + 1 == token.start


def _ends_phrase(sentence: Sentence, number: int, head: int) -> bool:
    """Return whether the phrase is over at *number*: at a clause, a quotation or a comma not before a name."""
    token = sentence.tokens[number]
    if token.quoted >= 0 or token.tag.startswith(("W", "MD")) or (token.is_verb and token.tag not in {"VBG", "VBN"}):
        return True
    if token.text in {",", "—", "–", "(", ":", ";", "--"}:
        following = sentence.tokens[number + 1] if number + 1 < len(sentence.tokens) else None
        names = sentence.tokens[head].tag == "NN" and following is not None and following.tag == "NNP"
        return not (token.text == "," and names)
    return False


def _phrase_by_place(sentence: Sentence, head: int) -> Phrase:
    """Return the run of nominal words that ends at *head*, and the names right after it."""
    first = head
    tokens = sentence.tokens
    while first > 0 and head - first < _LONGEST and _is_nominal(sentence, first - 1):
        if tokens[first].tag in {"DT", "PRP", "PRP$"}:
            break
        first -= 1
    while first < head and (tokens[first].is_sign or tokens[first].tag == "POS"):
        first += 1
    return Phrase(first, head + 1, head)


def noun_after(sentence: Sentence, start: int) -> Phrase | None:
    """Return the noun phrase that begins at *start*; None where none does."""
    last = start
    while last < len(sentence.tokens) and last - start < _LONGEST and _is_nominal(sentence, last):
        if not sentence.parsed and last > start and _leaves_the_name(sentence, last):
            break
        last += 1
        if sentence.tokens[last - 1].tag == "PRP":
            break
    return _trimmed(sentence, start, last)


def _leaves_the_name(sentence: Sentence, number: int) -> bool:
    """Return whether a common word follows a name, where only the look of words tells: "Macron mardi"."""
    return sentence.tokens[number - 1].tag == "NNP" and sentence.tokens[number].tag == "NN"


def noun_before(sentence: Sentence, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends right before *end*, looking no further back than *floor*."""
    first = end
    while first > floor and end - first < _LONGEST and _is_nominal(sentence, first - 1):
        first -= 1
        if sentence.tokens[first].tag == "PRP":
            break
    return _trimmed(sentence, first, end)


def _trimmed(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Return the phrase without verbs and signs at its edges, and its last noun as head."""
    tokens = sentence.tokens
    while first < last and (tokens[first].is_sign or tokens[first].tag == "POS"):
        first += 1
    while last > first and not (tokens[last - 1].is_noun or tokens[last - 1].tag in {"PRP", "CD", "DT", "WP", "JJ"}):
        last -= 1
    nouns = [n for n in range(first, last) if tokens[n].is_noun or tokens[n].tag in {"PRP", "WP"}]
    if not nouns:
        return Phrase(first, last, last - 1) if first < last and tokens[last - 1].tag in {"DT", "CD"} else None
    return Phrase(first, last, nouns[-1])


def _linked_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the head word of the verb's own subject."""
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep in _SUBJECTS and sentence.tokens[child].quoted < 0:
            return child
    return None


def _agent(sentence: Sentence, verb: int) -> int | None:
    """Return who did it, of a passive verb: "was called “…” by the president"."""
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep in {"agent", "obl:agent"}:
            objects = [n for n in sentence.children[child] if sentence.tokens[n].dep == "pobj"]
            return objects[0] if objects else (child if sentence.tokens[child].is_noun else None)
    return None


def _passive(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].dep in {"auxpass", "nsubjpass", "aux:pass"} for child in sentence.children[verb])


def _climbed(sentence: Sentence, verb: int) -> int | None:
    """Return the subject that a verb without its own shares with the verb or noun it hangs on."""
    at = verb
    for above in sentence.ancestors(verb):
        token = sentence.tokens[at]
        if token.dep in {"acl", "relcl", "acl:relcl"}:
            return _author(sentence, above) if sentence.tokens[above].quoted < 0 else None
        if token.dep not in _CLIMB and token.dep != "":
            return None
        if sentence.tokens[above].is_verb:
            if sentence.tokens[at].lower == "as":  # "quoted Mr. Pavel as saying"
                objects = [n for n in sentence.children[above] if sentence.tokens[n].dep in {"dobj", "obj"}]
                if objects:
                    return objects[0]
            subject = _linked_subject(sentence, above)
            if subject is not None:
                return subject
        at = above
    return None


def _of_any_verb_above(sentence: Sentence, verb: int) -> int | None:
    """Return the nearest subject up the tree, however the verb hangs on it: "he made a point of saying"."""
    for above in sentence.ancestors(verb):
        token = sentence.tokens[above]
        subject = _linked_subject(sentence, above) if token.is_verb and token.quoted < 0 else None
        if subject is not None:
            return subject
    return None


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Return whether a participle goes on with a sentence: after a comma, a quotation or "while"."""
    if sentence.tokens[verb].tag != "VBG" or not verb:
        return False
    before = sentence.tokens[verb - 1]
    return before.text in {",", "–", "—", "-"} or before.quoted >= 0 or before.lower in {"while", "before", "after"}


def _of_report_above(sentence: Sentence, verb: int) -> int | None:
    """Return whose report a participle goes on with: "Trump told them that Romney had …, adding"."""
    for above in sentence.ancestors(verb):
        token = sentence.tokens[above]
        if token.is_verb and token.quoted < 0 and reporting_class(token.text) >= Reporting.LABEL:
            return _linked_subject(sentence, above)
    return None


def _author(sentence: Sentence, noun: int) -> int:
    """Return who issued what *noun* names ("the Council issued a statement calling …"), else the noun."""
    token = sentence.tokens[noun]
    if token.lower in REPORTING_NOUNS and token.dep in {"dobj", "obj"}:
        subject = _linked_subject(sentence, token.head)
        if subject is not None:
            return subject
    return noun


def subject_of(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the phrase that names who *verb* says speaks; None where the grammar names nobody."""
    if not sentence.parsed:
        return None
    head = None
    if sentence.tokens[verb].tag == "VBN":  # also "often labeled as a “witch hunt” by Democrats"
        head = _agent(sentence, verb)
    if head is None and _passive(sentence, verb):
        return None
    if head is None:
        head = _linked_subject(sentence, verb)
    if head is None and _goes_on(sentence, verb):
        head = _of_report_above(sentence, verb)
    if head is not None and sentence.tokens[head].lower in _RELATIVES and sentence.tokens[verb].dep.endswith("relcl"):
        antecedent = sentence.tokens[verb].head
        head = antecedent if 0 <= antecedent < verb else head
    if head is None:
        head = _climbed(sentence, verb)
    if head is None:
        head = _of_any_verb_above(sentence, verb)
    if head is None or sentence.tokens[head].quoted >= 0 or sentence.tokens[head].lower in _FRENCH_OBJECTS:
        return None
    if sentence.tokens[head].lower == "qui":
        comma = sentence.tokens[head - 1].text == "," if head else False
        return noun_before(sentence, head - comma, 0)
    return phrase_of(sentence, head)
