"""Laws of the speakers: of the shipped people, of resolution and of comparison."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Speaker
from verifier.speakers.demonyms import countries, places
from verifier.speakers.labels import names_nobody
from verifier.speakers.names import fold_name, name_fit
from verifier.speakers.organisations import organisations
from verifier.speakers.person import Person
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve
from verifier.speakers.same import same_person
from verifier.speakers.titles import ROLES, single_holder

PEOPLE = People.load()
PERSONS = tuple(PEOPLE.persons.values())
DAYS = st.one_of(st.none(), st.dates(date(1790, 1, 1), date(2030, 1, 1)))
WORDS = st.sampled_from(
    "the a Kirby Biden Mr. President President's French Germany's Kremlin spokesman of for and , Macron Joe Jill von "
    "der Leyen minister office US White House l'Ukraine Kanzler Ex- adviser officials he Dr. III 5 ’ (press)".split()
)
MENTIONS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=10).map(" ".join))
NAMES = st.sampled_from([spelt for person in PERSONS for spelt in (person.name, *person.names)])


def lost(person: Person) -> list[str]:
    """Return the names and labels by which a person is not found."""
    own = [] if resolve(person.name, None, PEOPLE) == Speaker(person.name, person.id) else [person.name]
    spelt = {name: resolve(name, None, PEOPLE) for name in (*person.names, *person.labels)}
    meant = {name: {speaker.id, *speaker.alternatives} if speaker else set() for name, speaker in spelt.items()}
    return own + [name for name in spelt if person.id not in meant[name] or person not in PEOPLE.named(name)]


def test_people_are_found_by_every_name() -> None:
    """The usual name resolves to its person, other names and labels to them or to namesakes of whom they are one."""
    assert {person.id: names for person in PERSONS if (names := lost(person))} == {}


def test_no_two_share_a_full_name() -> None:
    """The usual names are all different, folded."""
    counted = Counter(fold_name(person.name) for person in PERSONS)
    assert [name for name, times in counted.items() if times > 1] == []


def test_offices_are_known_and_end_after_they_begin() -> None:
    """Roles, countries and bodies are those of the word lists; a tenure has its days in order."""
    for person in PERSONS:
        for office in person.offices:
            assert office.role in ROLES
            assert office.of in countries() or office.of in organisations()
            assert office.to is None or office.first <= office.to
            assert office.title


def test_single_holders_follow_each_other() -> None:
    """Two tenures of an office that one person holds share at most a month."""
    held = defaultdict(list)
    for person in PERSONS:
        for office in person.offices:
            if single_holder(office.role):
                held[office.role, office.of].append((office, person.id))
    for tenures in held.values():
        for (one, first), (other, second) in combinations(tenures, 2):
            shared = min(one.to or date.max, other.to or date.max) - max(one.first, other.first)
            assert shared.days <= 31, (first, second, one, other)


def test_a_country_phrase_means_one_country() -> None:
    """Every country is found by its English name."""
    for code, name in countries().items():
        assert any(places()[key].code == code for key in (fold_name(name), name.casefold()) if key in places()), code


@given(MENTIONS, DAYS, st.lists(MENTIONS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_resolving_is_deterministic_and_total(mention: str, day: date | None, named: list[str]) -> None:
    """Any text gives None or a Speaker with a name, and the same one again."""
    speaker = resolve(mention, day, PEOPLE, named)
    assert speaker == resolve(mention, day, PEOPLE, named)
    if speaker is not None:
        assert speaker.name.strip()
        assert speaker.id is None or (speaker.id in PEOPLE.persons and not speaker.alternatives)
        assert all(slug in PEOPLE.persons for slug in speaker.alternatives)


@given(MENTIONS, MENTIONS, DAYS, st.lists(MENTIONS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_comparing_is_deterministic_and_total(claimed: str, turn: str, day: date | None, fellows: list[str]) -> None:
    """Any two texts give yes, no or cannot tell, and the same again."""
    answers = {same_person(Speaker(claimed), turn, None, PEOPLE, day, fellows) for _ in range(2)}
    assert len(answers) == 1
    assert answers <= {True, False, None}


@given(MENTIONS, DAYS, st.lists(MENTIONS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_the_same_words_are_the_same_speaker(name: str, day: date | None, fellows: list[str]) -> None:
    """Whoever else speaks: a label is itself, unless it names nobody."""
    if fold_name(name) and not names_nobody(name):
        assert same_person(Speaker(name), name, None, PEOPLE, day, fellows) is True


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None)
def test_names_agree_both_ways(first: str, second: str) -> None:
    """How two names agree does not hang on which is claimed."""
    assert name_fit(first, second) == name_fit(second, first)


@given(st.sampled_from(PERSONS), st.sampled_from(PERSONS), DAYS)
@settings(max_examples=300, deadline=None)
def test_full_names_tell_known_people_apart(one: Person, other: Person, day: date | None) -> None:
    """Two known people by their usual names are one only where they are one."""
    claimed = resolve(one.name, day, PEOPLE)
    assert claimed is not None
    assert same_person(claimed, other.name, None, PEOPLE, day) is (one.id == other.id)
