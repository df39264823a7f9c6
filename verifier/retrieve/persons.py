"""Which of a record's speakers an article's person is; remembered, since a run asks the same again and again."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.model.article import Speaker, SpeakerKind
from verifier.model.transcript import Record
from verifier.speakers.labels import names_nobody
from verifier.speakers.mention import read_mention
from verifier.speakers.names import fold_word, printed_words, sound
from verifier.speakers.person import Person
from verifier.speakers.registry import People
from verifier.speakers.same import same_person

_REMEMBERED = 200_000  # answers kept before all are forgotten
_LETTERS = 2  # letters, by sound, in which two spellings of one name begin alike


class Persons:
    """Compares claimed speakers with those of records; only a certain yes counts as the same person."""

    def __init__(self, people: People | None = None) -> None:
        self._people = People.load() if people is None else people
        self._same: dict[tuple[Speaker, Speaker, str], bool] = {}
        self._initials: dict[str, frozenset[str] | None] = {}
        self._wanted: dict[Speaker, frozenset[str] | None] = {}
        self._persons: dict[Speaker, tuple[Person, ...]] = {}

    def same(self, claimed: Speaker, named: Speaker, record: Record) -> bool:
        """Return whether the *named* speaker of *record* is certainly the *claimed* one."""
        key = (claimed, named, record.version)
        answer = self._same.get(key)
        if answer is None:
            answer = self._compare(claimed, named, record) is True
            if len(self._same) >= _REMEMBERED:
                self._same.clear()
            self._same[key] = answer
        return answer

    def _compare(self, claimed: Speaker, named: Speaker, record: Record) -> bool | None:
        alone = claimed.kind is not SpeakerKind.ORGANISATION
        if alone and claimed.name == named.name and (claimed.id == named.id or not (claimed.id and named.id)):
            return True
        if not self._worth_comparing(claimed, named):
            return False
        # Only who may be the claimed person too can make the answer uncertain; reading the others' names
        # costs far more than leaving them out.
        wanted = self._spellings(claimed)
        fellows = tuple(name for name in record.speakers if self._may_be(wanted, name))
        return same_person(claimed, named.name, named.id, self._people, record.date, fellows)

    def alike(self, claimed: Speaker, named: Speaker) -> bool:
        """Return whether the two may be one person in some record, as far as the names tell."""
        return same_person(claimed, named.name, named.id, self._people, None) is not False

    def likely(self, claimed: Speaker, named: Iterable[Speaker]) -> list[Speaker]:
        """Return those of *named* who may be the *claimed* one in some record, in their order.

        Names are compared in full only where a word of one begins as a word of the other does:
        collections name thousands of people, and a comparison costs tens of microseconds.
        """
        return [one for one in named if self._worth_comparing(claimed, one) and self.alike(claimed, one)]

    def _worth_comparing(self, claimed: Speaker, named: Speaker) -> bool:
        """Return whether the two share an id or the beginning of a word; of a body, known people are the voices."""
        if claimed.kind is SpeakerKind.ORGANISATION:
            return bool(named.id) or self._people.is_full_name(named.name)
        if named.id and (named.id == claimed.id or any(named.id == person.id for person in self._known(claimed))):
            return True
        return self._may_be(self._spellings(claimed), named.name)

    def _may_be(self, wanted: frozenset[str] | None, name: str) -> bool:
        """Return whether *name* has a word that begins as one of *wanted* (None: any); an office alone has any."""
        initials = self._initials_of(name)
        return wanted is None or initials is None or not wanted.isdisjoint(initials)

    def _known(self, claimed: Speaker) -> tuple[Person, ...]:
        """Return the known people whom the claim may mean."""
        if claimed not in self._persons:
            known = self._people.by_id(claimed.id) if claimed.id else None
            self._persons[claimed] = (known,) if known else self._people.named(claimed.name)
        return self._persons[claimed]

    def _spellings(self, claimed: Speaker) -> frozenset[str] | None:
        """Return how the words of all the claimed person's names begin; None for an office alone."""
        if claimed not in self._wanted:
            told = self._initials_of(claimed.name)
            names = (name for person in self._known(claimed) for name in (person.name, *person.names))
            self._wanted[claimed] = None if told is None else told | _initials(names)
        return self._wanted[claimed]

    def _initials_of(self, name: str) -> frozenset[str] | None:
        """Return how the words of a name begin: none for a label that names nobody, None for an office alone."""
        if name not in self._initials:
            person = read_mention(name, self._people.is_full_name).name
            own = _initials([person]) if person else None
            self._initials[name] = frozenset() if names_nobody(name) else own
        return self._initials[name]


def _initials(names: Iterable[str]) -> frozenset[str]:
    words = {sound(fold_word(word)) for name in names for word in printed_words(name)}
    return frozenset(word[:_LETTERS] for word in words if len(word) >= _LETTERS)
