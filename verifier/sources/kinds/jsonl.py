"""Transcripts as JSON, one a line: the format of ``import``."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from verifier.errors import ParseError, ReadError
from verifier.model.transcript import Rendition, Role, Transcript, Turn
from verifier.sources import fields
from verifier.sources.fields import Fields
from verifier.sources.records import KnownPeople, RecordHead, dates_of, make_transcript
from verifier.sources.roles import role_of

MAX_LINE = 64_000_000  # bytes; a year of one parliament is about 30 million


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line that is a transcript, with the bytes it was read from."""

    number: int  # from 1
    body: bytes  # without its line end
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """One line that is none, or the place where the file itself breaks off."""

    number: int  # from 1
    body: bytes
    error: ParseError  # names the line and the key


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these pairs; ParseError if a key stands twice, since one of the two would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ParseError(f"{fields.shown(double)}: stands twice")
    return found


def _refuse_constant(name: str) -> None:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(f"{name} is not JSON")


def _object_of(line: str) -> object:
    """Return what a line of JSON holds; ParseError if it is none."""
    try:
        return json.loads(line, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ParseError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ParseError("not a transcript: nested too deeply") from None
    except ValueError as error:
        raise ParseError(f"not JSON: {error}") from None


def _turn(data: object, where: str) -> Turn:
    """Return one turn; its role is derived from label and name where it is not given."""
    given = Fields(data, where)
    text = given.take("text", fields.text_of)
    speaker = given.take("speaker", lambda value, key: None if value is None else fields.text_of(value, key).strip())
    label = given.maybe("label", fields.text_of)
    turn = Turn(
        speaker=speaker,
        text=text,
        label=label,
        role=given.take_or("role", fields.choice_of(Role), role_of(label, speaker)),
        lang=given.maybe("lang", fields.lang_of),
        rendition=given.maybe("rendition", fields.choice_of(Rendition)),
        at=given.maybe("at", fields.text_of),
    )
    given.expect_nothing_left()
    return turn


def _turns(value: object, key: str) -> tuple[Turn, ...]:
    """Return the turns of a transcript, at least one."""
    if not isinstance(value, list):
        raise ParseError(f"{key}: must be a list, not {fields.shown(value)}")
    if not value:
        raise ParseError(f"{key}: is empty")
    return tuple(_turn(one, f"{key}[{number}].") for number, one in enumerate(value))


def _address_or_none(value: object, key: str) -> str | None:
    """Return an address, or None for a null: a record need not stand on the web, but that must be said."""
    return None if value is None else fields.address_of(value, key)


def _transcript(data: object, default_source: str | None, people: KnownPeople | None) -> Transcript:
    """Return the transcript that one decoded line holds."""
    given = Fields(data)
    source = default_source and given.take_or("source", fields.text_of, default_source)
    url = given.take("url", _address_or_none)
    head = RecordHead(
        source=source or given.take("source", fields.text_of),
        doc_id=given.take("doc_id", fields.text_of),
        lang=given.take("lang", fields.lang_of),
        title=given.take("title", fields.text_of),
        dates=dates_of(given.take("date", fields.day_of), "given", url),
        url=url,
        place=given.maybe("place", fields.text_of),
        tier=given.take_or("tier", fields.tier_of, 2),
        rendition=given.take_or("rendition", fields.choice_of(Rendition), Rendition.ORIGINAL),
        complete=given.take_or("complete", fields.truth_of, True),
    )
    turns = given.take("turns", _turns)
    given.expect_nothing_left()
    return make_transcript(head, turns, people)


def read_line(
    line: str, number: int, *, default_source: str | None = None, people: KnownPeople | None = None
) -> Transcript:
    """Return the transcript that line *number* (from 1) of a JSONL file holds.

    The turns' texts are kept character by character, so spans into them stay true; only NUL and lone
    surrogates become U+FFFD. Without "tier", "rendition", "complete": 2, original, true. The source
    may be left out only where *default_source* is given. A speaker gets an id of *people* where the
    name means exactly one of them on that day.

    Raises ParseError that names the line and the key.
    """
    try:
        return _transcript(_object_of(line), default_source, people)
    except ParseError as error:
        raise ParseError(f"line {number}: {error.message}") from None


def _opened(file: IO[bytes]) -> IO[bytes]:
    """Return *file* unpacked if it is gzip by its first bytes, whatever its name."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[return-value]


def _raw_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes, str | None]]:
    """Yield number, bytes and, where it is too long or the file breaks off, what is wrong with each line."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(MAX_LINE + 1)
            rest = line
            while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
                rest = stream.readline(MAX_LINE + 1)
        except (EOFError, OSError, zlib.error) as error:
            yield number, b"", f"the file is cut or damaged here, nothing after it was read ({error})"
            return
        if not line:
            return
        yield number, line.rstrip(b"\r\n"), "is longer than 64 MB" if len(line) > MAX_LINE else None


def iter_lines(
    path: Path, *, default_source: str | None = None, people: KnownPeople | None = None
) -> Iterator[ReadLine | BrokenLine]:
    """Yield every line of a JSONL file, gzip or not, as a transcript or as what is wrong with it.

    Empty lines are passed over. A broken line does not touch the others; a file that is cut yields
    one broken line at its end. Raises ReadError if the file cannot be opened.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}", subject=str(path)) from error
    with file:
        for number, body, fault in _raw_lines(_opened(file)):
            if fault is not None:
                yield BrokenLine(number, b"", ParseError(f"line {number}: {fault}", subject=str(path)))
            elif body.strip():
                yield _read(number, body, path, default_source, people)


def lines_of(body: bytes, numbers: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines of a list, gzip or not, that have one of these numbers (from 1).

    Lines that are no UTF-8, or lie behind damage, are left out.
    """
    for number, line, fault in _raw_lines(_opened(BytesIO(body))):
        if number in numbers and fault is None:
            with suppress(UnicodeDecodeError):
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")


def _read(
    number: int, body: bytes, path: Path, default_source: str | None, people: KnownPeople | None
) -> ReadLine | BrokenLine:
    """Return one line, read or broken."""
    try:
        text = body.decode("utf-8-sig" if number == 1 else "utf-8")
        return ReadLine(number, body, read_line(text, number, default_source=default_source, people=people))
    except UnicodeDecodeError as error:
        broken = ParseError(f"line {number}: not UTF-8 at byte {error.start + 1}", subject=str(path))
    except ParseError as error:
        error.subject = str(path)
        broken = error
    return BrokenLine(number, body, broken)
