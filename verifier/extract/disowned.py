"""Words that their own sentence keeps from the person it names: put to her as a question, or denied, or never said.

"Markova was asked: “…”", "asked if she had “…”, Markova said no", "Markova denied that “…”": nobody claims that
she said them. Read by the place of words in English, French and German, as parsers part these clauses badly.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.extract.cue_forms import FoundCue, Place
from verifier.extract.german_verbs import german_class
from verifier.extract.tokens import Sentence, Token
from verifier.extract.verbs import Reporting, reporting_class

ASKED, DENIED = "asked", "denied"
_LONGEST = 60  # tokens before the marks that are read

_ASKED = {
    "en": r"(?:(?:^|, |\b(?:when|if|once|while|was|were|been|being|is|are) )"
    r"(?:\w+ly |also |then |later |again |first )?(?:asked|questioned|pressed|quizzed|grilled|queried|challenged)"
    r"|(?:\b(?:an?|the|this|one|that|faced?|facing|dodged|evaded) |[’']s )questions?)\b",
    "fr": r"(?:(?:^|, |\b(?:été|est|était|sont|fut|être) )(?:\w+ment |aussi |ensuite )?"
    r"(?:interrogée?s?|questionnée?s?|relancée?s?)|(?:à|devant) la question|à qui l[’'] ?on demandait)\b",
    "de": r"(?:(?:^|, |\b(?:wurden?|wird|werden|worden)\b[^:;]{0,80} )(?:danach |darauf )?"
    r"(?:gefragt|befragt|angesprochen)"
    r"|(?:auf|mit|vor) (?:die|der|eine|einer|einen) fragen?|auf fragen)\b",
}
_DENIED = {
    "en": r"\b(?:(?:denied|denies|denying|deny|refuted|refutes|disavowed)\b(?= )"
    r"|(?:rejected|rejects|dismissed|dismisses|disputed|disputes|contested|repudiated|rebutted)\b[^:;]{0,80}?"
    r"\b(?:suggestions?|claims?|allegations?|reports?|accusations?|charges?|assertions?|notions?|rumou?rs?|insinuations?))"
    r"\b(?! and)",
    "fr": r"\b(?:dément|démentait|démenti|démentent|nie|nié|niait|nient|réfuté?|réfutait|conteste|contesté"
    r"|contestait)\b",
    "de": r"\b(?:bestritt|bestreitet|bestritten|dementierte?|leugnete?|verneinte?|abgestritten"
    r"|(?:wies|weist)\b[^:;]{0,60}?\b(?:behauptung|vorwurf|vorwürfe|darstellung|unterstellung|bericht|berichte|gerücht|gerüchte)(?:en)?)\b",
}
# What leads from a denial to the words denied; without it the marks hold the denial's own words: “No,” she denied.
_OF_WHAT = {
    "en": re.compile(
        r"\b(?:that|having|saying|ever|telling|making|calling|suggestions?|claims?|allegations?|reports?|accusations?"
        r"|charges?|assertions?|notions?|rumou?rs?|insinuations?)\b"
    ),
    "fr": re.compile(r"\b(?:que|qu[’']|avoir|les|des|une?)\b|qu[’']"),
    "de": re.compile(
        r"\b(?:dass|daß|zu haben|habe|hätten?|behauptung|vorw[uü]rfe?|bericht\w*|gerüchte?|den|die|das)\b"
    ),
}
_SAID_BEFORE_COLON = re.compile(
    r"\b(?:having (?:said|told|written|called)|saying|avoir \w+|(?:gesagt|erklärt) zu haben)\b"
)
_QUESTIONS = frozenset({"question", "questions", "frage", "fragen"})
_HER_OWN = re.compile(
    r"\b(?:asks?|asking|asked|pos(?:es?|ed)|raise[sd]?|puts?|repeat(?:s|ed)|stellte?) the questions?$"
)
_PUT = re.compile(r"(?:$|[:,]|(?:of |about |as to |on |to )?(?:whether|if|how|why|what|who|that)\b)")
_ANSWERED = re.compile(r"\b(?:answer|respon[ds]|repl[iy]|antwort|entgegn|répon)")
_FEW_WORDS = 3  # of a date between a question and its colon: "was asked on Tuesday, March 5:"
_BY = frozenset({"by", "par", "von", "vom", "durch"})
_NOT = {
    "en": frozenset({"not", "n’t", "n't", "never", "nor", "neither"}),
    "fr": frozenset({"pas", "jamais", "point", "nullement"}),
    "de": frozenset({"nicht", "nie", "niemals", "keineswegs", "nirgends"}),
}
_ONLY = frozenset("only just merely simply seulement uniquement nur bloß allein".split())
_PASSED = frozenset(
    """did does do has have had would could will can should is was were are ever also yet really actually explicitly
    publicly a ont avait avaient n' n’ ne jamais encore hat haben hatte hatten so auch to declined refused
    failed""".split()
)
_UNWILLING = re.compile(r"\b(?:declined|declines|declining|refused|refuses|refusing|failed|neglected) to $")
# Before a colon only these have the marked words for their object: "did not elaborate: “…”" leads to her own.
_UTTERING = frozenset(
    "say says said saying tell tells told write wrote written state stated claim claimed call called"
    " declare declared dit déclaré écrit affirmé gesagt sagte sagt geschrieben behauptet erklärt".split()
)


# "Reporters asked Kirby why the guard “would …”": the marked words are part of what was asked, actively.
_ASKS = re.compile(
    r"\b(?P<verb>asks?|asked|asking|questioned|pressed|quizzed|grilled|challenged)\b(?P<whom>(?: [^\s:;]+){0,8}?)"
    r" (?:about |on )?(?:why|whether|if|how|what|when|where|who)\b(?P<question>[^:;]*)$"
)
_JOURNALISTS = frozenset("reporter reporters journalist journalists press correspondent correspondents media".split())


def asks_in_clause(sentence: Sentence, place: Place, cue: FoundCue | None) -> bool | None:
    """Return whether words lie in a clause that somebody asks, and its asker may stand as who says them.

    True for a named asker whom the cue names; False where journalists ask, or the cue names another;
    None for words that nobody asks so.
    """
    words = _spelled(_lead(sentence, place))
    found = _ASKS.search(words)
    if found is None or _tells(found["question"], "en") or _tells(found["whom"], "en"):
        return None
    by_asker = cue is not None and cue.subject is not None and sentence.tokens[cue.first].lower == found["verb"]
    if not by_asker or cue is None or cue.subject is None:
        return False
    return not _JOURNALISTS & {token.lower for token in sentence.tokens[cue.subject.first : cue.subject.last]}


def disowned(sentence: Sentence, place: Place, cue: FoundCue | None) -> str | None:
    """Return whether the words in marks are a question put to whom the cue names, or denied; None where neither.

    Behind words that lead their sentence the cue decides alone: “Is it?” he asked · “Is it?” he was asked.
    """
    lead = _lead(sentence, place)
    lang = sentence.lang if sentence.lang in _ASKED else "en"
    if cue is not None and cue.first >= place.last and not any(not token.is_sign for token in lead):
        return ASKED if _is_asked(sentence, cue) else None
    if _asked(lead, lang) and not (cue is not None and _by_an_asker(sentence, cue)):
        return ASKED
    if _denied(lead, lang) or (cue is not None and _negated(sentence, place, cue, lang)):
        return DENIED
    return None


def _by_an_asker(sentence: Sentence, cue: FoundCue) -> bool:
    """Return whether the cue names who asked, behind its verb: "was asked by Ann Reed: “…”"."""
    subject = cue.subject
    return subject is not None and subject.first > cue.first and sentence.tokens[subject.first - 1].lower in _BY


def _is_asked(sentence: Sentence, cue: FoundCue) -> bool:
    """Return whether a cue behind the marks is a passive question: "…?” Markova was asked"."""
    before = " ".join(token.lower for token in sentence.tokens[max(0, cue.first - 8) : cue.last] if token.quoted < 0)
    lang = sentence.lang if sentence.lang in _ASKED else "en"
    return (
        bool(re.search(rf"{_ASKED[lang]}$", before))
        and not _by_an_asker(sentence, cue)
        and "question" not in before[-9:]
    )


def _lead(sentence: Sentence, place: Place) -> list[Token]:
    """Return the words and signs that lead to the marks, back to an earlier quotation or the sentence's head."""
    first = max(0, place.first - _LONGEST)
    for number in range(place.first - 1, first - 1, -1):
        if sentence.tokens[number].quoted >= 0 or sentence.tokens[number].text == ";":
            first = number + 1
            break
    return list(sentence.tokens[first : place.first])


def _spelled(tokens: list[Token]) -> str:
    """Return the words in lower case, commas and colons set as in print: "asked, he said:"."""
    words = " ".join(token.lower for token in tokens)
    return re.sub(r"\s+([,:.])", r"\1", re.sub(r"\s+", " ", words))


@lru_cache(maxsize=8)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _asked(lead: list[Token], lang: str) -> bool:
    """Return whether the words lead from a question to the marks, with nobody's saying in between."""
    words = _spelled(lead)
    found = list(_pattern(_ASKED[lang]).finditer(words))
    if not found:
        return False
    between = words[found[-1].end() :].strip()
    if _tells(between, lang) or (between.endswith(",") and between != ","):
        return False
    by_noun = found[-1].group().split()[-1] in _QUESTIONS
    if by_noun and (_HER_OWN.search(words[: found[-1].end()]) or not _PUT.match(between)):
        return False
    if not between.endswith(":"):
        return True
    # What follows her answer or a clause of her own is hers: "asked about it, she shook her head: “No.”"
    answered = by_noun and _ANSWERED.search(words)
    return not answered and len(between.rpartition(",")[2].split()) <= _FEW_WORDS


def _denied(lead: list[Token], lang: str) -> bool:
    """Return whether the words lead from a denial to what is denied."""
    words = _spelled(lead)
    found = list(_pattern(_DENIED[lang]).finditer(words))
    if not found:
        return False
    between = words[found[-1].end() :]
    whole = words[found[-1].start() :]
    if re.search(r"\b(?:as|als|comme)$", between.strip()) or not _OF_WHAT[lang].search(whole):
        return False
    if between.rstrip().endswith(":") and not _SAID_BEFORE_COLON.search(between):
        return False
    return not _goes_on(between, lang)


def _tells(words: str, lang: str) -> bool:
    """Return whether somebody says something in the words, so that what follows is theirs."""
    return any(_speech(word, lang) for word in re.findall(r"[^\W\d_]+", words))


def _goes_on(words: str, lang: str) -> bool:
    """Return whether a second saying follows a denial: "denied it, saying", "denied it and called it"."""
    joined = re.finditer(
        r"(?:,|\band\b|\bbut\b|\bet\b|\bmais\b|\bund\b|\baber\b|\bsondern\b)((?: [^\W\d_]+){1,4})", words
    )
    return any(
        _speech(word, lang) and not re.search(rf"\b{word} (?:zu haben|habe)\b", words)
        for found in joined
        for word in found.group(1).split()
    )


def _speech(word: str, lang: str) -> bool:
    if lang == "de":
        return german_class(word) is Reporting.SPEECH
    return reporting_class(word) >= Reporting.LABEL and not word.startswith(("question", "report", "claim", "suggest"))


def _negated(sentence: Sentence, place: Place, cue: FoundCue, lang: str) -> bool:
    """Return whether the cue before the marks is negated or declined: "did not say that “…”", "n'a pas dit"."""
    if cue.first >= place.first or cue.reporting < Reporting.LABEL:
        return False
    tokens, at = sentence.tokens, cue.first
    while at > 0 and tokens[at - 1].quoted < 0 and (tokens[at - 1].lower in _PASSED or _adverb(tokens[at - 1])):
        at -= 1
    head = [token.lower for token in tokens[max(0, at - 1) : cue.first]]
    following = [token.lower for token in tokens[cue.last : cue.last + 2]]
    negation = _NOT[lang]
    said_not = bool(negation & set(head)) and not _ONLY & {*head, *following[:1]}
    if lang != "en" and following[:1] and following[0] in negation and following[1:] != ["seulement"]:
        said_not = following[1:2] != ["nur"]
    unwilling = lang == "en" and bool(_UNWILLING.search(" ".join(head[-4:]) + " "))
    colon = place.first > 0 and tokens[place.first - 1].text in {":", ","}
    return (said_not or unwilling) and (not colon or tokens[cue.first].lower in _UTTERING)


def _adverb(token: Token) -> bool:
    return token.tag == "RB" or token.lower in _NOT["en"] | _NOT["fr"] | _NOT["de"]
