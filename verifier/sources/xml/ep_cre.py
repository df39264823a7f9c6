"""The European Parliament's verbatim reports of a day: each speech in the language in which it was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.articles.days import day_of_address
from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.attributions import name_of
from verifier.sources.dated import day_of
from verifier.sources.xml.records import Around, XmlRecord, joined
from verifier.sources.xml.tree import Element, words_of

_LEADING_DASH = re.compile(r"^[\s\u00a0]*[–—-][\s\u00a0]+")
_ABSENT = {"", "NULL", "0"}
# Statements that were handed in and never spoken, where only the text says so.
_WRITTEN = re.compile(
    r"^[\s–—.(]*(?:in writing|par écrit|schriftlich|por escrito|per iscritto|na piśmie|písemně|γραπτώς|în scris)\b",
    re.IGNORECASE,
)


def _language(printed: str | None) -> str | None:
    """Return the two-letter code of LG, None where it is none ("XM" for several)."""
    code = (printed or "").lower()
    return code if re.fullmatch("[a-z]{2}", code) and code not in {"xm", "xx", "mu"} else None


def _speaker(orator: Element) -> tuple[str | None, str, Role]:
    """Return name, label and role: a guest is a speaker, the chair a moderator known by office only."""
    label = words_of(orator).strip(" .–") or name_of(orator.get("LIB", ""))
    library = orator.get("LIB", "")
    if "|" in library:
        return name_of(library), label, Role.SPEAKER
    name = None if library.strip() in _ABSENT else name_of(library)
    in_chair = orator.get("MEPID", "") in _ABSENT and len((name or label).split()) == 1
    return name or label or None, label, Role.MODERATOR if in_chair else Role.SPEAKER


def _turns(root: Element) -> Iterator[Turn]:
    """Yield what was spoken; written statements are left out."""
    for intervention in root.iter("INTERVENTION"):
        orator = intervention.find("ORATEUR")
        if orator is None or orator.get("SPEAKER_TYPE", "").lower() == "ecrit":
            continue
        lines = [words_of(paragraph) for paragraph in intervention.iter("PARA")]
        if not any(lines) or _WRITTEN.match(next(line for line in lines if line)):
            continue
        text = _LEADING_DASH.sub("", "\n".join(line for line in lines if line))
        name, label, role = _speaker(orator)
        yield Turn(name, text, label=label, role=role, lang=_language(orator.get("LG")))


def read_ep_cre(root: Element, around: Around) -> XmlRecord:
    """Return the sitting of a day, original words only, each turn with its language."""
    if root.tag != "DEBATS":
        raise ParseError(f"not a verbatim report of a sitting: its root is {str(root.tag)!r}")
    starts = (number.get("VOD-START") for number in root.iter("NUMERO"))
    started = next((day for one in starts if (day := day_of((one or "")[:10]))), None)
    day = started or day_of_address(around.address)
    turns = joined(_turns(root))
    languages = [turn.lang for turn in turns if turn.lang]
    most = max(set(languages), key=lambda one: (languages.count(one), one)) if languages else None
    title = f"Verbatim report of proceedings, {day}" if day else None
    return XmlRecord(turns, title, day, "meta" if started else "url", most)
