"""A known person and the offices they held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Roles that say whose spouse somebody is; they name a person but decide no homonym.
COURTESY_ROLES = frozenset({"first_lady", "second_gentleman"})


@dataclass(frozen=True, slots=True)
class Office:
    """One tenure of one office, both ends included.

    ``to`` is None for an office not known to have ended; ``checked`` is then the last day for which
    that was looked up, None for as long as the file says so.
    """

    role: str  # one of titles.ROLES
    of: str  # country code or organisation key: "DE", "EU-COMMISSION"
    title: str  # for readers: "Federal Minister of Defence"
    first: date
    to: date | None = None
    checked: date | None = None

    def held_on(self, day: date) -> bool | None:
        """Return whether the office was held on *day*; None for a day after the last look."""
        if day < self.first or (self.to is not None and day > self.to):
            return False
        if self.to is None and self.checked is not None and day > max(self.checked, self.first):
            return None
        return True

    def near(self, day: date, days: int) -> bool:
        """Return whether *day* lies in the tenure or at most *days* before or after it."""
        after = 0 if self.to is None else (day - self.to).days
        return (self.first - day).days <= days and after <= days


@dataclass(frozen=True, slots=True)
class Person:
    """A public figure: an id slug, the usual name, other spellings, transcript labels, offices.

    A variant of several words is a full name; of one word, another spelling of the family name.
    """

    id: str
    name: str
    gender: str | None = None  # "m" or "f"
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    surname: str | None = None  # where it is not the last word: "Xi"

    def in_office(self, day: date) -> bool:
        """Return whether the person held any public office on *day*; a spouse's courtesy role is none."""
        return any(office.held_on(day) for office in self.offices if office.role not in COURTESY_ROLES)

    def active_near(self, day: date, years: int) -> bool:
        """Return whether an office was held within *years* of *day*; True for a person without offices."""
        return not self.offices or any(office.near(day, 366 * years) for office in self.offices)
