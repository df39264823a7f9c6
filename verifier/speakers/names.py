"""Personal names as they are compared: folded words, given names before the family name, spellings by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, Prefix

from verifier.speakers.wordlists import listed, rows

PARTICLES = frozenset(
    "von van vom zu zum zur der den de del della di da do dos das du des d la le les el al ben bin ibn ter ten af av "
    "y".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv vi viii".split())
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae"})
_WORD = re.compile(r"[^\W_]+(?:[-'’.‐‑][^\W_]+)*", re.UNICODE)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´.", None))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑–", "-"))
_ARTICLE = re.compile(r"^(al|el)-(?=[a-z])")  # "Al-Rashid" and "al Rashid"
_LEAST_CONSONANTS = 3  # of a given name, by which two spellings of it may be known
_SHORT = frozenset(frozenset(pair.split()) for row in rows("short_forms") for pair in listed(row[0]))
_NEAR_LENGTH = 8  # letters from which one wrong letter is taken for a slip of the pen
_LAST_LATIN = 0x24F
_SLAVIC = re.compile(
    r"(sk(yy|iy|yi|yj|ij|ii|y|i|aya|aja|aia)|[oe](v|w|ff|f)|[oe][vw]a|enko|ch?uk|tsch?uk|[ji]?(tch|tsch|ch|c)|[yij]ak)$"
)
_SOUNDS = (("tsch", "c"), ("tch", "c"), ("sch", "s"), ("kh", "h"), ("ch", "c"), ("sh", "s"), ("zh", "z"))


class Fit(IntEnum):
    """How two printed names stand to each other, worst first."""

    OTHER = 0  # two persons
    UNSURE = 1  # near in spelling, or sharing a part: cannot tell
    PART = 2  # one says less (a surname, an initial) and nothing contradicts
    FULL = 3  # given name and family name agree


@dataclass(frozen=True, slots=True)
class PersonName:
    """A folded name without titles: given names, and the family name with its particles ("von der leyen").

    A single word is a family name. Hyphenated parts stay one word.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words in printed order."""
        return self.given + self.family

    @property
    def full(self) -> bool:
        """Whether a given name, or its initial, stands before the family name."""
        return bool(self.given)


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """Return *word* in lower-case ASCII letters, digits and hyphens: "Göring-Eckardt" is "goring-eckardt"."""
    plain = anyascii(word.translate(_HYPHENS)).casefold().translate(_APOSTROPHES)
    return re.sub(r"[^a-z0-9-]+", "", plain).strip("-")


@lru_cache(maxsize=50_000)
def spellings(word: str) -> frozenset[str]:
    """Return the folded word, and its German transcription where it differs ("muller", "mueller")."""
    return frozenset({fold_word(word), fold_word(word.casefold().translate(_UMLAUTS))})


def printed_words(text: str) -> list[str]:
    """Return the printed words of a name, possessive endings and punctuation left out."""
    return [re.sub(r"['’]s$", "", word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def parse_name(text: str) -> PersonName:
    """Return the parts of a printed name that carries no title; both parts are empty for no words."""
    words = [part for word in printed_words(text) for part in _ARTICLE.sub(r"\1 ", fold_word(word)).split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if not words:
        return PersonName((), ())
    first = len(words) - 1
    while first > 0 and words[first - 1] in PARTICLES:
        first -= 1
    return PersonName(tuple(words[:first]), tuple(words[first:]))


def fold_name(text: str) -> str:
    """Return the folded words of a name joined by spaces, hyphens as spaces, generation suffixes dropped."""
    return " ".join(parse_name(text).words).replace("-", " ")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return one form for the English, French, German and Polish spellings of a Slavic surname, else the word."""
    if not _SLAVIC.search(word):
        return word
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    word = re.sub(r"[yij]+", "i", word.replace("w", "v").replace("ff", "v"))
    return re.sub(r"(?<=[oe])f$", "v", word.replace("z", "s").replace("ie", "e").replace("ia", "a"))


def may_open_name(printed: str) -> bool:
    """Return whether a word may be a name by its first letter; scripts without capitals cannot tell, so yes."""
    first = re.sub(r"^(?:al|el|ben|bin)-", "", printed)[:1]
    caseless = first.isalpha() and first.upper() == first.lower()
    return first.isupper() or caseless or (first.isdigit() and printed.isupper())


def near(first: str, second: str) -> Fit:
    """Return FULL for one spelling of a word, UNSURE for a likely slip, else OTHER."""
    if first == second or (len(first) > 5 and sound(first) == sound(second)):
        return Fit.FULL
    length = min(len(first), len(second))
    if length < 4 or OSA.distance(first, second, score_cutoff=2) > 1:
        return Fit.OTHER
    # A last letter tells wife from husband: Zelenska and Zelensky.
    at_the_end = Prefix.similarity(first, second) >= max(len(first), len(second)) - 1
    return Fit.FULL if length >= _NEAR_LENGTH and not at_the_end else Fit.UNSURE


def given_fit(first: tuple[str, ...], second: tuple[str, ...]) -> Fit:
    """Return how two rows of given names agree: FULL, PART for an initial, short form or second name, or OTHER."""
    if not first or not second:
        return Fit.PART
    if "".join(first) == "".join(second):
        return Fit.FULL
    if first[0] == second[0]:
        return Fit.PART if _middle_agrees(first[1:], second[1:]) else Fit.UNSURE
    if _transcribed(first[0]) == _transcribed(second[0]):
        return Fit.PART  # Ivan and Iwan, Sergey and Sergej
    if any(frozenset({a, b}) in _SHORT for a in first[:1] for b in second[:1]):
        return Fit.PART
    if _initial(first[0], second[0]) or set(first) <= set(second) or set(second) <= set(first):
        return Fit.PART
    if set(first[0].split("-")) & set(second[0].split("-")):
        return Fit.UNSURE  # Peter and Hans-Peter
    if near(first[0], second[0]) or _consonants_agree(first[0], second[0]):
        return Fit.UNSURE
    return Fit.OTHER


@lru_cache(maxsize=50_000)
def _transcribed(word: str) -> str:
    """Return one form for the spellings that given names take from language to language."""
    one = re.sub(r"^(?:y|j(?=e\w{4}))(?=e)", "", word)  # Yelena, Jelena and Elena
    one = re.sub(r"[yji]+", "i", one.replace("w", "v").replace("ks", "x").replace("ph", "f"))
    return re.sub(r"(.)\1", r"\1", one)


def _consonants_agree(first: str, second: str) -> bool:
    """Return whether two given names differ in their vowels alone, as Mohammed and Muhammad do."""
    one, other = (re.sub(r"(?<!^)[aeiou]+", "", _transcribed(word)) for word in (first, second))
    return re.sub(r"(.)\1", r"\1", one) == re.sub(r"(.)\1", r"\1", other) and len(one) >= _LEAST_CONSONANTS


def _initial(first: str, second: str) -> bool:
    return min(len(first), len(second)) == 1 and first[0] == second[0]


def _middle_agrees(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether no middle name contradicts: "w" and "walker" agree, "w" and "herbert walker" do not."""
    return not first or not second or first[0][0] == second[0][0]


def family_fit(first: PersonName, second: PersonName) -> Fit:
    """Return how two family names agree; a bare name may be the end of the other's words ("Rochester").

    UNSURE: a slip of the pen in a short name, half of a hyphenated name, or a bare given name.
    """
    short, long = sorted((first, second), key=lambda name: len(name.words))
    tail = long.words[len(long.words) - len(short.family) :]
    letters = near("".join(short.family), "".join(tail))
    if letters is Fit.FULL or fold_particles(short) == fold_particles(long):
        return Fit.FULL
    if letters is Fit.UNSURE or _shares_half(short, long):
        return Fit.UNSURE
    bare = not short.given or not long.given
    return Fit.UNSURE if bare and set(short.family) & set(long.words) else Fit.OTHER


def same_family(first: str, second: str) -> bool:
    """Return whether two printed names end in the same family name, letter for letter in some spelling."""
    return any(
        fold_particles(a) == fold_particles(b)
        or a.words[-len(b.words) :] == b.words
        or b.words[-len(a.words) :] == a.words
        for a in _readings(first)
        for b in _readings(second)
    )


def fold_particles(name: PersonName) -> str:
    """Return the family name without its particles: "von Storch" is also called "Storch"."""
    return " ".join(word for word in name.family if word not in PARTICLES) or " ".join(name.family)


def _shares_half(first: PersonName, second: PersonName) -> bool:
    halves = [set(fold_particles(name).replace("-", " ").split()) for name in (first, second)]
    return any("-" in fold_particles(name) for name in (first, second)) and bool(halves[0] & halves[1])


@lru_cache(maxsize=200_000)
def name_fit(first: str, second: str) -> Fit:
    """Return how two printed names without titles agree, over their spellings; symmetric."""
    if _caseless(first) != _caseless(second):
        joined = ["".join(parse_name(text).words) for text in (first, second)]
        return Fit.FULL if joined[0] == joined[1] else Fit.UNSURE
    return max(_fit(a, b) for a in _readings(first) for b in _readings(second))


def _caseless(text: str) -> bool:
    """Return whether a name is printed in a script without capitals, whose transliteration proves nothing."""
    return any(letter.isalpha() and letter.upper() == letter.lower() and ord(letter) > _LAST_LATIN for letter in text)


def _readings(text: str) -> tuple[PersonName, ...]:
    """Return the name read in ASCII and, where umlauts are printed, in German transcription."""
    plain, german = parse_name(text), parse_name(text.casefold().translate(_UMLAUTS))
    return (plain,) if plain == german else (plain, german)


def _fit(first: PersonName, second: PersonName) -> Fit:
    if not first.words or not second.words:
        return Fit.UNSURE
    if sorted("-".join(first.words).split("-")) == sorted("-".join(second.words).split("-")):
        return Fit.FULL if first.full or second.full else Fit.PART  # "Orbán Viktor"
    family = family_fit(first, second)
    if family is Fit.OTHER and _says_more(first, second):
        return Fit.UNSURE
    if family is Fit.OTHER or not (first.full and second.full):
        return min(family, Fit.PART)
    given = given_fit(_before(first, second), _before(second, first))
    if given is Fit.OTHER:
        return Fit.OTHER
    return min(family, given)


def _says_more(first: PersonName, second: PersonName) -> bool:
    """Return whether one full name goes on where the other ends: "Carlos Molina" and "Carlos Molina Vidal"."""
    short, long = sorted((first, second), key=lambda name: len(name.words))
    if not short.full or given_fit(short.given[:1], long.given[:1]) < Fit.PART:
        return False
    family, rest = short.family, long.words[1:]
    return any(rest[at : at + len(family)] == family for at in range(len(rest)))


def _before(name: PersonName, other: PersonName) -> tuple[str, ...]:
    """Return the given names of *name*, what the other counts to its family name left out.

    "Lisa Blunt Rochester" beside "Blunt Rochester" has the given name Lisa alone.
    """
    extra = len(other.family) - len(name.family)
    return name.given[: len(name.given) - extra] or name.given if extra > 0 else name.given
