"""Known persons, for those who query: a copy of people.toml as it is used."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import delete, select

from db.convert.people import name_rows, office_rows, person_row
from db.store.base import OpenDatabase
from db.tables.articles import OfficeRow, SpeakerNameRow, SpeakerRow
from verifier.speakers.person import Person


class KnownPersons(OpenDatabase):
    """Known persons with their names and offices."""

    def keep_people(self, persons: Iterable[Person]) -> int:
        """Return how many persons are kept now: exactly the given ones, in one transaction."""
        with self.transaction() as session:
            for table in (OfficeRow, SpeakerNameRow, SpeakerRow):
                session.exec(delete(table))
            given = list(persons)
            session.add_all([person_row(person) for person in given])
            session.flush()  # names and offices refer to them
            session.add_all([row for person in given for row in (*name_rows(person), *office_rows(person))])
            return len(given)

    def kept_people(self) -> tuple[str, ...]:
        """Return the ids of the persons that are kept, in order."""
        with self.reading() as session:
            return tuple(session.exec(select(SpeakerRow.id).order_by(SpeakerRow.id)))
