"""An article's address: the canonical URL by which it is known, and its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit, urlunsplit

_COPIES = (
    re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<secure>s/)?(?P<page>[^/]+/.*)"),
    re.compile(r"https?://[\w-]+\.cdn\.ampproject\.org/[cvwi]+/(?P<secure>s/)?(?P<page>[^/]+/.*)"),
    re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<page>https?://[^/]+/.*)"),
)
_TRACKED = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+)=")
_SHOWN_AS = re.compile(
    r"(?:amp(?:=(?:1|true)?)?|outputType=amp|output=amp|(?:print|printable|printview|page_print)(?:=(?:1|true|yes)?)?"
    r"|(?:view|mode|format|output)=print(?:able)?)",
    re.IGNORECASE,
)
_SHOWN_AS_PATH = re.compile(
    r"(?:(?<=[^/])/(?:amp|print)/?|(?<=[^/])\.amp(?=\.html?$))$|\.amp(?=(?:\.html?)?$)", re.IGNORECASE
)


def canonical_url(url: str) -> str:
    """Return *url* in the one form by which it is known: host in lower case, no fragment, no tracking parameters."""
    from courlan import normalize_url

    return str(normalize_url(url.strip().partition("#")[0]))


def working_url(url: str) -> str:
    """Return *url* as it is asked for: without fragment and tracking parameters, else as it was printed.

    The canonical form may not work: "/a//b" is another page than "/a/b", and some sites want parameters in order.
    """
    return canonical_url(url) if _TRACKED.search(url) else url.strip().partition("#")[0]


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www.", or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def is_web(url: str | None) -> bool:
    """Return whether *url* is an absolute http or https address."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def _same_site(address: str, other: str) -> bool:
    """Return whether two addresses are of one registered domain ("m.example.org" and "example.org").

    Under "co.uk" and the like everybody may register, so these do not make one site.
    """
    from courlan import extract_domain

    hosts = host_of(address) or "", host_of(other) or ""
    sites = extract_domain(address), extract_domain(other)
    if hosts[0] == hosts[1] or sites == (None, None):
        return hosts[0].split(".")[-2:] == hosts[1].split(".")[-2:]
    return sites[0] == sites[1]


def _unwrapped(url: str) -> str:
    """Return the address of the page that a copy of it was made from: AMP caches, the Wayback Machine; else *url*."""
    for pattern in _COPIES:
        if found := pattern.fullmatch(url):
            kept = found.groupdict()
            if "://" in kept["page"]:
                return kept["page"]
            return f"{'https' if kept.get('secure') else 'http'}://{kept['page']}"
    return url


def _of_article(url: str) -> str:
    """Return an address without the parts that only choose how the article is shown: for AMP, for print.

    Known only where the page declares no address of its own.
    """
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if not _SHOWN_AS.fullmatch(pair))
    path = _SHOWN_AS_PATH.sub("", parts.path) or parts.path
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def _claimed(declared: str, place: str | None) -> str | None:
    """Return the address that a page declares, or None where it cannot be its own."""
    try:
        claimed = urljoin(place or "", declared.strip())
    except ValueError:
        return None
    if not is_web(claimed):
        return None
    claimed = _unwrapped(claimed)
    if place is None:
        return claimed
    front = urlsplit(claimed).path in {"", "/"} and urlsplit(place).path not in {"", "/"}
    return None if front or not _same_site(claimed, place) else claimed


def address_among(declared: Iterable[str], retrieved: str | None) -> str | None:
    """Return the canonical URL of a page from the addresses that it declares, best first, and where it was retrieved.

    What a page declares is believed on its own site only, and not where it names the site's front
    page: both are common mistakes of templates, and would give many articles one identity. A copy for
    AMP, for print or in a web archive has the address of the article.
    """
    place = _unwrapped(retrieved) if retrieved and is_web(retrieved) else None
    claimed = next((own for one in declared if (own := _claimed(one, place))), None)
    chosen = claimed or (_of_article(place) if place else None)
    return canonical_url(chosen) if chosen else None


def address_of(declared: str | None, retrieved: str | None) -> str | None:
    """Return the canonical URL of a page from the one address that it declares and where it was retrieved."""
    return address_among((declared,) if declared else (), retrieved)
