"""Whether a record is of the event that an article names: its kind, its place, its venue.

An agreement must be positive: a title that names the kind, a place in the record, a venue that gave
the source its name. What is not known contradicts nothing, but agrees with nothing either.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from verifier.model.article import EventClaim
from verifier.model.transcript import Record
from verifier.text.folding import fold_words

# Words by which articles and titles call the same kind of event, in English, French and German.
_KINDS = {
    "state of the union": ("state of the union", "annual message", "annual address", "discours sur l etat de l union"),
    "inaugural": ("inaugural", "inauguration", "second inaugural", "discours d investiture", "antrittsrede"),
    "interview": ("interview", "entretien", "gespraech mit"),
    "debate": ("debate", "debat", "debatte", "aussprache"),
    "hearing": ("hearing", "testimony", "audition", "anhoerung"),
    "press": (
        *("press conference", "news conference", "press briefing", "briefing", "press gaggle", "gaggle"),
        *("press availability", "media availability", "press call", "press statement", "joint statements"),
        *("conference de presse", "point de presse", "declaration a la presse"),
        *("pressekonferenz", "pressestatement", "pressestatements", "pressebegegnung", "presseunterrichtung"),
    ),
    "speech": ("address", "speech", "keynote", "lecture", "discours", "allocution", "rede", "ansprache", "toast"),
    "remarks": ("remarks", "statement", "declaration", "erklaerung", "intervention", "propos"),
    "meeting": ("meeting", "talks", "summit", "roundtable", "reunion", "sommet", "treffen", "gipfel"),
    "plenary": ("plenary", "sitting", "sitzung", "plenum", "seance", "question time", "parliament"),
}
# These say what an event was so plainly that a title without them is of another event.
_TELLING = {"state of the union", "inaugural", "interview", "debate", "hearing", "press", "plenary"}
# These are held before the audience that they are held for.
_OF_ONE_AUDIENCE = {"state of the union", "inaugural", "press"}
_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|journalistes?|journalisten|the press|newsmen|correspondents?|medien)\b"
)
_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)*")
# What a speech, an address or remarks may be called in a title.
_SPOKEN = {"speech", "remarks", "meeting", "plenary", "debate", "state of the union", "inaugural"}
# One a year at most: with the year named, the event is named.
YEARLY = {"state of the union", "inaugural"}
# Other names of a venue, as they stand in titles or, without spaces, in publishers' addresses.
_ALIASES = {
    "capitol": ("congress", "joint session"),
    "congress": ("capitol", "joint session"),
    "pentagon": ("war.gov", "defense.gov"),
    "state department": ("state.gov",),
    "department of state": ("state.gov",),
    "downing street": ("gov.uk",),
    "10 downing street": ("gov.uk",),
    "oval office": ("whitehouse",),
    "east room": ("whitehouse",),
    "rose garden": ("whitehouse",),
    "brady briefing room": ("whitehouse",),
    "chancellery": ("bundeskanzler.de", "bundesregierung.de"),
}
_ABBREVIATED = {"wh": "white house", "bt": "bundestag"}  # source names that shorten a venue's
_TITLE_PLACE = re.compile(
    r"\b(?:in|at|en route(?: to)?|à|am|im)\s+(?:the\s+)?([A-ZÀ-Ý][\w.'’-]*(?:\s+[A-ZÀ-Ý][\w.'’-]*)*)"
)
_ARTICLES = re.compile(r"^(?:the|le|la|les|l|der|die|das|im|in|at) ")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the folded words of *text* without accents, one space between: "à l’Élysée" is "a l elysee"."""
    spelled = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    bare = "".join(c for c in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(c))
    return " ".join(fold_words(bare))


def _says(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {text} "


@lru_cache(maxsize=8192)
def kinds_of(text: str) -> frozenset[str]:
    """Return the kinds of event that *text* names; none where it names none that is known."""
    words = plain(text)
    return frozenset(kind for kind, names in _KINDS.items() if any(_says(words, name) for name in names))


def fits_kind(kind: str, title: str) -> bool | None:
    """Return whether *title* is of an event of the claimed *kind*; None where the title names no kind.

    A kind that is not known must stand in the title word for word.
    """
    claimed, titled = kinds_of(kind), kinds_of(title)
    if not claimed:
        return _says(plain(title), plain(kind)) if plain(kind) else None
    if telling := claimed & _TELLING:
        return bool(telling & titled) if titled or telling & YEARLY else None
    if not titled:
        return None
    # "Remarks by the President in Press Conference" is no speech, a speech in parliament is one.
    return bool(titled & _SPOKEN) and not titled & {"press", "interview", "hearing"}


def in_place(place: str, record: Record) -> bool:
    """Return whether *record* says that it is of *place*, a town, country or venue."""
    names = _names_of(place)
    said = (plain(record.place or ""), plain(record.title), _ABBREVIATED.get(record.source, ""), plain(record.source))
    if any(_says(text, name) for text in said[:2] for name in names):
        return True
    if record.place or _titled_elsewhere(names, record):
        return False
    host = urlsplit(record.url or "").netloc.replace("-", "")
    return any(
        _says(text, name) or (len(name) > 3 and name.replace(" ", "") in host) for text in said[2:] for name in names
    )


def _names_of(place: str) -> tuple[str, ...]:
    """Return the plain name of a place without its article, and its other names."""
    name = _ARTICLES.sub("", plain(place))
    return (name, *_ALIASES.get(name, ())) if name else ()


def _titled_elsewhere(names: tuple[str, ...], record: Record) -> bool:
    """Return whether the title names a place, and only others than *names*."""
    titled = [plain(found) for found in _TITLE_PLACE.findall(record.title)]
    return bool(titled) and not any(_says(where, name) for where in titled for name in names)


def takes_part(name: str, record: Record) -> bool:
    """Return whether the title or the speakers of *record* hold all words of a person's *name*."""
    return set(fold_words(name)) <= set(fold_words(f"{record.title} {' '.join(record.speakers)}", record.lang))


def names_event(event: EventClaim, record: Record, alone: bool) -> bool:
    """Return whether *record*, of the claimed person and day, is of the claimed *event*.

    The kind must fit, or the venue or who was met agree, and nothing that the article names may be of
    another sort: in one town one may speak to several audiences a day. A record that does not name the
    place passes where its title fits the kind and it is *alone*, the person's only one that day.
    """
    fits = fits_kind(event.kind, record.title) if event.kind else None
    if fits is False or (event.audience and not _heard_by(event, event.audience, record)):
        return False
    fits = fits or _hears(event.audience, record)
    wheres = [where for where in (event.place, event.venue) if where]
    agree = any(in_place(where, record) for where in wheres)
    met = event.counterpart is not None and takes_part(event.counterpart, record)
    if not fits:
        return (agree and met) or (alone and _stated_venue(event, record))
    if agree or not wheres:
        return True
    return alone and not _contradicts(event, record)


def _hears(audience: str | None, record: Record) -> bool:
    """Return whether an *audience* is by itself a kind of event that the title names: a parliament's sitting."""
    return bool(audience and kinds_of(audience) & kinds_of(record.title) & _TELLING)


def _heard_by(event: EventClaim, audience: str, record: Record) -> bool:
    """Return whether *record* may have the claimed *audience*: its title names it, or an event of the kind has it."""
    if kinds_of(event.kind or "") & _OF_ONE_AUDIENCE or _hears(audience, record):
        return True
    if _PRESS.search(plain(audience)):
        return "press" in kinds_of(record.title)
    return _says(plain(record.title), _ARTICLES.sub("", plain(audience)))


def _stated_venue(event: EventClaim, record: Record) -> bool:
    """Return whether *record* itself, not the name of its publisher, says that it is of the claimed venue."""
    stated = f"{plain(record.place or '')} | {plain(record.title)}"
    return bool(event.venue) and any(_says(stated, name) for name in _names_of(event.venue or ""))


def _contradicts(event: EventClaim, record: Record) -> bool:
    """Return whether *record* names another place than the claimed one, which it is known not to name itself.

    A recorded town does not contradict a claimed building, unless nothing but the day is left to go by.
    """
    names = [name for where in (event.place, event.venue) if where for name in _names_of(where)]
    telling = bool(kinds_of(event.kind or "") & _TELLING)
    return bool(record.place and (event.place or not telling)) or _titled_elsewhere(tuple(names), record)
