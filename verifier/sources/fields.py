"""Fields taken one by one from what was read, strictly: what is missing, mistyped or left over is named."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from verifier.articles.decode import clean
from verifier.articles.identity import is_web
from verifier.errors import ParseError

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANG = re.compile(r"[a-z]{2}")
_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)


def _expect(value: object, wanted: type[_Value], words: str, key: str) -> _Value:
    """Return *value* if it has the wanted type; a truth value is no number."""
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise ParseError(f"{key}: must be {words}, not {shown(value)}")
    return value


def shown(value: object) -> str:
    """Return a value short enough for a message, control characters escaped."""
    text = ascii(value) if not isinstance(value, dict | list) else f"a {'table' if isinstance(value, dict) else 'list'}"
    return text if len(text) <= 60 else text[:57] + "…"


def text_of(value: object, key: str) -> str:
    """Return a text with something in it, NUL and lone surrogates as U+FFFD; its length stays."""
    text = clean(_expect(value, str, "text", key))[0]
    if not text.strip():
        raise ParseError(f"{key}: is empty")
    return text


def day_of(value: object, key: str) -> date:
    """Return the day of an ISO date "2024-03-05", written so or as TOML writes dates."""
    if isinstance(value, date) and type(value) is date:
        return value
    text = _expect(value, str, 'a day like "2024-03-05"', key)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise ParseError(f'{key}: must be a day like "2024-03-05", not {shown(value)}') from None


def lang_of(value: object, key: str) -> str:
    """Return an ISO 639-1 code."""
    text = _expect(value, str, 'a language code like "en"', key)
    if not _LANG.fullmatch(text):
        raise ParseError(f'{key}: must be a language code like "en", not {shown(value)}')
    return text


def tier_of(value: object, key: str) -> int:
    """Return a tier from 1 to 5."""
    tier = _expect(value, int, "a number from 1 to 5", key)
    if not 1 <= tier <= 5:
        raise ParseError(f"{key}: must be a number from 1 to 5, not {tier}")
    return tier


def truth_of(value: object, key: str) -> bool:
    """Return true or false."""
    return _expect(value, bool, "a boolean, without quotation marks", key)


def address_of(value: object, key: str) -> str:
    """Return an http or https address, the only ones that a report may link to."""
    text = text_of(value, key).strip()
    if not is_web(text):
        raise ParseError(f"{key}: must be an http or https address, not {shown(value)}")
    return text


def choice_of(choices: type[_Choice]) -> Callable[[object, str], _Choice]:
    """Return the reader of a field that holds one of *choices*."""

    def read(value: object, key: str) -> _Choice:
        try:
            return choices(_expect(value, str, "text", key))
        except ValueError:
            raise ParseError(f"{key}: must be one of {', '.join(choices)}, not {shown(value)}") from None

    return read


class Fields:
    """The fields of one object, taken out one by one; ``expect_nothing_left`` names what nobody asked for.

    *where* stands before each key in messages: "turns[3]." for the fourth turn.
    """

    def __init__(self, fields: object, where: str = "") -> None:
        if not isinstance(fields, dict):
            raise ParseError(f"{where.rstrip('.') or 'the line'}: must be an object, not {shown(fields)}")
        self._left: dict[str, Any] = dict(fields)
        self._asked: list[str] = []
        self._where = where

    def take(self, key: str, read: Callable[[object, str], _Value]) -> _Value:
        """Return the field *key* as *read* reads it; ParseError if it is missing."""
        if key not in self._left:
            raise ParseError(f"{self._where}{key}: is missing{self._near(key)}")
        return self._read(key, read)

    def take_or(self, key: str, read: Callable[[object, str], _Value], default: _Value) -> _Value:
        """Return the field *key*, or *default* where it is absent or null."""
        if self._left.get(key) is None:
            self._asked.append(key)
            self._left.pop(key, None)
            return default
        return self._read(key, read)

    def maybe(self, key: str, read: Callable[[object, str], _Value]) -> _Value | None:
        """Return the field *key*, or None where it is absent or null."""
        return self.take_or(key, read, None)

    def _read(self, key: str, read: Callable[[object, str], _Value]) -> _Value:
        self._asked.append(key)
        return read(self._left.pop(key), f"{self._where}{key}")

    def _near(self, key: str) -> str:
        """Return the hint that an unknown key looks like the missing one."""
        near = difflib.get_close_matches(key, self._left, 1)
        return f" ({shown(near[0])} is there)" if near else ""

    def expect_nothing_left(self, known: Iterable[str] = ()) -> None:
        """Raise ParseError for a key that was never asked for, naming the nearest that is known."""
        for key in self._left:
            near = difflib.get_close_matches(key, [*self._asked, *known], 1)
            hint = f"; is {near[0]!r} meant?" if near else ""
            raise ParseError(f"{self._where}{shown(key)}: is not a known key{hint}")
