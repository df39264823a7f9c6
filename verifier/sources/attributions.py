"""Names from the attributions that parliaments and governments print around them."""

from __future__ import annotations

import re

from verifier.model.transcript import Role
from verifier.sources.roles import role_of

_HONORIFIC = re.compile(
    r"(?:(?:the\s+)?(?:rt|right)\.?\s+hon(?:ou?rable)?\.?|(?:the\s+)?hon(?:ou?rable)?\.?|mr|mrs|ms|miss|mx|dr|prof"
    r"|m|mme|mlle|l['’]hon(?:orable)?\.?|le\s+très\s+hon\.?)\.?\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:,?\s+(?:MPP?|MSP|MS|TD|QC|KC|OBE|CBE|MBE|KCB|DBE|KBE))+$")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_OFFICE = re.compile(r"(?:the|le|la|l['’])\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:some|an?|several|des|une?|plusieurs)?\s*(?:hon(?:ou?rable)?\.?\s+|right hon\.?\s+)?"
    r"(?:members?|senators?|voices?|députée?s?|voix)",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """Return a name without what stands before and behind it in courtesy, kept where one word would be left."""
    text, rest = name.strip(), None
    while (found := _HONORIFIC.match(text)) and len(text[found.end() :].split()) > 1:
        rest = text = text[found.end() :]
    return _AFTER.sub("", rest if rest is not None else text).strip(" ,.:")


def name_of(printed: str) -> str:
    """Return the person's name in an attribution, the attribution itself where it names only an office.

    "The Prime Minister (Keir Starmer)" and "The Rt Hon Keir Starmer MP" are Keir Starmer, "Mr. Mark
    Gerretsen (Kingston and the Islands, Lib.)" is Mark Gerretsen, "Mr. Schumer" stays as it is.
    """
    text = " ".join(printed.replace("|", " ").split()).strip(" :")
    inside = _BRACKETS.search(text)
    outside = _BRACKETS.sub("", text).strip(" ,.:–-")
    is_courtesy = _bare(outside) != outside
    if inside and _OFFICE.match(outside) and not is_courtesy and "," not in inside[1] and len(inside[1].split()) > 1:
        return _bare(inside[1])
    return _bare(outside) or text


def role_in_house(printed: str) -> Role:
    """Return the role that an attribution gives; "Some hon. members" are nobody."""
    plain = _BRACKETS.sub("", printed).strip(" .:")
    return Role.UNATTRIBUTED if _PLURAL.fullmatch(plain) else role_of(printed)
