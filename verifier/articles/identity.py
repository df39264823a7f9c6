"""An article's address: the canonical URL by which it is known, and its outlet."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def canonical_url(url: str) -> str:
    """Return *url* in the one form by which it is known: host in lower case, no fragment, no tracking parameters."""
    from courlan import normalize_url

    return str(normalize_url(url.strip().partition("#")[0]))


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


def _same_site(host: str | None, other: str | None) -> bool:
    """Return whether two hosts share their last two labels ("m.example.org" and "example.org")."""
    return bool(host and other) and str(host).split(".")[-2:] == str(other).split(".")[-2:]


def address_of(declared: str | None, retrieved: str | None) -> str | None:
    """Return the canonical URL of a page from what it declares and where it was retrieved.

    What a page declares is believed on its own site only, and not where it names the site's front
    page: both are common mistakes of templates, and would give many articles one identity.
    """
    claimed = urljoin(retrieved or "", declared.strip()) if declared else None
    if not is_web(claimed):
        claimed = None
    if claimed and retrieved:
        front = urlsplit(claimed).path in {"", "/"} and urlsplit(retrieved).path not in {"", "/"}
        if front or not _same_site(host_of(claimed), host_of(retrieved)):
            claimed = None
    chosen = claimed or (retrieved if is_web(retrieved) else None)
    return canonical_url(chosen) if chosen else None
