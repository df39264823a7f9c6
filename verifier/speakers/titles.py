"""Roles by their titles, and honorifics and ranks, in English, French and German."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from verifier.speakers.demonyms import phrase_keys
from verifier.speakers.wordlists import listed, rows

_SEVERAL_HOLDERS = frozenset(
    "spokesperson deputy_spokesperson deputy_prime_minister deputy_minister cabinet_minister adviser lawmaker envoy "
    "ambassador commissioner party_leader group_leader parliament_vice_president deputy_adviser director "
    "deputy_secretary_general military_commander chair leader mayor governor administrator".split()
)
# A mention's role is met by any of these roles of a person.
_FAMILIES = {
    "spokesperson": ("press_secretary", "deputy_spokesperson"),
    "press_secretary": ("spokesperson",),
    "communications_director": ("spokesperson",),
    "deputy_prime_minister": ("vice_chancellor",),
    "economy_minister": ("finance_minister",),
    "finance_minister": ("economy_minister",),
    "envoy": ("ambassador", "ambassador_un"),
    "ambassador": ("ambassador_un", "envoy"),
    "adviser": ("national_security_adviser", "deputy_adviser"),
    "central_bank_chair": ("president",),
    "chair": ("central_bank_chair", "armed_forces_chief", "military_chair", "deputy_chair"),
}
_LEADING = (
    "president prime_minister chancellor monarch crown_prince supreme_leader party_leader group_leader "
    "opposition_leader majority_leader minority_leader secretary_general director director_general armed_forces_chief"
).split()
_PRESIDENTS = frozenset(
    "US FR RU UA BR MX AR CL CO VE CU SV KR TR ID ZA BY KZ AZ EG SY CY NG KE GH ZM TZ SN PH TW AE CN PS".split()
)
_CHANCELLORS = frozenset({"DE", "AT"})
_SUPREME = frozenset({"KP"})
_MONARCHS = frozenset({"JO", "QA"})
_UNDECIDED = frozenset("PL CZ FI RO LT PT IR SA VA MD GE CH RS XK ME BG LB IQ".split())  # two who may be meant


_LETTERS_OF_A_SLIP = 8
_LIKE_A_TITLE = frozenset({"presidency", "presidential", "representation", "secretariat", "governance"})
_OFTEN_MISSPELT = ("president", "representative", "administrator", "secretary", "chancellor", "governor", "ambassador")


@dataclass(frozen=True, slots=True)
class Title:
    """What a printed title says: a role, and the country or body and the gender that it implies."""

    role: str
    home: str | None = None
    gender: str | None = None


@lru_cache(maxsize=1)
def titles() -> dict[str, Title]:
    """Return what every folded title phrase says, words joined by spaces."""
    found: dict[str, Title] = {}
    for role, home, gender, phrases in rows("titles"):
        for phrase in listed(phrases):
            for key in phrase_keys(phrase) | phrase_keys(phrase.replace("-", " ")):
                found.setdefault(key, Title(role, home or None, gender or None))
    return found


@lru_cache(maxsize=20_000)
def misspelt_title(key: str) -> Title | None:
    """Return the title that a slip of the pen hides, as records print it: "The Presdident", "Repsentative Bass"."""
    if len(key) < _LETTERS_OF_A_SLIP or " " in key or key.endswith("s") or key in _LIKE_A_TITLE:
        return None
    for title in _OFTEN_MISSPELT:
        if key[:3] == title[:3] and OSA.distance(key, title, score_cutoff=3) <= 2:
            return titles().get(title)
    return None


@lru_cache(maxsize=1)
def honorifics() -> dict[str, str | None]:
    """Return the gender ("m", "f" or None) that every folded honorific or rank implies."""
    return {word: gender or None for gender, words in rows("honorifics") for word in words.split()}


ROLES = frozenset(role for role, *_ in rows("titles"))


def single_holder(role: str) -> bool:
    """Return whether one person at a time holds the role of one country or body."""
    return role not in _SEVERAL_HOLDERS


@lru_cache(maxsize=500)
def roles_met_by(role: str) -> tuple[str, ...]:
    """Return the roles of a person that a mention of *role* may mean, itself first.

    "Secretary" and "minister" may be any minister, "leader" anybody who leads.
    """
    if role == "cabinet_minister":
        return (role, *sorted(one for one in ROLES if one.endswith(("_minister", "_secretary"))))
    if role == "leader":
        return (role, *_LEADING)
    return (role, *_FAMILIES.get(role, ()))


def leading_role(country: str) -> str | None:
    """Return the role that "the leader" of a country holds; None where two people may be meant."""
    if country in _UNDECIDED:
        return None
    for group, role in ((_PRESIDENTS, "president"), (_CHANCELLORS, "chancellor"), (_SUPREME, "supreme_leader")):
        if country in group:
            return role
    return "monarch" if country in _MONARCHS else "prime_minister"
