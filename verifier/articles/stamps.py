"""What a page says of its publication: in JSON-LD, in meta elements and their kin, and where readers see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from verifier.articles.boxes import is_box, may_be_box
from verifier.articles.datelines import LATER, days_of_line
from verifier.articles.days import Stamp, machine_stamp
from verifier.articles.metadata import linked_data, meta_values
from verifier.articles.tree import names_of

# Names that tell of publication, the surest first; of change, and of the page's making, none.
_META = (
    "article:published_time og:article:published_time og:published_time og:pubdate article:published article.published"
    " datepublished published published_time published-date published_at publication_date publication-date"
    " publicationdate publish_date publish-date publishdate pub_date pubdate bt:pubdate rbpubdate vr:published_time"
    " article_date_original article.pubdate article:publicationdate originalpublicationdate dateposted parsely-pub-date"
    " sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime shareaholic:article_published_time"
    " citation_publication_date citation_online_date prism.publicationdate analyticsattributes.articledate"
    " dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created dc.created dc.date dcterms.date"
    " last-published article:post_date date"
).split()
_PUBLISHED = re.compile(
    r"(?:.*-)?(?:publish(?:ed)?|publi|pubdate|posted|dt-published|date-?published|entry-date)(?:-.*)?"
)
_DATED = re.compile(
    r"(?:.*-)?(?:date|datum|datetime|publish\w*|posted|byline|timestamp|time|meta|dateline|publie|veroeffentlicht|info)(?:-.*)?"
)
_LATER_NAME = re.compile(r"updat|modif|edited|revis|aktualis|actualis|maj(?:-|$)|last-")
_LEVELS = 12  # elements around a date that may put it in a box
_SMALL = 200  # characters of an element that names a date


def from_linked_data(tree: HtmlElement) -> Iterator[Stamp]:
    """Yield the publication days that the page's JSON-LD gives; never those of a change."""
    for thing in linked_data(tree):
        if stamp := machine_stamp(thing.get("datePublished")):
            yield stamp


def from_meta(tree: HtmlElement, lang: str | None) -> Iterator[Stamp]:
    """Yield the publication days of meta elements, and of elements that microdata, RDFa or microformats mark so."""
    for value in meta_values(tree, *_META):
        if stamp := machine_stamp(value, lang):
            yield stamp
    for element in tree.iter("time", "span", "abbr", "p", "div", "meta", "data"):
        marked = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
        format_marked = element.tag in {"abbr", "time"} and not {"published", "dt-published"}.isdisjoint(
            (element.get("class") or "").lower().split()
        )
        if ("datepublished" in marked or format_marked) and not _is_aside(element):
            given = element.get("datetime") or element.get("content") or element.get("title")
            if stamp := machine_stamp(given, lang):
                yield stamp


def _is_aside(element: HtmlElement) -> bool:
    """Return whether an element stands in a box, where days are other articles'."""
    around: HtmlElement | None = element
    for _ in range(_LEVELS):
        if around is None or around.tag in {"main", "body"}:
            return False
        # A card or footer may hold the article's own date line; a list of other articles does not.
        if around.tag in {"aside", "nav"} or is_box(around) or (around is not element and _is_card(around)):
            return True
        around = around.getparent()
    return False


def _is_card(element: HtmlElement) -> bool:
    """Return whether an element is one of several alike, as the entries of a list of articles are."""
    parent = element.getparent()
    if parent is None or element.tag not in {"li", "article"}:
        return False
    return sum(1 for other in parent.iterchildren(element.tag)) > 2 or may_be_box(element)


def _told_later(element: HtmlElement, words: str) -> bool:
    """Return whether an element's names or words say that its day is that of a change."""
    names = [*names_of(element), (element.get("itemprop") or "").lower()]
    return any(_LATER_NAME.search(name) for name in names) or LATER.search(words) is not None


def from_times(shown: HtmlElement, lang: str | None) -> Iterator[Stamp]:
    """Yield the days of visible time elements, those named for publication first."""
    plain = []
    for element in shown.iter("time"):
        words = element.text_content()[:80]
        before = element.getprevious()
        led = (element.getparent().text or "") if before is None else (before.tail or "") + (before.text or "")
        if _told_later(element, words) or LATER.search(led[-30:]) or _is_aside(element):
            continue
        if stamp := machine_stamp(element.get("datetime") or words, lang):
            named = element.get("pubdate") is not None or any(map(_PUBLISHED.fullmatch, names_of(element)))
            if named:
                yield stamp
            else:
                plain.append(stamp)
    yield from plain


def from_named(shown: HtmlElement, lang: str | None) -> Iterator[Stamp]:
    """Yield the days of small visible elements that are named for a date or byline."""
    for element in shown.iter("span", "p", "div", "li", "small", "dd", "td", "em", "i", "b"):
        names = names_of(element)
        if any(map(_DATED.fullmatch, names)) and not any(map(_LATER_NAME.search, names)):
            words = element.text_content()
            if len(words) <= _SMALL and not _is_aside(element):
                yield from map(Stamp, days_of_line(" ".join(words.split()), lang))
