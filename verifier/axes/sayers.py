"""Who a speaker names as having said the words that come next: "as President Reagan said", "my father told me"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.axes.sentences import before_cut, sentences_of
from verifier.model.article import Speaker, SpeakerKind
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

# Lower case only: "the United States" states nothing.
_SAID = re.compile(
    r"\b(?:say|says|said|saying|tells?|told|telling|writes?|wrote|written|writing|asks?|asked|puts? it|put this"
    r"|reminds?|reminded|call(?:s|ed)|declare[sd]?|warn(?:s|ed)|note[sd]|argue[sd]|state[sd]|repl(?:y|ies|ied)|answer(?:s|ed)"
    r"|observe[sd]|proclaim(?:s|ed)|describe[sd]|add(?:s|ed)|insist(?:s|ed)|promise[sd]|explain(?:s|ed)|announce[sd]"
    r"|tweet(?:s|ed)|urge[sd]|remark(?:s|ed)|conclude[sd]|continue[sd]|teach(?:es)?|taught|pledge[sd]|vow(?:s|ed)"
    r"|sagen|sagte|sagt|sagten|gesagt|schrieb|geschrieben|erklärte|erklärt|betonte|meinte|formulierte|fragte|antwortete|rief"
    r"|dit|disait|disaient|écrit|écrivait|déclaré|déclarait|répondu|répondait|rappelait|proclamait|affirmait|lançait)\b"
)
# "and I quote": says that the words are somebody's, not whose.
_ANNOUNCED = re.compile(
    r"[,;—–-]*\s*(?:(?:and|und|et)\s+)?(?:(?:I(?:[’']ll|[’']m| will| am| want to)?|let me|can I|if I (?:may|can|could)"
    r"|ich|je)\s+)?(?:directly\s+)?(?:quot(?:e|ing)|zitiere|cite)\b(?:\s+(?:him|her|them|it|here|directly|this))*\s*[,:;—–-]*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[—–]\s[^—–]{1,60}\s[—–]")  # "Kennedy — I love this — said"
_PRONOUN = re.compile(
    r"\b(?:I|[Ii]ch|[Jj]e|[Yy]ou|[Ss]ie|[Vv]ous|[Hh]e|[Ss]he|[Ee]r|[Ii]l|[Ee]lle|[Tt]hey|[Ww]e|[Ww]ir|[Nn]ous|[Ii]ls|[Ii]t)\b"
    r"|\b[Jj][’']"
)
_OWN = frozenset({"i", "ich", "je", "j"})
_ADDRESSED = frozenset({"you", "vous"})
_THIRD = frozenset({"he", "she", "er", "il", "elle"})
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'‑-]*\.?"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|de|von|van|der|den|bin|al|du|la)\s+)*{_CAPITAL})*")
# "the President", "our Chancellor": a title that stands for one person.
_OFFICE = re.compile(
    r"\b(?:the|der|die|le|la)\s+(?:\w+\s+)?(?:(?:vice |prime )?(?:president|minister)|secretary|chancellor|pope|king"
    r"|queen|governor|präsident(?:in)?|kanzler(?:in)?|bundeskanzler(?:in)?|président(?:e)?|premier ministre)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^\s*(?:(?:der|die|das|le|la|l[’']|the|einst|einmal|un jour)\s*)*", re.IGNORECASE)
_PERSON_PHRASE = re.compile(
    r"\b(?:my|our|his|her|their|your|the|an?|one|some|another|mein|meine|unser|ein|eine|der|die|mon|ma|un|une)\s+"
    r"[\w’'-]+(?:\s+[\w’'-]+){0,2}$",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:in the words of|(?:line|quote|words?|letter|poem|phrase)s? (?:from|by|of)|mit den Worten)\b", re.I
)
_FILLING = re.compile(
    r"(?:[\s,]|\b(?:has|have|had|once|also|just|then|always|often|recently|famously|rightly|today|yesterday|himself|herself"
    r"|used to|pflegte zu|would|hat|a|ha|wie|so|it|already|again|first|used)\b)*$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    """and as but the in when so or for then like because you i it we he she they this that these those if there what
    who now well yes no look here today yesterday let my our his her their to at on by with from after before since
    while und wie als der die das ich es wir er sie in am im et comme le la les je il elle nous on""".split()
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|am|got|wurde[n]?|worden|été)\s+(?:\w+ly\s+|just\s+|also\s+)?$", re.IGNORECASE
)
# Who may be anybody the article names: "my colleague told me", beside titles ("the minister").
_TIES = re.compile(
    r"\b(?:colleagues?|counterpart|boss|chief|predecessor|successor|kolleg(?:e|in)|vorgänger(?:in)?|nachfolger(?:in)?"
    r"|collègue|homologue|prédécesseur|successeur)$",
    re.IGNORECASE,
)
_PRONOUN_GENDERS = {"he": "m", "er": "m", "il": "m", "she": "f", "elle": "f"}
_REACH = 400  # characters before the words in which a pronoun's person is looked for


@dataclass(frozen=True, slots=True)
class Sayer:
    """Whose words a turn says they are: as printed, and the person where the name is known."""

    printed: str
    person: Speaker | None = None
    own: bool = False  # "I said"
    addressed: bool = False  # "you said"


@dataclass(frozen=True, slots=True)
class Readers:
    """What names are read with: the known people, the record's day, who else speaks in it, whose president is meant."""

    people: People
    day: date | None
    fellows: Sequence[str] = ()
    home: str | None = None  # country code
    lang: str = "en"


def is_open(sayer: Sayer, people: People) -> bool:
    """Return whether words are given to one person whom a turn does not name: "he", "the minister", "my colleague"."""
    if sayer.person is not None or sayer.own or sayer.addressed:
        return False
    read = people.read(sayer.printed)
    return is_pronoun(sayer) or (bool(read.titles) and not read.name) or bool(_TIES.search(sayer.printed))


def is_pronoun(sayer: Sayer) -> bool:
    """Return whether a turn says no more of a sayer than "he" or "she"."""
    return sayer.person is None and sayer.printed.lower() in _THIRD


def gender_told(sayer: Sayer) -> str | None:
    """Return the gender, "m" or "f", that a pronoun gives a sayer."""
    return _PRONOUN_GENDERS.get(sayer.printed.lower())


def people_named(text: str, readers: Readers) -> tuple[Sayer, ...]:
    """Return whom the end of *text* names, the last first: whose words "he said" gives in the answer to a question."""
    found = reversed(list(_NAME.finditer(text[-_REACH:])))
    named = (_named(one.group(), readers, known=False) for one in found)
    return tuple(sayer for sayer in named if sayer is not None)


def sayer_before(text: str, readers: Readers, *, marked: bool) -> Sayer | None:
    """Return who *text*, which ends where somebody's words begin, says they are of; None where it names nobody.

    With *marked* words a name right before them will do, or one that leads to them ("A line from John
    Milton: “…"); without marks a word of saying must stand there.
    """
    sentence = before_cut(text)
    if not sentence and marked and text.rstrip().endswith((":", ".")):
        places = sentences_of(text.rstrip())
        last = places[-1].cut(text).strip() if places else ""
        sentence = last if _SAID.search(last) or _LED_BY.search(last) else ""
    announced = _ANNOUNCED.search(sentence)
    sentence = _ASIDE.sub(" ", _ANNOUNCED.sub(" ", sentence))
    earlier = text[-_REACH:]
    if said := _last(_SAID, sentence):
        return _subject(sentence[: said.start()], sentence[said.end() :], earlier, readers)
    if not marked and not announced:
        return None
    if led := _LED_BY.search(sentence):
        return _last_name(sentence[led.end() :], readers, known=False)
    found = _last_name(sentence, readers, known=True)
    if found is not None and (announced or sentence.rstrip(" ,:—–-").endswith(found.printed)):
        return found
    return _nearest(earlier, readers) if announced else None


def sayer_after(text: str, readers: Readers) -> Sayer | None:
    """Return who *text*, which begins where somebody's words end, says they were of: "…,” as Lincoln put it"."""
    head = re.split(r"[.!?;\n]", text.lstrip(' ,”"“’»'), maxsplit=1)[0][:120]
    said = _SAID.search(head)
    joined = text.lstrip().startswith((",", "—", "–", "-")) or head[:1].islower()
    if not said or not joined:
        return None
    before, after = head[: said.start()], head[said.end() :]
    if before.strip():
        return _subject(before, after, "", readers) if len(before.split()) <= 8 else None
    found = _NAME.match(after.lstrip())
    return _named(found.group(), readers, known=False) if found else None


def _subject(before: str, after: str, earlier: str, readers: Readers) -> Sayer | None:
    """Return the subject of a word of saying: nearest before it, else right after it ("sagte Reagan")."""
    if _PASSIVE.search(before):
        return None
    region = _FILLING.sub("", before)
    name = _last_name(region, readers, known=False)
    at = region.rfind(name.printed) if name else -1
    pronoun = _last(_PRONOUN, region)
    if pronoun and pronoun.start() > at:
        return _of_pronoun(pronoun.group().rstrip("’'"), earlier, readers)
    office = _last(_OFFICE, region)
    if office and office.end() == len(region) and office.start() > at:
        found = resolve(office.group(), readers.day, readers.people, readers.fellows, readers.home)
        return Sayer(office.group(), found if found and found.id else None)
    if name and (name.person or region.endswith(name.printed)):
        return name
    inverted = _NAME.match(_ARTICLE.sub("", after))
    if inverted and (sayer := _named(inverted.group(), readers, known=False)):
        return sayer
    phrase = _PERSON_PHRASE.search(region)
    return Sayer(phrase.group()) if phrase else None


def _of_pronoun(word: str, earlier: str, readers: Readers) -> Sayer:
    lower = word.lower()
    if lower in _OWN:
        return Sayer(word, own=True)
    if lower in _ADDRESSED or word == "Sie":
        return Sayer(word, addressed=True)
    if lower in _THIRD and (found := _nearest(earlier, readers)):
        return found
    return Sayer(word)


def _nearest(text: str, readers: Readers) -> Sayer | None:
    """Return the person whom the last capitalised words name; None where these are not somebody known."""
    for found in reversed(list(_NAME.finditer(text))):
        if found.group().split()[0].lower() in _NO_NAMES and " " not in found.group():
            continue
        return _named(found.group(), readers, known=True)
    return None


def _last_name(text: str, readers: Readers, *, known: bool) -> Sayer | None:
    """Return the last name in *text*; with *known* only one that the people file resolves."""
    for found in reversed(list(_NAME.finditer(text))):
        at_end = found.end() == len(text.rstrip(" ,:—–-"))
        sayer = _named(found.group(), readers, known=known or not at_end)
        if sayer is not None:
            return sayer
    return None


def _named(printed: str, readers: Readers, *, known: bool) -> Sayer | None:
    """Return the person or body that capitalised words name, small words at their head left off."""
    words = printed.rstrip(".").split()
    while words and re.split("[’']", words[0])[0].lower() in _NO_NAMES:
        words.pop(0)
    name = re.sub(r"[’']s$", "", " ".join(words))
    if not name or name.lower() in _NO_NAMES:
        return None
    speaker = resolve(name, readers.day, readers.people, readers.fellows)
    if speaker is None:
        return None
    if speaker.id is None and len(speaker.alternatives) == 1:
        person = readers.people.by_id(speaker.alternatives[0])
        speaker = Speaker(person.name, person.id) if person else speaker
    certain = speaker.id is not None
    # German prints every noun with a capital.
    if (known or readers.lang == "de") and not certain:
        return None
    return Sayer(name, speaker if certain or speaker.kind is not SpeakerKind.UNKNOWN else None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)
