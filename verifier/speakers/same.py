"""Whether the speaker of a turn is the person whom an article claims: yes, no, or cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verifier.model.article import Speaker, SpeakerKind
from verifier.speakers.labels import names_nobody
from verifier.speakers.mention import Mention
from verifier.speakers.names import Fit, fold_name, name_fit, parse_name, printed_words, same_family
from verifier.speakers.organisations import belongs_to
from verifier.speakers.person import Person
from verifier.speakers.registry import People
from verifier.speakers.titles import leading_role, roles_met_by

# An office that begins or ends within so many days of the record decides nothing against anybody.
_DAYS_OF_CHANGE = 31
_VOICES = frozenset({"press_secretary", "spokesperson", "deputy_spokesperson", "communications_director"})


def same_person(
    claimed: Speaker,
    turn_speaker: str | None,
    turn_speaker_id: str | None,
    people: People,
    day: date | None,
    fellows: Sequence[str] = (),
) -> bool | None:
    """Return whether a turn's speaker is the claimed one; None where the names cannot tell.

    *day* is the record's; *fellows* are the names of all speakers of the record (the turn's own may be
    among them). A surname that two of them share, an unnamed official, namesakes whom no office
    tells apart, a spelling that is near but short, and one of two who hold a turn together are None:
    False is an accusation.
    """
    same = _same(claimed, turn_speaker, turn_speaker_id, people, day, fellows)
    together = () if same is None or turn_speaker_id else joint_speakers(turn_speaker or "", people)
    if not together or fold_name(claimed.name) == fold_name(turn_speaker or ""):
        return same
    each = [_same(claimed, name, None, people, day, fellows) for name in together]
    return False if all(one is False for one in each) else None


_AND = re.compile(r"\s*[&/]\s*|\s+(?:and|und|et)\s+")
_APART = re.compile(r"[(\[].*|,.*", re.DOTALL)  # "(CDU/CSU)", ", Minister for Trade and Tides"


@lru_cache(maxsize=20_000)
def joint_speakers(label: str, people: People) -> tuple[str, ...]:
    """Return the names of a label that gives one turn to several people; empty where it names one, or a body.

    Each must have given name and surname, or be known by the surname: a ministry of trade and tides is no two people.
    """
    names = tuple(_AND.split(_APART.sub("", label).strip()))
    return names if len(names) > 1 and all(_names_one(name, people) for name in names) else ()


def _names_one(text: str, people: People) -> bool:
    read = people.read(text)
    if not read.name or names_nobody(text):
        return False
    return parse_name(read.name).full or bool(people.ids_of(read))


def _same(
    claimed: Speaker,
    turn_speaker: str | None,
    turn_speaker_id: str | None,
    people: People,
    day: date | None,
    fellows: Sequence[str],
) -> bool | None:
    """Return the same of a turn that one speaker holds."""
    if turn_speaker is None and turn_speaker_id is None:
        return None
    turn = _party(turn_speaker or "", turn_speaker_id, people, day)
    if turn.person is None and names_nobody(turn_speaker or ""):
        return None
    if fold_name(claimed.name) == fold_name(turn_speaker or ""):
        return True
    if claimed.kind is SpeakerKind.ORGANISATION:
        return _speaks_for(claimed, turn, people, day)
    claim = _party(claimed.name, claimed.id, people, day)
    if claim.person and turn.person:
        return claim.person.id == turn.person.id
    if claim.read.name is None and claim.person is None and not _surname_after_all(claim, turn):
        return _by_claimed_office(claim, turn, day, people)
    if turn.read.name is None and turn.person is None:
        return _by_turn_office(claim, turn, day, people, fellows)
    return _by_name(claim, turn, people, day, fellows)


@dataclass(frozen=True, slots=True)
class _Party:
    """One side of the comparison: the printed name, what it says, and the person where that is certain."""

    text: str
    read: Mention
    person: Person | None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names to compare: the printed one, or all full names of a known person."""
        if self.person is None:
            return (self.read.name or self.text,)
        # A bare surname, however spelt, would fit the whole family.
        full = tuple(name for name in (self.person.name, *self.person.names) if parse_name(name).full)
        return full or (self.person.name,)


def _party(text: str, slug: str | None, people: People, day: date | None) -> _Party:
    """Return one side; the person is certain by id, by a full name, or by a surname with an office held then."""
    read = people.read(text)
    person = people.by_id(slug) if slug else None
    return _Party(text, read, person or _certain(read, people, day))


def _certain(read: Mention, people: People, day: date | None) -> Person | None:
    """Return the only person of a full name, of a surname with its office, or of a label of somebody in office."""
    if not read.name:
        return None
    found = [people.persons[slug] for slug in people.ids_of(read)]
    if not people.is_full_name(read.name) or not parse_name(read.name).full:
        found = [person for person in found if people.has_held(person, read) or _labelled(person, read, day)]
    if len(found) > 1 and day and read.titles:
        roles = roles_met_by(read.titles[-1].role)
        found = [person for person in found if any(o.role in roles and o.held_on(day) for o in person.offices)]
    return found[0] if len(found) == 1 else None


def _labelled(person: Person, read: Mention, day: date | None) -> bool:
    """Return whether the words are a label of a person in office on the day: "DR. BIDEN"."""
    label = fold_name(f"{read.style} {read.name}")
    in_office = day is not None and any(office.held_on(day) for office in person.offices)
    return in_office and any(fold_name(known) == label for known in person.labels)


def _speaks_for(claimed: Speaker, turn: _Party, people: People, day: date | None) -> bool | None:
    """Return True for a known spokesperson of the claimed body on the day, else None: a body has many voices."""
    places = people.read(claimed.name).places
    if turn.person is None or not places or day is None:
        return None
    voices = [office for office in turn.person.offices if office.role in _VOICES and belongs_to(office.of, places[-1])]
    return True if any(office.held_on(day) for office in voices) else None


def _surname_after_all(claim: _Party, turn: _Party) -> bool:
    """Return whether a claimed word that is also a title or a country is the turn's surname: "König", "Price"."""
    words = printed_words(claim.text)
    return (
        len(words) == 1 and words[0][:1].isupper() and any(name_fit(words[0], name) >= Fit.PART for name in turn.names)
    )


def _by_claimed_office(claim: _Party, turn: _Party, day: date | None, people: People) -> bool | None:
    """Return whether the turn's speaker holds the office that the article names instead of a person."""
    if turn.person is None or day is None or not claim.read.titles or claim.read.served:
        return None
    return _holds(turn.person, claim.read, day, people)


def _holds(person: Person, read: Mention, day: date, people: People) -> bool | None:
    """Return whether a person holds a titled office; False only where somebody else is known to, then and lately."""
    title = read.titles[-1]
    places = read.places or ((title.home,) if title.home else ())
    roles = roles_met_by(title.role)
    if title.role == "leader":
        roles = tuple(role for place in places if (role := leading_role(place)))
    mine = [o for o in person.offices if o.role in roles and (not places or any(belongs_to(o.of, p) for p in places))]
    if not places:
        return None  # "the president" alone may be anybody's
    if any(office.held_on(day) is not False for office in mine):
        return True
    if any(office.near(day, _DAYS_OF_CHANGE) for office in mine):
        return None
    others = [holder for role in roles for place in places for holder in people.holders(role, place, day)]
    return False if others and all(_sure(holder, roles, day) for holder in others) else None


def _sure(person: Person, roles: Sequence[str], day: date) -> bool:
    return any(office.role in roles and office.held_on(day) for office in person.offices)


def _by_turn_office(
    claim: _Party, turn: _Party, day: date | None, people: People, fellows: Sequence[str]
) -> bool | None:
    """Return whether the claimed person is "THE PRESIDENT" of a record whose country the label leaves out."""
    if not turn.read.titles or turn.read.served or day is None:
        return None
    ids = (claim.person.id,) if claim.person else people.ids_of(claim.read) if claim.read.name else ()
    answers = {_is_titled(people.persons[slug], turn, people, day, fellows) for slug in ids}
    # Of two Bidens one is the President; of two Trumps in 2023 none.
    return None if not answers or None in answers else True in answers


def _is_titled(person: Person, turn: _Party, people: People, day: date, fellows: Sequence[str]) -> bool | None:
    roles = roles_met_by(turn.read.titles[-1].role)
    if _in_role(person, roles, turn.read, day):
        # Two presidents at one lectern: who has a label of their own is not "THE PRESIDENT".
        apart = any(_is(person, fellow, people, day) for fellow in fellows)
        return None if apart or not _at_home(person, roles, turn.text) else True
    near = _in_role(person, roles, turn.read, day, _DAYS_OF_CHANGE)
    return None if near or not person.offices else False


def _in_role(person: Person, roles: Sequence[str], read: Mention, day: date, days: int = 0) -> bool:
    """Return whether the person held one of the roles on the day, or at most *days* from it."""
    near = [office for office in person.offices if office.role in roles and office.near(day, days)]
    return any(not read.places or any(belongs_to(office.of, place) for place in read.places) for office in near)


# In which countries' records a bare "THE PRESIDENT" stands for the head of state, by the label's language.
_HOMES = {"the": ("US",), "le": ("FR",), "la": ("FR",), "der": ("DE",), "die": ("DE",)}


def _at_home(person: Person, roles: Sequence[str], label: str) -> bool:
    homes = _HOMES.get(label.split()[0].casefold(), ("US",))
    return any(office.role in roles and any(belongs_to(office.of, home) for home in homes) for office in person.offices)


def _is(person: Person, fellow: str, people: People, day: date | None) -> bool:
    """Return whether a fellow speaker's name can only be this person."""
    other = _party(fellow, None, people, day)
    return other.person is not None and other.person.id == person.id


def _by_name(claim: _Party, turn: _Party, people: People, day: date | None, fellows: Iterable[str]) -> bool | None:
    """Return what the two printed names say, where at least one is not certainly a known person."""
    fit = _fit(claim, turn, people)
    if fit is Fit.OTHER:
        return False
    if fit is Fit.UNSURE:
        return None
    if fit is Fit.FULL:
        return True
    rivals = [_party(fellow, None, people, day) for fellow in fellows if fold_name(fellow) != fold_name(turn.text)]
    return None if any(_rival(claim, turn, rival, people) for rival in rivals) else True


def _rival(claim: _Party, turn: _Party, rival: _Party, people: People) -> bool:
    """Return whether another speaker of the record may be the claimed one as well, and is not the turn's own."""
    if rival.read.name is None or names_nobody(rival.text):
        return False
    if turn.person and rival.person and turn.person.id == rival.person.id:
        return False
    if _alike(turn, rival) or (_exact(claim, turn) and not _exact(claim, rival)):
        return False
    return _fit(claim, rival, people) >= Fit.PART


def _exact(claim: _Party, other: _Party) -> bool:
    """Return whether the family name is the claimed one letter for letter; "Mr. Sullican" is no rival of Sullivan."""
    return any(same_family(a, b) for a in claim.names for b in other.names)


def _alike(turn: _Party, rival: _Party) -> bool:
    """Return whether two labels are one person's: "Representative Hayes", "Congresswoman Hayes", "Mr Munoz"."""
    same_name = fold_name(turn.read.name or "") == fold_name(rival.read.name or "")
    same_roles = bool(turn.read.titles) and [t.role for t in turn.read.titles] == [t.role for t in rival.read.titles]
    return same_name and same_roles and not _genders_differ(turn.read.gender, rival.read.gender)


def _fit(claim: _Party, turn: _Party, people: People) -> Fit:
    """Return how two parties' names agree over all known spellings; OTHER where gender contradicts."""
    if _genders_differ(_gender(claim), _gender(turn)):
        return Fit.OTHER
    if claim.person and turn.person:
        return Fit.FULL if claim.person.id == turn.person.id else Fit.OTHER
    fit = max(name_fit(a, b) for a in claim.names for b in turn.names)
    if claim.read.name and turn.read.name and fold_name(claim.read.name) == fold_name(turn.read.name):
        fit = max(fit, Fit.PART)
    # A surname that the registry knows, in whichever spelling: "Xi" and "Xi Jinping".
    for one, other in ((claim, turn), (turn, claim)):
        if one.person and other.read.name and one.person.id in people.ids_named(other.read.name):
            fit = max(fit, Fit.PART)
    return fit


def _gender(party: _Party) -> str | None:
    return party.person.gender if party.person else party.read.gender


def _genders_differ(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second
