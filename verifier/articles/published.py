"""The publication date of an article, with where it was found.

Given > JSON-LD > meta elements > visible > address. Where they disagree the better origin is
believed, but for two others that agree on an earlier day: systems that print the day of a change as
that of publication are common. A day is the outlet's own: a time told in UTC gives way to a visible
day or an address's that it can be in the outlet's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from verifier.articles import stamps
from verifier.articles.datelines import days_of_head, days_of_line
from verifier.articles.days import Stamp, day_of_address, written_days

__all__ = ["Published", "day_of_address", "published_of", "written_days"]

_FIRST_NEWSPAPER = date(1600, 1, 1)
_ORIGINS = ("json-ld", "meta", "visible", "url")  # the better first


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date with its origin; both None where the article does not say."""

    day: date | None = None
    origin: str | None = None  # given, json-ld, meta, visible, url
    flags: tuple[str, ...] = ()
    claims: tuple[tuple[str, date], ...] = ()  # every origin's own day, the better origin first


def _visible(shown: HtmlElement | None, head: Sequence[str], text: str, lang: str | None) -> Iterator[Stamp]:
    """Yield the days that readers see: time elements, date lines near the headline, elements named for a date."""
    if shown is not None:
        yield from stamps.from_times(shown, lang)
    for line in head:
        yield from map(Stamp, days_of_line(line, lang))
    yield from map(Stamp, days_of_head(text, lang))
    if shown is not None:
        yield from stamps.from_named(shown, lang)


def _believable(found: Iterable[Stamp], today: date | None) -> tuple[list[Stamp], bool]:
    """Return the stamps from the first newspaper to *today*, and whether one lies after it."""
    old_enough = [stamp for stamp in found if stamp.day >= _FIRST_NEWSPAPER]
    believed = [stamp for stamp in old_enough if today is None or stamp.day <= today]
    return believed, len(believed) < len(old_enough)


def _in_own_zone(chosen: Stamp, held: dict[str, list[Stamp]]) -> date:
    """Return the day of a stamp in the outlet's zone, told by the address or by a day that readers see.

    The address first: beside its own a page shows other days, its last change's among them.
    """
    told = [stamp.day for name in ("url", "visible") for stamp in held.get(name, ()) if stamp.utc_hour is None]
    possible = [day for day in told if chosen.may_be(day)]
    if "url" not in held and chosen.day in possible:
        return chosen.day
    return next(iter(possible), chosen.day)


def _flag_of(chosen: str, day: date, firsts: dict[str, date], *, agreed: bool) -> str:
    """Return which day was chosen, why, and what the other origins say."""
    why = "two_origins_agree" if agreed else "the_better_origin"
    others = "_or_".join(f"{other}_by_{name}" for name, other in firsts.items() if abs((other - day).days) > 1)
    return f"published_{day}_by_{chosen}_{why}_not_{others}"


def _decide(held: dict[str, list[Stamp]]) -> Published:
    """Return the publication date of the days that each origin holds, the better origin first."""
    firsts = {name: _in_own_zone(found[0], held) for name, found in held.items()}
    chosen = next(iter(firsts))
    # What readers see may hold other days beside its own.
    if any(abs((stamp.day - firsts[chosen]).days) <= 1 for stamp in held.get("visible", ())):
        firsts["visible"] = firsts[chosen] if chosen != "visible" else firsts["visible"]
    backed = sum(abs((day - firsts[chosen]).days) <= 1 for day in firsts.values()) > 1
    earlier = [(name, day) for name, day in firsts.items() if not backed and (firsts[chosen] - day).days > 1]
    agreed = next(
        (name for name, day in earlier for other, same in earlier if other != name and abs((same - day).days) <= 1),
        None,
    )
    chosen = agreed or chosen
    day = firsts[chosen]
    disagree = any(abs((other - day).days) > 1 for other in firsts.values())
    flags = ("published_conflict", _flag_of(chosen, day, firsts, agreed=agreed is not None)) if disagree else ()
    if day != held[chosen][0].day:
        flags = (*flags, "published_day_in_outlet_zone")
    return Published(day, chosen, flags, tuple(firsts.items()))


def published_of(
    tree: HtmlElement | None,
    text: str,
    url: str | None,
    *,
    given: date | None = None,
    today: date | None = None,
    shown: HtmlElement | None = None,
    head: Sequence[str] = (),
    lang: str | None = None,
) -> Published:
    """Return when an article was published and where that was found.

    *shown* is the tree without hidden parts, *head* the visible lines around the headline, *lang* the
    article's language, in which figures are read. A day after *today* is not believed. Where origins
    differ by over a day ``published_conflict`` is flagged, and a second flag says what was chosen and why.
    """
    if given is not None:
        return Published(given, "given", claims=(("given", given),))
    seen = tree if shown is None else shown
    found: dict[str, Iterable[Stamp]] = {
        "json-ld": () if tree is None else stamps.from_linked_data(tree),
        "meta": () if tree is None else stamps.from_meta(tree, lang),
        "visible": _visible(seen, head, text, lang),
        "url": () if (day := day_of_address(url)) is None else (Stamp(day),),
    }
    believed = {name: _believable(found[name], today) for name in _ORIGINS}
    future = ("published_in_future",) if any(late for _, late in believed.values()) else ()
    held = {name: days for name, (days, _) in believed.items() if days}
    if not held:
        return Published(flags=future)
    decided = _decide(held)
    return Published(decided.day, decided.origin, (*future, *decided.flags), decided.claims)
