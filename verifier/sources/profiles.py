"""Turn profiles: how publishers print the labels of those who speak, and which labels are believed.

A profile is a pattern for the head of a line. Text is full of heads that only look like labels, so
each profile also says when one is believed, and what an unbelieved one does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from verifier.errors import ConfigError
from verifier.model.transcript import Role
from verifier.sources.roles import plain_label, role_of

_CAPITAL = r"(?:Ma?c|De|Di|Le|O['’])?[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9.,'’\-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_PARTICLE = r"(?:de|du|del|della|di|da|van|von|der|den|zu|al|el|bin|of|the|and)"
_NOTE = r"(?: ?[(\[][^)\]\n]{1,80}[)\]])?"


class Trust(Enum):
    """When a label is believed."""

    ALWAYS = "always"
    CONVERSATION = "met twice, titled or of a role; once one of several is met again, every one"
    CAPITALS = "as CONVERSATION; beside a believed label every name of several words; another one ends the turn before"
    TWICE = "met twice, of a role, announced by the record, or with a body in brackets"
    CLOSING = "as TWICE; an unbelieved one ends the turn before it, its words are nobody's"
    MARKED = "as CONVERSATION, or a name of several words; an unbelieved one ends the turn before it"
    SURNAME = "of a role, announced, or a name of several words; other lines in capitals end the turn before them"


@dataclass(frozen=True, slots=True)
class Profile:
    """How labels look, and when they are believed; ``bold`` ones are told by the markup alone."""

    name: str
    label: re.Pattern[str]
    trust: Trust = Trust.CONVERSATION
    bold: bool = False


US_COLON = Profile(  # MR. KIRBY: · THE PRESIDENT: · MS. JEAN-PIERRE (via interpreter): · QUESTION:
    "us-colon", re.compile(rf"(?P<label>{_CAPITAL}(?: {_CAPITAL}){{0,7}}{_NOTE}) ?:(?:\s+|$)"), Trust.CAPITALS
)
US_Q = Profile("us-q", re.compile(r"(?P<label>Q)(?::\s*|\s+)(?=\S)"), Trust.ALWAYS)
NAME_COLON = Profile(  # Boris Pistorius: · Prime Minister Kristersson: · Reporter:
    "name-colon", re.compile(rf"(?P<label>{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{0,5}}{_NOTE}) ?:(?:\s+|$)")
)
CPD = Profile(  # The President. · Q. · President Zelenskyy. · Secretary Austin.
    "cpd",
    re.compile(
        r"(?P<label>Q\.|The (?:Vice )?President\.|(?:Mr|Mrs|Ms|Dr)\. [A-Z][\w'’\-]+\.|(?:Senator|Representative"
        r"|Secretary|Prime Minister|President|Chancellor|Press Secretary)(?: [A-Z][\w'’\-]+){1,3}\.)\s+(?=\S)"
    ),
    Trust.CLOSING,
)
FR_LABEL_LINE = Profile(  # a line of its own: Emmanuel MACRON · Petr PAVEL [propos traduits du tchèque] · Journaliste
    "fr-label-line",
    re.compile(
        r"(?P<label>(?:(?:(?:[A-ZÀ-Ý][\wÀ-ÿ'’.\-]*|de|du|von|van|der) ){0,5}[A-ZÀ-Ý]{2}[A-ZÀ-Ý'’\-]*"
        r"(?: [A-ZÀ-Ý'’\-]{2,}){0,5}|Journaliste|Question|Intervenante?)(?: [\[(][^\])]{1,80}[\])])?) ?:?\s*$"
    ),
    Trust.SURNAME,
)
FR_QR = Profile("fr-qr", re.compile(r"(?P<label>[QR])\s*[-–—.:]\s+(?=\S)"), Trust.TWICE)
DE_BPK = Profile(  # StS Seibert: · Jäger (BMF): · Frage Jung: · Zusatzfrage: · Vors. Welty:
    "de-bpk",
    re.compile(
        r"(?P<label>(?:(?:StS(?:in)?|SRS(?:in|['’]in)?|Vors\.|Vorsitzender?|BK(?:in)?|BM(?:in)?|P) )?"
        r"[A-ZÄÖÜ][\wäöüÄÖÜß.\-]*(?: [A-ZÄÖÜ][\wäöüÄÖÜß.\-]*){0,2}(?: \([A-Za-zÄÖÜäöü]+\))?):\s+(?=\S)"
    ),
    Trust.TWICE,
)
UN_PV = Profile(  # Mr. Dai Bing (China) (spoke in Chinese): · The President:
    # Only names and notes: "Mr. Griffiths, who put it plainly: we are late" is a sentence of whoever speaks.
    "un-pv",
    re.compile(
        rf"(?P<label>(?:The (?:Acting )?President|The Secretary-General|(?:Mr\.|Mrs\.|Ms\.|Miss|Sir|Dame|Prince"
        rf"|Princess|Sheikh|Archbishop)(?: (?:{_NAME}|d[aeiou]s?|del|la|van|von|der|den|al|el|bint?|ben|ibn)){{1,7}})"
        r"(?: \([^()\n]{2,60}\)){0,3}):\s+"
    ),
    Trust.ALWAYS,
)
# Bold is meant: a guest who speaks once must not be read as going on with the words of whoever spoke before.
BOLD_LABEL = Profile("bold-label", re.compile(r"(?P<label>[^:\n]{1,160}?)\s?:\s*"), Trust.MARKED, bold=True)
VOICE = Profile("voice", BOLD_LABEL.label, Trust.ALWAYS, bold=True)  # captions name their voices apart from the words
PROFILES = {
    profile.name: profile
    for profile in (US_Q, US_COLON, NAME_COLON, CPD, FR_LABEL_LINE, FR_QR, DE_BPK, UN_PV, BOLD_LABEL)
}
WITHOUT_LABELS = frozenset({"single", "fields"})  # the whole is one speaker's; or labels stand in fields of their own
# A label with one of these in front is a person's, however rarely it is met.
_TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|the|president|vice|prime|minister|secretary|senator|representative"
    r"|governor|general|admiral|ambassador|chancellor|king|queen|mayor|chair|chairman|director|administrator|under"
    r"|deputy|sts|stsin|srs|srsin|vors|vorsitzende|vorsitzender)\b\.?",
    re.IGNORECASE,
)
# Heads of lines that look like labels and are not.
_NO_LABEL = re.compile(
    r"(?:fact sheet|readout|note|editor['’]?s? note|update|updated|breaking|time|date|location|place|venue|subject|re"
    r"|contact|topic|topics|topics covered|source|url|http|https|background|summary|transcript|participants|present"
    r"|speakers|title|ps|tel|fax|e-?mail|follow|watch|read more|see also|remarks|for immediate release|\d[\d.,:]*"
    r"|[ap]\.?m\.?|sprecher(?:in|innen)?|thema|themen|quelle|hinweis|anmerkung)"
)
# What editors print after the last words.
_TAIL = re.compile(r"(?:NOTE|Categories|Locations|Names|Subjects|DCPD Number|Editor['’]s [Nn]ote|MOTS CLÉS)\s?:")
_SHOUTED = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý'’.,\- ]{4,90}")
_INITIALLED = re.compile(r"(?:[^\W\d_]\.){1,2}[^\W\d_][\w\-]+")
_NOTES = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]")
_ANNOUNCED = re.compile(r"(?:Sprecher(?:in|innen)?|Speakers|Participants)\s?:\s+(?P<labels>.+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label at the head of a line."""

    profile: Profile
    label: str  # as printed, spaces plain
    end: int  # where the words after it begin

    @property
    def plain(self) -> str:
        """The label in lower case, without notes."""
        return plain_label(self.label)


def profiles_named(names: Sequence[str]) -> tuple[Profile, ...]:
    """Return the profiles of these names, "single" and "fields" left out; ConfigError for an unknown one."""
    unknown = [name for name in names if name not in PROFILES and name not in WITHOUT_LABELS]
    if unknown:
        raise ConfigError(f"turns: {unknown[0]!r} is no turn profile; known are {', '.join(sorted(PROFILES))}, single")
    return tuple(PROFILES[name] for name in names if name in PROFILES)


def _is_heading(hit: Hit) -> bool:
    """Return whether a label is a heading of some kind; PARTICIPANTS in capitals may call out in a transcript."""
    return bool(_NO_LABEL.fullmatch(hit.plain)) and hit.label != "PARTICIPANTS"


def label_of(
    line: str, bold: str | None, profiles: Sequence[Profile], stop: AbstractSet[str] = frozenset()
) -> Hit | None:
    """Return the label that a line begins with, else None; *stop* holds plain labels that are headings."""
    plain = line.replace("\u00a0", " ").replace("\u202f", " ")
    for profile in profiles:
        if profile.bold:
            found = profile.label.match(plain) if bold else None
            if found and found.end() > len(bold or "") + 3:
                found = None
        else:
            found = profile.label.match(plain)
        if found:
            hit = Hit(profile, found["label"], found.end())
            if not _is_heading(hit) and hit.plain not in stop:
                return hit
    return None


def announced_labels(lines: Sequence[str]) -> frozenset[str]:
    """Return the labels, plain, that a line near the head announces: "Sprecher: StS Seibert, Burger (AA)"."""
    for line in lines[:12]:
        if found := _ANNOUNCED.fullmatch(line.replace("\u00a0", " ").strip()):
            return frozenset(plain_label(label.strip(" .…")) for label in found["labels"].split(","))
    return frozenset()


def _is_announced(plain: str, known: AbstractSet[str]) -> bool:
    """Return whether a label, or its last word, is among the known names."""
    return plain in known or plain.rpartition(" ")[2] in known


def _is_name(label: str) -> bool:
    """Return whether a label ends in two words with capitals, or in initials and surname: "В.Путин"."""
    words = _NOTES.sub("", label).split()
    initialled = bool(words) and _INITIALLED.fullmatch(words[-1]) is not None
    return initialled or (len(words) > 1 and all(word[:1].isupper() for word in words[-2:]))


def _alone_believed(hit: Hit, known: AbstractSet[str]) -> bool:
    """Return whether a label is believed however rarely it is met."""
    match hit.profile.trust:
        case Trust.ALWAYS:
            return True
        case Trust.CONVERSATION | Trust.CAPITALS:
            return bool(_TITLE.match(hit.label))
        case Trust.MARKED:
            return bool(_TITLE.match(hit.label)) or _is_announced(hit.plain, known) or _is_name(hit.label)
        case Trust.CLOSING:
            return hit.plain in {"the president", "the vice president"} or _is_announced(hit.plain, known)
        case Trust.SURNAME:
            first = hit.label.split()[0]
            return _is_announced(hit.plain, known) or (" " in hit.plain and not first.isupper())
        case _:
            return _is_announced(hit.plain, known) or hit.label.endswith(")")


def believed(hits: Sequence[Hit], known: AbstractSet[str]) -> frozenset[str]:
    """Return the labels, plain, that are believed in a record that holds these."""
    counts = Counter(hit.plain for hit in hits)
    # A conversation of several, one of whom is met again, may hold guests who speak once.
    conversation = len(counts) > 1 and max(counts.values()) > 1

    def is_believed(hit: Hit) -> bool:
        if role_of(hit.label) is not Role.SPEAKER or _alone_believed(hit, known):
            return True
        if hit.profile.trust is Trust.SURNAME:
            return counts[hit.plain] > 1 and " " in hit.plain
        beside_others = hit.profile.trust in {Trust.CONVERSATION, Trust.CAPITALS, Trust.MARKED}
        return counts[hit.plain] > 1 or (conversation and beside_others)

    sure = {hit.plain for hit in hits if is_believed(hit)}
    beside = {hit.plain for hit in hits if sure and hit.profile.trust is Trust.CAPITALS and " " in hit.plain}
    return frozenset(sure | beside)


def closes(line: str, hit: Hit | None, profiles: Sequence[Profile], stop: AbstractSet[str]) -> bool:
    """Return whether a line with a heading or an unbelieved label, or like a label, ends the turn before it."""
    if _TAIL.match(line) or (stop and plain_label(line.partition(":")[0][:100]) in stop):
        return True
    if hit is not None:
        return hit.profile.trust in {Trust.CLOSING, Trust.SURNAME, Trust.CAPITALS, Trust.MARKED}
    return any(profile.trust is Trust.SURNAME for profile in profiles) and bool(_SHOUTED.fullmatch(line.strip()))
