"""Files of people: TOML with ``[[person]]`` entries, read strictly and merged by id.

A file may say ``checked = 2025-10-31``: until that day its offices without an end were looked up.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from verifier.errors import ConfigError
from verifier.speakers.demonyms import countries
from verifier.speakers.names import parse_name
from verifier.speakers.organisations import organisations
from verifier.speakers.person import Office, Person
from verifier.speakers.titles import ROLES

SHIPPED = Path(__file__).parent / "people"
_KEYS = frozenset({"id", "name", "gender", "surname", "wikidata", "names", "labels", "offices"})
_OFFICE_KEYS = frozenset({"role", "of", "title", "from", "to"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def read_people(path: Path) -> tuple[Person, ...]:
    """Return the people of one file in its order; ConfigError names the file and the key that is wrong.

    An entry of a user's file may leave out all but the id when a shipped one has the rest: its name
    is then "".
    """
    data = _parse(path)
    _refuse_unknown(data, {"person", "checked"}, str(path))
    checked = _day(data, "checked", str(path))
    entries = data.get("person", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError(f"{path}: person: write each entry under its own [[person]] line")
    people = tuple(_person(entry, checked, f"{path}: person {n}") for n, entry in enumerate(entries, start=1))
    _refuse_twice((person.id for person in people), f"{path}: id")
    return people


def read_shipped() -> tuple[Person, ...]:
    """Return the people of all shipped files, file by file in the order of their names."""
    return tuple(person for path in sorted(SHIPPED.glob("*.toml")) for person in read_people(path))


def merge(shipped: Iterable[Person], extra: Iterable[Person], where: str) -> tuple[Person, ...]:
    """Return both together; an entry with a known id adds to it and overrides it.

    Names and labels are added; an office of the same role, body and first day is replaced, another one
    added; all else that is given replaces. ConfigError for a new entry without a name.
    """
    known = {person.id: person for person in shipped}
    for person in extra:
        if person.id in known:
            known[person.id] = _merged(known[person.id], person)
        elif person.name:
            known[person.id] = person
        else:
            raise ConfigError(f"{where}: person '{person.id}': name is missing, and no shipped person has this id")
    return tuple(known.values())


def _merged(old: Person, new: Person) -> Person:
    offices = {(office.role, office.of, office.first): office for office in (*old.offices, *new.offices)}
    # A replaced usual name stays known as a variant.
    renamed = (old.name,) if new.name and new.name != old.name else ()
    return Person(
        id=old.id,
        name=new.name or old.name,
        gender=new.gender or old.gender,
        wikidata=new.wikidata or old.wikidata,
        names=tuple(dict.fromkeys((*old.names, *renamed, *new.names))),
        labels=tuple(dict.fromkeys((*old.labels, *new.labels))),
        offices=tuple(offices.values()),
        surname=new.surname or old.surname,
    )


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: no such file of people") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error


def _person(entry: dict[str, Any], checked: date | None, where: str) -> Person:
    slug = _text(entry, "id", where)
    if slug is None or not _SLUG.fullmatch(slug):
        raise ConfigError(f'{where}: id must be lower-case words joined by hyphens ("john-kirby"), not {slug!r}')
    where = f"{where} '{slug}'"
    _refuse_unknown(entry, _KEYS, where)
    name = _text(entry, "name", where) or ""
    if "name" in entry and not parse_name(name).words:
        raise ConfigError(f"{where}: name has no letters")
    return Person(
        id=slug,
        name=name,
        gender=_choice(entry, "gender", {"m", "f"}, where),
        wikidata=_matching(entry, "wikidata", _WIKIDATA, where),
        names=_texts(entry, "names", where),
        labels=_texts(entry, "labels", where),
        offices=_offices(entry, checked, where),
        surname=_text(entry, "surname", where),
    )


def _offices(entry: dict[str, Any], checked: date | None, where: str) -> tuple[Office, ...]:
    rows = entry.get("offices", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{where}: offices must be a list of {{ role, of, title, from, to }}")
    offices = tuple(_office(row, f"{where}: offices[{n}]") for n, row in enumerate(rows))
    return tuple(replace(office, checked=checked) if office.to is None and checked else office for office in offices)


def _office(row: dict[str, Any], where: str) -> Office:
    _refuse_unknown(row, _OFFICE_KEYS, where)
    role = _choice(row, "role", ROLES, where)
    of = _choice(row, "of", organisations().keys() | countries().keys(), where)
    title, first, to = _text(row, "title", where), _day(row, "from", where), _day(row, "to", where)
    for key, value in (("role", role), ("of", of), ("from", first)):
        if value is None:
            raise ConfigError(f"{where}.{key} is missing")
    assert role is not None
    assert of is not None
    assert first is not None
    if to is not None and to < first:
        raise ConfigError(f"{where}.to ({to}) is before .from ({first})")
    return Office(role, of, title or role.replace("_", " "), first, to)


def _text(row: dict[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise ConfigError(f"{where}: {key} must be a text")
    return value


def _texts(row: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = row.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and parse_name(value).words for value in values):
        raise ConfigError(f"{where}: {key} must be a list of names")
    return tuple(values)


def _day(row: dict[str, Any], key: str, where: str) -> date | None:
    value = row.get(key)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise ConfigError(f"{where}: {key} must be a day, written without quotes: 2024-03-05")
    return value


def _choice(row: dict[str, Any], key: str, allowed: Iterable[str], where: str) -> str | None:
    value = _text(row, key, where)
    if value is not None and value not in allowed:
        raise ConfigError(f"{where}: {key} is not known: {value!r}{_nearest(value, allowed)}")
    return value


def _matching(row: dict[str, Any], key: str, pattern: re.Pattern[str], where: str) -> str | None:
    value = _text(row, key, where)
    if value is not None and not pattern.fullmatch(value):
        raise ConfigError(f"{where}: {key} has not the right form: {value!r}")
    return value


def _refuse_unknown(row: dict[str, Any], known: Iterable[str], where: str) -> None:
    for key in row:
        if key not in known:
            raise ConfigError(f"{where}: unknown key {key!r}{_nearest(key, known)}")


def _refuse_twice(ids: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for slug in ids:
        if slug in seen:
            raise ConfigError(f"{where} '{slug}' stands twice")
        seen.add(slug)


def _nearest(value: str, allowed: Iterable[str]) -> str:
    near = difflib.get_close_matches(value, sorted(allowed), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
