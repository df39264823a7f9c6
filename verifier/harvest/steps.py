"""One request of a fetch, and what it becomes when the server redirects it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

import httpx

from verifier.errors import FetchError
from verifier.harvest.answers import Refusal
from verifier.harvest.failures import asking, refused
from verifier.harvest.keys import Key, same_site, without_key
from verifier.sources.connector import Request

ACCEPT_ARTICLE = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"
# Ours to say, whatever a source's block says.
_OURS = frozenset(
    "host user-agent accept-encoding connection content-length transfer-encoding content-type range if-range"
    " if-none-match if-modified-since cookie te upgrade expect proxy-authorization".split()
)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the page had when it was stored, so that only a changed one is sent; ``url`` is where it was, in the end."""

    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None  # None: the address asked for

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for a changed page only; none of a tag that no header can carry."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


@dataclass(frozen=True, slots=True)
class Step:
    """One request: where to, how, and with what; the key is no part of it."""

    url: str
    method: str
    accept: str
    body: bytes | None = None
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    byte_range: tuple[int, int] | None = None

    def all_headers(self, user_agent: str, conditions: Conditions | None) -> dict[str, str]:
        """Return every header of the request but those that carry a key."""
        said = {name: value for name, value in self.headers if name.lower() not in _OURS}
        said |= {"User-Agent": user_agent, "Connection": "close"}
        if not any(name.lower() == "accept" for name in said):
            said["Accept"] = self.accept
        # A part of a compressed page cannot be decompressed.
        said["Accept-Encoding"] = "identity" if self.byte_range else "gzip, identity"
        if self.body is not None and self.content_type:
            said["Content-Type"] = self.content_type
        if self.byte_range:
            said["Range"] = f"bytes={self.byte_range[0]}-{self.byte_range[1]}"
        return said | (conditions.headers() if conditions else {})


def first_step(request: Request, key: Key | None) -> Step:
    """Return the first request of a fetch, without fragment and without the key."""
    with asking("" if key else request.url):
        url = without_key(request.url.strip().partition("#")[0], key)
    accept = request.accept or ACCEPT_ARTICLE
    body = request.body if request.body is not None or request.method == "GET" else b""
    return Step(url, request.method, accept, body, request.content_type, request.headers, request.byte_range)


def next_step(step: Step, status: int, location: str | None, key: Key | None) -> Step:
    """Return the request that a redirect asks for.

    A POST becomes a GET but under 307 and 308; a source's own headers do not go on to another host, and the
    key is taken out of the address. Raises FetchError for a redirect to nowhere, and for one with the key in
    its path.
    """
    if not location:
        raise refused(step.url, Refusal("http_error", "redirected to nowhere"), status)
    with asking(quote(location, safe=":/?#[]@!$&'()*+,;=%")):
        url = str(httpx.URL(step.url).join(location).copy_with(fragment=None))
    url = without_key(url, key)
    if key is not None and key.is_in(url):
        raise FetchError("redirected with the key in the address", url=step.url, outcome="http_error", status=status)
    onward = replace(step, url=url)
    if step.method != "GET" and status not in {307, 308}:
        onward = replace(onward, method="GET", body=None, content_type=None)
    with asking(url):
        stays = same_site(step.url, url)
    return onward if stays else replace(onward, headers=())
