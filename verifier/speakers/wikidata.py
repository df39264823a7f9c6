"""What a Wikidata export would change in the people file, as TOML for a person to read and keep.

``python -m verifier.speakers.wikidata EXPORT.json [--people FILE]`` reads the JSON answer of the query in
CONTRIBUTING and prints a file of people that can be given as ``[people] file`` or moved, entry by
entry, into ``verifier/speakers/people/``. Nothing is taken over unseen: an office decides who "the
French president" is, and so whom a verdict clears.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from verifier.errors import ParseError, QuoteVerifierError
from verifier.speakers.person import Office, Person
from verifier.speakers.registry import People

_GENDERS = {"Q6581097": "m", "Q6581072": "f"}
_NEAR_DAYS = 31  # a start this near to ours is the same tenure, with a corrected day


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the export: a person with one tenure of one position."""

    wikidata: str  # "Q3052772"
    name: str
    gender: str | None
    names: tuple[str, ...]
    position: str | None  # "President of France"
    first: date | None
    to: date | None


def read_export(text: str) -> tuple[Row, ...]:
    """Return the rows of a SPARQL JSON answer; ParseError where it is not one or a row lacks its person."""
    try:
        bindings = json.loads(text)["results"]["bindings"]
        return tuple(_row(binding, number) for number, binding in enumerate(bindings, start=1))
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ParseError("not the JSON answer of a SPARQL query: results.bindings is wanted") from error


def _row(binding: Mapping[str, Mapping[str, str]], number: int) -> Row:
    values = {key: cell["value"] for key, cell in binding.items()}
    person, name = values.get("person", "").rpartition("/")[2], values.get("personLabel", "")
    if not person.startswith("Q") or not name:
        raise ParseError(f"row {number}: person and personLabel are wanted")
    return Row(
        wikidata=person,
        name=name,
        gender=_GENDERS.get(values.get("gender", "").rpartition("/")[2]),
        names=tuple(filter(None, values.get("names", "").split("|"))),
        position=values.get("positionLabel"),
        first=_day(values.get("start"), number),
        to=_day(values.get("end"), number),
    )


def _day(value: str | None, number: int) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise ParseError(f"row {number}: {value!r} is not a day") from error


def proposals(rows: Sequence[Row], people: People) -> Iterator[str]:
    """Yield a TOML entry for every known person whom the export would change, in the order of their ids."""
    persons = {person.wikidata: person for person in people.persons.values() if person.wikidata}
    found: dict[str, list[Row]] = {}
    for row in rows:
        person = persons.get(row.wikidata) or _by_name(row.name, people)
        if person is not None:
            found.setdefault(person.id, []).append(row)
    for slug in sorted(found):
        if lines := list(_changes(people.persons[slug], found[slug], people)):
            yield "\n".join([f'[[person]]\nid = "{slug}"', *lines])


def _by_name(name: str, people: People) -> Person | None:
    fitting = people.named(name)
    return fitting[0] if len(fitting) == 1 and people.is_full_name(name) else None


def _changes(person: Person, rows: Sequence[Row], people: People) -> Iterator[str]:
    """Yield the keys that the export adds to one person or gives otherwise."""
    if person.wikidata is None:
        yield f"wikidata = {_quoted(rows[0].wikidata)}"
    if person.gender is None and rows[0].gender:
        yield f"gender = {_quoted(rows[0].gender)}"
    known = {name.casefold() for name in (person.name, *person.names)}
    names = [name for name in dict.fromkeys(n for row in rows for n in row.names) if name.casefold() not in known]
    if names:
        yield f"names = [{', '.join(map(_quoted, names))}]"
    offices = list(_offices(person, rows, people))
    if offices:
        yield "\n".join(["offices = [", *(f"    {office}" for office in offices), "]"])


def _offices(person: Person, rows: Iterable[Row], people: People) -> Iterator[str]:
    """Yield the tenures that are new or have another end; a known one with another first day as a comment."""
    for row in rows:
        if row.position is None or row.first is None:
            continue
        mention = people.read(row.position)
        if len(mention.titles) != 1 or len(mention.places) != 1:
            yield f"# not understood: {row.position} from {row.first}"
            continue
        office = Office(mention.titles[0].role, mention.places[0], row.position, row.first, row.to)
        near = [one for one in person.offices if _is_same(one, office)]
        if not near:
            yield _inline(office)
        elif near[0].first != office.first:
            yield f"# ours begins on {near[0].first}: {_inline(office)}"
        elif near[0].to != office.to:
            yield _inline(office)


def _is_same(ours: Office, theirs: Office) -> bool:
    return (ours.role, ours.of) == (theirs.role, theirs.of) and abs((ours.first - theirs.first).days) <= _NEAR_DAYS


def _inline(office: Office) -> str:
    to = f", to = {office.to}" if office.to else ""
    title = _quoted(office.title)
    return f'{{ role = "{office.role}", of = "{office.of}", title = {title}, from = {office.first}{to} }},'


def _quoted(text: str) -> str:
    """Return *text* as a TOML basic string, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the proposals for one export; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m verifier.speakers.wikidata",
        description="Print what a Wikidata export would change in the people file, as TOML to be read first.",
        epilog="example: python -m verifier.speakers.wikidata export.json > people-update.toml",
    )
    parser.add_argument("export", type=Path, help="the JSON answer of the query in CONTRIBUTING.md")
    parser.add_argument("--people", type=Path, default=None, help="a file of people merged over the shipped ones")
    given: Any = parser.parse_args(arguments)
    try:
        rows = read_export(given.export.read_text(encoding="utf-8"))
        entries = list(proposals(rows, People.load(given.people)))
    except OSError as error:
        sys.stderr.write(f"{given.export}: cannot be read ({error.strerror})\n")
        return 1
    except QuoteVerifierError as error:
        sys.stderr.write(f"{given.export}: {error.message}\n")
        return error.exit_code
    sys.stdout.write("\n\n".join(entries) + ("\n" if entries else ""))
    sys.stderr.write(f"{len(rows)} rows read, {len(entries)} people would change\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
