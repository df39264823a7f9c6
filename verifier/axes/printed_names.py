"""What printed names leave open: a bare surname that the speaker bears too, a title that contradicts a label."""

from __future__ import annotations

import re

from verifier.axes.pieces import speaker_words
from verifier.axes.records import one_line
from verifier.model.article import Speaker, SpeakerKind, Statement
from verifier.model.transcript import PlacedTurn, Record
from verifier.speakers.labels import names_nobody
from verifier.speakers.names import parse_name, printed_words
from verifier.speakers.registry import People
from verifier.speakers.same import joint_speakers, same_person

# "Remarks by Dr. Ada Lind at the harbour": one person speaks, and the title says who.
_SPOKEN_BY = re.compile(
    r"\b(?:remarks|statement|speech|address|discours|déclaration|rede|ansprache)"
    r"(?: as (?:prepared(?: for delivery)?|delivered))?\s(?:by|of|de|von)\s(?P<name>.+)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s(?:on|at|in|before|after|during|to|ahead|about|following|upon|regarding|marking|aboard|as|for|[a-z]+ing|sur|à"
    r"|au|aux|lors|pour|dans|zu|zum|zur|bei|beim|auf|im|vor|nach)\s|\s[–—|-]\s|\s?\(|,\s"
)
_SEVERAL = re.compile(r"\s(?:and|et|und|with|avec|mit)\s|[&;/]")


def bears_printed_name(statement: Statement, turn: PlacedTurn, record: Record, people: People) -> bool:
    """Return whether a turn's speaker bears the bare name that stands for the claimed person in print.

    Only where nothing but the day chose among the bearers: a title, or a full name elsewhere in the
    article, settles who is meant.
    """
    claimed, mention = statement.speaker, statement.mention
    if claimed is None or claimed.id is None or mention is None:
        return False
    by_day = bool(claimed.alternatives) or mention.span is None
    name = people.read(mention.text).name
    if not by_day or name is None or parse_name(name).full:
        return False
    label = turn.turn.speaker or ""
    if names_nobody(label) or joint_speakers(label, people) or not _shares_word(name, turn, people):
        return False
    printed = Speaker(mention.text)
    return same_person(printed, label, turn.turn.speaker_id, people, record.date, record.speakers) is not False


def _shares_word(name: str, turn: PlacedTurn, people: People) -> bool:
    person = people.by_id(turn.turn.speaker_id) if turn.turn.speaker_id else None
    borne = {word.casefold() for word in printed_words(person.name if person else turn.turn.speaker or "")}
    return {word.casefold() for word in printed_words(name)} <= borne


def title_against_label(claimed: Speaker, turn: PlacedTurn, record: Record, people: People) -> str | None:
    """Return that a record's title names the claimed person alone as speaking and the turn's label another, or None."""
    found = _SPOKEN_BY.search(record.title)
    name = _AFTER_NAME.split(found["name"])[0].strip(" .:") if found else ""
    if claimed.kind is not SpeakerKind.PERSON or not name or _SEVERAL.search(name):
        return None
    if same_person(claimed, name, None, people, record.date) is not True:
        return None
    title = one_line(record.title)
    return f"the record’s title, “{title}”, and its label of these words, {speaker_words(turn)}, disagree"
