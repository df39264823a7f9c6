"""The known people, found by id, by name or label, and by office on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

from verifier.speakers.mention import Mention, read_mention
from verifier.speakers.names import (
    Fit,
    PersonName,
    fold_particles,
    fold_word,
    given_fit,
    parse_name,
    printed_words,
    spellings,
)
from verifier.speakers.organisations import belongs_to
from verifier.speakers.people_file import merge, read_people, read_shipped
from verifier.speakers.person import Office, Person
from verifier.speakers.titles import roles_met_by


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """All known people with their indexes; ``load`` or ``of`` make one."""

    persons: dict[str, Person]
    full: dict[str, tuple[str, ...]]  # folded full name -> ids
    families: dict[str, tuple[str, ...]]  # folded family name -> ids
    labels: dict[str, tuple[str, ...]]  # folded label -> ids
    offices: dict[str, tuple[tuple[Office, str], ...]]  # role -> tenures

    @classmethod
    def load(cls, extra: Path | None = None) -> People:
        """Return the shipped people, with a user's file merged over them; ConfigError names file and key."""
        return _shipped() if extra is None else cls.of(merge(read_shipped(), read_people(extra), str(extra)))

    @classmethod
    def of(cls, persons: Iterable[Person]) -> People:
        """Return the given people indexed; a later person of the same id replaces an earlier one."""
        known = {person.id: person for person in persons}
        full: dict[str, dict[str, None]] = {}
        families: dict[str, dict[str, None]] = {}
        labels: dict[str, dict[str, None]] = {}
        offices: dict[str, list[tuple[Office, str]]] = {}
        for person in known.values():
            for table, keys in (
                (full, full_names(person)),
                (families, family_names(person)),
                (labels, _labels(person)),
            ):
                for key in keys:
                    table.setdefault(key, {})[person.id] = None
            for office in person.offices:
                offices.setdefault(office.role, []).append((office, person.id))
        return cls(
            known, _rows(full), _rows(families), _rows(labels), {role: tuple(held) for role, held in offices.items()}
        )

    def __reduce__(self) -> tuple[Callable[..., People], tuple[object, ...]]:
        # Sent to the parsing child page by page, the same people must be one object there: what is
        # remembered of mentions holds on to theirs.
        return _alike, (tuple(self.persons.values()),)

    def by_id(self, person_id: str) -> Person | None:
        """Return the person of an id slug, None if there is none."""
        return self.persons.get(person_id)

    def is_full_name(self, text: str) -> bool:
        """Return whether the words, without any title, are a known full name in one of its spellings."""
        return _key(text) in self.full

    def read(self, text: str) -> Mention:
        """Return a mention taken apart with these people's full names known; the answers are kept."""
        return _reading(self, text)

    def named(self, text: str, day: date | None = None) -> tuple[Person, ...]:
        """Return the people whom a name, variant, surname or label may mean, those in office on *day* first.

        Titles, honorifics, punctuation, case, diacritics and a possessive 's do not count, but a
        title that only some of several namesakes ever held leaves only these.
        """
        found = self.labels.get(_key(text))
        if found is None:
            mention = self.read(text)
            found = self.ids_of(mention) if mention.name else ()
        return self.ordered(found, day)

    def ids_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the ids that a mention's label or name may mean, sorted out by its title and gender."""
        found = self.labels.get(_key(f"{mention.style} {mention.name}")) or self.ids_named(mention.name or "")
        fitting = tuple(slug for slug in found if self.agrees(self.persons[slug], mention))
        holding = tuple(slug for slug in fitting if self.has_held(self.persons[slug], mention))
        return holding or fitting

    def ids_named(self, name: str) -> tuple[str, ...]:
        """Return the ids that a name without titles may mean: by full name, else by surname and given names."""
        found = self.full.get(_key(name))
        if found:
            return found
        parsed = parse_name(name)
        if not parsed.words:
            return ()
        for start in range(len(parsed.words)):
            family = " ".join(parsed.words[start:])
            if family in self.families:
                return tuple(
                    slug for slug in self.families[family] if _given_agrees(self.persons[slug], parsed.words[:start])
                )
        return ()

    def agrees(self, person: Person, mention: Mention) -> bool:
        """Return whether the gender of a mention's title or honorific is the person's, as far as known."""
        return mention.gender is None or person.gender is None or mention.gender == person.gender

    def has_held(self, person: Person, mention: Mention) -> bool:
        """Return whether the person ever held the office that a mention's last title names."""
        if not mention.titles:
            return False
        title = mention.titles[-1]
        roles = roles_met_by(title.role)
        return any(
            office.role in roles
            and (not mention.places or any(belongs_to(office.of, place) for place in mention.places))
            for office in person.offices
        )

    def ordered(self, ids: Iterable[str], day: date | None) -> tuple[Person, ...]:
        """Return the people of the ids, those in office on *day* first, then by id."""
        people = [self.persons[slug] for slug in ids]
        return tuple(sorted(people, key=lambda person: (not (day and person.in_office(day)), person.id)))

    def tenures(self, role: str, of: str) -> tuple[tuple[Office, Person], ...]:
        """Return every tenure of a role in a country or body, and in the bodies that belong to it."""
        return tuple(
            (office, self.persons[slug]) for office, slug in self.offices.get(role, ()) if belongs_to(office.of, of)
        )

    def holders(self, role: str, of: str, day: date) -> tuple[Person, ...]:
        """Return who held a role on *day*, both ends of a tenure included: two people on a day of change.

        After the day until which the file was checked, the last known holder is still returned;
        ``Office.held_on`` tells the difference.
        """
        exact = {
            person.id: person
            for office, person in self.tenures(role, of)
            if office.of == of and office.held_on(day) is not False
        }
        within = {person.id: person for office, person in self.tenures(role, of) if office.held_on(day) is not False}
        return tuple((exact or within).values())


@lru_cache(maxsize=1)
def _shipped() -> People:
    return People.of(read_shipped())


@lru_cache(maxsize=4)
def _alike(persons: tuple[Person, ...]) -> People:
    """Return the people of these persons, the same object for the same persons."""
    return People.of(persons)


@lru_cache(maxsize=50_000)
def _reading(people: People, text: str) -> Mention:
    return read_mention(text, people.is_full_name)


def _rows(table: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(ids) for key, ids in table.items()}


def _key(text: str) -> str:
    """Return the folded words of a name, hyphens and generation suffixes dropped."""
    return " ".join(parse_name(text).words).replace("-", " ")


def full_names(person: Person) -> set[str]:
    """Return the folded full names of a person: each row of given names with each spelling of the family name."""
    parsed = [parse_name(spelt) for name in (person.name, *person.names) for spelt in _spellings(name)]
    keys = {" ".join(name.words).replace("-", " ") for name in parsed if name.full}
    keys |= {" ".join(name.words).replace("-", " ") for name in parsed[:2]}
    if person.surname is None:
        singles = [name.family for name in parsed if not name.full]
        keys |= {
            " ".join(name.given + single).replace("-", " ") for name, single in product(parsed, singles) if name.full
        }
    return keys


def family_names(person: Person) -> set[str]:
    """Return the folded family names of a person in every spelling, with and without particles."""
    names = [name for name in (person.name, *person.names) if person.surname is None or not parse_name(name).full]
    names += [person.surname] if person.surname else []
    keys: set[str] = set()
    for name in names:
        for spelt in _spellings(name):
            parsed = PersonName((), parse_name(spelt).words) if name is person.surname else parse_name(spelt)
            keys |= {" ".join(parsed.family), fold_particles(parsed)}
    return keys


def _labels(person: Person) -> set[str]:
    return {_key(label) for label in person.labels}


def _spellings(name: str) -> tuple[str, str]:
    """Return the name in ASCII and in German transcription."""
    words = printed_words(name)
    return " ".join(fold_word(word) for word in words), " ".join(max(spellings(word), key=len) for word in words)


def _given_agrees(person: Person, given: tuple[str, ...]) -> bool:
    """Return whether given names are a person's, an initial or a short form of them; True for none."""
    rows = [parse_name(name).given for name in (person.name, *person.names)]
    return not given or any(row and given_fit(given, row) >= Fit.PART for row in rows)
