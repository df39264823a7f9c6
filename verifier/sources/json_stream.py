"""One huge JSON array read value by value, never held as a whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from verifier.errors import ParseError

CHUNK = 262_144  # bytes
MAX_VALUE = 16_000_000  # characters of one value; what is longer is no row of a table
_SPACE = re.compile(r"[ \t\r\n]*")
_AFTER = frozenset(",]")
_OF_NUMBERS = frozenset("0123456789.eE+-")
_LONGEST_WORD = len("-Infinity")


class BreaksOff(ParseError):
    """The array ends before its closing bracket; the values before the break were whole."""

    def __init__(self) -> None:
        super().__init__("the array breaks off before its end", outcome="cut")


def chunks_of(body: bytes) -> Iterator[bytes]:
    """Yield the bytes in pieces, without a copy of the whole."""
    view = memoryview(body)
    for start in range(0, len(view), CHUNK):
        yield bytes(view[start : start + CHUNK])


def _refuse_constant(name: str) -> None:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(f"{name} is not JSON")


class _Text:
    """The decoded text that was read and not yet used."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self.held = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Read another piece; return whether there was one."""
        try:
            while not self.ended:
                chunk = next(self._chunks, None)
                self.ended = chunk is None
                text = self._decoder.decode(chunk or b"")
                if text:
                    self.held, self.at = self.held[self.at :] + text, 0
                    return True
        except UnicodeDecodeError as error:
            raise ParseError("an array that is not UTF-8", outcome="undecodable") from error
        return False

    def skip_space(self) -> str:
        """Return the next character that is no space, "" at the end."""
        while True:
            found = _SPACE.match(self.held, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.held):
                return self.held[self.at]
            if not self.more():
                return ""


class _Values:
    """The values of the array in a text, taken one by one."""

    def __init__(self, text: _Text) -> None:
        self._text = text
        self._decoder = json.JSONDecoder(parse_constant=_refuse_constant)

    def next_value(self) -> Any:
        """Return the value that begins here; BreaksOff where the text ends inside it."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text.held, self._text.at)
            except json.JSONDecodeError as error:
                # Inside a string nothing tells an end from a break; else damage shows before the text's end.
                inside = error.msg.startswith(("Unterminated string", "Invalid \\"))
                if not inside and error.pos + _LONGEST_WORD < len(self._text.held):
                    raise ParseError(f"an array that is damaged: {error.msg}") from None
                self._need_more()
                continue
            except RecursionError:
                raise ParseError("an array whose values are nested too deeply") from None
            except ValueError as error:
                raise ParseError(f"not JSON: {error}") from None
            behind = _SPACE.match(self._text.held, end)
            after = behind.end() if behind else end
            mark = self._text.held[after : after + 1]
            if mark in _AFTER:
                self._text.at = after
                return value
            # "12" may be the beginning of "123": only what follows shows that a number is whole.
            if mark and not (after == end and isinstance(value, int | float) and mark in _OF_NUMBERS):
                raise ParseError("an array that is damaged: no comma behind a value")
            self._need_more()

    def _need_more(self) -> None:
        """Read on; BreaksOff at the end of the text, ParseError where a value grows beyond reason."""
        if len(self._text.held) - self._text.at > MAX_VALUE:
            raise ParseError(f"a value longer than {MAX_VALUE:,} characters is no row", outcome="too_large")
        if not self._text.more():
            raise BreaksOff


def iter_array(chunks: Iterable[bytes]) -> Iterator[Any]:
    """Yield the values of the JSON array in *chunks*, however they are cut, as soon as each is whole.

    Raises ParseError for what is no array, and BreaksOff, after all whole values, for one that is cut.
    """
    text = _Text(chunks)
    first = text.skip_space()
    if first != "[":
        what = "an HTML page" if first == "<" else "something else"
        raise ParseError(f"{what} came in place of an array", outcome="wrong_type" if first else "empty")
    text.at += 1
    if text.skip_space() == "]":
        text.at += 1
    else:
        yield from _members(text)
    if text.skip_space():
        raise ParseError("something follows the end of the array")


def _members(text: _Text) -> Iterator[Any]:
    """Yield the values up to the closing bracket, which is taken too."""
    values = _Values(text)
    while True:
        if not text.skip_space():
            raise BreaksOff
        yield values.next_value()
        mark = text.held[text.at]
        text.at += 1
        if mark == "]":
            return
