"""Events as an article names them: the place, the venue, the kind of occasion, and who was met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verifier.model.article import Basis, EventClaim
from verifier.model.text import Span, hull
from verifier.speakers.demonyms import phrase_keys, places
from verifier.speakers.titles import titles

_KIND = re.compile(
    r"\b(?:(?:joint |daily |televised |virtual )?(?:press|news) (?:conference|briefing)|press gaggle|gaggle|briefing"
    r"|State of the Union(?: address| speech)?|inaugural address|inauguration speech|commencement address"
    r"|(?:victory |concession |keynote |farewell )?speech|address(?= (?:to|in|at|on|before|from))"
    r"|(?:radio |television |TV |exclusive |phone |telephone )?interview|town hall|rally|debate|hearing|testimony"
    r"|summit|panel discussion|plenary session|question time|prepared remarks|fundraiser|conference"
    r"|wedding(?: party)?|dinner|banquet|reception|luncheon|breakfast|gala|ceremony|funeral|memorial service|festival"
    r"|congress|convention|seminar|workshop|forum|symposium|roundtable|demonstration|vigil|lecture|sermon|podcast"
    r"|(?<=[Ii]n a )statement|(?:written |joint )?statement(?= (?:on|in|to|from|after|at|issued|released))"
    r"|Pressekonferenz|Regierungserklärung|Rede|Interview|Bundestagsdebatte|Plenarsitzung|Parteitag|Kundgebung|Empfang"
    r"|Hochzeit|Podiumsdiskussion|Festakt"
    r"|conférence de presse|point de presse|discours|entretien|allocution|interview|meeting|mariage|dîner|cérémonie"
    r"|congrès|colloque|débat)\b"
)
# "at a joint press conference", "told the briefing"; but hate speech, free speech and a debate over guns are no
# occasions, and what was said after or beside an occasion was not said at it.
_LEADS_TO_KIND = re.compile(
    r".*\b(?:(?P<lead>at|in|during|on|from|into|throughout|to|of|bei|auf|im|während|lors|dans|à|au|after|following"
    r"|before|ahead of|since|outside|past|sidelines of|margins of|nach|vor|seit|am Rande|après|avant|depuis|en marge)\s"
    r"(?:[\w’'.-]+,?\s){0,5}|(?:tells?|told|telling|address(?:ed|es|ing))\s(?:the|an?|his|her|their|its)\s"
    r"(?:[\w’'.-]+\s){0,3})$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_AT = frozenset("after following before since outside past nach vor seit après avant depuis".split()) | frozenset(
    {"ahead of", "sidelines of", "margins of", "am rande", "en marge"}
)
_NO_OCCASION = re.compile(r"\b(?:hate|free|freedom of|political|public|over|under)\s$", re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_NAME = rf"{_CAPITAL}(?:[ \u00a0](?:of |de |di |da |la )?{_CAPITAL}){{0,3}}"
_PLACE = re.compile(rf"\b(?:in|In|à|nach)\s(?P<place>{_NAME})")
_JOURNEY = re.compile(rf"\b(?:visit|trip|travel\w*|visite|Besuch|Reise)\s(?:to|in|à|en|nach)\s(?P<place>{_NAME})")
_VENUE = re.compile(
    rf"\b(?:at|At|inside|outside|from|before|im|am)\s"
    rf"(?P<venue>(?:the\s)?{_CAPITAL}(?:[ \u00a0](?:of the |of |de l[’']|de la |de )?{_CAPITAL}){{0,4}})"
)
_COUNTERPART = re.compile(
    rf"\b(?i:with|alongside|beside|avec|mit)\s(?:(?:his|her|their|the|then|son|sa|seinem|seiner|ihrem)\s)?"
    rf"(?P<office>(?:[\w’'-]+\s){{0,4}}?)(?P<name>{_CAPITAL}(?:[ \u00a0](?:de |von |van )?{_CAPITAL}){{1,3}})"
)
_MEETING = re.compile(
    r"\b(?:meet|met|meeting|meetings|talks|alongside|beside|counterpart|conference|Treffen|rencontre)\b"
)
_AUDIENCE = re.compile(
    r"\b(?:(?i:tell(?:s|ing)?|told|address(?:ed|es|ing)|speaking to|(?:speech|address|remarks|interview) (?:to|with)"
    r"|devant)|[Vv]or (?=(?:den |dem |der )?[^\W\d_]+(?:en|ern)\b))\s"
    r"(?P<audience>(?:[\w’'&.-]+\s){0,6}?[\w’'&-]+)"
    r"(?=\s(?:in|at|on|about|during|from|that|after|before|behind|inside|outside|last|this|yesterday|earlier|late|ahead|when"
    r"|while|how|why|he|she|they|it|as|and|à|en|le|lors|que|am|im|bei|dass|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\b|\s?[,.:;()“”„«»\"—–]|\s?$)",
    re.MULTILINE,
)
# These name nobody in particular: "told them", "told the audience".
_NOBODY_TOLD = re.compile(
    r"(?:by|him|her|them|me|us|you|it|that|how|of|everyone|everybody|those|people|eux|lui"
    r"|(?:the|an?|his|her|their) (?:audience|crowd|gathering|room|meeting|listeners|world|nation|country|public))\b",
    re.IGNORECASE,
)
_NO_PLACE = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday i he she the his her english french german twitter facebook congress""".split()
)
_VENUE_WORDS = frozenset(
    """house palace hall center centre university college school building pentagon kremlin parliament capitol hotel club
    stadium arena church cathedral embassy headquarters airport base square park institute foundation council assembly
    nations committee forum summit conference chancellery élysée elysée elysee bundestag convention congress court
    library museum plaza garden office street theater theatre auditorium ministry department""".split()
)


@lru_cache(maxsize=4096)
def is_country_or_capital(words: str) -> bool:
    """Return whether the words name a country or a capital."""
    return any(key in places() and places()[key].form != "adjective" for key in phrase_keys(words))


def _plausible(words: str) -> bool:
    first = words.split()[0].strip(".,’'").lower()
    return (first not in _NO_PLACE and not words.isupper()) or is_country_or_capital(words)


def _place(text: str, within: Sequence[Span], people: frozenset[str]) -> tuple[str, Span] | None:
    """Return the first place that somebody travels to, else the first that something happens in."""
    for pattern in (_JOURNEY, _PLACE):
        for part in within:
            for found in pattern.finditer(text, part.start, part.end):
                name = found.group("place").rstrip(".")
                if _plausible(name) and name not in people and name.split()[-1] not in people:
                    return name, Span(found.start("place"), found.start("place") + len(name))
    return None


def _venue(text: str, within: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the first building or institution that something happens at: "the White House"."""
    for part in within:
        for found in _VENUE.finditer(text, part.start, part.end):
            name = found.group("venue").rstrip(".")
            words = {word.lower().strip("’'") for word in re.split(r"[ \u00a0]", name)}
            if words & _VENUE_WORDS:
                return name, Span(found.start("venue"), found.start("venue") + len(name))
    return None


def _kind(text: str, within: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the first occasion that is named, in lower case: "press conference"."""
    for part in within:
        for found in _KIND.finditer(text, part.start, part.end):
            before = text[max(part.start, found.start() - 60) : found.start()]
            lead = _LEADS_TO_KIND.match(before)
            if lead is None or (lead["lead"] or "").lower() in _NOT_AT or _NO_OCCASION.search(before):
                continue
            return found.group().lower(), Span(found.start(), found.end())
    return None


def _audience(text: str, within: Sequence[Span]) -> tuple[str, Span] | None:
    """Return to whom the words were spoken, where the sentence tells: "Bulgarian television", "des étudiants"."""
    for part in within:
        for found in _AUDIENCE.finditer(text, part.start, part.end):
            words = found.group("audience")
            if not _NOBODY_TOLD.match(words):
                return words, Span(found.start("audience"), found.end("audience"))
    return None


def _counterpart(text: str, within: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the person met, where the sentence speaks of a meeting: "his Czech counterpart Petr Pavel"."""
    for part in within:
        if not _MEETING.search(text, part.start, part.end):
            continue
        for found in _COUNTERPART.finditer(text, part.start, part.end):
            words = found.group("name").rstrip(".,").split()
            while len(words) > 2 and (is_title(words[0]) or is_title(" ".join(words[:2]))):
                words = words[1:]
            name = " ".join(words)
            end = found.start("name") + len(found.group("name").rstrip(".,"))
            if not is_country_or_capital(name):
                return name, Span(end - len(name), end)
    return None


@lru_cache(maxsize=4096)
def is_title(words: str) -> bool:
    """Return whether the words are a title or a nationality and no part of a name."""
    return any(key in titles() or key in places() for key in phrase_keys(words))


def find_event(text: str, within: Sequence[Span], people: frozenset[str], basis: Basis) -> EventClaim | None:
    """Return the event that the given ranges of an article's sentence name; None where they name none.

    *people* are names and surnames that are no places.
    """
    place, venue = _place(text, within, people), _venue(text, within)
    kind, counterpart = _kind(text, within), _counterpart(text, within)
    audience = _audience(text, within)
    if kind and audience and audience[1].meets(kind[1]):  # "told the press briefing"
        audience = None
    named = [found for found in (place, venue, kind, counterpart, audience) if found is not None]
    if not named:
        return None
    return EventClaim(
        place=place[0] if place else None,
        venue=venue[0] if venue else None,
        kind=kind[0] if kind else None,
        counterpart=counterpart[0] if counterpart else None,
        basis=basis,
        span=hull(*(span for _, span in named)),
        audience=audience[0] if audience else None,
    )
