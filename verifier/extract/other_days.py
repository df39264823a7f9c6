"""Days that belong to something else than the saying: to the vote it was said before, to the fire it was said after.

"Ahead of the vote on April 20, she said", "a month after the fire in Sofia on February 5", "the ferries damaged on
February 5", "the port's August 1 reopening": read from the words before the date in its clause, in English, French and
German. A meeting that somebody speaks after is on the day of speech: "After talks with ministers on March 5, she said".
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.extract.german_verbs import german_class
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span

_FARTHEST = 160  # characters before a date that are read
_BREAKS = re.compile(r"[,;:()“”„«»\"—–\n]|\s-\s")
# Words that part a saying in time from what is dated.
_PARTING = {
    "en": r"ahead of|in advance of|in the run-up to|leading up to|on the eve of|prior to|in preparation for"
    r"|in anticipation of|looking ahead to|before|after|since|until|till|following|in the wake of"
    r"|(?:call(?:s|ed|ing)?|prepar(?:es?|ed|ing)|ready|campaign(?:s|ed|ing)?|schedul\w+|plann?\w*|slated|set) for",
    "fr": r"avant|après|depuis|jusqu[’']à|jusqu[’']au|en vue d[eu’']|à l[’']approche d[eu’']|à la veille d[eu’']"
    r"|dans la perspective d[eu’']|à la suite d[eu’']|suite à|en prévision d[eu’']",
    "de": r"vor|nach|seit|bis zu[mr]?|anlässlich|im vorfeld|im hinblick auf|infolge|am vorabend",
}
# Before these one speaks in a room, not in time: "testified before the committee on March 5", "vor Journalisten".
_IN_FRONT = {
    "en": re.compile(
        r"(?:the |an? |his |her |their )?(?:\w+ ){0,3}?(?:committees?|panel|council|parliament|congress|senate|house"
        r"|court|judges?|commission|assembly|lawmakers|reporters|journalists|cameras?|press|crowds?|audience|students"
        r"|supporters|deputies|mps|board|jury|tribunal|inquiry)\b"
    ),
    "fr": re.compile(r"(?!)"),
    "de": re.compile(
        r"(?:de[mnr] |eine[mr] |\w+en )?(?:\w+ ){0,2}?(?:bundestag|parlament|landtag|gericht|rat|presse|medien"
        r"|kameras?|\w*ausschuss|journalist\w+|abgeordneten|anhänger\w*|student\w+|publikum|senat|kongress)\b"
    ),
}
_MEETINGS = {
    "en": r"meetings?|talks|summit|session|sitting|conference|briefing|hearing|debate|discussions?|consultations"
    r"|negotiations",
    "fr": r"rencontres?|réunions?|entretiens?|sommet|séance|conférence|discussions?|conseil",
    "de": r"treffens?|gesprächs?|gesprächen?|gipfels?|sitzung|konferenz|pressekonferenz|beratungen|debatte",
}
_AFTERWARDS = frozenset({"after", "following", "après", "nach"})
# "a month after", "shortly before", "vier Wochen nach": the time between is told, so the days differ.
_MEASURED = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|long|jours?|semaines?|mois|ans?|tage?n?|wochen?|monate?n?|jahre?n?)\s$"
)
OCCASIONS = (
    r"speech|address|briefing|(?:press|news) conference|conference|interview|statement|remarks|letter|message|tweet"
    r"|post|rally|meeting|hearing|debate|session|ceremony|event|dinner|lecture|appearance|testimony|call|article|column"
    r"|essay|memo|note|report|broadcast|podcast|video|audio|recording|announcement|talks|visit|summit|forum"
    r"|discours|conférence(?: de presse)?|point de presse|entretien|interview|communiqué|lettre|message|allocution"
    r"|réunion|débat|séance|visite|cérémonie|déclaration|tribune|intervention|audition|sommet"
    r"|rede|pressekonferenz|interview|erklärung|brief|mitteilung|ansprache|sitzung|debatte|veranstaltung|kundgebung"
    r"|besuch|gespräch|vortrag|regierungserklärung|treffen|beitrag|gastbeitrag|podcast|sendung"
)
_AT_OCCASION = re.compile(
    r"\b(?:at|in|during|on|from|lors|pendant|dans|à|au|bei|beim|in|im|während|auf)\b"
    rf"(?: d[eu’'] ?)?(?: [\w’'-]+){{0,4}}? ?\b(?:{OCCASIONS})\b"
)
_PLANNED = re.compile(
    r"\b(?:due|scheduled|planned|set|slated|expected|timed|fixed|looming|prévue?s?|programmée?s?|fixée?s?"
    r"|geplante?[nrs]?|angesetzte?[nrs]?|vorgesehene?[nrs]?)\s"
    r"(?:on|for|to (?:begin|start|open|take place) on|le|au|pour le|am|für den)?"
    r"\s?$"
)
_DONE = (
    r"\w+ed|made|held|given|begun|broken|hit|hurt|lost|won|built|sunk|sent|written|taken|born|torn|struck|shut|burnt"
    r"|stolen|left"
)
_PARTICIPLE = re.compile(rf"(?P<before>[\w’'-]+)\s(?P<done>{_DONE})\s(?:\w+\s)?(?:on\s)?$")
_APPOSED = re.compile(rf"(?P<done>{_DONE})\s(?:[\w’'-]+\s){{0,4}}?(?:on\s)?$")
# Done to words, or to whom one speaks with: "an interview published on March 5", "Lind, reached on Monday, said".
_PUBLISHED = frozenset(
    """published broadcast aired posted released recorded dated issued delivered printed circulated streamed uploaded
    interviewed quoted reached contacted asked questioned updated held made given sent written""".split()
)
_NOUN_PHRASE = re.compile(r"\b(?:of|about|over|the|an?|his|her|its|their|with|for) (?:[\w’'-]+ ){0,3}[\w’'-]+$")
_NO_NOUNS = frozenset("was were is are be been being had has have he she they it who which that and".split())
_POSSESSIVE = re.compile(r"(?:[’']s?|\b(?:his|her|its|their|our|my|your|an?|this|that))\s$")
_RELATIVE = re.compile(
    r"\s*(?:(?:who|which|whose|where|when|that|qui|dont|où|que|die|der|das|dessen|deren|dem|den|welche[rsmn]?|wo)\s)"
)
_VOM = re.compile(r"(?P<noun>[^\W\d_]+)\s(?:vom|du|des|dated?|von)\s$")
_LATER = re.compile(
    r"\b(?:later(?! (?:that|the same|on|in the) )|afterwards?|since then|the following (?:week|month|year)"
    r"|plus tard|ensuite|depuis lors|später|danach|seither)\b"
)


def belongs_elsewhere(text: str, clause_from: int, day: Span, lang: str) -> bool:
    """Return whether a date is that of something which the words before it name, and not of the saying itself.

    *clause_from* is where the date's sentence begins, an offset into *text* as *day* is.
    """
    lang = lang if lang in _PARTING else "en"
    start = max(clause_from, day.start - _FARTHEST)
    breaks = [found.end() for found in _BREAKS.finditer(text, start, day.start)]
    before = text[max(start, *breaks) if breaks else start : day.start].lstrip().lower()
    after = text[day.end : day.end + 40].lower()
    return (
        _parted(before, lang)
        or bool(_PLANNED.search(before))
        or _of_a_noun(before, after, lang)
        or (lang == "en" and _of_a_participle(before))
    )


def in_relative_clause(text: str, clause_from: int, day: Span, cue: int | None) -> bool:
    """Return whether a date stands in a clause between commas that tells of a person or thing, and the cue does not."""
    comma = text.rfind(",", clause_from, day.start)
    if comma < 0 or not _RELATIVE.match(text[comma + 1 : day.start].lower()):
        return False
    end = next((found.start() for found in _BREAKS.finditer(text, day.end)), len(text))
    return cue is None or not comma < cue < end


def told_later(between: str) -> bool:
    """Return whether the words between a date and a saying put the saying on a later day: "and said later"."""
    return bool(_LATER.search(between.lower()))


@lru_cache(maxsize=8)
def _parting(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<word>{_PARTING[lang]})(?![\w-])")


def _parted(before: str, lang: str) -> bool:
    """Return whether words such as "ahead of" lead to what the date is of."""
    found = list(_parting(lang).finditer(before))
    if not found:
        return False
    last = found[-1]
    word, between = last["word"], before[last.end() :].strip()
    if not between or _tells(between, lang) or _AT_OCCASION.search(between):
        return False
    if word in {"before", "vor"} and _IN_FRONT[lang].match(between):
        return False
    met = re.match(rf"(?:[\w’'-]+ ){{0,3}}?(?:{_MEETINGS[lang]})\b", between)
    same_day = word in _AFTERWARDS and met is not None and not _MEASURED.search(before[: last.start()])
    return not same_day


def _tells(words: str, lang: str) -> bool:
    """Return whether a verb of saying stands in the words, so that the date may be its own."""
    speech = german_class if lang == "de" else reporting_class
    verbs = re.findall(r"[^\W\d_]+", words)
    return any(speech(word) is Reporting.SPEECH and word.endswith(("d", "id", "t", "te", "ten", "é")) for word in verbs)


def _of_a_noun(before: str, after: str, lang: str) -> bool:
    """Return whether a noun beside the date owns it: "her February 5 visit", "der Streik vom 5. Februar"."""
    owned = _VOM.search(before)
    if owned is not None:
        return not re.fullmatch(rf"(?:{OCCASIONS})", owned["noun"]) and owned["noun"] not in {"depuis", "partir"}
    following = re.match(r"\s(?P<noun>[^\W\d_][\w-]*)", after)
    if lang != "en" or following is None or not _POSSESSIVE.search(before):
        return False
    held = re.search(r"\b(?:at|in|during|from|on) (?:[\w’'.-]+ ){1,4}$", before)
    occasion = re.match(rf"\s(?:[\w-]+\s)?(?:{OCCASIONS})\b", after)
    return not (held and occasion)


def _of_a_participle(before: str) -> bool:
    """Return whether what was done on the date is told of a thing or person: "the ferries damaged on February 5"."""
    apposed = _APPOSED.fullmatch(before)
    if apposed is not None:
        return not _says_or_publishes(apposed["done"])
    found = _PARTICIPLE.search(before)
    if found is None or _says_or_publishes(found["done"]):
        return False
    return bool(_NOUN_PHRASE.search(before[: found.end("before")])) and found["before"] not in _NO_NOUNS


def _says_or_publishes(done: str) -> bool:
    return done in _PUBLISHED or reporting_class(done) >= Reporting.LABEL
