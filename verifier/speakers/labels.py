"""Labels that name nobody: "Senior Administration Official", "Question (press)", "Audience Members"."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from verifier.speakers.demonyms import places
from verifier.speakers.names import fold_word, printed_words
from verifier.speakers.organisations import kinds_of_bodies, names_of_organisations

_PEOPLE = frozenset(
    "question q reporter reporters press journalist official officials moderator audience member members participant "
    "participants aide aides operator interpreter translator announcer student students child children woman man "
    "customer crowd staff speaker voice unknown unidentified inaudible attendee attendees guest host staffer "
    "spokesperson background frage zuruf zurufe dolmetscher moderation moderatorin moderateur intervenant journaliste "
    "interprete public salle animateur host all both multiple several".split()
)
_AROUND = frozenset(
    "senior administration white house military law enforcement local state united states government us the a an your "
    "of crew union defense department former other another first second third one two three four five six pool air "
    "force weisses".split()
)
_GROUPS = frozenset("crew staff choir band members participants".split())
_LETTERS = 6  # from which a slip of the pen is recognised: "Moerator", "Adminstration"


@lru_cache(maxsize=20_000)
def names_nobody(label: str) -> bool:
    """Return whether a turn's label stands for unnamed people; an empty label and a stage note do."""
    if label.lstrip().startswith(("(", "[")):
        return True
    words = [fold_word(word) for word in printed_words(label)]
    words = [word for word in words if word and not word.isdigit()]
    if not words:
        return True
    if words[-1] in _GROUPS or (words[0] in _PEOPLE and words[1:2] == ["of"]):
        return True  # "Members of BTS", "USS Delaware Crew"
    people = [word for word in words if _among(word, _PEOPLE)]
    return bool(people) and all(_is_around(word) or word in people for word in words)


def _is_around(word: str) -> bool:
    return _among(word, _AROUND) or word in places() or word in names_of_organisations() or word in kinds_of_bodies()


def _among(word: str, words: frozenset[str]) -> bool:
    if word in words:
        return True
    long = len(word) >= _LETTERS
    return long and any(len(known) >= _LETTERS and OSA.distance(word, known, score_cutoff=2) <= 1 for known in words)
