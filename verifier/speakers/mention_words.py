"""The words of a mention: printed words with what they may be, read from left to right, longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from verifier.speakers.demonyms import Place, places
from verifier.speakers.names import PARTICLES, fold_word, may_open_name
from verifier.speakers.occupations import (
    after_name,
    gender_of_given,
    german_body,
    occupation,
    occupation_alone,
    portfolio,
    qualifies_job,
)
from verifier.speakers.organisations import kinds_of_bodies, names_of_organisations
from verifier.speakers.titles import Title, honorifics, misspelt_title, titles
from verifier.speakers.wordlists import rows


class Kind(Enum):
    """What a run of words in a mention is."""

    NAME = auto()
    TITLE = auto()
    HONORIFIC = auto()
    PLACE = auto()
    BODY = auto()  # a particular organisation
    BODY_KIND = auto()  # "defence ministry"
    OF = auto()  # "of", "for", "du"
    AND = auto()
    DEFINITE = auto()
    INDEFINITE = auto()
    FORMER = auto()
    PORTFOLIO = auto()  # "Agriculture" between title and name
    NOMINAL = auto()  # people without a name: "official", "residents"
    PRONOUN = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A run of printed words; ``value`` is the Title, the Place, or the key that the words stand for."""

    kind: Kind
    text: str
    value: Title | Place | str | None = None
    owner: bool = False  # printed with a possessive 's


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # J.D. U.S.
    r"|\d+\.?(?=\s)|[^\W_]+(?:[-‐‑.'’][^\W_]+)*['’]?\.?"
)
_ELISION = re.compile(r"^([dlDL])['’](?=\w)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=[sxz])['’])$")
_LONGEST = 7
_TITLES_AS_NAMES = frozenset(
    "king konig koenig major judge chief pope bishop prince marshall head boss chair premier".split()
)
_FRENCH_NOUNS = frozenset("ministre chef cheffe secretaire porte-parole ministere conseiller conseillere".split())
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_GERMAN_PLACES = frozenset({"in", "an", "auf", "aus"})
_BINDING = frozenset({Kind.OF, Kind.DEFINITE, Kind.TITLE})
_RELATIVES = frozenset({"brother", "sister", "father"})  # in small letters no honorific
_BEFORE_HYPHEN = frozenset({"ex", "then", "former", "acting", "ukraine"})


@lru_cache(maxsize=1)
def _signals() -> dict[str, Kind]:
    """Return the kind of every folded signal word."""
    table: dict[str, Kind] = {}
    for kind, words in rows("signals"):
        for word in words.split():
            table.setdefault(fold_word(word) or word, Kind[kind.upper()])
    return table


@dataclass(frozen=True, slots=True)
class _Word:
    printed: str
    key: str
    owner: bool


def _words(text: str) -> list[_Word]:
    """Return the printed words: elided articles apart, hyphenated titles and places apart."""
    found: list[_Word] = []
    for token in _TOKEN.findall(text.replace("‘", "'").replace("`", "'")):
        elided = _ELISION.match(token)
        # "d'Emmanuel" is two words, "D'Alema" is one.
        if elided and (elided.group(1) in "dl" or fold_word(token[2:]) in places()):
            found.append(_Word(elided.group(1), elided.group(1).casefold(), False))
            token = token[2:]
        found.extend(_parts(token))
    return _french_order(found)


def _french_order(words: list[_Word]) -> list[_Word]:
    """Return the words with an adjective of country before its noun: "ministre allemande des Affaires étrangères"."""
    for at in range(len(words) - 1):
        place = places().get(words[at + 1].key)
        if words[at].key in _FRENCH_NOUNS and place and place.form == "adjective":
            words[at], words[at + 1] = words[at + 1], words[at]
    return words


def _parts(token: str) -> list[_Word]:
    """Return one word, or the parts of "NATO-Generalsekretär", "Ex-Kanzler", "President-elect", "Selenskyj-Berater"."""
    owner = bool(_POSSESSIVE.search(token))
    bare = _POSSESSIVE.sub("", token).rstrip("'’")
    key = fold_word(bare)
    head, hyphen, tail = bare.partition("-")
    if hyphen and key not in titles() and key not in places() and key not in names_of_organisations():
        first = fold_word(head)
        last = fold_word(tail)
        body = head.isupper() and (first in names_of_organisations() or first in places())
        if body or first in _BEFORE_HYPHEN or (first in titles() and tail.islower()):
            return [_Word(head, first, False), *_parts(tail + ("'s" if owner else ""))]
        if last in titles() or _signals().get(last) is Kind.NOMINAL:
            return [_Word(head, first, True), _Word(tail, last, owner)]
    return [_Word(bare, key, owner)] if key else []


def items_of(segment: str, known: Callable[[str], bool]) -> list[Item]:
    """Return the items of a stretch without commas; *known* tells whether words are a known full name.

    In a text all in capitals, or in capitals only at its start, every unexplained capital word is a name.
    """
    words = _words(segment)
    while len(words) > 2 and after_name(words[-1].printed):
        words.pop()
    items: list[Item] = []
    at = 0
    while at < len(words):
        item, length = (
            _known_name(words, at, known)
            or _family_name(words, at, items)
            or _job(words, at, items)
            or _phrase(words, at)
            or _single(words, at, items)
        )
        items.append(Item(Kind.NAME, item.text, owner=item.owner) if _surname_place(items, item) else item)
        at += length
    return _joined(items)


def _run(words: list[_Word], at: int, length: int) -> str:
    return " ".join(word.printed for word in words[at : at + length])


def _known_name(words: list[_Word], at: int, known: Callable[[str], bool]) -> tuple[Item, int] | None:
    """Return a run that is somebody's full name: "Israel Katz" is no country before a surname."""
    if not words[at].printed[:1].isupper():
        return None
    for length in range(min(_LONGEST, len(words) - at), 1, -1):
        run = words[at : at + length]
        if not any(word.owner for word in run[:-1]) and known(_run(words, at, length)):
            return Item(Kind.NAME, _run(words, at, length), owner=run[-1].owner), length
    return None


def _family_name(words: list[_Word], at: int, before: list[Item]) -> tuple[Item, int] | None:
    """Return a last capital word after a name, though it is also a title: "Angus King", "John Major"."""
    inside = bool(before) and before[-1].kind is Kind.NAME and not before[-1].owner
    last = all(word.key in _GENERATIONS for word in words[at + 1 :])
    if inside and last and words[at].printed[:1].isupper() and words[at].key in _TITLES_AS_NAMES:
        return Item(Kind.NAME, words[at].printed, owner=words[at].owner), 1
    return None


def _job(words: list[_Word], at: int, before: list[Item]) -> tuple[Item, int] | None:
    """Return a job noun before a name, its adjective, or a job noun that an article makes a person of its own."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    inside = bool(before) and before[-1].kind is Kind.NAME and not before[-1].owner
    if inside or not word.printed[:1].isupper() or word.key in titles() or word.key in honorifics():
        return None
    named = following is not None and (following.printed[:1].isupper() or following.key in PARTICLES)
    job = occupation(word.key)
    if following is not None and occupation(following.key) and at + 2 < len(words) and qualifies_job(word.key):
        return Item(Kind.OTHER, word.printed), 1
    if job and named and not word.owner:
        return Item(Kind.HONORIFIC, word.printed, job[0]), 1
    if portfolio(word.key) and len(words) - at > 2 and all(w.printed[:1].isupper() for w in words[at : at + 3]):
        return Item(Kind.PORTFOLIO, word.printed), 1
    if following is None and before and before[-1].kind is Kind.DEFINITE and occupation_alone(word.key):
        return Item(Kind.NOMINAL, word.printed, owner=word.owner), 1
    return None


def _phrase(words: list[_Word], at: int) -> tuple[Item, int] | None:
    """Return the longest title, country or body that starts at a word."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        run = words[at : at + length]
        if any(word.owner for word in run[:-1]):
            continue
        key = " ".join(word.key for word in run)
        meaning = _meaning(key, run[0].printed)
        if meaning:
            return Item(meaning[0], _run(words, at, length), meaning[1], run[-1].owner), length
    return None


def _meaning(key: str, printed: str) -> tuple[Kind, Title | Place | str | None] | None:
    if key == "us" and printed.islower():
        return None  # "us" the pronoun
    if key in names_of_organisations() and (printed[:1].isupper() or " " in key):
        return Kind.BODY, names_of_organisations()[key]
    if key in titles():
        return Kind.TITLE, titles()[key]
    if key in places() and (printed[:1].isupper() or places()[key].form == "adjective"):
        return Kind.PLACE, places()[key]
    if key in kinds_of_bodies() or (printed[:1].isupper() and german_body(key)):
        return Kind.BODY_KIND, kinds_of_bodies().get(key, "BODY")
    misspelt = misspelt_title(key) if printed[:1].isupper() else None
    return (Kind.TITLE, misspelt) if misspelt else None


def _single(words: list[_Word], at: int, before: list[Item]) -> tuple[Item, int]:
    """Return one word as a signal, an honorific, part of a name, or nothing of these."""
    word = words[at]
    follows = at + 1 < len(words)
    capital = may_open_name(word.printed)
    inside = bool(before) and before[-1].kind is Kind.NAME and not before[-1].owner
    if word.key in PARTICLES and _opens_name(words, at, inside):
        return Item(Kind.NAME, word.printed, owner=word.owner), 1
    if word.key == "me" and word.printed == "Me" and follows and words[at + 1].printed[:1].isupper():
        return Item(Kind.HONORIFIC, word.printed), 1
    relative = word.key in _RELATIVES and word.printed.islower()
    if word.key in honorifics() and follows and not inside and not relative:
        return Item(Kind.HONORIFIC, word.printed, honorifics()[word.key]), 1
    if word.key == "m" and follows and not before and word.printed in {"M", "M."}:
        return Item(Kind.HONORIFIC, word.printed, "m"), 1
    if inside and word.key in _GERMAN_PLACES and at + 2 < len(words) and words[at + 1].key in {"der", "dem", "den"}:
        return Item(Kind.NAME, _run(words, at, 2)), 2  # "Olaf in der Beek"
    signal = _signals().get(word.key)
    if signal and not (inside and capital and signal in {Kind.NOMINAL, Kind.OF}):
        return Item(signal, word.printed, owner=word.owner), 1
    return Item(Kind.NAME if capital else Kind.OTHER, word.printed, owner=word.owner), 1


def _opens_name(words: list[_Word], at: int, inside: bool) -> bool:
    """Return whether a particle belongs to a name: "Ursula von der Leyen", "von der Leyen", "El-Sisi"."""
    # "Yannick Le Dû" ends in a capital word that only folds to a particle.
    rest = [
        word
        for word in words[at + 1 :]
        if word.key not in PARTICLES or (word is words[-1] and word.printed[:1].isupper())
    ]
    if not rest or not rest[0].printed[:1].isupper():
        return False
    next_free = _phrase(words, words.index(rest[0])) is None
    # "la", "le", "les", "der", "des", "du" before a name are articles unless the name has begun.
    article = words[at].key in {"la", "le", "les", "l", "der", "den", "des", "du", "de", "d", "das"}
    return next_free and (inside or not article or (words[at].printed[:1].isupper() and at > 0))


def _joined(items: list[Item]) -> list[Item]:
    """Return the items with neighbouring name words as one, a bare country or capital beside a name included."""
    joined: list[Item] = []
    for number, item in enumerate(items):
        last = joined[-1] if joined else None
        if last and not last.owner and _one_name(last, item, free=number < 2 or items[number - 2].kind not in _BINDING):
            joined[-1] = Item(Kind.NAME, f"{last.text} {item.text}", owner=item.owner)
        else:
            joined.append(item)
    return joined


def _one_name(first: Item, second: Item, free: bool) -> bool:
    """Return whether two items are one name; *free*: no "of" binds the first to what stands before it."""
    if first.kind is Kind.NAME:
        return second.kind is Kind.NAME or _given_place(second)
    return free and second.kind is Kind.NAME and (_given_place(first) or _given_body(first))


def _surname_place(before: list[Item], item: Item) -> bool:
    """Return whether a country or capital is a surname after a title: "Mr. Jordan", "President Washington"."""
    if not before or not isinstance(item.value, Place) or item.value.form == "adjective":
        return False
    return before[-1].kind is Kind.HONORIFIC or (before[-1].kind is Kind.TITLE and item.value.form == "capital")


def _given_body(item: Item) -> bool:
    """Return whether the word for a body is also a given name: "Rada Milotin"."""
    return item.kind is Kind.BODY and gender_of_given(fold_word(item.text)) is not None


def _given_place(item: Item) -> bool:
    """Return whether the words may be part of a name: "Jordan Peterson", "Jim Jordan", but not "French"."""
    return isinstance(item.value, Place) and item.value.form != "adjective" and " " not in item.text
