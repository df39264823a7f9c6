"""Known persons → rows; they are read from people.toml, the rows are for those who query."""

from __future__ import annotations

from db.tables.articles import OfficeRow, SpeakerNameRow, SpeakerRow
from verifier.speakers.person import Person


def person_row(person: Person) -> SpeakerRow:
    """Return the row of a person."""
    return SpeakerRow(id=person.id, name=person.name, gender=person.gender, wikidata=person.wikidata)


def name_rows(person: Person) -> list[SpeakerNameRow]:
    """Return the rows of all forms under which a person is printed."""
    forms = [("name", name) for name in (person.name, *person.names)]
    forms += [("label", label) for label in person.labels]
    return [SpeakerNameRow(speaker_id=person.id, kind=kind, name=name) for kind, name in dict.fromkeys(forms)]


def office_rows(person: Person) -> list[OfficeRow]:
    """Return the rows of a person's offices."""
    return [
        OfficeRow(
            speaker_id=person.id,
            ordinal=ordinal,
            role=office.role,
            place=office.of,
            title=office.title,
            held_from=office.first,
            held_to=office.to,
            checked=office.checked,
        )
        for ordinal, office in enumerate(person.offices)
    ]
