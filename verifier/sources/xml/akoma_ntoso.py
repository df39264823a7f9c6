"""Akoma Ntoso debates, and the European Parliament's speech fragments, which are written like them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.errors import ParseError
from verifier.model.transcript import Role, Turn
from verifier.sources.attributions import name_of, role_in_house
from verifier.sources.dated import day_of
from verifier.sources.xml.records import Around, XmlRecord, joined
from verifier.sources.xml.tree import Element, children_text, words_of

_SPEECH = ("speech", "question", "answer")
_SCENE = frozenset("from scene remark noteRef authorialNote recordedTime narrative num heading".split())
_LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "eng=en fra=fr fre=fr deu=de ger=de ita=it spa=es por=pt nld=nl dut=nl pol=pl ell=el ron=ro ces=cs hun=hu"
        " swe=sv dan=da fin=fi ukr=uk bul=bg slk=sk slv=sl hrv=hr est=et lav=lv lit=lt mlt=mt gle=ga rus=ru"
    ).split()
)


def two_letters(code: str | None) -> str | None:
    """Return the two-letter code of a language told by three letters, in either case, or by an address that ends so."""
    last = (code or "").rstrip("/").rpartition("/")[2].lower()
    return last if len(last) == 2 and last.isalpha() else _LANGUAGES.get(last)


def _people(root: Element) -> dict[str, str]:
    """Return the persons of the references by their ids."""
    found = root.iter("TLCPerson")
    return {(one.get("eId") or one.get("id") or ""): one.get("showAs", "") for one in found}


def _speaker(speech: Element, people: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return name and label of a speech."""
    printed = speech.find("from")
    label = words_of(printed).strip(" :.–") or None
    person = printed.find("person") if printed is not None else None
    known = people.get(speech.get("by", "").lstrip("#")) or words_of(person)
    return (name_of(known) if known else name_of(label) if label else None), label


def speeches_of(root: Element) -> Iterator[Turn]:
    """Yield the speeches below *root* in order."""
    people = _people(root)
    for speech in root.iter(*_SPEECH):
        text = children_text(speech, {"p"}, _SCENE)
        if not text:
            continue
        name, label = _speaker(speech, people)
        role = Role.UNATTRIBUTED if name is None else role_in_house(label or name)
        yield Turn(name, text, label=label, role=role, at=speech.get("startTime"))


def read_akoma_ntoso(root: Element, around: Around) -> XmlRecord:
    """Return a debate in Akoma Ntoso."""
    if root.tag != "akomaNtoso":
        raise ParseError(f"not Akoma Ntoso: its root is {str(root.tag)!r}")
    dates = [(one.get("date") or one.get("value")) for path in ("docDate", "FRBRdate") for one in root.iter(path)]
    titles = [words_of(one) for one in root.iter("docTitle")] + [one.get("value", "") for one in root.iter("FRBRalias")]
    languages = (two_letters(one.get("language")) for one in root.iter("FRBRlanguage"))
    return XmlRecord(
        joined(speeches_of(root)),
        next((title for title in titles if title), None),
        next((day for one in dates if (day := day_of(one))), None),
        lang=next((one for one in languages if one), None) or around.lang,
        place=words_of(next(root.iter("docPlace", "location"), None)) or None,
    )
