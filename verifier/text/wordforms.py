"""Whether two folded words are spellings or forms of one word, or opposites of each other."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from verifier.text.opposites import OPPOSITES
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
_ANY_BRITISH = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _BRITISH))  # most words have none
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
        run ran|begin began begun|rise rose risen|fall fell fallen|grow grew grown|win won|sell sold|buy bought|
        speak spoke spoken|write wrote written|man men|woman women|child children""",
    "de": """sein ist sind war waren bin bist seid sei seien wäre wären gewesen|
        haben hat habe hast habt hatte hatten hätte hätten gehabt|
        der die das den dem des|ein eine einen einem einer eines|dieser diese dieses diesen diesem|
        geht ging gehen gegangen|kommt kam kommen gekommen|gibt gab geben gegeben gebe|steht stand stehen gestanden|
        sieht sah sehen gesehen|nimmt nahm nehmen genommen|spricht sprach sprechen gesprochen|
        welche welcher welches welchen welchem|worden wurde wurden geworden|jener jene jenes jenen""",
    "fr": """être est sont était étaient été suis sommes êtes soit|avoir a ont avait avaient ai as avons avez eu|
        le la les l|un une des|du de d des|ce cet cette ces c|au aux à|que qu|se s|ne n|son sa ses|mon ma mes""",
}
_LESS_AND_FULL = (("less", "ful"), ("los", "voll"), ("los", "reich"))
_LESS = tuple(less for less, _ in _LESS_AND_FULL)
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti", "miss", "nicht")
_SWAPPED = tuple(
    tuple(pair.split("="))
    for pair in "in=ex im=ex in=de pre=post pro=anti over=under ein=aus zu=ab inter=exter".split()
)


def _lines(text: str) -> dict[str, int]:
    return {word: number for number, line in enumerate(text.split("|")) for word in line.split()}


# German "-er" declines as well ("ein großer"), and tells nothing.
_DEGREES = {"en": re.compile(r"(\w{3,})(?:er|est)"), "de": re.compile(r"(\w{3,})st(?:e|en|er|es|em)")}
_LEAST_POSITIVE = 3
_LEAST_ROOT = 4  # letters that two words share after what turns one into its opposite
_UMLAUTS = str.maketrans("äöü", "aou")
_FORM_OF = {lang: _lines(text) for lang, text in _FORMS.items()}


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
def _stems_of(word: str, lang: str) -> frozenset[str]:
    """Return what the forms of a word have in common, irregular ones too: "fell" has that of "fall"."""
    form = _FORM_OF.get(lang, {}).get(word)
    stems = _stems(word.translate(_UMLAUTS) if lang == "de" else word, lang)
    degrees = {stem for stem in _positives(word, lang) if len(stem) >= _LEAST_POSITIVE}
    return stems | degrees if form is None else stems | degrees | {f"#{form}"}


@lru_cache(maxsize=50_000)
def _positives(word: str, lang: str) -> frozenset[str]:
    """Return what *word* may be the comparative or superlative of: "strong" for "stronger" and "strongest"."""
    found = _DEGREES[lang].fullmatch(word.translate(_UMLAUTS)) if lang in _DEGREES else None
    if found is None:
        return frozenset()
    stem = found[1]
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return frozenset((stem, undoubled, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem))


def other_degree(first: str, second: str, lang: str) -> bool:
    """Return whether one word compares and the other does not: "strong" and "stronger", "große" and "größte"."""
    if not (_positives(first, lang) or _positives(second, lang)):
        return False
    for one, other in ((first, second), (second, first)):
        plain = {other, *_stems(other.translate(_UMLAUTS), lang)} if lang == "de" else {other}
        if plain & _positives(one, lang) and not _positives(other, lang):
            return True
    return False


def _counterparts(text: str, lang: str) -> dict[str, frozenset[str]]:
    """Return for every stem of a listed word the stems of all words that say its opposite."""
    found: dict[str, set[str]] = {}
    for entry in text.casefold().split():
        sides = [[_stems_of(word, lang) for word in side.split(",")] for side in entry.split("=")]
        for ours, theirs in (sides, sides[::-1]):
            for stems in ours:
                for stem in stems:
                    found.setdefault(stem, set()).update(*theirs)
    return {stem: frozenset(stems) for stem, stems in found.items()}


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """Return *word* in American spelling, without accents, as a key only."""
    key = without_accents(word)
    if not _ANY_BRITISH.search(key):
        return key
    for pattern, spelling in _BRITISH:
        key = pattern.sub(spelling, key)
    return key


@lru_cache(maxsize=50_000)
def same_word(first: str, second: str, lang: str) -> bool:
    """Return whether the two are grammatical forms of one word ("end" and "ended", "is" and "are")."""
    forms = _FORM_OF.get(lang, {})
    if first in forms and forms[first] == forms.get(second):
        return True
    if first.isdigit() or second.isdigit() or other_degree(first, second, lang):
        return False
    if lang == "de":
        first, second = (word.translate(_UMLAUTS) for word in (first, second))
    return not _stems(first, lang).isdisjoint(_stems(second, lang))


_OPPOSED = {lang: _counterparts(text, lang) for lang, text in OPPOSITES.items()}


@lru_cache(maxsize=50_000)
def opposed(first: str, second: str, lang: str) -> bool:
    """Return whether one word says the opposite of the other ("able" and "unable", "for" and "against")."""
    if not _against(first, lang).isdisjoint(_stems_of(second, lang)):
        return True
    if first.endswith(_LESS) or second.endswith(_LESS):
        for one, other in ((first, second), (second, first)):
            if any(one.endswith(less) and one[: -len(less)] + full == other for less, full in _LESS_AND_FULL):
                return True
    # Beyond this point so many letters at the end are the same, and of most words they are not.
    if first[-_LEAST_ROOT:] != second[-_LEAST_ROOT:]:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) >= _LEAST_ROOT and any(long == prefix + short for prefix in _NEGATING):
        return True
    return any(_swapped(one, other, pair) for pair in _SWAPPED for one, other in ((first, second), (second, first)))


@lru_cache(maxsize=50_000)
def _against(word: str, lang: str) -> frozenset[str]:
    """Return the stems of all words that say the opposite of *word*."""
    counterparts = _OPPOSED.get(lang, {})
    return frozenset().union(*(counterparts[stem] for stem in _stems_of(word, lang) if stem in counterparts))


def _swapped(first: str, second: str, pair: tuple[str, ...]) -> bool:
    head, other = pair
    return (
        first.startswith(head)
        and second.startswith(other)
        and len(first) - len(head) >= _LEAST_ROOT
        and first[len(head) :] == second[len(other) :]
    )


@lru_cache(maxsize=50_000)
def respelled(first: str, second: str, lang: str) -> bool:
    """Return whether two spellings of one word are both in use: "colour", "color"; "müssen", "muessen"."""
    if lang == "de":
        first, second = (word.translate(_DIGRAPHS).replace("ph", "f").replace("th", "t") for word in (first, second))
    return american(first) == american(second)


_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


# What a word may begin with instead, and be another word: "prosecute", "persecute"; "beurteilen", "verurteilen".
_PREFIXES = {
    "en": """ab ad ac af ap com con col de dis e ef ex em en im in inter out over per post pre pro re se sub sur trans
        un under""".split(),
    "de": "ab an auf aus be bei ein ent er ge hin los miss nach un ver vor weg zer zu um über unter".split(),
    "fr": "ac ad com con dé des em en ex im in per pré pro re ré sou sur trans".split(),
}
_LEAST_REMAINDER = 4


@lru_cache(maxsize=50_000)
def other_prefix(first: str, second: str, lang: str) -> bool:
    """Return whether the two are different words that only their prefixes tell apart."""
    prefixes = _PREFIXES.get(lang, ())
    rests = [{word.removeprefix(prefix) for prefix in prefixes if word.startswith(prefix)} for word in (first, second)]
    return first != second and any(len(rest) >= _LEAST_REMAINDER for rest in rests[0] & rests[1])


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
    if OSA.distance(first, second, score_cutoff=slips) > slips:
        return False
    return not (opposed(first, second, lang) or other_prefix(first, second, lang))
