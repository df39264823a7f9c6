"""Words inside a turn that are not the speaker's own although no mark says so: reported, or a question repeated."""

from __future__ import annotations

import re

from rapidfuzz.distance import LCSseq

from verifier.axes.pieces import Piece
from verifier.axes.quoted import named_before
from verifier.axes.sayers import Readers, Sayer
from verifier.axes.sentences import before_cut, sentences_of
from verifier.model.transcript import PlacedTurn, Role
from verifier.text.folding import fold_words

_REACH = 400  # characters of the turn before the words in which their sentence begins
_REPEATED = 0.8  # of the words that stand in the question before as well
# Whom a speaker sets apart from himself. A named person or an office is not among them: "the President
# said that" is how a spokesperson states what is so.
_OTHERS = (
    r"some(?:\s+(?:people|of\s+\w+(?:\s+\w+)?|\w+s))?|others"
    r"|(?:(?:some|my|our|the|his|her|their|all)\s+)?(?:critics|opponents?|opposition|s[ck]eptics|doubters|rivals?|predecessors?|adversar(?:y|ies))"
    r"|(?:many\s+)?(?<!\bour )(?<!\bthe )(?<!\bmy )(?<!\bthese )people|many|they|those\s+who|someone|somebody"
    r"|(?:the|my)\s+(?:previous|last|former|old)\s+"
    r"(?:government|administration|cabinet|minister|mayor|chancellor|president)"
    r"|manche|einige|andere|viele|(?:die\s+|meine\s+|unsere\s+)?(?:kritiker|gegner|opposition|leute)"
    r"|meine?\s+vorgänger(?:in)?|certains|d[’']autres|beaucoup|les\s+(?:critiques|gens|opposants)|l[’']opposition"
    r"|on(?:\s+[nv]ous)?|mon\s+prédécesseur|ma\s+prédécesseure"
)
_OFTEN = (
    r"(?:\s+(?:will|would|used\s+to|always|still|also|now|may|might|once|have|has|had|even|like\s+to|haben|hat|ont|a))*"
)
_SAY = (
    r"(?:say|says|said|claim(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|complain(?:s|ed)?|maintain(?:s|ed)?|think|thought"
    r"|believed?|pretend(?:s|ed)?|promised|(?:tell|tells|told|assured?)\s+(?:\w+\s+){0,2}?\w+|sagen|sagt|sagten?|gesagt"
    r"|(?:hat|haben|a|ont)(?:\s+\w+){1,4}?,?\s+(?:gesagt|behauptet|versprochen|dit|promis|affirmé)"
    r"|(?:want|have|wants|has)\s+(?:you|us)\s+(?:to\s+)?believe|behaupte(?:n|t|te|ten)|meinen|meinten?"
    r"|glauben|disent|dit|disait|disaient|prétendent|affirment)"
)
# "As they say", "what people say", "when they say": nothing is reported.
_UNDER = r"(?<!\bas )(?<!\bwhat )(?<!\bwhen )(?<!\bif )(?<!\bhow )(?<!\bwie )(?<!\bwas )(?<!\bwenn )(?<!\bcomme )"
_THAT = r"(?:[\s,]+(?:that|dass|que|qu[’'])\b|[\s,:]*(?=$|\S))"
_REPORTING = re.compile(rf"{_UNDER}\b(?P<who>{_OTHERS}){_OFTEN}\s+{_SAY}\b{_THAT}", re.IGNORECASE)
_OWN_AGAIN = re.compile(
    r"[,;:—–]|\b(?:but|yet|aber|doch|sondern|mais|said|says?)\b|\b(?:and|und|et)\s+(?:I|we|ich|wir|je|nous)\b",
    re.IGNORECASE,
)
_WRONG = r"(?:[’']s|\s+(?:is|was|are|were))\s+(?:\w+ly\s+)?(?:wrong|mistaken|untrue|nonsense|not\s+(?:true|so))\b"
_TAKEN_BACK = re.compile(
    r"\W*(?:(?:but|and|well|now|aber|und|mais|et)\b[\s,]*)?(?:"
    r"(?:it|that|this|they|he|she)\s+"
    r"(?:was|is|did|does|do|were|are|has|have|had|would|will)(?:\s+not|n[’']t)\s*[.!;,]"
    rf"|(?:(?:I|we)\s+(?:say|think|believe|know)\s+(?:that\s+)?)?(?:it|that|this|they|he|she){_WRONG}"
    r"|das\s+(?:ist|war|stimmt)\s+(?:nicht|falsch|unsinn)\b"
    r"|(?:c[’']est|c[’']était)\s+(?:faux|absurde)\b|il\s+n[’']en\s+(?:est|fut)\s+rien)",
    re.IGNORECASE,
)


def reported_before(piece: Piece, readers: Readers) -> Sayer | None:
    """Return whose the words are where the speaker's sentence gives them to others; None where it does not.

    "Some people say we should …", "my predecessor told this room that …". A named person or an office
    counts only where the speaker's next sentence takes the words back.
    """
    text, inside = piece.turn.turn.text, piece.inside
    lead = before_cut(text[max(0, inside.start - _REACH) : inside.start])
    if not lead:
        return None
    led = f"{lead} "
    for found in reversed(list(_REPORTING.finditer(led))):
        if not _OWN_AGAIN.search(led, found.end()) and _mostly_first(piece.words):
            return Sayer(" ".join(found.group("who").split()))
    if not _TAKEN_BACK.match(_next_sentence(text, inside.end)):
        return None
    sayer = named_before(piece, readers)
    own = sayer is not None and (sayer.own or sayer.addressed or sayer.printed.lower() in {"we", "wir", "nous"})
    return None if own else sayer


def repeats_question(piece: Piece, asked: PlacedTurn | None) -> bool:
    """Return whether the words stand in a question of the turn that only says again what was asked right before."""
    if asked is None or (asked.turn.role is not Role.QUESTION and "?" not in asked.turn.text):
        return False
    text, inside = piece.turn.turn.text, piece.inside
    stop = re.search(r"[.!?]", text[max(inside.start, inside.end - 1) :])
    words = fold_words(piece.words, piece.turn.turn.lang or piece.record.lang)
    if stop is None or stop.group() != "?" or not words:
        return False
    question = fold_words(asked.turn.text, asked.turn.lang or piece.record.lang)
    return LCSseq.similarity(words, question) >= _REPEATED * len(words)


def _mostly_first(words: str) -> bool:
    """Return whether at least half of the words stand in their first sentence."""
    sentences = sentences_of(words)
    return not sentences or 2 * len(sentences[0].cut(words)) >= len(words.strip())


def _next_sentence(text: str, end: int) -> str:
    """Return the 120 characters of *text* after the sentence that holds, or ends at, *end*."""
    rest = text[max(0, end - 1) : end + 1_200]
    stop = re.search(r"[.!?](?=\s)", rest)
    return rest[stop.end() :][:120] if stop else ""
