"""Words that stand before a quotation in its sentence and deny it, or bind it to a condition."""

from __future__ import annotations

import re

from verifier.text.folding import fold_words
from verifier.text.operators import OperatorClass, operators_in

LANGUAGES = frozenset({"en", "de", "fr"})
_OPENING = 80  # characters of a quotation that its first word is read from
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
    "en": r"if|unless|suppose|supposing|imagine|assuming|provided that|providing that|as long as|so long as|in case"
    r"|even if|were we|had we|should we|what if|only if|whether",
    "de": r"wenn|falls|sofern|solange|angenommen|vorausgesetzt|es sei denn|selbst wenn|im falle|ob",
    "fr": r"si|s[’']ils?|à condition|au cas où|supposons|imaginons|tant que|pourvu|à moins|même si|en cas",
}
# What says that a number is not quite what it is: "almost 300 million".
_HEDGES = {
    "en": r"up to|at least|at most|about|around|roughly|approximately|some|more than|less than|fewer than|close to"
    r"|as many as|as much as|no more than|no less than|an estimated|(?:just|well) over|just under",
    "de": r"rund|etwa|ungefähr|knapp|gut|bis zu|mindestens|höchstens|circa|ca\.|zirka|mehr als|weniger als"
    r"|schätzungsweise|an die",
    "fr": r"environ|près de|jusqu[’']à|au moins|au plus|plus de|moins de|quelque|autour de|à peu près"
    r"|approximativement",
}
# What limits any words.
_LIMITS = {
    "en": r"almost|nearly|perhaps|maybe|possibly|probably|partly|seldom|rarely|hardly|barely|scarcely",
    "de": r"fast|beinahe|nahezu|vielleicht|möglicherweise|wahrscheinlich|vermutlich|teilweise|selten|kaum",
    "fr": r"presque|peut-être|probablement|possiblement|rarement|à peine|quasiment",
}
_MODALS = {
    "en": r"may|might|could|would|should|must|ought to|(?:have|has|had|need|needs) to",
    "de": r"darf|dürfen|dürfte|dürften|könnte|könnten|müsste|müssten|muss|müssen|soll|sollen"
    r"|sollte|sollten|würde|würden",
    "fr": r"pourrait|pourraient|pourrais|pourrions|pourriez|devrait|devraient|devrais|devrions|devriez|doit|doivent"
    r"|devons|faut|faudrait",
}
_BESIDE_MODALS = (
    r"(?:\s+(?:also|well|soon|still|then|now|even|just|perhaps|auch|wohl|bald|noch|nun|aussi|bientôt|encore))?"
)
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


def limited_before(lead: str, words: str, lang: str) -> str | None:
    """Return what stands right before *words* in their sentence and limits them, None where nothing does.

    "almost" or "up to" before a number, "perhaps" before anything, "may" or "must" before the verb that
    the quotation begins with.
    """
    if lang not in _LIMITS or not lead:
        return None
    first = fold_words(words[:_OPENING], lang)[:1]
    number = bool(first) and first[0][:1].isdigit()
    limits = [_LIMITS[lang], rf"(?:{_MODALS[lang]}){_BESIDE_MODALS}", *([_HEDGES[lang]] if number else [])]
    # Small letters but at the head: "in May" is no modal.
    found = re.search(rf"(?<![\w’'-])(?:{'|'.join(limits)})$", f"{lead[:1].lower()}{lead[1:]}".rstrip(" $€£"))
    return found.group() if found else None


def is_limited(lead: str, lang: str) -> bool:
    """Return whether a sentence's own words up to a quotation limit it anywhere: "he said the strike might"."""
    if lang not in _LIMITS:
        return False
    return bool(re.search(rf"(?<![\w’'-])(?:{_LIMITS[lang]}|{_MODALS[lang]})(?![\w’'-])", lead))


def opens_hypothesis(lead: str, lang: str) -> bool:
    """Return whether *lead* binds what follows to a condition: "If the strait is closed," or "provided that"."""
    conditions = _CONDITIONS.get(lang)
    if conditions is None or not lead:
        return False
    opening = re.match(rf"\W*{_SMALL}(?:{conditions})\b", lead, re.IGNORECASE)
    inside = re.search(rf"\b(?:{conditions})(?:\s+(?:that|dass|que))?\s*$", lead, re.IGNORECASE)
    return bool(opening or inside)
