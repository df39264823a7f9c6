"""Keys of sources: read from the environment when they are used, sent to one host, and kept nowhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import quote, quote_plus, unquote_plus, urlsplit, urlunsplit

from verifier.errors import FetchError
from verifier.harvest.addresses import target_of
from verifier.model.page import Page
from verifier.sources.connector import Request

_HIDDEN = "*"
_SHORTEST = 6  # characters; what is shorter stands in any page by chance


def origin_of(url: str) -> str:
    """Return scheme, host and port of *url*."""
    target = target_of(url)
    return f"{target.scheme}://{target.printed}"


def same_site(before: str, after: str) -> bool:
    """Return whether *after* leads to the host and port of *before*, or to the same host from http to https."""
    here, there = target_of(before), target_of(after)
    upgraded = (here.scheme, here.port, there.scheme, there.port) == ("http", 80, "https", 443)
    return here.host == there.host and (upgraded or (here.scheme, here.port) == (there.scheme, there.port))


@dataclass(frozen=True, slots=True)
class Key:
    """A key, how it is sent, and the address whose host alone it is sent to."""

    value: str = field(repr=False)
    home: str
    header: str | None = None
    prefix: str = ""
    param: str | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every form in which the key may come back, longest first; none of a key as short as a word."""
        if len(self.value) < _SHORTEST:
            return ()
        forms = {self.value, quote(self.value, safe=""), quote_plus(self.value), quote(self.value)}
        return tuple(sorted(forms, key=len, reverse=True))

    def hidden(self, text: str) -> str:
        """Return *text* with stars in place of the key."""
        for form in self.spellings:
            text = text.replace(form, _HIDDEN * len(form))
        return text

    def is_in(self, text: str) -> bool:
        """Return whether *text* holds the key, in any of its forms."""
        return any(form in text or form in unquote_plus(text) for form in self.spellings)

    def sent_with(self, target: bytes) -> bytes:
        """Return the path and query of a request with the key as a parameter, where it is one."""
        if self.param is None:
            return target
        joint = b"&" if b"?" in target else b"?"
        return target + joint + f"{quote(self.param, safe='')}={quote(self.value, safe='')}".encode()

    def headers(self) -> list[tuple[bytes, bytes]]:
        """Return the header that carries the key, where one does."""
        if self.header is None:
            return []
        return [(self.header.encode("ascii"), f"{self.prefix}{self.value}".encode("latin-1"))]


def key_of(request: Request, environ: Mapping[str, str] = os.environ) -> Key | None:
    """Return the key that *request* names, None if it names none.

    Raises FetchError with outcome ``auth_missing`` where the variable is not set, or nothing says how
    the key is sent.
    """
    if request.secret_env is None:
        return None
    value = environ.get(request.secret_env, "").strip()
    if not value or not value.isascii() or not value.isprintable():
        reason = f"needs a key: set the environment variable {request.secret_env}"
        raise FetchError(reason, url=request.url, outcome="auth_missing")
    if request.secret_header is None and request.secret_param is None:
        reason = f"nothing says how the key in {request.secret_env} is sent: configure header or param"
        raise FetchError(reason, url=request.url, outcome="auth_missing")
    return Key(value, request.url, request.secret_header, request.secret_prefix, request.secret_param)


def without_key(url: str, key: Key | None) -> str:
    """Return *url* without the parameter that carries the key, and without any other that holds it.

    Servers repeat a whole query in a redirect or in the address of the next page.
    """
    if key is None or (key.param is None and not key.is_in(url)):
        return url
    parts = urlsplit(url)
    kept = [
        piece
        for piece in parts.query.split("&")
        if unquote_plus(piece.partition("=")[0]) != key.param and not key.is_in(piece)
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))


def cleaned_page(page: Page, key: Key | None) -> Page:
    """Return *page* with stars where its headers or its body repeat the key."""
    if key is None:
        return page
    body = page.body
    for form in key.spellings:
        body = body.replace(form.encode(), _HIDDEN.encode() * len(form))
    headers = tuple((name, key.hidden(value)) for name, value in page.headers)
    kind = None if page.content_type is None else key.hidden(page.content_type)
    return replace(page, body=body, headers=headers, content_type=kind)


@contextmanager
def cleaned(key: Key | None) -> Iterator[None]:
    """Raise a FetchError of the block with stars where its text repeats the key, and without the errors behind it."""
    try:
        yield
    except FetchError as error:
        if key is None:
            raise
        if key.is_in(error.message) or key.is_in(error.url):
            error.message, error.url = key.hidden(unquote_plus(error.message)), key.hidden(unquote_plus(error.url))
            error.args = (error.message,)
        raise error from None
