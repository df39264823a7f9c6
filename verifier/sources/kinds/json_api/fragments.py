"""Speeches as XML fragments by language, of which only one is what was said; a machine wrote the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verifier.articles.language import language_of
from verifier.errors import ParseError
from verifier.model.transcript import Rendition, Turn
from verifier.sources.xml.akoma_ntoso import speeches_of
from verifier.sources.xml.tree import root_of_fragment

_KEY = re.compile(r"(?P<first>[a-z]{2})(?:-t-(?P<other>[a-z]{2})(?P<machine>-mtec)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One language's words of a speech; ``key`` is None for the original."""

    turns: tuple[Turn, ...]
    lang: str
    key: str | None = None
    rendition: Rendition | None = None


def _language(found: re.Match[str], text: str) -> str:
    """Return the language of a translation's words: the key names both languages, and sources differ in the order."""
    guess = language_of(text)[0]
    other = (found["other"] or found["first"]).lower()
    return other if guess == other else found["first"].lower()


def _fragment(key: str, xml: str) -> Fragment | None:
    """Return one fragment, None for one without words; ParseError for a key of an unknown form."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise ParseError(f"a fragment under an unknown key {key!r}")
    turns = tuple(speeches_of(root_of_fragment(xml)))
    if not turns:
        return None
    if found["other"] is None:
        return Fragment(turns, found["first"].lower())
    text = "\n".join(turn.text for turn in turns)
    rendition = Rendition.MACHINE_TRANSLATION if found["machine"] else Rendition.OFFICIAL_TRANSLATION
    return Fragment(turns, _language(found, text), key, rendition)


def fragments_in(fields: Mapping[str, Any]) -> tuple[Fragment, ...]:
    """Return the fragments of a row, the original first; ParseError where they are no table of texts."""
    table = fields.get("fragments")
    if table is None:
        return ()
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise ParseError("the fragments are no table of texts by language")
    found = [one for key, xml in table.items() if xml.strip() and (one := _fragment(key, xml))]
    return tuple(sorted(found, key=lambda one: (one.key is not None, one.key or "")))
