"""Who a label means: the person whom the record itself names in full, or who held the office on the day.

"BRIGADIER GENERAL PAT RYDER:" and a later "GEN. RYDER:" are one person, "THE PRESIDENT:" is whoever
held that office in the source's country on the day. Where several may be meant the label stays as
printed: a wrong name harms more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from verifier.model.article import SpeakerKind
from verifier.model.transcript import Role, Turn
from verifier.sources.config import SourceBase
from verifier.sources.records import KnownPeople, known_person
from verifier.sources.roles import plain_label, role_of
from verifier.sources.turns import LabelledRun, is_office_alone, readable, turns_of
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

_OWN_NAME = frozenset({Role.SPEAKER, Role.MODERATOR})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_COUNTRIES = {"gov": "US", "mil": "US", "edu": "US", "uk": "GB"}
_CAPITALISED = re.compile(r"(?:[A-ZÀ-Þ][\w.'’\-]+ ){1,2}[A-ZÀ-Þ][\w'’\-]+$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What is known about who may be meant in one record."""

    day: date | None
    home: str | None
    named: tuple[str, ...]  # the persons whom title, list and labels name in full
    label_persons: dict[str, str]
    never: tuple[str, ...]
    people: KnownPeople | None


def home_of(config: SourceBase, url: str | None) -> str | None:
    """Return the country of a source: as configured, else by its host's ending (".gov" is the United States)."""
    if config.home is not None:
        return config.home
    last = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    return _COUNTRIES.get(last) or (last.upper() if len(last) == 2 and last.isalpha() else None)


def surnames_of(names: Iterable[str]) -> frozenset[str]:
    """Return the last words of names, in lower case: by them a label may be believed."""
    return frozenset(words[-1].casefold().strip(".,") for name in names if (words := name.split()))


def _long_labels(runs: Sequence[LabelledRun]) -> Iterator[str]:
    """Yield the labels that hold more than a title and a surname, readable."""
    for label in dict.fromkeys(run.label for run in runs if run.label):
        name = readable(label)
        if role_of(label) is Role.SPEAKER and len(name.split()) > 2:
            yield name
            if found := _CAPITALISED.search(name):
                yield found.group()


def _person_of(value: str, naming: Naming) -> tuple[str, str | None]:
    """Return name and id of the person that the configuration gives a label: a slug or a name."""
    if isinstance(naming.people, People) and (person := naming.people.by_id(value)):
        return person.name, person.id
    if _SLUG.fullmatch(value):
        return " ".join(word.capitalize() for word in value.split("-")), value
    known = known_person(value, naming.day, naming.people)
    return (known.name, known.id) if known else (value, None)


def _is_never(turn: Turn, never: Sequence[str]) -> bool:
    """Return whether a turn's label is one whose words must be nobody's: it begins with such a label."""
    label = plain_label(turn.label or "")
    return any(label == plain or label.startswith(f"{plain} ") for plain in map(plain_label, never))


def _resolved(name: str, naming: Naming) -> tuple[str, str | None]:
    """Return name and id of whom a readable label means, the label itself where that is open."""
    people = naming.people if isinstance(naming.people, People) else _NOBODY
    found = resolve(name, naming.day, people, naming.named, naming.home)
    if found is None or (found.alternatives and found.id is None) or found.kind is not SpeakerKind.PERSON:
        return name, None
    if found.id is not None and _is_only_a_namesake(name, found.id, naming, people):
        return name, None
    if found.id is None and not isinstance(naming.people, People):
        known = known_person(found.name, naming.day, naming.people)
        return (known.name, known.id) if known else (found.name, None)
    return found.name, found.id


_NOBODY = People.of([])


def _is_only_a_namesake(name: str, person_id: str, naming: Naming, people: People) -> bool:
    """Return whether a mere surname leads to somebody of another country whom the record itself does not name.

    "MR. SINGH" at the White House is one of its own, known to us or not, and no minister of India.
    """
    read = people.read(name)
    if naming.home is None or read.titles or not read.name or len(read.name.split()) > 1:
        return False
    person = people.by_id(person_id)
    at_home = person is not None and any(office.of.split("-")[0] == naming.home for office in person.offices)
    return not at_home and all(person_id not in {one.id for one in people.named(full)} for full in naming.named)


def _attributed(turn: Turn, naming: Naming, held: dict[str, tuple[str, str | None]]) -> Turn:
    """Return a turn with the person that its label means."""
    if turn.label is not None and _is_never(turn, naming.never):
        return replace(turn, role=Role.UNATTRIBUTED, speaker_id=None)
    if turn.role not in _OWN_NAME or not turn.speaker or turn.speaker_id:
        return turn
    key = turn.label or turn.speaker
    if key not in held:
        given = naming.label_persons.get(plain_label(turn.label or ""))
        # What a label names itself is surer than what the title of the page says around a name.
        name = readable(turn.label) if turn.label and not is_office_alone(turn.label) else turn.speaker
        found = _person_of(given, naming) if given else _resolved(name, naming)
        # Where a title names nobody who is known, it stays whole: a piece of it may be no name at all.
        held[key] = (name, None) if turn.label is None and found[1] is None and " " not in found[0] else found
    name, person_id = held[key]
    return replace(turn, speaker=name, speaker_id=person_id)


def attributed_turns(
    runs: Sequence[LabelledRun],
    config: SourceBase,
    *,
    day: date | None,
    url: str | None,
    named: Sequence[str] = (),
    speaker: str | None = None,
    people: KnownPeople | None = None,
) -> tuple[Turn, ...]:
    """Return the runs as turns with the persons whom their labels mean.

    *named* are the persons whom title and list name; *speaker* the one whose the whole record is where
    no label is printed. Questions and labels never to be attributed get no person.
    """
    labels = {plain_label(label): person for label, person in config.label_persons.items()}
    full = tuple(dict.fromkeys([*named, *_long_labels(runs), *config.persons]))
    naming = Naming(day, home_of(config, url), full, labels, config.never_attribute, people)
    held: dict[str, tuple[str, str | None]] = {}
    return tuple(_attributed(turn, naming, held) for turn in turns_of(runs, speaker))
