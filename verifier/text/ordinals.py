"""Places, shares and multiples that one word names: "third", "quarter", "doubled"."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.text.spoken import german_value

_ORDINALS = {
    word: place
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    )
    for place, word in enumerate(words.split(), start=1)
} | {"première": 1, "seconde": 2}
_GERMAN_ORDINAL = re.compile(
    r"(erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft)(?:e[nrsm]?|ens)"
)
_PRINTED_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|re|e|ème|ten|te|ter|tes)")
# Shares of a whole; English names most of them by the ordinal.
_SHARES = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10,
    "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10,
    "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "dixième": 10,
}  # fmt: skip
_MULTIPLES = tuple(
    (re.compile(pattern), times)
    for pattern, times in (
        (r"halv(?:e|es|ed|ing)|halbier\w*", 0.5),
        (r"once|einmal(?:ig\w*)?", 1.0),
        (r"doubl(?:e|es|ed|ing|er|é|ée|és|ées|ent)|twice|twofold|verdoppel\w*|verdoppl\w*|doppelt\w{0,2}", 2.0),
        (r"tripl(?:e|es|ed|ing|er|é|ée|és|ées|ent)|trebl(?:e|es|ed|ing)|thrice|threefold", 3.0),
        (r"quadrupl(?:e|es|ed|ing|er|é|ée|és|ées|ent)|fourfold", 4.0),
        (r"quintupl(?:e|es|ed|ing|er|é|ée)|fivefold", 5.0),
        (r"sixfold|sextupl(?:e|ed|er|é)", 6.0),
        (r"sevenfold", 7.0),
        (r"eightfold", 8.0),
        (r"ninefold", 9.0),
        (r"tenfold|décupl(?:e|er|é)", 10.0),
        (r"twentyfold", 20.0),
        (r"hundredfold|hundert(?:mal|fach\w{0,4})|centupl(?:e|er|é)", 100.0),
        (r"thousandfold|tausend(?:mal|fach\w{0,4})", 1000.0),
    )
)
_GERMAN_TIMES = re.compile(r"(?:ver)?(\w+?)(?:mal|malig(?:e[nrsm]?)?|fach\w{0,4})")


@lru_cache(maxsize=50_000)
def ordinal_of(word: str) -> int | None:
    """Return the place a word like "third", "dritten" or "3rd" names; None for any other word."""
    printed = _PRINTED_ORDINAL.fullmatch(word)
    if printed:
        return int(printed[1])
    german = _GERMAN_ORDINAL.fullmatch(word)
    return _ORDINALS.get(german[1] + "e" if german else word)


def place_of(word: str) -> int | None:
    """Return the place or day that a word names, printed as an ordinal or as a bare figure; None for any other word."""
    return ordinal_of(word) or (int(word) if word.isascii() and word.isdigit() else None)


def share_of(word: str) -> int | None:
    """Return into how many parts the whole is cut that a word like "quarter" names one of; None for any other word."""
    return _SHARES.get(word)


@lru_cache(maxsize=50_000)
def multiple_of(word: str) -> float | None:
    """Return by what a word like "doubled", "viermal" or "verdreifachen" multiplies; None for any other word."""
    german = _GERMAN_TIMES.fullmatch(word)
    value = german_value(german[1]) if german else None
    if value:
        return float(value)
    return next((times for pattern, times in _MULTIPLES if pattern.fullmatch(word)), None)
