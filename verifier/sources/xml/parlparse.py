"""ParlParse and its relatives: ``<publicwhip>`` with one ``<speech>`` a turn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.dated import day_of
from verifier.sources.xml.records import Around, XmlRecord
from verifier.sources.xml.tree import Element, children_text

_ID = re.compile(r"/(?P<house>\w+)/(?P<day>\d{4}-\d\d-\d\d)")
_HOUSES = {
    "debate": "House of Commons debates",
    "lords": "House of Lords debates",
    "westminhall": "Westminster Hall debates",
    "standing": "Public Bill Committee debates",
}


def _turns(root: Element) -> Iterator[Turn]:
    """Yield the speeches in order; what nobody is named for is nobody's."""
    for speech in root.iter("speech"):
        text = children_text(speech, {"p"})
        printed = speech.get("speakername") or ""
        if not text:
            continue
        if speech.get("nospeaker") == "true" or not printed or printed == "unknown":
            yield Turn(None, text, role=Role.UNATTRIBUTED, at=speech.get("time"))
        else:
            yield Turn(name_of(printed), text, label=printed, role=role_in_house(printed), at=speech.get("time"))


def read_parlparse(root: Element, around: Around) -> XmlRecord:
    """Return the debates of a day; a revision that is not the latest is flagged ``superseded``."""
    if root.tag != "publicwhip":
        raise ParseError(f"not a ParlParse file: its root is {str(root.tag)!r}")
    ids = (element.get("id", "") for element in root.iter("speech", "major-heading", "minor-heading"))
    found = next((hit for one in ids if (hit := _ID.search(one))), None)
    day = day_of(found["day"]) if found else None
    house = _HOUSES.get(found["house"], "Debates") if found else None
    title = f"{house}, {day}" if house and day else None
    flags = frozenset({"superseded"} if root.get("latest") == "no" else ())
    return XmlRecord(tuple(_turns(root)), title, day, lang="en", flags=flags)
