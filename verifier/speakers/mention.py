"""A mention taken apart: whose name it holds, with which titles, of which country or body.

"Germany's defence minister Boris Pistorius" names Boris Pistorius; "Putin's spokesman" and "an adviser
to Zelensky" name nobody; "the White House" is an organisation; "a senior official" is nobody we know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from verifier.speakers.demonyms import Place
from verifier.speakers.mention_words import Item, Kind, items_of
from verifier.speakers.organisations import belongs_to
from verifier.speakers.titles import Title

_SEGMENTS = re.compile(r"[,;()\[\]:]|\s[–—-]\s|[–—]")
_BODIES = frozenset({Kind.BODY, Kind.BODY_KIND})
_WHOLE_STATE = frozenset({"GOVERNMENT", "PRESIDENCY", "BODY"})
_CODE_LENGTH = 2
_GENERATION = re.compile(r",\s*(?=(?:Jr|Sr|II|III)\b)")


@dataclass(frozen=True, slots=True)
class Mention:
    """What a mention says. All texts are as printed, without possessive endings and articles."""

    name: str | None = None  # "Boris Pistorius"
    style: str = ""  # the titles and honorifics right before the name: "Mr.", "Germany's defence minister"
    titles: tuple[Title, ...] = ()  # of the person meant, not of whom they serve
    gender: str | None = None  # by title or honorific
    places: tuple[str, ...] = ()  # country codes and organisation keys that modify the title
    organisation: str | None = None  # the body that speaks
    former: bool = False
    definite: bool = True  # False for "a spokesman"
    served: bool = False  # the title is that of somebody's man: "Putin's spokesman"
    several: bool = False  # "Biden and Macron"


def read_mention(text: str, known: Callable[[str], bool]) -> Mention:
    """Return the first stretch between commas that names somebody, else the first that says anything.

    *known* tells whether words are a known person's full name.
    """
    readings = [
        _read(items_of(segment, known)) for segment in _SEGMENTS.split(_GENERATION.sub(" ", text)) if segment.strip()
    ]
    named = [reading for reading in readings if reading.name]
    telling = [reading for reading in readings if reading.titles or reading.organisation or reading.several]
    first = next(iter(named or telling or readings), Mention())
    if first.name and not first.titles:
        return _with_apposition(first, [reading for reading in readings if not reading.name])
    return first


def _with_apposition(named: Mention, others: list[Mention]) -> Mention:
    """Return the mention with the title printed after a comma: "John Kirby, the White House spokesman"."""
    titled = next((other for other in others if other.titles and not other.served), None)
    if titled is None:
        return named
    return Mention(
        named.name,
        named.style,
        titled.titles,
        named.gender or titled.gender,
        named.places + titled.places,
        former=titled.former,
        several=named.several,
    )


@dataclass(slots=True)
class _Reading:
    """What is known while the items are read from left to right."""

    head: Item | None = None
    titles: list[Title] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    body: bool = False  # an organisation was named
    complement: bool = False  # behind "of", "for": what follows is not the person meant
    served: bool = False
    nominal: bool = False
    former: bool = False
    several: bool = False
    indefinite: bool = False
    previous: Item | None = None

    def take(self, item: Item, last: bool) -> None:
        """Read one item; *last* says that nothing follows."""
        match item.kind:
            case Kind.NAME:
                self.take_name(item, last)
            case Kind.TITLE:
                self.take_title(item, last)
            case Kind.PLACE | Kind.BODY | Kind.BODY_KIND:
                self.take_place(item)
            case Kind.HONORIFIC:
                self.genders += [item.value] if isinstance(item.value, str) and not self.complement else []
            case Kind.OF:
                self.complement = bool(self.titles or self.nominal or self.head or self.body)
            case Kind.PORTFOLIO:
                self.complement = self.complement and not self.titles
            case Kind.NOMINAL:
                self.head, self.nominal = None, True
            case Kind.AND:
                self.several = self.several or (bool(self.head or self.titles) and not last)
            case Kind.INDEFINITE:
                self.indefinite = self.indefinite or self.previous is None
            case Kind.FORMER:
                self.former = True
            case Kind.PRONOUN:
                self.nominal = True
            case Kind.OTHER if last and self.head is not None and self.previous is self.head:
                self.head, self.nominal = None, True  # "Tesla shareholders"
        self.previous = item

    def take_name(self, item: Item, last: bool) -> None:
        """Read a name, which is the head unless it owns what follows or is whom the head serves."""
        if item.owner and not last:
            self.served = True
            self.titles.clear()
            self.genders.clear()
            self.places.clear()
        elif self.complement and not self.after_place():
            self.served = True
        elif self.definite_before() and not self.titles:
            self.body = True
        else:
            self.head, self.complement, self.served, self.nominal = item, False, False, False

    def take_title(self, item: Item, last: bool) -> None:
        """Read a title; after a name, or after another's title, it says who serves whom."""
        title = item.value
        assert isinstance(title, Title)
        if self.complement or (item.owner and not last):
            self.served = True
            return
        if self.previous is not None and self.previous is self.head:
            self.head, self.served = None, True
        self.titles.append(title)
        self.genders += [title.gender] if title.gender else []

    def take_place(self, item: Item) -> None:
        """Read a country or body: it modifies a title, or is itself what speaks."""
        if item.kind in _BODIES:
            self.body = True
            if self.previous is not None and self.previous is self.head:
                self.head = None  # "Biden administration"
        key = item.value.code if isinstance(item.value, Place) else str(item.value)
        if item.kind is Kind.BODY_KIND:
            if key in _WHOLE_STATE or not self.places or len(self.places[-1]) != _CODE_LENGTH:
                return  # "the government" says no more than its country, "the ministry" not even that
            key = f"{self.places[-1]}-{key}"
        # The State Department narrows "US" down, or its spokesman would be anybody's.
        self.places = [place for place in self.places if not belongs_to(key, place)] + [key]

    def after_place(self) -> bool:
        """Return whether a country or body stands right before."""
        return self.previous is not None and self.previous.kind in {Kind.PLACE, *_BODIES}

    def definite_before(self) -> bool:
        """Return whether "the" stands right before, which English puts before bodies, not before persons."""
        return (
            self.previous is not None and self.previous.kind is Kind.DEFINITE and self.previous.text.casefold() == "the"
        )


def _read(items: list[Item]) -> Mention:
    """Return what the items of one stretch say."""
    state = _Reading()
    for number, item in enumerate(items):
        state.take(item, number == len(items) - 1)
    return Mention(
        name=state.head.text if state.head else None,
        style=_style(state.head, items) if state.head else "",
        titles=tuple(state.titles),
        gender=state.genders[-1] if state.genders else None,
        places=tuple(state.places),
        organisation=_organisation(state, items),
        former=state.former,
        definite=not state.indefinite,
        served=state.served,
        several=state.several,
    )


def _style(head: Item, items: list[Item]) -> str:
    """Return the titles and honorifics printed right before the name."""
    before = items[: next(number for number, item in enumerate(items) if item is head)]
    first = len(before)
    while first and before[first - 1].kind in {Kind.TITLE, Kind.HONORIFIC}:
        first -= 1
    return " ".join(item.text for item in before[first:])


def _organisation(state: _Reading, items: list[Item]) -> str | None:
    """Return the words of the body that speaks, where no person is meant."""
    if state.head or state.titles or state.nominal or state.indefinite or not items:
        return None
    words = [item for item in items if item.kind is not Kind.DEFINITE]
    bodies = [item for item in words if item.kind in _BODIES or _land(item) or _named_body(item, items)]
    if not bodies or (bodies[-1] is not words[-1] and not any(item.kind is Kind.OF for item in words)):
        return None
    printed = " ".join(_owning(item) if item.owner and item is not words[-1] else item.text for item in words)
    return re.sub(r"\b([dl]) (?=\w)", r"\1'", printed)


def _owning(item: Item) -> str:
    return item.text + ("'" if item.text.endswith("s") and item.text.islower() else "'s")


def _land(item: Item) -> bool:
    return isinstance(item.value, Place) and item.value.form != "adjective"


def _named_body(item: Item, items: list[Item]) -> bool:
    before = items[items.index(item) - 1] if items.index(item) else None
    return item.kind is Kind.NAME and before is not None and before.kind is Kind.DEFINITE
