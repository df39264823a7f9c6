"""Turns that a JSON interface keeps apart as fields: one row a turn, or one record a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verifier.articles.language import language_code
from verifier.errors import ParseError
from verifier.model.transcript import Rendition, Role, Turn
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.mapping import fields_of, rows_at, text_in, words_in
from verifier.sources.markup import Markup, lines_of


@dataclass(frozen=True, slots=True)
class FieldTurns:
    """The turns of one record, and how many rows of it named nobody and could be given to nobody."""

    turns: tuple[Turn, ...]
    unnamed: int = 0


def _words(fields: Mapping[str, Any]) -> str | None:
    """Return the words of a row, of HTML the lines that a reader sees."""
    html = fields.get("html")
    if isinstance(html, str):
        shown = Markup(f"<div>{html}</div>").shown
        return "\n".join(line.text for line in lines_of(shown, ())) or None
    return words_in(fields.get("text"), "text")


def _rendition(fields: Mapping[str, Any]) -> Rendition | None:
    """Return the rendition that a row names, None where it names none of ours."""
    told = text_in(fields.get("rendition"), "rendition")
    return Rendition(told) if told in set(Rendition) else None


def _turn(fields: Mapping[str, Any], text: str, carried: Mapping[str, str]) -> Turn:
    """Return one row as a turn; a blank speaker is the one last met under the same number."""
    printed = text_in(fields.get("speaker"), "speaker") or carried.get(str(fields.get("carry")))
    return Turn(
        name_of(printed) if printed else None,
        text,
        label=printed,
        role=role_in_house(printed) if printed else Role.UNATTRIBUTED,
        lang=language_code(text_in(fields.get("lang"), "lang")),
        rendition=_rendition(fields),
        at=text_in(fields.get("at"), "at"),
    )


def _rows(data: object, turn_map: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """Yield the mapped fields of each row of turns; without a path the record is the only one."""
    rows = rows_at(turn_map["rows"], data) if "rows" in turn_map else [data]
    for row in rows:
        if not isinstance(row, dict):
            raise ParseError("a turn of the answer is no table of fields")
        yield fields_of(turn_map, row)


def turns_in(data: object, turn_map: Mapping[str, str]) -> FieldTurns:
    """Return the turns in an answer.

    A row without words is none. Raises ParseError where the rows are not there, or a field is of a wrong kind.
    """
    carried: dict[str, str] = {}
    turns: list[Turn] = []
    for fields in _rows(data, turn_map):
        printed = text_in(fields.get("speaker"), "speaker")
        if printed and fields.get("carry") is not None:
            carried[str(fields["carry"])] = printed
        if text := _words(fields):
            turns.append(_turn(fields, text, carried))
    return FieldTurns(tuple(turns), sum(turn.speaker is None for turn in turns))
