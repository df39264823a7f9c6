"""Reading a configuration file, and saying where in it something is wrong."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier.errors import ConfigError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails
    from pydantic_settings import SettingsError

Place = Sequence[str | int]

# What a value must be, by the validator's word for the fault.
_MUST = {
    "tuple_type": "a list",
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "a boolean",
    "bool_parsing": "a boolean",
    "path_type": "a path",
    "model_type": "a table",
}
# Values that may be secret are never printed.
_SECRET = {"proxy", "services"}
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*\"?([A-Za-z0-9_\-]+)\"?\s*(?:=|\.)")
# Keys whose values are paths, which count from the file's folder.
_PATHS = {("storage", "evidence_dir"), ("articles", "folders"), ("people", "file"), ("source", "path")}


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one file, and its text, in which keys are found again."""

    path: Path | None
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def place(self, place: Place) -> str:
        """Return "file:line" of a key, as near as it can be told; the environment where it is set there."""
        variable = "QUOTE_VERIFIER_" + "__".join(str(step).upper() for step in place)
        if any(name.upper() == variable for name in os.environ):
            return f"environment variable {variable}"
        if self.path is None:
            return "configuration"
        line = line_of(self.text, place)
        return f"{self.path}:{line}" if line else str(self.path)


def read_document(path: Path | None) -> Document:
    """Return the values of a TOML file, its paths and variables filled in; ConfigError with the line if broken."""
    if path is None:
        return Document(None)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text") from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_explain_toml(path, text, error)) from error
    document = Document(path, text, values)
    return Document(path, text, _fill(values, (), document))


def _explain_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> str:
    """Return "file:line: what" for text that is no TOML."""
    found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", str(error))
    line = (found and found.group(1)) or str(text.count("\n") + 1)
    what = str(error)[: found.start()] if found else str(error)
    return f"{path}:{line}: not valid TOML: {what[:1].lower()}{what[1:]}"


def _fill(value: Any, place: tuple[str | int, ...], document: Document) -> Any:
    """Return *value* with its variables read and its relative paths made the file's own."""
    if isinstance(value, Mapping):
        return {key: _fill(part, (*place, key), document) for key, part in value.items()}
    if isinstance(value, list):
        return [_fill(part, (*place, number), document) for number, part in enumerate(value)]
    if not isinstance(value, str):
        return value
    text = _variable(value, place, document)
    keys = tuple(step for step in place if isinstance(step, str))
    is_path = keys in _PATHS or (keys == ("storage", "database") and "://" not in text)
    folder = document.path.parent if document.path else Path()
    return str(folder / Path(text).expanduser()) if is_path and text else text


def _variable(value: str, place: Place, document: Document) -> str:
    """Return the environment's value for "${NAME}", any other text as it is; ConfigError if it is not set."""
    named = _VARIABLE.fullmatch(value)
    if not named:
        return value
    if named.group(1) not in os.environ:
        where, key = document.place(place), place[-1] if isinstance(place[-1], str) else place[-2]
        raise ConfigError(f"{where}: '{key}' asks for the environment variable {named.group(1)}, which is not set")
    return os.environ[named.group(1)]


def line_of(text: str, place: Place) -> int | None:
    """Return the line (from 1) on which the key at *place* stands, else its table's, else None.

    *place* is a run of table names, numbers of array tables and a key: ("source", 1, "tier").
    """
    table: tuple[str | int, ...] = ()
    counts: dict[str, int] = {}
    header: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if found := _HEADER.match(line):
            name = found.group(2)
            counts[name] = counts.get(name, -1) + 1
            table = (*name.split("."), counts[name]) if found.group(1) == "[[" else tuple(name.split("."))
            header = number if table == tuple(place[: len(table)]) else header
        elif (key := _KEY.match(line)) and tuple(place[: len(table) + 1]) == (*table, key.group(1)):
            return number
    return header


def explain_invalid(error: ValidationError | SettingsError, document: Document, model: type[BaseModel]) -> str:
    """Return one line that says where the first fault is and what would be right."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return f'environment: {error}; a list is written as JSON: \'["a", "b"]\''
    faults = error.errors(include_url=False)
    first = faults[0]
    more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
    return f"{document.place(_without_kind(first['loc']))}: {_explain_fault(first, model)}{more}"


def _without_kind(place: Place) -> Place:
    """Return a fault's place without the kind by which the validator tells sources apart."""
    told = tuple(place)
    return (*told[:2], *told[3:]) if told[:1] == ("source",) and len(told) > 2 else told


def _explain_fault(fault: ErrorDetails, model: type[BaseModel]) -> str:
    """Return what is wrong with one value, in words for whoever wrote it."""
    place = _without_kind(fault["loc"])
    key = ".".join(str(step) for step in place if isinstance(step, str))
    if fault["type"] == "extra_forbidden":
        names = _keys_beside(model, fault["loc"])
        near = get_close_matches(str(place[-1]), names, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(names)}"
        return f"unknown key '{key}'; {hint}"
    if fault["type"] == "missing":
        return f"'{key}' is missing"
    message = fault["msg"].removeprefix("Input should be ")
    shown = "what is given" if _SECRET.intersection(place) else _shown(fault["input"])
    return f"'{key}' must be {_MUST.get(fault['type']) or message[:1].lower() + message[1:]}, not {shown}"


def _shown(value: object) -> str:
    """Return a wrong value as its writer would recognise it, cut to a line."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys_beside(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that are known in the table of the one at *place*."""
    from typing import get_args

    from pydantic import BaseModel

    from verifier.sources.config import MODELS

    steps = tuple(place[:-1])
    if steps[:1] == ("source",) and len(steps) > 2:
        model, steps = MODELS[str(steps[2])], steps[3:]
    for step in steps:
        if isinstance(step, int):
            continue
        annotation = model.model_fields[step].annotation
        inner = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
        model = next(part for part in inner if issubclass(part, BaseModel))
    return sorted(model.model_fields)
