"""Names written down in Latin letters in two ways: Slavic ones in German and English, Chinese ones old and new."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.text.sounds import without_accents

_LEAST_CONSONANTS = 4
_GERMAN_LETTERS = (("schtsch", "Q"), ("tsch", "C"), ("sch", "X"), ("ch", "K"), ("w", "v"), ("tz", "s"), ("z", "s"))
_ENGLISH_LETTERS = (("shch", "Q"), ("zh", "X"), ("sh", "X"), ("kh", "K"), ("ch", "C"), ("ts", "s"), ("z", "s"))
# Wade-Giles into one form with Pinyin. Only the first rows show which of the two a name is written in.
_TELLING = (
    ("t[sz](?=[aeiou])", "Z"), ("hs", "X"), ("ch(?=i|ü)", "J"), ("ung", "ONG"), ("ien", "IAN"), ("ueh", "UE"),
    ("(?<=[zs])u(?![a-z])|ih(?![a-z])", "I"),
)  # fmt: skip
_PINYIN = (("[cz]h?(?=[aeiou])", "Z"), ("[xs](?=[iu])", "X"), ("[jq](?=[iu])", "J"), ("ong", "ONG"), ("ian", "IAN"),
           ("ue", "UE"), ("(?<=Z)h?i(?![a-z])", "I"))  # fmt: skip
_VOICED = (("k", "g"), ("p", "b"), ("t", "d"))


@lru_cache(maxsize=50_000)
def romanised_alike(first: str, second: str) -> bool:
    """Return whether two folded words are one foreign name, romanised in two ways: "schurawljow", "zhuravlyov".

    The consonants are written differently, and stand for the same sounds. Names of one spelling of
    consonants are for other comparisons ("Vertrag" is no "Vortrag").
    """
    first, second = without_accents(first), without_accents(second)
    if chinese_alike(first, second):
        return True
    if first[:1] == second[:1] and _skeleton(first) == _skeleton(second):
        return False
    return any(
        one == other and len(one) >= _LEAST_CONSONANTS
        for one, other in (
            (_romanised(first, _GERMAN_LETTERS), _romanised(second, _ENGLISH_LETTERS)),
            (_romanised(first, _ENGLISH_LETTERS), _romanised(second, _GERMAN_LETTERS)),
        )
    )


@lru_cache(maxsize=50_000)
def chinese_alike(first: str, second: str) -> bool:
    """Return whether one is the Wade-Giles and the other the Pinyin spelling of a name: "hsiao", "xiao".

    All vowels must agree, and one spelling must be one that only Wade-Giles has: "Tina" is no "Dina".
    """
    if first == second:
        return False
    return any(_pinyin_of(old) == _plain(new) for old, new in ((first, second), (second, first)) if _is_old(old))


def _is_old(name: str) -> bool:
    return any(re.search(pattern, name) for pattern, _ in _TELLING)


def _pinyin_of(name: str) -> str:
    return _plain(_replaced(name, _TELLING))


def _plain(name: str) -> str:
    name = _replaced(name, _PINYIN)
    for hard, soft in _VOICED:
        name = name.replace(hard, soft)
    return name.casefold()


def _replaced(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, sound in rules:
        name = re.sub(pattern, sound, name)
    return name


def _skeleton(name: str) -> str:
    return "".join(letter for letter in name if letter not in "aeiouyj")


def _romanised(name: str, letters: tuple[tuple[str, str], ...]) -> str:
    for written, sound in letters:
        name = name.replace(written, sound)
    return _skeleton(name)
