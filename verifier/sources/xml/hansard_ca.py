"""The Canadian House of Commons: what is printed under another floor language than the file's is a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.errors import ParseError
from verifier.model.transcript import Rendition, Turn
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.dated import day_of
from verifier.sources.xml.records import Around, XmlRecord, joined
from verifier.sources.xml.tree import Element, words_of

_FILE = re.compile(r"-(?P<lang>[EF])\.xml$", re.IGNORECASE)


def _file_language(root: Element, address: str) -> str | None:
    """Return the language that the file is printed in: by its name, else by its root."""
    found = _FILE.search(address.partition("?")[0])
    if found:
        return "en" if found["lang"].upper() == "E" else "fr"
    declared = (root.get("lang") or "").lower()[:2]
    return declared if declared in {"en", "fr"} else None


def _time(stamp: Element) -> str | None:
    """Return a time stamp as hours and minutes."""
    hour, minute = stamp.get("Hr", ""), stamp.get("Mn", "")
    return f"{int(hour):02d}:{int(minute):02d}" if hour.isdecimal() and minute.isdecimal() else None


def _turns(root: Element, lang: str | None) -> Iterator[Turn]:
    """Yield the paragraphs in order, each with its speaker, floor language and the last time printed."""
    printed, floor, at = None, lang, None
    for element in root.iter("Timestamp", "FloorLanguage", "Intervention", "Affiliation", "ParaText"):
        if element.tag == "Timestamp":
            at = _time(element) or at
        elif element.tag == "FloorLanguage":
            floor = (element.get("language") or "").lower() or floor
        elif element.tag == "Intervention":
            printed = None
        elif element.tag == "Affiliation":
            parent = element.getparent()
            if parent is not None and parent.tag == "PersonSpeaking":
                printed = words_of(element).strip(" :") or None
        elif printed and (text := words_of(element)):
            translated = None if floor in {lang, None} else Rendition.OFFICIAL_TRANSLATION
            yield Turn(name_of(printed), text, label=printed, role=role_in_house(printed), rendition=translated, at=at)


def _told(root: Element, *names: str) -> str | None:
    """Return the first of these items that the head of the file holds."""
    items = {item.get("Name"): words_of(item) for item in root.iter("ExtractedItem")}
    return next((items[name] for name in names if items.get(name)), None)


def read_hansard_ca(root: Element, around: Around) -> XmlRecord:
    """Return a sitting; paragraphs said in the other language are marked as official translation."""
    if root.tag != "Hansard":
        raise ParseError(f"not a Canadian Hansard: its root is {str(root.tag)!r}")
    lang = _file_language(root, around.address) or around.lang
    if lang is None:
        raise ParseError("it does not say in which language it is printed, so translations cannot be told")
    parts = [_told(root, f"MetaDateNum{part}") for part in ("Year", "Month", "Day")]
    numbers = "-".join(part.zfill(2) for part in parts if part)
    day = day_of(numbers if all(parts) else _told(root, "Date", "MetaCreationTime"))
    number = _told(root, "MetaTitle", "Number", "MetaNumberNumber")
    title = "House of Commons Debates" if lang == "en" else "Débats de la Chambre des communes"
    return XmlRecord(joined(_turns(root, lang)), f"{title}, {number or day or ''}".rstrip(", "), day, lang=lang)
