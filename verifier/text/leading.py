"""Words that stand before a quotation in its sentence and deny it, or bind it to a condition."""

from __future__ import annotations

import re

from verifier.text.folding import fold_words
from verifier.text.operators import OperatorClass, operators_in

LANGUAGES = frozenset({"en", "de", "fr"})
_REACH = 6  # words from a denial to the quotation, within one clause
_CLAUSE = re.compile(r"[,;:—–]|\s-\s|--")
# What joins a denial to what it denies; the comma before it parts no clauses: "Ich glaube nicht, dass".
_JOINED = re.compile(r"[,;:—–-]*\s*\b(?:that|dass|daß|que|qu[’']|as if|as though|als ob|comme si)\s*$", re.IGNORECASE)
_LIKENED = re.compile(r"\b(?:as if|as though|als ob|comme si)\s*$", re.IGNORECASE)
# "no doubt", "not only": these assert.
_ASSERTING = re.compile(
    r"\b(?:no|any|a|without(?: a)?|beyond) doubts?\b|\bno question\b|\b(?:not|n[’']t) (?:only|just|merely|simply)\b"
    r"|\bnothing (?:but|less than)\b|\bcan(?:not|[’']t) (?:help but|wait)\b|\bwhy (?:not|don[’']t|doesn[’']t)\b"
    r"|\bno wonder\b|\b(?:kein|keinen|ohne) zweifel\b|\bnicht (?:nur|bloß|allein)\b|\bnichts als\b"
    r"|\b(?:sans|aucun|nul) (?:aucun )?doute\b|\bpas (?:seulement|que|uniquement)\b|\bne (?:fait|font) que\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:it is|it[’']s|that is|that[’']s|would be) (?:simply |just |absolutely |totally )?(?:wrong|untrue|false"
    r"|absurd|nonsense|a lie|a myth|a mistake|inaccurate|incorrect)(?: to (?:say|claim|suggest|believe|think))?\b"
    r"|\b(?:I|we) (?:deny|dispute|reject)\b"
    r"|\b(?:es ist|das ist) (?:falsch|unsinn|ein irrtum|unwahr)\b|\b(?:il est|c[’']est) (?:faux|absurde|inexact)\b"
    r"|\b(?:some|some people|others|critics|they|people) (?:say|claim|argue|think|believe|pretend)s?\b",
    re.IGNORECASE,
)
_CONDITIONS = {
    "en": r"if|unless|suppose|supposing|imagine|assuming|provided|providing|as long as|so long as|in case|even if"
    r"|were we|had we|should we|what if|only if|whether",
    "de": r"wenn|falls|sofern|solange|angenommen|vorausgesetzt|es sei denn|selbst wenn|im falle|ob",
    "fr": r"si|s[’']ils?|à condition|au cas où|supposons|imaginons|tant que|pourvu|à moins|même si|en cas",
}
_SMALL = r"(?:(?:and|but|so|now|well|look|because|that|und|aber|also|denn|et|mais|donc|alors|then)[\s,]+)*"


def denied_before(lead: str, lang: str, reach: int = _REACH) -> bool:
    """Return whether *lead*, the sentence up to a quotation, denies what follows: "I do not believe that".

    A negation counts in the last clause, at most *reach* words before the quotation; "no doubt" and
    "not only" assert, and deny nothing.
    """
    if not lead:
        return False
    joined = _JOINED.search(lead)
    body = lead[: joined.start()] if joined else lead.rstrip(" ")
    clause = _CLAUSE.split(body.rstrip(" ,;:—–-") if joined else body)[-1]
    if _ASSERTING.search(clause):
        return False
    if joined and (_LIKENED.search(joined.group()) or _DENYING.search(clause)):
        return True
    words = fold_words(clause, lang)
    return any(
        operator.kind is OperatorClass.NEGATION and len(words) - last < reach
        for _, last, operator in operators_in(words, lang)
    )


def opens_hypothesis(lead: str, lang: str) -> bool:
    """Return whether *lead* binds what follows to a condition: "If the strait is closed," or "provided that"."""
    conditions = _CONDITIONS.get(lang)
    if conditions is None or not lead:
        return False
    opening = re.match(rf"\W*{_SMALL}(?:{conditions})\b", lead, re.IGNORECASE)
    inside = re.search(rf"\b(?:{conditions})(?:\s+(?:that|dass|que))?\s*$", lead, re.IGNORECASE)
    return bool(opening or inside)
