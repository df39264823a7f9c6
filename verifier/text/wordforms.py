"""Whether two folded words are spellings or forms of one word, or opposites of each other."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from verifier.text.sounds import without_accents

# British spellings into American ones, on word ends, so that both sides meet.
_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1"),
        (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2})our(?=$|s$|ed$|ing|ite|abl|hood|ful|er)", "or"),
        (r"(?<=[a-z]{2})tre(s?)$", r"ter\1"),
        (r"(?<=[a-z]{2})ogue(s?)$", r"og\1"),
        (r"ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=[a-z]{2})(ence|ense)(s?)$", r"ense\2"),
        (r"^gr[ae]y", "gray"),
        (r"programme", "program"),
        (r"judgement", "judgment"),
        (r"^all?right$", "alright"),
        (r"ae|oe", "e"),
        (r"cheque", "check"),
        (r"(?<=[a-z]{3})wards$", "ward"),
    )
)
_ENDINGS = {
    "en": tuple("ings ing ies ied ed es er ly s d e y".split()),
    "de": tuple("sten ten tes ter tem test end ern en er es em et te st e n s t".split()),
    "fr": tuple("aient ions ait ais ent ant ées és ée ons ont er ez es é s e x".split()),
}
# Forms of one word that endings do not show, a line each.
_FORMS = {
    "en": """be am is are was were been being|have has had having|do does did done doing|go goes went gone|
        this these|that those|a an|say says said|get got gets|make made|take took taken|come came|see saw seen|
        know knew known|think thought|bring brought|give gave given|find found|keep kept|stand stood|tell told|
        lead led|leave left|mean meant|meet met|send sent|spend spent|build built|lose lost|feel felt|hold held|
        run ran|begin began begun|speak spoke spoken|write wrote written|man men|woman women|child children""",
    "de": """sein ist sind war waren bin bist seid sei seien wäre wären gewesen|
        haben hat habe hast habt hatte hatten hätte hätten gehabt|
        der die das den dem des|ein eine einen einem einer eines|dieser diese dieses diesen diesem|
        geht ging gehen gegangen|kommt kam kommen gekommen|gibt gab geben gegeben gebe|steht stand stehen gestanden|
        sieht sah sehen gesehen|nimmt nahm nehmen genommen|spricht sprach sprechen gesprochen|
        welche welcher welches welchen welchem|worden wurde wurden geworden|jener jene jenes jenen""",
    "fr": """être est sont était étaient été suis sommes êtes soit|avoir a ont avait avaient ai as avons avez eu|
        le la les l|un une des|du de d des|ce cet cette ces c|au aux à|que qu|se s|ne n|son sa ses|mon ma mes""",
}
_OPPOSITES = {
    "en": """for=against before=after above=below up=down in=out inside=outside increase=decrease increase=reduce
        rise=fall rising=falling raise=cut raise=lower raised=lowered increased=decreased higher=lower high=low
        more=less more=fewer better=worse best=worst first=last support=oppose supports=opposes agree=oppose
        win=lose won=lost buy=sell open=close accept=reject accepted=rejected allow=ban allowed=banned allow=prevent
        good=bad right=wrong strong=weak stronger=weaker friend=enemy friends=enemies success=failure
        succeed=fail succeeded=failed start=stop started=stopped include=exclude safe=dangerous easy=hard
        pass=fail passed=failed begin=end began=ended love=hate gain=loss gains=losses war=peace late=early
        majority=minority maximum=minimum most=least internal=external import=export""",
    "de": """für=gegen vor=nach über=unter erhöhen=senken erhöht=gesenkt steigen=sinken steigt=sinkt gestiegen=gesunken
        mehr=weniger besser=schlechter gut=schlecht stark=schwach richtig=falsch hoch=niedrig höher=niedriger
        zustimmen=ablehnen erlauben=verbieten erlaubt=verboten gewinnen=verlieren gewonnen=verloren
        freund=feind freunde=feinde erfolg=misserfolg krieg=frieden anfang=ende mindestens=höchstens
        erste=letzte ersten=letzten minimum=maximum mehrheit=minderheit einschließen=ausschließen""",
    "fr": """pour=contre avant=après plus=moins augmenter=baisser augmenter=réduire hausse=baisse mieux=pire
        bon=mauvais fort=faible accepter=refuser gagner=perdre ami=ennemi guerre=paix premier=dernier
        majorité=minorité permettre=interdire""",
}
_LESS_AND_FULL = (("less", "ful"), ("los", "voll"))
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti", "miss", "nicht")
_SWAPPED = tuple(
    tuple(pair.split("="))
    for pair in "in=ex im=ex in=de pre=post pro=anti over=under ein=aus zu=ab inter=exter".split()
)


def _lines(text: str) -> dict[str, int]:
    return {word: number for number, line in enumerate(text.split("|")) for word in line.split()}


_FORM_OF = {lang: _lines(text) for lang, text in _FORMS.items()}
_OPPOSED = {lang: frozenset(frozenset(pair.split("=")) for pair in text.split()) for lang, text in _OPPOSITES.items()}


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """Return *word* in American spelling, without accents, as a key only."""
    key = without_accents(word)
    for pattern, spelling in _BRITISH:
        key = pattern.sub(spelling, key)
    return key


@lru_cache(maxsize=50_000)
def _stems(word: str, lang: str) -> frozenset[str]:
    stems = {word}
    for ending in _ENDINGS.get(lang, _ENDINGS["en"]):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            stems |= {stem, stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem}
    if lang == "de":
        stems |= {stem[2:] for stem in stems if stem.startswith("ge") and len(stem) > 5}
    return frozenset(stems)


@lru_cache(maxsize=50_000)
def same_word(first: str, second: str, lang: str) -> bool:
    """Return whether the two are grammatical forms of one word ("end" and "ended", "is" and "are")."""
    forms = _FORM_OF.get(lang, {})
    if first in forms and forms[first] == forms.get(second):
        return True
    if first.isdigit() or second.isdigit():
        return False
    if lang == "de":
        first, second = (word.translate(_UMLAUTS) for word in (first, second))
    return not _stems(first, lang).isdisjoint(_stems(second, lang))


_UMLAUTS = str.maketrans("äöü", "aou")


@lru_cache(maxsize=50_000)
def opposed(first: str, second: str, lang: str) -> bool:
    """Return whether one word says the opposite of the other ("able" and "unable", "for" and "against")."""
    if frozenset((first, second)) in _OPPOSED.get(lang, frozenset()):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) >= 4 and any(long == prefix + short for prefix in _NEGATING):
        return True
    for one, other in ((first, second), (second, first)):
        if any(one.endswith(less) and one[: -len(less)] + full == other for less, full in _LESS_AND_FULL):
            return True
    return any(_swapped(one, other, pair) for pair in _SWAPPED for one, other in ((first, second), (second, first)))


def _swapped(first: str, second: str, pair: tuple[str, ...]) -> bool:
    head, other = pair
    return (
        first.startswith(head)
        and second.startswith(other)
        and len(first) - len(head) >= 4
        and first[len(head) :] == second[len(other) :]
    )


@lru_cache(maxsize=50_000)
def respelled(first: str, second: str, lang: str) -> bool:
    """Return whether two spellings of one word are both in use: "colour", "color"; "müssen", "muessen"."""
    if lang == "de":
        first, second = (word.translate(_DIGRAPHS) for word in (first, second))
    return american(first) == american(second)


_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=50_000)
def same_spelling(first: str, second: str, lang: str) -> bool:
    """Return whether the two are one word spelled in two ways, or with one slip of the keys.

    A slip is one letter in at least five, or two in at least nine; never between opposites.
    """
    if respelled(first, second, lang):
        return True
    shorter = min(len(first), len(second))
    if shorter < 5 or not (first.isalpha() and second.isalpha()):
        return False
    slips = 2 if shorter >= 9 else 1
    return OSA.distance(first, second, score_cutoff=slips) <= slips and not opposed(first, second, lang)
