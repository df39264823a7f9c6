"""TEI as ParlaMint writes it: utterances, their speakers by id, notes of the scene apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from verifier.articles.language import language_code
from verifier.errors import ParseError
from verifier.model.transcript import Rendition, Role, Turn
from verifier.sources.dated import day_of
from verifier.sources.xml.records import Around, XmlRecord, joined
from verifier.sources.xml.tree import Element, children_text, words_of

_SCENE = frozenset({"vocal", "kinesic", "incident", "gap", "note", "pause", "desc", "head"})
_TRANSLATED = re.compile(r"ParlaMint-[A-Z]{2}(?:-[A-Z]{1,3})?-en(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


def people_of(root: Element) -> dict[str, str]:
    """Return the names in a list of persons by their ids: "LindsayHoyle" is Lindsay Hoyle."""
    names = {}
    for person in root.iter("person"):
        name = person.find("persName")
        if name is None or not person.get("id"):
            continue
        parts = [words_of(part) for wanted in ("forename", "surname") for part in name.findall(wanted)]
        names[person.get("id", "")] = " ".join(part for part in parts if part) or words_of(name)
    return {key: name for key, name in names.items() if name}


def _name(who: str, names: Mapping[str, str]) -> str | None:
    """Return the name behind a reference; without a list of persons the id's own words where it has several."""
    key = who.rpartition("#")[2]
    if not key:
        return None
    if key in names:
        return names[key]
    words = _CAMEL.sub(" ", key.partition(".")[0].replace("_", " "))
    return words if " " in words else key


def _turns(body: Element, names: Mapping[str, str], lang: str | None) -> Iterator[Turn]:
    """Yield the utterances."""
    for utterance in body.iter("u"):
        text = children_text(utterance, {"seg"}, _SCENE) or words_of(utterance, _SCENE)
        if not text:
            continue
        name, roles = _name(utterance.get("who", ""), names), utterance.get("ana", "")
        role = Role.UNATTRIBUTED if name is None else Role.MODERATOR if "#chair" in roles else Role.SPEAKER
        own = language_code(utterance.get("lang"))
        yield Turn(name, text, label=name, role=role, lang=own if own != lang else None)


def _title(root: Element) -> str | None:
    """Return the main title, the English one where there are several."""
    titles = [one for one in root.findall(".//titleStmt/title") if one.get("type") in {"main", None}]
    chosen = next((one for one in titles if one.get("lang") == "en"), titles[0] if titles else None)
    return words_of(chosen) or None


def read_tei(root: Element, around: Around) -> XmlRecord:
    """Return a sitting in TEI; a corpus that was translated by machine says so in its id."""
    body = root.find(".//body")
    if root.tag != "TEI" or body is None:
        raise ParseError(f"not a TEI record with a body: its root is {str(root.tag)!r}")
    lang = language_code(root.get("lang")) or around.lang
    names = {**people_of(root), **around.names}
    setting = root.find(".//settingDesc/setting")
    when = root.find(".//settingDesc//date")
    place = setting.find("name[@type='city']") if setting is not None else None
    translated = _TRANSLATED.search(root.get("id", "")) or _TRANSLATED.search(around.address)
    return XmlRecord(
        joined(_turns(body, names, lang)),
        _title(root),
        day_of(when.get("when")) if when is not None else None,
        lang=lang,
        place=words_of(place) or None,
        rendition=Rendition.MACHINE_TRANSLATION if translated else None,
    )
