"""What is no part of an article's sentences: notices, calls to subscribe, share buttons, datelines."""

from __future__ import annotations

import re

from verifier.model.text import Span

_NOTICE = re.compile(
    r"\bcopyright(?:ed)?\b|\bfair use\b|\ball rights reserved\b|\bcreative commons\b|\bterms of (?:use|service)\b"
    r"|\bdisclaimer\b|\bprivacy policy\b|\bwithout (?:prior )?(?:written )?permission\b|\bcopyright owner\b"
    r"|\bdistributed without profit\b|\bsole responsibility of the author\b|\bmay not be (?:published|reproduced)\b"
    r"|\bcross-post\b|\bnot been specifically authori[sz]ed\b|\btous droits réservés\b|\balle rechte vorbehalten\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\bshare button\b|\b(?:daily|weekly) newsletter\b|\bsign up (?:for|to)\b|\bsubscribe to\b|\bfollow (?:us|me) on\b"
    r"|\bbecome a member\b|\bclick here\b|\brepost and share\b|\bsupport our work\b",
    re.IGNORECASE,
)
_ENOUGH = 2
# A line that leads to another article quotes that one's headline.
_READ_ALSO = re.compile(
    r"(?:read (?:also|more|next)|see also|also read|related(?: articles?| stor(?:y|ies))?|more on this|watch"
    r"|lire aussi|à lire(?: aussi)?|voir aussi|sur le même sujet|lesen sie (?:auch|mehr)|mehr zum thema|siehe auch)"
    r"\s*[:>»|–—-]",
    re.IGNORECASE,
)
# "LISBON, Portugal —", "KYIV, March 5 -", "Berlin (dpa) —": a town in capitals, or an agency between brackets.
_TOWN = r"[A-ZÀ-Þ]{3,}(?:[ .'’-]{1,2}[A-ZÀ-Þ]+)*\.?"
_CAPITALISED = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}"
_PART = rf",? ?(?:{_CAPITALISED}|(?:{_CAPITALISED} )?\d{{1,2}}\.?(?: [A-ZÀ-Þa-zà-ÿ]+\.?)?|\d{{4}})"
_AGENCY = r"\s?\([A-ZÀ-Þa-z][\w ./-]{1,24}\)"
_DATELINE = re.compile(
    rf"(?:{_TOWN}(?:,{_PART}){{0,3}}(?:{_AGENCY})?|{_CAPITALISED}(?:,{_PART}){{0,3}}{_AGENCY})"
    r"\s?(?:\s(?:--?|[–—])\s|[–—]\s?)(?=[A-ZÀ-Þ\"“„«])"
)


def dateline(paragraph: str) -> Span | None:
    """Return the dateline that a paragraph begins with, its dash and the space behind it included; None for none."""
    found = _DATELINE.match(paragraph)
    return Span(0, found.end()) if found else None


def is_boilerplate(paragraph: str) -> bool:
    """Return whether a paragraph holds two phrases of a notice or of a call to readers, or leads to another article."""
    if _READ_ALSO.match(paragraph):
        return True
    notices = {found.group().lower() for found in _NOTICE.finditer(paragraph)}
    calls = {found.group().lower() for found in _CALL.finditer(paragraph)}
    return len(notices) >= _ENOUGH or len(calls) >= _ENOUGH
