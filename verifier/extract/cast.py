"""The people an article names: their full names, where each is mentioned, and evidence of their gender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verifier.extract.paragraphs import paragraphs_of
from verifier.model.text import Span
from verifier.speakers.demonyms import places
from verifier.speakers.names import fold_word
from verifier.speakers.organisations import names_of_organisations
from verifier.speakers.titles import honorifics, titles

_PARTICLE = r"(?:de|del|de la|della|di|da|dos|van|van der|van den|von|von der|zu|bin|ibn|al|el|ben|ter|le|la)"
_PART = (
    r"(?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Maj|Capt|Adm|Prof|Hon|Amb)\."
    r"|[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'-][^\W\d_]+)*|[^\W\d_a-zß-öø-ÿ]\.)"
)
_NAME = re.compile(rf"(?<![\w’'-]){_PART}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_PART}){{0,7}}(?![\w])")
_PARTICLES = frozenset("le la de du des van von der".split())
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT_PERSONAL = frozenset(
    """house department ministry university college council committee party street times post news press court
    congress senate union states kingdom foundation institute center centre association group bank street
    journal hill city county school church airport hotel tower square park club forum agency office service
    services force forces army navy police commission parliament assembly government administration campaign
    convention conference act bill law plan deal treaty agreement accord war day week month year january
    february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday company corporation inc corp ltd llc media network radio television tv
    magazine daily weekly herald tribune guardian independent republic democrats republicans democrat
    republican democratic american british english french german russian islamic state north south east west
    new air force one white black internet twitter facebook youtube google world national international
    federal united nations angaben ansicht worten aussage montag dienstag mittwoch donnerstag freitag
    samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche security general board fund trust
    society league alliance movement front coalition summit games cup olympics award prize series show live
    today tonight monday morning monitor breakfast dinner luncheon lunch gala caucus primary""".split()
)
_STARTERS = frozenset(
    """the a an in on at by for from with after before during while when if but and or so as although though
    since despite according his her its their our my this that these those he she it they we i you who what
    where why how there here last next then now today yesterday tomorrow later earlier meanwhile however
    moreover also asked both one two three many some most all each every no not yes even still just only
    speaking addressing citing former late sir dame longtime senior deputy acting new der die das ein eine
    im am nach laut seit vor bei mit für gegen auf über unter aus wie doch aber und auch zu als wenn le la
    les un une des du dans selon avec pour après avant depuis mais ce cette ces il elle au aux par sur""".split()
)
_EVIDENCE = 2  # a single pronoun may be somebody else's
_HEADING = 200  # characters that show whether a paragraph is a headline
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_MALE = frozenset("spokesman congressman chairman businessman actor king prince father husband son brother mr".split())
_FEMALE = frozenset(
    """spokeswoman congresswoman chairwoman businesswoman actress queen princess mother wife daughter sister
    mrs ms""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names a person: the words without titles, and the title words before them."""

    span: Span
    name: str
    title: str = ""

    @property
    def family(self) -> str:
        """The folded last word of the name."""
        return fold_word(self.name.split()[-1])


@dataclass(slots=True)
class Cast:
    """The mentions of persons in the order of the text, and what is known of each full name."""

    mentions: list[Mention]
    names: tuple[str, ...]  # full names, first mentioned first
    genders: dict[str, Counter[str]] = field(default_factory=dict)  # by folded family name
    starts: list[int] = field(default_factory=list)
    families: dict[str, list[str]] = field(default_factory=dict)  # full names by folded family name
    words: frozenset[str] = frozenset()  # the names and surnames of all persons

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in the given range of the article."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def full_name(self, name: str) -> str | None:
        """Return the full name that the article gives to a surname; None where none or two fit."""
        fitting = self.families.get(fold_word(name.split()[-1]), []) if name.split() else []
        return fitting[0] if len(fitting) == 1 else None

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" where honorifics, role words or pronouns around the name agree by two to one."""
        counted = self.genders.get(fold_word(name.split()[-1])) if name.split() else None
        if not counted:
            return None
        (best, count), *rest = counted.most_common()
        clear = not rest or count >= 2 * rest[0][1]
        return best if clear and count >= _EVIDENCE else None


def _title_at(words: Sequence[str], at: int) -> tuple[int, bool]:
    """Return how many words at *at* name no person, and whether they are a title that leads to one."""
    word = words[at]
    for length in (5, 4, 3, 2, 1):
        phrase = " ".join(words[at : at + length])
        if at + length <= len(words) and (phrase in titles() or phrase in names_of_organisations()):
            return length, phrase in titles()
    if word in honorifics() or word in _STANDING:
        return 1, True
    return (1, False) if word in _STARTERS or word in places() else (0, False)


_STANDING = frozenset("republican democratic democrat gop vice sen rep gov secretary general nominee candidate".split())


def _personal(words: Sequence[str]) -> bool:
    """Return whether the words can be a person's name."""
    folded = [fold_word(word) for word in words]
    phrase = " ".join(folded)
    if not 1 <= len(words) <= 5 or phrase in places() or phrase in names_of_organisations() or phrase in titles():
        return False
    if any(word in _NOT_PERSONAL for word in folded) or words[-1].lower() in _STARTERS:
        return False
    return len(words[-1]) > (2 if len(words) == 1 else 1) and not words[-1].isupper()


def _mentions(text: str, start: int, end: int) -> list[Mention]:
    """Return the persons named in a run of capitalised words: "John Kirby Ukrainian President Volodymyr Zelensky"."""
    found = [(word.group(), start + word.start()) for word in re.finditer(r"\S+", text[start:end])]
    printed = [_POSSESSIVE.sub("", word) for word, _ in found]
    folded = [fold_word(word) for word in printed]
    mentions: list[Mention] = []
    title: list[str] = []
    at = 0
    while at < len(found):
        length, leads = _title_at(folded, at) if printed[at][0].isupper() else (0, False)
        if length:
            title = [*title, *printed[at : at + length]] if leads else []
            at += length
            continue
        last = at
        while last < len(found) and not (last > at and _breaks_name(printed, folded, last)):
            last += 1
        if _personal(printed[at:last]):
            span = Span(found[at][1], found[last - 1][1] + len(printed[last - 1]))
            mentions.append(Mention(span, span.cut(text), " ".join(title)))
        title, at = [], last
    return mentions


def _breaks_name(printed: Sequence[str], folded: Sequence[str], at: int) -> bool:
    """Return whether a capitalised word begins another phrase: a title does, "Le" of "Yannick Le Dû" does not."""
    accented = folded[at] in _STARTERS and printed[at].lower() not in _STARTERS  # "Dû" is not "du"
    particle = (folded[at] in _PARTICLES and at + 1 < len(folded)) or accented
    return printed[at][0].isupper() and not particle and bool(_title_at(folded, at)[0])


def _known_family(mention: Mention, families: frozenset[str]) -> bool:
    """Return whether a single word is a surname that the article, or an honorific, shows to be one."""
    return " " in mention.name or mention.family in families or bool(mention.title)


def _evidence(text: str, mention: Mention, following: int) -> Counter[str]:
    """Return the words around one mention that tell a gender: "Mr." before it, pronouns up to the next name."""
    found: Counter[str] = Counter()
    for word in mention.title.split():
        gender = honorifics().get(fold_word(word))
        if gender or fold_word(word) in _MALE | _FEMALE:
            found[gender or ("m" if fold_word(word) in _MALE else "f")] += 3
    before = _WORD.findall(text[max(0, mention.span.start - 40) : mention.span.start])[-3:]
    found["m"] += 2 * any(word in _MALE for word in before)
    found["f"] += 2 * any(word in _FEMALE for word in before)
    stop = re.search(r"[.!?“\"\n]", text[mention.span.end : following])
    reach = text[mention.span.end : mention.span.end + stop.start() if stop else following]
    words = {word.lower() for word in _WORD.findall(reach[:160])}
    found["m"] += bool(words & _HE)
    found["f"] += bool(words & _SHE)
    return +found


def _is_heading(paragraph: str) -> bool:
    """Return whether a paragraph is printed in capitals word by word, as headlines are."""
    words = _WORD.findall(paragraph[:_HEADING])
    few = 7 if paragraph[-1:] in ".!?:" else 3  # a short sentence may be all names
    return len(words) > few and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words outside headlines."""
    for paragraph in paragraphs_of(text):
        if not _is_heading(paragraph.cut(text)):
            yield from _NAME.finditer(text, paragraph.start, paragraph.end)


def cast_of(text: str, quoted: Sequence[Span] = (), spoken: frozenset[str] = frozenset()) -> Cast:
    """Return the people that *text* names, mentions inside the quoted ranges left out.

    A single capitalised word counts where it is the surname of a full name of the article, carries a
    title, or is one of the folded words in *spoken*: names of those who are said to speak.
    """
    read = [mention for found in _runs(text) for mention in _mentions(text, found.start(), found.end())]
    full = [mention for mention in read if " " in mention.name]
    names = tuple(dict.fromkeys(mention.name for mention in full))
    families = frozenset(mention.family for mention in full) | spoken
    ends = [span.end for span in quoted]
    kept = [m for m in read if _known_family(m, families) and not _inside(m.span, quoted, ends)]
    genders: dict[str, Counter[str]] = {}
    for number, mention in enumerate(kept):
        following = kept[number + 1].span.start if number + 1 < len(kept) else len(text)
        genders.setdefault(mention.family, Counter()).update(_evidence(text, mention, following))
    by_family: dict[str, list[str]] = {}
    for name in names:
        by_family.setdefault(fold_word(name.split()[-1]), []).append(name)
    words = frozenset(word for name in names for word in (name, name.split()[-1]))
    return Cast(kept, names, genders, [mention.span.start for mention in kept], by_family, words)


def _inside(span: Span, quoted: Sequence[Span], ends: Sequence[int]) -> bool:
    place = bisect_left(ends, span.end)
    return place < len(quoted) and quoted[place].start <= span.start
