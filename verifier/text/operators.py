"""Closed-class words that a sentence's meaning hangs on, and those that it does not, by language.

Words are folded words: "won't" arrives as "will not", "n'est" as "n est", "five" as "5". A word in no
table is a content word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verifier.text.bounds import bound_at
from verifier.text.operator_words import OPERATOR_WORDS


class OperatorClass(StrEnum):
    """What an operator does to the sentence that holds it."""

    NEGATION = "negation"
    MODALITY = "modality"
    QUANTIFIER = "quantifier"
    CONDITION = "condition"
    CONTRAST = "contrast"
    PERSON = "grammatical_person"


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator's class and, in it, the group of words that may stand for each other."""

    kind: OperatorClass
    group: str


# Words that carry grammar alone; no operator may stand here.
_FUNCTION = {
    "en": """a an the this that these those of in on at by for with from to into onto upon over under about as
        through during between among against across along around behind beyond within toward towards off out up down
        and or so than then because since while when where who whom whose which what how why there here it its itself
        s d t re is are was were be been being am has have had having do does did doing done get got let
        also too just both either whether""",
    "de": """der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene
        in im ins an am ans auf aus bei beim mit nach seit von vom vor zu zum zur für gegen durch um über unter zwischen
        hinter neben bis während wegen und oder sowie dass daß ob als wie weil da denn damit so dann dort hier
        wo wer wen wem was welche welcher welches welchen es sich man ist sind war waren sei seien bin bist seid
        gewesen sein habe hast hat haben habt hatte hatten hätte hätten wurde wurden worden geworden
        auch noch schon mal dabei dazu davon darauf darüber dafür daran darin
        damit hin her ab""",
    "fr": """le la les l un une des du de d au aux à en dans sur sous par pour avec vers chez entre depuis contre
        et ou que qu qui quoi dont où ce c cet cette ces cela ça se s y ne n on est sont était étaient être été
        a ont avait avaient avoir ai as avons avez fait comme quand lorsque puis donc or car ainsi aussi""",
}
_FILLERS = {
    "en": """you_know i_mean frankly obviously again certainly actually really basically literally honestly
        sort_of kind_of of_course as_i_said as_you_know as_we_said if_you_will so_to_speak by_the_way
        to_be_honest at_the_end_of_the_day well so look now yeah yes right okay oh uh um er hmm like just very
        and but let_me_say i_would_say i_think listen anyway indeed simply clearly truly quite
        first_of_all all_right you_see in_fact""",
    "de": """ja eben doch auch natürlich halt eigentlich wirklich sozusagen übrigens nämlich einfach gerade schon
        also nun mal einmal wohl denn so und aber ganz sehr irgendwie quasi tatsächlich offensichtlich
        selbstverständlich äh ähm na_ja wie_gesagt überhaupt wissen_sie sagen_wir meine_damen_und_herren nunmehr
        ehrlich_gesagt offen_gesagt gewissermaßen im_grunde ohnehin sowieso""",
    "fr": """vous_savez je_crois_que je_pense_que en_effet bien_sûr évidemment bien_entendu naturellement donc
        d_abord aussi alors et or mais oui euh bon ben enfin voilà en_fait d_ailleurs vraiment tout_simplement
        effectivement justement""",
}
# What may follow a cut and take back, or bind, what stands before it.
_QUALIFIERS = {
    "en": """but unless if although though as_long_as so_long_as provided_that provided_we provided_you provided_they
        provided_it provided_he provided_she provided_there provided_the providing_that except assuming
        depending only_if even_if even_though however until whereas in_case when once""",
    "de": """aber jedoch sofern solange falls obwohl obgleich allerdings wenn außer ausser es_sei_denn
        vorausgesetzt wenngleich soweit nur_wenn""",
    "fr": "mais si sauf à_condition tant_que même_si bien_que pourvu à_moins cependant quoique toutefois",
}
# What follows these is not said to be done; one may stand for another, and left out they leave a fact.
ATTITUDES = frozenset({"intend", "try", "hope", "want"})
_FALLBACK = "en"


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split("_")) for phrase in text.casefold().split())


def _table(text: str) -> dict[tuple[str, ...], Operator]:
    table: dict[tuple[str, ...], Operator] = {}
    for line in text.strip().splitlines():
        kind, group, *phrases = line.split()
        for phrase in phrases:
            table[tuple(phrase.casefold().split("_"))] = Operator(OperatorClass(kind), group)
    return table


def _sizes(table: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Return the words of the longest phrase that begins with each word."""
    longest: dict[str, int] = {}
    for phrase in table:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


_OPERATORS = {lang: _table(text) for lang, text in OPERATOR_WORDS.items()}
_SIZES = {lang: _sizes(table) for lang, table in _OPERATORS.items()}
_FUNCTION_WORDS = {lang: frozenset(text.casefold().split()) for lang, text in _FUNCTION.items()}
_FILLER_PHRASES = {lang: _phrases(text) for lang, text in _FILLERS.items()}
_QUALIFIER_PHRASES = {lang: _phrases(text) for lang, text in _QUALIFIERS.items()}
_LONGEST = 6  # words of the longest phrase in any table


def _known(lang: str) -> str:
    return lang if lang in _OPERATORS else _FALLBACK


@lru_cache(maxsize=100_000)
def operator_of(word: str, lang: str) -> Operator | None:
    """Return the operator that the folded *word* is by itself, None for any other word."""
    return _OPERATORS[_known(lang)].get((word,))


def operators_in(words: Sequence[str], lang: str) -> Iterator[tuple[int, int, Operator]]:
    """Yield (first, past the last, operator) for every operator of *words*, longest phrase first.

    "about 300" yields a quantifier for "about", which before other words is none.
    """
    table, longest = _OPERATORS[_known(lang)], _SIZES[_known(lang)]
    at = 0
    while at < len(words):
        bound = bound_at(words, at, lang)
        if bound:
            yield at, at + bound[0], Operator(OperatorClass.QUANTIFIER, bound[1])
            at += bound[0]
            continue
        for size in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            operator = table.get(tuple(words[at : at + size]))
            if operator:
                yield at, at + size, operator
                at += size - 1
                break
        at += 1


def operator_at(words: Sequence[str], at: int, lang: str) -> Operator | None:
    """Return the operator that ``words[at]`` is part of where it stands ("failed" in "failed to"), None elsewhere."""
    low = max(0, at - _BEFORE)
    for first, last, operator in operators_in(words[low : at + _BEFORE + 2], lang):
        if low + first <= at < low + last:
            return operator
    return None


def completes(words: Sequence[str], lang: str) -> bool:
    """Return whether the words after the first make another operator of it: "just" of the "not" in "not just"."""
    alone = operator_of(words[0], lang)
    for first, last, whole in operators_in(words, lang):
        return first == 0 and last > 1 and alone is not None and alone != whole
    return False


_BEFORE = 5  # words of a phrase that may stand before the one asked for


@lru_cache(maxsize=100_000)
def is_function_word(word: str, lang: str) -> bool:
    """Return whether the folded *word* carries grammar alone; no operator does."""
    return word in _FUNCTION_WORDS[_known(lang)] and operator_of(word, lang) is None


@lru_cache(maxsize=100_000)
def is_content_word(word: str, lang: str) -> bool:
    """Return whether the folded *word* is neither an operator nor a function word."""
    return word not in _FUNCTION_WORDS[_known(lang)] and operator_of(word, lang) is None


def _length_at(words: Sequence[str], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(words[at : at + size]) in phrases:
            return size
    return 0


def is_filler(words: Sequence[str], lang: str) -> bool:
    """Return whether *words* are nothing but fillers ("you know", "well", "halt"); True for none."""
    phrases, at = _FILLER_PHRASES[_known(lang)], 0
    while at < len(words):
        size = _length_at(words, at, phrases)
        if not size:
            return False
        at += size
    return True


def opens_qualifier(words: Sequence[str], lang: str) -> bool:
    """Return whether *words* begin with one that takes back or binds what was said before it."""
    return _length_at(words, 0, _QUALIFIER_PHRASES[_known(lang)]) > 0
