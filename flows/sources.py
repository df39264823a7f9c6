"""The sources of a configuration: ``[defaults]`` under a preset under each ``[[source]]`` block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from flows.configuration import Document
from verifier.errors import ConfigError
from verifier.sources.config import KINDS, defaults_allowed, merged
from verifier.sources.presets import preset, preset_names

# Named by configurations written for several programs: the contact in it stands in for [network] contact.
_USER_AGENT = "user_agent"
_CONTACT = re.compile(r"\(\+?(?P<contact>[^()]+)\)")


def with_sources(document: Document) -> Document:
    """Return the document with every source written out: its own keys over its preset's over ``[defaults]``.

    Raises ConfigError for a key that ``[defaults]`` may not set, an unknown preset, and an unknown kind.
    """
    values = dict(document.values)
    defaults = values.pop("defaults", {})
    if not isinstance(defaults, Mapping):
        raise ConfigError(f"{document.place(('defaults',))}: 'defaults' must be a table, not {defaults!r}")
    usual = _defaults(dict(defaults), values, document)
    blocks = values.get("source", [])
    if isinstance(blocks, list):
        values["source"] = [_block(block, number, usual, document) for number, block in enumerate(blocks)]
    return replace(document, values=values)


def _defaults(given: dict[str, Any], values: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return what holds for every source; a User-Agent among it gives its contact away."""
    agent = given.pop(_USER_AGENT, None)
    if isinstance(agent, str) and (found := _CONTACT.search(agent)):
        network = values.get("network", {})
        if isinstance(network, Mapping):
            values["network"] = {"contact": found["contact"], **network}
    allowed = defaults_allowed()
    for key in given:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(sorted(allowed))}"
            raise ConfigError(f"{document.place(('defaults', key))}: unknown key 'defaults.{key}'; {hint}")
    return given


def _block(block: Any, number: int, usual: dict[str, Any], document: Document) -> Any:
    """Return one source written out; what is no table is left to the validation."""
    if not isinstance(block, Mapping):
        return block
    own = dict(block)
    shipped = _preset(own.pop("preset", None), number, document)
    whole = merged(usual, shipped, own)
    _expect_known_kind(whole.get("kind"), number, document)
    return whole


def _preset(name: object, number: int, document: Document) -> dict[str, Any]:
    """Return what the named preset says, nothing where none is named."""
    if name is None:
        return {}
    if not isinstance(name, str) or name not in preset_names():
        near = get_close_matches(str(name), preset_names(), 1)
        hint = f"did you mean '{near[0]}'?" if near else "`quote-verifier sources list --presets` shows them"
        raise ConfigError(f"{document.place(('source', number, 'preset'))}: unknown preset '{name}'; {hint}")
    return preset(name)


def _expect_known_kind(kind: object, number: int, document: Document) -> None:
    """Raise ConfigError for a source whose kind is none, with the nearest that is."""
    if not isinstance(kind, str) or kind in KINDS:
        return
    near = get_close_matches(kind, KINDS, 1)
    hint = f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(KINDS)}"
    raise ConfigError(f"{document.place(('source', number, 'kind'))}: unknown kind '{kind}'{hint}")
