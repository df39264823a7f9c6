"""An article from the bytes of a file or web page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from verifier.articles import identity
from verifier.articles.decode import clean, decode, repair
from verifier.articles.language import language_of
from verifier.articles.metadata import declared_addresses, linked_data, meta_values
from verifier.articles.published import published_of
from verifier.articles.sniff import Kind, kind_of
from verifier.articles.standing import expect_article, expect_text
from verifier.errors import ReadError
from verifier.model.article import Article
from verifier.model.page import Page

_ADVICE = {
    Kind.PDF: "an article is read from text or HTML; save its text",
    Kind.WORD: "an article is read from text or HTML; save it as text",
    Kind.FEED: "name it under [articles] feeds, or give the address of one article",
    Kind.GZIP: "unpack it first",
    Kind.ZIP: "unpack it first",
}
# Marks that a page shows as "&ldquo;", because what wrote it escaped them twice.
_ESCAPED_TWICE = re.compile(
    r"&amp;((?:[lrbs]d?quo|[lr]aquo|quot|apos|nbsp|[nm]dash|hellip|#0?39|#8[12]\d\d|#x20[12][0-9a-f]));", re.IGNORECASE
)
_TITLE_LENGTH = 200  # characters; a longer first line is a paragraph


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is known of an article after its text was found."""

    text: str
    title: str | None
    address: str | None
    outlet: str | None
    lang: str | None
    published: date | None
    origin: str | None
    flags: tuple[str, ...]


def subject_of(page: Page) -> str:
    """Return by what name a page is spoken of: its file name, or the address it came from."""
    return page.name or page.final_url or page.url or "standard input"


def _expect_readable(page: Page) -> Kind:
    """Return the kind of a page that may hold an article; ReadError for any other."""
    if page.outcome != "ok":
        raise ReadError(f"it was not retrieved whole: {page.outcome}", outcome=page.outcome)
    kind = kind_of(page.body, declared=f"{page.content_type or ''} {page.name or ''}")
    if kind is Kind.EMPTY:
        raise ReadError("it is empty", outcome="empty")
    if kind not in {Kind.TEXT, Kind.HTML, Kind.WEBVTT}:
        advice = _ADVICE.get(kind, "an article is read from text or HTML")
        raise ReadError(f"it is {kind.value}, not an article: {advice}", outcome="wrong_type")
    return Kind.HTML if kind is Kind.HTML else Kind.TEXT


def _read_text(page: Page, given: date | None, today: date | None, lang: str | None) -> _Draft:
    """Return the article of a plain text, which stands as it is."""
    decoded = decode(page.body, page.content_type)
    expect_text(decoded.text)
    first, _, rest = decoded.text.strip().partition("\n")
    title = first.strip() if len(first) <= _TITLE_LENGTH and rest.strip() else None
    url = page.final_url or page.url
    when = published_of(None, decoded.text, url, given=given, today=today, lang=lang or language_of(decoded.text)[0])
    address = identity.address_of(None, url)
    outlet = identity.host_of(address)
    return _Draft(decoded.text, title, address, outlet, None, when.day, when.origin, (*decoded.flags, *when.flags))


def _is_no(value: object) -> bool:
    """Return whether a JSON value denies, as a boolean or as the word that some pages print for one."""
    return str(value).casefold() == str(False).casefold()


def _read_html(page: Page, given: date | None, today: date | None, lang: str | None) -> _Draft:
    """Return the article of an HTML page: what a reader sees of it, without the page around it."""
    from verifier.articles.html import extract

    decoded = decode(page.body, page.content_type)
    page_text = _ESCAPED_TWICE.sub(r"&\1;", decoded.text)
    unescaped = ("references_unescaped",) if page_text != decoded.text else ()
    found = extract(page_text)
    expect_article(found.title, found.text, found.visible)
    address = identity.address_among(declared_addresses(found.tree), page.final_url or page.url)
    outlet = next(meta_values(found.tree, "og:site_name"), None) or identity.host_of(address)
    declared = found.tree.get("lang") or next(meta_values(found.tree, "og:locale"), None)
    when = published_of(
        found.tree,
        found.text,
        address,
        given=given,
        today=today,
        shown=found.shown,
        head=found.head,
        lang=lang or language_of(found.text, declared)[0],
    )
    # The parser turns character references such as &#0; and &acirc;&euro;&trade; into the characters themselves.
    text, repaired = repair(found.text)
    text, cleaned = clean(text)
    title = clean(repair(found.title)[0])[0] if found.title else None
    walled = any(_is_no(thing.get("isAccessibleForFree")) for thing in linked_data(found.tree))
    flags = (
        *decoded.flags,
        *unescaped,
        *repaired,
        *cleaned,
        *found.flags,
        *when.flags,
        *(("paywall",) if walled else ()),
    )
    return _Draft(text, title, address, outlet, declared, when.day, when.origin, flags)


def _read(page: Page, published: date | None, lang: str | None, today: date | None) -> Article:
    """Return the article of *page*."""
    kind = _expect_readable(page)
    draft = (_read_html if kind is Kind.HTML else _read_text)(page, published, today, lang)
    code, doubts = (lang, ()) if lang else language_of(draft.text, draft.lang)
    return Article(
        id=draft.address or page.sha256,
        url=draft.address,
        title=draft.title,
        text=draft.text,
        published=draft.published,
        published_origin=draft.origin,
        lang=code,
        sha256=page.sha256,
        outlet=draft.outlet,
        flags=tuple(dict.fromkeys((*draft.flags, *doubts))),
    )


def read_article(
    page: Page, *, published: date | None = None, lang: str | None = None, today: date | None = None
) -> Article:
    """Return the article that *page* holds, its text as published: spans of statements point into it.

    Plain text stands as it is, newlines as one line feed; of HTML the paragraphs are taken, joined by
    an empty line. *published* and *lang* are believed before what the page says; a date after *today*
    is not believed. The id is the canonical address, or the SHA-256 of the bytes.

    Raises ReadError, with an outcome and the page's name as subject, for what is no article: ``empty``,
    ``wrong_type`` (PDF, archive, image), ``wall``, ``soft_404``, ``undecodable``, ``parse_failed``.
    """
    try:
        return _read(page, published, lang, today)
    except ReadError as error:
        error.subject = subject_of(page)
        raise
